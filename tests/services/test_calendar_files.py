"""Calendar files for the caregiver and for drivers: versions, what is taken back, and who may read what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import icalendar
import pytest

from caregiver_app.domain.appointments import Appointment, AppointmentKind, AppointmentStatus
from caregiver_app.domain.calendar import Every, Repeat, Span, When
from caregiver_app.domain.household import Household
from caregiver_app.domain.kinds import Audience, PartOfDay, TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import FileProblem
from caregiver_app.domain.rides import Leg, Ride, Trip
from caregiver_app.domain.tasks import Item, Status, Task, occurrence_of
from caregiver_app.services import agenda, appointments, calendar_files, outcomes, rides, tasks
from caregiver_app.services.appointments import Child
from caregiver_app.services.calendar_versions import CalendarFile
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork

TODAY, DAY = date(2026, 11, 22), date(2026, 12, 1)
CANCELLED = AppointmentStatus.CANCELLED
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


def make(workspace: Workspace, action: Callable[..., CalendarFile], **facts: Any) -> dict[str, Any]:
    """The events of a file by their ids, and the file itself under "file"."""
    made: list[CalendarFile] = []
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
    now_is = trip(family)
    legs = [replace(now_is.ride, show_address=True, show_department=True)]
    visit = now_is.appointment
    save = partial(appointments.save, before=visit, after=visit, scope=Scope.ONE, rides=legs)
    family.write(partial(save, now=family.clock.now()))
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


def bens(workspace: Workspace) -> dict[tuple[str, date], Any]:
    """The events of Ben's file by title and day."""
    events = make(workspace, calendar_files.for_person, person_id=BEN.id, today=TODAY)
    found = [event for uid, event in events.items() if uid != "file"]
    return {(str(event["SUMMARY"]), _day(event)): event for event in found}


def _day(event: Any) -> date:
    start = event.start
    return start.date() if isinstance(start, datetime) else start


def time_of(workspace: Workspace, title: str, day: date) -> Item:
    items = workspace.read(partial(tasks.plan, span=Span(day, day))).items()
    return next(item for item in items if item.task.title == title)


def promise(workspace: Workspace, task: Task, person: Person = BEN) -> None:
    workspace.write(partial(tasks.add, task=task, helper_id=person.id, now=workspace.clock.now()))


WALK = Task(
    title="Walk Biscuit",
    day=TODAY,
    kind=TaskKind.PETS,
    when=When(part=PartOfDay.MORNING),
    place="Their house",
    notes="The leash hangs by the door",
    repeat=Repeat(every=Every.WEEKS, on=(0,)),
)
RAKE = Task(title="Rake, as Maria can’t", public_title="Rake the yard", day=date(2027, 5, 3), when=When(clock=time(10)))
MONDAY = date(2026, 11, 23)


def test_plain_tasks_are_in_it_too_each_time_of_a_series_for_eight_weeks(family: Workspace) -> None:
    promise(family, WALK)
    promise(family, RAKE)
    events = bens(family)
    walks = sorted(day for title, day in events if title == "Walk Biscuit")
    assert walks == [MONDAY + timedelta(7 * n) for n in range(8)]
    assert len({str(event["UID"]) for event in events.values()}) == len(events) == 10, "the ride, the walks, the yard"
    walk, rake = events["Walk Biscuit", MONDAY], events["Rake the yard", RAKE.day]
    assert str(walk["LOCATION"]) == "Their house"
    assert str(walk["DESCRIPTION"]) == "Morning\nThe leash hangs by the door"
    assert (rake.start.time(), "RRULE" in walk) == (time(10), False)
    assert "Maria" not in "".join(str(event.to_ical()) for event in events.values())


def test_what_is_kept_for_the_family_is_only_in_files_of_the_family_circle(family: Workspace) -> None:
    promise(family, replace(RAKE, audience=Audience.FAMILY))
    assert ("Rake the yard", RAKE.day) not in bens(family)
    family.write(lambda work: work.put(replace(BEN, family_circle=True)))
    assert ("Rake the yard", RAKE.day) in bens(family)


