"""Time off work for a visit, told afterwards together with how it went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time

from caregiver_app.domain.leave.records import TimeOff
from caregiver_app.domain.leave.schedule import DAY_MINUTES
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.visits import Visit
from caregiver_app.services import leave
from caregiver_app.services.leave.log import leaves_home, of_visit, problems, work_of_day
from caregiver_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the card begins with, in minutes: what is logged or planned for the visit, and how long they were away.

    `left` is when they left home, `most` the work of that day, 0 where it is not known. `offered` when the time away
    is taken as time off unless somebody says otherwise; else it is only told.
    """

    logged: int | None = None
    away: int | None = None
    left: time | None = None
    most: int = 0
    offered: bool = False

    def away_until(self, home: time | None) -> int | None:
        """How long they were away when they were home at that time, never longer than the day has work."""
        if home is None or self.left is None:
            return self.away
        minutes = (home.hour - self.left.hour) * 60 + home.minute - self.left.minute
        return min(minutes if minutes > 0 else minutes + DAY_MINUTES, self.most or DAY_MINUTES)


def asked(work: UnitOfWork, *, visit: Visit, was_there: bool = True) -> Asked | None:
    """Whether time off work is asked for, and with what it begins; None while no job is set up.

    `was_there` when the caregiver surely was away from work for it.
    """
    jobs = leave.jobs(work)
    if not jobs:
        return None
    known = of_visit(work, appointment_id=visit.id, job_id=jobs[0].id)
    if known is not None:
        return Asked(logged=known.minutes)
    left, begun = leaves_home(visit), leave.from_visit(work, appointment_id=visit.id, job_id=jobs[0].id)
    return Asked(
        away=begun.minutes,
        left=left.time() if left is not None else None,
        most=work_of_day(work, job_id=jobs[0].id, day=visit.appointment.day),
        offered=was_there and visit.outcome is None and _can_be_logged(work, begun),
    )


def _can_be_logged(work: UnitOfWork, begun: TimeOff) -> bool:
    """Whether that day has work, and no other time off yet."""
    return problems(work, entries=[replace(begun, minutes=begun.minutes or 1, planned=False)]) == [None]


def log(work: UnitOfWork, *, visit: Visit, minutes: int) -> None:
    """Keep time off of the first job for a visit, as taken. Raises InvalidEntry at `time_off`."""
    jobs = leave.jobs(work)
    if not jobs:
        return
    job_id = jobs[0].id
    known = of_visit(work, appointment_id=visit.id, job_id=job_id)
    begun = known or leave.from_visit(work, appointment_id=visit.id, job_id=job_id)
    after = replace(begun, minutes=minutes, planned=False)
    try:
        if known is None:
            leave.log(work, entries=[after])
        elif after != known:
            leave.change_time_off(work, before=known, after=after)
    except InvalidEntry as problem:
        raise InvalidEntry("time_off", problem.message) from problem
