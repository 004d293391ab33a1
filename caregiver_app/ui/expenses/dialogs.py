"""Opens the dialogs of the Expenses tab, each imported when it is first wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.expenses import Expense
from caregiver_app.ui.parts import Parts

if TYPE_CHECKING:
    from caregiver_app.exchange.receipt_files import TakenIn
    from caregiver_app.ui.expenses.editor import ExpenseEditor


class ExpenseDialogs:
    """Every dialog belongs to one widget and is modal to its window."""

    def __init__(self, parts: Parts, parent: QWidget) -> None:
        self._parts = parts
        self._parent = parent

    def edit(self, expense: Expense | None = None, taken: Sequence[TakenIn] = ()) -> ExpenseEditor:
        """The form of a cost, or of a new one; `expense` may be one that is not kept yet, to begin with."""
        from caregiver_app.ui.expenses.editor import ExpenseEditor

        form = ExpenseEditor(self._parts, expense, self._parent, taken=taken)
        form.open()
        return form
