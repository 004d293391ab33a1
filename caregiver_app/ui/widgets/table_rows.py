"""Rows for a calm table: sorted by one column, kept current while they move; subclasses say what is in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class TableRows(QAbstractTableModel):
    """`heads` name the columns, those in `numbers` stand on the right; `order` is the column that sorts first."""

    def __init__(
        self,
        heads: Sequence[str],
        *,
        numbers: Iterable[int] = (),
        order: tuple[int, bool] = (0, False),
        parent: object = None,
    ) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._heads = tuple(heads)
        self._rows: list[Any] = []
        self._order = order
        right, left = (
            int(side | Qt.AlignmentFlag.AlignVCenter)
            for side in (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
        )
        self._sides = [right if column in frozenset(numbers) else left for column in range(len(heads))]

    def text_of(self, row: Any, column: int) -> str:
        """What a cell shows."""
        raise NotImplementedError

    def key_of(self, row: Any, column: int) -> Any:
        """What a row is sorted by in a column; without it rows stay as they came."""
        return 0

    def show_rows(self, rows: Iterable[Any]) -> None:
        """Take other rows in, in the order that was chosen."""
        self.beginResetModel()
        self._rows = self._sorted(rows)
        self.endResetModel()

    def _sorted(self, rows: Iterable[Any]) -> list[Any]:
        column, backwards = self._order
        key_of = self.key_of
        return sorted(rows, key=lambda row: key_of(row, column), reverse=backwards)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order is Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(index, self._rows[index.row()]) for index in before]
        self._rows = self._sorted(self._rows)
        place = {id(row): n for n, row in enumerate(self._rows)} if held else {}
        self.changePersistentIndexList(before, [self.index(place[id(row)], i.column()) for i, row in held])
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | None:
        if role == Qt.ItemDataRole.DisplayRole or role == Qt.ItemDataRole.ToolTipRole:  # noqa: PLR1714  # quicker
            return self.text_of(self._rows[index.row()], index.column())
        return self._sides[index.column()] if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation is Qt.Orientation.Vertical:
            return "" if role == Qt.ItemDataRole.DisplayRole else None  # a screen reader needs no row numbers
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return self._sides[section] if role == Qt.ItemDataRole.TextAlignmentRole else None
