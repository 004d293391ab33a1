"""What the Leave tab and its sheets show of one job, and what is left on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from operator import attrgetter
from uuid import UUID

from caregiver_app.domain.leave.answers import Figures, LeaveView, RunningPaper
from caregiver_app.domain.leave.balance import OtherRules, check_worker
from caregiver_app.domain.leave.days import year_before
from caregiver_app.domain.leave.entries import TooManyMinutes
from caregiver_app.domain.leave.papers import PaperClock, deadline
from caregiver_app.domain.leave.records import EmployerCount, LeaveJob, LeavePaper
from caregiver_app.domain.people import Person, Role
from caregiver_app.services.leave.counting import Counting
from caregiver_app.services.leave.day_figures import figures, figures_by
from caregiver_app.services.leave.returning import returns_of
from caregiver_app.services.leave.rows import bare_rows, counted_rows, difference
from caregiver_app.services.leave.stored import Stored, is_covered, stored
from caregiver_app.storage.leave_rows import appointments_of, logged, time_off_since
from caregiver_app.storage.unit_of_work import UnitOfWork

FACTS = (
    "method",
    "workweek_start",
    "increment",
    "counts_hours",
    "spouse_same_employer",
    "hired_on",
    "relation",
    "pattern",
)


def jobs(work: UnitOfWork) -> list[LeaveJob]:
    """The jobs that are counted now, the caregiver's own first, then by name."""
    found = [(job, work.get(Person, job.person_id)) for job in work.where(LeaveJob, former=False)]
    known = [(job, person) for job, person in found if person is not None]
    return [job for job, person in sorted(known, key=_job_order)]


def _job_order(pair: tuple[LeaveJob, Person]) -> tuple[object, ...]:
    job, person = pair
    return person.role is not Role.CAREGIVER, person.name.casefold(), job.employer.casefold(), job.id


def view(work: UnitOfWork, *, job_id: UUID, today: date, since: date | None = None) -> LeaveView:
    """Everything the Leave tab shows of one job.

    `rows` are those of the last 12 months and later; from an earlier day with `since` (date.min for all of them).
    Whatever the rows, all leave is counted.
    """
    kept = stored(work, job_id)
    earliest_row = since if since is not None else year_before(today)
    entries = time_off_since(work, job_id, earliest_row)
    visits = appointments_of(work, entries)
    bare = _bare(work, kept)
    if not bare.supported or not kept.patterns:
        return replace(bare, rows=bare_rows(entries, visits))
    everything = logged(work, job_id)
    bare = replace(bare, earlier_rows=len(everything) - len(entries))
    try:
        counting = Counting(kept, everything)
    except TooManyMinutes as problem:  # two computers, or a usual week that changed: shown, so that it can be mended
        return replace(bare, rows=bare_rows(entries, visits), problem=problem.message)
    if not bare.covered:
        return replace(bare, rows=bare_rows(entries, visits, counting.calendar))
    return replace(
        _counted(bare, counting, today),
        rows=counted_rows(counting, entries, visits, today),
        difference=difference(counting, bare.employer_counts, today),
    )


def _bare(work: UnitOfWork, kept: Stored) -> LeaveView:
    """What is shown without counting."""
    job = kept.job
    return LeaveView(
        job=job,
        person=kept.person,
        patterns=kept.patterns,
        changes=kept.changes,
        supported=_is_supported(job),
        covered=is_covered(job),
        papers=papers(work, job=job),
        employer_counts=tuple(sorted(work.where(EmployerCount, job_id=job.id), key=attrgetter("day"))),
        assumed=tuple(fact for fact in FACTS if fact not in job.confirmed),
    )


def _is_supported(job: LeaveJob) -> bool:
    try:
        check_worker(job.worker)
    except OtherRules:
        return False
    return True


def _counted(bare: LeaveView, counting: Counting, today: date) -> LeaveView:
    answer, holding = figures_by(counting, today, planned_is_open=True)
    returns = returns_of(counting, holding, answer, today)
    return replace(bare, figures=answer, leave_year=counting.year(holding, today), returns=returns)


def papers(work: UnitOfWork, *, job: LeaveJob) -> tuple[RunningPaper, ...]:
    """The paper clocks of a job with their days: those still running first, by day."""
    found = [
        RunningPaper(paper=paper, deadline=deadline(paper_clock(paper, job)))
        for paper in work.where(LeavePaper, job_id=job.id)
    ]
    return tuple(sorted(found, key=_paper_order))


def paper_clock(paper: LeavePaper, job: LeaveJob) -> PaperClock:
    """A paper clock for the rules."""
    return PaperClock(
        kind=paper.clock,
        start=paper.start,
        holidays=frozenset(job.holidays),
        leave_taken=paper.leave_taken,
        notice_mailed=paper.notice_mailed,
        minimum_days=paper.minimum_days,
        lifetime=paper.lifetime,
    )


def _paper_order(running: RunningPaper) -> tuple[object, ...]:
    return running.paper.done_on is not None, running.deadline.due or date.max, running.paper.id


# Questions


def figures_on(work: UnitOfWork, *, job_id: UUID, day: date) -> Figures | None:
    """What is left on a day, with all that is logged and planned up to it taken; None while nothing can be counted."""
    kept = stored(work, job_id)
    if not kept.patterns or not _is_supported(kept.job) or not is_covered(kept.job):
        return None
    return figures(Counting(kept, logged(work, job_id)), day, planned_is_open=False, every_method=True)
