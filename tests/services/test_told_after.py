"""Time off work is filled in when a visit is told of only where it surely was, and where the log can take it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.leave.records import LeaveReason, TimeOff
from caregiver_app.domain.people import Role
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.services import agenda, appointments, leave, outcomes, people
from caregiver_app.services.leave.told_after import Asked
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file
from tests.stage import TODAY, file_of

FRIDAY, SATURDAY = TODAY - timedelta(2), TODAY - timedelta(1)


@pytest.fixture
def family(tmp_path: Path) -> Iterator[Workspace]:
    """The made-up family, with a job of Mondays to Fridays."""
    workspace = Workspace(open_file(file_of("demo", tmp_path)), Clock(TODAY))
    yield workspace
    workspace.close()


def asked(family: Workspace, day: date, driver: str = "") -> Asked:
    """What is asked of a visit of a day; `driver` is the first name of who drives both ways."""
    visit = Appointment(title="Eye doctor", day=day, clock=time(10), minutes=30)
    everybody = family.read(people.everybody)
    me = next(each.id for each in everybody if each.role is Role.CAREGIVER)
    who = {each.first_name: each.id for each in everybody}
    legs = [Ride(appointment_id=visit.id, leg=leg) for leg in Leg] if driver else []
    drivers = dict.fromkeys(Leg, who[driver]) if driver else {}
    now = family.clock.now()
    family.write(partial(appointments.add, appointment=visit, rides=legs, drivers=drivers, now=now))
    known = family.read(partial(agenda.visit, id=visit.id, today=TODAY))
    found = family.read(partial(outcomes.time_off_asked, visit=known, me=me))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("day", "driver", "offered"),
    [(FRIDAY, "", True), (FRIDAY, "Sam", True), (FRIDAY, "Ben", False), (SATURDAY, "", False)],
)
def test_it_is_filled_in_where_the_caregiver_was_surely_away_from_work(
    family: Workspace, day: date, driver: str, offered: bool
) -> None:
    assert asked(family, day, driver).offered is offered


def test_on_a_day_whose_other_half_is_off_too_it_begins_empty(family: Workspace) -> None:
    job = family.read(leave.jobs)[0]
    off = TimeOff(job_id=job.id, first=FRIDAY, last=FRIDAY, minutes=240, reason=LeaveReason.CARE, planned=False)
    family.write(lambda work: leave.log(work, entries=[off]))
    assert not asked(family, FRIDAY).offered
