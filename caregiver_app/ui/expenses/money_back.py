"""Money that came back for a cost: when, how much and from where; what is left of the cost stands below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.claims import Claim, PlanKind
from caregiver_app.domain.expenses import Expense, Reimbursement, Source
from caregiver_app.domain.year_words import to_payers_words
from caregiver_app.services.expenses import claims
from caregiver_app.ui.expenses.claim_words import cost_words, source_choices, usual_source
from caregiver_app.ui.expenses.money_rows import MoneyRows, MoneyStart, read_rows
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class MoneyBackEditor(Editor):
    """All money that came back for one cost, with a line for what came now."""

    WIDTH = 720

    def __init__(self, parts: Parts, expense: Expense, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Money that came back"), tr("Save"), parent)
        self._expense = expense
        self._today = parts.actions.clock.today()
        self._had = parts.actions.read(partial(claims.reimbursements, expense_id=expense.id))
        found = parts.actions.read(partial(claims.claims_of, expense_id=expense.id))
        self._claim = found[0] if len(found) == 1 else None
        self.about = Text(self.theme, cost_words(expense, self._today), "strong")
        self.body.addWidget(self.about)
        if self._claim is not None:
            self.body.addWidget(Text(self.theme, claim_sentence(self._claim), ink="text2"))
        if expense.shares or expense.paid_by:
            self.body.addWidget(Text(self.theme, to_payers_words(), ink="text2"))
        start = MoneyStart(money=self._had, expense=expense, usual=self._usual(expense))
        self.money = MoneyRows(self.theme, start, self._today)
        self.body.addWidget(self.money)
        self.body.addStretch(1)
        self.money.rows_changed.connect(self._rows_changed)
        self.money.changed.connect(self.grow_soon)
        self.money.add_empty()

    def _usual(self, expense: Expense) -> Source:
        plan = self._claim.plan if self._claim is not None else PlanKind.OTHER
        offered = source_choices(expense)
        return usual_source(plan) if usual_source(plan) in offered else offered[0]

    def _rows_changed(self) -> None:
        """The lines are the fields of the form."""
        self.fields = self.money.fields
        for field in self.fields.values():
            field.mended.connect(self._mended, Qt.ConnectionType.UniqueConnection)
        self.grow_soon()

    def values(self) -> object:
        return self.money.typed()

    def save(self) -> bool:
        money, wrong = read_rows(self.money.filled())
        for problem in wrong[1:]:
            self.fields[problem.field].set_error(problem.message)
        if wrong:
            raise wrong[0]
        return self.parts.actions.run(
            tr("Money that came back"),
            partial(claims.save_money, before=self._had, after=self._about_cost(money)),
            nothing=tr("Nothing was changed."),
        )

    def _about_cost(self, money: Sequence[Reimbursement]) -> list[Reimbursement]:
        """What is new belongs to the cost, and to its claim when there is one alone."""
        had: set[UUID] = {each.id for each in self._had}
        claim_id = self._claim.id if self._claim is not None else None
        return [
            each if each.id in had else replace(each, expense_id=self._expense.id, claim_id=claim_id) for each in money
        ]


def claim_sentence(claim: Claim) -> str:
    """That money for a cost counts for its claim as well."""
    if claim.company:
        return tr("It counts for the claim with {company} too.").format(company=claim.company)
    return tr("It counts for the claim for this cost too.")
