"""What changes around a visit reaches its rides, and what else hangs from it keeps to its own rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.rides import Leg, Ride, Trip
from caregiver_app.domain.tasks import State, Task
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda, appointments, care_places, household, people, rides, tasks
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Workspace

TODAY, DAY = date(2026, 11, 22), date(2026, 12, 1)
BEN = Person(name="Ben Okoro", phone="555-0117", drives=True)
CENTER = Place(name="Lakeside Center", travel_minutes=25)
SCAN = Appointment(title="CT scan", day=DAY, clock=time(9, 15), place_id=CENTER.id)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """A visit whose way there Ben drives."""
    now = workspace.clock.now()
    there = Ride(appointment_id=SCAN.id, leg=Leg.THERE)
    workspace.write(partial(people.save, person=BEN))
    add = partial(appointments.add, appointment=SCAN, rides=[there], place=CENTER, drivers={Leg.THERE: BEN.id}, now=now)
    workspace.write(add)
    return workspace


def scan(family: Workspace) -> Visit:
    """The visit as it stands now."""
    return family.read(partial(agenda.visit, id=SCAN.id, today=TODAY))


def way_there(family: Workspace) -> Trip:
    """Its ride there as it stands now."""
    trip = scan(family).trip(Leg.THERE)
    assert trip is not None
    return trip


def sentences(family: Workspace) -> str:
    """All that the visit says to look at."""
    return " ".join(caution.sentence for caution in scan(family).cautions)


def test_a_driver_is_to_be_told_when_the_way_takes_longer_than_was_thought(family: Workspace) -> None:
    assert "Tell Ben" not in sentences(family)
    family.write(partial(care_places.save_place, place=replace(CENTER, travel_minutes=45)))
    assert way_there(family).item.task.when.clock == time(8, 15)
    assert (way_there(family).ride.agreed_day, way_there(family).ride.agreed_time) == (DAY, time(8, 35))
    assert "Tell Ben it is" in sentences(family)
    family.write(partial(rides.told, trip=way_there(family)))
    assert "Tell Ben" not in sentences(family)


def test_a_visit_that_is_on_again_is_reached_as_its_place_is_now(family: Workspace) -> None:
    now = family.clock.now()
    family.write(partial(appointments.cancel, appointment=SCAN, now=now))
    family.write(partial(care_places.save_place, place=replace(CENTER, travel_minutes=45)))
    family.write(partial(appointments.restore, appointment=scan(family).appointment, now=now))
    assert way_there(family).item.task.when.clock == time(8, 15)
    assert way_there(family).item.task.minutes == 45
    assert way_there(family).item.waiting == (BEN.id,)


def test_who_stays_with_the_children_is_needed_again_when_the_visit_is_on_again(family: Workspace) -> None:
    now = family.clock.now()
    family.write(partial(appointments.add_child, appointment=SCAN, task=Task(title="Stay with Theo", day=DAY)))
    family.write(partial(appointments.cancel, appointment=SCAN, now=now))
    assert [item.state for item in scan(family).tasks] == [State.NOT_NEEDED]
    family.write(partial(appointments.restore, appointment=scan(family).appointment, now=now))
    assert [item.state for item in scan(family).tasks] == [State.NEEDS_HELPER]


def test_a_drive_to_school_during_the_visit_is_a_task_of_its_own(family: Workspace) -> None:
    school = Task(title="Drive Theo to school", day=DAY, kind=TaskKind.RIDE)
    family.write(partial(appointments.add_child, appointment=SCAN, task=school))
    (item,) = scan(family).tasks
    family.write(partial(tasks.move, item=item, day=DAY + timedelta(1)))
    assert [each.day for each in scan(family).tasks] == [DAY + timedelta(1)]
    with pytest.raises(InvalidEntry):
        family.write(partial(tasks.move, item=way_there(family).item, day=DAY + timedelta(1)))


def test_what_hangs_from_a_visit_can_not_come_every_day(family: Workspace) -> None:
    family.write(partial(appointments.add_child, appointment=SCAN, task=Task(title="Stay with Theo", day=DAY)))
    (item,) = scan(family).tasks
    with pytest.raises(InvalidEntry) as refusal:
        daily = replace(item.task, repeat=Repeat(every=Every.DAYS))
        family.write(partial(tasks.save, item=item, edited=daily, scope=Scope.ALL))
    assert refusal.value.field == "again"


def test_rides_go_by_the_name_that_the_person_has_now(family: Workspace) -> None:
    assert way_there(family).item.task.title == "Drive your person to CT scan"
    family.write(partial(household.name_person, role=Role.CARED_FOR, name="Maria"))
    assert way_there(family).item.task.title == "Drive Maria to CT scan"
    maria = family.read(partial(household.person_in_role, role=Role.CARED_FOR))
    assert maria is not None
    changes = family.write(partial(people.change, before=maria, after=replace(maria, name="Mary Rivers")))
    assert way_there(family).item.task.title == "Drive Mary to CT scan"
    assert way_there(family).ride.agreed_day is None
    family.apply(changes.inverse())
    assert way_there(family).item.task.title == "Drive Maria to CT scan"
