"""Costs below the head of the tab: one line to add, figures, pictures, and the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMargins, QMimeData, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.domain.expense_answers import Figures, Row
from caregiver_app.domain.expenses import AgreedShares, Expense, OwnFigure, Reimbursement
from caregiver_app.domain.people import Person
from caregiver_app.domain.receipts import Receipt
from caregiver_app.services.expenses.figures import figures
from caregiver_app.services.expenses.years import years
from caregiver_app.services.people import everybody
from caregiver_app.ui.expenses.bank_paths import bank_path_of
from caregiver_app.ui.expenses.deeds import ExpenseDeeds
from caregiver_app.ui.expenses.dialogs import ExpenseDialogs
from caregiver_app.ui.expenses.expense_list import ExpenseList, When
from caregiver_app.ui.expenses.figure_cards import FigureCards
from caregiver_app.ui.expenses.for_visit import open_for_visit
from caregiver_app.ui.expenses.pictures import Pictures
from caregiver_app.ui.expenses.quick_add import QuickAdd
from caregiver_app.ui.expenses.receipt_intake import files_of
from caregiver_app.ui.expenses.row_menu import row_menu
from caregiver_app.ui.expenses.saving import ask_for_table, ask_for_year
from caregiver_app.ui.expenses.tools import Tools
from caregiver_app.ui.expenses.words import names_of
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.empty_state import EmptyState
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

SHOWS = (Expense, Receipt, Reimbursement, Claim, AgreedShares, OwnFigure, Person)


class ExpensesPanel(QWidget):
    """Reads what was spent, shows it, and opens the dialogs of the tab."""

    sight_wanted = Signal(object)  # QWidget

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.deeds = ExpenseDeeds(parts.actions)
        self.dialogs = ExpenseDialogs(parts, self)
        self.figures: Figures | None = None
        self.empty: EmptyState | None = None
        theme = parts.theme
        self.quick = QuickAdd(parts)
        self.cards = FigureCards(theme)
        self.pictures = Pictures(theme, parts.actions.clock.today())
        self.list = ExpenseList(parts)
        self.tools = Tools(theme, self.dialogs, [self.pictures.fold.button])
        self.foot = Text(theme, tr("We keep count; a tax preparer decides."), "caption", ink="text2")
        self._full = QWidget()
        self._full.hide()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        gap = self.parts.theme.px(12)
        full = QVBoxLayout(self._full)
        full.setContentsMargins(QMargins())
        full.setSpacing(gap)
        for widget in (self.cards, self.tools, self.pictures, self.list):
            full.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(gap)
        self._column.addWidget(self.quick)
        self._column.addWidget(self._full)
        self._column.addStretch(1)
        self._column.addWidget(self.foot)

    def _connect(self) -> None:
        self.quick.more_wanted.connect(self._go_on)
        self.quick.added.connect(self.list.point_out)
        self.pictures.kind_chosen.connect(self._show_kind)
        self.pictures.month_chosen.connect(self._show_month)
        self.pictures.tables_shown.connect(partial(self.sight_wanted.emit, self.pictures.tables))
        self.tools.table_wanted.connect(self._save_table)
        self.tools.year_wanted.connect(self._save_year)
        self.list.opened.connect(self.dialogs.edit)
        self.list.removal_wanted.connect(self._remove)
        self.list.menu_wanted.connect(self._open_menu)
        self.list.receipts_dropped.connect(self._take_for)

    # Reading and showing

    def reload(self) -> None:
        """Look at the file again."""
        actions = self.parts.actions
        today = actions.clock.today()
        self.figures = actions.read(partial(figures, today=today, year=today.year))
        self._full.setVisible(self.figures.any)
        self.quick.renew()
        if not self.figures.any:
            self._show_empty()
            return
        if self.empty is not None:
            self.empty.hide()
        self.cards.show_figures(self.figures, today)
        self.pictures.show_figures(self.figures)
        all_years = actions.read(partial(years, today=today))
        self.tools.show_years(all_years)
        self.list.show_list(names_of(actions.read(everybody)), all_years)

    def _show_empty(self) -> None:
        if self.empty is None:
            theme = self.parts.theme
            self.empty = EmptyState(
                theme,
                "receipt",
                tr("Small costs add up: parking, gas, food"),
                tr("Jot them here, and the report is ready when you ask about aid or taxes."),
            )
            self.empty.setMinimumHeight(theme.px(360))
            self._column.insertWidget(1, self.empty, 10)
        self.empty.show()

    # What is wanted

    def add(self) -> None:
        """The form of a new cost."""
        self.dialogs.edit()

    def _go_on(self, expense: Expense | None) -> None:
        self.dialogs.edit(expense).accepted.connect(self.quick.clear)

    def find_text(self) -> None:
        """Put the keyboard into the search."""
        self.list.find_text()
        self.sight_wanted.emit(self.list)

    def show_record(self, record_id: UUID) -> bool:
        """Go to a cost, claim or call by its id, or open a new cost for a visit; whether there is one of them."""
        record = self.parts.actions.read(partial(_kept, record_id=record_id))
        if record is None:
            return self._add_for_visit(record_id)
        if not isinstance(record, Expense):
            self.dialogs.claims().stand_on(record)
            return True
        self.list.stand_on(record)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sight_wanted.emit(self.list)
        return True

    def _add_for_visit(self, visit_id: UUID) -> bool:
        return open_for_visit(self.parts, visit_id, self) is not None

    def take_receipts(self, mime: QMimeData) -> None:
        """A photo or PDF becomes the receipt of a new cost; several are sorted, and a bank’s file is brought in."""
        bank, paths = bank_path_of(mime), files_of(mime)
        if bank is not None:
            self.dialogs.bring_in(bank)
        elif len(paths) > 1:
            self.dialogs.many_receipts(paths)
        else:
            self.dialogs.edit().take_receipts(mime)

    def _take_for(self, expense: Expense, mime: QMimeData) -> None:
        """A photo that was dropped onto a cost goes with it once its form is saved."""
        self.dialogs.edit(expense).take_receipts(mime)

    def _show_kind(self, kind: str, is_year: bool) -> None:
        today = self.parts.actions.clock.today()
        self.list.show_kind(kind, When(today.year, None if is_year else today.month))
        self.sight_wanted.emit(self.list)

    def _show_month(self, first: object) -> None:
        self.list.show_month(first)  # type: ignore[arg-type]
        self.sight_wanted.emit(self.list)

    def _remove(self, expense: Expense) -> None:
        self.deeds.remove([expense])

    def _save_table(self) -> None:
        ask_for_table(self.parts, self, self.list.model.asked)

    def _save_year(self, year: int) -> None:
        ask_for_year(self.parts, self, year)

    def _open_menu(self, row: Row, at: QPoint) -> None:
        row_menu(row, self.deeds, self.dialogs, self).popup(at)


def _kept(work: UnitOfWork, *, record_id: UUID) -> Expense | Claim | CallNote | None:
    found: list[Expense | Claim | CallNote] = []
    for kind in (Expense, Claim, CallNote):
        found += work.where(kind, id=record_id)  # type: ignore[arg-type]  # one of the three
    return next(iter(found), None)
