"""Several ways of counting side by side: none chosen, changed, and the employer's count against mine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from caregiver_app.domain.leave.balance import LeaveCount
from caregiver_app.domain.leave.charge import Charges
from caregiver_app.domain.leave.days import Method, Moment, MonthDay, YearRule, anniversary
from caregiver_app.domain.leave.entries import LeaveEntry
from caregiver_app.domain.leave.schedule import Job
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words
from caregiver_app.words import tr

CHANGE_NOTICE = timedelta(60)
WITHOUT_START = (Method.CALENDAR, Method.FORWARD, Method.ROLLING)


@dataclass(frozen=True, slots=True, kw_only=True)
class BestMethod:
    """Workweeks left under each method when the employer chose none; `best_methods` are all that tie.

    `anniversary_candidate` is what a year from the hire date would leave; it is never part of `best`.
    """

    remaining: Mapping[Method, Fraction]
    best: Fraction
    best_methods: tuple[Method, ...]
    anniversary_candidate: Fraction | None = None
    not_settled: bool = False


def best_method(
    job: Job,
    leave: Iterable[LeaveEntry],
    day: date,
    *,
    moment: Moment = Moment.AFTER,
    hire_date: date | None = None,
) -> BestMethod:
    """No method chosen: the one best for the employee counts. 29 CFR 825.200(e).

    Which fixed year to imagine is not settled, so a year from the hire date is told apart.
    """
    charged = Charges(job, leave).days
    counts = {method: LeaveCount(job, YearRule(method=method), charged) for method in WITHOUT_START}
    remaining = {method: count.remaining(day, moment) for method, count in counts.items()}
    best = max(remaining.values())
    candidate = None
    if hire_date is not None:
        hired = MonthDay(month=hire_date.month, day=hire_date.day)
        rule = YearRule(method=Method.FIXED, fixed_start=hired)
        candidate = LeaveCount(job, rule, charged).remaining(day, moment)
    return BestMethod(
        remaining=remaining,
        best=best,
        best_methods=tuple(method for method in WITHOUT_START if remaining[method] == best),
        anniversary_candidate=candidate,
        not_settled=hire_date is not None or any(count.not_settled(day, moment) for count in counts.values()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodChange:
    """Workweeks left around a change of method, and what the employer must give."""

    old_remaining: Fraction
    new_remaining: Fraction
    must_give: Fraction
    not_settled: bool = False


def check_change_notice(notice: date, effective: date) -> None:
    """Raises InvalidEntry at `effective` for a change with less than 60 days' notice. 29 CFR 825.200(d)(1)."""
    if effective - notice < CHANGE_NOTICE:
        text = tr("A new leave year needs 60 days’ notice to everyone. With notice on {notice} it can start on {day}.")
        told, earliest = (day_words(day, with_year=True) for day in (notice, notice + CHANGE_NOTICE))
        raise InvalidEntry("effective", text.format(notice=told, day=earliest))


def method_change(
    old: LeaveCount, new: LeaveCount, effective: date, day: date, *, moment: Moment = Moment.AFTER
) -> MethodChange:
    """The old method before a day, the better of both for 12 months from it, then the new. 29 CFR 825.200(d)(1).

    `old` and `new` are one history counted in two ways. When the better of both ends is not settled.
    """
    before, after = old.remaining(day, moment), new.remaining(day, moment)
    is_between = effective <= day < anniversary(effective)
    must_give = max(before, after) if is_between else before if day < effective else after
    is_open = day >= effective or old.not_settled(day, moment) or new.not_settled(day, moment)
    return MethodChange(old_remaining=before, new_remaining=after, must_give=must_give, not_settled=is_open)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursLedger:
    """What is left and used by an employer that counts in hours: minutes left, workweeks used."""

    remaining_minutes: int
    used_weeks: Fraction
    not_settled: bool = False


def hours_ledger(entitlement_minutes: int, average_week_minutes: int, absences: Sequence[int]) -> HoursLedger:
    """The count of an employer that turned the weeks into hours (opinion letter FMLA2025-02-A); all in minutes.

    Never counts more than the entitlement. Raises InvalidEntry at `average_week_minutes` when that is 0.
    """
    if average_week_minutes <= 0:
        raise InvalidEntry("average_week_minutes", tr("Type the hours of the average week your employer counts with."))
    used = min(sum(absences), entitlement_minutes)
    return HoursLedger(remaining_minutes=entitlement_minutes - used, used_weeks=Fraction(used, average_week_minutes))


@dataclass(frozen=True, slots=True, kw_only=True)
class CountDifference:
    """The employer's count less mine, in minutes; the first day on which they differ, and all such days.

    `first` and `last` are the days compared, both included.
    """

    minutes: int
    since: date | None
    by_day: Mapping[date, int]
    first: date | None = None
    last: date | None = None


def count_difference(mine: Mapping[date, int], employers: Mapping[date, int]) -> CountDifference:
    """The minutes of each day that the employer counts against those that I count."""
    days = sorted(mine.keys() | employers.keys())
    by_day = {day: employers.get(day, 0) - mine.get(day, 0) for day in days}
    differing = {day: minutes for day, minutes in by_day.items() if minutes}
    return CountDifference(
        minutes=sum(differing.values()),
        since=next(iter(differing), None),
        by_day=differing,
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
