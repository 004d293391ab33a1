"""The month with what is planned on its days, and the day that is looked at below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.appointments import AppointmentStatus
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.spoken import short_day
from caregiver_app.domain.visits import Strength, Visit
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.day_cell import DayLine
from caregiver_app.ui.rides.leg_words import Stand, leg_words
from caregiver_app.ui.rides.month_grid import MonthDays, MonthGrid
from caregiver_app.ui.rides.view import RidesView
from caregiver_app.ui.rides.visit_words import day_heading, month_words, short_line
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class MonthView(QWidget):
    """`picked` brings a day, `opened` the day that Enter was pressed on, `turned` a day of another month."""

    picked = Signal(object)
    opened = Signal(object)
    turned = Signal(object)
    new_wanted = Signal()

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = parts.theme
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

    def show_view(self, view: RidesView, month: Span, day: date, holidays: Mapping[date, str]) -> None:
        """Show a month, and one of its days."""
        lines: dict[date, list[DayLine]] = defaultdict(list)
        for visit in view.visits:
            lines[visit.appointment.day].append(_line(visit, view))
        shown = MonthDays(
            month=month,
            today=view.today,
            week_start=view.household.week_start,
            lines=lines,
            holidays=holidays,
        )
        self.grid.show_month(shown, day, month_words(month.first))
        self.tell_day(view, day)

    def tell_day(self, view: RidesView, day: date) -> None:
        """Name the day whose visits stand below."""
        planned = any(visit.appointment.day == day for visit in view.visits)
        heading = day_heading(day, view.today)
        self.heading.setText(heading if planned else tr("{day}: nothing planned").format(day=heading))
        self.add_button.setText(tr("Add a visit on {day}").format(day=short_day(day)))


def _line(visit: Visit, view: RidesView) -> DayLine:
    """A visit with what stands out on its card: a ride without a driver, or something else to look at."""
    legs = leg_words(visit, view)
    needed = [leg.strength for leg in legs if leg.stand is Stand.OPEN and visit.appointment.is_planned]
    checks = [each.strength for each in visit.cautions if each.strength is not Strength.CALM and not each.left]
    checks = [] if view.is_over else checks
    return DayLine(
        text=short_line(visit, view),
        needs_driver=bool(needed),
        cancelled=visit.appointment.status is AppointmentStatus.CANCELLED,
        strength=max((*needed, *checks), key=_STEPS.index, default=Strength.CALM),
        to_check=bool(checks) or any(leg.agreed for leg in legs),
    )


_STEPS = tuple(Strength)
