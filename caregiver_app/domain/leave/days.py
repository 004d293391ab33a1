"""Days of the leave year: anniversaries, rolling windows and the four ways to count twelve months."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

ORDINARY_WEEKS = Fraction(12)
MILITARY_WEEKS = Fraction(26)
DAY = timedelta(1)


class Method(StrEnum):
    """How the employer counts its leave year. 29 CFR 825.200(b)(1) to (4)."""

    CALENDAR = "calendar"
    FIXED = "fixed"
    FORWARD = "forward"
    ROLLING = "rolling_backward"


class Moment(StrEnum):
    """Whether leave on the day itself is already counted in an answer for that day."""

    BEFORE = "before"
    AFTER = "after"


def is_leap_day(day: date) -> bool:
    """Whether a day is Feb 29; no rule says what its anniversary is."""
    return day.month == 2 and day.day == 29


def anniversary(day: date) -> date:
    """The same month and day of the next year; Mar 1 for Feb 29. 29 CFR 825.200(b)(4) by its examples."""
    if is_leap_day(day):
        return date(day.year + 1, 3, 1)
    return day.replace(year=day.year + 1)


def year_before(day: date) -> date:
    """The same month and day of the year before; Feb 28 for Feb 29."""
    if is_leap_day(day):
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)


def anniversary_number(number: int) -> int:
    """The anniversary of a day, both as day numbers (`date.toordinal`)."""
    return anniversary(date.fromordinal(number)).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDay:
    """The month and day on which a leave year starts; Feb 29 stands for Mar 1 in years that have none."""

    month: int
    day: int

    def __post_init__(self) -> None:
        try:
            date(2000, self.month, self.day)
        except ValueError as problem:
            raise InvalidEntry("fixed_start", tr("Type the day the leave year starts, like “July 1.”")) from problem

    @property
    def is_leap_day(self) -> bool:
        """Whether the leave year would start on Feb 29."""
        return self.month == 2 and self.day == 29

    def in_year(self, year: int) -> date:
        """The day in one year."""
        if self.is_leap_day and not is_leap_year(year):
            return date(year, 3, 1)
        return date(year, self.month, self.day)


def is_leap_year(year: int) -> bool:
    """Whether a year has a Feb 29."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


NEW_YEAR = MonthDay(month=1, day=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRule:
    """How leave is counted: the method, its start when fixed, and the entitlement in workweeks (12, or 26).

    Raises InvalidEntry at `fixed_start` when a fixed year has no start, and at `entitlement` when there is none.
    29 CFR 825.200(a), (b), (f).
    """

    method: Method
    fixed_start: MonthDay | None = None
    entitlement: Fraction = ORDINARY_WEEKS

    def __post_init__(self) -> None:
        if self.method is Method.FIXED and self.fixed_start is None:
            raise InvalidEntry("fixed_start", tr("Choose the day the leave year starts. HR can tell you."))
        if self.entitlement <= 0:
            raise InvalidEntry("entitlement", tr("Type how many weeks of leave there are, like 12."))

    @property
    def starts(self) -> MonthDay:
        """The day on which a calendar or fixed year starts."""
        return self.fixed_start if self.method is Method.FIXED and self.fixed_start else NEW_YEAR

    def year_start(self, day: date) -> date:
        """First day of the calendar or fixed year that holds a day."""
        start = self.starts.in_year(day.year)
        return start if start <= day else self.starts.in_year(day.year - 1)

    def year_end(self, day: date) -> date:
        """Last day of the calendar or fixed year that holds a day."""
        return self.starts.in_year(self.year_start(day).year + 1) - DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of days looked at, both ends included, and how many they are."""

    first_day: date
    last_day: date
    days: int
    not_settled: bool = False


def window(first_day: date, last_day: date, *, not_settled: bool) -> Window:
    """A window with its days counted."""
    days = (last_day - first_day).days + 1
    return Window(first_day=first_day, last_day=last_day, days=days, not_settled=not_settled)


def usage_first_day(day: date) -> date:
    """The first day whose leave still counts on a day, under a rolling year."""
    return year_before(day) + DAY


def touches_leap_day(day: date) -> bool:
    """Whether the rolling window of a day begins or ends on a Feb 29: then it is not settled."""
    return is_leap_day(day) or is_leap_day(usage_first_day(day))


def usage_window(day: date) -> Window:
    """The days whose leave counts on a day, that day included, under a rolling year. 29 CFR 825.200(b)(4)."""
    return window(usage_first_day(day), day, not_settled=touches_leap_day(day))


def eligibility_window(day: date) -> Window:
    """The 12 months before leave that starts on a day, that day left out. 29 CFR 825.110(a)(2), (d)."""
    return window(year_before(day), day - DAY, not_settled=is_leap_day(day))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnDay:
    """The day on which leave is there again."""

    returns_on: date
    not_settled: bool = False


def usage_returns_on(used_on: date) -> ReturnDay:
    """When leave used on a day is there again under a rolling year. 29 CFR 825.200(c)."""
    return ReturnDay(returns_on=anniversary(used_on), not_settled=is_leap_day(used_on))


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveYear:
    """First and last day of a leave year; both None when none is open."""

    start: date | None
    end: date | None
    not_settled: bool = False


def forward_starts(fmla_days: Iterable[date]) -> list[date]:
    """The days on which years measured forward open: each on the first FMLA day with none open. 825.200(b)(3)."""
    starts: list[date] = []
    for day in sorted(fmla_days):
        if not starts or day >= anniversary(starts[-1]):
            starts.append(day)
    return starts


def leave_year(rule: YearRule, day: date, fmla_days: Iterable[date] = ()) -> LeaveYear:
    """The leave year that holds a day. 29 CFR 825.200(b)(1) to (3).

    `fmla_days` matter to years measured forward alone. Raises InvalidEntry at `method` for a rolling year,
    which has neither start nor end.
    """
    if rule.method is Method.ROLLING:
        raise InvalidEntry("method", tr("A rolling year has no first day. Each day looks back 12 months."))
    if rule.method is not Method.FORWARD:
        leap = rule.starts.is_leap_day
        return LeaveYear(start=rule.year_start(day), end=rule.year_end(day), not_settled=leap)
    for start in forward_starts(fmla_days):
        if start <= day < anniversary(start):
            return LeaveYear(start=start, end=anniversary(start) - DAY, not_settled=is_leap_day(start))
    return LeaveYear(start=None, end=None)
