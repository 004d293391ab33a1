"""Which counts of leave hold on a day, by what is known of the leave year; and the figures they give."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction

from caregiver_app.domain.leave.answers import Amount, Figures
from caregiver_app.domain.leave.balance import LeaveCount
from caregiver_app.domain.leave.charge import ChargedDay, Charges
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
from caregiver_app.domain.leave.entries import LeaveEntry, LeaveKind, one_day
from caregiver_app.domain.leave.methods import WITHOUT_START
from caregiver_app.domain.leave.records import LeaveJob, LeaveReason, YearKnown
from caregiver_app.domain.leave.shares import military_balance, military_period
from caregiver_app.services.leave.stored import Stored
from caregiver_app.storage.leave_rows import Logged

NONE = Fraction(0)


class Counting:
    """All leave of one job, charged once and counted under each rule that may hold on some day.

    Leave to care for a servicemember inside its single 12 months is counted there alone.
    Raises TooManyMinutes when the entries of a day exceed its scheduled minutes.
    """

    def __init__(self, stored: Stored, logged: Sequence[Logged]) -> None:
        self.job: LeaveJob = stored.job
        self.changes = stored.changes
        self.rules_job = stored.rules_job
        self.logged = logged
        charges = Charges(self.rules_job, [each.entry for each in logged])
        self.calendar = charges.calendar
        self.charged = charges.days
        self.by_number = {day.number: day for day in self.charged}
        self._ordinary = self._without_military()
        self._counts: dict[YearRule, LeaveCount] = {}

    def _without_military(self) -> list[ChargedDay]:
        first = self.job.military_from
        if first is None:
            return self.charged
        inside = range(first.toordinal(), anniversary(first).toordinal())
        rest = [part for each in self.logged for part in _outside(each, inside)]
        return Charges(self.rules_job, rest).days

    def count(self, rule: YearRule) -> LeaveCount:
        """The leave counted under a rule, once."""
        if rule not in self._counts:
            military = rule.entitlement == MILITARY_WEEKS
            self._counts[rule] = LeaveCount(self.rules_job, rule, self.charged if military else self._ordinary)
        return self._counts[rule]

    def candidates(self, day: date) -> list[LeaveCount]:
        """The counts of which one holds on a day."""
        return [self.count(rule) for rule in self._rules(day)]

    def _rules(self, day: date) -> list[YearRule]:
        if self.is_military(day):
            return [self._military_rule()]
        if self.job.known is YearKnown.TOLD:
            return self._told_rules(day)
        start = self.job.fixed_start if self.job.known is YearKnown.NOT_SURE else None
        methods = (*WITHOUT_START, Method.FIXED) if start is not None else WITHOUT_START
        return [YearRule(method=method, fixed_start=start if method is Method.FIXED else None) for method in methods]

    def _told_rules(self, day: date) -> list[YearRule]:
        """The rule of a day; for 12 months after a change the one before it too. 29 CFR 825.200(d)(1)."""
        assert self.job.method is not None, "a job that was told of has a method"
        before = [_rule(change.old_method, change.old_fixed_start) for change in self.changes]
        rules = [*before, _rule(self.job.method, self.job.fixed_start)]
        place = bisect_right([change.effective for change in self.changes], day)
        if place and day < anniversary(self.changes[place - 1].effective):
            return rules[place - 1 : place + 1]
        return [rules[place]]

    def rules_turn(self, first: date, last: date) -> bool:
        """Whether other rules hold on some day of a stretch than on its first one: it can't be counted under one."""
        turns = [day for change in self.changes for day in (change.effective, anniversary(change.effective))]
        if self.job.military_from is not None:
            turns += [self.job.military_from, anniversary(self.job.military_from)]
        return any(first < day <= last for day in turns)

    def is_military(self, day: date) -> bool:
        """Whether a day lies in the single 12 months of military caregiver leave."""
        first = self.job.military_from
        return first is not None and first <= day < anniversary(first)

    def _military_rule(self) -> YearRule:
        first = self.job.military_from
        assert first is not None, "only asked about in its 12 months"
        start = MonthDay(month=first.month, day=first.day)
        return YearRule(method=Method.FIXED, fixed_start=start, entitlement=MILITARY_WEEKS)

    @property
    def choose(self) -> Callable[..., LeaveCount]:
        """Not sure is safe with the least; where none was chosen, or two hold, the best for the employee counts."""
        return min if self.job.known is YearKnown.NOT_SURE else max

    def holding(self, day: date, moment: Moment = Moment.AFTER) -> LeaveCount:
        """The count that holds on a day."""
        found = self.candidates(day)
        return found[0] if len(found) == 1 else self.choose(found, key=lambda count: count.remaining(day, moment))

    def remaining(self, day: date, moment: Moment = Moment.AFTER) -> Fraction:
        """Workweeks left on a day."""
        return self.holding(day, moment).remaining(day, moment)

    def not_settled(self, day: date) -> bool:
        """Whether what is left on a day is to be asked of the employer; see the rules in domain.leave.methods."""
        first = self.job.military_from
        if first is not None and (self.is_military(day) or military_balance(first, day=day).not_settled):
            return True  # how much of it is for other reasons is not told apart here
        if any(count.not_settled(day) for count in self.candidates(day)):
            return True
        return not self.is_military(day) and self._year_is_open(day)

    def _year_is_open(self, day: date) -> bool:
        if self.job.known is YearKnown.TOLD:
            return any(change.effective <= day for change in self.changes)
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
        return (date.fromordinal(first), _last_of_year(first)) if first in count.starts else None

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


