"""What is used, left and coming back: leave of one job, counted once in date order and then asked about any day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate
from math import lcm
from typing import NamedTuple

from caregiver_app.domain.leave.charge import ChargedDay, Charges, DayWeeks
from caregiver_app.domain.leave.days import (
    Method,
    Moment,
    YearRule,
    anniversary_number,
    is_leap_day,
    touches_leap_day,
    usage_first_day,
)
from caregiver_app.domain.leave.entries import LeaveEntry
from caregiver_app.domain.leave.ledger import NEVER, ForwardLedger, Ledger, new_ledger
from caregiver_app.domain.leave.schedule import Job
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr


class Worker(StrEnum):
    """Which rules a worker is under."""

    ORDINARY = "ordinary"
    AIRLINE_CREW = "airline_crew"
    FEDERAL_CIVIL = "federal_civil"


class OtherRules(InvalidEntry):
    """This worker is under other rules, which are not counted here."""


def check_worker(worker: Worker) -> None:
    """Raises OtherRules at `worker` for flight crews (29 CFR 825 subpart H) and most federal staff (5 CFR 630)."""
    if worker is Worker.AIRLINE_CREW:
        text = tr("Flight crews have their own leave rules, in days. Ask your employer for your count.")
        raise OtherRules("worker", text)
    if worker is Worker.FEDERAL_CIVIL:
        text = tr("Most federal workers have their own leave rules. Ask your agency for your count.")
        raise OtherRules("worker", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Workweeks used and left on a day, and the time that what is left is worth, in minutes of the usual week.

    `over_weeks` is leave of the same leave year or window beyond the entitlement: it is not FMLA leave.
    """

    used_weeks: Fraction
    remaining_weeks: Fraction
    remaining_minutes: Fraction
    over_weeks: Fraction
    not_settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDay:
    """The next day with something left: what is left before leave on it, and after the day before it."""

    day: date
    remaining_weeks: Fraction
    remaining_weeks_day_before: Fraction
    not_settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnSchedule:
    """What comes back, by day; the total, how many days something comes back on, and the last of them."""

    returns: tuple[DayWeeks, ...]
    total_weeks: Fraction
    return_days: int
    last_return: date | None
    not_settled: bool = False


class Given(NamedTuple):
    """What of each charged day is known to be protected, in parts of a workweek, `scale` of which make one."""

    parts: Sequence[int]
    scale: int


