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
        if day.toordinal() in days and day not in known and not _is_closed(job, day)
    ]


def _is_full_week(
    work: UnitOfWork, job: LeaveJob, calendar: WorkCalendar, entries: Sequence[TimeOff], day: date
) -> bool:
    """Whether every other minute of work in the workweek of a holiday is FMLA leave too."""
    number = day.toordinal()
    first = calendar.week_first(number)
    days = range(first, first + DAYS)
    changed = {each.id for each in entries}
    logged = entries_between(work, job.id, date.fromordinal(days[0]), date.fromordinal(days[-1]))
    others = [each for each in logged if each.kind is LeaveKind.FMLA and each.id not in changed]
    off = dict.fromkeys(days, 0)
    for each in (*entries, *others):
        for place in off.keys() & set(each.entry().numbers()):
            off[place] += calendar.minutes(place) if each.minutes is None else each.minutes
    open_days = [place for place in days if place != number and not _is_closed(job, date.fromordinal(place))]
    return all(off[place] >= calendar.minutes(place) for place in open_days)


def _is_closed(job: LeaveJob, day: date) -> bool:
    """Whether the job has said that there is no work on a day."""
    is_holiday = day in job.holidays and day not in job.holidays_worked
    return is_holiday or any(closure.first <= day <= closure.last for closure in job.closures)
