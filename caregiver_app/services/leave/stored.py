"""One job with its usual weeks and changes of method, as the rules want it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from uuid import UUID

from caregiver_app.domain.leave.family import Relative, family_covered
from caregiver_app.domain.leave.records import LeaveJob, MethodChanged, WorkPattern
from caregiver_app.domain.leave.schedule import Job, ScheduleEntry
from caregiver_app.domain.people import Person
from caregiver_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One job with its usual weeks and changes of method, in the order of their days."""

    job: LeaveJob
    person: Person
    patterns: tuple[WorkPattern, ...]
    changes: tuple[MethodChanged, ...]

    @property
    def rules_job(self) -> Job:
        """The same for the rules."""
        return job_for_rules(self.job, self.patterns)


def stored(work: UnitOfWork, job_id: UUID) -> Stored:
    """What is kept of a job beside its time off."""
    job = work.need(LeaveJob, job_id)
    return Stored(
        job=job,
        person=work.need(Person, job.person_id),
        patterns=patterns_of(work, job_id),
        changes=tuple(sorted(work.where(MethodChanged, job_id=job_id), key=attrgetter("effective", "id"))),
    )


def is_covered(job: LeaveJob) -> bool:
    """Whether the law counts the person cared for, as far as it is told who that is."""
    if job.relation is None or job.military_from is not None:
        return True
    return family_covered(Relative(relation=job.relation)).covered


def patterns_of(work: UnitOfWork, job_id: UUID) -> tuple[WorkPattern, ...]:
    """The usual weeks of a job, in order."""
    return tuple(sorted(work.where(WorkPattern, job_id=job_id), key=attrgetter("first_day", "id")))


def job_for_rules(job: LeaveJob, patterns: Sequence[WorkPattern]) -> Job:
    """A job as the rules want it. The first usual week holds for the days before it too, back to the first at work."""
    schedule = [pattern.entry() for pattern in patterns]
    if schedule:
        first = schedule[0]
        since = min(first.first_day, job.hired_on or date.min)
        schedule[0] = ScheduleEntry(first_day=since, cycle_start=first.cycle_start, weeks=first.weeks)
    return Job(
        schedule=tuple(schedule),
        workweek_start=job.workweek_start,
        holidays=frozenset(job.holidays),
        holidays_worked=frozenset(job.holidays_worked),
        closures=job.closures,
        mandatory_overtime=job.overtime,
    )
