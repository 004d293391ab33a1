"""A year at a glance: a line for each month, a square for each day, the arrow keys from day to day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.domain.spoken import day_words, short_month_names
from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.leave.marks import Mark, draw_mark
from caregiver_app.ui.leave.words import time_words
from caregiver_app.ui.leave.year import DayTime, LeaveMonths, month_after
from caregiver_app.ui.theme import Theme
from caregiver_app.words import tr

COLUMNS = 31
NUMBERED = (1, 5, 10, 15, 20, 25, 30)


def day_time_words(time: DayTime) -> str:
    """What a day holds: “8 hours planned, 4 hours come back”."""
    parts = []
    if time.taken:
        parts.append(tr("{time} taken").format(time=time_words(time.taken)))
    if time.planned:
        parts.append(tr("{time} planned").format(time=time_words(time.planned)))
    if time.back:
        parts.append(tr("{time} come back").format(time=time_words(time.back)))
    return tr(", ").join(parts) or tr("no leave")


class YearGrid(QWidget):
    """`stood_on` brings the day that the keyboard or mouse went to; `opened` the day of Enter or a double click."""

    stood_on = Signal(object)  # date
    opened = Signal(object)  # date

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._months: LeaveMonths | None = None
        self.day: date | None = None
        set_role(self, "Graphic")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Twelve months of leave"))

    def show_months(self, months: LeaveMonths) -> None:
        """Show twelve months; the day that was chosen stays chosen where it is among them."""
        self._months = months
        if self.day is None or not months.first <= self.day <= months.last:
            self.day = months.today if months.first <= months.today <= months.last else months.first
        self._name_day()
        self.update()

    def words_of(self, day: date) -> str:
        """A day and what it holds."""
        time = self._months.days.get(day, DayTime()) if self._months is not None else DayTime()
        with_year = self._months is not None and day.year != self._months.today.year
        return tr("{day}: {time}").format(day=day_words(day, with_year=with_year), time=day_time_words(time))

    def _name_day(self) -> None:
        if self.day is not None:
            self.setAccessibleDescription(self.words_of(self.day))

    def stand_on(self, day: date) -> None:
        """Choose a day; nothing happens outside of the twelve months."""
        if self._months is None or not self._months.first <= day <= self._months.last:
            return
        self.day = day
        self._name_day()
        self.stood_on.emit(day)
        self.update()

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, day = Qt.Key(event.key()), self.day
        if day is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stand_on(day + timedelta(1 if key == Qt.Key.Key_Right else -1))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stand_on(_same_day(day, 1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to_marked(1 if key == Qt.Key.Key_End else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(day)
        else:
            super().keyPressEvent(event)

    def _go_to_marked(self, way: int) -> None:
        """To the next or last day before that holds something."""
        if self._months is None or self.day is None:
            return
        ahead = [day for day in self._months.days if (day - self.day).days * way > 0]
        if ahead:
            self.stand_on(min(ahead, key=lambda day: abs((day - self._standing).days)))

    @property
    def _standing(self) -> date:
        assert self.day is not None, "asked for only while there is one"
        return self.day

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None:
            self.stand_on(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None:
            self.opened.emit(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # Sizes

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._head() + 12 * self._row())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + COLUMNS * self._theme.px(8), self.sizeHint().height())

    def _head(self) -> int:
        return self._theme.px(24)

    def _row(self) -> int:
        return self._theme.px(24)

    def _left(self) -> int:
        return self._theme.px(76)

    def cell(self, day: date) -> QRectF:
        """Where a day is drawn."""
        assert self._months is not None, "asked for only while something is shown"
        line = (day.year - self._months.first.year) * 12 + day.month - self._months.first.month
        width = (self.width() - self._left()) / COLUMNS
        x, y = self._left() + (day.day - 1) * width, self._head() + line * self._row()
        gap = 1.5
        return QRectF(x, y, width, self._row()).adjusted(gap, gap, -gap, -gap)

    def _day_at(self, at: QPointF) -> date | None:
        if self._months is None or at.x() < self._left() or at.y() < self._head():
            return None
        line = int((at.y() - self._head()) // self._row())
        column = int((at.x() - self._left()) // ((self.width() - self._left()) / COLUMNS))
        if line >= 12:
            return None
        first = month_after(self._months.first, line)
        day = first + timedelta(column)
        return day if day.month == first.month else None

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._months is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("caption"))
        self._draw_numbers(painter, self._months)
        for first in self._months.months():
            self._draw_month(painter, self._months, first)
        self._draw_chosen(painter)
        painter.end()

    def _draw_numbers(self, painter: QPainter, months: LeaveMonths) -> None:
        painter.setPen(self._theme.token("text2"))
        width = (self.width() - self._left()) / COLUMNS
        for number in NUMBERED:
            middle = self._left() + (number - 0.5) * width
            room = QRectF(middle - self._theme.px(20), 0, self._theme.px(40), self._head())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(number))

    def _draw_month(self, painter: QPainter, months: LeaveMonths, first: date) -> None:
        theme, end, day = self._theme, month_after(first, 1), first
        name = short_month_names()[first.month - 1]
        if first.month == 1 or first == months.first:
            name = tr("{month} {year}").format(month=name, year=first.year)
        painter.setPen(theme.token("text" if first <= months.today < end else "text2"))
        room = QRectF(0, self.cell(first).top(), self._left() - theme.px(8), self._row() - 3)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        while day < end:
            self._draw_day(painter, months, day)
            day += timedelta(1)

    def _draw_day(self, painter: QPainter, months: LeaveMonths, day: date) -> None:
        theme, area, time = self._theme, self.cell(day), months.days.get(day)
        radius = min(theme.px(4), area.width() / 3)
        if time is not None and (time.taken or time.planned):
            draw_mark(painter, theme, Mark.TAKEN if time.taken else Mark.PLANNED, area, radius)
        else:
            painter.setPen(QPen(theme.token("line"), 1) if theme.high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("sunken"))
            painter.drawRoundedRect(area, radius, radius)
        if time is not None and time.back:
            draw_mark(painter, theme, Mark.BACK, area, radius)
        if day == months.today:
            draw_mark(painter, theme, Mark.TODAY, area.adjusted(-1, -1, 1, 1), radius)

    def _draw_chosen(self, painter: QPainter) -> None:
        """The day that the keyboard is on, while it is here."""
        if self.day is None or not self.hasFocus():
            return
        area = self.cell(self.day).adjusted(-2, -2, 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.token("focus"), 3))
        painter.drawRoundedRect(area, self._theme.px(4), self._theme.px(4))


def _same_day(day: date, months: int) -> date:
    """The same day of another month, or its last one."""
    first = month_after(day, months)
    end = month_after(first, 1) - timedelta(1)
    return first.replace(day=min(day.day, end.day))
