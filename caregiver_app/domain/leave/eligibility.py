"""Who is eligible: 12 months, 1,250 hours of service, 50 employees within 75 miles; and when that is tested again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caregiver_app.domain.leave.balance import Worker, check_worker
from caregiver_app.domain.leave.days import (
    DAY,
    Method,
    YearRule,
    anniversary,
    is_leap_day,
    is_leap_year,
    leave_year,
)
from caregiver_app.domain.leave.schedule import Job, Span, WorkCalendar

MONTHS_NEEDED = 12
MINUTES_NEEDED = 1250 * 60
EMPLOYEES_NEEDED = 50
WEEKS_A_YEAR = 52
BREAK_YEARS = 7


class Requirement(StrEnum):
    """The three tests, in the order they are told."""

    MONTHS = "months"
    HOURS = "hours"
    EMPLOYEES = "employees"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """How long a person was employed, in months; whether service before the longest break counts.

    `earlier_service_counts` is None when no spells were given.
    """

    months: int
    earlier_service_counts: bool | None = None
    not_settled: bool = False


def years_after(day: date, years: int) -> date:
    """The same month and day some years on; Mar 1 for a Feb 29 that the year lacks."""
    year = day.year + years
    return date(year, 3, 1) if is_leap_day(day) and not is_leap_year(year) else day.replace(year=year)


def whole_months(first: date, end: date) -> int:
    """Whole months from a day up to a day that is no longer part of them."""
    months = (end.year - first.year) * 12 + end.month - first.month
    return max(0, months - (end.day < first.day))


def months_in_weeks(weeks: int) -> int:
    """Months of casual work: 52 weeks on the payroll are 12 months. 29 CFR 825.110(b)(3)."""
    return weeks * MONTHS_NEEDED // WEEKS_A_YEAR


def _kept_spells(spells: list[Span], *, break_excepted: bool) -> tuple[list[Span], bool]:
    """The spells that count, and whether what was cut off hangs on a break of exactly seven years."""
    for place in range(len(spells) - 1, 0, -1):
        back = years_after(spells[place - 1].last + DAY, BREAK_YEARS)
        if spells[place].first >= back and not break_excepted:
            return spells[place:], spells[place].first == back
    return spells, False


def service_in_spells(spells: Iterable[Span], leave_starts: date, *, break_excepted: bool = False) -> Service:
    """Months of service before leave. 29 CFR 825.110(b).

    A break of seven years or more cuts off what was before it, unless it was for uniformed service or there is a
    written rehire agreement. At exactly seven years the regulation says two things, so that is not settled.
    """
    before = sorted((spell for spell in spells if spell.first < leave_starts), key=lambda spell: spell.first)
    kept, exactly = _kept_spells(before, break_excepted=break_excepted)
    months = sum(whole_months(spell.first, min(spell.last + DAY, leave_starts)) for spell in kept)
    return Service(months=months, earlier_service_counts=len(kept) == len(before), not_settled=exactly)


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """Whether a person is eligible, the tests that fail, and the minutes of service counted."""

    eligible: bool
    failed: tuple[Requirement, ...]
    service_minutes: int
    not_settled: bool = False


def eligibility(
    service: Service,
    *,
    worked_minutes: int,
    employees_within_75_miles: int,
    userra_minutes: int = 0,
    already_eligible_same_reason_same_year: bool = False,
    worker: Worker = Worker.ORDINARY,
) -> Eligibility:
    """The three tests of 29 CFR 825.110(a), each “at least”.

    Minutes worked are those of the 12 months before the leave (`eligibility_window`); paid leave is not work, time
    in uniformed service is credited. Tested once per reason and leave year, 825.300(b)(1). Raises OtherRules.
    """
    check_worker(worker)
    minutes = worked_minutes + userra_minutes
    passed = {
        Requirement.MONTHS: service.months >= MONTHS_NEEDED,
        Requirement.HOURS: minutes >= MINUTES_NEEDED,
        Requirement.EMPLOYEES: employees_within_75_miles >= EMPLOYEES_NEEDED,
    }
    again = not already_eligible_same_reason_same_year
    failed = tuple(test for test, is_passed in passed.items() if again and not is_passed)
    return Eligibility(eligible=not failed, failed=failed, service_minutes=minutes, not_settled=service.not_settled)


@dataclass(frozen=True, slots=True, kw_only=True)
class MidLeaveStart:
    """The day from which leave under way is FMLA leave, and the scheduled days before it that are not."""

    fmla_starts: date
    days_before_not_fmla: tuple[date, ...]
    not_settled: bool = False


def mid_leave_start(job: Job, hire_date: date, leave: Span) -> MidLeaveStart:
    """Leave under way when 12 months are completed, the hours test passed: FMLA leave from then on. 825.110(d)."""
    starts = max(leave.first, anniversary(hire_date))
    calendar = WorkCalendar(job)
    end = min(starts, leave.last + DAY)
    days = [date.fromordinal(number) for number in range(leave.first.toordinal(), end.toordinal())]
    off = job.holidays - job.holidays_worked
    before = tuple(day for day in days if day not in off and calendar.minutes(day.toordinal()))
    return MidLeaveStart(fmla_starts=starts, days_before_not_fmla=before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retest:
    """Whether eligibility is tested on an absence."""

    needed: bool
    not_settled: bool = False


def retest(rule: YearRule, day: date, *, first_absence: date | None, fmla_days: Iterable[date] = ()) -> Retest:
    """Whether an absence is the first for its reason in its leave year. 29 CFR 825.300(b)(1).

    `first_absence` is the one that was tested last for the same reason, None for a new reason. In a rolling year a
    new leave year is not defined: here it is 12 months from that absence, not settled.
    """
    if first_absence is None:
        return Retest(needed=True)
    if rule.method is Method.ROLLING:
        return Retest(needed=day >= anniversary(first_absence), not_settled=True)
    year = leave_year(rule, day, [*fmla_days, first_absence])
    return Retest(needed=year.start is None or first_absence < year.start, not_settled=year.not_settled)
