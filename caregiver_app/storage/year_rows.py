"""What a calendar year of costs needs from the database, by index."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import func, or_, select

from caregiver_app.domain.expenses import Expense, Reimbursement
from caregiver_app.storage.money_tables import expenses
from caregiver_app.storage.unit_of_work import UnitOfWork


def costs_of(work: UnitOfWork, first: date, last: date, ids: set[UUID]) -> list[Expense]:
    """The costs paid from day to day, both included, and those with some ids."""
    paid = expenses.c.paid_on.between(first, last)
    return work.where(Expense, or_(paid, expenses.c.id.in_(ids)) if ids else paid)


def costs_of_kinds(work: UnitOfWork, first: date, last: date, kinds: set[str]) -> list[Expense]:
    """The costs of some kinds paid from day to day, both included."""
    return work.where(Expense, expenses.c.paid_on.between(first, last), expenses.c.kind.in_(sorted(kinds)))


def years_paid(work: UnitOfWork) -> list[int]:
    """The calendar years in which a cost was paid: one look at the index for each."""
    paid = expenses.c.paid_on
    found: list[int] = []
    day: date | None = date.max
    while day is not None:
        before = select(func.max(paid)).where(paid < day, expenses.c.removed_at.is_(None))
        day = work.values(before)[0][0]
        if day is not None:
            found.append(day.year)
            day = day.replace(month=1, day=1)
    return found


def shared_costs(work: UnitOfWork, since: date, until: date) -> list[Expense]:
    """The costs that are shared, listed from day to day."""
    return work.where(Expense, expenses.c.day.between(since, until), expenses.c.shares != ())


def back_for(work: UnitOfWork, ids: set[UUID]) -> list[Reimbursement]:
    """All money that came back for some costs."""
    return work.among(Reimbursement, "expense_id", ids)
