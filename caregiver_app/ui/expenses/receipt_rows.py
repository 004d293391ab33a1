"""Rows with a small picture and two lines of words, for lists of files and receipts."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from caregiver_app.ui.theme import Theme

ROW, PICTURE = 72, 60


class PictureRows(QListWidget):
    """A list of files: long names keep their start and their end."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIconSize(QSize(theme.px(PICTURE), theme.px(PICTURE)))
        self.setItemDelegate(_Rows(theme, self))

    @property
    def all_items(self) -> list[QListWidgetItem]:
        """All rows in order."""
        return [self.item(row) for row in range(self.count())]

    def high(self, rows: int) -> int:
        """The height of so many rows."""
        return self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height() * rows + self._theme.px(4)

    def picture(self, preview: bytes) -> QIcon:
        """A small picture that all rows have the same room for; an empty sheet while there is none."""
        ratio = self.devicePixelRatioF()
        room = QPixmap(self.iconSize() * ratio)
        room.fill(Qt.GlobalColor.transparent)
        found = framed(self._theme, preview, self.iconSize(), ratio)
        found.setDevicePixelRatio(1)
        place = QRect(QPoint(0, 0), room.size() * 0.8 if found.isNull() else found.size())
        place.moveCenter(room.rect().center())
        painter = QPainter(room)
        painter.fillRect(place, self._theme.token("line"))
        painter.drawPixmap(place, found)
        painter.end()
        room.setDevicePixelRatio(ratio)
        found_icon = QIcon(room)
        found_icon.addPixmap(room, QIcon.Mode.Selected)  # else it is tinted
        return found_icon


def framed(theme: Theme, preview: bytes, room: QSize, ratio: float) -> QPixmap:
    """A preview as large as it can be in some room, with a thin line around: white paper is seen on white, too."""
    found = decoded(preview, room * ratio)
    if found.isNull():
        return found
    painter = QPainter(found)
    painter.setPen(theme.token("line_strong"))
    painter.drawRect(found.rect().adjusted(0, 0, -1, -1))
    painter.end()
    found.setDevicePixelRatio(ratio)
    return found


def decoded(preview: bytes, room: QSize) -> QPixmap:
    """A preview scaled into some room while it is read: much faster than to read all of it first."""
    buffer = QBuffer()
    buffer.setData(preview)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    if preview and reader.size().isValid():
        reader.setScaledSize(reader.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        return QPixmap.fromImage(reader.read())
    return QPixmap()


class _Rows(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: PictureRows) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        two_lines = 2 * QFontMetrics(self._theme.font("body")).lineSpacing() + self._theme.px(8)
        return QSize(self._theme.px(120), max(self._theme.px(ROW), two_lines))
