"""Which counts of leave hold on a day, by what is known of the leave year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from caregiver_app.domain.leave.answers import Amount
from caregiver_app.domain.leave.balance import LeaveCount
from caregiver_app.domain.leave.charge import Charges
from caregiver_app.domain.leave.course import Course, CourseCount
from caregiver_app.domain.leave.days import (
    DAY,
    MILITARY_WEEKS,
    Method,
    Moment,
    MonthDay,
    YearRule,
    anniversary,
    anniversary_number,
)
from caregiver_app.domain.leave.methods import WITHOUT_START
from caregiver_app.domain.leave.records import LeaveJob, LeaveReason, YearKnown
from caregiver_app.domain.leave.shares import military_period, shared_weeks
from caregiver_app.services.leave.stored import Stored
from caregiver_app.storage.leave_rows import Logged


class Counting:
    """All leave of one job, charged once and counted under each rule that may hold on some day.

    Where rules turn, each day is counted by those of that day: around a change of method, and inside the single 12
    months to care for a servicemember. Raises TooManyMinutes when the entries of a day exceed its scheduled minutes.
    """

    def __init__(self, stored: Stored, logged: Sequence[Logged]) -> None:
        self.job: LeaveJob = stored.job
        self.changes = stored.changes
        self.rules_job = stored.rules_job
        self.logged = logged
        is_military = self.job.military_from is not None
        other = [each.entry for each in logged if each.reason is LeaveReason.OTHER] if is_military else []
        charges = Charges(self.rules_job, [each.entry for each in logged], other)
        self.calendar = charges.calendar
        self.charged = charges.days
        self.by_number = {day.number: day for day in self.charged}
        self._counts: dict[YearRule, LeaveCount] = {}

    def count(self, rule: YearRule) -> LeaveCount:
        """The leave counted under one rule of ordinary leave, once; under the course of the job where that has it."""
        if rule not in self._counts:
            self._counts[rule] = self._counted(((date.min, (rule,)),))
        return self._counts[rule]

    def _counted(self, spans: tuple[tuple[date, tuple[YearRule, ...]], ...]) -> LeaveCount:
        """The leave counted by rules that hold one after the other."""
        first = self.job.military_from
        if first is None and len(spans) == 1:
            return LeaveCount(self.rules_job, spans[0][1][0], self.charged)
        return CourseCount(self.rules_job, Course(spans=spans, military_from=first), self.charged)

    @cached_property
    def counts(self) -> Sequence[LeaveCount]:
        """The counts of which one holds: one where the job told how it counts, else one for each method."""
        if self.job.known is YearKnown.TOLD:
            spans = self._told_spans()
            return [self._counted(spans) if len(spans) > 1 else self.count(spans[0][1][0])]
        start = self.job.fixed_start if self.job.known is YearKnown.NOT_SURE else None
        methods = (*WITHOUT_START, Method.FIXED) if start is not None else WITHOUT_START
        return [self.count(_rule(method, start)) for method in methods]

    def _told_spans(self) -> tuple[tuple[date, tuple[YearRule, ...]], ...]:
        """The rules one after the other; for 12 months after a change the one before it too. 825.200(d)(1)."""
        assert self.job.method is not None, "a job that was told of has a method"
        before = [_rule(change.old_method, change.old_fixed_start) for change in self.changes]
        rules = [*before, _rule(self.job.method, self.job.fixed_start)]
        begins = [date.min, *(change.effective for change in self.changes)]
        ends = [*map(anniversary, begins[1:]), date.max]
        held = list(zip(rules, begins, ends, strict=True))
        return tuple(
            (day, tuple(dict.fromkeys(rule for rule, first, end in held if first <= day < end)))
            for day in sorted({*begins, *ends[:-1]})
        )

    def candidates(self, day: date) -> list[LeaveCount]:
        """The counts under one rule each of which one holds on a day."""
        return [view for count in self.counts for view in count.views(day)]

    def is_military(self, day: date) -> bool:
        """Whether a day lies in the single 12 months of military caregiver leave."""
        first = self.job.military_from
        return first is not None and first <= day <= military_period(first).last_day

    @property
    def choose(self) -> Callable[..., Any]:
        """Not sure is safe with the least; where none was chosen, or two hold, the best for the employee counts."""
        return min if self.job.known is YearKnown.NOT_SURE else max

    def whole(self, day: date) -> LeaveCount:
        """The count of all leave that holds on a day, whatever rules it has before and after."""
        found: LeaveCount = self.choose(self.counts, key=lambda count: count.remaining(day))
        return found

    def remaining(self, day: date, moment: Moment = Moment.AFTER) -> Fraction:
        """Workweeks left on a day."""
        left: Fraction = self.choose(count.remaining(day, moment) for count in self.candidates(day))
        return left

    def holds_until(self, view: LeaveCount, day: date) -> int:
        """The last day up to which the rule of a count goes on to hold."""
        count = next(count for count in self.counts if view in count.views(day))
        return count.holds_until(view.rule, day.toordinal())

    def is_shared(self, day: date) -> bool:
        """Whether a spouse at the same employer may share what is left on a day. 29 CFR 825.201(b), 825.127(f)."""
        return bool(shared_weeks(self.job.relation, same=self.job.spouse_same_employer, military=self.is_military(day)))

    def not_settled(self, day: date) -> bool:
        """Whether what is left on a day is to be asked of the employer; see the rules in domain.leave.methods."""
        if self.is_shared(day) or any(count.not_settled(day) for count in self.counts):
            return True
        if self.is_military(day):
            return len({count.remaining(day) for count in self.counts}) > 1
        if self.job.known is YearKnown.TOLD:
            return False
        return self.job.known is YearKnown.NOT_SURE or self.job.hired_on is not None

    def year(self, count: LeaveCount, day: date) -> tuple[date, date] | None:
        """The leave year of a day under a count, both days included; None for a rolling year or when none is open."""
        if count.rule.entitlement == MILITARY_WEEKS and self.job.military_from is not None:
            period = military_period(self.job.military_from)
            return period.first_day, period.last_day
        if count.rule.method is Method.ROLLING:
            return None
        if count.rule.method is not Method.FORWARD:
            return count.rule.year_start(day), count.rule.year_end(day)
        first = count.year_first(day.toordinal())
        return (date.fromordinal(first), last_of_year(first)) if first in count.starts else None

    def amount(self, weeks: Fraction, day: date) -> Amount:
        """Workweeks as time of the usual week in force on a day."""
        whole = weeks.numerator // weeks.denominator
        return Amount(
            weeks=weeks,
            minutes=weeks * self.rules_job.average_week_on(day),
            whole_weeks=whole,
            days=(weeks - whole) * self._days_a_week(day),
        )

    def _days_a_week(self, day: date) -> Fraction:
        begun = [entry for entry in self.rules_job.schedule if entry.first_day <= day] or self.rules_job.schedule[:1]
        weeks = begun[-1].weeks
        return Fraction(sum(minutes > 0 for week in weeks for minutes in week), len(weeks))


def _rule(method: Method, fixed_start: MonthDay | None) -> YearRule:
    return YearRule(method=method, fixed_start=fixed_start if method is Method.FIXED else None)


def last_of_year(first: int) -> date:
    """The last day of the 12 months from a day on."""
    return date.fromordinal(anniversary_number(first)) - DAY
