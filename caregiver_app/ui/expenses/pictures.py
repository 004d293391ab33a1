"""Where the money went and month by month, as pictures, and the same numbers as two tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.expense_answers import Figures, KindTotal
from caregiver_app.domain.money_words import dollars, round_dollars
from caregiver_app.domain.spoken import month_names
from caregiver_app.ui.expenses.kind_bars import Bar, KindBars
from caregiver_app.ui.expenses.month_bars import MonthBars
from caregiver_app.ui.expenses.words import month_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.ui.widgets.fold import Fold
from caregiver_app.ui.widgets.segmented import Segmented
from caregiver_app.ui.widgets.table import CalmTable, Columns
from caregiver_app.ui.widgets.table_rows import TableRows
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

MONTH, YEAR = "month", "year"
SIDE_BY_SIDE_EMS = 40
KINDS = Columns(widths={1: 124, 2: 124}, wide=0, least=170, out=(1,))
BY_MONTH = Columns(widths={1: 140}, wide=0, least=150, out=())


class Pictures(QWidget):
    """The button of `fold` stands wherever the page puts it.

    `tables_shown` comes when the tables are in their places.
    `kind_chosen` brings a kind and whether of the year; `month_chosen` the first day of a month.
    """

    tables_shown = Signal()
    kind_chosen = Signal(str, bool)
    month_chosen = Signal(object)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figures: Figures | None = None
        self.kinds = KindBars(theme)
        self.months = MonthBars(theme)
        choices = {MONTH: month_names()[today.month - 1], YEAR: tr("This year")}
        self.by = Segmented(theme, tr("Which time"), choices, MONTH)
        self.nothing = Text(theme, "", ink="text2")
        self.usual = Text(theme, "", "caption", ink="text2")
        self.kind_table = SumTable((tr("Kind"), tr("This month"), tr("This year")), self)
        self.month_table = SumTable((tr("Month"), tr("Costs")), self)
        self._tables = [
            _table(theme, self.kind_table, tr("Costs by kind"), KINDS),
            _table(theme, self.month_table, tr("Costs by month"), BY_MONTH),
        ]
        inner = Reflow(theme.px(16), SIDE_BY_SIDE_EMS)
        for table in self._tables:
            inner.add(table, 1, Qt.AlignmentFlag.AlignTop)
        self.fold = Fold(theme, tr("The same as a table"), inner)
        self._lay_out()
        self.by.chosen.connect(self._show_kinds)
        self.kinds.chosen.connect(self._chosen)
        self.months.chosen.connect(self.month_chosen)

    def _lay_out(self) -> None:
        theme = self._theme
        where, months = Card(theme), Card(theme)
        where.setAccessibleName(tr("Where the money went"))
        months.setAccessibleName(tr("Month by month"))
        head = Reflow(theme.px(12), 0)
        head.add(Text(theme, tr("Where the money went"), "h3", wrap=False), 1)
        head.add(self.by, 0)
        for widget in (head, self.kinds, self.nothing):
            where.body.addWidget(widget)
        where.body.addStretch(1)
        months.body.addWidget(Text(theme, tr("Month by month"), "h3"))
        months.body.addWidget(self.months, 1)
        months.body.addWidget(self.usual)
        row = Reflow(theme.px(16), SIDE_BY_SIDE_EMS)
        row.add(where, 3)
        row.add(months, 2)
        self.tables = Card(theme)
        self.tables.body.addWidget(self.fold)
        self.tables.hide()
        self.fold.button.clicked.connect(self._show_card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(row)
        column.addWidget(self.tables)

    def _show_card(self) -> None:
        self.tables.setVisible(self.fold.is_open)
        if self.fold.is_open:
            QTimer.singleShot(0, self, self.tables_shown.emit)

    def show_figures(self, figures: Figures) -> None:
        """Show other numbers."""
        self._figures = figures
        self.months.show_months(figures.months)
        usual = tr("Next month usually costs about {amount}.")
        known = figures.usual_month
        self.usual.setText(usual.format(amount=round_dollars(known)) if known is not None else "")
        self.usual.setVisible(known is not None)
        self._fill_tables(figures)
        self._show_kinds()

    def _show_kinds(self) -> None:
        if self._figures is None:
            return
        is_year = self.by.value() == YEAR
        sums = self._figures.by_kind_year if is_year else self._figures.by_kind_month
        bars = [Bar(kind=each.kind, name=each.label, amount=each.total) for each in sums if each.total]
        self.kinds.show_bars(bars)
        self.kinds.setVisible(bool(bars))
        self.nothing.setVisible(not bars)
        self.nothing.setText(tr("No costs this year yet.") if is_year else tr("No costs this month yet."))

    def _fill_tables(self, figures: Figures) -> None:
        month, year = (_by_label(each) for each in (figures.by_kind_month, figures.by_kind_year))
        labels = [*year, *(label for label in month if label not in year)]
        rows = [(label, _cell(month.get(label)), _cell(year.get(label))) for label in labels]
        self.kind_table.show_rows([*rows, (tr("All"), dollars(figures.month_total), dollars(figures.year_total))])
        months = [(month_words(each.first), dollars(each.total)) for each in figures.months]
        whole = sum((each.total for each in figures.months), Decimal(0))
        self.month_table.show_rows([*months, (tr("All"), dollars(whole))])
        for table in self._tables:
            table.fit_rows(table.model().rowCount())

    def _chosen(self, kind: str) -> None:
        self.kind_chosen.emit(kind, self.by.value() == YEAR)


class SumTable(TableRows):
    """Rows of words: a name, then dollars."""

    def __init__(self, heads: tuple[str, ...], parent: object = None) -> None:
        super().__init__(heads, numbers=range(1, len(heads)), parent=parent)

    def text_of(self, row: tuple[str, ...], column: int) -> str:
        return row[column]


def _table(theme: Theme, model: SumTable, name: str, columns: Columns) -> CalmTable:
    table = CalmTable(theme, model, name, columns)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def _by_label(sums: Sequence[KindTotal]) -> dict[str, Decimal]:
    return {each.label: each.total for each in sums if each.total}


def _cell(amount: Decimal | None) -> str:
    return dollars(amount) if amount else "–"
