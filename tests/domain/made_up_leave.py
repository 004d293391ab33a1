"""Jobs, leave years and time off made up for the laws of leave, and the slow way of counting they are held against."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from caregiver_app.domain.leave.charge import Charges, DayWeeks
from caregiver_app.domain.leave.days import Method, MonthDay, YearRule, anniversary, forward_starts
from caregiver_app.domain.leave.entries import LeaveEntry, one_day
from caregiver_app.domain.leave.schedule import Job, ScheduleEntry

FIRST = date(2027, 1, 4)
SUNDAY = date(2000, 1, 2)
FULL_TIME = (0, 480, 480, 480, 480, 480, 0)
PART_TIME = (0, 0, 420, 0, 450, 300, 0)
EVERY_DAY = (480,) * 7
PATTERNS = ((FULL_TIME,), (PART_TIME,), (EVERY_DAY,), (FULL_TIME, PART_TIME))


def job_of(*weeks: tuple[int, ...]) -> Job:
    return Job(schedule=(ScheduleEntry(first_day=SUNDAY, cycle_start=SUNDAY, weeks=weeks),))


def jobs() -> st.SearchStrategy[Job]:
    return st.sampled_from(PATTERNS).map(lambda weeks: job_of(*weeks))


def month_days() -> st.SearchStrategy[MonthDay]:
    starts = ((7, 1), (10, 1), (2, 29), (3, 1), (1, 15))
    return st.sampled_from(starts).map(lambda start: MonthDay(month=start[0], day=start[1]))


def rules(*methods: Method, weeks: tuple[int, ...] = (12, 26)) -> st.SearchStrategy[YearRule]:
    return st.builds(
        lambda method, start, entitlement: YearRule(
            method=method, fixed_start=start, entitlement=Fraction(entitlement)
        ),
        st.sampled_from(methods or tuple(Method)),
        month_days(),
        st.sampled_from(weeks),
    )


def dates(years: int = 3) -> st.SearchStrategy[date]:
    return st.integers(0, years * 365).map(lambda days: FIRST + timedelta(days))


def single_days(most: int = 40, years: int = 3) -> st.SearchStrategy[list[LeaveEntry]]:
    """Entries on days that differ, each of a length that every workday of the patterns has."""
    lengths = st.sampled_from((15, 50, 240, 300, None))
    return st.dictionaries(dates(years), lengths, max_size=most).map(
        lambda days: [one_day(day, minutes) for day, minutes in days.items()]
    )


def blocks(years: int = 3) -> st.SearchStrategy[list[LeaveEntry]]:
    """A few long blocks that do not overlap: enough to use up an entitlement."""
    return st.lists(st.tuples(st.integers(0, 25), st.integers(1, 40)), max_size=6, unique_by=lambda each: each[0]).map(
        lambda found: [
            LeaveEntry(first=FIRST + timedelta(41 * place), last=FIRST + timedelta(41 * place + length))
            for place, length in found
        ]
    )


def slowly_counted(rule: YearRule, charged: Sequence[DayWeeks]) -> list[DayWeeks]:
    """What counts of each day when every day looks at all days before it."""
    counted: list[DayWeeks] = []
    for day in charged:
        free = rule.entitlement - slowly_used(rule, counted, day.day)
        counted.append(DayWeeks(day=day.day, weeks=min(day.weeks, free)))
    return counted


def slowly_used(rule: YearRule, counted: Sequence[DayWeeks], day: date) -> Fraction:
    """What is used on a day, by the words of the regulation."""
    return sum((each.weeks for each in counted if each.weeks and _counts(rule, counted, each.day, day)), Fraction(0))


def _counts(rule: YearRule, counted: Sequence[DayWeeks], used: date, day: date) -> bool:
    if used > day:
        return False
    if rule.method is Method.ROLLING:
        return day < anniversary(used)
    if rule.method is Method.FORWARD:
        starts = forward_starts(each.day for each in counted if each.weeks)
        return any(start <= used and day < anniversary(start) for start in starts)
    return rule.year_start(used) == rule.year_start(day)


def charged_days(job: Job, leave: Sequence[LeaveEntry]) -> list[DayWeeks]:
    return [DayWeeks(day=date.fromordinal(day.number), weeks=day.weeks) for day in Charges(job, leave).days]
