"""Things a caregiver might do with costs, drawn by a test's dice; and what must hold of costs at all times."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.claims import Claim
from caregiver_app.domain.expenses import Expense, PaidPart, Reimbursement, Source
from caregiver_app.domain.people import Person
from caregiver_app.services import expenses
from caregiver_app.services.expenses import Asked
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork

PAYEES = ("", "Garage B", "Corner Pharmacy", "Café", "24-hour parking")
KINDS = ("parking_tolls", "rx", "visit", "lodging", "lost_income_caregiver")
EVERY_ONE = Asked(limit=1000)
Action = partial[Any]


class CostDice:
    """Draws what is done next with costs in a span."""

    def __init__(self, dice: random.Random, workspace: Workspace, span: Span) -> None:
        self.dice = dice
        self.workspace = workspace
        self.span = span

    def action(self, helpers: list[Person]) -> Action:
        """Something a person might do now; `helpers` has at least one."""
        found = [row.expense for row in self.workspace.read(partial(expenses.rows, asked=EVERY_ONE))]
        if not found or self.dice.random() < 0.3:
            return self.add(helpers)
        cost = self.dice.choice(found)
        told = replace(cost, payee=self.dice.choice(PAYEES), notes=f"note {self.dice.randrange(9)}")
        again = self.workspace.read(partial(expenses.repeat, expense=cost, today=self.day()))
        hanging = partial(_hang, expense=cost, day=self.day())
        return self.dice.choice(
            (
                partial(expenses.change, before=cost, after=told),
                partial(expenses.change, before=cost, after=replace(cost, kind=self.dice.choice(KINDS), number=0)),
                partial(expenses.remove, expenses=[cost]),
                partial(expenses.remove, expenses=self.dice.sample(found, min(3, len(found)))),
                partial(expenses.add, expense=again),
                hanging,
            )
        )

    def add(self, helpers: list[Person]) -> Action:
        """One cost, or some at once."""
        costs = [self.cost(helpers) for _ in range(self.dice.choice((1, 1, 4)))]
        return (
            partial(expenses.add, expense=costs[0]) if len(costs) == 1 else partial(expenses.add_many, expenses=costs)
        )

    def cost(self, helpers: list[Person]) -> Expense:
        """A cost or a trip; sometimes not paid yet, sometimes paid by a helper."""
        day, amount = self.day(), Decimal(self.dice.randrange(1, 9999)) / 100
        if self.dice.random() < 0.2:
            miles = Decimal(self.dice.randrange(1, 900)) / 10
            return Expense(served_on=day, paid_on=day, kind="mileage", miles=miles, from_to="Home and back")
        paid_by = (PaidPart(person_id=helpers[0].id, amount=amount),) if self.dice.random() < 0.3 else ()
        return Expense(
            served_on=day,
            paid_on=self.dice.choice((day, None)),
            kind=self.dice.choice(KINDS),
            payee=self.dice.choice(PAYEES),
            amount=amount,
            paid_by=paid_by,
        )

    def day(self) -> date:
        """A day of the span."""
        return self.span.first + timedelta(self.dice.randrange(28))


def _hang(work: UnitOfWork, *, expense: Expense, day: date) -> None:
    """A claim for a cost, and money that came back for it."""
    claim = Claim(expense_id=expense.id, company="Sample Health Plan")
    work.put(claim)
    source = Source.INSURER
    work.put(Reimbursement(expense_id=expense.id, claim_id=claim.id, received_on=day, amount=Decimal(1), source=source))


def check_costs(work: UnitOfWork) -> None:
    """Each number is of one cost; a cost is found by its number and its payee; what hangs has its cost."""
    found = {row.expense.number: row.expense for row in expenses.rows(work, asked=EVERY_ONE)}
    assert len(found) == work.count(Expense)
    assert 0 not in found
    for words in ("gar", "café", "24-hour", *(f"R-{number:03d}" for number in list(found)[:2])):
        listed = {row.expense.number for row in expenses.rows(work, asked=replace(EVERY_ONE, words=words))}
        assert listed == {number for number, each in found.items() if _has(each, words)}
    hanging = {each.expense_id for each in work.all(Claim)} | {each.expense_id for each in work.all(Reimbursement)}
    assert hanging <= {each.id for each in found.values()}


def _has(expense: Expense, words: str) -> bool:
    return f" {words}".casefold() in f" {expense.payee} R-{expense.number:03d}".casefold()
