"""Bars by kind: the name, the bar, and its value at the end. Painted here, so that no legend is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.domain.money_words import dollars
from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.theme import Theme
from caregiver_app.words import tr

ROW = 40
MOST_ROWS = 6
_NAME = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One kind: its key, None for all that have no bar of their own, its name, and dollars."""

    kind: str | None
    name: str
    amount: Decimal


class KindBars(QWidget):
    """`chosen` brings the key of a kind whose bar was clicked; the list has a filter that does the same by key."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        set_role(self, "Chart")
        self.setAccessibleName(tr("Where the money went"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show kinds, the largest first; what has no room is one bar at the end."""
        self._bars = _with_rest(bars)
        told = [tr("{name}: {amount}").format(name=bar.name, amount=dollars(bar.amount)) for bar in bars]
        self.setAccessibleDescription(tr(", ").join(told))
        self.updateGeometry()
        self.update()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is painted, from top to bottom."""
        return self._bars

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(ROW) * max(len(self._bars), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names, values = self._widths()
        most = max((bar.amount for bar in self._bars), default=Decimal(0))
        for place, bar in enumerate(self._bars):
            row = QRect(0, place * self._theme.px(ROW), self.width(), self._theme.px(ROW))
            self._paint_name(painter, bar, QRect(row.left(), row.top(), names, row.height()))
            part = float(bar.amount / most) if most else 0.0  # a length on the screen, no money
            gap = self._theme.px(12)
            self._paint_bar(painter, bar, row.adjusted(names + gap, 0, 0, 0), values, part)
        painter.end()

    def _paint_name(self, painter: QPainter, bar: Bar, room: QRect) -> None:
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.token("text"))
        metrics = QFontMetrics(self._theme.font("body"))
        if metrics.boundingRect(room, _NAME, bar.name).height() > room.height():
            name = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        else:
            painter.drawText(room, _NAME, bar.name)

    def _paint_bar(self, painter: QPainter, bar: Bar, room: QRect, values: int, part: float) -> None:
        theme, gap = self._theme, self._theme.px(10)
        height = theme.px(20)
        length = max((room.width() - values - gap) * part, theme.px(4))
        area = QRectF(room.left(), room.top() + (room.height() - height) / 2, length, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.token("bar"))
        painter.drawRoundedRect(area, theme.px(4), theme.px(4))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.token("text"))
        value = QRect(round(area.right()) + gap, room.top(), values, room.height())
        painter.drawText(value, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, dollars(bar.amount))

    def _widths(self) -> tuple[int, int]:
        """Room for the names, two lines where they are long, and for the values."""
        body, strong = QFontMetrics(self._theme.font("body")), QFontMetrics(self._theme.font("strong"))
        names = max((body.horizontalAdvance(bar.name) for bar in self._bars), default=0) + 2
        values = max((strong.horizontalAdvance(dollars(bar.amount)) for bar in self._bars), default=0) + 2
        return min(names, round(self.width() * 0.38)), values

    def _bar_at(self, at: QPoint) -> Bar | None:
        place = at.y() // self._theme.px(ROW)
        return self._bars[place] if 0 <= place < len(self._bars) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position().toPoint())
        if bar is not None and bar.kind is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(tr("Show these in the list: {name}").format(name=bar.name))
        else:
            self.unsetCursor()
            self.setToolTip("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position().toPoint())
        if bar is not None and bar.kind is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(bar.kind)


def _with_rest(bars: Sequence[Bar]) -> tuple[Bar, ...]:
    if len(bars) <= MOST_ROWS:
        return tuple(bars)
    rest = sum((bar.amount for bar in bars[MOST_ROWS - 1 :]), Decimal(0))
    name = tr("{n} other kinds").format(n=len(bars) - MOST_ROWS + 1)
    return (*bars[: MOST_ROWS - 1], Bar(kind=None, name=name, amount=rest))