def _last_of_year(first: int) -> date:
    return date.fromordinal(anniversary_number(first)) - DAY


def _outside(logged: Logged, inside: range) -> Iterable[LeaveEntry]:
    """An entry without its days of military caregiver leave."""
    entry = logged.entry
    is_care = logged.kind_counts and logged.reason is not LeaveReason.OTHER
    if not is_care or entry.last.toordinal() < inside.start or entry.first.toordinal() >= inside.stop:
        return [entry]
    left = (number for number in entry.numbers() if number not in inside)
    return [one_day(date.fromordinal(number), entry.minutes, kind=LeaveKind.FMLA) for number in left]


# The figures of a day


def figures(counting: Counting, day: date, *, planned_is_open: bool, every_method: bool = False) -> Figures:
    """The big answer on a day.

    `planned_is_open`: what is planned for the day itself is still to come. `every_method`: also what methods that
    are not in question would leave.
    """
    return _Day(counting, day, planned_is_open=planned_is_open).figures(every_method=every_method)


class _Day:
    """One day looked at under each count that may hold."""

    def __init__(self, counting: Counting, day: date, *, planned_is_open: bool) -> None:
        self.counting = counting
        self.day = day
        self.open_minutes = _planned_minutes(counting, day) if planned_is_open else 0
        self.lefts = [(self.left(count), count) for count in counting.candidates(day)]
        self.weeks_left, self.holding = self._chosen()
        self.last = self._last_planned()

    def _chosen(self) -> tuple[Fraction, LeaveCount]:
        choose = self.counting.choose
        return choose(self.lefts, key=lambda each: each[0])  # type: ignore[return-value]

    def left(self, count: LeaveCount) -> Fraction:
        """Workweeks left under a count once what was taken on the day is counted."""
        if not self.open_minutes:
            return count.remaining(self.day)
        before = count.remaining(self.day, Moment.BEFORE)
        charged = self.counting.by_number.get(self.day.toordinal())
        taken = max(0, charged.minutes - self.open_minutes) if charged is not None else 0
        return before - min(before, Fraction(taken, charged.week_minutes) if charged is not None else NONE)

    def _last_planned(self) -> date:
        """The last day with leave to come in the leave year; the next 12 months for a rolling one."""
        numbers, number = self.holding.numbers, self.day.toordinal()
        first = number
        if self.holding.rule.method is Method.FORWARD and self.counting.year(self.holding, self.day) is None:
            later = numbers[bisect_right(numbers, number) :]
            first = later[0] if later else number
        year = self.counting.year(self.holding, date.fromordinal(first))
        end = (year[1] if year is not None else _last_of_year(first)).toordinal()
        place = bisect_right(numbers, end) - 1
        return date.fromordinal(numbers[place]) if place >= 0 and numbers[place] > number else self.day

    def _sums(self) -> tuple[Fraction, Fraction]:
        """Workweeks to come that are protected; and all in the year, taken or to come, that are not."""
        count, number = self.holding, self.day.toordinal()
        begin = count.places(self.day, Moment.AFTER).start
        end = bisect_right(count.numbers, self.last.toordinal())
        counted = charged = after = 0
        for place in range(begin, end):
            each = count.days[place]
            charged += each.minutes * (count.scale // each.week_minutes)
            counted += count.counted[place]
            after += count.counted[place] if each.number > number else 0
        open_today = self.weeks_left - count.remaining(self.day)
        return count.weeks(after) + open_today, count.weeks(charged - counted)

    def figures(self, *, every_method: bool) -> Figures:
        """The figures of the day."""
        counting, entitlement = self.counting, self.holding.rule.entitlement
        planned, over = self._sums()
        sure = counting.job.known is not YearKnown.NOT_SURE
        lefts = [self.weeks_left] if sure else [left for left, _ in self.lefts]
        has_plan = self.last > self.day
        after = counting.remaining(self.last) if has_plan or self.open_minutes else self.weeks_left
        return Figures(
            day=self.day,
            entitlement=self._amount(entitlement),
            used=self._amount(entitlement - self.weeks_left),
            planned=self._amount(planned),
            left=self._amount(self.weeks_left),
            after_planned=self._amount(after),
            least=self._amount(min(lefts)),
            most=self._amount(max(lefts)),
            over=self._amount(over),
            by_method=self._by_method(every_method=every_method),
            not_settled=counting.not_settled(self.day),
        )

    def _amount(self, weeks: Fraction) -> Amount:
        return self.counting.amount(weeks, self.day)

    def _by_method(self, *, every_method: bool) -> tuple[tuple[Method, Amount], ...]:
        """What each method would leave; a fixed year is the one told of, else one from the day the job began."""
        job = self.counting.job
        if job.known is YearKnown.TOLD and not every_method:
            return ()
        rules = [YearRule(method=method) for method in WITHOUT_START]
        start = job.fixed_start
        if start is None and job.hired_on is not None and (every_method or job.known is YearKnown.NONE_CHOSEN):
            start = MonthDay(month=job.hired_on.month, day=job.hired_on.day)
        if start is not None:
            rules.append(YearRule(method=Method.FIXED, fixed_start=start))
        return tuple((rule.method, self._amount(self.left(self.counting.count(rule)))) for rule in rules)


def _planned_minutes(counting: Counting, day: date) -> int:
    """The minutes of FMLA leave that are planned for a day."""
    number = day.toordinal()
    entries = (each.entry for each in counting.logged if each.planned and each.kind_counts and each.covers(day))
    return sum(counting.calendar.minutes(number) if each.minutes is None else each.minutes for each in entries)
