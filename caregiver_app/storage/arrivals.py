"""Finds the appointments that events of a calendar file may be about."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from operator import attrgetter
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.storage.visit_tables import appointments

_AT_ONCE = 500  # databases take only so many values in one query


def met(work: UnitOfWork, uids: Collection[str], days: Collection[date]) -> list[Appointment]:
    """The appointments that came in under one of these ids before, and all those on these days; by their id."""
    found: dict[UUID, Appointment] = {}
    for column, wanted in ((appointments.c.calendar_uid, sorted(uids)), (appointments.c.day, sorted(days))):
        for at in range(0, len(wanted), _AT_ONCE):
            some = work.where(Appointment, column.in_(wanted[at : at + _AT_ONCE]))
            found |= {each.id: each for each in some}
    return sorted(found.values(), key=attrgetter("id"))
