"""The days of leave on the pay-period form: what each entry costs on each day, as the log counts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.leave.charge import ChargedDay
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.records import LeaveJob, TimeOff
from caregiver_app.domain.leave.schedule import DAYS
from caregiver_app.services.leave.counting import Counting
from caregiver_app.storage.leave_rows import entries_between
from caregiver_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one entry costs on one day; minutes are None when they can't be told. A holiday has no entry of its own."""

    number: int
    entry: TimeOff
    minutes: int | None
    is_holiday: bool = False


def time_off_near(work: UnitOfWork, job: LeaveJob, span: Span) -> list[TimeOff]:
    """The time off of the workweeks that the period touches, by day."""
    week = timedelta(DAYS - 1)
    return sorted(entries_between(work, job.id, span.first - week, span.last + week), key=_by_day)


def _by_day(entry: TimeOff) -> tuple[object, ...]:
    return entry.first, entry.last, entry.id


def falls_in(entry: TimeOff, span: Span) -> bool:
    """Whether one of its days is in the period; days that repeat may pass it by."""
    return any(span.first.toordinal() <= number <= span.last.toordinal() for number in entry.entry().numbers())


def lines_of(counting: Counting | None, near: Sequence[TimeOff], span: Span) -> list[Line]:
    """The days of the period in order; a holiday that counts in a full week of leave has a line of its own."""
    first, last = span.first.toordinal(), span.last.toordinal()
    leave = [entry for entry in near if entry.kind is LeaveKind.FMLA]
    lines = [
        line
        for entry in leave
        for number in entry.entry().numbers()
        if first <= number <= last and (line := _line(counting, entry, number)) is not None
    ]
    if counting is not None:
        named = {line.number for line in lines}
        alone = [day for day in counting.charged if first <= day.number <= last and day.number not in named]
        lines.extend(_holiday(leave, day) for day in alone)
    return sorted(lines, key=_by_number)


def _by_number(line: Line) -> int:
    return line.number


def _line(counting: Counting | None, entry: TimeOff, number: int) -> Line | None:
    """One entry on one day, as the log counts it; None on a day that costs nothing."""
    if counting is None:
        return Line(number=number, entry=entry, minutes=entry.minutes)
    work = counting.calendar.minutes(number)
    charged = counting.by_number.get(number)
    minutes = min(work, entry.minutes) if entry.minutes is not None else work
    if charged is None or not minutes:
        return None
    return Line(number=number, entry=entry, minutes=min(minutes, charged.minutes))


def _holiday(leave: Sequence[TimeOff], day: ChargedDay) -> Line:
    """A day that is charged though no entry names it: a holiday in a full week of leave. 29 CFR 825.200(h)."""
    owner = min(leave, key=partial(_days_away, number=day.number))
    return Line(number=day.number, entry=owner, minutes=day.minutes, is_holiday=True)


def _days_away(entry: TimeOff, number: int) -> int:
    """How far the nearest day of an entry is."""
    return min(abs(each - number) for each in entry.entry().numbers())


def total_minutes(lines: Sequence[Line]) -> int | None:
    """All minutes of the form; None when those of a day are not known."""
    minutes = [line.minutes for line in lines if line.minutes is not None]
    return sum(minutes) if lines and len(minutes) == len(lines) else None
