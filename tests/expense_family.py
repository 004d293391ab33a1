"""Made-up costs of the made-up family: a year of parking, gas, food and prescriptions, some shared, some not paid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.domain.expenses import (
    AgreedShares,
    Expense,
    PaidBack,
    PaidHow,
    PaidPart,
    Reimbursement,
    Share,
    Source,
)
from caregiver_app.domain.people import Person
from caregiver_app.domain.receipts import Receipt
from caregiver_app.services.expenses import ledger
from caregiver_app.services.people import everybody

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

FIRST = date(2026, 6, 2)
# every so many days, from which day on: the kind, the payee, dollars that differ a little
_AGAIN = (
    (7, 0, "parking_tolls", "Harbor Hospital garage", "18.00"),
    (9, 3, "meals_out", "Clinic cafeteria", "12.40"),
    (21, 5, "rx", "Lakeside Pharmacy", "15.00"),
    (30, 8, "visit", "Bay Oncology", "45.00"),
    (35, 11, "supplies", "Corner Drugstore", "12.85"),
    (45, 12, "fares", "City Cab", "28.50"),
)
_SOME = (
    Expense(served_on=date(2026, 11, 16), paid_on=date(2026, 11, 16), kind="rx", payee="Lakeside Pharmacy",
            amount=Decimal("15.00"), notes="Anti-nausea refill"),
    Expense(served_on=date(2026, 11, 19), paid_on=date(2026, 11, 19), kind="meals_out", amount=Decimal("12.40"),
            notes="Lunch at the clinic"),
    Expense(served_on=date(2026, 11, 20), paid_on=date(2026, 11, 20), kind="parking_tolls",
            payee="Harbor Hospital garage", amount=Decimal("18.00"), paid_how=PaidHow.CASH),
    Expense(served_on=date(2026, 11, 12), paid_on=None, kind="labs_scans", payee="Harbor Hospital",
            amount=Decimal("212.00"), notes="CT scan, bill of Nov 18"),
    Expense(served_on=date(2026, 10, 3), paid_on=date(2026, 10, 3), kind="lodging", payee="Harbor Inn",
            amount=Decimal("178.00"), nights=2, people=2, counts=True),
    Expense(served_on=date(2026, 8, 21), paid_on=date(2026, 8, 24), kind="wig", payee="Wigs by Ada",
            amount=Decimal("160.00")),
    Expense(served_on=date(2026, 9, 15), paid_on=date(2026, 9, 15), kind="lost_income_caregiver",
            amount=Decimal("240.00"), notes="Two days without pay"),
)  # fmt: skip


def costs(people: dict[str, Person]) -> Iterator[Expense]:
    """All of them, in no order."""
    for every, start, kind, payee, amount in _AGAIN:
        day, place = FIRST + timedelta(start), 0
        while day < date(2026, 11, 22):
            cents = Decimal(place * 37 % 500).scaleb(-2)
            yield Expense(served_on=day, paid_on=day, kind=kind, payee=payee, amount=Decimal(amount) + cents)
            day, place = day + timedelta(every), place + 1
    yield from _SOME
    for week in range(24):
        day = FIRST + timedelta(7 * week)
        way = "Home to Harbor Hospital and back"
        yield Expense(served_on=day, paid_on=day, kind="mileage", miles=Decimal("24.5"), from_to=way)
    ana, ben = people["Ana"], people["Ben"]
    yield Expense(
        served_on=date(2026, 11, 6),
        paid_on=date(2026, 11, 6),
        kind="equipment",
        payee="Home Medical Supply",
        amount=Decimal("129.00"),
        paid_by=(PaidPart(person_id=ana.id, amount=Decimal("129.00")),),
        shares=(Share(person_id=ana.id, parts=1), Share(person_id=ben.id, parts=1)),
    )


def without_costs(work: UnitOfWork) -> None:
    """Take out every cost with all that hangs on it."""
    for kind in (CallNote, Claim, Receipt, Reimbursement, PaidBack, AgreedShares, Expense):
        for record in work.all(kind):
            work.remove(record)


def fill(work: UnitOfWork) -> None:
    """Put the costs into the file of the made-up family in place of its own, in the order of their days."""
    without_costs(work)
    people = {person.first_name: person for person in everybody(work)}
    kept = ledger.add_many(work, expenses=sorted(costs(people), key=lambda each: (each.served_on, each.kind)))
    wig = next(each for each in kept if each.kind == "wig")
    work.put(
        Reimbursement(
            expense_id=wig.id, received_on=date(2026, 10, 1), amount=Decimal("100.00"), source=Source.INSURER
        )
    )
