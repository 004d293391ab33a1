"""Receipts side by side as small pictures with their names: one tab stop, arrows move, Enter opens, Delete removes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from caregiver_app.ui import icons
from caregiver_app.ui.expenses.receipt_piece import Piece, facts_words
from caregiver_app.ui.expenses.receipt_rows import decoded
from caregiver_app.ui.theme import Theme
from caregiver_app.words import tr

PIECE = Qt.ItemDataRole.UserRole
WIDE, PICTURE_HIGH, GAP = 148, 116, 8
MOST_ROWS = 2
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_MODIFIED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ReceiptTiles(QListWidget):
    """`opened`, `removal_wanted` bring the place of a receipt; `menu_wanted` a place on the screen."""

    opened = Signal(int)
    removal_wanted = Signal(int)
    menu_wanted = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures: dict[str, QPixmap] = {}
        self.setAccessibleName(name)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Tile(theme, self))
        self.doubleClicked.connect(self._open)

    def show_pieces(self, pieces: Sequence[Piece], at: int = 0) -> None:
        """Show these, and stand on one of them."""
        self.clear()
        for piece in pieces:
            self.addItem(self._item(piece))
        self.setCurrentRow(max(0, min(at, len(pieces) - 1)))
        self.fit()

    def _item(self, piece: Piece) -> QListWidgetItem:
        item = QListWidgetItem(piece.name)
        facts = facts_words(piece)
        item.setData(PIECE, piece)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("{name}, {facts}").format(name=piece.name, facts=facts))
        item.setToolTip(tr("{name}, {facts}").format(name=piece.name, facts=facts))
        return item

    def picture(self, piece: Piece) -> QPixmap:
        """The small picture of a receipt, made when it first comes into sight."""
        if piece.sha256 not in self._pictures:
            self._pictures[piece.sha256] = self._made(piece)
        return self._pictures[piece.sha256]

    def _made(self, piece: Piece) -> QPixmap:
        ratio = self.devicePixelRatioF()
        room = QSize(self._theme.px(WIDE - 2 * GAP), self._theme.px(PICTURE_HIGH)) * ratio
        picture = decoded(piece.preview, room)
        if picture.isNull():
            return icons.picture("receipt", self._theme.token("text2"), self._theme.px(48))
        picture.setDevicePixelRatio(ratio)
        return picture

    def fit(self) -> None:
        """As high as its rows, up to some of them."""
        cell = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())
        across = max(1, (self.width() - self._theme.px(24)) // cell.width())
        rows = -(-self.count() // across)
        self.setFixedHeight(min(max(rows, 1), MOST_ROWS) * cell.height() + 2 * self.frameWidth() + self._theme.px(4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def focus_rect(self) -> QRect:
        """All of it: a ring around the whole list."""
        return self.rect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        plain = not event.modifiers() & _MODIFIED
        if row >= 0 and plain and event.key() in _OPENING:
            self.opened.emit(row)
        elif row >= 0 and plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit(row)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if by_key else self.itemAt(event.pos())
        if item is not None:
            self.setCurrentItem(item)
            at = self.visualItemRect(item).bottomLeft() if by_key else event.pos()
            self.menu_wanted.emit(self.viewport().mapToGlobal(QPoint(at)))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())


class _Tile(QStyledItemDelegate):
    """Paints a small picture with the name below; a long name keeps its start and its end."""

    def __init__(self, theme: Theme, view: ReceiptTiles) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = QFontMetrics(self._theme.font("caption")).height()
        px = self._theme.px
        return QSize(px(WIDE), px(PICTURE_HIGH) + 2 * line + px(3 * GAP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, gap = self._theme, self._theme.px(GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = option.rect.adjusted(2, 2, -2, -2)
        if chosen:
            painter.setPen(QPen(theme.token("accent"), 2))
            painter.setBrush(theme.token("sel"))
            painter.drawRoundedRect(inner, theme.px(8), theme.px(8))
        room = QRect(inner.x() + gap // 2, inner.y() + gap, inner.width() - gap, theme.px(PICTURE_HIGH))
        self._paint_picture(painter, room, self._view.picture(index.data(PIECE)))
        self._paint_words(painter, room, index.data(PIECE), "on_sel" if chosen else "text")
        painter.restore()

    def _paint_picture(self, painter: QPainter, room: QRect, picture: QPixmap) -> None:
        size = picture.deviceIndependentSize().toSize().boundedTo(room.size())
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(room.center())
        painter.drawPixmap(place, picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.token("line_strong"), 1))
        painter.drawRect(place)

    def _paint_words(self, painter: QPainter, room: QRect, piece: Piece, ink: str) -> None:
        theme = self._theme
        metrics = QFontMetrics(theme.font("caption"))
        painter.setFont(theme.font("caption"))
        top = room.bottom() + theme.px(GAP)
        for words, color in ((piece.name, ink), (facts_words(piece), ink if ink == "on_sel" else "text2")):
            painter.setPen(theme.token(color))
            line = QRect(room.x(), top, room.width(), metrics.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)
            top += metrics.height()
