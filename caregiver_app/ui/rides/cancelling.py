"""A visit that is off: alone or with the later ones of its series, what else hung from it, and whom to tell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QWidget

from caregiver_app.domain.rides import Trip
from caregiver_app.domain.spoken import list_words
from caregiver_app.domain.tasks import Status
from caregiver_app.domain.visits import Visit
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.around import Around, read_around
from caregiver_app.ui.rides.children import Questions, cancel_questions
from caregiver_app.ui.rides.company import company_of
from caregiver_app.ui.rides.messages import Message, show_messages
from caregiver_app.ui.rides.news import news_of
from caregiver_app.ui.widgets.buttons import DANGER, PRIMARY
from caregiver_app.ui.widgets.checks import RadioButton
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr


class CancelDialog(Editor):
    """Cancels in one step; then shows the words for all who had said yes, or were asked, for a day still to come."""

    WIDTH = 580

    def __init__(self, parts: Parts, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Cancel this visit?"), tr("Cancel the visit"), parent)
        self.cancel_button.setText(tr("Keep the visit"))
        self.cancel_button.be(PRIMARY)  # Enter keeps it, so that is the button that is filled
        self.cancel_button.setDefault(True)
        self.save_button.be(DANGER)
        self.save_button.setIcon(QIcon())
        self._visit = visit
        self._around = read_around(parts)
        self._later = self._read_later()
        self._messages: list[Message] = []
        theme = self.theme
        self.body.addWidget(Text(theme, self._around.about(visit.appointment), ink="text2"))
        self.scopes: dict[Scope, RadioButton] = {}
        if len(self._later) > 1:
            self._add_scopes()
        self.drivers = Text(theme, "")
        self.body.addWidget(self.drivers)
        self.questions = Questions(theme, tr("Other help"))
        self.body.addWidget(self.questions)
        self.stays = Text(theme, "", "caption", ink="text2")
        self.body.addWidget(self.stays)
        self.body.addStretch(1)
        self._scope_changed()
        self.accepted.connect(self._hand_out)
        self.cancel_button.setFocus()

    @property
    def scope(self) -> Scope:
        """How much of the series is meant."""
        return next((scope for scope, button in self.scopes.items() if button.isChecked()), Scope.ONE)

    def meant(self) -> list[Visit]:
        """The visits that would be off."""
        return self._later if self.scope is Scope.LATER else [self._visit]

    def values(self) -> object:
        return None  # nothing is typed here that could be lost

    def save(self) -> bool:
        from caregiver_app.services import appointments

        meant, actions = self.meant(), self.parts.actions
        label = ntr("Cancel visit", "Cancel {n} visits", len(meant)).format(n=len(meant))
        cancel = partial(
            appointments.cancel,
            appointment=self._visit.appointment,
            scope=self.scope,
            children=self.questions.answers(),
            now=actions.clock.now(),
        )
        if not actions.run(label, cancel):
            return False
        self._messages = news_of(self.parts, meant, self._around)
        return True

    def _read_later(self) -> list[Visit]:
        if self._visit.series is None:
            return [self._visit]
        from caregiver_app.services import going_on

        read = partial(going_on.planned_from, appointment=self._visit.appointment)
        return self.parts.actions.read(read) or [self._visit]

    def _add_scopes(self) -> None:
        group = QButtonGroup(self)
        one = tr("This visit, {day}").format(day=self._around.day(self._visit.appointment.day))
        last = self._around.day(self._later[-1].appointment.day)
        later = tr("This and later ones, {n} visits through {day}").format(n=len(self._later), day=last)
        for scope, words in ((Scope.ONE, one), (Scope.LATER, later)):
            button = RadioButton(words)
            group.addButton(button)
            self.scopes[scope] = button
            self.body.addWidget(button)
        self.scopes[Scope.ONE].setChecked(True)
        group.buttonClicked.connect(self._scope_changed)

    def _scope_changed(self) -> None:
        meant = self.meant()
        self.questions.ask(cancel_questions(meant, self._around))
        sentence = self._words_of(meant)
        self.drivers.setText(sentence)
        self.drivers.setVisible(bool(sentence))
        words = ntr("Cancel the visit", "Cancel {n} visits", len(meant))
        self.save_button.setText(words.format(n=len(meant)))
        self.cancel_button.setText(ntr("Keep the visit", "Keep the visits", len(meant)))
        one = tr("It stays on the list, marked as cancelled. You can plan it again later.")
        several = tr("They stay on the list, marked as cancelled. You can plan them again later.")
        self.stays.setText(one if len(meant) == 1 else several)
        self.grow_soon()

    def _driven(self, meant: Sequence[Visit]) -> list[Trip]:
        """The rides still to come that somebody said yes to."""
        return [
            trip
            for visit in meant
            if visit.appointment.day >= self._around.today
            for trip in visit.trips
            if any(not self._around.is_you(each) for each in trip.drivers)
            and trip.item.occurrence.status is Status.OPEN
        ]

    def _words_of(self, meant: Sequence[Visit]) -> str:
        """Who had said yes or was to come along, and that words for them come next."""
        said = [*self._driver_words(self._driven(meant)), *self._company_words(meant)]
        return _ready(" ".join(said)) if said else ""

    def _driver_words(self, trips: Sequence[Trip]) -> list[str]:
        around: Around = self._around
        if not trips:
            return []
        if len(self.meant()) > 1:
            drivers = list(dict.fromkeys(driver for trip in trips for driver in trip.drivers))
            return [tr("{names} said yes.").format(names=around.names_of(drivers))]
        return _alike(trips, around)

    def _company_words(self, meant: Sequence[Visit]) -> list[str]:
        coming = (company_of(each, self._around) for each in meant if each.appointment.day >= self._around.today)
        ids = list(dict.fromkeys(person.id for person in coming if person is not None))
        words = ntr("{names} comes along to listen.", "{names} come along to listen.", len(ids))
        return [words.format(names=self._around.names_of(ids))] if ids else []

    def _hand_out(self) -> None:
        show_messages(self.parts, self._messages, self.parentWidget())


def _ready(sentence: str) -> str:
    return tr("{sentence} The words to tell them are ready in the next step.").format(sentence=sentence)


def _alike(trips: Sequence[Trip], around: Around) -> list[str]:
    """A sentence for each ride; one for both when the same people drive."""
    if len(trips) > 1 and trips[0].drivers == trips[1].drivers:
        words = tr("{names} said yes for {rides}.")
        rides = list_words([tr("the ride there"), tr("the ride home")])
        return [words.format(names=around.names_of(trips[0].drivers), rides=rides)]
    return [around.said_yes(trip) for trip in trips]
