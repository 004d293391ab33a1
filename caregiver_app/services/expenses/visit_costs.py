"""Parking, tolls and miles told of a visit become costs, and change with what is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.expense_answers import FIRST_KIND, MILEAGE
from caregiver_app.domain.expenses import AGREED_SHARES_ID, AgreedShares, Expense
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.domain.visits import Visit
from caregiver_app.services.agenda import one_visit
from caregiver_app.services.expenses.ledger import add, remove, there_and_back
from caregiver_app.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from caregiver_app.services.outcomes import Told

COSTS = ("parking", "tolls", "miles")  # fields of an outcome


def cost_id(outcome: Outcome, name: str) -> UUID:
    """The id of the cost that one field of what was told became."""
    return uuid5(outcome.id, name)


def begin(work: UnitOfWork, *, appointment_id: UUID, today: date) -> Expense | None:
    """A new cost of a visit to begin with, not kept yet; None when there is no such visit.

    It was paid on the day of the visit; for one that is still to come, today.
    """
    appointment = work.get(Appointment, appointment_id)
    if appointment is None:
        return None
    cost = _new(work, one_visit(work, appointment), "parking")
    return replace(cost, paid_on=min(cost.served_on, today))


def follow(work: UnitOfWork, told: Told) -> None:
    """Make, change or remove the costs of what was told; a field told as before leaves its cost as it is by now."""
    for name in COSTS:
        before = getattr(told.visit.outcome, name, None) or None
        now = getattr(told.outcome, name) or None
        if now != before:
            _put(work, told, name, now)


def _put(work: UnitOfWork, told: Told, name: str, now: Decimal | None) -> None:
    known = work.get(Expense, cost_id(told.outcome, name))
    field = "miles" if name == "miles" else "amount"
    if now is None and known is not None:
        remove(work, expenses=[known])
    elif now is not None and known is not None:
        work.put(replace(known, **{field: now}))  # type: ignore[arg-type]
    elif now is not None:
        cost = replace(_new(work, told.visit, name), id=cost_id(told.outcome, name))
        add(work, expense=replace(cost, **{field: now}))  # type: ignore[arg-type]


def _new(work: UnitOfWork, visit: Visit, name: str) -> Expense:
    place = visit.place.name if visit.place is not None else ""
    day = visit.appointment.day
    agreed = work.get(AgreedShares, AGREED_SHARES_ID)
    drive = name == "miles"
    return Expense(
        served_on=day,
        paid_on=day,
        kind=MILEAGE if drive else FIRST_KIND,
        payee="" if drive else place,
        from_to=there_and_back(place) if drive and place else "",
        for_id=visit.appointment.person_id,
        shares=agreed.shares if agreed is not None and not drive else (),
        receipt_needed=not drive,
        appointment_id=visit.id,
    )
