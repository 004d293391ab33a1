"""Lines for a day and a time: read as people type them, and shown back as they were understood."""

from __future__ import annotations

from datetime import date, time
from functools import partial

from PySide6.QtCore import QMargins, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from caregiver_app.domain.entries import parse_day, parse_time
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import shown_day
from caregiver_app.ui.rides.around import Around
from caregiver_app.ui.rides.day_picker import DayPicker
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.words import tr

STILL_MS = 400


def read_clock(text: str, field: str) -> time | None:
    """A clock time, or None when nothing was typed. Raises InvalidEntry: “morning” is not enough here."""
    when = parse_time(text, field)
    if when.part is not None:
        raise InvalidEntry(field, tr("A clock time fits here, like “9 am” or “13:30.”"))
    return when.clock


class DayAndTime(QWidget):
    """Two lines side by side, and a calendar to pick the day from.

    `changed` comes when either line was left or a day was picked, `stood_still` a moment after the last letter,
    `opened` when the calendar takes room.
    """

    changed = Signal()
    stood_still = Signal()
    opened = Signal()

    def __init__(
        self, theme: Theme, around: Around, day: date, clock: time | None, *, day_name: str, time_name: str
    ) -> None:
        super().__init__()
        self._around = around
        self.day = LineEdit(shown_day(day, around.today))
        self.time = LineEdit(around.clock(clock))
        self.time.setPlaceholderText(tr("Not known yet"))
        self.fields = {
            "day": Field(theme, day_name, self.day),
            "when": Field(theme, time_name, self.time, optional=True),
        }
        row = Reflow(theme.px(12), 26)
        for field in self.fields.values():
            row.add(_at_top(field))
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(4))
        column.addWidget(row)
        self.pick_button = Button(theme, tr("Pick on a calendar"), kind=QUIET, icon="calendar-plus")
        self.pick_button.clicked.connect(self._open)
        column.addWidget(Flow(0, [self.pick_button]))
        self.picker = DayPicker(theme, around.family.week_start)  # from the first, so that Tab meets it in its place
        self.picker.hide()
        self.picker.picked.connect(self._picked)
        column.addWidget(self.picker)
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(self.stood_still)
        for line in (self.day, self.time):
            line.textChanged.connect(self._still.start)
        self.day.editingFinished.connect(partial(self._settle, "day"))
        self.time.editingFinished.connect(partial(self._settle, "when"))

    def read_day(self) -> date:
        """The day that is typed. Raises InvalidEntry at “day”."""
        return parse_day(self.day.text(), self._around.today)

    def read_time(self) -> time | None:
        """The time that is typed. Raises InvalidEntry at “when”."""
        return read_clock(self.time.text(), "when")

    def _open(self) -> None:
        """The month of the day that stands in the line; or away with it."""
        if self.picker.isVisible():
            self.picker.hide()
            return
        try:
            self.picker.show_day(self.read_day())
        except InvalidEntry:
            self.picker.show_day(self._around.today)
        self.picker.show()
        self.picker.setFocus()
        self.opened.emit()

    def _picked(self, day: date) -> None:
        self.picker.hide()
        self.day.setText(shown_day(day, self._around.today))
        self.day.setFocus()
        self._settle("day")

    def _settle(self, name: str) -> None:
        if not isValid(self):  # a form that closes leaves its fields once more
            return
        field = self.fields[name]
        try:
            if name == "day":
                self.day.setText(shown_day(self.read_day(), self._around.today))
            else:
                self.time.setText(self._around.clock(self.read_time()))
        except InvalidEntry as problem:
            field.set_error(problem.message)
            return
        field.set_error("")
        self.changed.emit()


def _at_top(field: Field) -> QWidget:
    """A field whose label stays in line with its neighbor’s, whatever stands below either."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(QMargins())
    column.addWidget(field)
    column.addStretch(1)
    return holder
