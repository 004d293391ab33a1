"""What can be done with costs from the tab, each as one step that Undo takes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from caregiver_app.domain.expense_answers import GoesToo
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.spoken import list_words
from caregiver_app.services.expenses import ledger
from caregiver_app.ui.actions import Actions
from caregiver_app.words import ntr, tr


class ExpenseDeeds:
    """The steps that the line, rows and menus share; each returns whether it was saved."""

    def __init__(self, actions: Actions) -> None:
        self._actions = actions

    def remove(self, expenses: Sequence[Expense]) -> bool:
        """Off the list, with what hangs on it; the notice says what that was."""
        label = ntr("Remove a cost", "Remove {n} costs", len(expenses)).format(n=len(expenses))
        gone = self._actions.read(partial(ledger.goes_too, expenses=expenses))
        return self._actions.run(label, partial(ledger.remove, expenses=list(expenses)), told=removed_words(gone))

    def like(self, expense: Expense) -> Expense:
        """A new cost like an earlier one, today; not kept yet."""
        return self._actions.read(partial(ledger.repeat, expense=expense, today=self._actions.clock.today()))

    def repeat(self, expense: Expense) -> bool:
        """The same once more, today."""
        return self._actions.run(tr("Add expense"), partial(ledger.add, expense=self.like(expense)))

    def turn_receipt_needed(self, expense: Expense) -> bool:
        """There will never be a paper, or there will."""
        after = replace(expense, receipt_needed=not expense.receipt_needed)
        label = tr("Needs a receipt") if after.receipt_needed else tr("Needs no receipt")
        return self._actions.run(label, partial(ledger.change, before=expense, after=after))

    def paid_today(self, expense: Expense) -> bool:
        """A bill was paid today."""
        after = replace(expense, paid_on=self._actions.clock.today())
        return self._actions.run(tr("Paid today"), partial(ledger.change, before=expense, after=after))


def removed_words(gone: GoesToo) -> str:
    """What was taken off with a cost; empty when nothing hung on it."""
    counted = (
        (gone.receipts, ntr("{n} receipt", "{n} receipts", gone.receipts)),
        (gone.claims, ntr("{n} claim", "{n} claims", gone.claims)),
        (gone.reimbursements, ntr("{n} entry of money back", "{n} entries of money back", gone.reimbursements)),
    )
    parts = [words.format(n=n) for n, words in counted if n]
    return tr("Removed, together with {parts}.").format(parts=list_words(parts)) if parts else ""
