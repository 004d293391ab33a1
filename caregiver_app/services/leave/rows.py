"""The log line by line: what each entry was counted as and what was left after it; and the employer's count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.leave.answers import Amount, Row
from caregiver_app.domain.leave.balance import LeaveCount
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.methods import CountDifference, count_difference
from caregiver_app.domain.leave.records import EmployerCount, TimeOff
from caregiver_app.domain.leave.schedule import WorkCalendar
from caregiver_app.services.leave.counting import Counting

NOTHING = Fraction(0)


def counted_rows(
    counting: Counting, entries: Iterable[TimeOff], visits: Mapping[UUID, Appointment], today: date
) -> tuple[Row, ...]:
    """The entries in the order of their days."""
    lines = _Lines(counting, counting.whole(today))
    return tuple(lines.row(entry, visits) for entry in entries)


def bare_rows(
    entries: Iterable[TimeOff], visits: Mapping[UUID, Appointment], calendar: WorkCalendar | None = None
) -> tuple[Row, ...]:
    """The entries alone, while nothing is counted: what was typed, and whole days as long as a calendar has them."""
    nothing = Amount(weeks=NOTHING, minutes=NOTHING)
    return tuple(
        Row(
            time_off=entry,
            minutes=_minutes_off(entry, calendar),
            weeks=NOTHING,
            left_after=nothing,
            appointment=_visit(entry, visits),
        )
        for entry in entries
    )


def _minutes_off(entry: TimeOff, calendar: WorkCalendar | None) -> int:
    numbers = entry.entry().numbers()
    if entry.minutes is not None or calendar is None:
        return len(numbers) * (entry.minutes or 0)
    return sum(map(calendar.minutes, numbers))


def _visit(entry: TimeOff, visits: Mapping[UUID, Appointment]) -> Appointment | None:
    return visits.get(entry.appointment_id) if entry.appointment_id is not None else None


class _Lines:
    """Makes rows; what lies beyond the law on a day is told by the count that holds then."""

    def __init__(self, counting: Counting, count: LeaveCount) -> None:
        self.counting = counting
        self.lacking = {
            day.number: day.weeks - count.weeks(counted)
            for day, counted in zip(count.days, count.counted, strict=True)
            if counted * day.week_minutes != day.minutes * count.scale
        }

    def row(self, entry: TimeOff, visits: Mapping[UUID, Appointment]) -> Row:
        """One entry."""
        minutes, weeks, over = self._cost(entry)
        last = date.fromordinal(entry.entry().numbers()[-1])
        return Row(
            time_off=entry,
            minutes=minutes,
            weeks=weeks,
            over_weeks=over,
            left_after=self.counting.amount(self.counting.remaining(last), last),
            appointment=_visit(entry, visits),
        )

    def _cost(self, entry: TimeOff) -> tuple[int, Fraction, Fraction]:
        """Minutes, workweeks, and those of them that the law does not protect; the last two of FMLA leave alone."""
        counting, total = self.counting, 0
        weeks = over = NOTHING
        for number in entry.entry().numbers():
            work = counting.calendar.minutes(number)
            minutes = min(work, entry.minutes) if entry.minutes is not None and work else work
            if entry.kind is not LeaveKind.FMLA:
                total += minutes if entry.minutes is None else entry.minutes
                continue
            charged = counting.by_number.get(number)
            if charged is not None and minutes:
                part = min(minutes, charged.minutes)
                cost = Fraction(part, charged.week_minutes)
                total, weeks = total + part, weeks + cost
                lacks = min(cost, self.lacking.get(number, NOTHING))
                if lacks:
                    self.lacking[number] -= lacks  # what a day lacks is told once, whatever entries it has
                over += lacks
        return total, weeks, over


def difference(counting: Counting, counts: Sequence[EmployerCount], today: date) -> CountDifference | None:
    """The employer's count against the log, from the first to the last day the employer told of; None without one."""
    if not counts:
        return None
    theirs = {count.day: count.minutes for count in counts if count.day <= today}
    if not theirs:
        return None
    first, last = min(theirs).toordinal(), max(theirs).toordinal()
    mine = {date.fromordinal(day.number): day.minutes for day in counting.charged if first <= day.number <= last}
    return count_difference(mine, theirs)
