"""Bars by month: past months in outline, this one filled, each with its dollars on top."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.domain.expense_answers import MonthTotal
from caregiver_app.domain.money_words import dollars, round_dollars
from caregiver_app.domain.spoken import short_month_names
from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.expenses.words import month_words
from caregiver_app.ui.theme import Theme
from caregiver_app.words import tr

LEAST_SHOWN = 3
HEIGHT = 220


class MonthBars(QWidget):
    """As many of the last months as have room. `chosen` brings the first day of a month whose bar was clicked."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._months: tuple[MonthTotal, ...] = ()
        set_role(self, "Chart")
        self.setAccessibleName(tr("Month by month"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)

    def show_months(self, months: Sequence[MonthTotal]) -> None:
        """Show months, the last of them is now."""
        self._months = tuple(months)
        self.setAccessibleDescription(tr(", ").join(map(_told, months)))
        self.update()

    def shown(self) -> tuple[MonthTotal, ...]:
        """The last months that have room."""
        fits = int(self.width() // self._slot_least())
        return self._months[-max(fits, LEAST_SHOWN) :]

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._slot_least() * LEAST_SHOWN, self._theme.px(180))

    def _slot_least(self) -> int:
        bold, plain = QFontMetrics(self._bold()), QFontMetrics(self._theme.font("caption"))
        widths = [bold.horizontalAdvance(round_dollars(each.total)) for each in self._months]
        widths += [plain.horizontalAdvance(name) for name in short_month_names()]
        return max(widths) + self._theme.px(12)

    def _bold(self) -> QFont:
        font = QFont(self._theme.font("caption"))
        font.setBold(True)
        return font

    def _slots(self) -> list[tuple[MonthTotal, QRect]]:
        shown = self.shown()
        width = self.width() / max(len(shown), 1)
        return [
            (month, QRect(round(place * width), 0, round(width), self.height())) for place, month in enumerate(shown)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QFontMetrics(theme.font("caption")).height() + theme.px(6)
        ground = self.height() - line
        slots = self._slots()
        most = max((month.total for month, _ in slots), default=Decimal(0))
        for place, (month, slot) in enumerate(slots):
            part = float(month.total / most) if most else 0.0  # a length on the screen, no money
            is_now = place == len(slots) - 1
            self._paint_bar(painter, slot, ground, round((ground - line) * part), is_now=is_now)
            self._paint_words(painter, slot, ground, month, part, line)
        painter.setPen(QPen(theme.token("line_strong"), 1))
        painter.drawLine(QPoint(0, ground), QPoint(self.width(), ground))
        painter.end()

    def _paint_bar(self, painter: QPainter, slot: QRect, ground: int, height: int, *, is_now: bool) -> None:
        theme = self._theme
        if not height:
            return
        width = min(slot.width() * 0.6, theme.px(36))
        area = QRectF(slot.center().x() - width / 2, ground - height, width, height).adjusted(1, 1, -1, 0)
        painter.setPen(QPen(theme.token("bar"), 2))
        painter.setBrush(theme.token("bar" if is_now else "accent_soft"))
        painter.drawRoundedRect(area, theme.px(4), theme.px(4))

    def _paint_words(
        self, painter: QPainter, slot: QRect, ground: int, month: MonthTotal, part: float, line: int
    ) -> None:
        theme = self._theme
        center = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        top = ground - round((ground - line) * part)
        painter.setPen(theme.token("text"))
        painter.setFont(self._bold())
        above = QRect(slot.left(), top - line - theme.px(2), slot.width(), line)
        painter.drawText(above, center, round_dollars(month.total))
        painter.setPen(theme.token("text2"))
        painter.setFont(theme.font("caption"))
        below = QRect(slot.left(), ground, slot.width(), line)
        painter.drawText(below, center, short_month_names()[month.first.month - 1])

    def _month_at(self, at: QPoint) -> MonthTotal | None:
        return next((month for month, slot in self._slots() if slot.left() <= at.x() < slot.right() + 1), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        month = self._month_at(event.position().toPoint())
        if month is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(_told(month))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        month = self._month_at(event.position().toPoint())
        if month is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(month.first)


def _told(month: MonthTotal) -> str:
    return tr("{name}: {amount}").format(name=month_words(month.first), amount=dollars(month.total))
