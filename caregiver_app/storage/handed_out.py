"""What calendar files need from the database: what a person was given, and the visits they said yes to."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar_events import Issued
from caregiver_app.domain.tasks import Answer
from caregiver_app.storage.tables import asks, tasks
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.storage.visit_tables import appointments, issued


def given_to(work: UnitOfWork, person_id: UUID, day: date) -> list[Issued]:
    """What a person was given for their calendar, from a day on."""
    return work.where(Issued, issued.c.day >= day, person_id=person_id)


def was_given_any(work: UnitOfWork, person_id: UUID, day: date) -> bool:
    """Whether there is anything of that."""
    theirs = (issued.c.person_id == person_id, issued.c.day >= day)
    return bool(work.some(Issued, *theirs, order=(issued.c.day,), limit=1))


def promised_by(work: UnitOfWork, person_id: UUID, day: date, limit: int) -> list[Appointment]:
    """The next appointments from a day on for which a person said yes to something, soonest first."""
    said = asks.c
    theirs = select(said.task_id).where(
        said.person_id == person_id, said.answer == Answer.YES, said.removed_at.is_(None)
    )
    about = select(tasks.c.appointment_id).where(tasks.c.id.in_(theirs), tasks.c.last_day >= day)
    order = (appointments.c.day, appointments.c.clock)
    return work.some(Appointment, appointments.c.id.in_(about), appointments.c.day >= day, order=order, limit=limit)
