"""A month as a calendar: seven columns, short lines in each day, the arrow keys from day to day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.domain.calendar import Span, whole_weeks
from caregiver_app.domain.spoken import day_names, short_day_names
from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.rides.day_cell import DayCell, DayLine
from caregiver_app.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class MonthDays:
    """What the grid shows: a month, and the lines of its days."""

    month: Span
    today: date
    week_start: int = 6
    lines: Mapping[date, Sequence[DayLine]] | None = None
    holidays: Mapping[date, str] | None = None


class MonthGrid(QWidget):
    """`picked` brings the day that the keyboard or the mouse went to; `opened` the day that Enter was pressed on."""

    picked = Signal(object)  # date
    opened = Signal(object)  # date
    turned = Signal(object)  # a day outside of the month that the arrows lead to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "Grouping")
        self._theme = theme
        self._shown: MonthDays | None = None
        self.cells: dict[date, DayCell] = {}
        self.chosen: date | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_month(self, shown: MonthDays, chosen: date, name: str) -> None:
        """Show a month, with one day chosen."""
        had = self._has_keyboard()
        self._shown = shown
        self.setAccessibleName(name)
        days = list(whole_weeks(shown.month, shown.week_start).days())
        for day in [each for each in self.cells if each not in days]:
            cell = self.cells.pop(day)
            cell.hide()
            cell.deleteLater()
        for day in days:
            self._show_day(day, shown)
        self.choose(chosen)
        if had:
            self.stand_on(chosen)
        self._place()
        self.updateGeometry()
        self.update()

    def choose(self, day: date) -> None:
        """Mark a day; nothing is told."""
        self.chosen = day
        for each, cell in self.cells.items():
            cell.set_chosen(each == day)

    def stand_on(self, day: date) -> None:
        """Put the keyboard on a day."""
        if day in self.cells:
            self.choose(day)
            self.cells[day].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_day(self, day: date, shown: MonthDays) -> None:
        cell = self.cells.get(day)
        if cell is None:
            cell = self.cells[day] = DayCell(self._theme, day, self)
            cell.clicked.connect(self._clicked)
            cell.opened.connect(self.opened)
            cell.show()
        lines = (shown.lines or {}).get(day, ())
        cell.tell(
            tuple(lines),
            holiday=(shown.holidays or {}).get(day, ""),
            is_today=day == shown.today,
            in_month=day in shown.month,
        )

    def _clicked(self) -> None:
        cell = self.sender()
        assert isinstance(cell, DayCell), "only days are connected"
        if self._shown is not None and cell.day not in self._shown.month:
            self.turned.emit(cell.day)
            return
        self.choose(cell.day)
        self.picked.emit(cell.day)

    def _has_keyboard(self) -> bool:
        focus = self.window().focusWidget()
        return isinstance(focus, DayCell) and self.isAncestorOf(focus)

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if not isinstance(focus, DayCell) or Qt.Key(event.key()) not in _MOVES:
            super().keyPressEvent(event)
            return
        day = focus.day + timedelta(_MOVES[Qt.Key(event.key())])
        if self._shown is not None and day in self._shown.month:
            self.stand_on(day)
            self.picked.emit(day)
        else:
            self.turned.emit(day)

    # Sizes

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._head_height() + sum(self._row_heights(width))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self.heightForWidth(max(self.width(), self._theme.px(320))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(44) * 7, self._theme.px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        days = sorted(self.cells)
        width, y = self.width(), self._head_height()
        for row, height in enumerate(self._row_heights(width)):
            for column, day in enumerate(days[row * 7 : row * 7 + 7]):
                left, right = _edge(width, column), _edge(width, column + 1)
                self.cells[day].setGeometry(QRect(left, y, right - left + 1, height + 1))
            y += height

    def _row_heights(self, width: int) -> list[int]:
        days = sorted(self.cells)
        cell_width = max(width // 7, 1)
        return [
            max((self.cells[day].height_at(cell_width) for day in days[n : n + 7]), default=0)
            for n in range(0, len(days), 7)
        ]

    def _head_height(self) -> int:
        return self._theme.px(32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setFont(self._theme.font("strong"))
        painter.setPen(self._theme.token("text2"))
        width, pad = self.width(), self._theme.px(8)
        widest = max(painter.fontMetrics().horizontalAdvance(name) for name in day_names())
        names = day_names() if widest <= width // 7 - 2 * pad else short_day_names()
        for column in range(7):
            left, right = _edge(width, column), _edge(width, column + 1)
            room = QRect(left + pad, 0, right - left - pad, self._head_height())
            at = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, at, names[(self._shown.week_start + column) % 7])
        painter.end()


_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


def _edge(width: int, column: int) -> int:
    return round((width - 1) * column / 7)
