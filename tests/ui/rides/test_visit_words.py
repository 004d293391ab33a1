"""What a card says about a visit, for visits of all sorts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from caregiver_app.domain.appointments import Appointment, AppointmentStatus
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.household import Household
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride, Trip, task_of
from caregiver_app.domain.tasks import Answer, Ask, Item, Status, Task, occurrence_of
from caregiver_app.domain.visits import Caution, Strength, Visit
from caregiver_app.ui.rides.view import RidesView
from caregiver_app.ui.rides.visit_words import VisitWords, day_heading, visit_words

TODAY, DAY = date(2026, 11, 22), date(2026, 11, 24)
NOW = datetime(2026, 11, 20, 17, tzinfo=UTC)
DANA = Person(name="Dana Rivers", role=Role.CAREGIVER)
BEN, BENNY = Person(name="Ben Okoro"), Person(name="Ben Achebe")
VAN = Person(name="Lakeside Van Service", role=Role.SERVICE, phone="555-0160")
PLACE = Place(name="Lakeside Imaging", building="2nd floor", travel_minutes=45)
SCAN = Appointment(title="CT scan", day=DAY, clock=time(9, 15), minutes=60, place_id=PLACE.id)


def view(*people: Person, **choices: Any) -> RidesView:
    """Who is known, on Sunday, November 22."""
    known = {person.id: person for person in (DANA, BEN, VAN, *people)}
    return RidesView(today=TODAY, people=known, household=Household(**choices))


def trip(
    appointment: Appointment, leg: Leg, driver: Person | None = None, answer: Answer = Answer.YES, **ride: Any
) -> Trip:
    """One way, with what somebody said about it."""
    one = Ride(appointment_id=appointment.id, leg=leg, **ride)
    task = task_of(one, appointment, PLACE, "Maria")
    occurrence = occurrence_of(task, task.day)
    asks = []
    if driver is not None:
        asks = [Ask(task_id=task.id, occurrence_id=occurrence.id, person_id=driver.id, asked_at=NOW, answer=answer)]
    return Trip(one, appointment, Item(task, occurrence, tuple(asks)), PLACE)


def visit(appointment: Appointment = SCAN, *trips: Trip, **rest: Any) -> Visit:
    """A visit at the place."""
    return Visit(appointment=appointment, place=PLACE, trips=trips, **rest)


def words(appointment: Appointment = SCAN, *trips: Trip, **rest: Any) -> VisitWords:
    """Its words."""
    return visit_words(visit(appointment, *trips, **rest), view())


def test_when_and_where() -> None:
    there, home = trip(SCAN, Leg.THERE, BEN), trip(SCAN, Leg.HOME, BEN)
    said = words(SCAN, there, home, clinician=Clinician(name="Dr. Osei"))
    assert said.title == "Tue, Nov 24 — CT scan"
    assert said.place == "Lakeside Imaging, 2nd floor · with Dr. Osei"
    assert said.times == "Leave home by 8:15 am. Visit 9:15 am. Home about 11:00 am."


@pytest.mark.parametrize(
    ("changes", "rides", "times"),
    [
        ({}, (), "Visit 9:15 am. Over about 10:15 am."),
        ({"clock": None}, (Leg.THERE,), "The time is not known yet."),
        ({"clock": time(0, 30)}, (Leg.THERE,), "Leave home by 11:30 pm the evening before. Visit 12:30 am."),
    ],
)
def test_times_say_what_is_known(changes: dict[str, Any], rides: tuple[Leg, ...], times: str) -> None:
    appointment = replace(SCAN, **changes)
    assert words(appointment, *(trip(appointment, leg) for leg in rides)).times.startswith(times)


def test_a_clock_of_24_hours() -> None:
    said = visit_words(visit(SCAN, trip(SCAN, Leg.THERE)), view(clock24=True))
    assert said.times.startswith("Leave home by 08:15. Visit 09:15.")


def test_will_call_when_ready() -> None:
    assert "Will call when ready, home about 11:00 am." in words(SCAN, trip(SCAN, Leg.HOME, will_call=True)).times


@pytest.mark.parametrize(
    ("ride", "said"),
    [
        ({}, "The way home starts about 10:15 am."),
        ({"will_call": True}, "Will call when ready, about 10:15 am."),
        ({"pick_up": time(11)}, "The way home is at 11:00 am."),
    ],
)
def test_without_a_drive_time_nobody_is_said_to_be_home(ride: dict[str, Any], said: str) -> None:
    home = replace(trip(SCAN, Leg.HOME, BEN, **ride), place=replace(PLACE, travel_minutes=None))
    assert words(SCAN, home).times == f"Visit 9:15 am. {said}"


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (TODAY, "Today, Nov 22 — CT scan"),
        (date(2027, 1, 12), "Tue, Jan 12, 2027 — CT scan"),
    ],
)
def test_the_day_in_the_title(day: date, title: str) -> None:
    assert words(replace(SCAN, day=day)).title == title


def test_its_place_in_a_series() -> None:
    assert words(SCAN, number=2, count=6).title == "Tue, Nov 24 — CT scan, 2 of 6"


@pytest.mark.parametrize(
    ("driver", "leg", "said"),
    [
        (BEN, Leg.THERE, "Ben drives there"),
        (BEN, Leg.HOME, "Ben drives home"),
        (DANA, Leg.HOME, "You drive home"),
        (VAN, Leg.THERE, "There: Lakeside Van Service"),
        (VAN, Leg.HOME, "Home: Lakeside Van Service"),
    ],
)
def test_who_drives(driver: Person, leg: Leg, said: str) -> None:
    assert words(SCAN, trip(SCAN, leg, driver)).legs[0].text == said


def test_two_people_of_one_name_are_told_apart() -> None:
    said = visit_words(visit(SCAN, trip(SCAN, Leg.THERE, BEN)), view(BENNY))
    assert said.legs[0].text == "Ben O. drives there"


def test_a_booked_van_with_its_number_and_a_backup() -> None:
    said = words(SCAN, trip(SCAN, Leg.THERE, VAN, booking="4821", backup_id=BEN.id))
    assert said.legs[0].note == "Booking 4821, backup Ben"


def test_a_backup_who_drives_is_named_once() -> None:
    assert words(SCAN, trip(SCAN, Leg.THERE, BEN, backup_id=BEN.id)).legs[0].note == ""


def test_a_backup_who_was_removed_is_not_named() -> None:
    said = words(SCAN, trip(SCAN, Leg.THERE, VAN, backup_id=Person(name="Gone").id))
    assert said.legs[0].note == ""


def test_a_way_nobody_drives_is_amber_with_words() -> None:
    said = words(SCAN, trip(SCAN, Leg.THERE))
    assert said.needs_driver
    assert said.legs[0].spoken == "Needs a driver, For the way there"


@pytest.mark.parametrize(
    ("told", "near"), [(Strength.AMBER, True), (Strength.BOLD, True), (None, False)], ids=["five days", "two", "months"]
)
def test_a_ride_that_is_near_stands_out_and_one_in_months_does_not(told: Strength | None, near: bool) -> None:
    cautions = (Caution("No driver yet.", told, Leg.THERE, left="4 business days are left."),) if told else ()
    said = words(SCAN, trip(SCAN, Leg.THERE), cautions=cautions)
    assert (said.needs_driver, said.is_near) == (True, near)
    assert said.legs[0].strength is (told or Strength.CALM)


def test_somebody_was_asked() -> None:
    said = words(SCAN, trip(SCAN, Leg.HOME, BEN, Answer.NONE))
    assert not said.needs_driver
    assert said.legs[0].spoken == "Waiting for Ben, asked Nov 20, For the way home"


def test_a_day_that_is_over_asks_for_nobody() -> None:
    past = replace(SCAN, day=date(2026, 11, 20))
    said = words(past, trip(past, Leg.THERE))
    assert not said.needs_driver
    assert said.legs[0].text == "No driver was noted for the way there"


def test_marks() -> None:
    assert words(replace(SCAN, person_id=DANA.id)).marks == ("Yours",)
    assert words(replace(SCAN, status=AppointmentStatus.CANCELLED)).marks == ("Cancelled",)
    assert words(replace(SCAN, status=AppointmentStatus.DONE)).marks == ("Done",)


def test_what_stands_out_comes_first_and_offers_the_ride_services() -> None:
    calm, bold = Caution("Thanksgiving is that day."), Caution("No driver yet.", Strength.BOLD, Leg.THERE)
    said = words(SCAN, trip(SCAN, Leg.THERE), cautions=(calm, bold))
    assert [line.text for line in said.lines] == ["No driver yet.", "Thanksgiving is that day."]
    assert said.offers_services
    assert not words(SCAN, trip(SCAN, Leg.THERE), cautions=(calm,)).offers_services


def test_who_comes_along_and_what_to_prepare() -> None:
    said = words(replace(SCAN, companion_id=BEN.id, prepare="Nothing to eat\nafter midnight."))
    assert [line.text for line in said.lines] == [
        "Ben comes along to listen.",
        "To prepare: Nothing to eat after midnight.",
    ]
    assert words(replace(SCAN, companion_id=DANA.id)).lines[0].text == "You come along to listen."


def test_other_help_of_that_day() -> None:
    task = Task(title="Stay with the kids", day=DAY)
    item = Item(task, occurrence_of(task, DAY))
    assert words(SCAN, tasks=(item,)).lines[0].text == "Stay with the kids: needs a helper. It is on the Tasks tab."
    off = replace(item.occurrence, status=Status.NOT_NEEDED)
    assert not words(SCAN, tasks=(Item(task, off),)).lines


def test_a_heading_names_a_holiday() -> None:
    assert day_heading(date(2026, 11, 26), TODAY, "Thanksgiving") == "Thursday, Nov 26, Thanksgiving"
    assert day_heading(TODAY, TODAY) == "Sunday, Nov 22 — Today"
