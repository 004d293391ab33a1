"""Finds the visits of which somebody may still have to hear something."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from caregiver_app.domain.appointments import Appointment
from caregiver_app.storage.tables import asks, tasks
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.storage.visit_tables import appointments


def spoken_with(work: UnitOfWork, person_id: UUID, day: date) -> list[Appointment]:
    """The appointments from a day on for which a person was asked or said anything."""
    said = asks.c
    theirs = select(said.task_id).where(said.person_id == person_id, said.removed_at.is_(None))
    about = select(tasks.c.appointment_id).where(tasks.c.id.in_(theirs))
    return work.where(Appointment, appointments.c.id.in_(about), appointments.c.day >= day)


def to_come_along(work: UnitOfWork, person_id: UUID, day: date) -> list[Appointment]:
    """The appointments from a day on to which a person comes along, and of which they know an old plan only."""
    theirs = (appointments.c.companion_id == person_id, appointments.c.companion_day.is_not(None))
    return work.where(Appointment, *theirs, appointments.c.day >= day)
