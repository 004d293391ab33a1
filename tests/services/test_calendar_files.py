"""Calendar files for the caregiver and for drivers: versions, what is taken back, and who may read what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import icalendar
import pytest

from caregiver_app.domain.appointments import Appointment, AppointmentKind
from caregiver_app.domain.household import Household
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import FileProblem
from caregiver_app.domain.rides import Leg, Ride, Trip
from caregiver_app.domain.tasks import Item, Task, occurrence_of
from caregiver_app.services import agenda, appointments, calendar_files, rides, tasks
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork

DAY = date(2026, 12, 1)
BEN, ANA, MARIA = Person(name="Ben Okoro", drives=True), Person(name="Ana", drives=True), Person(name="Maria")
CLINIC = Place(name="Lakeside Center", department="Oncology", address="400 Shore Road", travel_minutes=45)
VISIT = Appointment(
    title="Chemo round 3",
    day=DAY,
    clock=time(9, 15),
    kind=AppointmentKind.INFUSION,
    minutes=180,
    place_id=CLINIC.id,
    prepare="Drink a lot",
    bring="Port card",
    notes="Stage 4",
)
THERE = Ride(appointment_id=VISIT.id, leg=Leg.THERE, bring="Blanket")
HOME = Ride(appointment_id=VISIT.id, leg=Leg.HOME, will_call=True)
ZONE = "America/New_York"


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """A visit to which Ben drives; nobody drives home yet."""

    def fill(work: UnitOfWork) -> None:
        for record in (Household(home_zone=ZONE), BEN, ANA, replace(MARIA, role=Role.CARED_FOR), CLINIC):
            work.put(record)
        drivers = {Leg.THERE: BEN.id}
        now = workspace.clock.now()
        appointments.add(work, appointment=VISIT, rides=(THERE, HOME), drivers=drivers, now=now)

    workspace.write(fill)
    return workspace


def make(workspace: Workspace, action: Callable[..., calendar_files.CalendarFile], **facts: Any) -> dict[str, Any]:
    """The events of a file by their ids, and the file itself under "file"."""
    made: list[calendar_files.CalendarFile] = []
    workspace.write(lambda work: made.append(action(work, now=workspace.clock.now(), **facts)))
    calendar = icalendar.Calendar.from_ical(made[0].data)
    return {str(event["UID"]): event for event in calendar.events} | {"file": made[0]}


def only(events: dict[str, Any]) -> Any:
    """The one event of a file."""
    (one,) = (event for uid, event in events.items() if uid != "file")
    return one


def version(event: Any) -> tuple[int, str]:
    return int(event["SEQUENCE"]), str(event["STATUS"])


def trip(workspace: Workspace, leg: Leg = Leg.THERE) -> Trip:
    found = workspace.read(partial(agenda.visit, id=VISIT.id, today=DAY)).trip(leg)
    assert found is not None
    return found


def own(workspace: Workspace) -> Any:
    return only(make(workspace, calendar_files.for_visit, id=VISIT.id))


def ride_for(workspace: Workspace, person_id: UUID | None) -> Any:
    return only(make(workspace, calendar_files.for_ride, ride_id=THERE.id, person_id=person_id))


def save(workspace: Workspace, **changes: Any) -> None:
    before = workspace.read(lambda work: work.need(Appointment, VISIT.id))
    after = replace(before, **changes)
    workspace.write(partial(appointments.save, before=before, after=after, scope=Scope.ONE, now=workspace.clock.now()))


def test_the_caregivers_own_says_all_about_the_visit(family: Workspace) -> None:
    event = own(family)
    assert str(event["SUMMARY"]) == "Chemo round 3"
    assert event.start.replace(tzinfo=None) == VISIT.starts
    assert event.end.replace(tzinfo=None) == VISIT.ends
    assert "Oncology" in event["LOCATION"]
    for words in ("Drink a lot", "Port card", "Be there by 9:00 am."):
        assert words in event["DESCRIPTION"]
    assert event.alarms.times[0].trigger.replace(tzinfo=None) == VISIT.starts.replace(
        day=30, month=11, hour=18, minute=0
    )


def test_a_drivers_says_only_what_a_helper_may_read(family: Workspace) -> None:
    events = make(family, calendar_files.for_ride, ride_id=THERE.id, person_id=BEN.id)
    event = only(events)
    text = events["file"].data.decode().replace("\r\n ", "")
    assert (str(event["SUMMARY"]), event.start.time(), event.end.time()) == ("Ride there", time(8, 15), time(9))
    assert "Blanket" in text
    assert "Lakeside Center" in text
    for word in ("Chemo", "Stage", "Port card", "Drink", "Oncology", "Shore", "Maria"):
        assert word not in text
    assert event.alarms.times[0].trigger.time() == time(7, 15)


def test_the_address_and_department_come_once_they_are_ticked(family: Workspace) -> None:
    first = ride_for(family, BEN.id)
    after = replace(trip(family).ride, show_address=True, show_department=True)
    family.write(partial(rides.save_ride, before=trip(family), after=after))
    second = ride_for(family, BEN.id)
    assert "400 Shore Road" in second["LOCATION"]
    assert "Oncology" in second["LOCATION"]
    assert (version(first), version(second)) == ((0, "CONFIRMED"), (1, "CONFIRMED"))


def test_the_version_rises_with_each_change_and_only_then(family: Workspace) -> None:
    assert version(own(family)) == (0, "CONFIRMED")
    assert version(own(family)) == (0, "CONFIRMED")
    save(family, notes="Only the family reads this")
    assert version(own(family)) == (0, "CONFIRMED")
    save(family, clock=time(10))
    changed = own(family)
    assert (version(changed), changed.start.time()) == ((1, "CONFIRMED"), time(10))
    save(family, day=DAY + timedelta(7))
    assert version(own(family)) == (2, "CONFIRMED")
    assert version(own(family)) == (2, "CONFIRMED")


def test_a_cancelled_visit_is_taken_back_and_can_come_again(family: Workspace) -> None:
    uid = own(family)["UID"]
    before = family.read(lambda work: work.need(Appointment, VISIT.id))
    family.write(partial(appointments.cancel, appointment=before, now=family.clock.now()))
    gone = own(family)
    assert (gone["UID"], version(gone), gone.start.replace(tzinfo=None)) == (uid, (1, "CANCELLED"), VISIT.starts)
    assert version(own(family)) == (1, "CANCELLED")
    cancelled = family.read(lambda work: work.need(Appointment, VISIT.id))
    family.write(partial(appointments.restore, appointment=cancelled, now=family.clock.now()))
    again = own(family)
    assert (again["UID"], version(again)) == (uid, (2, "CONFIRMED"))


def test_a_removed_visit_is_taken_back_too(family: Workspace) -> None:
    own(family)
    ride_for(family, BEN.id)
    before = family.read(lambda work: work.need(Appointment, VISIT.id))
    family.write(partial(appointments.remove, appointment=before, scope=Scope.ONE))
    assert version(own(family)) == (1, "CANCELLED")
    assert version(ride_for(family, BEN.id)) == (1, "CANCELLED")


def test_the_driver_who_was_replaced_gets_a_cancellation_and_the_new_one_a_ride(family: Workspace) -> None:
    bens = ride_for(family, BEN.id)
    now = family.clock.now()
    family.write(partial(rides.cant_come, trip=trip(family), person_id=BEN.id, now=now))
    family.write(partial(rides.promise, trip=trip(family), person_id=ANA.id, now=now))
    assert family.read(partial(calendar_files.still_have, appointment_id=VISIT.id)) == [BEN]
    anas = ride_for(family, ANA.id)
    gone = ride_for(family, BEN.id)
    assert version(anas) == (0, "CONFIRMED")
    assert version(gone) == (1, "CANCELLED")
    assert gone["UID"] == bens["UID"] != anas["UID"]
    assert family.read(partial(calendar_files.still_have, appointment_id=VISIT.id)) == []


def test_one_file_has_all_that_somebody_does(family: Workspace) -> None:
    stay = Task(title="Sit with the kids", day=DAY, kind=TaskKind.CHILDCARE, audience=Audience.HELPER)
    secret = Task(title="Pick up the results", day=DAY, audience=Audience.FAMILY)
    now = family.clock.now()
    for task in (stay, secret):
        family.write(partial(appointments.add_child, appointment=VISIT, task=task))
        kept = replace(task, appointment_id=VISIT.id)
        item = Item(kept, occurrence_of(kept, DAY))
        family.write(partial(tasks.promise, item=item, person_id=BEN.id, now=now))
    events = make(family, calendar_files.for_person, person_id=BEN.id, today=DAY)
    assert {str(event["SUMMARY"]) for uid, event in events.items() if uid != "file"} == {
        "Ride there",
        "Sit with the kids",
    }
    assert events["file"].name == "Calendar Ben.ics"
    family.write(partial(rides.cant_come, trip=trip(family), person_id=BEN.id, now=now))
    events = make(family, calendar_files.for_person, person_id=BEN.id, today=DAY)
    assert {version(event) for uid, event in events.items() if uid != "file"} == {(1, "CANCELLED"), (0, "CONFIRMED")}


def test_nothing_to_say_is_told(family: Workspace) -> None:
    with pytest.raises(FileProblem, match="nothing here for a calendar"):
        make(family, calendar_files.for_ride, ride_id=THERE.id, person_id=ANA.id)
    with pytest.raises(FileProblem, match="nothing here for a calendar"):
        make(family, calendar_files.for_person, person_id=ANA.id, today=DAY)


def test_names_of_files_say_nothing_and_fit_any_disk(family: Workspace) -> None:
    odd = replace(BEN, name="B/e:n\\ Okoro")
    family.write(lambda work: work.put(odd))
    assert make(family, calendar_files.for_person, person_id=BEN.id, today=DAY)["file"].name == "Calendar Ben.ics"
    assert make(family, calendar_files.for_visit, id=VISIT.id)["file"].name == "Visit 2026-12-01.ics"


def test_the_computers_zone_serves_where_the_family_has_none(family: Workspace) -> None:
    family.write(lambda work: work.put(Household(home_zone="")))
    event = only(make(family, calendar_files.for_visit, id=VISIT.id, zone="Europe/Berlin"))
    assert str(event.start.tzinfo) == "Europe/Berlin"
    with pytest.raises(FileProblem, match="time zone"):
        make(family, calendar_files.for_visit, id=VISIT.id, zone="Nowhere/Land")
