"""Twelve months of leave: the grid of days with its legend, and the same numbers as a table."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.spoken import month_names, short_month_names
from caregiver_app.ui.leave.marks import LegendEntry, Mark
from caregiver_app.ui.leave.words import time_words
from caregiver_app.ui.leave.year import MONTHS, LeaveMonths, leave_months, months_around
from caregiver_app.ui.leave.year_strip import YearGrid
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import IconButton
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.fold import Fold
from caregiver_app.ui.widgets.table import CalmTable
from caregiver_app.ui.widgets.table_rows import TableRows
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

MOST_TURNED = 60  # years


class YearCard(Card):
    """`opened` brings a day on which Enter or a double click was made; `looked_back` the first day that is shown."""

    opened = Signal(object)
    looked_back = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(tr("Twelve months"))
        self._view: LeaveView | None = None
        self._today = date.min
        self._turned = 0
        self.grid = YearGrid(theme)
        self.label = Text(theme, "", "h3")
        self.told = Text(theme, "")
        self.back = IconButton(theme, tr("Year before"), "chevron-left")
        self.on = IconButton(theme, tr("Year after"), "chevron-right")
        self.taken, self.planned, self.comes_back = (
            LegendEntry(theme, mark) for mark in (Mark.TAKEN, Mark.PLANNED, Mark.BACK)
        )
        self.model = MonthTable(self)
        self.fold = Fold(theme, tr("The same as a table"), _month_table(theme, self.model), headed=False)
        self._lay_out(theme)
        self.grid.stood_on.connect(self._tell_day)
        self.grid.opened.connect(self.opened)
        self.back.clicked.connect(self._back)
        self.on.clicked.connect(self._on)

    def _lay_out(self, theme: Theme) -> None:
        head = Reflow(theme.px(12), 24)
        head.add(self.label, 1)
        head.add(Flow(theme.px(4), [self.back, self.on]), 0)
        legend = [self.taken, self.planned, self.comes_back, LegendEntry(theme, Mark.TODAY, tr("Today"))]
        foot = Reflow(theme.px(12), 44)
        foot.add(self.told, 1)
        foot.add(self.fold.button, 0)
        for widget in (head, Flow(theme.px(16), legend), self.grid, foot, self.fold):
            self.body.addWidget(widget)

    def show_view(self, view: LeaveView, today: date) -> None:
        """Show one job's days."""
        self._view, self._today = view, today
        self._show()

    def turn(self, way: int) -> None:
        """A year back or on; 0 goes to the one around today."""
        self._turned = min(max(self._turned + way, -MOST_TURNED), MOST_TURNED) if way else 0
        self._show()
        if self._turned < 0:
            self.looked_back.emit(months_around(self._today, self._turned))

    def _show(self) -> None:
        if self._view is None:
            return
        months = leave_months(self._view, months_around(self._today, self._turned), self._today)
        self.grid.show_months(months)
        self.model.show(months)
        total = months.total()
        self.label.setText(_span_words(months))
        self.taken.tell(tr("Taken: {time}").format(time=time_words(total.taken)))
        self.planned.tell(tr("Planned: {time}").format(time=time_words(total.planned)))
        self.comes_back.tell(tr("Comes back: {time}").format(time=time_words(total.back)))
        if self.grid.day is not None:
            self._tell_day(self.grid.day)

    def _tell_day(self, day: date) -> None:
        self.told.setText(self.grid.words_of(day))

    def _back(self) -> None:
        self.turn(-1)

    def _on(self) -> None:
        self.turn(1)


def _span_words(months: LeaveMonths) -> str:
    """“June 2026 to May 2027”."""
    first, last = (
        tr("{month} {year}").format(month=month_names()[day.month - 1], year=day.year)
        for day in (months.first, months.last)
    )
    return tr("{first} to {last}").format(first=first, last=last)


class MonthTable(TableRows):
    """A row for each month and one for all, with what was taken, is planned and comes back."""

    def __init__(self, parent: object = None) -> None:
        heads = (tr("Month"), tr("Taken"), tr("Planned"), tr("Comes back"))
        super().__init__(heads, numbers=range(1, len(heads)), parent=parent)

    def show(self, months: LeaveMonths) -> None:
        """Take other months in."""
        named = [
            (f"{short_month_names()[first.month - 1]} {first.year}", months.of_month(first))
            for first in months.months()
        ]
        named.append((tr("All"), months.total()))
        self.show_rows(
            (name, *(time_words(each) if each else "–" for each in (time.taken, time.planned, time.back)))
            for name, time in named
        )

    def text_of(self, row: tuple[str, ...], column: int) -> str:
        return row[column]


def _month_table(theme: Theme, model: MonthTable) -> QWidget:
    table = CalmTable(theme, model, tr("Leave by month"))
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.fit_rows(MONTHS + 1)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(QMargins())
    column.addWidget(table)
    return holder
