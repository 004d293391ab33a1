"""Leave of the made-up family: Sam's school job, days off around the visits behind and the next one, one paper."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid5

from caregiver_app.domain.household import HOUSEHOLD_ID
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.family import Relation
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
from caregiver_app.domain.people import Person
from caregiver_app.services.demo_visits import BLOOD_DRAW, EVERY, FIRST_INFUSION
from caregiver_app.storage.unit_of_work import UnitOfWork

_DAY, _HIRED, _SUNDAY = 480, date(2019, 8, 12), date(2019, 8, 11)
_WEEK = (0, _DAY, _DAY, _DAY, _DAY, _DAY, 0)
# Days from the first Monday, first and last; minutes of a day, None for all of it; the reason, what pays, the visit.
_TAKEN: tuple[tuple[int, int, int | None, LeaveReason, PaidFrom, str], ...] = (
    (-217, -213, None, LeaveReason.CARE, PaidFrom.PTO, ""),
    (-160, -160, 240, LeaveReason.APPOINTMENT, PaidFrom.SICK, ""),
    (-98, -97, None, LeaveReason.CARE, PaidFrom.UNPAID, ""),
    (-40, -40, _DAY, LeaveReason.APPOINTMENT, PaidFrom.SICK, ""),
    (FIRST_INFUSION, FIRST_INFUSION, _DAY, LeaveReason.APPOINTMENT, PaidFrom.UNPAID, "Infusion 0"),
)


def _id(name: str) -> UUID:
    return uuid5(HOUSEHOLD_ID, f"demo {name}")


def fill(work: UnitOfWork, *, monday: date, person: Person, today: date) -> None:
    """Put the job of a person into the file of the made-up family; `monday` is the first day of its eight weeks."""
    job = LeaveJob(
        id=_id("job"),
        person_id=person.id,
        employer="Lakeside School District",
        hired_on=_HIRED,
        known=YearKnown.TOLD,
        method=Method.ROLLING,
        relation=Relation.SPOUSE,
        confirmed=frozenset({"hired_on", "method", "pattern", "relation"}),
    )
    work.put(job)
    work.put(WorkPattern(id=_id("usual week"), job_id=job.id, first_day=_HIRED, cycle_start=_SUNDAY, weeks=(_WEEK,)))
    for time_off in (*_taken(job, monday), _planned(job, monday), _blood_draw(job, monday, today)):
        work.put(time_off)
    asked = today - timedelta(4)
    work.put(LeavePaper(id=_id("doctor form"), job_id=job.id, clock=Clock.CERTIFICATION_DUE, start=asked))


def _taken(job: LeaveJob, monday: date) -> list[TimeOff]:
    return [
        TimeOff(
            id=_id(f"time off {first}"),
            job_id=job.id,
            first=monday + timedelta(first),
            last=monday + timedelta(last),
            minutes=minutes,
            reason=reason,
            paid=paid,
            told_on=monday + timedelta(first - 7),
            appointment_id=_id(visit) if visit else None,
        )
        for first, last, minutes, reason, paid, visit in _TAKEN
    ]


def _planned(job: LeaveJob, monday: date) -> TimeOff:
    """The whole day of the next infusion; work knows."""
    day = monday + timedelta(FIRST_INFUSION + EVERY)
    return TimeOff(
        id=_id("time off next"),
        job_id=job.id,
        first=day,
        last=day,
        planned=True,
        reason=LeaveReason.APPOINTMENT,
        told_on=monday + timedelta(FIRST_INFUSION + 2),
        told_how="Email",
        appointment_id=_id("Infusion 1"),
    )


def _blood_draw(job: LeaveJob, monday: date, today: date) -> TimeOff:
    """Half a day for the blood draw; work is not told yet."""
    day = monday + timedelta(BLOOD_DRAW)
    return TimeOff(
        id=_id("time off blood draw"),
        job_id=job.id,
        first=day,
        last=day,
        minutes=240,
        planned=day >= today,
        reason=LeaveReason.APPOINTMENT,
        paid=PaidFrom.SICK,
        appointment_id=_id("Blood draw"),
    )
