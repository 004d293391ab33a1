"""Leave under rules that turn: a change of method, and the single 12 months to care for a servicemember.

Each day is judged by the rules of that day, in date order; what is protected then counts under every rule later.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from caregiver_app.domain.leave.balance import Balance, Given, LeaveCount
from caregiver_app.domain.leave.charge import ChargedDay
from caregiver_app.domain.leave.days import MILITARY_WEEKS, Method, Moment, MonthDay, YearRule
from caregiver_app.domain.leave.ledger import NEVER, Ledger, new_ledger
from caregiver_app.domain.leave.schedule import Job
from caregiver_app.domain.leave.shares import military_balance, military_period


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Which rules hold from which day on, in order; of several the best for the employee counts.

    The first span holds for all days before the second. `military_from` is the first day of the single 12 months to
    care for a servicemember, in which 26 weeks hold instead. 29 CFR 825.200(d)(1), 825.127(e).
    """

    spans: tuple[tuple[date, tuple[YearRule, ...]], ...]
    military_from: date | None = None

    def rules(self, number: int) -> tuple[YearRule, ...]:
        """The rules of ordinary leave that hold on a day."""
        return self.spans[max(0, self._place(number))][1]

    def _place(self, number: int) -> int:
        return bisect_right([first.toordinal() for first, _ in self.spans], number) - 1

    @property
    def military(self) -> range:
        """The days of the single 12 months; none without it."""
        if self.military_from is None:
            return range(0)
        period = military_period(self.military_from)
        return range(period.first_day.toordinal(), period.last_day.toordinal() + 1)

    def military_rule(self) -> YearRule:
        """The 26 weeks of the single 12 months."""
        assert self.military_from is not None, "only asked about in its 12 months"
        start = MonthDay(month=self.military_from.month, day=self.military_from.day)
        return YearRule(method=Method.FIXED, fixed_start=start, entitlement=MILITARY_WEEKS)

    def turns(self) -> list[int]:
        """The days on which other rules begin to hold."""
        period = self.military
        return [*(first.toordinal() for first, _ in self.spans[1:]), *((period.start, period.stop) if period else ())]

    def holds_until(self, rule: YearRule, number: int) -> int:
        """The last day up to which a rule that holds on a day goes on to hold."""
        period = self.military
        if number in period:
            return period.stop - 1
        later = self.spans[max(0, self._place(number)) + 1 :]
        ends = [first.toordinal() - 1 for first, rules in later if rule not in rules]
        if number < period.start:
            ends.append(period.start - 1)
        return min(ends, default=NEVER)

    def in_doubt(self, number: int) -> bool:
        """Whether the law is open on the rule of a day: when the better of two ends, and the day after 12 months."""
        first = self.military_from
        if number in self.military:
            return False
        is_day_after = first is not None and military_balance(first, day=date.fromordinal(number)).not_settled
        return is_day_after or len(self.rules(number)) > 1


class CourseLedger(Ledger):
    """One ledger for each rule of a course, and the 26 weeks; what a day takes of them all."""

    def __init__(self, course: Course, scale: int) -> None:
        super().__init__(int(MILITARY_WEEKS) * scale)
        self._course = course
        self._military = course.military
        self._ordinary = {rule: new_ledger(rule, scale) for _, rules in course.spans for rule in rules}
        self._other_limit = max(ledger.limit for ledger in self._ordinary.values())
        self._other_used = 0

    def _left(self, number: int) -> int:
        """What the ordinary rules of a day leave."""
        return max(0, *(self._ordinary[rule].available(number) for rule in self._course.rules(number)))

    def available(self, number: int) -> int:
        """What is left on a day before leave on that day; in the 12 months for a servicemember, for that."""
        return max(0, self.limit - self.used) if number in self._military else self._left(number)

    def split(self, number: int, amount: int, other: int) -> tuple[int, int]:
        """Takes a day's leave; returns what is covered of the care for a servicemember, and of what is ordinary."""
        if number not in self._military:
            parts = 0, min(amount, self._left(number))
        else:
            care = min(amount - other, max(0, self.limit - self.used))  # military leave goes first
            room = self.limit - self.used - care
            parts = care, min(other, room, self._other_limit - self._other_used, self._left(number))
        self.put(number, *parts)
        return parts

    def put(self, number: int, care: int, ordinary: int) -> None:
        """Counts what is covered of a day."""
        if number in self._military:
            self.used += care + ordinary
            self._other_used += ordinary
        for ledger in self._ordinary.values():
            ledger.keep(number, ordinary)

    def take(self, number: int, amount: int, other: int = 0) -> int:
        """Takes a day's leave, as far as there is something left, and returns that part."""
        return sum(self.split(number, amount, other))

    def _keep(self, number: int, part: int) -> None:
        self.put(number, 0, part)

    def last_day(self, _number: int) -> int:
        """Rules that turn have no year of their own."""
        return NEVER

    def not_settled(self, number: int) -> bool:
        """Whether the law is open on the day."""
        rules = () if number in self._military else self._course.rules(number)
        return self._course.in_doubt(number) or any(self._ordinary[rule].not_settled(number) for rule in rules)

    def in_doubt(self, number: int, *, lacks: bool) -> bool:
        """Whether the law is open on the cover of a day of leave."""
        if self._course.in_doubt(number):
            return True
        rules = () if number in self._military else self._course.rules(number)
        return any(self._ordinary[rule].in_doubt(number, lacks=lacks) for rule in rules)


