"""Made-up leave of the made-up family: a school job with some days taken and some planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import (
    LeaveJob,
    LeavePaper,
    LeaveReason,
    PaidFrom,
    TimeOff,
    WorkPattern,
    YearKnown,
)
from caregiver_app.domain.people import Person, Role
from caregiver_app.services import leave
from caregiver_app.services.people import everybody

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

EIGHT = 480
WEEK = (0, EIGHT, EIGHT, EIGHT, EIGHT, EIGHT, 0)
SUNDAY = date(2020, 1, 5)


def school_job(person: Person, **facts: object) -> LeaveJob:
    """A job at a school district that counts the calendar year."""
    told: dict[str, object] = {
        "employer": "Lakeside School District",
        "known": YearKnown.TOLD,
        "method": Method.CALENDAR,
        "hired_on": date(2019, 8, 12),
    }
    return LeaveJob(person_id=person.id, **(told | facts))  # type: ignore[arg-type]


def usual_week(job: LeaveJob) -> WorkPattern:
    """Forty hours, Monday to Friday."""
    return WorkPattern(job_id=job.id, first_day=date(2019, 8, 12), cycle_start=SUNDAY, weeks=(WEEK,))


def some_days(job: LeaveJob) -> Sequence[TimeOff]:
    """104 hours taken and 24 planned."""
    taken = [
        (date(2026, 1, 11) + timedelta(1), date(2026, 1, 16), None, LeaveReason.CARE, PaidFrom.PTO),
        (date(2026, 3, 4), date(2026, 3, 4), EIGHT, LeaveReason.APPOINTMENT, PaidFrom.SICK),
        (date(2026, 6, 9), date(2026, 6, 10), EIGHT, LeaveReason.APPOINTMENT, PaidFrom.UNPAID),
        (date(2026, 9, 15), date(2026, 9, 17), EIGHT, LeaveReason.CARE, PaidFrom.UNPAID),
        (date(2026, 10, 7), date(2026, 10, 7), 240, LeaveReason.OTHER, PaidFrom.STATE),
        (date(2026, 11, 2), date(2026, 11, 2), 240, LeaveReason.APPOINTMENT, PaidFrom.SICK),
        (date(2026, 11, 9), date(2026, 11, 9), EIGHT, LeaveReason.APPOINTMENT, PaidFrom.UNPAID),
    ]
    days = [
        TimeOff(job_id=job.id, first=first, last=last, minutes=minutes, reason=reason, paid=paid, told_on=first)
        for first, last, minutes, reason, paid in taken
    ]
    for day, told in ((date(2026, 11, 24), date(2026, 11, 10)), (date(2026, 12, 1), None), (date(2026, 12, 15), None)):
        days.append(
            TimeOff(job_id=job.id, first=day, last=day, planned=True, reason=LeaveReason.APPOINTMENT, told_on=told)
        )
    return days


def without_work(work: UnitOfWork) -> None:
    """Take out every job and its log: before the first question was answered."""
    for kind in (TimeOff, LeavePaper, WorkPattern, LeaveJob):
        for record in work.all(kind):
            work.remove(record)


def fill(work: UnitOfWork, **facts: object) -> None:
    """A job of the caregiver with its log and a paper that runs, in place of what is there."""
    without_work(work)
    me = next(person for person in everybody(work) if person.role is Role.CAREGIVER)
    job = school_job(me, **facts)
    leave.set_up(work, job=job, pattern=usual_week(job))
    leave.log(work, entries=some_days(job))
    leave.start_paper(work, paper=LeavePaper(job_id=job.id, clock=Clock.CERTIFICATION_DUE, start=date(2026, 11, 30)))