def test_a_time_that_moved_or_was_handed_over_or_is_not_needed_is_told_and_one_that_is_done_stays(
    family: Workspace,
) -> None:
    promise(family, WALK)
    first = bens(family)
    weeks = [MONDAY + timedelta(7 * n) for n in range(5)]
    now = family.clock.now()
    moved, handed, off, done, skipped = (time_of(family, "Walk Biscuit", day) for day in weeks)
    far = date(2027, 4, 1)
    family.write(partial(tasks.move, item=moved, day=far))
    family.write(partial(tasks.hand_over, item=handed, person_id=ANA.id, now=now))
    family.write(partial(tasks.set_status, item=off, status=Status.NOT_NEEDED, now=now))
    family.write(partial(tasks.set_status, item=done, status=Status.DONE, now=now))
    family.write(partial(tasks.remove, item=skipped, scope=Scope.ONE, now=now))
    second = bens(family)
    was = first["Walk Biscuit", weeks[0]]
    now_at = second["Walk Biscuit", far]
    assert (now_at["UID"], version(now_at)) == (was["UID"], (1, "CONFIRMED")), "also further ahead than eight weeks"
    for day in (weeks[1], weeks[2], weeks[4]):
        assert version(second["Walk Biscuit", day]) == (1, "CANCELLED")
    assert version(second["Walk Biscuit", weeks[3]]) == (0, "CONFIRMED")
    assert len(second) == len(first)


def test_one_time_alone_that_somebody_took_over_is_in_their_file(family: Workspace) -> None:
    promise(family, WALK, ANA)
    now = family.clock.now()
    for day in (MONDAY, date(2027, 3, 1)):
        item = time_of(family, "Walk Biscuit", day)
        family.write(partial(tasks.hand_over, item=item, person_id=BEN.id, now=now))
    assert sorted(day for title, day in bens(family) if title == "Walk Biscuit") == [MONDAY, date(2027, 3, 1)]


def test_help_that_stays_when_a_visit_goes_keeps_its_event(family: Workspace) -> None:
    kids = Task(title="Sit with the kids", day=DAY, kind=TaskKind.CHILDCARE)
    family.write(partial(appointments.add_child, appointment=VISIT, task=kids))
    now = family.clock.now()
    family.write(partial(tasks.promise, item=time_of(family, kids.title, DAY), person_id=BEN.id, now=now))
    first = bens(family)[kids.title, DAY]
    before = family.read(lambda work: work.need(Appointment, VISIT.id))
    children = {kids.id: Child.STAY}
    family.write(partial(appointments.cancel, appointment=before, children=children, now=now))
    stayed = bens(family)[kids.title, DAY]
    family.write(partial(appointments.remove, appointment=replace(before, status=CANCELLED), scope=Scope.ONE))
    alone = bens(family)[kids.title, DAY]
    assert {str(each["UID"]) for each in (stayed, alone)} == {str(first["UID"])}
    assert {version(each) for each in (stayed, alone)} == {(0, "CONFIRMED")}


def test_a_ride_that_is_done_is_not_taken_back(family: Workspace) -> None:
    ride_for(family, BEN.id)
    visit = family.read(partial(agenda.visit, id=VISIT.id, today=DAY))
    told = outcomes.prefilled(visit, now=family.clock.now())
    family.write(partial(outcomes.save, visit=visit, outcome=told, now=family.clock.now()))
    assert version(ride_for(family, BEN.id)) == (0, "CONFIRMED")
    events = make(family, calendar_files.for_person, person_id=BEN.id, today=DAY)
    assert version(only(events)) == (0, "CONFIRMED")


def test_a_visit_that_is_done_stays_in_the_caregivers_calendar(family: Workspace) -> None:
    own(family)
    make(family, calendar_files.for_ride, ride_id=THERE.id, person_id=None)
    visit = family.read(partial(agenda.visit, id=VISIT.id, today=DAY))
    told = outcomes.prefilled(visit, now=family.clock.now())
    family.write(partial(outcomes.save, visit=visit, outcome=told, now=family.clock.now()))
    events = make(family, calendar_files.for_visit, id=VISIT.id)
    file = events.pop("file")
    assert {version(event) for event in events.values()} == {(0, "CONFIRMED")}
    assert (file.events, file.cancelled, len(events)) == (2, 0, 2), "the visit and the ride"


def change_ben(workspace: Workspace, **changes: Any) -> None:
    workspace.write(lambda work: work.put(replace(BEN, **changes)))


