"""Costs in words: as they are searched."""

from __future__ import annotations

from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.receipts import r_number


def searched_text(expense: Expense) -> str:
    """Everything of a cost that a person may look for."""
    return " ".join(
        (r_number(expense.number), expense.payee, expense.kind, expense.from_to, f"{expense.amount:.2f}", expense.notes)
    )
