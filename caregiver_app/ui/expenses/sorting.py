"""Many receipts at once: what each becomes, a new cost or one that is there, and all of it kept in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.spoken import day_words
from caregiver_app.services.expenses import ledger, receipts
from caregiver_app.ui.expenses.receipt_question import cost_words
from caregiver_app.ui.expenses.words import amount_words
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.exchange.receipt_files import TakenIn
    from caregiver_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What becomes of a receipt: it goes with a cost, new or not; or, without one, it is left out."""

    expense: Expense | None = None
    is_new: bool = False

    def words(self) -> str:
        """Such as “New: Parking, tolls, $12.50” or “With R-014, Lakeside garage”."""
        if self.expense is None:
            return tr("Left out")
        if not self.is_new:
            return tr("With {cost}").format(cost=cost_words(self.expense))
        what = self.expense.payee or kind_label(self.expense.kind)
        return tr("New: {amount}, {what}").format(amount=amount_words(self.expense), what=what)


def keep_sorted(work: UnitOfWork, *, sorted_out: Sequence[tuple[TakenIn, Choice]], today: date) -> None:
    """Keep the new costs, in order, and all receipts with theirs."""
    new = {each.expense.id: each.expense for _, each in sorted_out if each.expense is not None and each.is_new}
    ledger.add_many(work, expenses=list(new.values()))
    for taken, choice in sorted_out:
        if choice.expense is not None:
            receipts.attach(work, expense_id=choice.expense.id, taken=taken, today=today)


def fitting(expenses: Sequence[Expense], words: str) -> list[Expense]:
    """The costs that have all these words in them; those of a typed amount come first, then the newest."""
    wanted = words.casefold().split()
    found = [each for each in expenses if all(word in _all_words(each) for word in wanted)]
    same = partial(_is_amount, typed=words.strip().removeprefix("$"))
    return sorted(found, key=lambda each: (not same(each), -(each.paid_on or each.served_on).toordinal()))


def choice_words(expense: Expense) -> str:
    """A cost in the list to choose from: “$18.00, Lakeside garage, Nov 20, R-014”."""
    facts = (amount_words(expense), cost_words(expense), day_words(expense.paid_on or expense.served_on))
    return tr(" · ").join(facts)


def _is_amount(expense: Expense, typed: str) -> bool:
    return typed in (f"{expense.amount:.2f}", f"{expense.amount.normalize():f}")


def _all_words(expense: Expense) -> str:
    return f"{choice_words(expense)} {kind_label(expense.kind)} {expense.notes}".casefold()
