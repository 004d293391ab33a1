"""What comes back is told though another rule is to hold later, whoever knows how the year is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from caregiver_app.domain.leave.records import LeaveJob, TimeOff, WorkPattern, YearKnown
from caregiver_app.domain.people import Person, Role
from caregiver_app.services import leave
from caregiver_app.services.workspace import Workspace
from tests.services.conftest import TODAY

SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
JOB = LeaveJob(person_id=SAM.id, employer="Northwind Paper", hired_on=date(2015, 1, 5))
WEEK = WorkPattern(
    job_id=JOB.id, first_day=date(2015, 1, 4), cycle_start=date(2015, 1, 4), weeks=((0, 480, 480, 480, 480, 480, 0),)
)
BLOCK = TimeOff(job_id=JOB.id, first=date(2026, 3, 2), last=date(2026, 3, 6))


@pytest.mark.parametrize("known", [YearKnown.NOT_SURE, YearKnown.NONE_CHOSEN])
@pytest.mark.parametrize("days_to_military", [-400, -30, 0, 30, 200], ids=lambda days: f"military {days}")
def test_what_comes_back_is_told_before_in_and_after_military_leave(
    workspace: Workspace, known: YearKnown, days_to_military: int
) -> None:
    job = replace(JOB, known=known, military_from=TODAY + timedelta(days_to_military))
    workspace.write(lambda work: work.put(SAM))
    workspace.write(partial(leave.set_up, job=job, pattern=WEEK))
    workspace.write(partial(leave.log, entries=[BLOCK]))
    view = workspace.read(partial(leave.view, job_id=job.id, today=TODAY))
    assert view.figures is not None
    assert all(each.day > TODAY and each.weeks > 0 for each in view.returns)
    assert sum(each.weeks for each in view.returns) <= view.figures.entitlement.weeks
