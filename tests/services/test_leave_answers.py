"""Answers about leave that hang on more than one rule: told once, told by the rule of the day, or marked as open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import partial

import pytest

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.entries import LeaveEntry
from caregiver_app.domain.leave.records import EmployerCount, LeaveJob, MethodChanged, TimeOff, WorkPattern, YearKnown
from caregiver_app.domain.people import Person, Role
from caregiver_app.services import leave, people
from caregiver_app.services.workspace import Workspace

TODAY = date(2026, 11, 22)
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
JOB = LeaveJob(person_id=SAM.id, known=YearKnown.TOLD, method=Method.CALENDAR)
SUNDAY = date(2020, 1, 5)
WEEK = WorkPattern(job_id=JOB.id, first_day=SUNDAY, cycle_start=SUNDAY, weeks=((0, 480, 480, 480, 480, 480, 0),))


@pytest.fixture
def work(workspace: Workspace) -> Workspace:
    """A job of 40 hours that counts the calendar year."""
    workspace.write(partial(people.save, person=SAM))
    workspace.write(partial(leave.set_up, job=JOB, pattern=WEEK))
    return workspace


def log(work: Workspace, *spans: tuple[date, date], minutes: int | None = None) -> None:
    """Time off on these stretches."""
    entries = [TimeOff(job_id=JOB.id, first=first, last=last, minutes=minutes) for first, last in spans]
    work.write(partial(leave.log, entries=entries))


def seen(work: Workspace, today: date = TODAY) -> LeaveView:
    """What the tab shows."""
    return work.read(partial(leave.view, job_id=JOB.id, today=today))


def test_two_entries_on_a_day_past_the_limit_tell_what_is_over_once(work: Workspace) -> None:
    log(work, (date(2026, 1, 5), date(2026, 3, 26)))  # twelve weeks less one day
    log(work, (date(2026, 3, 27), date(2026, 3, 27)), minutes=240)
    for _ in range(2):
        log(work, (date(2026, 4, 1), date(2026, 4, 1)), minutes=240)
    view = seen(work)
    assert view.figures is not None
    assert view.figures.over.weeks == Fraction(1, 10)
    assert sum(row.over_weeks for row in view.rows) == Fraction(1, 10)


def test_a_day_that_the_employer_counted_ahead_makes_no_difference_today(work: Workspace) -> None:
    for day in (date(2026, 11, 10), date(2026, 12, 7)):
        log(work, (day, day))
        work.write(partial(leave.put_employer_count, count=EmployerCount(job_id=JOB.id, day=day, minutes=480)))
    difference = seen(work).difference
    assert difference is not None
    assert difference.minutes == 0


def test_a_plan_during_which_the_rules_turn_is_to_be_asked(work: Workspace) -> None:
    change = partial(leave.change_method, job=JOB, method=Method.ROLLING, fixed_start=None)
    work.write(partial(change, notice=date(2026, 1, 2), effective=date(2026, 4, 1)))
    assert work.read(lambda inside: inside.all(MethodChanged))
    plan = [LeaveEntry(first=date(2027, 3, 1), last=date(2027, 5, 21))]
    answer = work.read(partial(leave.what_if, job_id=JOB.id, entries=plan, today=TODAY))
    assert answer.not_settled


def test_leave_for_a_servicemember_is_to_be_asked_and_does_not_come_back(work: Workspace) -> None:
    after = replace(JOB, military_from=date(2026, 1, 5))
    work.write(partial(leave.change_job, before=JOB, after=after))
    log(work, (date(2026, 1, 5), date(2026, 2, 13)))
    view = seen(work)
    assert view.figures is not None
    assert view.figures.not_settled
    assert view.returns == ()
