"""How taken, planned, free and returning time is drawn: each with a shape of its own, never by color alone."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QMargins, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.texts import Text


class Mark(Enum):
    """What a piece of the bar or a day of the year stands for."""

    TAKEN = auto()
    PLANNED = auto()
    FREE = auto()
    BACK = auto()
    TODAY = auto()


def hatch(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """Slanted lines over a soft ground, inside what the painter is clipped to."""
    painter.fillRect(area, theme.token("accent_soft"))
    step, rise = max(theme.px(6), 4), area.height()
    painter.setPen(QPen(theme.token("bar"), max(theme.px(2), 1)))
    x = area.left() - rise
    while x < area.right() + rise:
        painter.drawLine(QPointF(x, area.bottom() + 1), QPointF(x + rise + 1, area.top()))
        x += step


def draw_mark(painter: QPainter, theme: Theme, mark: Mark, area: QRectF, radius: float) -> None:
    """One mark in a rounded square."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shape = QPainterPath()
    shape.addRoundedRect(area, radius, radius)
    edge = QPen(theme.token("line_strong"), 1)
    if mark is Mark.BACK:
        _draw_back(painter, theme, area)
    elif mark is Mark.TODAY:
        painter.setPen(QPen(theme.token("text"), max(theme.px(2), 1)))
        painter.drawPath(shape)
    elif mark is Mark.PLANNED:
        painter.setClipPath(shape)
        hatch(painter, theme, area)
        painter.setClipping(False)
        painter.setPen(QPen(theme.token("bar"), 1))
        painter.drawPath(shape)
    else:
        painter.setPen(edge)
        painter.setBrush(theme.token("bar" if mark is Mark.TAKEN else "bar_track"))
        painter.drawPath(shape)
    painter.restore()


def _draw_back(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """A plus in a ring: this much is added again."""
    size = min(area.width(), area.height())
    middle, line = area.center(), max(theme.px(2), 1)
    painter.setBrush(theme.token("surface"))
    painter.setPen(QPen(theme.token("text"), line))
    painter.drawEllipse(middle, size / 2 - 1, size / 2 - 1)
    arm = size / 4
    painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
    painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))


class _Swatch(QWidget):
    def __init__(self, theme: Theme, mark: Mark) -> None:
        super().__init__()
        self._theme, self._mark = theme, mark
        self.setFixedSize(theme.px(20), theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        draw_mark(painter, self._theme, self._mark, area, self._theme.px(4))
        painter.end()


class LegendEntry(QWidget):
    """A mark with its words."""

    def __init__(self, theme: Theme, mark: Mark, words: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(QMargins(0, 0, theme.px(8), 0))
        row.setSpacing(theme.px(8))
        self.words = Text(theme, words, wrap=False)
        row.addWidget(_Swatch(theme, mark), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words)

    def tell(self, words: str) -> None:
        """Change its words."""
        self.words.setText(words)
        self.words.updateGeometry()
