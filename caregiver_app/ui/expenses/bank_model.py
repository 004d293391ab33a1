"""The lines of a bank's file as rows with a tick each. Texts are made when a row is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, IntEnum, auto
from typing import Any

from PySide6.QtCore import Qt, Signal

from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.expenses import Source
from caregiver_app.domain.money_words import dollars, source_words
from caregiver_app.domain.spoken import shown_day
from caregiver_app.services.expenses.importing import Arrival, Chosen
from caregiver_app.ui.widgets.table_rows import NO_INDEX, Index, TableRows
from caregiver_app.words import tr

OTHER = "other"


class Column(IntEnum):
    """The columns, from left to right."""

    DAY = 0
    PAYEE = 1
    AMOUNT = 2
    WHAT = 3
    WHY = 4


class Shown(Enum):
    """Which lines are shown."""

    ALL = auto()
    TICKED = auto()
    NOT_TICKED = auto()
    NO_IDEA = auto()
    MONEY_IN = auto()


@dataclass(slots=True, eq=False)
class BankRow:
    """One line as the person sees it. `source` is of money in, `kind` of all else."""

    arrival: Arrival
    place: int
    ticked: bool
    kind: str
    source: Source = Source.INSURER

    @property
    def chosen(self) -> Chosen:
        """The line as it comes in."""
        if self.arrival.is_money_in:
            return Chosen(arrival=self.arrival, source=self.source)
        return Chosen(arrival=self.arrival, kind=self.kind or OTHER)


class BankModel(TableRows):
    """`ticks_changed` comes after each change of ticks and kinds."""

    ticks_changed = Signal()

    def __init__(self, name: str, parent: object = None) -> None:
        heads = (tr("Day"), tr("Paid to"), tr("Amount"), tr("What it is"), tr("Note"))
        super().__init__(heads, numbers=(Column.AMOUNT,), order=(Column.DAY, True), parent=parent)
        self._name = name
        self._all: list[BankRow] = []
        self._shown = Shown.ALL
        self._today = date.min
        self._labels: dict[str, str] = {}

    @property
    def rows(self) -> Sequence[BankRow]:
        """What is shown, in order."""
        return self._rows

    @property
    def all_rows(self) -> Sequence[BankRow]:
        """Every line, shown or not, in the order of the file."""
        return self._all

    @property
    def chosen(self) -> list[Chosen]:
        """What is ticked, in the order of the file."""
        return [row.chosen for row in self._all if row.ticked]

    def counts(self) -> dict[Shown, int]:
        """How many lines each choice would show."""
        return {shown: sum(_passes(row, shown) for row in self._all) for shown in Shown}

    def longest_day(self) -> str:
        """As much as the first column has to hold: the days by year, and the tick before them."""
        years = {row.arrival.line.day.year: row for row in self._all if row.arrival.line.day is not None}
        texts = (self.text_of(row, Column.DAY) for row in years.values())
        return f"MM{max(texts, key=len, default='')}"

    def longest_amount(self) -> str:
        """As much as the column of amounts has to hold."""
        return max((self.text_of(row, Column.AMOUNT) for row in self._all), key=len, default="")

    def total(self) -> Decimal:
        """Dollars of the costs that are ticked."""
        return sum((row.arrival.line.spent for row in self._all if row.ticked and not _is_back(row)), Decimal(0))

    def take(self, arrivals: Iterable[Arrival], today: date) -> None:
        """Other lines; what was chosen of lines that stay the same is kept."""
        self._today = today
        before = {row.arrival.line.number: row for row in self._all}
        self._all = [_row(place, each, before.get(each.line.number)) for place, each in enumerate(arrivals)]
        self.choose(self._shown)

    def choose(self, shown: Shown) -> None:
        """Show other lines."""
        self._shown = shown
        self.show_rows(row for row in self._all if _passes(row, shown))

    def tick(self, rows: Iterable[BankRow], *, on: bool) -> None:
        """Tick lines, or take their ticks away."""
        for row in rows:
            row.ticked = on
        self._told()

    def set_kind(self, rows: Iterable[BankRow], kind: str) -> None:
        """Say what costs are; money in stays as it is."""
        for row in rows:
            if not _is_back(row):
                row.kind = kind
        self._told()

    def set_source(self, rows: Iterable[BankRow], source: Source) -> None:
        """Say where money came back from; that is a reason to bring it in."""
        for row in rows:
            if _is_back(row):
                row.source, row.ticked = source, True
        self._told()

    def _told(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))
        self.ticks_changed.emit()

    # As Qt asks

    def text_of(self, row: BankRow, column: int) -> str:
        line = row.arrival.line
        if column == Column.DAY:
            return shown_day(line.day, self._today) if line.day is not None else ""
        if column == Column.AMOUNT:
            return dollars(line.spent) if line.spent >= 0 else tr("+ {amount}").format(amount=dollars(-line.spent))
        if column == Column.PAYEE:
            return line.payee or line.memo or (line.expense.from_to if line.expense else "")
        return self._what(row) if column == Column.WHAT else row.arrival.why

    def _what(self, row: BankRow) -> str:
        if _is_back(row):
            return tr("Back from: {source}").format(source=source_words(row.source)) if row.ticked else tr("Money in")
        kind = row.kind or OTHER
        if kind not in self._labels:
            self._labels[kind] = kind_label(kind, self._name)
        return self._labels[kind]

    def key_of(self, row: BankRow, column: int) -> Any:
        line = row.arrival.line
        keys: dict[int, Any] = {
            Column.DAY: (line.day, -row.place),
            Column.PAYEE: line.payee.casefold(),
            Column.AMOUNT: line.spent,
            Column.WHAT: (_is_back(row), row.kind),
            Column.WHY: row.arrival.why,
        }
        return keys[column]

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.DAY else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            if index.column() != Column.DAY:
                return None
            return Qt.CheckState.Checked if self._rows[index.row()].ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.tick([self._rows[index.row()]], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)


def _row(place: int, arrival: Arrival, before: BankRow | None) -> BankRow:
    if before is not None and before.arrival == arrival:
        before.place = place
        return before
    return BankRow(arrival=arrival, place=place, ticked=arrival.is_ticked, kind=arrival.kind)


def _is_back(row: BankRow) -> bool:
    return row.arrival.is_money_in


def _passes(row: BankRow, shown: Shown) -> bool:
    if shown is Shown.TICKED:
        return row.ticked
    if shown is Shown.NOT_TICKED:
        return not row.ticked
    if shown is Shown.NO_IDEA:
        return not row.kind and not _is_back(row)
    return _is_back(row) if shown is Shown.MONEY_IN else True
