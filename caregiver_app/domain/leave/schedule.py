"""What the job asks for: weeks that repeat, their history, the workweek, required overtime, days without work."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

DAYS = 7
DAY_MINUTES = 24 * 60
DIVISOR_WEEKS = 52
TWELVE_WEEKS = 12

Week = tuple[int, ...]
"""Minutes of work on seven days, Sunday first."""


class WorkweekStart(StrEnum):
    """The first day of the employer's fixed workweek of seven days."""

    SUNDAY = "sun"
    MONDAY = "mon"
    SATURDAY = "sat"


_FROM_SUNDAY = {WorkweekStart.SUNDAY: 0, WorkweekStart.MONDAY: 1, WorkweekStart.SATURDAY: 6}


def check_weeks(weeks: tuple[Week, ...]) -> None:
    """Raises InvalidEntry at `weeks` unless there are weeks of seven days with 0 to 24 hours each."""
    if not weeks or any(len(week) != DAYS for week in weeks):
        raise InvalidEntry("weeks", tr("Fill in the hours of all seven days, 0 for a day off."))
    if any(not 0 <= minutes <= DAY_MINUTES for week in weeks for minutes in week):
        raise InvalidEntry("weeks", tr("A day has 24 hours. Type how many of them are work."))


def check_usual_week(weeks: tuple[Week, ...]) -> None:
    """Raises InvalidEntry at `weeks` for a usual week that can't be counted with: it has no hours at all."""
    check_weeks(weeks)
    if not any(minutes for week in weeks for minutes in week):
        raise InvalidEntry("weeks", tr("This week has no hours. Type the hours of a usual week."))


def average_week(weeks: tuple[Week, ...]) -> Fraction:
    """The average week, in minutes, of weeks that repeat. 29 CFR 825.205(b)(1)."""
    return Fraction(sum(map(sum, weeks)), len(weeks))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleEntry:
    """A schedule from its first day until the next one begins: weeks that repeat from a Sunday on.

    Raises InvalidEntry at `cycle_start` when that is no Sunday, and at `weeks` for weeks that can't be.
    """

    first_day: date
    cycle_start: date
    weeks: tuple[Week, ...]

    def __post_init__(self) -> None:
        check_weeks(self.weeks)
        if self.cycle_start.isoweekday() != DAYS:
            raise InvalidEntry("cycle_start", tr("Choose a Sunday. The weeks are counted from it."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days in a row, both ends included. Raises InvalidEntry at `last` when it ends before it begins."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidEntry("last", tr("The last day is before the first day."))


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMinutes:
    """Minutes on a day."""

    day: date
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What one employer asks of a person, and when it asks nothing.

    `schedule` is its history; before its first entry no work is scheduled. `holidays` are days on which no work is
    expected, `holidays_worked` those on which it is (they change nothing). `mandatory_overtime` belongs to the
    schedule; overtime that a person may refuse does not, 29 CFR 825.205(c).
    """

    schedule: tuple[ScheduleEntry, ...]
    workweek_start: WorkweekStart = WorkweekStart.SUNDAY
    holidays: frozenset[date] = frozenset()
    holidays_worked: frozenset[date] = frozenset()
    closures: tuple[Span, ...] = ()
    mandatory_overtime: tuple[DayMinutes, ...] = ()

    def average_week_on(self, day: date) -> Fraction:
        """The average week, in minutes, of the schedule in force on a day; of the first one before it begins."""
        entries = sorted(self.schedule, key=lambda entry: entry.first_day)
        if not entries:
            return Fraction(0)
        begun = [entry for entry in entries if entry.first_day <= day] or entries[:1]
        return average_week(begun[-1].weeks)


class WorkCalendar:
    """Scheduled minutes of a job by day number; keeps each week it has added up."""

    def __init__(self, job: Job) -> None:
        entries = sorted(job.schedule, key=lambda entry: entry.first_day)
        self._starts = [entry.first_day.toordinal() for entry in entries]
        self._cycles = [(entry.cycle_start.toordinal(), entry.weeks) for entry in entries]
        self._start = _FROM_SUNDAY[job.workweek_start]
        self._weeks: dict[int, int] = {}
        self._overtime: dict[int, int] = {}
        for extra in job.mandatory_overtime:
            number = extra.day.toordinal()
            self._overtime[number] = self._overtime.get(number, 0) + extra.minutes

    def minutes(self, number: int) -> int:
        """Scheduled minutes of a day: its pattern and required overtime; 0 on a day off."""
        extra = self._overtime.get(number, 0) if self._overtime else 0
        place = bisect_right(self._starts, number) - 1
        if place < 0:
            return extra
        start, weeks = self._cycles[place]
        return weeks[(number - start) // DAYS % len(weeks)][number % DAYS] + extra

    def week_first(self, number: int) -> int:
        """The day number on which the workweek of a day begins."""
        return number - (number - self._start) % DAYS

    def week_minutes(self, first: int) -> int:
        """Scheduled minutes of the workweek that begins on a day, holidays and closed days included."""
        known = self._weeks.get(first)
        if known is None:
            known = self._weeks[first] = sum(map(self.minutes, range(first, first + DAYS)))
        return known

    def work_days(self, first: int) -> list[int]:
        """The days with work of the workweek that begins on a day."""
        return [number for number in range(first, first + DAYS) if self.minutes(number)]


def variable_weeks(total_minutes: int) -> tuple[Week, ...]:
    """52 weeks, Monday to Friday, that add up to the minutes of 12 months exactly: their average week is exact too.

    No two of them differ by more than a minute, nor do the days of one. Raises InvalidEntry at `weeks` for more than
    there can be.
    """
    whole, rest = divmod(total_minutes, DIVISOR_WEEKS)
    weeks = tuple(_even_week(whole + (place < rest)) for place in range(DIVISOR_WEEKS))
    check_weeks(weeks)
    return weeks


def _even_week(minutes: int) -> Week:
    each, rest = divmod(minutes, DAYS - 2)
    return (0, *(each + (place < rest) for place in range(DAYS - 2)), 0)


def variable_total(weeks: tuple[Week, ...]) -> int | None:
    """The minutes of 12 months that weeks were made of by `variable_weeks`; None for weeks that were typed."""
    total = sum(map(sum, weeks))
    return total if len(weeks) == DIVISOR_WEEKS and weeks == variable_weeks(total) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class VariableWeek:
    """The average week of a schedule that nobody can tell, and what 12 weeks of it are, in minutes."""

    average_week_minutes: Fraction
    entitlement_minutes: Fraction
    weeks: Fraction | None = None
    not_settled: bool = True


def variable_average(
    *,
    scheduled_minutes: int = 0,
    worked_minutes: int = 0,
    leave_minutes: int = 0,
    divisor_weeks: int = DIVISOR_WEEKS,
    fmla_minutes: int | None = None,
) -> VariableWeek:
    """The average week over the 12 months before the leave began. 29 CFR 825.205(b)(3).

    Hours scheduled count, leave of any kind among them; where only hours worked are known, leave is added to them.
    What to divide by is not settled. Raises InvalidEntry at `scheduled_minutes` when there is nothing to average.
    """
    total = scheduled_minutes or worked_minutes + leave_minutes
    if total <= 0 or divisor_weeks <= 0:
        raise InvalidEntry("scheduled_minutes", tr("Type the hours you were scheduled for in the last 12 months."))
    average = Fraction(total, divisor_weeks)
    weeks = None if fmla_minutes is None else Fraction(fmla_minutes) * Fraction(divisor_weeks, total)
    return VariableWeek(average_week_minutes=average, entitlement_minutes=TWELVE_WEEKS * average, weeks=weeks)
