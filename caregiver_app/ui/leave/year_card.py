"""Twelve months of leave: the grid of days with its legend, and the same numbers as a table."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QMargins, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.spoken import month_names, short_month_names
from caregiver_app.ui.leave.log_model import NO_INDEX, Index
from caregiver_app.ui.leave.marks import LegendEntry, Mark
from caregiver_app.ui.leave.words import time_words
from caregiver_app.ui.leave.year import MONTHS, LeaveMonths, leave_months, months_around
from caregiver_app.ui.leave.year_strip import YearGrid
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import IconButton
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.fold import Fold
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

ROW = 40
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
        self.fold = Fold(theme, tr("The same as a table"), _month_table(theme, self.model))
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


class MonthTable(QAbstractTableModel):
    """A row for each month and one for all, with what was taken, is planned and comes back."""

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._rows: list[tuple[str, ...]] = []
        self._heads = (tr("Month"), tr("Taken"), tr("Planned"), tr("Comes back"))

    def show(self, months: LeaveMonths) -> None:
        """Take other months in."""
        self.beginResetModel()
        named = [
            (f"{short_month_names()[first.month - 1]} {first.year}", months.of_month(first))
            for first in months.months()
        ]
        named.append((tr("All"), months.total()))
        self._rows = [
            (name, *(time_words(each) if each else "–" for each in (time.taken, time.planned, time.back)))
            for name, time in named
        ]
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation is Qt.Orientation.Vertical:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _side(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _month_table(theme: Theme, model: MonthTable) -> QWidget:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(tr("Leave by month"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(theme.px(ROW))
    head = table.horizontalHeader()
    head.setFixedHeight(theme.px(ROW))
    head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    head.setHighlightSections(False)
    table.setFixedHeight(theme.px(ROW) * (MONTHS + 2) + 2)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(QMargins())
    column.addWidget(table)
    return holder
