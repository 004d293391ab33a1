"""Sets up a job and changes it: its facts, its usual weeks, the way its leave year is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from operator import attrgetter

from caregiver_app.domain.leave.days import Method, MonthDay
from caregiver_app.domain.leave.entries import fmla_minutes
from caregiver_app.domain.leave.methods import check_change_notice
from caregiver_app.domain.leave.records import (
    EmployerCount,
    LeaveJob,
    LeavePaper,
    MethodChanged,
    TimeOff,
    WorkPattern,
    YearKnown,
)
from caregiver_app.domain.leave.schedule import WorkCalendar, check_usual_week
from caregiver_app.domain.problems import InvalidEntry, changed_meanwhile
from caregiver_app.domain.spoken import day_words
from caregiver_app.services.leave.stored import job_for_rules, patterns_of
from caregiver_app.storage.leave_rows import first_day_off, logged
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


def set_up(work: UnitOfWork, *, job: LeaveJob, pattern: WorkPattern | None) -> None:
    """Keep a new job, with its usual week where that is known. Raises InvalidEntry at `weeks` for one of no hours."""
    work.put(job)
    if pattern is not None:
        check_usual_week(pattern.weeks)
        work.put(replace(pattern, job_id=job.id))


def change_job(work: UnitOfWork, *, before: LeaveJob, after: LeaveJob) -> None:
    """Keep what was changed about a job; the numbers follow.

    Raises InvalidEntry at `hired_on` when leave is logged before it, and TooManyMinutes at `minutes` when a day with
    leave would have too little work.
    """
    work.expect(before)
    if after.hired_on is not None and after.hired_on != before.hired_on:
        first = first_day_off(work, before.id)
        if first is not None and first < after.hired_on:
            text = tr("Time off is logged on {day}, before this. Choose an earlier day, or change that entry.")
            raise InvalidEntry("hired_on", text.format(day=day_words(first, with_year=True)))
    work.put(after)
    if after.overtime != before.overtime or after.hired_on != before.hired_on:
        check_log(work, after)


def remove_job(work: UnitOfWork, *, job: LeaveJob) -> None:
    """Take a job off the list. With time off in its log it is kept as a former one: keep such papers three years."""
    work.expect(job)
    if work.where(TimeOff, job_id=job.id):
        work.put(replace(job, former=True))
        return
    for kind in (WorkPattern, MethodChanged, EmployerCount, LeavePaper):
        for record in work.where(kind, job_id=job.id):
            work.remove(record)
    work.remove(job)


def save_pattern(work: UnitOfWork, *, pattern: WorkPattern, before: WorkPattern | None = None) -> None:
    """Keep a usual week from a day on, new, or changed from what it was (`before`).

    One that began on the same day is replaced. Raises StaleEdit when it is not what is stored, InvalidEntry at
    `weeks` for a week without hours, TooManyMinutes at `minutes` when a day with leave would have too little work.
    """
    check_usual_week(pattern.weeks)
    if before is not None:
        work.expect(before)
    elif work.get(WorkPattern, pattern.id) is not None:
        raise changed_meanwhile()
    for other in patterns_of(work, pattern.job_id):
        if other.first_day == pattern.first_day and other.id != pattern.id:
            work.remove(other)
    work.put(pattern)
    check_log(work, work.need(LeaveJob, pattern.job_id))


def remove_pattern(work: UnitOfWork, *, pattern: WorkPattern) -> None:
    """Take a usual week off; the one before it goes on. Raises as `save_pattern` does."""
    work.expect(pattern)
    work.remove(pattern)
    check_log(work, work.need(LeaveJob, pattern.job_id))


def change_method(
    work: UnitOfWork, *, job: LeaveJob, method: Method, fixed_start: MonthDay | None, notice: date, effective: date
) -> None:
    """The employer goes over to another leave year.

    Raises InvalidEntry at `effective` with less than 60 days' notice or before an earlier change, at `method` when
    nothing changes or the method so far is not known, at `fixed_start` for a fixed year without its first day.
    """
    work.expect(job)
    if job.known is not YearKnown.TOLD or job.method is None:
        raise InvalidEntry("method", tr("First choose how your job counts the year now."))
    fixed_start = fixed_start if method is Method.FIXED else None
    if (method, fixed_start) == (job.method, job.fixed_start if job.method is Method.FIXED else None):
        raise InvalidEntry("method", tr("Your job counts this way already. Choose the new way."))
    check_change_notice(notice, effective)
    last = max((each.effective for each in work.where(MethodChanged, job_id=job.id)), default=None)
    if last is not None and effective <= last:
        text = tr("The last change was on {day}. Choose a later day.")
        raise InvalidEntry("effective", text.format(day=day_words(last, with_year=True)))
    work.put(
        MethodChanged(
            job_id=job.id,
            old_method=job.method,
            old_fixed_start=job.fixed_start,
            notice=notice,
            effective=effective,
        )
    )
    work.put(replace(job, method=method, fixed_start=fixed_start))


def take_back_change(work: UnitOfWork, *, job: LeaveJob) -> None:
    """Take the last change of method off again: the way before it holds."""
    work.expect(job)
    changes = sorted(work.where(MethodChanged, job_id=job.id), key=attrgetter("effective", "id"))
    if changes:
        work.remove(changes[-1])
        old = changes[-1]
        work.put(replace(job, known=YearKnown.TOLD, method=old.old_method, fixed_start=old.old_fixed_start))


def check_log(work: UnitOfWork, job: LeaveJob) -> None:
    """Raises TooManyMinutes when what is logged no longer fits the work of its days."""
    patterns = patterns_of(work, job.id)
    if patterns:
        calendar = WorkCalendar(job_for_rules(job, patterns))
        fmla_minutes(calendar, [each.entry for each in logged(work, job.id)])
