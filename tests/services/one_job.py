"""One made-up job on a real file, and short ways to log, change and ask about its leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from caregiver_app.domain.leave.answers import EarliestAnswer, Figures, LeaveView, PlanAnswer
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.entries import LeaveEntry
from caregiver_app.domain.leave.records import LeaveJob, TimeOff, WorkPattern, YearKnown
from caregiver_app.domain.people import Person, Role
from caregiver_app.services import leave, people
from caregiver_app.services.workspace import Workspace

TODAY = date(2026, 11, 22)
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
JOB = LeaveJob(person_id=SAM.id, known=YearKnown.TOLD, method=Method.CALENDAR)
SUNDAY = date(2020, 1, 5)
WEEK = WorkPattern(job_id=JOB.id, first_day=SUNDAY, cycle_start=SUNDAY, weeks=((0, 480, 480, 480, 480, 480, 0),))


def set_up(workspace: Workspace) -> Workspace:
    """A job of 40 hours that counts the calendar year."""
    workspace.write(partial(people.save, person=SAM))
    workspace.write(partial(leave.set_up, job=JOB, pattern=WEEK))
    return workspace


def log(work: Workspace, *spans: tuple[date, date], minutes: int | None = None, **told: object) -> None:
    """Time off on these stretches."""
    entries = [TimeOff(job_id=JOB.id, first=first, last=last, minutes=minutes, **told) for first, last in spans]  # type: ignore[arg-type]
    work.write(partial(leave.log, entries=entries))


def change(work: Workspace, **facts: object) -> None:
    """The job with other facts."""
    before = seen(work).job
    work.write(partial(leave.change_job, before=before, after=replace(before, **facts)))  # type: ignore[arg-type]


def on(work: Workspace, day: date) -> Figures:
    """What is left on a day."""
    found = work.read(partial(leave.figures_on, job_id=JOB.id, day=day))
    assert found is not None
    return found


def plan(work: Workspace, *entries: LeaveEntry) -> PlanAnswer:
    """How far a plan is covered."""
    return work.read(partial(leave.what_if, job_id=JOB.id, entries=entries, today=TODAY))


def block(work: Workspace, weeks: int, start: date) -> EarliestAnswer:
    """The first weeks in a row that are covered."""
    return work.read(partial(leave.earliest, job_id=JOB.id, weeks=weeks, start=start))


def seen(work: Workspace, today: date = TODAY) -> LeaveView:
    """What the tab shows."""
    return work.read(partial(leave.view, job_id=JOB.id, today=today))
