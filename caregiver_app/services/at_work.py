"""Visits that take the caregiver from work on a day for which no time off is logged or planned."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from caregiver_app.domain.tasks import State
from caregiver_app.domain.visits import Visit
from caregiver_app.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from caregiver_app.domain.leave.records import LeaveJob, TimeOff


def at_work(work: UnitOfWork, visits: Sequence[Visit], caregiver_id: UUID | None) -> Mapping[UUID, int]:
    """Minutes of work on the day of each visit that needs the caregiver there, by the id of the visit.

    Only those without time off: neither for this visit nor for any hour of that day.
    """
    hers = [each for each in visits if caregiver_id is not None and is_needed(each, caregiver_id)]
    if not hers:
        return {}
    from caregiver_app.domain.leave.records import LeaveJob

    jobs = work.where(LeaveJob, person_id=caregiver_id, former=False)
    return {visit_id: minutes for job in jobs for visit_id, minutes in _of_job(work, job, hers)}


def is_needed(visit: Visit, caregiver_id: UUID) -> bool:
    """Whether the caregiver drives, comes along, or has the visit herself."""
    if not visit.appointment.is_planned:
        return False
    drives = any(caregiver_id in trip.drivers for trip in visit.trips if trip.item.state is not State.NOT_NEEDED)
    return drives or caregiver_id in (visit.appointment.companion_id, visit.appointment.person_id)


def _of_job(work: UnitOfWork, job: LeaveJob, visits: Sequence[Visit]) -> Iterator[tuple[UUID, int]]:
    from caregiver_app.domain.leave.schedule import WorkCalendar
    from caregiver_app.services.leave.stored import job_for_rules, patterns_of
    from caregiver_app.storage.leave_rows import entries_between

    days = [each.appointment.day for each in visits]
    off = entries_between(work, job.id, min(days), max(days))
    calendar = WorkCalendar(job_for_rules(job, patterns_of(work, job.id)))
    for visit in visits:
        day = visit.appointment.day
        minutes = 0 if _is_closed(job, day) else calendar.minutes(day.toordinal())
        if minutes and not _is_off(visit, off):
            yield visit.id, minutes


def _is_closed(job: LeaveJob, day: date) -> bool:
    closed = any(span.first <= day <= span.last for span in job.closures)
    return closed or (day in job.holidays and day not in job.holidays_worked)


def _is_off(visit: Visit, off: Collection[TimeOff]) -> bool:
    day = visit.appointment.day
    on_day = (each for each in off if each.first <= day <= each.last and not (day - each.first).days % each.every_days)
    return any(on_day) or any(each.appointment_id == visit.id for each in off)
