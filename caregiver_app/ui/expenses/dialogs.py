"""Opens the dialogs of the Expenses tab, each imported when it is first wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.domain.expenses import Expense
from caregiver_app.ui.dialogs import Dialogs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from caregiver_app.ui.expenses.bring_in import BringInDialog
    from caregiver_app.ui.expenses.claim_editor import ClaimEditor
    from caregiver_app.ui.expenses.claims import ClaimsDialog
    from caregiver_app.ui.expenses.editor import ExpenseEditor
    from caregiver_app.ui.expenses.many_receipts import ManyReceipts
    from caregiver_app.ui.expenses.missing import MissingDialog
    from caregiver_app.ui.expenses.money_back import MoneyBackEditor
    from caregiver_app.ui.expenses.months import MonthsDialog
    from caregiver_app.ui.expenses.rates import RatesDialog
    from caregiver_app.ui.expenses.receipt_window import ReceiptWindow
    from caregiver_app.ui.expenses.sharing import SharingDialog
    from caregiver_app.ui.expenses.year import YearDialog


class ExpenseDialogs(Dialogs):
    """Each deed returns the dialog that it opened."""

    def edit(self, expense: Expense | None = None) -> ExpenseEditor:
        """The form of a cost, or of a new one; `expense` may be one that is not kept yet, to begin with."""
        from caregiver_app.ui.expenses.editor import ExpenseEditor

        return self._opened(ExpenseEditor(self._parts, expense, self._parent))

    def many_receipts(self, paths: Sequence[Path]) -> ManyReceipts:
        """Several photos at once, sorted one after the other."""
        from caregiver_app.ui.expenses.many_receipts import ManyReceipts

        return self._opened(ManyReceipts(self._parts, paths, self._parent))

    def look_at_receipts(self, expense: Expense) -> ReceiptWindow | None:
        """The receipts of a cost in full; None when it has none."""
        from caregiver_app.ui.expenses.receipt_piece import pieces_of
        from caregiver_app.ui.expenses.receipt_window import ReceiptWindow

        pieces = pieces_of(self._parts.actions, expense.id)
        return self._opened(ReceiptWindow(self._parts, pieces, 0, self._parent)) if pieces else None

    def missing(self) -> MissingDialog:
        """The costs without a receipt."""
        from caregiver_app.ui.expenses.missing import MissingDialog

        return self._opened(MissingDialog(self._parts, self._parent))

    def year(self) -> YearDialog:
        """What counts of a year, and what is still asked."""
        from caregiver_app.ui.expenses.year import YearDialog

        return self._opened(YearDialog(self._parts, self._parent))

    def sharing(self) -> SharingDialog:
        """Who paid, who carries what, and the fewest payments to be even."""
        from caregiver_app.ui.expenses.sharing import SharingDialog

        return self._opened(SharingDialog(self._parts, self._parent))

    def months(self) -> MonthsDialog:
        """Twelve months by kind, and what a month usually costs."""
        from caregiver_app.ui.expenses.months import MonthsDialog

        return self._opened(MonthsDialog(self._parts, self._parent))

    def rates(self) -> RatesDialog:
        """The published figures that costs are counted with, and the person's own."""
        from caregiver_app.ui.expenses.rates import RatesDialog

        return self._opened(RatesDialog(self._parts, self._parent))

    def bring_in(self, path: Path | None = None) -> BringInDialog:
        """Costs out of a bank's file."""
        from caregiver_app.ui.expenses.bring_in import BringInDialog

        return self._opened(BringInDialog(self._parts, path, self._parent))

    def claims(self) -> ClaimsDialog:
        """Claims and calls."""
        from caregiver_app.ui.expenses.claims import ClaimsDialog

        return self._opened(ClaimsDialog(self._parts, self._parent))

    def claim(self, expense: Expense) -> ClaimEditor:
        """The claim for a cost; a new one when there is none."""
        from caregiver_app.services.expenses.claims import claims_of
        from caregiver_app.ui.expenses.claim_editor import ClaimEditor

        found = self._parts.actions.read(partial(claims_of, expense_id=expense.id))
        return self._opened(ClaimEditor(self._parts, found[0] if found else None, self._parent, expense=expense))

    def money_back(self, expense: Expense) -> MoneyBackEditor:
        """What came back for a cost."""
        from caregiver_app.ui.expenses.money_back import MoneyBackEditor

        return self._opened(MoneyBackEditor(self._parts, expense, self._parent))
