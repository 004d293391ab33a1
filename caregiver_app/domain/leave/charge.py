"""What leave costs: each day's minutes as an exact part of its workweek."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from caregiver_app.domain.leave.closures import Shut, days_without_work
from caregiver_app.domain.leave.entries import LeaveEntry, fmla_minutes
from caregiver_app.domain.leave.schedule import DAYS, Job, WorkCalendar

SHORT_WEEK_MINUTES = 35 * 60


class ChargedDay(NamedTuple):
    """A day with leave that counts: its day number, counted minutes, and the scheduled minutes of its workweek.

    `other` are those of its minutes that were told not to be for a servicemember; they matter in those 12 months alone.
    """

    number: int
    minutes: int
    week_minutes: int
    not_settled: bool = False
    other: int = 0

    @property
    def weeks(self) -> Fraction:
        """Its charge, in workweeks. 29 CFR 825.205(b)(1)."""
        return Fraction(self.minutes, self.week_minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWeeks:
    """Workweeks on a day."""

    day: date
    weeks: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekWeeks:
    """Workweeks in the workweek that begins on a day."""

    week_start: date
    weeks: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class YearWeeks:
    """Workweeks in a calendar year."""

    year: int
    weeks: Fraction


class _Week(NamedTuple):
    """One workweek with a day without work: counted minutes by day, and whether the law is open on it."""

    minutes: dict[int, int]
    not_settled: bool


def _is_open_question(calendar: WorkCalendar, first: int, counted: dict[int, int], holidays: set[int]) -> bool:
    """Whether a full week with a counted holiday is one of under 35 hours, or lies across a year end."""
    if not holidays.intersection(counted):
        return False
    years = {date.fromordinal(number).year for number in counted}
    return calendar.week_minutes(first) < SHORT_WEEK_MINUTES or len(years) > 1


def _special_week(calendar: WorkCalendar, shut: Shut, first: int, fmla: dict[int, int]) -> _Week:
    """A workweek with a holiday or closed day: those days count in a full week of leave alone. 825.200(h)."""
    work = {n: calendar.minutes(n) for n in calendar.work_days(first) if n not in shut.never}
    counted = {n: fmla[n] for n in work if n in fmla and n not in shut.shut}
    all_open = {n: minutes for n, minutes in work.items() if n not in shut.shut}
    if not counted or counted != all_open:
        return _Week(counted, not_settled=False)
    return _Week(work, not_settled=_is_open_question(calendar, first, work, shut.holidays))


def _apply_days_without_work(
    calendar: WorkCalendar, shut: Shut, fmla: dict[int, int]
) -> tuple[dict[int, int], set[int]]:
    """The counted minutes by day once holidays and closures are minded, and the workweeks not settled."""
    weeks = {calendar.week_first(number) for number in fmla}
    counted = dict(fmla)
    not_settled: set[int] = set()
    for first in weeks & shut.weeks(calendar):
        for number in range(first, first + DAYS):
            counted.pop(number, None)
        week = _special_week(calendar, shut, first, fmla)
        counted.update(week.minutes)
        if week.not_settled:
            not_settled.add(first)
    return counted, not_settled | shut.unsettled_weeks({calendar.week_first(number) for number in counted})


class Charges:
    """Leave of one job, charged day by day: the days in order, and the workweeks on which the law is open."""

    def __init__(self, job: Job, leave: Iterable[LeaveEntry], other: Iterable[LeaveEntry] = ()) -> None:
        """`other` are those entries that are not to care for a servicemember, where that is told apart.

        Raises TooManyMinutes when the entries of a day exceed its scheduled minutes.
        """
        self.calendar = WorkCalendar(job)
        counted = self._taken = fmla_minutes(self.calendar, leave)
        self._other = fmla_minutes(self.calendar, other)
        self.not_settled_weeks: set[int] = set()
        if job.holidays or job.closures:
            shut = days_without_work(job, self.calendar)
            counted, self.not_settled_weeks = _apply_days_without_work(self.calendar, shut, counted)
        self.days = [self._charged(number, counted[number]) for number in sorted(counted)]

    def _charged(self, number: int, minutes: int) -> ChargedDay:
        first = self.calendar.week_first(number)
        week, is_open = self.calendar.week_minutes(first), first in self.not_settled_weeks
        return ChargedDay(number, minutes, week, is_open, self._other_of(number, minutes) if self._other else 0)

    def _other_of(self, number: int, minutes: int) -> int:
        """The minutes of a day for other reasons; a holiday in a full week goes with the days around it."""
        if number in self._taken:
            return min(minutes, self._other.get(number, 0))
        first = self.calendar.week_first(number)
        around = [day for day in range(first, first + DAYS) if day in self._taken]
        return minutes if all(self._taken[day] == self._other.get(day, 0) for day in around) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCharge:
    """One workweek: what its leave costs, in workweeks, and the minutes behind it."""

    weeks: Fraction
    counted_minutes: int
    week_minutes: int
    not_settled: bool = False


def week_charge(job: Job, leave: Iterable[LeaveEntry], week_of: date) -> WeekCharge:
    """What leave costs in the workweek that holds a day. 29 CFR 825.205(b)(1), 825.200(h).

    A week without work costs nothing. Raises TooManyMinutes when the entries of a day exceed its scheduled minutes.
    """
    charges = Charges(job, leave)
    first = charges.calendar.week_first(week_of.toordinal())
    counted = sum(day.minutes for day in charges.days if first <= day.number < first + DAYS)
    work = charges.calendar.week_minutes(first)
    return WeekCharge(
        weeks=Fraction(counted, work) if work else Fraction(0),
        counted_minutes=counted,
        week_minutes=work,
        not_settled=first in charges.not_settled_weeks,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceCharge:
    """What leave over any number of weeks costs, by workweek and by calendar year."""

    weeks: Fraction
    days_charged: int
    by_week: tuple[WeekWeeks, ...]
    by_year: tuple[YearWeeks, ...]
    not_settled: bool = False


def absence_charge(job: Job, leave: Iterable[LeaveEntry]) -> AbsenceCharge:
    """What leave costs, each week against its own scheduled minutes. 29 CFR 825.205(b), 825.200(h).

    Raises TooManyMinutes when the entries of a day exceed its scheduled minutes.
    """
    charges = Charges(job, leave)
    by_week: Counter[int] = Counter()
    by_year: dict[int, Fraction] = {}
    for day in charges.days:
        by_week[charges.calendar.week_first(day.number)] += day.minutes
        year = date.fromordinal(day.number).year
        by_year[year] = by_year.get(year, Fraction(0)) + day.weeks
    return AbsenceCharge(
        weeks=sum(by_year.values(), Fraction(0)),
        days_charged=len(charges.days),
        by_week=tuple(
            WeekWeeks(week_start=date.fromordinal(first), weeks=Fraction(minutes, charges.calendar.week_minutes(first)))
            for first, minutes in by_week.items()
        ),
        by_year=tuple(YearWeeks(year=year, weeks=weeks) for year, weeks in by_year.items()),
        not_settled=any(day.not_settled for day in charges.days),
    )
