"""Months side by side: what each kind cost in each of twelve months, and what a month usually costs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.expense_answers import SideBySide
from caregiver_app.domain.money_words import dollars, round_dollars
from caregiver_app.domain.spoken import short_month_names
from caregiver_app.services.expenses import years
from caregiver_app.services.expenses.figures import side_by_side
from caregiver_app.ui.expenses.section_table import WholeTable
from caregiver_app.ui.expenses.words import month_words
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, Button
from caregiver_app.ui.widgets.fields import ComboBox, Field
from caregiver_app.ui.widgets.segmented import Segment, Segmented
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
FIRST, SECOND = "first", "second"
HALF = 6
_NOTHING = "–"
_KIND_LEAST = 150  # pixels at 100 %
_BESIDE = 30
_ROW = 38


class MonthRows(QAbstractTableModel):
    """A row for each kind, then all of them, then lost pay; a column for each month shown, then all twelve."""

    def __init__(self, theme: Theme, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._bold = theme.font("strong")
        self._answer: SideBySide | None = None
        self._shown: Sequence[int] = ()
        self.rows: list[tuple[str, tuple[Decimal, ...], bool]] = []

    def show_months(self, answer: SideBySide, shown: Sequence[int]) -> None:
        """Show these numbers, of the twelve months those at some places."""
        self.beginResetModel()
        self._answer, self._shown = answer, tuple(shown)
        every = range(len(answer.months))
        self.rows = [(each.label, each.months, False) for each in answer.kinds]
        self.rows.append((tr("All"), tuple(answer.month_total(place) for place in every), True))
        if any(answer.lost_pay):
            self.rows.append((tr("Lost pay, in no total"), answer.lost_pay, False))
        self.endResetModel()

    def exact(self, row: int, column: int) -> str:
        """What a cell holds, to the cent."""
        label, months, _bold = self.rows[row]
        if not column:
            return label
        amount = sum(months, Decimal(0)) if column > len(self._shown) else months[self._shown[column - 1]]
        return dollars(amount) if amount else _NOTHING

    def text_of(self, row: int, column: int) -> str:
        """What a cell shows: whole dollars."""
        label, months, _bold = self.rows[row]
        if not column:
            return label
        amount = sum(months, Decimal(0)) if column > len(self._shown) else months[self._shown[column - 1]]
        return plain_dollars(amount) if amount else _NOTHING

    def head_of(self, column: int) -> str:
        """The name of a column."""
        if not column:
            return tr("Kind")
        if column > len(self._shown) or self._answer is None:
            return tr("All 12")
        return short_month_names()[self._answer.months[self._shown[column - 1]].month - 1]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown) + 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_of(row, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.exact(row, column)
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if self.rows[row][2] or column > len(self._shown) else None
        return _side(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.head_of(section)
        if role == Qt.ItemDataRole.ToolTipRole and self._answer is not None and 0 < section <= len(self._shown):
            return month_words(self._answer.months[self._shown[section - 1]])
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def plain_dollars(amount: Decimal) -> str:
    """Whole dollars without their sign, which would stand in every cell: “1,235”."""
    return round_dollars(amount).removeprefix("$")


def _side(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


class MonthTable(WholeTable):
    """Twelve months where they fit; else half of them, and a choice of which half."""

    def __init__(self, theme: Theme) -> None:
        self.rows = MonthRows(theme)
        super().__init__(theme, self.rows, tr("Months side by side"))
        self._answer: SideBySide | None = None
        names = {FIRST: tr("First 6 months"), SECOND: tr("Last 6 months")}
        self.half = Segmented(theme, tr("Which months"), names, SECOND)
        self.half.hide()
        self.half.chosen.connect(self._fill)

    def show_answer(self, answer: SideBySide) -> None:
        """Show other numbers."""
        self._answer = answer
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fill()

    def _fill(self, _half: str = "") -> None:
        if self._answer is None:
            return
        width, every = self.viewport().width(), range(len(self._answer.months))
        number, last = self._number_widths(self._answer)
        fits = self._theme.px(_KIND_LEAST) + number * len(every) + last <= width
        self.half.setVisible(not fits)
        half = every[:HALF] if self.half.value() == FIRST else every[HALF:]
        self.rows.show_months(self._answer, every if fits else half)
        columns = self.rows.columnCount()
        for column in range(1, columns):
            self.setColumnWidth(column, number if column < columns - 1 else last)
        self.setColumnWidth(0, max(0, width - number * (columns - 2) - last))
        for row in range(self.rows.rowCount()):
            self.setRowHeight(row, self._theme.px(_ROW))
        head = self.horizontalHeader().height()
        self.setFixedHeight(head + self._theme.px(_ROW) * self.rows.rowCount() + 2)

    def _number_widths(self, answer: SideBySide) -> tuple[int, int]:
        """The width of a month, and of all twelve."""
        metrics, beside = QFontMetrics(self._theme.font("strong")), self._theme.px(_BESIDE)
        sums = [plain_dollars(answer.month_total(place)) for place in range(len(answer.months))]
        month = max(metrics.horizontalAdvance(each) for each in (*sums, *short_month_names()))
        every = max(metrics.horizontalAdvance(each) for each in (plain_dollars(answer.total), tr("All 12")))
        return month + beside, every + beside


class MonthsDialog(Dialog):
    """Twelve months by kind, with their sums."""

    WIDTH = 1180

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Months side by side"), parent)
        theme, actions = self.theme, parts.actions
        self._today: date = actions.clock.today()
        self.year = ComboBox(theme)
        for each in actions.read(partial(years.years, today=self._today)):
            self.year.add(tr("The last 12 months") if each == self._today.year else str(each), each)
        self.table = MonthTable(theme)
        self.usual = Text(theme, "", "strong")
        self.nothing = Text(theme, tr("Nothing was paid in these months."), ink="text2")
        self.close_button = Button(theme, tr("Close"), kind=PLAIN)
        self._lay_out()
        self.close_button.clicked.connect(self.reject)
        self.year.currentIndexChanged.connect(self.refresh)
        actions.changed.connect(self.refresh)
        for one, after in pairwise([self.year, *self.table.half.findChildren(Segment), self.table, self.close_button]):
            self.setTabOrder(one, after)
        self.year.setFocus()
        self.refresh()

    def _lay_out(self) -> None:
        about = tr("Whole dollars, by the day paid; the sums are of the exact amounts. Miles are not in them.")
        note = Text(self.theme, about, "caption", ink="text2")
        head = Field(self.theme, tr("Which months"), self.year)
        for widget in (head, self.table.half, self.usual, self.table, self.nothing, note):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)

    def refresh(self, _what: object = None) -> None:
        """Read the months again and show them."""
        year = self.year.value()
        assert isinstance(year, int), "the list holds years"
        answer = self.parts.actions.read(partial(side_by_side, today=self._today, year=year))
        self.table.show_answer(answer)
        has_any = bool(answer.kinds) or any(answer.lost_pay)
        self.table.setVisible(has_any)
        self.nothing.setVisible(not has_any)
        usual = tr("Next month usually costs about {amount}.")
        is_told = answer.usual is not None and year == self._today.year
        self.usual.setText(usual.format(amount=round_dollars(answer.usual or Decimal(0))) if is_told else "")
        self.usual.setVisible(is_told)
        self.grow_soon()