def test_a_ride_kept_for_the_family_is_in_the_file_of_the_family_circle_alone(family: Workspace) -> None:
    given = ride_for(family, BEN.id)
    save(family, audience=Audience.FAMILY)
    assert family.read(partial(calendar_files.still_have, appointment_id=VISIT.id)) == [BEN]
    taken = make(family, calendar_files.for_person, person_id=BEN.id, today=TODAY)
    (said,) = taken["file"].left_out
    assert (only(taken)["UID"], version(only(taken))) == (given["UID"], (1, "CANCELLED"))
    assert said == "Kept from Ben, and not in this file: “Chemo round 3” on Dec 1."
    change_ben(family, family_circle=True)
    again = make(family, calendar_files.for_person, person_id=BEN.id, today=TODAY)
    assert version(only(again)) == (2, "CONFIRMED")
    assert again["file"].left_out == ()
    assert family.read(partial(calendar_files.still_have, appointment_id=VISIT.id)) == []


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize(
    ("who", "circle"),
    [
        ({}, Audience.HELPER),
        ({"role": Role.SERVICE, "phone": "555-0155"}, Audience.HELPER),
        ({"family_circle": True}, Audience.FAMILY),
        ({"role": Role.CAREGIVER}, Audience.ME),
    ],
    ids=["helper", "service", "family circle", "caregiver"],
)
def test_a_ride_is_in_the_files_of_those_who_may_see_the_visit(
    family: Workspace, audience: Audience, who: dict[str, Any], circle: Audience
) -> None:
    change_ben(family, **who)
    save(family, audience=audience)
    for action, facts in (
        (calendar_files.for_ride, {"ride_id": THERE.id}),
        (calendar_files.for_person, {"today": TODAY}),
    ):
        if circle.may_see(audience):
            file = make(family, action, person_id=BEN.id, **facts)["file"]
            assert (file.events, file.left_out) == (1, ())
        else:
            with pytest.raises(FileProblem, match=r"nothing here for a calendar\.\s+Kept from Ben.*Chemo round 3"):
                make(family, action, person_id=BEN.id, **facts)
    assert make(family, calendar_files.for_ride, ride_id=THERE.id, person_id=None)["file"].events == 1


def test_of_much_that_is_kept_from_somebody_the_first_are_named(family: Workspace) -> None:
    promise(family, replace(WALK, audience=Audience.ME))
    (said,) = make(family, calendar_files.for_person, person_id=BEN.id, today=TODAY)["file"].left_out
    walks = ", ".join(f"“Walk Biscuit” on {day}" for day in ("Nov 23", "Nov 30", "Dec 7"))
    assert said == f"Kept from Ben, and not in this file: {walks}, 5 more."


@pytest.mark.parametrize(
    ("public_title", "title"),
    [
        ("Morning at Lakeside", "Ride there: Morning at Lakeside"),
        ("", "Ride there"),
        ("Chemo with Maria", "Ride there"),
        ("Door code 48151", "Ride there"),
    ],
)
def test_a_public_title_that_says_too_much_is_in_no_drivers_calendar(
    family: Workspace, public_title: str, title: str
) -> None:
    save(family, public_title=public_title)
    assert str(ride_for(family, BEN.id)["SUMMARY"]) == title


def test_rides_behind_many_others_are_found_and_what_is_over_is_left_alone(family: Workspace) -> None:
    now = family.clock.now()
    before, far = TODAY - timedelta(30), DAY + timedelta(300)
    for day in (before, far):
        visit = Appointment(title="Check", day=day, clock=time(9), place_id=CLINIC.id)
        ride = Ride(appointment_id=visit.id, leg=Leg.THERE)
        ways: dict[str, Any] = {"rides": (ride,), "drivers": {Leg.THERE: BEN.id}}
        family.write(partial(appointments.add, appointment=visit, now=now, **ways))
    first = bens(family)
    assert {day for _title, day in first} == {DAY, far}
    later = make(family, calendar_files.for_person, person_id=BEN.id, today=far)
    assert len(later) == 2, "the one ride to come, and the file"


def test_whether_there_is_anything_for_a_file_is_known_before(family: Workspace) -> None:
    def has(person: Person) -> bool:
        return family.read(partial(calendar_files.has_any, person_id=person.id, today=TODAY))

    assert (has(BEN), has(ANA)) == (True, False)
    promise(family, RAKE, ANA)
    assert has(ANA)
    make(family, calendar_files.for_person, person_id=ANA.id, today=TODAY)
    item = time_of(family, RAKE.title, RAKE.day)
    family.write(partial(tasks.hand_over, item=item, person_id=None, now=family.clock.now()))
    assert has(ANA), "a file takes it out of the calendar"


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
