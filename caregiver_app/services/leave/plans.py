"""What if: how far a plan is covered beside the log, and from when weeks in a row would be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from fractions import Fraction
from operator import attrgetter
from typing import Any
from uuid import UUID

from caregiver_app.domain.leave.answers import EarliestAnswer, PlanAnswer
from caregiver_app.domain.leave.balance import check_worker
from caregiver_app.domain.leave.beside import beside, minutes_off, new_stretches
from caregiver_app.domain.leave.charge import Charges
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.eligibility import retest
from caregiver_app.domain.leave.entries import LeaveEntry, check_entry, one_day
from caregiver_app.domain.leave.plan import ProtectedPlan, earliest_block, protect_plan
from caregiver_app.domain.leave.records import LeaveJob, TimeOff, YearKnown
from caregiver_app.domain.leave.schedule import Job, WorkCalendar
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.leave.counting import Counting
from caregiver_app.services.leave.log import log
from caregiver_app.services.leave.open_points import open_points
from caregiver_app.services.leave.stored import stored
from caregiver_app.storage.leave_rows import logged
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


def what_if(work: UnitOfWork, *, job_id: UUID, entries: Sequence[LeaveEntry], today: date) -> PlanAnswer:
    """Which days of a plan would be protected, beside what is logged and planned.

    Each day is judged by the rules of that day; one that is off already is not taken a second time. Not sure: under
    the method that protects least, and the least is left. Where two may hold: under the better. Raises InvalidEntry
    at `pattern` without a usual week, at `first` for a plan before the job began, TooManyMinutes for more time off
    than work on a day.
    """
    counting = _counting(work, job_id)
    first = min((entry.first for entry in entries), default=today)
    last = max((date.fromordinal(entry.numbers()[-1]) for entry in entries), default=today)
    _refuse_before_job(counting.job, first)
    off = minutes_off(counting.calendar, (each.entry for each in counting.logged), first)
    added, already = beside(counting.calendar, entries, off)
    plans = [protect_plan(count, added, balance_day=last) for count in counting.counts]
    plan = _worst_first(counting, plans)
    least = min(each.balance_weeks for each in plans if each.balance_weeks is not None)
    left = least if counting.job.known is YearKnown.NOT_SURE else plan.balance_weeks or Fraction(0)
    is_open = counting.job.known is YearKnown.NOT_SURE or counting.is_shared(first)
    told: dict[str, Any] = {each.name: getattr(plan, each.name) for each in fields(plan)}
    told |= {"not_settled": plan.not_settled or is_open, "balance_weeks": left}
    return PlanAnswer(
        **told,
        minutes=_protected_minutes(counting.rules_job, added, plan),
        day=last if entries else None,
        left=counting.amount(left, last) if entries else None,
        already_off=tuple(map(date.fromordinal, already)),
        tested_again=_tested_again(counting, added),
        open_points=open_points(counting, first, last),
    )


def plan_days(work: UnitOfWork, *, job_id: UUID, entries: Sequence[LeaveEntry]) -> None:
    """Keep the days of a plan that are not off already as planned time off.

    Raises InvalidEntry at `plan` when none of them is new, and as `log` does.
    """
    counting = _counting(work, job_id)
    first = min((entry.first for entry in entries), default=date.max)
    off = minutes_off(counting.calendar, (each.entry for each in counting.logged), first)
    added = new_stretches(counting.calendar, entries, off)
    if not added:
        raise InvalidEntry("plan", tr("All of it is in your log already."))
    log(
        work,
        entries=[
            TimeOff(
                job_id=job_id,
                first=entry.first,
                last=entry.last,
                every_days=entry.every_days,
                minutes=entry.minutes,
                planned=True,
            )
            for entry in added
        ],
    )


def _worst_first(counting: Counting, plans: Sequence[ProtectedPlan]) -> ProtectedPlan:
    choose = min if counting.job.known is YearKnown.NOT_SURE else max
    return choose(plans, key=attrgetter("protected_weeks", "balance_weeks"))


def _protected_minutes(job: Job, entries: Sequence[LeaveEntry], plan: ProtectedPlan) -> Fraction:
    """The minutes of a plan that are protected: an hour is another part of each week that has other hours."""
    parts = dict.fromkeys(plan.unprotected_days, Fraction(0)) | {each.day: each.weeks for each in plan.partly_protected}
    return sum(
        (parts.get(date.fromordinal(day.number), day.weeks) * day.week_minutes for day in Charges(job, entries).days),
        Fraction(0),
    )


def _tested_again(counting: Counting, entries: Sequence[LeaveEntry]) -> date | None:
    """The first planned day that opens a new leave year for a person who was absent before. 29 CFR 825.300(b)(1).

    None where the year is not known, in a rolling year, which has no first day, and where more than one rule holds.
    """
    if counting.job.known is not YearKnown.TOLD:
        return None
    absences = [day.number for day in counting.charged]
    for number in (day.number for day in Charges(counting.rules_job, entries).days):
        day, place = date.fromordinal(number), bisect_left(absences, number)
        before = date.fromordinal(absences[place - 1]) if place else None
        counts = counting.candidates(day)
        is_plain = len(counts) == 1 and counts[0].rule.method is not Method.ROLLING and not counting.is_military(day)
        if is_plain and before is not None:
            starts = map(date.fromordinal, counts[0].starts)
            if retest(counts[0].rule, day, first_absence=before, fmla_days=starts).needed:
                return day
        absences.insert(place, number)
    return None


def _refuse_before_job(job: LeaveJob, first: date) -> None:
    check_entry(one_day(first), [], WorkCalendar(Job(schedule=())), job.hired_on)


def earliest(work: UnitOfWork, *, job_id: UUID, weeks: int, start: date) -> EarliestAnswer:
    """The first day, on or after another, of weeks in a row that are protected throughout, beside what is planned.

    Each day is judged by the rules of that day; one that is off already is not taken a second time. Not sure: under
    the method that makes one wait longest. Where two may hold: under the better.
    """
    counting = _counting(work, job_id)
    off = minutes_off(counting.calendar, (each.entry for each in counting.logged), start)
    blocks = [earliest_block(count, start, weeks, off=off) for count in counting.counts]
    choose = max if counting.job.known is YearKnown.NOT_SURE else min
    block = choose(blocks, key=lambda each: each.start or date.max)
    is_open = counting.job.known is YearKnown.NOT_SURE or counting.is_shared(block.start or start)
    points = open_points(counting, block.start or start)
    return EarliestAnswer(start=block.start, not_settled=block.not_settled or is_open, open_points=points)


def _counting(work: UnitOfWork, job_id: UUID) -> Counting:
    kept = stored(work, job_id)
    check_worker(kept.job.worker)
    if not kept.patterns:
        raise InvalidEntry("pattern", tr("Add your usual week first. The hours are counted from it."))
    return Counting(kept, logged(work, job_id))
