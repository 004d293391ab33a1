"""A change in care: which season holds, and what a change would stop, before anything is changed."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.leave.records import TimeOff
from caregiver_app.domain.people import Role
from caregiver_app.domain.season_words import calm_words, season_words
from caregiver_app.domain.seasons import Season
from caregiver_app.domain.spoken import day_words, repeat_words, span_words
from caregiver_app.domain.tasks import Task
from caregiver_app.services import seasons
from caregiver_app.services.household import person_in_role
from caregiver_app.services.seasons import SeasonPreview
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.around import read_around
from caregiver_app.ui.seasons.ticks import Ticks
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.checks import RadioButton
from caregiver_app.ui.widgets.texts import Text, unbroken
from caregiver_app.words import tr


class SeasonDialog(Dialog):
    """Nothing happens before the button is pressed, and one Undo takes all of it back."""

    WIDTH = 640

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("A change in care"), parent)
        actions = parts.actions
        self._now = actions.read(seasons.season)
        her = actions.read(partial(person_in_role, role=Role.CARED_FOR))
        self._name = her.first_name if her is not None else tr("Your person")
        self.preview: SeasonPreview | None = None
        words = tr("When the care changes, say so here. Nothing changes before you press the button.")
        self.body.addWidget(Text(self.theme, words, ink="text2"))
        self._choices()
        self._what_stops()
        self.body.addStretch(1)
        self._buttons()
        self._show(self._now.season)

    def _choices(self) -> None:
        self.choices: dict[Season, RadioButton] = {}
        self._group = QButtonGroup(self)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(QMargins())
        column.setSpacing(self.theme.px(4))
        for season in Season:
            button = RadioButton(season_words(season, self._name))
            button.setChecked(season is self._now.season)
            button.toggled.connect(partial(self._toggled, season))
            self._group.addButton(button)
            self.choices[season] = button
            column.addWidget(button)
        self.body.addWidget(holder)

    def _what_stops(self) -> None:
        self.card = Card(self.theme)
        self.calm = Text(self.theme, "", "strong")
        self.told = QVBoxLayout()
        self.told.setSpacing(self.theme.px(6))
        self.card.body.addWidget(self.calm)
        self.card.body.addLayout(self.told)
        ends = tr("These tasks end. Untick what is not for {name}, and it goes on.").format(name=self._name)
        self.off = Ticks(self.theme, tr("These visits are called off. Untick what stays on."))
        self.ends = Ticks(self.theme, ends)
        self.plans = Ticks(self.theme, tr("This planned time off work goes. Untick what you still take."))
        self.again = Ticks(self.theme, tr("These visits are on again. Untick what stays off."))
        self.goes_on = Ticks(self.theme, tr("These tasks go on. Untick what stays ended."))
        for ticks in self.ticks:
            ticks.changed.connect(self._ticked)
            self.card.body.addWidget(ticks)
        self.body.addWidget(self.card)

    def _buttons(self) -> None:
        self.close_button = Button(self.theme, tr("Leave it as it is"), kind=PLAIN)
        self.change_button = Button(self.theme, tr("Make this change"), kind=PRIMARY)
        self.close_button.clicked.connect(self.reject)
        self.change_button.clicked.connect(self.change)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.foot.addWidget(self.change_button)

    @property
    def ticks(self) -> tuple[Ticks, ...]:
        """What can be kept, and what can be left off, from top to bottom."""
        return self.off, self.ends, self.plans, self.again, self.goes_on

    def _kept(self) -> frozenset[UUID]:
        return self.off.unticked() | self.ends.unticked() | self.plans.unticked()

    def _back(self) -> frozenset[UUID]:
        return self.again.ticked() | self.goes_on.ticked()

    @property
    def chosen(self) -> Season:
        """The season that is marked."""
        return next(season for season, button in self.choices.items() if button.isChecked())

    def change(self) -> None:
        """Make the change, as one step."""
        clock = self.parts.actions.clock
        season = self.chosen
        change = partial(seasons.change, season=season, today=clock.today(), now=clock.now())
        deed = partial(change, keep=self._kept(), back=self._back())
        if self.parts.actions.run(tr("A change in care"), deed):
            self.accept()

    def _toggled(self, season: Season, on: bool) -> None:  # Qt sends it
        if on:
            self._show(season)
            self.grow_soon()
            announce(self.card, " ".join([self.calm.text(), *self.sentences()]))

    def sentences(self) -> tuple[str, ...]:
        """What the change would do, as it is told."""
        return self.preview.sentences if self.preview is not None else ()

    def _show(self, season: Season) -> None:
        """What the change would do; for the season that holds, since when it does."""
        self.change_button.setEnabled(season is not self._now.season)
        self.preview = self._read(season)
        self._show_ticks(self.preview)
        calm = calm_words(season, self._name)
        self.calm.setText(calm)
        self.calm.setVisible(bool(calm))
        self._tell(self.sentences() or self._as_it_is())

    def _read(
        self, season: Season, keep: Collection[UUID] = (), back: Collection[UUID] | None = None
    ) -> SeasonPreview | None:
        """What the change would do; None for the season that holds."""
        if season is self._now.season:
            return None
        clock = self.parts.actions.clock
        asked = partial(seasons.preview, season=season, today=clock.today(), now=clock.now())
        return self.parts.actions.read(partial(asked, keep=keep, back=back))

    def _show_ticks(self, preview: SeasonPreview | None) -> None:
        """All that ends, and all that is on again, with its tick."""
        found = preview or SeasonPreview(season=self._now.season)
        around = read_around(self.parts)
        self.off.show_rows({visit.id: around.about(visit) for visit in found.visits})
        self.ends.show_rows({task.id: _task_words(task) for task in found.tasks})
        self.plans.show_rows({plan.id: _plan_words(plan) for plan in found.plans})
        self.again.show_rows({visit.id: around.about(visit) for visit in found.back})
        self.goes_on.show_rows({task.id: _task_words(task) for task in found.back_tasks})
        stops = [*self.choices.values(), *(box for ticks in self.ticks for box in ticks.boxes.values())]
        for one, after in pairwise([*stops, self.close_button, self.change_button]):
            self.setTabOrder(one, after)

    def _ticked(self) -> None:
        """The sentences follow the ticks."""
        self.preview = self._read(self.chosen, keep=self._kept(), back=self._back())
        self._tell(self.sentences())
        self.grow_soon()

    def _as_it_is(self) -> tuple[str, ...]:
        since = self._now.since
        if since is None:
            return (tr("This is how it is now."),)
        return (tr("This is how it is since {day}.").format(day=day_words(since, with_year=True)),)

    def _tell(self, sentences: tuple[str, ...]) -> None:
        while self.told.count():
            old = self.told.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for sentence in sentences:
            self.told.addWidget(Text(self.theme, unbroken(sentence)))


def _task_words(task: Task) -> str:
    """A task that would end, and when it is: “Sit with Maria: Every Tuesday”."""
    when = repeat_words(task.repeat, task.day) if task.repeat is not None else day_words(task.day)
    return tr("{title}: {when}").format(title=" ".join(task.title.split()), when=when)


def _plan_words(plan: TimeOff) -> str:
    """Planned time off: “Tue Dec 8”, or “Dec 7 – 11”."""
    return day_words(plan.first) if plan.first == plan.last else span_words(Span(plan.first, plan.last))
