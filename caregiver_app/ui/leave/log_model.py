"""The log of time off as rows of a table. Texts are made when a row is seen: twenty years open as fast as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum, auto
from fractions import Fraction
from typing import Any
from uuid import UUID

from caregiver_app.domain.leave.answers import Row
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave_names import paid_words
from caregiver_app.domain.leave_words import hours_shown
from caregiver_app.ui.leave.words import counted_words, days_of, is_to_come, reason_of, status_words, told_of
from caregiver_app.ui.widgets.table_rows import TableRows
from caregiver_app.words import tr


class Column(IntEnum):
    """The columns, from left to right."""

    DATE = 0
    HOURS = 1
    REASON = 2
    TOLD = 3
    PAID = 4
    COUNTED = 5
    LEFT = 6
    STATUS = 7


NUMBERS = (Column.HOURS, Column.LEFT)


class Shown(Enum):
    """Which entries are shown."""

    ALL = auto()
    PLANNED = auto()
    TAKEN = auto()
    NOT_TOLD = auto()
    NOT_FMLA = auto()


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What to show; no words and ALL let everything pass."""

    words: str = ""
    shown: Shown = Shown.ALL

    @property
    def is_open(self) -> bool:
        """Whether everything passes."""
        return not self.words.split() and self.shown is Shown.ALL


def _is_shown(row: Row, shown: Shown, today: date) -> bool:
    time_off = row.time_off
    counts = time_off.kind is LeaveKind.FMLA
    if shown is Shown.PLANNED:
        return counts and is_to_come(time_off, today)
    if shown is Shown.TAKEN:
        return counts and not is_to_come(time_off, today)
    if shown is Shown.NOT_TOLD:
        return time_off.told_on is None
    return not counts if shown is Shown.NOT_FMLA else True


_TEXTS: dict[int, Callable[[Row, date], str]] = {
    Column.DATE: lambda row, today: days_of(row.time_off, today),
    Column.HOURS: lambda row, _today: hours_shown(Fraction(row.minutes)),
    Column.REASON: lambda row, _today: reason_of(row),
    Column.TOLD: told_of,
    Column.PAID: lambda row, _today: paid_words(row.time_off.paid),
    Column.COUNTED: lambda row, _today: counted_words(row),
    Column.LEFT: lambda row, _today: hours_shown(row.left_after.minutes),
    Column.STATUS: lambda row, today: status_words(row.time_off, today),
}
_KEYS: dict[int, Callable[[Row, date], Any]] = {
    Column.DATE: lambda row, _today: (row.time_off.first, row.time_off.last),
    Column.HOURS: lambda row, _today: (row.minutes, row.time_off.first),
    Column.REASON: lambda row, _today: (reason_of(row).casefold(), row.time_off.first),
    Column.TOLD: lambda row, _today: (row.time_off.told_on or date.min, row.time_off.first),
    Column.PAID: lambda row, _today: (paid_words(row.time_off.paid), row.time_off.first),
    Column.COUNTED: lambda row, _today: (row.weeks, row.time_off.first),
    Column.LEFT: lambda row, _today: (row.left_after.weeks, row.time_off.first),
    Column.STATUS: lambda row, today: (status_words(row.time_off, today), row.time_off.first),
}


class LogModel(TableRows):
    """The rows that pass the filter, in the order of one column; the newest day stands first."""

    def __init__(self, parent: object = None) -> None:
        heads = (
            tr("Date"), tr("Hours"), tr("Reason"), tr("Told work"), tr("Paid from"), tr("Counted"), tr("Left after"),
            tr("Status"),
        )  # fmt: skip
        super().__init__(heads, numbers=NUMBERS, order=(Column.DATE, True), parent=parent)
        self._all: list[Row] = []
        self._today = date.min
        self._filter = Filter()
        self._is_counted = True
        self._found_by: dict[UUID, str] = {}

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, in order."""
        return self._rows

    @property
    def count(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    def show(self, rows: Sequence[Row], today: date, *, is_counted: bool = True) -> None:
        """Take other rows in; where nothing can be counted, no number is shown for it."""
        self._all, self._today, self._is_counted = list(rows), today, is_counted
        self._found_by.clear()
        self._renew()

    def choose(self, wanted: Filter) -> None:
        """Show what passes another filter."""
        self._filter = wanted
        self._renew()

    def place_of(self, record_id: UUID) -> int | None:
        """The row of an entry, or of the visit that it is for."""
        for place, row in enumerate(self._rows):
            if record_id in (row.time_off.id, row.time_off.appointment_id):
                return place
        return None

    def place_on(self, day: date) -> int | None:
        """The row of the entry that covers a day."""
        number = day.toordinal()
        places = (place for place, row in enumerate(self._rows) if number in row.time_off.entry().numbers())
        return next(places, None)

    def longest(self, column: Column) -> str:
        """The longest text of a column."""
        return max((self.text_of(row, column) for row in self._rows), key=len, default="")

    def _renew(self) -> None:
        self.show_rows(self._all if self._filter.is_open else [row for row in self._all if self._passes(row)])

    def _passes(self, row: Row) -> bool:
        if not _is_shown(row, self._filter.shown, self._today):
            return False
        words = self._filter.words.casefold().split()
        return not words or all(word in self._text_to_find(row) for word in words)

    def _text_to_find(self, row: Row) -> str:
        time_off = row.time_off
        if time_off.id not in self._found_by:
            texts = [make(row, self._today) for make in _TEXTS.values()]
            texts += [time_off.notes, time_off.told_how, time_off.told_whom, str(time_off.first.year)]
            self._found_by[time_off.id] = " ".join(texts).casefold()
        return self._found_by[time_off.id]

    def text_of(self, row: Row, column: int) -> str:
        if not self._is_counted and (column == Column.LEFT or (column == Column.HOURS and not row.minutes)):
            return tr("–")
        return _TEXTS[column](row, self._today)

    def key_of(self, row: Row, column: int) -> Any:
        return _KEYS[column](row, self._today)
