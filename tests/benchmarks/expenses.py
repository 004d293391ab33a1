"""Many made-up costs over ten years; lists of them, and what a list needs at the least."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import uuid5

from caregiver_app.domain.expenses import Expense, PaidHow, PaidPart, Reimbursement, Source
from caregiver_app.domain.household import HOUSEHOLD_ID, Household
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.receipts import Receipt, ReceiptType
from caregiver_app.services import expenses
from caregiver_app.storage.database import open_file
from tests.benchmarks.family import TODAY

MANY, FEW = 20_000, 200
YEARS = 10
KINDS = (
    ("parking_tolls", ("Lakeside garage", "Harbor parking", "Meter on Shore Road"), 2, 30),
    ("rx", ("Corner Pharmacy", "Mail pharmacy", "Hospital pharmacy"), 3, 120),
    ("visit", ("Lakeside Center", "Dr. Osei", "Elm Street Lab"), 15, 80),
    ("meals_out", ("Cafeteria", "Sandwich shop", "Soup place"), 5, 40),
    ("supplies", ("Corner Pharmacy", "Hardware store"), 4, 60),
    ("fares", ("City bus", "Sample taxi"), 3, 45),
)


def records(count: int) -> list[Expense]:
    """So many costs, spread evenly over the ten years that end today; the same each time."""
    dice = random.Random(count)  # noqa: S311  # a benchmark's dice, not a secret
    sister = sister_of_the_file()
    found = []
    for place in range(count):
        day = TODAY - timedelta((count - 1 - place) * YEARS * 365 // count)
        if place % 7 == 0:
            miles = Decimal(dice.randrange(40, 900)) / 10
            found.append(Expense(served_on=day, paid_on=day, kind="mileage", miles=miles, from_to="Home to the Center"))
            continue
        kind, payees, least, most = dice.choice(KINDS)
        amount = Decimal(dice.randrange(least * 100, most * 100)) / 100
        paid_by = (PaidPart(person_id=sister.id, amount=amount),) if place % 5 == 0 else ()
        found.append(
            Expense(
                served_on=day - timedelta(dice.randrange(20)),
                paid_on=day,
                kind=kind,
                payee=dice.choice(payees),
                paid_how=dice.choice(list(PaidHow)),
                amount=amount,
                paid_by=paid_by,
                notes=dice.choice(("", "", "after the infusion", "asked for a copy")),
            )
        )
    return found


def sister_of_the_file() -> Person:
    """Who paid some of them."""
    return Person(id=uuid5(HOUSEHOLD_ID, "benchmark sister"), name="Tess Rivers", phone="555-0141")


def build(path: Path, count: int) -> None:
    """A file with so many costs; most have a receipt, and some were partly paid back."""
    database = open_file(path)
    with database.writing(datetime(2026, 11, 22, 8, tzinfo=UTC)) as work:
        work.put(Household(welcomed=True))
        work.put(Person(name="Sam Rivers", role=Role.CAREGIVER))
        work.put(sister_of_the_file())
        kept = expenses.add_many(work, expenses=records(count))
        work.put_new(Receipt, [_receipt(each) for each in kept if each.number % 4])
        work.put_new(Reimbursement, [_back(each) for each in kept if each.kind == "visit" and each.number % 2])
    database.close()


def _receipt(expense: Expense) -> Receipt:
    kind, day = ReceiptType.JPEG, expense.day
    return Receipt(expense_id=expense.id, sha256=f"{expense.number:064x}", type=kind, size=90_000, added_on=day)


def _back(expense: Expense) -> Reimbursement:
    return Reimbursement(
        expense_id=expense.id, received_on=expense.day, amount=expense.amount / 2 // 1, source=Source.INSURER
    )
