"""A month to pick a day from, for whoever would rather press a day than type it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from caregiver_app.ui import icons
from caregiver_app.ui.theme import Theme
from caregiver_app.words import tr


class DayPicker(QCalendarWidget):
    """`picked` brings the day that was pressed, or chosen by arrow keys and Enter. `week_start` is 0 for Monday."""

    picked = Signal(object)  # date

    def __init__(self, theme: Theme, week_start: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Calendar"))
        self.setFirstDayOfWeek(Qt.DayOfWeek(week_start + 1))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        plain = QTextCharFormat()
        plain.setForeground(theme.token("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # red would look like something wrong
            self.setWeekdayTextFormat(day, plain)
        self.setMinimumHeight(theme.px(300))
        self.days = self.findChild(QTableView, "qt_calendar_calendarview")  # where the keyboard is
        self.days.setAccessibleName(tr("Days of the month"))
        self._draw_arrows(theme)
        self.clicked.connect(self._pick)
        self.activated.connect(self._pick)

    def _draw_arrows(self, theme: Theme) -> None:
        """In the ink of the theme: the stock ones are black on black at night."""
        arrows = {"prev": ("chevron-left", tr("The month before")), "next": ("chevron-right", tr("The next month"))}
        for which, (name, said) in arrows.items():
            button = self.findChild(QToolButton, f"qt_calendar_{which}month")
            if isinstance(button, QToolButton):
                button.setIcon(icons.icon(name, theme.token("text"), theme.px(24)))
                button.setAccessibleName(said)

    def show_day(self, day: date) -> None:
        """Begin at a day."""
        self.setSelectedDate(QDate(day.year, day.month, day.day))

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
