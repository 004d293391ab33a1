"""The month with what is planned on its days, and the day that is looked at below it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import partial

from PySide6.QtCore import QMargins, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.appointments import AppointmentStatus
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.spoken import short_day
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.day_cell import DayLine
from caregiver_app.ui.rides.month_grid import MonthDays, MonthGrid
from caregiver_app.ui.rides.view import RidesView
from caregiver_app.ui.rides.visit_words import day_heading, month_words, short_line
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

QUIET_FIRST = 250


class MonthView(QWidget):
    """`picked` brings a day, `opened` the day that Enter was pressed on, `turned` a day of another month."""

    picked = Signal(object)
    opened = Signal(object)
    turned = Signal(object)
    new_wanted = Signal()

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        theme = parts.theme
        self._holidays: dict[date, str] = {}
        self._named: set[Span] = set()
        self._shown: MonthDays | None = None
        self.grid = MonthGrid(theme)
        self.grid.picked.connect(self.picked)
        self.grid.opened.connect(self.opened)
        self.grid.turned.connect(self.turned)
        self.heading = Text(theme, "", "h3")
        self.add_button = Button(theme, "", kind=QUIET, icon="plus")
        self.add_button.clicked.connect(self.new_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(8))
        column.addWidget(self.grid)
        column.addSpacing(theme.px(8))
        row = Reflow(theme.px(12), 34)
        row.add(self.heading, 1)
        row.add(self.add_button, 0)
        column.addWidget(row)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on a day."""
        focus = self.window().focusWidget()
        return self.grid.isAncestorOf(focus)

    def stops(self) -> list[QWidget]:
        """What may take the keyboard, in the order of reading."""
        return [*(cell for _, cell in sorted(self.grid.cells.items())), self.add_button]

    def show_view(self, view: RidesView, month: Span, day: date) -> None:
        """Show a month, and one of its days."""
        lines: dict[date, list[DayLine]] = defaultdict(list)
        for visit in view.visits:
            lines[visit.appointment.day].append(_line(visit, view))
        self._shown = MonthDays(
            month=month,
            today=view.today,
            week_start=view.household.week_start,
            lines=lines,
            holidays=self._holidays,
        )
        self.grid.show_month(self._shown, day, month_words(month.first))
        self.tell_day(view, day)
        self._name_holidays(month)

    def tell_day(self, view: RidesView, day: date) -> None:
        """Name the day whose visits stand below."""
        planned = any(visit.appointment.day == day for visit in view.visits)
        heading = day_heading(day, view.today)
        self.heading.setText(heading if planned else tr("{day}: nothing planned").format(day=heading))
        self.add_button.setText(tr("Add a visit on {day}").format(day=short_day(day)))

    def _name_holidays(self, month: Span) -> None:
        """Holiday names follow: the library that knows them takes a while to load."""
        if month not in self._named:
            self._named.add(month)
            QTimer.singleShot(QUIET_FIRST, self, partial(self._ask_for_holidays, month))

    def _ask_for_holidays(self, month: Span) -> None:
        self._parts.background.run(partial(_holidays, month), done=self._holidays_known)

    def _holidays_known(self, names: dict[date, str]) -> None:
        self._holidays |= names
        if names and self._shown is not None and self.grid.chosen is not None:
            self.grid.show_month(self._shown, self.grid.chosen, self.grid.accessibleName())


def _holidays(month: Span) -> dict[date, str]:
    from caregiver_app.domain.holiday_names import holidays_in

    return holidays_in(month)


def _line(visit: Visit, view: RidesView) -> DayLine:
    past = visit.appointment.day < view.today
    return DayLine(
        text=short_line(visit, view),
        needs_driver=visit.needs_driver and not past,
        cancelled=visit.appointment.status is AppointmentStatus.CANCELLED,
    )
