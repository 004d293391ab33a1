"""What a change to a visit must not lose or get wrong: words that were given, times, bookings, who may see what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Every, Repeat, Span, When
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.rides import Leg, Ride, Trip
from caregiver_app.domain.tasks import Answer, Item, Status, Task
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda, appointments, care_places, going_on, outcomes, people, rides, tasks
from caregiver_app.services.appointments import Child
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Workspace

TODAY = date(2026, 11, 22)
FIRST = date(2026, 12, 1)
MARIA = Person(name="Maria", role=Role.CARED_FOR)
BEN = Person(name="Ben Okoro", phone="555-0117", drives=True)
ANA = Person(name="Ana Lindqvist", phone="555-0142", drives=True)
VAN = Person(name="Lakeside van", role=Role.SERVICE, phone="555-0155")
CENTER = Place(name="Lakeside Center", travel_minutes=25, miles=Decimal("12.5"))
HILL = Place(name="Hill Clinic", travel_minutes=25)
VISIT = Appointment(title="Infusion", day=FIRST, clock=time(9, 15), minutes=180, place_id=CENTER.id)
THERE = Ride(appointment_id=VISIT.id, leg=Leg.THERE)
HOME = Ride(appointment_id=VISIT.id, leg=Leg.HOME)
SIX = Repeat(every=Every.DAYS, n=21, count=6)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """Two who drive, a van, two clinics."""
    workspace.write(partial(people.add_all, people=[MARIA, BEN, ANA, VAN]))
    for place in (CENTER, HILL):
        workspace.write(partial(care_places.save_place, place=place))
    return workspace


def do(family: Workspace, action: Callable[..., object], **told: object) -> None:
    """One action at this moment."""
    family.write(partial(action, **told, now=family.clock.now()))


def add(family: Workspace, *legs: Ride, repeat: Repeat | None = None, visit: Appointment = VISIT) -> list[Visit]:
    """A new visit or series with these rides."""
    do(family, appointments.add, appointment=visit, repeat=repeat, rides=legs)
    return coming(family)


def coming(family: Workspace) -> list[Visit]:
    """The next visits."""
    return list(family.read(partial(agenda.coming, today=TODAY)).visits)


def now_is(family: Workspace, visit: Visit) -> Visit:
    """A visit as it stands, with what to look at."""
    return family.read(partial(agenda.visit, id=visit.id, today=TODAY))


def leg_of(family: Workspace, visit: Visit, leg: Leg = Leg.THERE) -> Trip:
    """One leg as it stands."""
    trip = now_is(family, visit).trip(leg)
    assert trip is not None
    return trip


def drive(family: Workspace, visit: Visit, person: Person, leg: Leg = Leg.THERE, booking: str = "") -> None:
    """Somebody says yes."""
    do(family, rides.promise, trip=leg_of(family, visit, leg), person_id=person.id, booking=booking)


def save(family: Workspace, visit: Visit, scope: Scope = Scope.ONE, **told: object) -> None:
    """The visit takes these changes."""
    before = now_is(family, visit).appointment
    legs = told.pop("rides", None)
    after = replace(before, **told)  # type: ignore[arg-type]
    do(family, appointments.save, before=before, after=after, scope=scope, rides=legs)


def sentences(family: Workspace, visit: Visit) -> str:
    """All cautions of a visit."""
    return " ".join(caution.sentence for caution in now_is(family, visit).cautions)


# The rest of a series


def test_a_note_on_one_leg_for_all_leaves_the_other_legs_of_the_rest_and_their_drivers(family: Workspace) -> None:
    visits = add(family, THERE, HOME, repeat=SIX)
    drive(family, visits[2], ANA, Leg.HOME)
    save(family, visits[0], rides=[leg_of(family, visits[0]).ride])  # this one has no way home
    save(family, visits[0], Scope.ALL, rides=[replace(leg_of(family, visits[0]).ride, notes="Ring twice")])
    assert [len(visit.trips) for visit in coming(family)] == [1, 2, 2, 2, 2, 2]
    assert leg_of(family, visits[2], Leg.HOME).drivers == (ANA.id,)
    assert {leg_of(family, visit).ride.notes for visit in visits} == {"Ring twice"}


def test_a_leg_taken_off_for_all_goes_everywhere_and_one_taken_off_alone_stays_off(family: Workspace) -> None:
    visits = add(family, THERE, HOME, repeat=SIX)
    save(family, visits[2], rides=[leg_of(family, visits[2]).ride])
    first = now_is(family, visits[0])
    save(family, visits[0], Scope.ALL, minutes=200, rides=[trip.ride for trip in first.trips])
    assert [len(visit.trips) for visit in coming(family)] == [2, 2, 1, 2, 2, 2]
    save(family, visits[0], Scope.ALL, rides=[leg_of(family, visits[0]).ride])
    assert [len(visit.trips) for visit in coming(family)] == [1] * 6


def test_a_driver_freed_with_a_new_time_for_all_is_freed_for_all(family: Workspace) -> None:
    visits = add(family, THERE, repeat=SIX)
    for visit in visits:
        drive(family, visit, BEN)
    before = now_is(family, visits[0])
    free = {before.trips[0].item.task.id: Child.DROP}
    after = replace(before.appointment, clock=time(14))
    do(family, appointments.save, before=before.appointment, after=after, scope=Scope.ALL, children=free)
    assert all(leg_of(family, visit).is_open for visit in visits)


def test_one_moved_alone_and_then_all_slid_goes_on_in_the_old_rhythm(family: Workspace) -> None:
    visits = add(family, THERE, repeat=SIX)
    last = visits[-1]
    do(
        family,
        appointments.move,
        appointment=last.appointment,
        day=last.appointment.day - timedelta(3),
        clock=time(9, 15),
    )
    do(family, going_on.slide, appointment=visits[0].appointment, days=7)
    series_id = visits[0].appointment.series_id
    do(family, going_on.add_more, series_id=series_id, count=2)
    found = [(visit.appointment.day - FIRST).days for visit in coming(family)]
    assert found == [7, 28, 49, 70, 91, 109, 133, 154]


def test_after_a_slid_last_visit_was_removed_the_series_goes_on_as_planned(family: Workspace) -> None:
    visits = add(family, THERE, repeat=replace(SIX, count=4))
    do(family, going_on.slide, appointment=visits[3].appointment, days=7)
    slid = now_is(family, visits[3]).appointment
    family.write(partial(appointments.remove, appointment=slid, scope=Scope.ONE))
    do(family, going_on.add_more, series_id=visits[0].appointment.series_id, count=1)
    assert [(visit.appointment.day - FIRST).days for visit in coming(family)] == [0, 21, 42, 63]


def test_nothing_left_to_slide_is_said(family: Workspace) -> None:
    visits = add(family, THERE, repeat=SIX)
    do(family, appointments.cancel, appointment=visits[-1].appointment)
    with pytest.raises(InvalidEntry) as refusal:
        do(family, going_on.slide, appointment=now_is(family, visits[-1]).appointment, days=7)
    assert refusal.value.field == "days"


def test_a_slide_onto_a_weekend_is_pointed_out(family: Workspace) -> None:
    visits = add(family, THERE, repeat=Repeat(every=Every.WEEKS, on=(0, 1, 2, 3, 4), count=5))
    friday = next(visit for visit in visits if visit.appointment.day.weekday() == 4)
    preview = family.read(partial(going_on.slide_preview, appointment=friday.appointment, days=1))
    assert preview.moves[0].holiday == "Saturday"


# Drivers and what they know


def test_another_place_with_the_same_way_is_a_new_plan_for_the_driver(family: Workspace) -> None:
    visit = add(family, THERE)[0]
    drive(family, visit, BEN)
    save(family, visit, place_id=HILL.id)
    assert "the place is another one now" in sentences(family, visit)
    family.write(partial(rides.told, trip=leg_of(family, visit)))
    assert "Ben" not in sentences(family, visit)


def test_a_yes_to_the_plan_of_last_week_is_not_a_yes_to_this_one(family: Workspace) -> None:
    visit = add(family, THERE)[0]
    do(family, rides.ask, trip=leg_of(family, visit), person_id=BEN.id)
    save(family, visit, day=FIRST + timedelta(1), clock=time(10))
    assert "Ben was asked for Dec 1" in sentences(family, visit)
    do(family, rides.answer, trip=leg_of(family, visit), person_id=BEN.id, answer=Answer.YES)
    assert "Ben said yes for Dec 1" in sentences(family, visit)


def test_who_is_asked_anew_after_a_move_says_yes_to_the_new_plan(family: Workspace) -> None:
    visit = add(family, THERE)[0]
    do(family, rides.ask, trip=leg_of(family, visit), person_id=BEN.id)
    save(family, visit, day=FIRST + timedelta(1))
    do(family, rides.ask, trip=leg_of(family, visit), person_id=BEN.id)
    assert "Ben was asked for" not in sentences(family, visit)


def test_only_what_a_cancel_called_off_comes_back(family: Workspace) -> None:
    visit = add(family, THERE, HOME)[0]
    home = leg_of(family, visit, Leg.HOME)
    do(family, tasks.set_status, item=home.item, status=Status.NOT_NEEDED)
    drive(family, visit, BEN)
    do(family, appointments.cancel, appointment=now_is(family, visit).appointment)
    assert "Tell Ben the visit is cancelled" in sentences(family, visit)
    do(family, appointments.restore, appointment=now_is(family, visit).appointment)
    assert leg_of(family, visit).item.waiting == (BEN.id,)
    assert leg_of(family, visit, Leg.HOME).item.occurrence.status is Status.NOT_NEEDED


def test_words_on_an_old_screen_do_not_clear_what_is_still_to_tell(family: Workspace) -> None:
    visit = add(family, THERE)[0]
    drive(family, visit, BEN)
    save(family, visit, day=FIRST + timedelta(7))
    shown = leg_of(family, visit)
    save(family, visit, day=FIRST + timedelta(14))
    with pytest.raises(StaleEdit):
        family.write(partial(rides.told, trip=shown))
    assert "Ben said yes for Dec 1" in sentences(family, visit)


def test_an_old_look_at_a_ride_changes_nothing(family: Workspace) -> None:
    visit = add(family, THERE)[0]
    drive(family, visit, BEN)
    shown = leg_of(family, visit)
    save(family, visit, day=FIRST + timedelta(7))
    for action in (rides.free, rides.cant_come, rides.ask):
        with pytest.raises(StaleEdit):
            do(family, action, trip=shown, person_id=BEN.id)
    assert leg_of(family, visit).item.day == FIRST + timedelta(7)


def test_what_a_driver_had_agreed_to_leaves_the_circle_with_them(family: Workspace) -> None:
    visit = add(family, THERE)[0]
    drive(family, visit, BEN)
    save(family, visit, day=FIRST + timedelta(7))
    family.write(partial(people.remove, person=BEN))
    assert not leg_of(family, visit).ride.was_agreed
    drive(family, visit, ANA)
    assert "Ana said yes for" not in sentences(family, visit)


# Times


def test_typed_pick_ups_and_other_help_go_along_with_the_time(family: Workspace) -> None:
    visit = add(family, replace(THERE, pick_up=time(8)), replace(HOME, pick_up=time(13, 30)))[0]
    stay = Task(title="Stay with Theo", day=FIRST, when=When(clock=time(8, 30)), kind=TaskKind.STAY)
    family.write(partial(appointments.add_child, appointment=now_is(family, visit).appointment, task=stay))
    save(family, visit, clock=time(13, 0))
    assert [leg_of(family, visit, leg).ride.pick_up for leg in Leg] == [time(11, 45), time(17, 15)]
    assert now_is(family, visit).tasks[0].task.when.clock == time(12, 15)


def test_a_way_home_set_before_the_end_of_the_visit_is_pointed_out(family: Workspace) -> None:
    visit = add(family, replace(HOME, pick_up=time(11)))[0]
    assert "The way home is set for 11:00 am. The visit is over about 12:15 pm." in sentences(family, visit)


def test_a_way_home_after_midnight_can_be_typed(family: Workspace) -> None:
    late = replace(VISIT, clock=time(21), minutes=240)
    visit = add(family, replace(HOME, pick_up=time(1, 30)), visit=late)[0]
    assert leg_of(family, visit, Leg.HOME).pick_up == datetime.combine(FIRST + timedelta(1), time(1, 30))


def test_a_way_home_before_the_way_there_is_refused_without_a_time_too(family: Workspace) -> None:
    with pytest.raises(InvalidEntry) as refusal:
        add(family, replace(THERE, pick_up=time(8)), replace(HOME, pick_up=time(7)), visit=replace(VISIT, clock=None))
    assert refusal.value.field == "pick_up"


def test_a_place_that_is_farther_now_leaves_visits_that_are_over(family: Workspace) -> None:
    past = replace(VISIT, day=TODAY - timedelta(3))
    add(family, THERE, visit=past)
    visit = family.read(partial(agenda.agenda, span=Span(past.day, past.day), today=TODAY)).visits[0]
    drive(family, visit, BEN)
    family.write(partial(care_places.save_place, place=replace(CENTER, travel_minutes=45)))
    assert leg_of(family, visit).item.task.when.clock == time(8, 35)


# Seats, bookings, ticks


def test_who_rides_along_needs_a_seat(family: Workspace) -> None:
    family.write(partial(people.save, person=replace(BEN, seats=1)))
    visit = add(family, replace(THERE, companion=True))[0]
    ranked = family.read(partial(rides.choices, trip=leg_of(family, visit), today=TODAY))
    assert not next(choice for choice in ranked if choice.person.id == BEN.id).fits
    drive(family, visit, BEN)
    assert "This ride needs 2." in sentences(family, visit)


def test_a_booking_stays_with_its_service_alone(family: Workspace) -> None:
    visit = add(family, replace(THERE, booking="V-77", show_address=True))[0]
    assert leg_of(family, visit).ride.booking == "V-77"
    drive(family, visit, VAN)
    assert leg_of(family, visit).ride.booking == "V-77"
    do(family, rides.cant_come, trip=leg_of(family, visit), person_id=VAN.id)
    drive(family, visit, BEN)
    assert (leg_of(family, visit).ride.booking, leg_of(family, visit).ride.show_address) == ("", False)
    drive(family, visit, VAN, booking=" A 12 ")
    assert leg_of(family, visit).ride.booking == "A 12"


def test_ticks_for_one_slip_do_not_go_to_the_next_visit_by_themselves(family: Workspace) -> None:
    add(family, replace(THERE, show_address=True, show_department=True, seats=2))
    fresh = family.read(partial(appointments.defaults, place_id=CENTER.id)).rides[0]
    assert (fresh.show_address, fresh.show_department, fresh.seats) == (False, False, 2)


# Told twice


def test_a_second_window_can_not_lose_what_the_first_told(family: Workspace) -> None:
    visit = add(family, THERE)[0]
    first = outcomes.prefilled(visit, now=family.clock.now())
    do(family, outcomes.save, visit=visit, outcome=replace(first, parking=Decimal(12)), next_step="Call")
    with pytest.raises(StaleEdit):
        do(family, outcomes.save, visit=visit, outcome=replace(first, notes="late"), next_step="Call")


def test_a_next_step_told_again_keeps_who_may_see_it_and_moves_as_one(family: Workspace) -> None:
    visit = add(family, THERE)[0]
    first = outcomes.prefilled(visit, now=family.clock.now())
    do(family, outcomes.save, visit=visit, outcome=first, next_step="Ask about the port")
    told = now_is(family, visit)
    assert told.outcome is not None
    step = family.read(partial(outcomes.next_step_of, outcome=told.outcome))
    assert step is not None
    item = next(each for each in _board(family, step.day) if each.task.id == step.id)
    edited = replace(step, audience=Audience.ME)
    family.write(partial(tasks.save, item=item, edited=edited, scope=Scope.ALL))
    item = next(each for each in _board(family, step.day) if each.task.id == step.id)
    do(family, tasks.promise, item=item, person_id=BEN.id)
    later = step.day + timedelta(3)
    again = replace(told.outcome, parking=Decimal(8))
    do(family, outcomes.save, visit=told, outcome=again, next_step="Ask about the port", next_day=later)
    found = [each for day in (step.day, later) for each in _board(family, day) if each.task.id == step.id]
    assert [(each.day, each.task.audience, each.helpers) for each in found] == [(later, Audience.ME, (BEN.id,))]


def _board(family: Workspace, day: date) -> list[Item]:
    return family.read(partial(tasks.plan, span=Span(day, day))).items()


def test_miles_are_counted_for_the_ways_that_somebody_of_the_circle_drives(family: Workspace) -> None:
    now = family.clock.now()
    both = add(family, THERE, HOME)[0]
    assert outcomes.prefilled(both, now=now).miles == Decimal(25)
    drive(family, both, VAN, booking="V-1")
    assert outcomes.prefilled(now_is(family, both), now=now).miles == Decimal("12.5")


def test_whose_own_visit_it_is_stays_known_when_they_leave_the_circle(family: Workspace) -> None:
    tia = Person(name="Tia Rivers")
    family.write(partial(people.save, person=tia))
    visit = add(family, THERE, visit=replace(VISIT, person_id=tia.id))[0]
    family.write(partial(people.remove, person=tia))
    save(family, visit, minutes=90)
    assert leg_of(family, visit).item.task.title == "Drive Tia to Infusion"
