"""Finds the appointments that events of a calendar file may be about."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import or_

from caregiver_app.domain.appointments import Appointment
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.storage.visit_tables import appointments


def met(work: UnitOfWork, uids: Collection[str], days: Collection[date]) -> list[Appointment]:
    """The appointments that came in under one of these ids before, and all those on these days."""
    if not uids and not days:
        return []
    return work.where(Appointment, or_(appointments.c.calendar_uid.in_(uids), appointments.c.day.in_(days)))
