"""Visits and all that hangs from them: planned, moved, slid, cancelled, told of; each as one step back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial

import pytest

from caregiver_app.domain.appointments import Appointment, AppointmentKind, AppointmentStatus
from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.records import ChangeSet, Record
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.tasks import Answer, State, Task
from caregiver_app.domain.visits import Strength, Visit
from caregiver_app.services import agenda, appointments, care_places, going_on, outcomes, people, rides
from caregiver_app.services.appointments import Child
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.tables import TABLE_OF

TODAY = date(2026, 11, 22)
EVENING = datetime.combine(TODAY, time(18))
FIRST = date(2026, 12, 1)
MARIA = Person(name="Maria", role=Role.CARED_FOR)
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
BEN = Person(name="Ben Okoro", phone="555-0117", drives=True)
ANA = Person(name="Ana Lindqvist", phone="555-0142", drives=True)
VAN = Person(name="Lakeside van", role=Role.SERVICE, phone="555-0155")
CENTER = Place(name="Lakeside Center", travel_minutes=25, miles=Decimal("12.5"))
LAB = Place(name="Elm Street Lab", travel_minutes=10)
INFUSION = Appointment(
    title="Infusion", day=FIRST, clock=time(9, 15), kind=AppointmentKind.INFUSION, minutes=180, place_id=CENTER.id
)
BOTH = (Ride(appointment_id=INFUSION.id, leg=Leg.THERE), Ride(appointment_id=INFUSION.id, leg=Leg.HOME, will_call=True))
SIX = Repeat(every=Every.DAYS, n=21, count=6)


def everything(workspace: Workspace) -> set[Record]:
    """All that the family can see."""
    return workspace.read(lambda work: {record for kind in TABLE_OF for record in work.all(kind)})


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """Two who drive, a van, and the places."""
    workspace.write(partial(people.add_all, people=[MARIA, SAM, BEN, ANA, VAN]))
    workspace.write(partial(care_places.save_place, place=CENTER))
    workspace.write(partial(care_places.save_place, place=LAB))
    return workspace


def plan(family: Workspace, repeat: Repeat | None = SIX, appointment: Appointment = INFUSION) -> list[Visit]:
    """A new visit or series with both rides, as it stands afterwards."""
    now = family.clock.now()
    family.write(partial(appointments.add, appointment=appointment, repeat=repeat, rides=BOTH, now=now))
    return coming(family)


def coming(family: Workspace) -> list[Visit]:
    """The next visits."""
    return list(family.read(partial(agenda.coming, today=TODAY)).visits)


def again(family: Workspace, visit: Visit) -> Visit:
    """A visit as it stands now, with what to look at."""
    return family.read(partial(agenda.visit, id=visit.id, today=TODAY))


def drive(family: Workspace, visit: Visit, leg: Leg, person: Person) -> ChangeSet:
    """Somebody says yes to one leg."""
    trip = visit.trip(leg)
    assert trip is not None
    return family.write(partial(rides.promise, trip=trip, person_id=person.id, now=family.clock.now()))


def sentences(visit: Visit) -> str:
    """All cautions of a visit."""
    return " ".join(caution.sentence for caution in visit.cautions)


def days(visits: Iterable[Visit]) -> list[date]:
    """When these visits are."""
    return [visit.appointment.day for visit in visits]


# Planning


def test_six_cycles_with_both_rides_are_six_visits_and_twelve_open_legs(family: Workspace) -> None:
    visits = plan(family)
    assert days(visits) == [FIRST + timedelta(21 * n) for n in range(6)]
    assert [(visit.number, visit.count) for visit in visits] == [(n, 6) for n in range(1, 7)]
    trips = [trip for visit in visits for trip in visit.trips]
    assert [trip.ride.number for trip in trips] == list(range(1, 13))
    assert all(trip.is_open for trip in trips)
    assert {trip.pick_up.time() for trip in trips if trip.pick_up} == {time(8, 35), time(12, 15)}


def test_a_series_across_both_clock_changes_keeps_its_local_time(family: Workspace) -> None:
    weekly = replace(INFUSION, day=date(2026, 2, 22), clock=time(9))
    now = family.clock.now()
    forty = Repeat(every=Every.DAYS, n=7, count=40)
    made = []
    family.write(
        lambda work: made.extend(appointments.add(work, appointment=weekly, repeat=forty, rides=BOTH, now=now))
    )
    visits = [again(family, family.read(partial(agenda.one_visit, appointment=each))) for each in made]
    assert date(2026, 3, 8) in days(visits)
    assert date(2026, 11, 1) in days(visits)
    assert {visit.appointment.clock for visit in visits} == {time(9)}
    assert {trip.pick_up.time() for visit in visits for trip in visit.trips[:1] if trip.pick_up} == {time(8, 20)}


def test_a_new_place_is_kept_in_the_same_step_and_goes_with_it(family: Workspace) -> None:
    before = everything(family)
    clinic = Place(name="Hill Clinic", travel_minutes=30)
    scan = Appointment(title="CT scan", day=FIRST, clock=time(9, 45), minutes=75, place_id=clinic.id)
    add = partial(appointments.add, appointment=scan, rides=BOTH, place=clinic, now=family.clock.now())
    changes = family.write(add)
    visit = coming(family)[0]
    assert visit.place == clinic
    assert [trip.pick_up for trip in visit.trips] == [datetime.combine(FIRST, time(hour)) for hour in (9, 11)]
    family.apply(changes.inverse())
    assert everything(family) == before


def test_a_pick_up_after_the_visit_is_refused_and_nothing_is_kept(family: Workspace) -> None:
    before = everything(family)
    late = Ride(appointment_id=INFUSION.id, leg=Leg.THERE, pick_up=time(9, 30))
    with pytest.raises(InvalidEntry) as refusal:
        family.write(partial(appointments.add, appointment=INFUSION, rides=[late], now=family.clock.now()))
    assert refusal.value.field == "pick_up"
    assert everything(family) == before


def test_ten_thousand_visits_are_refused(family: Workspace) -> None:
    daily = Repeat(every=Every.DAYS, until=date(2054, 4, 18))
    with pytest.raises(InvalidEntry) as refusal:
        family.write(partial(appointments.add, appointment=INFUSION, repeat=daily, now=family.clock.now()))
    assert refusal.value.field == "repeat"
    assert coming(family) == []


def test_without_a_travel_time_the_ride_is_kept_and_the_visit_says_what_is_missing(family: Workspace) -> None:
    family.write(partial(care_places.save_place, place=replace(CENTER, travel_minutes=None)))
    visit = again(family, plan(family, None)[0])
    there = visit.trip(Leg.THERE)
    assert there is not None
    assert there.pick_up is None
    assert "Lakeside Center" in sentences(visit)
    family.write(partial(care_places.save_place, place=CENTER))
    there = again(family, visit).trip(Leg.THERE)
    assert there is not None
    assert there.item.task.when.clock == time(8, 35)


# Drivers


def test_a_driver_who_cancels_is_not_asked_again_and_the_leg_is_open(family: Workspace) -> None:
    visit = plan(family, None)[0]
    drive(family, visit, Leg.THERE, BEN)
    trip = again(family, visit).trip(Leg.THERE)
    assert trip is not None
    assert trip.drivers == (BEN.id,)
    family.write(partial(rides.cant_come, trip=trip, person_id=BEN.id, now=family.clock.now()))
    trip = again(family, visit).trip(Leg.THERE)
    assert trip is not None
    assert trip.is_open
    assert trip.item.declined == (BEN.id,)
    ranked = family.read(partial(rides.choices, trip=trip, today=TODAY))
    assert ranked[0].person == ANA
    assert not next(choice for choice in ranked if choice.person == BEN).fits


def test_who_drives_elsewhere_then_does_not_fit_and_the_way_between_counts(family: Workspace) -> None:
    first = plan(family, None)[0]
    drive(family, first, Leg.THERE, BEN)  # at Lakeside Center at 9:00, 25 minutes from home
    other = Appointment(title="Blood draw", day=FIRST, clock=time(9, 50), minutes=20, place_id=LAB.id, person_id=SAM.id)
    visit = next(each for each in plan(family, None, other) if each.id == other.id)
    there = visit.trip(Leg.THERE)
    assert there is not None
    assert there.pick_up == datetime.combine(FIRST, time(9, 25))  # the minute that Ben could be back
    assert _fits(family, visit, BEN)
    family.write(partial(care_places.save_place, place=replace(CENTER, travel_minutes=26)))
    assert not _fits(family, again(family, visit), BEN)


def _fits(family: Workspace, visit: Visit, person: Person) -> bool:
    trip = visit.trip(Leg.THERE)
    assert trip is not None
    ranked = family.read(partial(rides.choices, trip=trip, today=TODAY))
    return next(choice.fits for choice in ranked if choice.person.id == person.id)


def test_a_van_can_drive_two_at_once(family: Workspace) -> None:
    for visit in plan(family, None), plan(family, None, replace(INFUSION, id=LAB.id, title="Scan", person_id=SAM.id)):
        drive(family, visit[-1], Leg.THERE, VAN)
    assert all("van" not in sentences(again(family, visit)) for visit in coming(family))


def test_who_drives_how_much_counts_legs_and_miles(family: Workspace) -> None:
    visit = plan(family, None)[0]
    drive(family, visit, Leg.THERE, BEN)
    drive(family, visit, Leg.HOME, BEN)
    span = family.read(partial(agenda.coming, today=TODAY)).span
    found = family.read(partial(rides.drives, span=span))
    assert [(each.person, each.rides, each.miles) for each in found] == [(BEN, 2, Decimal(25))]


# Changes


def test_slide_by_seven_days_keeps_two_drivers_who_are_then_told(family: Workspace) -> None:
    visits = plan(family)
    drive(family, visits[1], Leg.THERE, BEN)
    drive(family, visits[2], Leg.HOME, ANA)
    second = again(family, visits[1])
    preview = family.read(partial(going_on.slide_preview, appointment=second.appointment, days=7))
    assert [move.day for move in preview.moves] == [FIRST + timedelta(21 * n + 7) for n in range(1, 6)]
    assert [person for _, person in preview.said_yes] == [BEN, ANA]
    family.write(partial(going_on.slide, appointment=second.appointment, days=7, now=family.clock.now()))
    after = coming(family)
    assert days(after) == [FIRST, *(FIRST + timedelta(21 * n + 7) for n in range(1, 6))]
    told = again(family, after[1])
    there = told.trip(Leg.THERE)
    assert there is not None
    assert there.drivers == (BEN.id,)
    assert "Ben said yes for Dec 22" in sentences(told)
    assert "said yes" not in sentences(again(family, after[0]))
    family.write(partial(rides.told, trip=there))
    assert "Ben said yes" not in sentences(again(family, after[1]))


def test_one_undo_takes_a_slide_back(family: Workspace) -> None:
    visits = plan(family)
    drive(family, visits[1], Leg.THERE, BEN)
    before = everything(family)
    change = family.write(
        partial(going_on.slide, appointment=visits[0].appointment, days=-3, now=family.clock.now())
    )
    assert days(coming(family))[0] == FIRST - timedelta(3)
    family.apply(change.inverse())
    assert everything(family) == before


def test_a_slide_says_which_visit_or_holiday_it_lands_on(family: Workspace) -> None:
    visits = plan(family)
    dentist = Appointment(title="Dentist", day=date(2026, 12, 25), clock=time(8))
    family.write(partial(appointments.add, appointment=dentist, now=family.clock.now()))
    moves = family.read(partial(going_on.slide_preview, appointment=visits[1].appointment, days=3)).moves
    assert moves[0].day == date(2026, 12, 25)
    assert moves[0].holiday == "Christmas Day"
    assert moves[0].lands_on == "Dentist"


def test_after_a_slide_the_series_goes_on_from_there(family: Workspace) -> None:
    visits = plan(family, Repeat(every=Every.DAYS, n=21, count=3))
    family.write(partial(going_on.slide, appointment=visits[1].appointment, days=7, now=family.clock.now()))
    series_id = visits[0].appointment.series_id
    assert series_id is not None
    family.write(partial(going_on.add_more, series_id=series_id, count=2, now=family.clock.now()))
    found = coming(family)
    assert days(found) == [FIRST + timedelta(n) for n in (0, 28, 49, 70, 91)]
    assert all(trip.is_open for visit in found for trip in visit.trips)
    assert found[-1].count == 5


def test_a_moved_visit_takes_its_rides_and_its_other_children_along(family: Workspace) -> None:
    visit = plan(family, None)[0]
    drive(family, visit, Leg.THERE, BEN)
    stay = Task(title="Stay with the kids", day=FIRST, kind=TaskKind.CHILDCARE)
    call = Task(title="Call the pharmacy", day=FIRST, kind=TaskKind.CALLS)
    for task in (stay, call):
        family.write(partial(appointments.add_child, appointment=visit.appointment, task=task))
    before = everything(family)
    change = family.write(
        partial(
            appointments.move,
            appointment=visit.appointment,
            day=FIRST + timedelta(2),
            clock=time(10),
            children={call.id: Child.STAY},
            now=family.clock.now(),
        )
    )
    after = again(family, visit)
    assert {item.task.title: item.day for item in after.tasks} == {
        "Stay with the kids": FIRST + timedelta(2),
        "Call the pharmacy": FIRST,
    }
    there = after.trip(Leg.THERE)
    assert there is not None
    assert (there.item.day, there.item.task.when.clock, there.drivers) == (FIRST + timedelta(2), time(9, 20), (BEN.id,))
    assert "Ben said yes for Dec 1" in sentences(after)
    family.apply(change.inverse())
    assert everything(family) == before


def test_moved_back_in_time_nobody_needs_to_be_told(family: Workspace) -> None:
    visit = plan(family, None)[0]
    drive(family, visit, Leg.THERE, BEN)
    for day in (FIRST + timedelta(2), FIRST):
        now_is = again(family, visit).appointment
        family.write(
            partial(appointments.move, appointment=now_is, day=day, clock=now_is.clock, now=family.clock.now())
        )
    assert "Ben said yes" not in sentences(again(family, visit))


def test_a_driver_can_be_freed_by_the_move(family: Workspace) -> None:
    visit = plan(family, None)[0]
    drive(family, visit, Leg.THERE, BEN)
    trip = visit.trip(Leg.THERE)
    assert trip is not None
    free = {trip.item.task.id: Child.DROP}
    move = partial(appointments.move, appointment=visit.appointment, day=FIRST + timedelta(1), clock=time(9, 15))
    family.write(partial(move, children=free, now=family.clock.now()))
    after = again(family, visit)
    assert after.needs_driver
    assert "Ben said yes" not in sentences(after)


def test_cancel_once_and_every_child_is_called_off_and_comes_back(family: Workspace) -> None:
    visit = plan(family, None)[0]
    drive(family, visit, Leg.HOME, ANA)
    task = Task(title="Stay with the kids", day=FIRST, kind=TaskKind.CHILDCARE)
    family.write(partial(appointments.add_child, appointment=visit.appointment, task=task))
    before = everything(family)
    change = family.write(partial(appointments.cancel, appointment=visit.appointment, now=family.clock.now()))
    off = again(family, visit)
    assert off.appointment.status is AppointmentStatus.CANCELLED
    assert not off.needs_driver
    assert "Tell Ana the visit is cancelled" in sentences(off)
    assert {item.state for item in off.tasks} | {trip.item.state for trip in off.trips} == {State.NOT_NEEDED}
    family.write(partial(appointments.restore, appointment=off.appointment, now=family.clock.now()))
    on = again(family, visit)
    assert on.trip(Leg.HOME).item.waiting == (ANA.id,)  # type: ignore[union-attr]  # she may have heard that it is off
    assert on.needs_driver
    family.write(partial(appointments.cancel, appointment=on.appointment, now=family.clock.now()))
    assert change
    assert before != everything(family)


def test_one_undo_takes_a_cancelled_rest_of_a_series_back(family: Workspace) -> None:
    visits = plan(family)
    before = everything(family)
    later = partial(appointments.cancel, appointment=visits[3].appointment, scope=Scope.LATER)
    change = family.write(partial(later, now=family.clock.now()))
    planned = [visit.appointment.is_planned for visit in coming(family)]
    assert planned == [True] * 3 + [False] * 3
    family.apply(change.inverse())
    assert everything(family) == before


def test_a_change_for_later_visits_leaves_their_days_and_drivers(family: Workspace) -> None:
    visits = plan(family)
    drive(family, visits[4], Leg.THERE, BEN)
    third = again(family, visits[2])
    later = replace(third.appointment, clock=time(10, 15), minutes=120, day=third.appointment.day + timedelta(1))
    legs = [replace(trip.ride, seats=2) for trip in third.trips if trip.ride.leg is Leg.THERE]
    save = partial(appointments.save, before=third.appointment, after=later, scope=Scope.LATER, rides=legs)
    family.write(partial(save, now=family.clock.now()))
    after = coming(family)
    assert [visit.appointment.clock for visit in after] == [time(9, 15)] * 2 + [time(10, 15)] * 4
    assert days(after) == [FIRST + timedelta(21 * n + (1 if n == 2 else 0)) for n in range(6)]
    assert [len(visit.trips) for visit in after] == [2, 2, 1, 1, 1, 1]
    assert {trip.ride.seats for visit in after[2:] for trip in visit.trips} == {2}
    fifth = again(family, after[4]).trip(Leg.THERE)
    assert fifth is not None
    assert fifth.drivers == (BEN.id,)
    assert fifth.item.task.when.clock == time(9, 35)


def test_an_older_look_at_a_visit_is_refused(family: Workspace) -> None:
    visit = plan(family, None)[0]
    now = family.clock.now()
    family.write(
        partial(appointments.move, appointment=visit.appointment, day=FIRST + timedelta(1), clock=time(9, 15), now=now)
    )
    with pytest.raises(StaleEdit):
        family.write(partial(appointments.cancel, appointment=visit.appointment, now=now))


def test_a_removed_visit_takes_its_rides_with_it_and_leaves_other_tasks(family: Workspace) -> None:
    visit = plan(family, None)[0]
    task = Task(title="Stay with the kids", day=FIRST, kind=TaskKind.CHILDCARE)
    family.write(partial(appointments.add_child, appointment=visit.appointment, task=task))
    before = everything(family)
    appointment = visit.appointment
    change = family.write(partial(appointments.remove, appointment=appointment, scope=Scope.ONE))
    assert coming(family) == []
    left = family.read(lambda work: work.all(Task))
    assert [(each.title, each.appointment_id) for each in left] == [("Stay with the kids", None)]
    family.apply(change.inverse())
    assert everything(family) == before


def test_a_place_in_use_stays_with_its_visits_and_is_offered_no_more(family: Workspace) -> None:
    visit = plan(family, None)[0]
    kept: list[int] = []
    family.write(lambda work: kept.append(care_places.remove_place(work, place=CENTER)))
    assert kept == [1]
    assert [place.name for place in family.read(care_places.places)] == ["Elm Street Lab"]
    assert again(family, visit).place == replace(CENTER, former=True)


def test_a_driver_who_leaves_the_circle_leaves_the_ride_open(family: Workspace) -> None:
    visit = plan(family, None)[0]
    drive(family, visit, Leg.THERE, BEN)
    change = family.write(partial(people.remove, person=BEN))
    assert again(family, visit).trip(Leg.THERE).is_open  # type: ignore[union-attr]
    family.apply(change.inverse())
    assert again(family, visit).trip(Leg.THERE).drivers == (BEN.id,)  # type: ignore[union-attr]


# How did it go?


def test_one_telling_is_one_step_and_one_undo(family: Workspace) -> None:
    visit = plan(family, None, replace(INFUSION, day=date(2026, 11, 20)))
    assert visit == []
    over = family.read(partial(agenda.to_tell, now=EVENING))[0]
    drive(family, over, Leg.THERE, BEN)
    over = family.read(partial(agenda.to_tell, now=EVENING))[0]
    before = everything(family)
    now = family.clock.now()
    first = outcomes.prefilled(over, now=now)
    assert (first.home_at, first.miles) == (time(12, 40), Decimal("12.5"))  # Ben drove there
    told = replace(first, parking=Decimal("8.50"), notes="Went well.")
    change = family.write(
        partial(outcomes.save, visit=over, outcome=told, next_step="Call the pharmacy", next_day=TODAY, now=now)
    )
    after = again(family, over)
    assert after.appointment.status is AppointmentStatus.DONE
    assert [trip.item.state for trip in after.trips] == [State.DONE, State.NOT_NEEDED]
    assert after.outcome is not None
    assert after.outcome.parking == Decimal("8.50")
    steps = [task for task in family.read(lambda work: work.all(Task)) if task.id == after.outcome.next_task_id]
    assert [(task.title, task.day, task.kind) for task in steps] == [("Call the pharmacy", TODAY, TaskKind.CALLS)]
    assert family.read(partial(agenda.to_tell, now=EVENING)) == []
    family.apply(change.inverse())
    assert everything(family) == before


def test_how_it_went_is_asked_only_once_the_time_has_passed(family: Workspace) -> None:
    plan(family, None, replace(INFUSION, day=TODAY))
    assert family.read(partial(agenda.to_tell, now=datetime.combine(TODAY, time(12, 14)))) == []
    assert len(family.read(partial(agenda.to_tell, now=datetime.combine(TODAY, time(12, 15))))) == 1


# Finding


def test_search_finds_by_title_place_and_kind_newest_first(family: Workspace) -> None:
    plan(family)
    found = family.read(partial(agenda.search, text="infu lakeside", today=TODAY))
    assert days(found) == sorted(days(found), reverse=True)
    assert len(found) == 6
    assert family.read(partial(agenda.search, text="100%", today=TODAY)) == []
    assert family.read(partial(agenda.search, text="  ", today=TODAY)) == []


def test_an_open_visit_that_is_near_stands_out(family: Workspace) -> None:
    near = plan(family, None, replace(INFUSION, day=date(2026, 11, 24)))[0]
    assert {caution.strength for caution in again(family, near).cautions} == {Strength.BOLD}


def test_asked_and_answered_like_a_task(family: Workspace) -> None:
    visit = plan(family, None)[0]
    trip = visit.trip(Leg.THERE)
    assert trip is not None
    now = family.clock.now()
    family.write(partial(rides.ask, trip=trip, person_id=ANA.id, now=now))
    trip = again(family, visit).trip(Leg.THERE)
    assert trip is not None
    assert trip.item.state is State.ASKED
    family.write(partial(rides.answer, trip=trip, person_id=ANA.id, answer=Answer.YES, now=now))
    assert again(family, visit).trip(Leg.THERE).drivers == (ANA.id,)  # type: ignore[union-attr]