class CourseCount(LeaveCount):
    """Leave counted under rules that turn. `views` tells it under each rule that holds on a day."""

    def __init__(self, job: Job, course: Course, charged: Sequence[ChargedDay]) -> None:
        self.course = course
        self._parts: list[tuple[int, int]] = []
        self._views: dict[YearRule, LeaveCount] = {}
        super().__init__(job, course.spans[-1][1][-1], charged)

    def new_ledger(self, scale: int) -> CourseLedger:
        """An untouched ledger for this count."""
        return CourseLedger(self.course, scale)

    def _sweep(self, _ledger: Ledger) -> list[int]:
        ledger = self.new_ledger(self.scale)
        for day in self.days:
            part = self.scale // day.week_minutes
            self._parts.append(ledger.split(day.number, day.minutes * part, day.other * part))
        return [care + ordinary for care, ordinary in self._parts]

    def ledger_at(self, number: int, scale: int) -> CourseLedger:
        """The ledger as it stands at the start of a day."""
        ledger, times = self.new_ledger(scale), scale // self.scale
        for place in range(bisect_left(self.numbers, number)):
            care, ordinary = self._parts[place]
            ledger.put(self.numbers[place], care * times, ordinary * times)
        return ledger

    def views(self, day: date) -> Sequence[LeaveCount]:
        """The same leave counted under each rule that holds on a day."""
        number = day.toordinal()
        is_military = number in self.course.military
        rules = (self.course.military_rule(),) if is_military else self.course.rules(number)
        return [self.view(rule) for rule in rules]

    def view(self, rule: YearRule) -> LeaveCount:
        """What is protected, counted under one of the rules."""
        if rule not in self._views:
            is_military = rule.entitlement == MILITARY_WEEKS
            self._views[rule] = self._military_view(rule) if is_military else self._ordinary_view(rule)
        return self._views[rule]

    def _military_view(self, rule: YearRule) -> LeaveCount:
        inside = [place for place, number in enumerate(self.numbers) if number in self.course.military]
        given = Given([self.counted[place] for place in inside], self.scale)
        return LeaveCount(self.job, rule, [self.days[place] for place in inside], given)

    def _ordinary_view(self, rule: YearRule) -> LeaveCount:
        days, parts = [], []
        for day, (_, ordinary) in zip(self.days, self._parts, strict=True):
            minutes = day.other if day.number in self.course.military else day.minutes
            if minutes:
                days.append(day._replace(minutes=minutes))
                parts.append(ordinary)
        return LeaveCount(self.job, rule, days, Given(parts, self.scale))

    def best(self, day: date, moment: Moment = Moment.AFTER) -> LeaveCount:
        """The rule that leaves most on a day."""
        return max(self.views(day), key=lambda view: view.remaining(day, moment))

    def used(self, day: date, moment: Moment = Moment.AFTER) -> Fraction:
        """Workweeks used on a day, under the rule that leaves most."""
        return self.best(day, moment).used(day, moment)

    def remaining(self, day: date, moment: Moment = Moment.AFTER) -> Fraction:
        """Workweeks left on a day."""
        return self.best(day, moment).remaining(day, moment)

    def balance(self, day: date, moment: Moment = Moment.AFTER) -> Balance:
        """Workweeks used, left and over on a day, under the rule that leaves most."""
        return self.best(day, moment).balance(day, moment)

    def year_first(self, number: int) -> int:
        """The first day whose leave bears on a day."""
        day = date.fromordinal(number)
        return min(view.year_first(number) for view in self.views(day))

    def not_settled(self, day: date, moment: Moment = Moment.AFTER) -> bool:
        """Whether the law is open on what is left on a day."""
        return self.course.in_doubt(day.toordinal()) or any(v.not_settled(day, moment) for v in self.views(day))

    def holds_until(self, rule: YearRule, number: int) -> int:
        """The last day up to which a rule that holds on a day goes on to hold."""
        return self.course.holds_until(rule, number)

    def turns(self) -> Sequence[int]:
        """The days on which other rules begin to hold."""
        return self.course.turns()

    def looks_back(self, first: int, last: int) -> bool:
        """Whether a rolling year holds on some day of a stretch."""
        inside = [first, *(turn for turn in self.turns() if first < turn <= last)]
        ordinary = (number for number in inside if number not in self.course.military)
        return any(rule.method is Method.ROLLING for number in ordinary for rule in self.course.rules(number))
