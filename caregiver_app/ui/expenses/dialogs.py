"""Opens the dialogs of the Expenses tab, each imported when it is first wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.expenses import Expense
from caregiver_app.ui.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from caregiver_app.ui.expenses.bring_in import BringInDialog
    from collections.abc import Sequence
    from pathlib import Path

    from caregiver_app.ui.expenses.claim_editor import ClaimEditor
    from caregiver_app.ui.expenses.claims import ClaimsDialog
    from caregiver_app.ui.expenses.editor import ExpenseEditor
    from caregiver_app.ui.expenses.many_receipts import ManyReceipts
    from caregiver_app.ui.expenses.missing import MissingDialog
    from caregiver_app.ui.expenses.many_receipts import ManyReceipts
    from caregiver_app.ui.expenses.missing import MissingDialog
    from caregiver_app.ui.expenses.money_back import MoneyBackEditor
    from caregiver_app.ui.expenses.sharing import SharingDialog
    from caregiver_app.ui.expenses.year import YearDialog


class ExpenseDialogs:
    """Every dialog belongs to one widget and is modal to its window."""

    def __init__(self, parts: Parts, parent: QWidget) -> None:
        self._parts = parts
        self._parent = parent

    def edit(self, expense: Expense | None = None) -> ExpenseEditor:
        """The form of a cost, or of a new one; `expense` may be one that is not kept yet, to begin with."""
        from caregiver_app.ui.expenses.editor import ExpenseEditor

        form = ExpenseEditor(self._parts, expense, self._parent)
        form.open()
        return form

    def many_receipts(self, paths: Sequence[Path]) -> ManyReceipts:
        """Several photos at once, sorted one after the other."""
        from caregiver_app.ui.expenses.many_receipts import ManyReceipts

        dialog = ManyReceipts(self._parts, paths, self._parent)
        dialog.open()
        return dialog

    def missing(self) -> MissingDialog:
        """The costs without a receipt."""
        from caregiver_app.ui.expenses.missing import MissingDialog

        dialog = MissingDialog(self._parts, self._parent)
        dialog.open()
        return dialog

    def year(self) -> YearDialog:
        """What counts of a year, and what is still asked."""
        from caregiver_app.ui.expenses.year import YearDialog

        dialog = YearDialog(self._parts, self._parent)
        dialog.open()
        return dialog

    def sharing(self) -> SharingDialog:
        """Who paid, who carries what, and the fewest payments to be even."""
        from caregiver_app.ui.expenses.sharing import SharingDialog

        dialog = SharingDialog(self._parts, self._parent)
        dialog.open()
        return dialog

    def missing(self) -> MissingDialog:
        """Receipts that are missing, to be added one after the other."""
        from caregiver_app.ui.expenses.missing import MissingDialog

        dialog = MissingDialog(self._parts, self._parent)
        dialog.open()
        return dialog

    def many_receipts(self, paths: Sequence[Path]) -> ManyReceipts:
        """Many receipts at once, each for a cost of its own."""
        from caregiver_app.ui.expenses.many_receipts import ManyReceipts

        form = ManyReceipts(self._parts, paths, self._parent)
        form.open()
        return form

    def bring_in(self, path: Path | None = None) -> BringInDialog:
        """Costs out of a bank's file."""
        from caregiver_app.ui.expenses.bring_in import BringInDialog

        dialog = BringInDialog(self._parts, path, self._parent)
        dialog.open()
        return dialog

    def claims(self) -> ClaimsDialog:
        """Claims and calls."""
        from caregiver_app.ui.expenses.claims import ClaimsDialog

        dialog = ClaimsDialog(self._parts, self._parent)
        dialog.open()
        return dialog

    def claim(self, expense: Expense) -> ClaimEditor:
        """The claim for a cost; a new one when there is none."""
        from caregiver_app.services.expenses.claims import claims_of
        from caregiver_app.ui.expenses.claim_editor import ClaimEditor

        found = self._parts.actions.read(partial(claims_of, expense_id=expense.id))
        form = ClaimEditor(self._parts, found[0] if found else None, self._parent, expense=expense)
        form.open()
        return form

    def money_back(self, expense: Expense) -> MoneyBackEditor:
        """What came back for a cost."""
        from caregiver_app.ui.expenses.many_receipts import ManyReceipts
    from caregiver_app.ui.expenses.missing import MissingDialog
    from caregiver_app.ui.expenses.money_back import MoneyBackEditor
    from caregiver_app.ui.expenses.sharing import SharingDialog
    from caregiver_app.ui.expenses.year import YearDialog

        form = MoneyBackEditor(self._parts, expense, self._parent)
        form.open()
        return form
