"""Things a caregiver might do with time off from work, drawn by a test's dice; and what must hold of leave."""

from __future__ import annotations

import random
from collections import deque
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any, TypeVar

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.days import Method, MonthDay
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import (
    EmployerCount,
    LeaveJob,
    LeavePaper,
    LeaveReason,
    TimeOff,
    WorkPattern,
    YearKnown,
)
from caregiver_app.domain.leave.schedule import DayMinutes
from caregiver_app.domain.people import Person
from caregiver_app.domain.records import Record
from caregiver_app.services import leave
from caregiver_app.services.leave.comparing import keep_counts
from caregiver_app.storage.unit_of_work import UnitOfWork

TODAY = date(2026, 11, 22)
SUNDAY = date(2026, 1, 4)
WEEKS = ((0, 480, 480, 480, 480, 480, 0), (0, 600, 600, 600, 0, 600, 0), (240, 0, 480, 480, 0, 480, 480))
RELATIONS = (None, Relation.SPOUSE, Relation.PARENT, Relation.SIBLING)
Action = partial[Any]
R = TypeVar("R", bound=Record)


def leave_views(work: UnitOfWork) -> list[LeaveView]:
    """All that the tab shows of each job."""
    return [leave.view(work, job_id=job.id, today=TODAY, since=date.min) for job in leave.jobs(work)]


class LeaveDice:
    """Draws what is done next with leave of days around a span.

    `stale` is the record, as a window showed it some steps ago, from which the action starts; it must be refused.
    """

    def __init__(self, dice: random.Random, span: Span) -> None:
        self.dice = dice
        self.span = span
        self.seen: deque[Record] = deque(maxlen=60)
        self.stale: Record | None = None

    def action(self, people: list[Person], views: list[LeaveView]) -> Action:
        """Something a person might do now who sees these views; `people` has at least one."""
        self.stale = None
        if not views or self.dice.random() < 0.03:
            return self.set_up(self.dice.choice(people))
        draws = (self.new, self.new, self.entry, self.entry, self.paper, self.facts, self.week, self.count)
        return self.dice.choice(draws)(self.dice.choice(views))

    def set_up(self, person: Person) -> Action:
        """A job, with its usual week or without."""
        shop = f"Shop {self.dice.randrange(9)}"
        job = LeaveJob(person_id=person.id, employer=shop, known=YearKnown.TOLD, method=Method.CALENDAR)
        pattern = self.dice.choice((None, self.pattern(job), self.pattern(job)))
        return partial(leave.set_up, job=job, pattern=pattern)

    def shown(self, record: R) -> R:
        """A record as it is, or now and then as a window showed it some steps ago."""
        self.seen.append(record)
        old = [each for each in self.seen if each.id == record.id and each != record]
        if not old or self.dice.random() < 0.7:
            return record
        self.stale = self.dice.choice(old)
        return self.stale  # type: ignore[return-value]

    def new(self, view: LeaveView) -> Action:
        """One or two entries."""
        entries = [self.time_off(view.job) for _ in range(self.dice.randint(1, 2))]
        return partial(leave.log, entries=entries)

    def time_off(self, job: LeaveJob) -> TimeOff:
        """A day, days in a row, or days that repeat."""
        first = self.day()
        return TimeOff(
            job_id=job.id,
            first=first,
            last=first + timedelta(self.dice.choice((0, 0, 4, 40))),
            every_days=self.dice.choice((1, 1, 7)),
            minutes=self.dice.choice((None, 120, 450)),
            kind=self.dice.choice((LeaveKind.FMLA, LeaveKind.FMLA, LeaveKind.NOT_FMLA)),
            reason=self.dice.choice(tuple(LeaveReason)),
            planned=self.dice.random() < 0.5,
        )

    def entry(self, view: LeaveView) -> Action:
        """An entry changed, gone, or taken as planned."""
        if not view.rows:
            return self.new(view)
        mine = self.shown(self.dice.choice(view.rows).time_off)
        after = replace(self.time_off(view.job), id=mine.id)
        return self.dice.choice(
            (
                partial(leave.change_time_off, before=mine, after=after),
                partial(leave.remove_time_off, time_off=mine),
                partial(leave.mark_taken, time_off=mine),
            )
        )

    def paper(self, view: LeaveView) -> Action:
        """A clock that starts, changes, ends or goes."""
        if not view.papers or self.dice.random() < 0.4:
            paper = LeavePaper(job_id=view.job.id, clock=self.dice.choice(tuple(Clock)), start=self.day())
            return partial(leave.start_paper, paper=paper)
        mine = self.shown(self.dice.choice(view.papers).paper)
        return self.dice.choice(
            (
                partial(leave.change_paper, before=mine, after=replace(mine, start=self.day())),
                partial(leave.finish_paper, paper=mine, day=self.day()),
                partial(leave.remove_paper, paper=mine),
            )
        )

    def facts(self, view: LeaveView) -> Action:
        """Other facts of a job, another way to count the year, or the job off the list."""
        mine = self.shown(view.job)
        notice = self.day()
        told = replace(
            mine,
            known=self.dice.choice((YearKnown.TOLD, *YearKnown)),
            relation=self.dice.choice(RELATIONS),
            military_from=self.dice.choice((None, None, None, self.day())),
            holidays=self.dice.choice(((), (self.day(),))),
            overtime=self.dice.choice(((), (DayMinutes(day=self.day(), minutes=120),))),
        )
        other = partial(
            leave.change_method,
            job=mine,
            method=self.dice.choice(tuple(Method)),
            fixed_start=MonthDay(month=2, day=29),
            notice=notice,
            effective=notice + timedelta(self.dice.choice((59, 60, 90))),
        )
        changed = partial(leave.change_job, before=mine, after=told)
        rare = partial(leave.remove_job, job=mine) if self.dice.random() < 0.2 else changed
        return self.dice.choice((changed, changed, other, partial(leave.take_back_change, job=mine), rare))

    def week(self, view: LeaveView) -> Action:
        """A usual week from a day on, changed, or gone."""
        if not view.patterns or self.dice.random() < 0.3:
            return partial(leave.save_pattern, pattern=self.pattern(view.job))
        mine = self.shown(self.dice.choice(view.patterns))
        changed = replace(mine, weeks=(self.dice.choice(WEEKS), self.dice.choice(WEEKS)))
        return self.dice.choice(
            (
                partial(leave.save_pattern, pattern=changed, before=mine),
                partial(leave.remove_pattern, pattern=mine),
            )
        )

    def pattern(self, job: LeaveJob) -> WorkPattern:
        """A usual week that begins on some day."""
        first = self.dice.choice((SUNDAY, self.day()))
        return WorkPattern(job_id=job.id, first_day=first, cycle_start=SUNDAY, weeks=(self.dice.choice(WEEKS),))

    def count(self, view: LeaveView) -> Action:
        """What the employer counted, on one day more or on these days alone."""
        told = EmployerCount(job_id=view.job.id, day=self.day(), minutes=self.dice.choice((0, 120, 480)))
        minutes = {self.day(): 240, told.day: told.minutes}
        return self.dice.choice(
            (
                partial(leave.put_employer_counts, counts=[told]),
                partial(keep_counts, job_id=view.job.id, minutes=minutes, before=view.employer_counts),
            )
        )

    def day(self) -> date:
        """A day of the span, or months before it."""
        return self.dice.choice(list(self.span.days())) - timedelta(self.dice.choice((0, 0, 100, 300)))
