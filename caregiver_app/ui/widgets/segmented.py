"""A choice of two or three views in one row: radio buttons that look like one control."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from caregiver_app.ui import icons
from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.theme import Theme


class Segment(QRadioButton):
    """One part of the row. A tick stands in the chosen one, so that color is not the only sign."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self._open_left = self._open_right = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def join(self, *, left: bool, right: bool) -> None:
        """Leave out the round corners where a neighbor follows."""
        self._open_left, self._open_right = left, right

    def sizeHint(self) -> QSize:
        px = self._theme.px
        words = QFontMetrics(self._theme.font("strong")).horizontalAdvance(self.text())
        return QSize(words + px(14) * 2 + px(16) + px(6), px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_soft" if chosen else "sunken" if self.underMouse() else "surface"
        painter.setPen(QPen(theme.token("line_strong"), 2))
        painter.setBrush(theme.token(ground))
        painter.drawPath(self._outline())
        ink = theme.token("on_accent_soft" if chosen else "text")
        self._paint_words(painter, chosen=chosen)
        if chosen:
            size = theme.px(16)
            place = QPoint(self._words_left() - size - theme.px(6), (self.height() - size) // 2)
            painter.drawPixmap(place, icons.picture("check", ink, size))
        painter.end()

    def _paint_words(self, painter: QPainter, *, chosen: bool) -> None:
        painter.setFont(self._theme.font("strong" if chosen else "body"))
        painter.setPen(self._theme.token("on_accent_soft" if chosen else "text"))
        if not chosen:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            return
        room = QRect(self._words_left(), 0, self.width(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _words_left(self) -> int:
        words = QFontMetrics(self._theme.font("strong")).horizontalAdvance(self.text())
        tick = self._theme.px(16) + self._theme.px(6)
        return (self.width() - words - tick) // 2 + tick

    def _outline(self) -> QPainterPath:
        """A round box; where a neighbor follows it reaches beyond the edge, so that one line parts the two."""
        radius = self._theme.px(8)
        beyond = radius * 2
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(
            box.adjusted(-beyond if self._open_left else 0, 0, beyond if self._open_right else 0, 0), radius, radius
        )
        if self._open_left:
            path.moveTo(0, box.top())
            path.lineTo(0, box.bottom())
        return path


class Segmented(QWidget):
    """`chosen` tells the value that was picked by the person."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, choices: Mapping[str, str], value: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, "Grouping")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(QMargins())
        row.setSpacing(0)
        for place, (each, text) in enumerate(choices.items()):
            button = Segment(theme, text)
            button.join(left=place > 0, right=place < len(choices) - 1)
            button.setObjectName(f"segment {each}")
            button.setChecked(each == value)
            self._group.addButton(button)
            self._buttons[each] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)

    def value(self) -> str:
        """What is chosen now."""
        return next(value for value, button in self._buttons.items() if button.isChecked())

    def choose(self, value: str) -> None:
        """Choose by program; nothing is told."""
        self._buttons[value].setChecked(True)

    def _clicked(self) -> None:
        self.chosen.emit(self.value())
