"""A table of a sheet on the screen: the same words and numbers as on paper, in rows that wrap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QScrollArea

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.table import CalmTable

if TYPE_CHECKING:
    from caregiver_app.documents.money_sheet import Column, Line, Section

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_HIGHEST = 100_000
_PADDING = 34  # beside the words of a cell, in pixels at 100 %
_AIRY = 16  # above and below them together
_LEAST_ROW = 38
_DEEP = 16  # how far a row is set in
_WRAP = int(Qt.TextFlag.TextWordWrap)


class SectionRows(QAbstractTableModel):
    """The columns and lines of a section; sums are bold."""

    def __init__(self, theme: Theme, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self.columns: tuple[Column, ...] = ()
        self.lines: tuple[Line, ...] = ()
        self._bold, self._plain = theme.font("strong"), theme.font("body")
        self._deep = QPixmap(theme.px(_DEEP), 1)
        self._deep.fill(Qt.GlobalColor.transparent)

    def show_section(self, section: Section) -> None:
        """Show another."""
        self.beginResetModel()
        self.columns, self.lines = section.columns, section.lines
        self.endResetModel()

    def font_of(self, row: int) -> QFont:
        """The letters of a row."""
        return self._bold if self.lines[row].bold else self._plain

    def text_of(self, row: int, column: int) -> str:
        """What a cell shows."""
        return self.lines[row].cells[column]

    def set_in(self, row: int, column: int) -> int:
        """How far a cell is set in, in pixels."""
        return self._deep.width() if self.lines[row].deep and not column else 0

    def head_of(self, column: int) -> str:
        """The name of a column."""
        label = self.columns[column].label
        return label[:1].upper() + label[1:]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_of(index.row(), index.column())
        if role == Qt.ItemDataRole.FontRole:
            return self.font_of(index.row())
        if role == Qt.ItemDataRole.DecorationRole and self.set_in(index.row(), index.column()):
            return self._deep  # Qt leaves its width free beside every line of the words
        return self._side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.head_of(section)
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if self.columns[column].number else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class WholeTable(CalmTable):
    """As high as its rows, so that the page around it scrolls; that page follows the row that is current."""

    def __init__(self, theme: Theme, model: QAbstractTableModel, name: str) -> None:
        super().__init__(theme, model, name)
        model.setParent(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if area is not None else None
        if area is not None and page is not None and current.isValid():
            row = self.visualRect(current)  # type: ignore[arg-type]
            at = self.viewport().mapTo(page, row.center())
            area.ensureVisible(area.horizontalScrollBar().value(), at.y(), 0, row.height())


class SectionTable(WholeTable):
    """As high as its rows. Numbers have the room that they need; words share the rest and wrap."""

    def __init__(self, theme: Theme, name: str) -> None:
        self.rows = SectionRows(theme)
        super().__init__(theme, self.rows, name)
        self.setWordWrap(True)

    def show_section(self, section: Section) -> None:
        """Show its columns and lines."""
        self.rows.show_section(section)
        self._lay_out(self.viewport().width())

    def texts(self) -> list[tuple[str, ...]]:
        """What it shows, row by row."""
        return [line.cells for line in self.rows.lines]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out(event.size().width())

    def _lay_out(self, width: int) -> None:
        widths = self._widths_in(width)
        for column, each in enumerate(widths):
            self.setColumnWidth(column, each)
        high = self.horizontalHeader().height() + 2
        for row in range(self.rows.rowCount()):
            height = self._height_of(row, widths)
            self.setRowHeight(row, height)
            high += height
        self.setFixedHeight(high)

    def _widths_in(self, width: int) -> list[int]:
        needed = [self._needed(place) if each.number else 0 for place, each in enumerate(self.rows.columns)]
        shares = [0.0 if each.number else each.share for each in self.rows.columns]
        rest = max(0, width - sum(needed))
        whole = sum(shares) or 1
        found = [need or int(rest * share / whole) for need, share in zip(needed, shares, strict=True)]
        if found:
            found[0] += max(0, width - sum(found))
        return found

    def _needed(self, column: int) -> int:
        head = QFontMetrics(self._theme.font("strong")).horizontalAdvance(self.rows.head_of(column))
        cells = (
            QFontMetrics(self.rows.font_of(row)).horizontalAdvance(self.rows.text_of(row, column))
            for row in range(self.rows.rowCount())
        )
        return max([head, *cells]) + self._theme.px(_PADDING)

    def _height_of(self, row: int, widths: Sequence[int]) -> int:
        metrics = QFontMetrics(self.rows.font_of(row))
        room = self._theme.px(_PADDING)
        heights = (
            metrics.boundingRect(
                QRect(0, 0, max(1, widths[column] - room - self.rows.set_in(row, column)), _HIGHEST),
                _WRAP,
                self.rows.text_of(row, column),
            ).height()
            for column in range(self.rows.columnCount())
        )
        return max(max(heights) + self._theme.px(_AIRY), self._theme.px(_LEAST_ROW))
