"""A visit that takes the caregiver from work without time off is a calm question on its card."""

from __future__ import annotations

from datetime import date, time
from functools import partial
from typing import Any

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.leave.records import LeaveReason, TimeOff
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.visits import Strength
from caregiver_app.services import agenda, appointments, leave
from caregiver_app.services.workspace import Workspace
from tests.leave_family import school_job, usual_week
from tests.services.care_family import ANA, CENTER, NOW, SAM, TODAY, set_up

TUESDAY, SATURDAY = date(2026, 11, 24), date(2026, 11, 28)
ASKED = "You work 8 hours that day, and no time off is noted for it. Do you need some?"
JOB = school_job(SAM)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """Sam works Monday to Friday."""
    set_up(workspace)
    workspace.write(partial(leave.set_up, job=JOB, pattern=usual_week(JOB)))
    return workspace


def plan(family: Workspace, day: date = TUESDAY, driver: object = SAM, **facts: object) -> Appointment:
    visit = Appointment(title="Scan", day=day, clock=time(10), place_id=CENTER.id, **facts)  # type: ignore[arg-type]
    drivers = {Leg.THERE: driver.id} if driver is not None else {}  # type: ignore[attr-defined]
    rides = [Ride(appointment_id=visit.id, leg=Leg.THERE)]
    family.write(partial(appointments.add, appointment=visit, rides=rides, drivers=drivers, now=NOW))
    return visit


def told(family: Workspace, visit: Appointment) -> list[str]:
    shown = family.read(partial(agenda.coming, today=TODAY)).visits
    return [each.sentence for one in shown if one.id == visit.id for each in one.cautions]


def off(family: Workspace, day: date, **facts: object) -> None:
    entry = TimeOff(job_id=JOB.id, first=day, last=day, planned=True, reason=LeaveReason.APPOINTMENT, **facts)  # type: ignore[arg-type]
    family.write(partial(leave.log, entries=[entry]))


def test_who_drives_on_a_day_of_work_is_asked_calmly(family: Workspace) -> None:
    visit = plan(family)
    assert told(family, visit) == [ASKED]
    [caution] = family.read(partial(agenda.visit, id=visit.id, today=TODAY)).cautions
    assert caution.strength is Strength.CALM


@pytest.mark.parametrize("facts", [{"companion_id": SAM.id}, {"person_id": SAM.id}])
def test_who_comes_along_or_has_the_visit_herself_is_asked_too(family: Workspace, facts: Any) -> None:
    assert ASKED in told(family, plan(family, driver=ANA, **facts))


def test_a_day_without_work_and_a_visit_without_her_ask_nothing(family: Workspace) -> None:
    assert ASKED not in told(family, plan(family, SATURDAY))
    assert ASKED not in told(family, plan(family, driver=ANA))


def test_time_off_of_that_day_or_for_that_visit_answers_it(family: Workspace) -> None:
    visit = plan(family)
    off(family, TUESDAY, minutes=240)
    assert told(family, visit) == []
    other = plan(family, date(2026, 12, 1))
    assert told(family, other) == [ASKED]
    off(family, date(2026, 12, 1), minutes=60, appointment_id=other.id)
    assert told(family, other) == []
