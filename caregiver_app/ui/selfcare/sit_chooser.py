"""Who could sit with her: when, which can be changed here, and the people, to be asked first of all."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.domain.choosing import Choice
from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.people import Person
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import clock_words, shown_day
from caregiver_app.services.household import household
from caregiver_app.ui.asking.chooser import SHOWN_AT_FIRST, HelperChooser
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.selfcare.cover_request import CoverRequest
from caregiver_app.ui.typed_clock import needed_clock
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.typed_choice import TypedChoice
from caregiver_app.words import tr

DAYS = 7


class SitChooser(HelperChooser):
    """Whoever is free is told anew for each time that is typed; nobody can be asked for one that is over."""

    ASKS = True

    def __init__(self, parts: Parts, request: CoverRequest, parent: QWidget | None = None) -> None:
        self._cover = request
        self.fields: dict[str, Field] = {}
        super().__init__(parts, request, None, parent)

    def ask(self, person: Person) -> None:
        if self.take_time():
            super().ask(person)

    def give(self, person: Person) -> None:
        if self.take_time():
            super().give(person)

    def add_newcomer(self) -> None:
        if self.take_time():
            super().add_newcomer()

    def take_time(self) -> bool:
        """Go by the day and time that stand there; whether they can be read and are still to come."""
        for field in self.fields.values():
            field.set_error("")
        try:
            day, clock = self._when()
        except InvalidEntry as problem:
            self.fields[problem.field].set_error(problem.message)
            return False
        before = self._cover.item
        self._settle(day, clock)
        self._cover.move(day, clock)
        if self._cover.item is not before:
            self._show_time()
        return True

    # Building

    def _offer(self, free: list[Choice]) -> None:
        self._put_time()
        super()._offer(free)

    def _put_time(self) -> None:
        theme, item, today = self.theme, self._cover.item, self.parts.actions.clock.today()
        clock24 = self.parts.actions.read(household).clock24
        offered = [shown_day(today + timedelta(n), today) for n in range(DAYS)]
        self.day = TypedChoice(theme, shown_day(item.day, today), offered)
        clock = item.task.when.clock
        self.clock = LineEdit(clock_words(clock, clock24) if clock is not None else "")
        self.fields = {"day": Field(theme, tr("Day"), self.day), "clock": Field(theme, tr("Time"), self.clock)}
        self.body.addWidget(Beside(theme, 24, list(self.fields.values())))
        self.day.activated.connect(self.take_time)
        self.day.line.editingFinished.connect(self.take_time)
        self.clock.editingFinished.connect(self.take_time)

    # What happens

    def _when(self) -> tuple[date, time]:
        now = self.parts.actions.clock.local().replace(tzinfo=None)
        day = parse_day(self.day.text(), now.date(), "day")
        clock = needed_clock(self.clock.text(), "clock", tr("Type a time, like “2:00 pm.”"))
        if day < now.date():
            raise InvalidEntry("day", tr("Choose a day from today on."))
        if datetime.combine(day, clock) < now:
            raise InvalidEntry("clock", tr("This time is over. Choose a later one."))
        return day, clock

    def _settle(self, day: date, clock: time) -> None:
        """The fields say in full what was understood."""
        clock24 = self.parts.actions.read(household).clock24
        for line, words in (
            (self.day.line, shown_day(day, self.parts.actions.clock.today())),
            (self.clock, clock_words(clock, clock24)),
        ):
            if line.text() != words:
                line.setText(words)

    def _show_time(self) -> None:
        """Who is free then, best first; the keyboard comes to them behind the time, as before."""
        self._circle = self._cover.read_circle()
        self.about.setText(self._cover.about(self._circle.family))
        choices = list(self._circle.choices)
        shown = SHOWN_AT_FIRST if self._rest else len(choices)
        old, self.rows = self.rows, self._rows_of(choices[:shown])
        self.body.replaceWidget(old, self.rows)
        stops = [self.clock, *(button for row in self.rows.rows for button in row.buttons)]
        for one, after in pairwise(stops):
            self.setTabOrder(one, after)
        at = QApplication.focusWidget()
        if len(stops) > 1 and at is not None and old.isAncestorOf(at):  # the Tab key was on its way there
            stops[1].setFocus(Qt.FocusReason.TabFocusReason)
        old.hide()
        old.deleteLater()
        self._rest = choices[shown:]