class LeaveCount:
    """Leave of one job, counted in date order under one leave year rule: one pass over all leave, then quick answers.

    `days` are the charged days; of each, `counted` has the part that is FMLA leave, in parts of a workweek, `scale`
    of which make one. What lies beyond the entitlement is not FMLA leave and is never counted later.
    """

    def __init__(self, job: Job, rule: YearRule, charged: Sequence[ChargedDay], given: Given | None = None) -> None:
        self.job = job
        self.rule = rule
        self.days = charged
        self.numbers = [day.number for day in charged]
        self.scale = given.scale if given else lcm(1, rule.entitlement.denominator, *{d.week_minutes for d in charged})
        ledger = self.new_ledger(self.scale)
        self.counted = self._kept(ledger, given.parts) if given else self._sweep(ledger)
        self.starts = ledger.starts if isinstance(ledger, ForwardLedger) else []
        self._sums = [0, *accumulate(self.counted)]

    def new_ledger(self, scale: int) -> Ledger:
        """An untouched ledger for this count."""
        return new_ledger(self.rule, scale)

    def _sweep(self, ledger: Ledger) -> list[int]:
        parts = {day.week_minutes: self.scale // day.week_minutes for day in self.days}
        take = ledger.take
        return [take(day.number, day.minutes * parts[day.week_minutes]) for day in self.days]

    def _kept(self, ledger: Ledger, parts: Sequence[int]) -> list[int]:
        for number, part in zip(self.numbers, parts, strict=True):
            ledger.keep(number, part)
        return list(parts)

    def ledger_at(self, number: int, scale: int) -> Ledger:
        """The ledger as it stands at the start of a day: what is counted then, taken again."""
        ledger = self.new_ledger(scale)
        for place in self.places(date.fromordinal(number), Moment.BEFORE):
            ledger.take(self.numbers[place], self.counted[place] * (scale // self.scale))
        return ledger

    def views(self, _day: date) -> Sequence[LeaveCount]:
        """The counts under one rule each that hold on a day: this one."""
        return (self,)

    def holds_until(self, _rule: YearRule, _number: int) -> int:
        """The last day up to which a rule that holds on a day goes on to hold."""
        return NEVER

    def turns(self) -> Sequence[int]:
        """The days on which other rules begin to hold."""
        return ()

    def looks_back(self, _first: int, _last: int) -> bool:
        """Whether a rolling year holds on some day of a stretch."""
        return self.rule.method is Method.ROLLING

    def year_first(self, number: int) -> int:
        """The first day whose leave counts on a day; for years measured forward the day itself when none is open."""
        day = date.fromordinal(number)
        if self.rule.method is Method.ROLLING:
            return usage_first_day(day).toordinal()
        if self.rule.method is not Method.FORWARD:
            return self.rule.year_start(day).toordinal()
        place = bisect_right(self.starts, number) - 1
        is_open = place >= 0 and number < anniversary_number(self.starts[place])
        return self.starts[place] if is_open else number

    def places(self, day: date, moment: Moment) -> range:
        """Which of the charged days count on a day."""
        number = day.toordinal()
        last = bisect_left(self.numbers, number + (moment is Moment.AFTER))
        return range(min(bisect_left(self.numbers, self.year_first(number)), last), last)

    def weeks(self, parts: int) -> Fraction:
        """Parts of a workweek as workweeks."""
        return Fraction(parts, self.scale)

    def used(self, day: date, moment: Moment = Moment.AFTER) -> Fraction:
        """Workweeks used on a day."""
        places = self.places(day, moment)
        return self.weeks(self._sums[places.stop] - self._sums[places.start])

    def remaining(self, day: date, moment: Moment = Moment.AFTER) -> Fraction:
        """Workweeks left on a day, never below zero. 29 CFR 825.200(a)."""
        return max(Fraction(0), self.rule.entitlement - self.used(day, moment))

    def year_not_settled(self, day: date) -> bool:
        """Whether the leave year or window of a day hangs on a Feb 29, which no rule speaks of."""
        if self.rule.method is Method.ROLLING:
            return touches_leap_day(day)
        if self.rule.method is not Method.FORWARD:
            return self.rule.starts.is_leap_day
        first = self.year_first(day.toordinal())
        return first in self.starts and is_leap_day(date.fromordinal(first))

    def not_settled(self, day: date, moment: Moment = Moment.AFTER) -> bool:
        """Whether the law is open on what is left on a day."""
        return self.year_not_settled(day) or any(
            self.days[place].not_settled and self.counted[place] for place in self.places(day, moment)
        )

    def balance(self, day: date, moment: Moment = Moment.AFTER) -> Balance:
        """Workweeks used, left and over on a day. 29 CFR 825.200(a) to (c), 825.205(b)."""
        places = self.places(day, moment)
        charged = sum((self.days[place].weeks for place in places), Fraction(0))
        used = self.used(day, moment)
        remaining = self.remaining(day, moment)
        return Balance(
            used_weeks=used,
            remaining_weeks=remaining,
            remaining_minutes=remaining * self.job.average_week_on(day),
            over_weeks=charged - used,
            not_settled=self.not_settled(day, moment),
        )

    def next_day_available(self, after: date) -> NextDay:
        """The first day after another, workday or not, with something left before leave on it. 825.200(c)."""
        number = after.toordinal() + 1
        while not self.remaining(date.fromordinal(number), Moment.BEFORE):
            number += 1
        day, day_before = date.fromordinal(number), date.fromordinal(number - 1)
        return NextDay(
            day=day,
            remaining_weeks=self.remaining(day, Moment.BEFORE),
            remaining_weeks_day_before=self.remaining(day_before),
            not_settled=self.not_settled(day, Moment.BEFORE) or self.not_settled(day_before),
        )

    def return_schedule(self, as_of: date, first: int | None = None) -> ReturnSchedule:
        """What counts at the end of a day, by the day it comes back under a rolling year. 29 CFR 825.200(c).

        `first`: at most so many rows; total, number of days and last day are those of all.
        """
        back: dict[int, int] = {}
        leap = False
        for place in self.places(as_of, Moment.AFTER):
            if self.counted[place]:
                number = self.numbers[place]
                leap = leap or is_leap_day(date.fromordinal(number))
                returns_on = anniversary_number(number)
                back[returns_on] = back.get(returns_on, 0) + self.counted[place]
        rows = [DayWeeks(day=date.fromordinal(number), weeks=self.weeks(parts)) for number, parts in back.items()]
        return ReturnSchedule(
            returns=tuple(rows[:first]),
            total_weeks=self.weeks(sum(back.values())),
            return_days=len(rows),
            last_return=rows[-1].day if rows else None,
            not_settled=leap or self.not_settled(as_of),
        )


def count_leave(job: Job, leave: Iterable[LeaveEntry], rule: YearRule, worker: Worker = Worker.ORDINARY) -> LeaveCount:
    """Counts leave in date order, whatever order it was entered in.

    Raises TooManyMinutes when the entries of a day exceed its scheduled minutes, and OtherRules for a worker whose
    leave is not counted by these rules.
    """
    check_worker(worker)
    return LeaveCount(job, rule, Charges(job, leave).days)
