"""What drivers are asked and told, and what these words never give away."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.appointments import Appointment, AppointmentKind
from caregiver_app.domain.people import Person
from caregiver_app.domain.ride_words import (
    Why,
    all_moved_words,
    all_off_words,
    kind_words,
    leg_words,
    moved_words,
    need_words,
    pick_up_words,
    ride_question,
    way_words,
)
from caregiver_app.domain.rides import Leg, Need, Trip
from caregiver_app.domain.tasks import Answer
from tests.domain.cases import Case, cases
from tests.domain.made_up_visits import ANA, BEN, CLINIC, DENTIST, MARIA, SAM, TAXI, TUESDAY, trip_of, trip_on, visit_on

CIRCLE = (SAM, MARIA, False)
WEEK = timedelta(7)
LONGEST = 300  # letters; two text messages


def visit_told(told: Case) -> Appointment:
    clock = time.fromisoformat(told["clock"]) if told.get("clock") else None
    whose = {"caregiver": SAM.id, "other": BEN.id}.get(told.get("whose", ""))
    return visit_on(clock=clock if "clock" in told else time(9), person_id=whose)


@pytest.mark.parametrize("case", cases("ride_words.json"), ids=lambda case: case["about"])
def test_what_a_driver_is_asked(case: Case) -> None:
    appointment = visit_told(case.get("visit", {}))
    place = CLINIC if case.get("place", True) else None
    trips = [trip_of(appointment, leg, place=place, **case[leg.value]) for leg in Leg if leg.value in case]
    words = ride_question(
        trips[0],
        TAXI if case.get("who") == "taxi" else ANA,
        SAM,
        MARIA,
        case.get("24", False),
        place=case.get("with the place", False),
        back=trips[1] if len(trips) > 1 else None,
    )
    assert words == case["says"]


@pytest.mark.parametrize(
    ("before", "now", "says"),
    [
        ({}, {}, "Hi Ben, the ride for M. has moved from Nov 24 to Tue Dec 1, pick up 8:20 am. "),
        ({"leg": Leg.HOME}, {}, "Hi Ben, the ride home for M. has moved from Nov 24 to Tue Dec 1, about 10:00 am. "),
        ({"pick_up": time(8)}, {}, "Hi Ben, the ride for M. has moved from Nov 24 to Tue Dec 1, pick up 8:00 am. "),
    ],
)
def test_a_driver_is_told_of_another_day(before: Case, now: Case, says: str) -> None:
    trip = trip_on(trip_of(visit_on(), **before), TUESDAY + WEEK)
    ending = "Does that still work for you? If not, no problem at all. Thank you, Sam"
    assert moved_words(trip, BEN, *CIRCLE) == says + ending


def test_a_driver_is_told_of_another_time_or_of_none_yet() -> None:
    agreed: Case = {"agreed_day": TUESDAY, "agreed_time": time(7, 50)}
    later = moved_words(trip_of(visit_on(), **agreed), BEN, *CIRCLE)
    assert "the ride for M. has moved from 7:50 am to 8:20 am on Tue Nov 24." in later
    unknown = moved_words(trip_of(visit_on(clock=None), **agreed), BEN, *CIRCLE)
    assert "has moved to Tue Nov 24, with the time still open." in unknown


@pytest.mark.parametrize(
    ("why", "says"),
    [
        (Why.CANCELLED, "the ride for M. on {when} is not needed after all, because the visit is cancelled."),
        (Why.MOVED, "the ride for M. on {when} is not needed after all, because the visit has moved."),
        (Why.TAKEN, "the ride for M. on {when} is taken care of now, so you don’t need to drive."),
        (Why.FREED, "you don’t need to drive on {when} after all."),
        (Why.REMOVED, "the ride for M. on {when} is not needed after all."),
    ],
)
def test_a_driver_is_told_why_a_ride_is_off_by_the_plan_that_the_driver_knows(why: Why, says: str) -> None:
    trip = trip_on(trip_of(visit_on(), said={BEN.id: Answer.YES}), TUESDAY + WEEK)
    assert all_off_words([trip], BEN, *CIRCLE, why=why) == (
        f"Hi Ben, {says.format(when='Tue Nov 24 at 8:20 am')} Thank you, Sam"
    )


def test_a_ride_home_without_a_time_is_off_for_its_day() -> None:
    home = trip_of(visit_on(clock=None), Leg.HOME)
    assert all_off_words([home], BEN, *CIRCLE, why=Why.TAKEN) == (
        "Hi Ben, the ride home for M. on Tue Nov 24 is taken care of now, so you don’t need to drive. Thank you, Sam"
    )


def test_who_was_asked_and_has_not_answered_is_told_so() -> None:
    asked = trip_of(visit_on(), said={BEN.id: Answer.NONE, ANA.id: Answer.YES})
    off = all_off_words([asked], BEN, *CIRCLE, why=Why.CANCELLED)
    assert "because the visit is cancelled. You don’t need to answer any more. Thank you" in off
    assert "answer" not in all_off_words([asked], ANA, *CIRCLE, why=Why.CANCELLED)
    moved = trip_on(asked, TUESDAY + WEEK)
    assert "pick up 8:20 am. Could you drive then? If not, no problem at all." in moved_words(moved, BEN, *CIRCLE)
    assert "Does that still work for you?" in moved_words(moved, ANA, *CIRCLE)


def test_a_driver_is_told_of_another_place() -> None:
    agreed: Case = {"agreed_day": TUESDAY, "agreed_time": time(8, 20), "agreed_place_id": CLINIC.id}
    there = visit_on(place_id=DENTIST.id, early=30)  # a shorter drive, so the time stays
    only_place = moved_words(trip_of(there, place=DENTIST, **agreed), BEN, *CIRCLE)
    assert "the ride for M. on Tue Nov 24 at 8:20 am has changed. It goes to Maple Dental now. Does" in only_place
    later = trip_on(trip_of(visit_on(place_id=DENTIST.id), Leg.HOME, place=DENTIST, **agreed), TUESDAY + WEEK)
    assert "about 10:00 am. It starts at Maple Dental now. Does" in moved_words(later, BEN, *CIRCLE)
    unknown = trip_of(visit_on(place_id=None), place=None, **agreed)
    assert "The place is not set yet." in moved_words(unknown, BEN, *CIRCLE)
    both = all_moved_words([later, unknown], BEN, *CIRCLE)
    assert "The visit is at Maple Dental now." in both


def test_a_service_finds_its_booking_by_the_number_and_nobody_else_reads_it() -> None:
    agreed: Case = {"agreed_day": TUESDAY, "agreed_time": time(7, 50), "booking": " TX-4471 "}
    there, home = (trip_of(visit_on(), leg, **agreed) for leg in Leg)
    assert "on Tue Nov 24. The booking number is TX-4471. Does that" in moved_words(there, TAXI, *CIRCLE)
    off = all_off_words([there, home], TAXI, *CIRCLE, why=Why.CANCELLED)
    assert "The booking number is TX-4471. Thank you" in off
    other = trip_of(visit_on(), Leg.HOME, **agreed | {"booking": "TX-4472"})
    assert "The booking numbers are TX-4471 and TX-4472." in all_moved_words([there, other], TAXI, *CIRCLE)
    assert "TX" not in moved_words(there, BEN, *CIRCLE)


def test_a_driver_of_several_rides_hears_of_all_in_one_message() -> None:
    appointment = visit_on()
    trips = [trip_on(trip_of(appointment, leg), TUESDAY + WEEK) for leg in Leg]
    assert all_moved_words(trips, BEN, *CIRCLE) == (
        "Hi Ben, 2 rides have moved: the ride for M. from Nov 24 to Tue Dec 1, pick up 8:20 am; the ride home for M. "
        "from Nov 24 to Tue Dec 1, about 10:00 am. Does that still work for you? If not, no problem at all. "
        "Thank you, Sam"
    )
    assert all_off_words(trips, BEN, *CIRCLE, why=Why.CANCELLED) == (
        "Hi Ben, 2 rides are not needed after all: the ride for M. on Tue Nov 24 at 8:20 am; the ride home for M. "
        "on Tue Nov 24 at 10:00 am. Thank you, Sam"
    )
    assert all_moved_words(trips[:1], BEN, *CIRCLE) == moved_words(trips[0], BEN, *CIRCLE)
    taken = all_off_words(trips, BEN, *CIRCLE, why=Why.TAKEN)
    assert taken.startswith("Hi Ben, 2 rides are taken care of now, so you don’t need to drive: the ride for M. on")
    freed = all_off_words(trips, BEN, *CIRCLE, why=Why.FREED)
    assert freed.startswith("Hi Ben, you don’t need to drive after all: the ride for M. on Tue Nov 24 at 8:20 am; ")


PRIVATE = visit_on(title="Chemo round two", notes="very tired", prepare="fasting", bring="pills", companion_id=BEN.id)
WAYS_TO_TELL: dict[str, Trip] = {
    leg.value: trip_on(trip_of(PRIVATE, leg, notes="needs oxygen", needs=frozenset(Need)), TUESDAY + WEEK)
    for leg in Leg
}


@pytest.mark.parametrize("way", WAYS_TO_TELL)
def test_no_message_gives_away_what_the_visit_is_for_or_where(way: str) -> None:
    trip = WAYS_TO_TELL[way]
    messages = [moved_words(trip, ANA, *CIRCLE)]
    messages += [all_off_words([trip], ANA, *CIRCLE, why=why) for why in Why]
    messages += [ride_question(trip, ANA, *CIRCLE), ride_question(trip, ANA, *CIRCLE, back=WAYS_TO_TELL["home"])]
    for message in messages:
        for secret in (
            "Chemo",
            "tired",
            "fasting",
            "pills",
            "oxygen",
            "Maria",
            "Rivers",
            "Lakeside",
            "Oncology",
            "Shore",
        ):
            assert secret not in message


def test_department_and_address_are_named_only_where_they_are_ticked() -> None:
    plain = ride_question(trip_of(visit_on()), ANA, *CIRCLE, place=True)
    assert "Lakeside Clinic, Building C." in plain
    assert "Oncology" not in plain and "Shore Road" not in plain
    ticked = ride_question(trip_of(visit_on(), show_department=True, show_address=True), ANA, *CIRCLE, place=True)
    assert "Oncology, 1200 Shore Road." in ticked


names = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=24)


@given(names, names, names, st.sampled_from(Leg), st.booleans(), st.booleans(), st.integers(1, 8))
def test_a_question_fits_in_two_text_messages(
    name: str, caregiver: str, cared_for: str, leg: Leg, both: bool, will_call: bool, seats: int
) -> None:
    appointment = visit_on()
    trip = trip_of(appointment, leg, seats=seats, will_call=will_call)
    back = trip_of(appointment, Leg.HOME, will_call=will_call) if both and leg is Leg.THERE else None
    circle = (Person(name=caregiver), Person(name=cared_for), False)
    assert len(ride_question(trip, Person(name=name), *circle, back=back)) <= LONGEST


def test_a_pick_up_in_one_line() -> None:
    there, home = trip_of(visit_on()), trip_of(visit_on(), Leg.HOME)
    assert pick_up_words(there, False) == "Pick up 8:20 am"
    assert pick_up_words(home, True) == "Pick up 10:00"
    assert pick_up_words(trip_of(visit_on(), Leg.HOME, will_call=True), False) == "Calls when ready, about 10:00 am"


def test_a_pick_up_without_a_time_or_on_the_day_before_says_so() -> None:
    open_time = visit_on(clock=None)
    assert pick_up_words(trip_of(open_time), False) == "Pick-up time still open"
    assert pick_up_words(trip_of(open_time, Leg.HOME, will_call=True), False) == "Calls when ready"
    early = trip_of(visit_on(clock=time(0, 10)))
    assert pick_up_words(early, False) == "Pick up 11:30 pm on Mon Nov 23"


NAMES = {
    "legs": [leg_words(leg) for leg in Leg],
    "ways": [way_words(leg) for leg in Leg],
    "needs": [need_words(need) for need in Need],
    "kinds of visits": [kind_words(kind) for kind in AppointmentKind],
}


@pytest.mark.parametrize("all_of", NAMES)
def test_everything_has_a_name_of_its_own(all_of: str) -> None:
    names = NAMES[all_of]
    assert all(names) and len(set(names)) == len(names)


def test_without_a_drive_time_no_hour_at_home_is_promised() -> None:
    visit = visit_told({})
    there = trip_of(visit, Leg.THERE, place=None, pick_up=time(8))
    home = trip_of(visit, Leg.HOME, place=None)
    asked = ride_question(there, ANA, *CIRCLE, place=False, back=home)
    assert "Pick up 8:00 am. The way home is after the visit." in asked.replace("\u00a0", " ")
    assert "home about" not in asked
