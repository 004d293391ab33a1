"""Which cost a claim is for: typed by its R-number, or chosen from the last ones."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.expense_answers import MEMO_KINDS, Asked, Column
from caregiver_app.domain.expenses import Expense
from caregiver_app.services.expenses import claims
from caregiver_app.services.expenses.lists import rows
from caregiver_app.ui.expenses.claim_words import cost_words
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.typed_choice import TypedChoice

OFFERED = 60


class CostChoice(TypedChoice):
    """Empty is no cost in particular."""

    def __init__(self, parts: Parts, expense: Expense | None, parent: QWidget | None = None) -> None:
        self._actions = parts.actions
        today = parts.actions.clock.today()
        asked = Asked(sort=Column.DAY, descending=True, limit=OFFERED)
        last = [row.expense for row in parts.actions.read(partial(rows, asked=asked))]
        offered = [each for each in last if each.kind not in MEMO_KINDS]
        begun = cost_words(expense, today) if expense is not None else ""
        super().__init__(parts.theme, begun, [cost_words(each, today) for each in offered], find=True, parent=parent)

    def understood(self, text: str) -> str:
        """The cost that was typed, in words. Raises InvalidEntry at `expense_id`."""
        found = self._actions.read(partial(claims.cost_meant, typed=text))
        return cost_words(found, self._actions.clock.today()) if found is not None else ""

    def expense(self) -> Expense | None:
        """The cost that stands there. Raises InvalidEntry at `expense_id`."""
        return self._actions.read(partial(claims.cost_meant, typed=self.text()))
