"""What a file of a bank is held against: costs and money back of its days, in the few columns that tell them apart."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import select

from caregiver_app.storage.money_tables import expenses, reimbursements
from caregiver_app.storage.unit_of_work import UnitOfWork


class Known(NamedTuple):
    """One cost that is kept. `mark` is that of its line in a file, empty for one that was typed."""

    day: date
    amount: Decimal
    payee: str
    mark: str
    number: int
    kind: str
    from_to: str
    miles: Decimal | None


def known_between(work: UnitOfWork, first: date, last: date, near: int) -> list[Known]:
    """The costs of these days, and of a few more on both sides, in the order they were numbered."""
    of, more = expenses.c, timedelta(days=near)
    query = select(of.day, of.amount, of.payee, of.imported_as, of.number, of.kind, of.from_to, of.miles).where(
        of.removed_at.is_(None), of.day >= first - more, of.day <= last + more
    )
    return [Known(*row) for row in work.values(query.order_by(of.number))]


def came_back_between(work: UnitOfWork, first: date, last: date) -> list[tuple[date, Decimal]]:
    """Day and dollars of all that came back in these days."""
    of = reimbursements.c
    query = select(of.received_on, of.amount).where(
        of.removed_at.is_(None), of.received_on >= first, of.received_on <= last
    )
    return [(day, amount) for day, amount in work.values(query)]
