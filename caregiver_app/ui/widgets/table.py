"""A calm table: rows without a grid; where it is narrow, columns are left out rather than scrolled to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from caregiver_app.ui.theme import Theme

ROW = 46
STAYS = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})  # it will be back
OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})


@dataclass(frozen=True, kw_only=True)
class Columns:
    """How columns share the width, in pixels at 100 %.

    `wide` takes what the others leave and is never left out; it wants `least`. The columns in `out` are left out one
    after the other until the rest fits.
    """

    widths: Mapping[int, int]
    wide: int
    least: int
    out: tuple[int, ...]


class CalmTable(QTableView):
    """`pressed_key` brings a key of `keys`, or Menu; `menu_at` a place on the screen, with that row made current."""

    pressed_key = Signal(object)
    menu_at = Signal(object)

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        name: str,
        columns: Columns | None = None,
        *,
        keys: Collection[Qt.Key] = (),
    ) -> None:
        super().__init__()
        self._theme, self._columns, self._keys = theme, columns, frozenset(keys)
        self._widths = dict(columns.widths) if columns is not None else {}
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setProperty("resting", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dress_heads(theme)

    def _dress_heads(self, theme: Theme) -> None:
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.px(ROW))
        head.setFixedHeight(theme.px(ROW))
        head.setHighlightSections(False)
        if self._columns is None:
            head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            return
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(self._columns.wide, QHeaderView.ResizeMode.Stretch)
        for column, width in self._widths.items():
            self.setColumnWidth(column, theme.px(width))

    def fit_rows(self, n: int) -> None:
        """As high as its head and `n` rows."""
        self.setFixedHeight(self._theme.px(ROW) * (n + 1) + 2)

    def widen(self, column: int, text: str) -> None:
        """Give a column room for a text, and never less than it began with."""
        if self._columns is None:
            return
        air = self._theme.px(36) + 6  # of the cell, and for texts of as many but wider letters
        needed = self.fontMetrics().horizontalAdvance(text) + air
        width = max(self._columns.widths[column], round(needed / self._theme.scale))
        if width != self._widths[column]:
            self._widths[column] = width
            self.setColumnWidth(column, self._theme.px(width))
            self._leave_out(self.viewport().width())

    def _leave_out(self, width: int) -> None:
        """Hide what does not fit, in its order."""
        if self._columns is None:
            return
        needed = self._columns.least + sum(self._widths.values())
        for column in self._columns.out:
            is_out = self._theme.px(needed) > width
            self.setColumnHidden(column, is_out)
            needed -= self._widths[column] if is_out else 0

    # The current row is tinted only while the keyboard is here: nothing looks chosen before it was.

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._rest(on=False)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYS:
            self._rest(on=True)

    def _rest(self, *, on: bool) -> None:
        if self.property("resting") != on:
            self.setProperty("resting", on)
            self.style().unpolish(self)
            self.style().polish(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._leave_out(event.size().width())
        super().resizeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.pressed_key.emit(Qt.Key.Key_Menu)
            return
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_at.emit(event.globalPos())

    def below_current(self) -> QPoint:
        """Where a menu for the current row opens, on the screen."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self._keys and not event.modifiers():
            self.pressed_key.emit(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)
