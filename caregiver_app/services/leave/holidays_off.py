"""Public holidays among days off that the job was not told of: if work is closed then, nothing is counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.holiday_names import holidays_in
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.records import LeaveJob, TimeOff
from caregiver_app.domain.leave.schedule import DAYS, WorkCalendar
from caregiver_app.services.leave.stored import job_for_rules, patterns_of
from caregiver_app.storage.leave_rows import entries_between
from caregiver_app.storage.unit_of_work import UnitOfWork


def holidays_off(work: UnitOfWork, *, entries: Sequence[TimeOff]) -> list[tuple[date, str]]:
    """Each public holiday with work among FMLA days off, and its name; the entries are of one job.

    Those that the job knows are left out, and those in a full week of leave: there a holiday counts. 825.200(h).
    """
    mine = [each for each in entries if each.kind is LeaveKind.FMLA]
    if not mine:
        return []
    job = work.need(LeaveJob, mine[0].job_id)
    calendar = WorkCalendar(job_for_rules(job, patterns_of(work, job.id)))
    off = {number for each in mine for number in each.entry().numbers() if calendar.minutes(number)}
    found = _holidays(job, sorted(off))
    return [(day, name) for day, name in found if not _is_full_week(work, job, calendar, mine, day)]


def _holidays(job: LeaveJob, numbers: Sequence[int]) -> list[tuple[date, str]]:
    """The public holidays among days that the job was not told of."""
    if not numbers:
        return []
    known = {*job.holidays, *job.holidays_worked}
    span = Span(date.fromordinal(numbers[0]), date.fromordinal(numbers[-1]))
    days = set(numbers)
    return [
        (day, name)
        for day, name in holidays_in(span).items()
        if day.toordinal() in days and day not in known and not any(c.first <= day <= c.last for c in job.closures)
    ]


def _is_full_week(
    work: UnitOfWork, job: LeaveJob, calendar: WorkCalendar, entries: Sequence[TimeOff], day: date
) -> bool:
    """Whether every other workday of the workweek of a holiday is off too."""
    first = calendar.week_first(day.toordinal())
    logged = entries_between(work, job.id, date.fromordinal(first), date.fromordinal(first + DAYS - 1))
    whole = [each.entry() for each in (*entries, *logged) if each.minutes is None and each.kind is LeaveKind.FMLA]
    off = {number for entry in whole for number in entry.numbers()}
    return off >= set(calendar.work_days(first))
