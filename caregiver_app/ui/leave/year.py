"""Twelve months of leave as values: what was taken, is planned and comes back on each day and in each month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.charge import Charges
from caregiver_app.domain.leave_words import week_minutes
from caregiver_app.services.leave.stored import job_for_rules

MONTHS = 12
BEHIND = 5  # months before the one of today


@dataclass(slots=True)
class DayTime:
    """Minutes of one day, or of one month."""

    taken: int = 0
    planned: int = 0
    back: Fraction = Fraction(0)

    def __bool__(self) -> bool:
        return bool(self.taken or self.planned or self.back)

    def add(self, other: DayTime) -> None:
        """Add another day's."""
        self.taken += other.taken
        self.planned += other.planned
        self.back += other.back


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveMonths:
    """Twelve months from the first of one on."""

    first: date
    today: date
    days: Mapping[date, DayTime] = field(default_factory=dict)

    @property
    def last(self) -> date:
        """The last day of them."""
        return month_after(self.first, MONTHS) - timedelta(1)

    def months(self) -> Iterator[date]:
        """The first day of each month."""
        return (month_after(self.first, n) for n in range(MONTHS))

    def of_month(self, first: date) -> DayTime:
        """What one month adds up to."""
        total = DayTime()
        end = month_after(first, 1)
        for day, time in self.days.items():
            if first <= day < end:
                total.add(time)
        return total

    def total(self) -> DayTime:
        """What the twelve months add up to."""
        total = DayTime()
        for time in self.days.values():
            total.add(time)
        return total


def month_after(first: date, months: int) -> date:
    """The first day of a month, some months on or back."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)


def months_around(today: date, turned: int) -> date:
    """The first of the twelve months that are shown: around today, or whole years before or after them."""
    first = month_after(today, MONTHS * turned - BEHIND)
    return first if first.year > 1 else date(2, 1, 1)


def leave_months(view: LeaveView, first: date, today: date) -> LeaveMonths:
    """The days of twelve months with their time. A planned day that is over counts as taken."""
    months = LeaveMonths(first=first, today=today, days={})
    days: dict[date, DayTime] = {}
    low, high = first.toordinal(), months.last.toordinal()
    entries = [row.time_off for row in view.rows if row.time_off.last >= first and row.time_off.first <= months.last]
    planned = {number for each in entries if each.planned for number in each.entry().numbers()}
    job = job_for_rules(view.job, view.patterns)
    for charged in Charges(job, [each.entry() for each in entries]).days:
        if low <= charged.number <= high:
            day = date.fromordinal(charged.number)
            is_planned = charged.number in planned and day >= today
            days[day] = DayTime(
                taken=0 if is_planned else charged.minutes, planned=charged.minutes if is_planned else 0
            )
    week = week_minutes(view.figures) if view.figures is not None else Fraction(0)
    for back in view.returns:
        if first <= back.day <= months.last:
            days.setdefault(back.day, DayTime()).back += back.weeks * week
    return LeaveMonths(first=first, today=today, days=days)
