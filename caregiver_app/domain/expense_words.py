"""Costs in words: their kind, as they are searched, and how a list tells of them."""

from __future__ import annotations

from caregiver_app.domain.category_short import short_label
from caregiver_app.domain.category_words import category_label
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.money.categories import Category, treatment
from caregiver_app.domain.receipts import r_number


def kind_label(kind: str, name: str = "") -> str:
    """A kind of cost in a few words; `name` is the person cared for."""
    return short_label(treatment(kind).category, name)


def kinds_by_label() -> tuple[str, ...]:
    """Every kind, in the order of their words."""
    return tuple(sorted((each.value for each in Category), key=lambda each: kind_label(each).casefold()))


def searched_text(expense: Expense) -> str:
    """Everything of a cost that a person may look for."""
    words = (
        r_number(expense.number),
        expense.payee,
        kind_label(expense.kind),
        category_label(treatment(expense.kind).category),
        expense.from_to,
        f"{expense.amount:.2f}" if expense.amount else "",
        expense.notes,
    )
    return " ".join(words)
