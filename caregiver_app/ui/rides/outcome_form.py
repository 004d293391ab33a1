"""The fields of “How did it go?”: all filled in as far as is known, none of them needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from caregiver_app.domain.entries import parse_day, parse_dollars, parse_miles, parse_minutes
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import minutes_words, shown_day
from caregiver_app.domain.tasks import Task
from caregiver_app.ui.rides.around import Around
from caregiver_app.ui.rides.typed import read_clock
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import Field, LineEdit, TextArea
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.services.leave.told_after import Asked

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, kw_only=True)
class TypedOutcome:
    """What was told, as it could be read."""

    outcome: Outcome
    next_step: str = ""
    next_day: date | None = None
    time_off: int | None = None


class NoteArea(TextArea):
    """A note in which Enter saves, as in every other field of the card; Shift and Enter go on in a new line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class OutcomeForm(QWidget):
    """`entered` comes when Enter is pressed in the note, `line_entered` when it is in one of the lines."""

    entered = Signal()
    line_entered = Signal()

    def __init__(
        self, theme: Theme, around: Around, outcome: Outcome, step: Task | None = None, off: Asked | None = None
    ) -> None:
        super().__init__()
        self._off, self._away = off, ""  # the time away as it was filled in
        self.time_off = LineEdit(minutes_words(off.logged) if off is not None and off.logged else "")
        self._theme, self._around, self._outcome = theme, around, outcome
        self.home_at = LineEdit(around.clock(outcome.home_at))
        self.miles = LineEdit(miles_text(outcome.miles))
        self.parking = LineEdit(dollars_text(outcome.parking))
        self.tolls = LineEdit(dollars_text(outcome.tolls))
        self.notes = NoteArea(theme, outcome.notes, lines=3)
        self.notes.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.next_step = LineEdit(step.title if step is not None else "")
        self.next_day = LineEdit(shown_day(step.day, around.today) if step is not None else "")
        self.notes.setPlaceholderText(tr("What they said, how it felt"))
        self.next_step.setPlaceholderText(tr("Example: Call the clinic"))
        self._no_day = "" if step is not None else tr("Tomorrow, if left empty")
        self.fields: dict[str, Field] = {}
        self._lay_out()
        self._show_away()
        self.home_at.textChanged.connect(self._show_away)
        self.notes.entered.connect(self.entered)
        for line in self._lines():
            line.keeps_undo = True  # else Ctrl+Z takes back a step of before, such as the visit itself
            line.returnPressed.connect(self.line_entered)

    def _lay_out(self) -> None:
        theme = self._theme
        name = partial(Field, theme)
        self.fields = {
            "home_at": name(tr("Home at"), self.home_at),
            "miles": name(tr("Miles, both ways"), self.miles),
            "parking": name(tr("Parking, $"), self.parking),
            "tolls": name(tr("Tolls, $"), self.tolls),
            **(
                {"time_off": name(tr("Time off work"), self.time_off, help_text=_log_words(self._off))}
                if self._off
                else {}
            ),
            "notes": name(tr("Notes"), self.notes),
            "next_step": name(tr("What comes next"), self.next_step),
            "next_day": name(tr("Day of the next step"), self.next_day, help_text=self._no_day),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(12))
        column.addWidget(self._row(30, {"home_at": 1, "miles": 1, "parking": 1, "tolls": 1}))
        if self._off is not None:
            column.addWidget(self._row(30, {"time_off": 1}))
        else:
            self.time_off.setParent(self)
            self.time_off.hide()
        column.addWidget(self.fields["notes"])
        column.addWidget(self._row(32, {"next_step": 5, "next_day": 2}))
        for field, read in self._readers().items():
            self._line(field).editingFinished.connect(partial(self._settle, field, read))

    def _row(self, ems: float, shares: dict[str, int]) -> Reflow:
        row = Reflow(self._theme.px(12), ems)
        for name, share in shares.items():
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(QMargins())
            column.addWidget(self.fields[name])
            column.addStretch(1)
            row.add(holder, share)
        return row

    def _lines(self) -> tuple[LineEdit, ...]:
        off = (self.time_off,) if self._off is not None else ()
        return (self.home_at, self.miles, self.parking, self.tolls, *off, self.next_step, self.next_day)

    def values(self) -> object:
        """What is typed now."""
        return (*(line.text() for line in self._lines()), self.notes.toPlainText())

    @property
    def typed(self) -> dict[str, str]:
        """What stands in each field, to be filled in again with `fill`."""
        return {name: _text(field.control) for name, field in self.fields.items()}

    def fill(self, typed: Mapping[str, str]) -> None:
        """Put back what was typed before all was built anew."""
        for name, field in self.fields.items():
            if name not in typed:
                continue
            if isinstance(field.control, TextArea):
                field.control.setPlainText(typed[name])
            else:
                self._line(name).setText(typed[name])

    def read(self) -> TypedOutcome:
        """What is meant. Each wrong field says so; the first sentence is raised as InvalidEntry."""
        found: dict[str, Any] = {}
        problems: list[InvalidEntry] = []
        for field, read in self._readers().items():
            self.fields[field].set_error("")
            try:
                found[field] = read(self._line(field).text())
            except InvalidEntry as problem:
                problems.append(problem)
        step = self.next_step.text().strip()
        if found.get("next_day") is not None and not step:
            problems.append(InvalidEntry("next_step", tr("Type what comes next, or leave its day empty.")))
        for each in problems:
            self.fields[each.field].set_error(each.message)
        if problems:
            raise problems[0]
        next_day, time_off = found.pop("next_day"), found.pop("time_off", None)
        if step and next_day is None and self._no_day:
            next_day = self._around.today + timedelta(1)
        outcome = replace(self._outcome, notes=self.notes.toPlainText().strip(), **found)
        return TypedOutcome(outcome=outcome, next_step=step, next_day=next_day, time_off=time_off)

    def _readers(self) -> dict[str, Callable[[str], object]]:
        """Of each line, in the order of the form."""
        off = {"time_off": partial(read_time_off, field="time_off")} if self._off is not None else {}
        return {
            "home_at": partial(read_clock, field="home_at"),
            "miles": partial(parse_miles, field="miles"),
            "parking": partial(parse_dollars, field="parking"),
            "tolls": partial(parse_dollars, field="tolls"),
            **off,
            "next_day": self._read_day,
        }

    def tell_whose_miles(self) -> None:
        """Somebody else drove: only the caregiver’s own miles are asked for."""
        self.fields["miles"].set_help(tr("Only those you drove yourself."))

    def _read_day(self, text: str) -> date | None:
        return parse_day(text, self._around.today, "next_day") if text.strip() else None

    def _show_away(self) -> None:
        """How long they were away follows when they were home: filled in, or only told; what was typed stays."""
        if self._off is None:
            return
        try:
            away = self._off.away_until(read_clock(self.home_at.text(), "home_at"))
        except InvalidEntry:  # it is still being typed, or wrong: what was told of its first letters is not true
            if not self._off.offered:
                self.fields["time_off"].set_help(_log_words(self._off))
            return
        if self._off.offered:
            self._fill_away(away)
        else:
            self.fields["time_off"].set_help(_log_words(self._off, minutes_words(away) if away else ""))

    def _fill_away(self, minutes: int | None) -> None:
        """The time away as time off, unless something else was typed there."""
        if self.time_off.text() == self._away:
            self._away = minutes_words(minutes) if minutes else ""
            self.time_off.setText(self._away)

    def _line(self, field: str) -> LineEdit:
        control = self.fields[field].control
        assert isinstance(control, LineEdit), "only lines are read"
        return control

    def _settle(self, field: str, read: Callable[[str], object]) -> None:
        """A line was left: what was understood stands there then, or what to type instead below it."""
        if not isValid(self):  # a form that closes leaves its fields once more
            return
        try:
            meant = read(self._line(field).text())
        except InvalidEntry as problem:
            self.fields[field].set_error(problem.message)
            if field == "home_at" and self._off is not None and self._off.offered:
                self._fill_away(self._off.away_until(self._outcome.home_at))
            return
        self.fields[field].set_error("")
        self._line(field).setText(self._shown(field, meant))

    def _shown(self, field: str, meant: Any) -> str:
        if meant is None:
            return ""
        if field == "home_at":
            return self._around.clock(meant)
        if field == "time_off":
            return minutes_words(meant)
        if field == "next_day":
            return shown_day(meant, self._around.today)
        return miles_text(meant) if field == "miles" else dollars_text(meant)


def _log_words(off: Asked, away: str = "") -> str:
    """Where time off goes, and how long they were away where that is no answer yet."""
    if off.offered:
        return tr("Goes to your leave log. Clear it if you took none.")
    if away and off.logged is None:
        return tr("Goes to your leave log. They were away {time}.").format(time=away)
    return tr("Goes to your leave log.")


def _text(control: QWidget) -> str:
    if isinstance(control, TextArea):
        return control.toPlainText()
    return control.text() if isinstance(control, LineEdit) else ""


def read_time_off(text: str, field: str) -> int | None:
    """Time off in minutes, None when nothing was typed: a bare number is hours, as everywhere in leave."""
    if re.fullmatch(r"\s*\d*\.?\d+\s*", text):
        from caregiver_app.domain.leave_typed import parse_hours

        return parse_hours(text, field)
    return parse_minutes(text, field)


def dollars_text(amount: Decimal | None) -> str:
    """An amount as it stands in its line: “12” or “12.50”; empty when it was not told."""
    if amount is None:
        return ""
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"


def miles_text(miles: Decimal | None) -> str:
    """Miles as they stand in their line: “24” or “24.5”; empty when they were not told."""
    return "" if miles is None else f"{miles.normalize():f}"
