"""Reminders of papers for work, of claims, and of calls to make again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from caregiver_app.domain.claims import CallNote, Claim, PlanKind
from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import LeaveJob, LeavePaper
from caregiver_app.domain.records import Record
from caregiver_app.domain.reminders import About
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork
from tests.services.reminded_family import (
    DAY,
    SAM,
    TODAY,
    at,
    dues,
    moments,
    set_up,
)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """Maria, Sam who cares for her, a driver, a place."""
    return set_up(workspace)


def put(family: Workspace, *records: Record) -> None:
    """Keep records as they are."""
    for each in records:
        family.write(partial(UnitOfWork.put, record=each))


def test_a_paper_is_told_of_when_that_is_wanted(family: Workspace) -> None:
    job = LeaveJob(person_id=SAM.id)
    paper = LeavePaper(job_id=job.id, clock=Clock.CERTIFICATION_DUE, start=TODAY, remind=True)
    other = LeavePaper(job_id=job.id, clock=Clock.CERTIFICATION_DUE, start=TODAY)
    done = LeavePaper(job_id=job.id, clock=Clock.CERTIFICATION_CURE, start=TODAY, remind=True, done_on=TODAY)
    put(family, job, paper, other, done)
    last = TODAY + 15 * DAY
    found = dues(family, days=30)
    assert moments(found) == [
        (at(last - 3 * DAY, 9), "A paper for work: Mon Dec 7"),
        (at(last, 9), "A paper for work: Mon Dec 7"),
    ]
    assert {each.about for each in found} == {About.LEAVE}


def test_the_next_day_of_a_claim_and_calls_to_make_again(family: Workspace) -> None:
    claim = Claim(company="Sample Health Plan", plan=PlanKind.OWN_PLAN, denied_on=TODAY, appeal_by=TODAY + 10 * DAY)
    telling = Claim(company="Chemo Drug Fund", plan=PlanKind.OWN_PLAN, filed_on=TODAY - 60 * DAY)
    paid = replace(claim, id=Claim().id, paid_on=TODAY)
    call = CallNote(day=TODAY, company="Sample Health Plan", call_back_on=TODAY + DAY)
    called = replace(call, id=CallNote(day=TODAY).id, call_back_done=True)
    put(family, claim, telling, paid, call, called)
    assert [(each.at, each.title, each.detail) for each in dues(family)] == [
        (at(TODAY, 9), "A claim: an answer should be here by Sun Nov 22", ""),
        (at(TODAY + DAY, 9), "Call back: Mon Nov 23", "Sample Health Plan"),
        (at(TODAY + 3 * DAY, 9), "A claim: the last day is Wed Dec 2", "Sample Health Plan"),
        (at(TODAY + 10 * DAY, 9), "A claim: the last day is Wed Dec 2", "Sample Health Plan"),
    ]
