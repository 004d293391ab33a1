"""What stands above the visits to come: how the last one went, and which rides still need a driver."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.spoken import clock_words
from caregiver_app.domain.visits import Strength, Visit
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.leg_words import Stand, leg_words
from caregiver_app.ui.rides.open_banner import OpenBanner, strength_of
from caregiver_app.ui.rides.tell_card import TellCard
from caregiver_app.ui.rides.unsaved import Unsaved, Untold, fill
from caregiver_app.ui.rides.view import RidesView
from caregiver_app.ui.rides.visit_words import head_day
from caregiver_app.ui.widgets.empty_state import EmptyState
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.ui.rides.how_it_went import HowItWent


class ComingUp(QWidget):
    """`ask_wanted` brings the id of the visit whose ride needs a driver first."""

    ask_wanted = Signal(object)
    new_wanted = Signal()
    rearranged = Signal()  # something else stands at the top now
    left = Signal()  # the card with the keyboard is gone

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(parts.theme.px(12))
        self.went: HowItWent | TellCard | None = None
        self._untold = Untold()
        self._view: RidesView | None = None
        self._more_to_tell = Text(parts.theme, "", ink="text2")
        self.banner: OpenBanner | None = None
        self._first_open: UUID | None = None
        self.empty: EmptyState | None = None
        self._column.addWidget(self._more_to_tell)

    def show_view(self, view: RidesView) -> None:
        """Show what there is to tell, what is open, or that nothing is planned."""
        self._show_over(view)
        self._show_open(view)
        self._show_empty(view)

    def stops(self) -> list[QWidget]:
        """What may take the keyboard, in the order of reading."""
        parts = (self.went, self.banner, self.empty)
        inner = (each for part in parts if part is not None for each in part.findChildren(QWidget))
        return [each for each in inner if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def foot(self, view: RidesView) -> str:
        """What stands below the cards."""
        if view.is_over:
            kept = tr("All visits are kept under Month, also those that were called off.")
            return kept if view.visits else tr("No visits are planned. {kept}").format(kept=kept)
        if not view.next:
            return ""
        further = len(view.visits) - view.next
        if not further:
            return tr("The next {n} visits are here. Later ones are under Month.").format(n=view.next)
        words = ntr(
            "The next {n} visits are here, and {further} later one that needs a driver. All others are under Month.",
            "The next {n} visits are here, and {further} later ones that need a driver. All others are under Month.",
            further,
        )
        return words.format(n=view.next, further=further)

    def _show_over(self, view: RidesView) -> None:
        """At most one card at a time. What was typed into it stays while other things change."""
        self._view = view
        put_off = self._untold.put_off
        waiting = [visit for visit in reversed(view.over) if visit.id not in put_off]  # the latest is fresh
        left = None if self.begun() is not None else self._untold.left_open({visit.id for visit in waiting})
        first = self._first(waiting, left)
        had = self.went is not None and self._has_keyboard(self.went)
        if self.went is not None and (first is None or first.id != self.went.visit.id):
            self.went.hide()
            self.went.deleteLater()
            self.went = None
        if first is not None and self.went is None:
            self.went = self._new_card(first, view)
            self._column.insertWidget(0, self.went)
            if had:
                _first_button(self.went).setFocus(Qt.FocusReason.OtherFocusReason)
        elif had and self.went is None:
            self.left.emit()
        self._go_on(left)
        more = sum(first is None or visit.id != first.id for visit in waiting)
        words = ntr("{n} more visit to tell about after this one", "{n} more visits to tell about after this one", more)
        self._more_to_tell.setText(words.format(n=more))
        self._more_to_tell.setVisible(more > 0)

    def _first(self, waiting: Sequence[Visit], left: Unsaved | None) -> Visit | None:
        """Whose turn it is: a form that is open comes before what was over later, also when its visit is gone."""
        form = self.begun()
        if form is not None and form.is_gone:
            return form.visit
        begun = left.visit_id if left is not None else None if self._open_form is None else self._open_form.visit.id
        return next((visit for visit in waiting if visit.id == begun), waiting[0] if waiting else None)

    @property
    def _open_form(self) -> HowItWent | None:
        return None if self.went is None or isinstance(self.went, TellCard) else self.went

    def _go_on(self, left: Unsaved | None) -> None:
        """Open the form that was open before all was built anew, with what was typed there."""
        if left is None:
            return
        if self._open_form is None:
            self._open()
        if self._open_form is not None:
            fill(self._open_form, left)

    def unsaved(self) -> Unsaved:
        """What was put off and what is typed, for the page that is built anew."""
        return self._untold.unsaved(self._open_form)

    def begun(self) -> HowItWent | None:
        """The form that is open, with words in it."""
        form = self._open_form
        return form if form is not None and form.has_words else None

    def take_up(self, unsaved: object) -> None:
        """Go on as it was before the page was built anew."""
        if self._untold.take_up(unsaved) and self._view is not None:
            self._show_over(self._view)

    def _new_card(self, visit: Visit, view: RidesView) -> HowItWent | TellCard:
        """A visit of today can be told of at once; older ones take one line until then."""
        if visit.appointment.day == view.today:
            return self._form(visit)
        card = TellCard(self._parts.theme, visit, _about(visit, view))
        card.put_off.connect(self._later)
        card.opened.connect(self._open)
        return card

    def _form(self, visit: Visit) -> HowItWent:
        from caregiver_app.ui.rides.how_it_went import HowItWent

        card = HowItWent(self._parts, visit)
        card.kept.connect(partial(self._untold.keep_saved, visit.id))
        card.put_off.connect(self._later)
        return card

    def _open(self) -> None:
        """The whole form in place of the line, with the keyboard in its first field."""
        line = self.went
        assert line is not None, "the line was pressed"
        self.went = self._form(line.visit)
        self._column.insertWidget(0, self.went)
        next(iter(self.went.form.fields.values())).control.setFocus(Qt.FocusReason.OtherFocusReason)
        line.hide()
        line.deleteLater()
        self.rearranged.emit()

    def _later(self, visit_id: UUID) -> None:
        """Not now: the next one, if any. It is asked again when the program is started anew."""
        self._untold.put_off.add(visit_id)
        if self._view is not None:
            self._show_over(self._view)
            self.rearranged.emit()

    def _has_keyboard(self, card: QWidget) -> bool:
        focus = self.window().focusWidget()
        return card.isAncestorOf(focus)

    def _show_open(self, view: RidesView) -> None:
        """The banner, only while a ride to come needs a driver. It counts all of them, also what has no card here."""
        first = next((visit for visit in view.visits if _needs_one(visit, view)), None)
        if self.banner is not None:
            self.banner.setVisible(first is not None)
        if first is None:
            return
        strength = strength_of(first, view)
        if self.banner is None or self.banner.strength is not strength:
            self._new_banner(strength)
        assert self.banner is not None, "made above"
        n = view.unfound.rides
        self._first_open = first.id
        title = ntr("{n} ride still needs a driver", "{n} rides still need a driver", n).format(n=n)
        self.banner.tell(title, _first_words(first, view, alone=view.unfound.visits == 1))

    def _new_banner(self, strength: Strength) -> None:
        """One that looks as it should, where the one before stood; the keyboard stays on its button."""
        before, self.banner = self.banner, OpenBanner(self._parts.theme, strength)
        assert self.banner.button is not None, "made with one"
        self.banner.button.clicked.connect(self._ask)
        self._column.insertWidget(-1 if before is None else self._column.indexOf(before), self.banner)
        if before is not None:
            self.banner.show()
            if self.window().focusWidget() is before.button:
                self.banner.button.setFocus(Qt.FocusReason.OtherFocusReason)
            before.hide()
            before.deleteLater()

    def _show_empty(self, view: RidesView) -> None:
        wanted = not view.visits and not view.is_over
        if wanted and self.empty is None:
            self.empty = EmptyState(
                self._parts.theme,
                "car",
                tr("No rides planned yet"),
                tr("Add a visit and choose who drives. One visit keeps the ride there, the ride home and all times."),
                button=tr("Add a visit"),
                filled=False,
            )
            assert self.empty.button is not None, "made with one"
            self.empty.setMinimumHeight(self._parts.theme.px(460))
            self.empty.button.clicked.connect(self.new_wanted)
            self._column.addWidget(self.empty)
        if self.empty is not None:
            self.empty.setVisible(wanted)

    def _ask(self) -> None:
        self.ask_wanted.emit(self._first_open)


def _first_button(card: HowItWent | TellCard) -> QWidget:
    return card.tell_button if isinstance(card, TellCard) else card.save_button


def _about(visit: Visit, view: RidesView) -> str:
    """A visit that is over, in a few words: “Blood draw, Fri, Nov 20”."""
    words = tr("{title}, {day}")
    return words.format(
        title=" ".join(visit.appointment.title.split()), day=head_day(visit.appointment.day, view.today)
    )


def _needs_one(visit: Visit, view: RidesView) -> bool:
    """Whether one of its rides has no driver, and nobody was asked."""
    return visit.appointment.is_planned and any(leg.stand is Stand.OPEN for leg in leg_words(visit, view))


def _first_words(visit: Visit, view: RidesView, *, alone: bool) -> str:
    """Which ride is meant: “Tue, Dec 15: Infusion at Lakeside Center, 9:15 am.”."""
    appointment = visit.appointment
    about = " ".join(appointment.title.split())
    if visit.place is not None:
        about = tr("{title} at {place}").format(title=about, place=visit.place.name)
    if appointment.clock is not None:
        about = tr("{visit}, {time}").format(visit=about, time=clock_words(appointment.clock, view.household.clock24))
    words = tr("{day}: {visit}.") if alone else tr("The first is on {day}: {visit}.")
    return words.format(day=head_day(appointment.day, view.today), visit=about)
