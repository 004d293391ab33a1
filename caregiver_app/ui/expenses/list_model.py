"""Costs as rows of a table. Rows come as they are scrolled to: twenty thousand open as fast as two hundred."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from caregiver_app.domain.expense_answers import Asked, Column, Row, Totals
from caregiver_app.domain.expenses import Expense
from caregiver_app.services.expenses import lists
from caregiver_app.ui.actions import Actions
from caregiver_app.ui.expenses.words import (
    amount_words,
    listed_day,
    number_words,
    payers_words,
    receipt_words,
    what_words,
)
from caregiver_app.words import tr

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
PAGE = 60
REST_MS = 150  # without another letter, before the sums of a long list are asked for
COLUMNS = (Column.DAY, Column.PAYEE, Column.KIND, Column.PAYER, Column.NUMBER, Column.RECEIPT, Column.AMOUNT)
_RIGHT, _LEFT = (
    int(side | Qt.AlignmentFlag.AlignVCenter) for side in (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
)


class ExpenseModel(QAbstractTableModel):
    """What `asked` brings, page by page; sorting and filters are asked of the file. `summed`: its sums are known.

    While letters are typed, the sums of a list of more than a page come when the typing rests.
    """

    summed = Signal()

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._rows: list[Row] = []
        self._names: Mapping[UUID, str] = {}
        self._today = date.min
        self.asked = Asked(sort=Column.DAY, descending=True, limit=PAGE)
        self.totals = Totals()
        self._has_more = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._sum)

    @property
    def rows(self) -> Sequence[Row]:
        """What was read so far, in order."""
        return self._rows

    def show(self, asked: Asked, names: Mapping[UUID, str], today: date) -> None:
        """Ask anew; as many rows are there again as were read before, when it is the same question."""
        is_same = replace(asked, limit=0, offset=0) == replace(self.asked, limit=0, offset=0)
        limit = max(len(self._rows), PAGE) if is_same else PAGE
        is_typed = bool(asked.words) and asked.words != self.asked.words
        self.asked, self._names, self._today = asked, names, today
        self._read(limit)
        if is_typed and self._has_more:
            self._rest.start()
        else:
            self._sum()

    def _read(self, limit: int) -> None:
        self.beginResetModel()
        self._rows = []
        self._rows = list(self._more(limit))
        self._has_more = len(self._rows) == limit
        self.endResetModel()

    def _sum(self) -> None:
        self._rest.stop()
        self.totals = self._actions.read(partial(lists.totals, asked=self.asked))
        self.summed.emit()

    def _more(self, limit: int) -> tuple[Row, ...]:
        asked = replace(self.asked, limit=limit, offset=len(self._rows))
        return self._actions.read(partial(lists.rows, asked=asked))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        descending = order is Qt.SortOrder.DescendingOrder
        if (COLUMNS[column], descending) == (self.asked.sort, self.asked.descending):
            return
        self.asked = replace(self.asked, sort=COLUMNS[column], descending=descending)
        if self._rows:  # the sums stay as they are
            self._read(PAGE)

    def canFetchMore(self, parent: Index = NO_INDEX) -> bool:
        return not parent.isValid() and self._has_more

    def fetchMore(self, parent: Index = NO_INDEX) -> None:
        if not self.canFetchMore(parent):
            return
        at = len(self._rows)
        more = self._more(PAGE)
        self._has_more = len(more) == PAGE
        if not more:
            return
        self.beginInsertRows(NO_INDEX, at, at + len(more) - 1)
        self._rows += more
        self.endInsertRows()

    def longest(self, column: Column) -> str:
        """The longest text of a column among the rows that were read."""
        return max((self._text(row, column) for row in self._rows), key=len, default="")

    def place_of(self, record_id: UUID) -> int | None:
        """The row of a cost among those that were read."""
        return next((place for place, row in enumerate(self._rows) if row.expense.id == record_id), None)

    def expense_at(self, row: int) -> Expense | None:
        """The cost of a row."""
        return self._rows[row].expense if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | None:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(self._rows[index.row()], COLUMNS[index.column()])
        return self._side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation is Qt.Orientation.Vertical:
            return "" if role == Qt.ItemDataRole.DisplayRole else None  # a screen reader needs no row numbers
        if role == Qt.ItemDataRole.DisplayRole:
            return heads()[section]
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @staticmethod
    def _side(column: int) -> int:
        return _RIGHT if COLUMNS[column] is Column.AMOUNT else _LEFT

    def _text(self, row: Row, column: Column) -> str:
        expense = row.expense
        if column is Column.DAY:
            return listed_day(expense.day, self._today)
        return payers_words(expense, self._names) if column is Column.PAYER else _TEXTS[column](row)


_TEXTS: dict[Column, Callable[[Row], str]] = {
    Column.PAYEE: what_words,
    Column.KIND: lambda row: row.kind_label,
    Column.NUMBER: lambda row: number_words(row.expense),
    Column.RECEIPT: receipt_words,
    Column.AMOUNT: lambda row: amount_words(row.expense),
}


def heads() -> tuple[str, ...]:
    """The names of the columns, in their order."""
    return (tr("Date"), tr("What"), tr("Kind"), tr("Paid by"), tr("Number"), tr("Receipt"), tr("Amount"))
