"""Planned leave, protected day by day in date order, and the first weeks in a row that would be."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from heapq import merge
from math import lcm
from operator import itemgetter

from caregiver_app.domain.leave.balance import LeaveCount
from caregiver_app.domain.leave.beside import beside
from caregiver_app.domain.leave.charge import ChargedDay, Charges, DayWeeks
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.entries import LeaveEntry
from caregiver_app.domain.leave.ledger import NEVER, Ledger
from caregiver_app.domain.leave.schedule import DAYS, WorkCalendar
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

MONDAY = 1
YEARS_AHEAD = 2
YEARS_OF_WEEKDAYS = 6


class StartOn(StrEnum):
    """On which days a block may start."""

    MONDAY = "monday"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedPlan:
    """What of a plan is protected, in workweeks, and which days are not.

    `unprotected_days` are charged days with no protection at all, `partly_protected` those with some (and how much).
    `first_unprotected_day` is the first not fully protected, `last_protected_day` the last with some protection.
    `balance_weeks` is what is left after the day asked for, with the plan carried out.
    """

    protected_weeks: Fraction
    unprotected_weeks: Fraction
    unprotected_days: tuple[date, ...]
    partly_protected: tuple[DayWeeks, ...]
    first_unprotected_day: date | None
    last_protected_day: date | None
    balance_weeks: Fraction | None = None
    not_settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EarliestBlock:
    """The first day of the earliest block that is protected throughout; None when there is none."""

    start: date | None
    not_settled: bool = False


@dataclass(slots=True, kw_only=True)
class _Run:
    """A plan carried out over the leave there is: the ledger then, and each planned day with its protected part."""

    scale: int
    ledger: Ledger
    planned: list[tuple[int, int, int]] = field(default_factory=list)  # day, charge, protected part
    charge_open: bool = False
    leap_open: bool = False

    @property
    def not_settled(self) -> bool:
        """Whether the law is open on the charge of a planned day, or on the leave year it falls in."""
        return self.charge_open or self.leap_open

    def weeks(self, parts: int) -> Fraction:
        """Parts of a workweek as workweeks."""
        return Fraction(parts, self.scale)


def _amount(day: ChargedDay, scale: int) -> tuple[int, int]:
    """What a day takes, and what of it is for other reasons than a servicemember."""
    part = scale // day.week_minutes
    return day.minutes * part, day.other * part


def _in_order(count: LeaveCount, plan: list[ChargedDay]) -> Iterator[tuple[int, bool, ChargedDay]]:
    """Leave from the first planned day on, and the plan, in date order; leave goes first."""
    start = bisect_left(count.numbers, plan[0].number)
    leave = ((day.number, False, day) for day in count.days[start:])
    return merge(leave, ((day.number, True, day) for day in plan), key=itemgetter(0, 1))


def _carry_out(
    count: LeaveCount,
    plan: list[ChargedDay],
    *,
    until: int,
    new_year_eligible: bool = True,
    whole: Container[int] | None = None,
) -> _Run:
    """Takes leave and plan in date order up to a day; of each planned day the protected part alone is used.

    `whole`: stops at the first planned day that is not fully protected, or the first day of leave among these.
    """
    scale = lcm(count.scale, *{day.week_minutes for day in plan})
    run = _Run(scale=scale, ledger=count.ledger_at(plan[0].number, scale))
    last_eligible = NEVER if new_year_eligible else run.ledger.last_day(plan[0].number)
    for number, is_planned, day in _in_order(count, plan):
        if number > until:
            break
        amount, other = _amount(day, scale)
        if not is_planned:
            part = run.ledger.take(number, amount, other)
            if whole is not None and number in whole and part < amount:
                run.planned.append((number, amount, part))
                break
            continue
        part = run.ledger.take(number, amount, other) if number <= last_eligible else 0
        run.planned.append((number, amount, part))
        run.charge_open = run.charge_open or day.not_settled
        run.leap_open = run.leap_open or run.ledger.in_doubt(number, lacks=part < amount)
        if whole is not None and part < amount:
            break
    return run


def _has_single_gap(planned: list[tuple[int, int, int]]) -> bool:
    """Whether one planned day alone lacks protection: weekdays drift, and the regulation speaks of whole weeks."""
    full = [part == amount for _, amount, part in planned]
    return any(
        not full[place] and full[place + 1] and (place == 0 or full[place - 1]) for place in range(len(full) - 1)
    )


def _leave_not_settled(count: LeaveCount, first: int, last: int) -> bool:
    """Whether the law is open on the charge of leave that bears on days from first to last."""
    begin = bisect_left(count.numbers, count.year_first(first))
    end = bisect_right(count.numbers, last)
    return any(day.not_settled for day in count.days[begin:end])


def _left_after(
    count: LeaveCount, plan: list[ChargedDay], day: date, *, new_year_eligible: bool
) -> tuple[Fraction, bool]:
    """What is left after a day with the plan carried out up to it, and whether the law is open on that."""
    number = day.toordinal()
    if not plan or plan[0].number > number:
        return count.remaining(day), count.not_settled(day)
    run = _carry_out(count, plan, until=number, new_year_eligible=new_year_eligible)
    not_settled = run.ledger.not_settled(number) or _leave_not_settled(count, number, number)
    return run.weeks(run.ledger.available(number)), not_settled


def protect_plan(
    count: LeaveCount,
    plan: Iterable[LeaveEntry],
    *,
    new_year_eligible: bool = True,
    balance_day: date | None = None,
    other: Iterable[LeaveEntry] = (),
) -> ProtectedPlan:
    """Which days of a plan are protected, next to the leave there is. 29 CFR 825.200(b), (c); 825.300(b)(1).

    Charges of leave and plan are worked out apart, then both are taken in date order. `new_year_eligible` False: in
    a leave year after the one in which the plan starts no planned day is protected (no effect in a rolling year).
    `other` are those entries of the plan that are not to care for a servicemember, where that is told apart.
    Raises TooManyMinutes when the plan has more time off on a day than work.
    """
    charged = Charges(count.job, plan, other).days
    run = _Run(scale=1, ledger=count.new_ledger(count.scale))
    not_settled = False
    if charged:
        last = charged[-1].number
        run = _carry_out(count, charged, until=last, new_year_eligible=new_year_eligible)
        not_settled = run.not_settled or _leave_not_settled(count, charged[0].number, last)
        if count.looks_back(charged[0].number, last):
            not_settled = not_settled or _has_single_gap(run.planned)
    left = None
    if balance_day is not None:
        left, is_open = _left_after(count, charged, balance_day, new_year_eligible=new_year_eligible)
        not_settled = not_settled or is_open
    return _told(run, left, not_settled=not_settled)


def _told(run: _Run, balance_weeks: Fraction | None, *, not_settled: bool) -> ProtectedPlan:
    """The answer for a plan carried out."""
    lacking = [(number, part) for number, amount, part in run.planned if part < amount]
    protected = sum(part for _, _, part in run.planned)
    kept = [number for number, _, part in run.planned if part]
    return ProtectedPlan(
        protected_weeks=run.weeks(protected),
        unprotected_weeks=run.weeks(sum(amount for _, amount, _ in run.planned) - protected),
        unprotected_days=tuple(date.fromordinal(number) for number, part in lacking if not part),
        partly_protected=tuple(
            DayWeeks(day=date.fromordinal(number), weeks=run.weeks(part)) for number, part in lacking if part
        ),
        first_unprotected_day=date.fromordinal(lacking[0][0]) if lacking else None,
        last_protected_day=date.fromordinal(kept[-1]) if kept else None,
        balance_weeks=balance_weeks,
        not_settled=not_settled,
    )


def _last_start(count: LeaveCount, start: date) -> int:
    """The day after which no start can be better: nothing changes any more but the weekdays of the new year."""
    turns = [*count.numbers[-1:], *count.turns()]
    changes = [start.toordinal(), *turns, *(each.first_day.toordinal() for each in count.job.schedule)]
    years = YEARS_OF_WEEKDAYS if count.rule.method in {Method.CALENDAR, Method.FIXED} else YEARS_AHEAD
    return max(changes) + years * 366


def _starts(count: LeaveCount, start: date, start_on: StartOn) -> Iterator[int]:
    """The days a block may start on, from a day on."""
    calendar = WorkCalendar(count.job)
    for number in range(start.toordinal(), _last_start(count, start) + 1):
        if number % DAYS == MONDAY if start_on is StartOn.MONDAY else calendar.minutes(number):
            yield number


def earliest_block(
    count: LeaveCount,
    start: date,
    block_weeks: int,
    start_on: StartOn = StartOn.MONDAY,
    off: Mapping[int, int] | None = None,
) -> EarliestBlock:
    """The first start, on or after a day, of weeks in a row with every scheduled day protected. 825.200(b), (c).

    Weeks without work need no leave, so they are protected. `off` are minutes that are off already, by day number:
    they are a part of the block and not taken a second time.
    Raises InvalidEntry at `block_weeks` for a block of no weeks.
    """
    if block_weeks < 1:
        raise InvalidEntry("block_weeks", tr("Type how many weeks in a row, 1 or more."))
    doubtful = False
    calendar = WorkCalendar(count.job)
    for number in _starts(count, start, start_on):
        last = number + block_weeks * DAYS - 1
        block = LeaveEntry(first=date.fromordinal(number), last=date.fromordinal(last))
        added, already = beside(calendar, [block], off or {})
        charged = Charges(count.job, added).days
        if not charged and not _lacks(count, already):
            return EarliestBlock(start=block.first)
        if not charged:
            continue
        run = _carry_out(count, charged, until=last, whole=frozenset(already))
        day, amount, part = run.planned[-1]
        if part == amount:
            return EarliestBlock(start=block.first, not_settled=doubtful or run.not_settled)
        doubtful = doubtful or run.ledger.in_doubt(day, lacks=True)
    return EarliestBlock(start=None)


def _lacks(count: LeaveCount, numbers: Iterable[int]) -> bool:
    """Whether one of some days of leave is not fully protected."""
    places = (bisect_left(count.numbers, number) for number in numbers)
    return any(
        count.counted[place] * count.days[place].week_minutes < count.days[place].minutes * count.scale
        for place in places
        if place < len(count.numbers)
    )
