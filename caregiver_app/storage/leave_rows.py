"""What counting leave needs from the database: the time off of one job by index, in the few columns that count."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.leave.entries import LeaveEntry, LeaveKind
from caregiver_app.domain.leave.records import LeaveReason, TimeOff
from caregiver_app.storage.faults import sound
from caregiver_app.storage.leave_tables import time_off
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.storage.visit_tables import appointments


class Logged(NamedTuple):
    """Time off as far as counting needs it."""

    entry: LeaveEntry
    planned: bool
    reason: LeaveReason

    @property
    def kind_counts(self) -> bool:
        """Whether it is FMLA leave."""
        return self.entry.kind is LeaveKind.FMLA

    def covers(self, day: date) -> bool:
        """Whether it falls on a day."""
        return self.entry.first <= day <= self.entry.last and day.toordinal() in self.entry.numbers()


def logged(work: UnitOfWork, job_id: UUID) -> list[Logged]:
    """All time off of a job."""
    column = time_off.c
    query = select(
        column.first, column.last, column.every_days, column.minutes, column.kind, column.planned, column.reason
    ).where(column.job_id == job_id, column.removed_at.is_(None))
    with sound():
        return [
            Logged(LeaveEntry(first=first, last=last, every_days=every, minutes=minutes, kind=kind), planned, reason)
            for first, last, every, minutes, kind, planned, reason in work.values(query)
        ]


def entries_between(work: UnitOfWork, job_id: UUID, first: date, last: date) -> list[TimeOff]:
    """The time off of a job that touches some days."""
    return work.where(TimeOff, time_off.c.job_id == job_id, time_off.c.first <= last, time_off.c.last >= first)


def time_off_since(work: UnitOfWork, job_id: UUID, since: date | None) -> list[TimeOff]:
    """The time off of a job that ends on a day or later, all of it for None; by day."""
    conditions: list[ColumnElement[bool]] = [time_off.c.job_id == job_id]
    if since is not None:
        conditions.append(time_off.c.last >= since)
    return sorted(work.where(TimeOff, *conditions), key=attrgetter("first", "last", "id"))


def planned_from(work: UnitOfWork, day: date) -> list[TimeOff]:
    """The time off of all jobs that is planned and begins on a day or later."""
    return work.where(TimeOff, time_off.c.first >= day, time_off.c.planned.is_(True))


def first_day_off(work: UnitOfWork, job_id: UUID) -> date | None:
    """The first day of FMLA leave that is logged for a job."""
    column = time_off.c
    first = work.some(TimeOff, column.job_id == job_id, column.kind == LeaveKind.FMLA, order=[column.first], limit=1)
    return first[0].first if first else None


def appointments_of(work: UnitOfWork, entries: Iterable[TimeOff]) -> dict[UUID, Appointment]:
    """The visits that time off is for, by id."""
    ids = {entry.appointment_id for entry in entries if entry.appointment_id is not None}
    found = work.where(Appointment, appointments.c.id.in_(ids)) if ids else []
    return {each.id: each for each in found}
