"""A usual week as it is typed: one line, seven days, weeks that take turns, or an average where it varies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from caregiver_app.domain.leave.schedule import (
    DAYS,
    DIVISOR_WEEKS,
    Week,
    average_week,
    check_usual_week,
    variable_total,
    variable_weeks,
)
from caregiver_app.domain.leave_eligibility_words import short_week_words
from caregiver_app.domain.leave_typed import USUAL_WEEK, parse_hours, parse_week, parse_year_hours, week_words
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words, minutes_words, short_day_names
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit, TextArea
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.words import tr


class WeekKind(StrEnum):
    """How a usual week is told."""

    SAME = "same"
    EACH = "each"
    TURNS = "turns"
    VARIES = "varies"
    UNSURE = "unsure"


def sunday_of(day: date) -> date:
    """The Sunday on or before a day."""
    return day - timedelta(day.isoweekday() % DAYS)


class WeekFields(QWidget):
    """`read` brings the weeks that repeat; the first of them is the week of `sunday`."""

    changed = Signal()
    grown = Signal()

    def __init__(self, theme: Theme, name: str, sunday: date, *, unsure: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._sunday = sunday
        self.kind = ComboBox(theme)
        for words, kind in _kinds(unsure):
            self.kind.add(words, kind)
        self.line = LineEdit(week_words(USUAL_WEEK))
        self.days = [LineEdit(_hours(minutes)) for minutes in USUAL_WEEK]
        self.turns = TextArea(theme, "", lines=3)
        self.average = LineEdit()
        self.fields = {
            "week_kind": Field(theme, name, self.kind),
            "weeks": Field(theme, tr("Hours and days"), self.line),
            "turns": Field(theme, tr("One week on each line"), self.turns, help_text=self._turns_help()),
            "average": Field(theme, tr("Hours in the last 12 months"), self.average, help_text=_average_help()),
        }
        self._day_row = self._build_days()
        self._lay_out()
        self._show_kind()

    def _build_days(self) -> QWidget:
        row = Reflow(self._theme.px(8), 30)
        names = (short_day_names()[-1], *short_day_names()[:-1])
        for place, (name, line) in enumerate(zip(names, self.days, strict=True)):
            field = Field(self._theme, name, line)
            self.fields[f"day {place}"] = field
            row.add(field)
        return row

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(self._theme.px(8))
        column.addWidget(Beside(self._theme, 24, [self.fields["week_kind"], self.fields["weeks"]]))
        column.addWidget(self._day_row)
        column.addWidget(self.fields["turns"])
        column.addWidget(self.fields["average"])
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        for line in (self.line, self.average, *self.days):
            line.textChanged.connect(self.changed)
            line.editingFinished.connect(self._settle)
        self.turns.textChanged.connect(self.changed)
        for text in (self.turns, self.average):
            text.textChanged.connect(self._show_sum)

    def _turns_help(self) -> str:
        words = tr("Like “8 hours, Mon-Fri.” The first line is the week of {day}; then they take turns.")
        return words.format(day=day_words(self._sunday))

    # What is typed

    def chosen(self) -> WeekKind:
        """How it is told."""
        kind = self.kind.value()
        assert isinstance(kind, WeekKind), "the list holds nothing else"
        return kind

    def read(self) -> tuple[Week, ...]:
        """The weeks, Sunday first. Raises InvalidEntry at one of `fields`."""
        return _READERS[self.chosen()](self)

    def is_sure(self) -> bool:
        """Whether the week was told, and not an average or a guess."""
        return self.chosen() is not WeekKind.UNSURE

    def show_weeks(self, weeks: Sequence[Week]) -> None:
        """Fill in weeks that are kept."""
        total = variable_total(tuple(weeks))
        if total is not None:
            self.average.setText(tr("{hours} h {minutes} min").format(hours=total // 60, minutes=total % 60))
            self.kind.choose(WeekKind.VARIES)
        elif len(weeks) == 1:
            self.line.setText(week_words(weeks[0]))
            for line, minutes in zip(self.days, weeks[0], strict=True):
                line.setText(_hours(minutes))
            self.kind.choose(WeekKind.SAME)
        else:
            self.turns.setPlainText("\n".join(week_words(week) or tr("0 hours, Mon-Fri") for week in weeks))
            self.kind.choose(WeekKind.TURNS)

    def values(self) -> object:
        """What is typed, to tell whether anything changed."""
        lines = (line.text() for line in (self.line, self.average, *self.days))
        return (self.chosen(), *lines, self.turns.toPlainText())

    def read_same(self) -> tuple[Week, ...]:
        """The one line."""
        return (parse_week(self.line.text(), "weeks"),)

    def read_each(self) -> tuple[Week, ...]:
        """The seven days."""
        week = tuple(parse_hours(line.text() or "0", f"day {place}") for place, line in enumerate(self.days))
        try:
            check_usual_week((week,))
        except InvalidEntry as problem:
            raise InvalidEntry("day 1", problem.message) from problem
        return (week,)

    def read_turns(self) -> tuple[Week, ...]:
        """The weeks that take turns."""
        lines = [line for line in self.turns.toPlainText().splitlines() if line.strip()]
        if len(lines) < 2:
            raise InvalidEntry("turns", tr("Type two weeks or more, one on each line."))
        weeks = tuple(self._turn(number, line) for number, line in enumerate(lines, start=1))
        try:
            check_usual_week(weeks)
        except InvalidEntry as problem:
            raise InvalidEntry("turns", problem.message) from problem
        return weeks

    def _turn(self, number: int, line: str) -> Week:
        try:
            return parse_week(line, "turns", may_be_empty=True)
        except InvalidEntry as problem:
            sentence = tr("Line {n}: {why}").format(n=number, why=problem.message)
            raise InvalidEntry("turns", sentence) from problem

    def read_average(self) -> tuple[Week, ...]:
        """The exact average of 12 months. 29 CFR 825.205(b)(3)."""
        try:
            weeks = variable_weeks(parse_year_hours(self.average.text(), "average"))
            check_usual_week(weeks)
        except InvalidEntry as problem:
            raise InvalidEntry("average", problem.message) from problem
        return weeks

    # What is shown

    def _kind_chosen(self) -> None:
        self._show_kind()
        self.changed.emit()
        self.grown.emit()

    def _show_kind(self) -> None:
        kind = self.chosen()
        self.fields["weeks"].setVisible(kind is WeekKind.SAME)
        self._day_row.setVisible(kind is WeekKind.EACH)
        self.fields["turns"].setVisible(kind is WeekKind.TURNS)
        self.fields["average"].setVisible(kind is WeekKind.VARIES)
        self._show_sum()

    def _show_sum(self) -> None:
        try:
            weeks = self.read()
        except InvalidEntry:
            self.fields["week_kind"].set_help("")
            return
        self.fields["week_kind"].set_help(self._sum_words(weeks))

    def _sum_words(self, weeks: tuple[Week, ...]) -> str:
        """The hours of a week, how they come about where weeks vary, and that a year of them may be too few."""
        average = average_week(weeks)
        words = tr("Counted as {hours} a week, until you know.") if not self.is_sure() else tr("{hours} a week.")
        if self.chosen() is WeekKind.VARIES:
            words = tr("{year} in 52 weeks: {hours} a week, on average. That counts as your workweek.")
        year = minutes_words(int(average * DIVISOR_WEEKS))
        return f"{words.format(hours=minutes_words(int(average)), year=year)} {short_week_words(average)}".strip()

    def _settle(self) -> None:
        """A line was left: what is wrong with it stands there, or the hours of the week."""
        if not isValid(self):
            return
        for field in self.fields.values():
            field.set_error("")
        self._show_sum()
        sender = self.sender()
        if not isinstance(sender, QLineEdit) or not sender.text().strip():
            return
        try:
            weeks = self.read()
        except InvalidEntry as problem:
            self.fields[problem.field].set_error(problem.message)
            self.grown.emit()
            return
        if sender is self.line:
            sender.setText(week_words(weeks[0]))


def _kinds(unsure: str) -> list[tuple[str, WeekKind]]:
    kinds = [
        (tr("Every week is the same"), WeekKind.SAME),
        (tr("Fill in each day"), WeekKind.EACH),
        (tr("Weeks take turns"), WeekKind.TURNS),
        (tr("My hours change from week to week"), WeekKind.VARIES),
    ]
    return [*kinds, (unsure, WeekKind.UNSURE)] if unsure else kinds


def _average_help() -> str:
    return tr("All you were scheduled for, time off too: “1,560.” A typical week will do: “30 a week.”")


def _hours(minutes: int) -> str:
    """Hours as they are typed: “8” or “7:30”."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02}" if rest else str(hours)


def _unsure(_fields: WeekFields) -> tuple[Week, ...]:
    return (USUAL_WEEK,)


_READERS: dict[WeekKind, Callable[[WeekFields], tuple[Week, ...]]] = {
    WeekKind.SAME: WeekFields.read_same,
    WeekKind.EACH: WeekFields.read_each,
    WeekKind.TURNS: WeekFields.read_turns,
    WeekKind.VARIES: WeekFields.read_average,
    WeekKind.UNSURE: _unsure,
}
