"""What is pointed out before a visit: in good time, by leg, the strongest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from caregiver_app.domain.appointments import Appointment, AppointmentStatus
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.cautions import cautions_of
from caregiver_app.domain.clashes import Engagement, travel_by
from caregiver_app.domain.people import Person
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Trip
from caregiver_app.domain.tasks import Answer, Status
from caregiver_app.domain.visits import Caution, Strength, Visit
from tests.domain.cases import Case, cases
from tests.domain.made_up_visits import (
    ANA,
    BEN,
    CLINIC,
    DENTIST,
    MARIA,
    PLACES,
    SAM,
    TAXI,
    TUESDAY,
    id_of,
    trip_of,
    visit_on,
)

PEOPLE = {"Ana": ANA, "Ben": BEN, "Sam": SAM, "Maria": MARIA, "Taxi": TAXI}
CLOSED = {date(2026, 11, 26): "Thanksgiving Day"}
SPOTS = {"home": None, "clinic": CLINIC.id, "dentist": DENTIST.id}


def people_told(case: Case) -> dict[UUID, Person]:
    people = dict(PEOPLE)
    for who in [name for name in case if name[0].isupper()]:
        told = dict(case[who])
        if "away" in told:
            told["away"] = (Span(*map(date.fromisoformat, told["away"])),)
        if "cold_until" in told:
            told["cold_until"] = date.fromisoformat(told["cold_until"])
        known = people.get(who)
        people[who] = replace(known, **told) if known is not None else Person(**told)
    return {person.id: person for person in people.values()}


def appointment_told(case: Case) -> Appointment:
    told = case.get("visit", {})
    clock = told.get("clock", "09:00")
    companion, whose = PEOPLE.get(told.get("companion", "")), PEOPLE.get(told.get("whose", ""))
    return visit_on(
        date.fromisoformat(case.get("day", TUESDAY.isoformat())),
        clock=time.fromisoformat(clock) if clock else None,
        status=AppointmentStatus(told.get("status", "planned")),
        companion_id=companion.id if companion is not None else None,
        person_id=whose.id if whose is not None else None,
    )


def trip_told(told: Case, appointment: Appointment, leg: Leg, place: Place | None) -> Trip:
    said = {PEOPLE[who].id: Answer(word) for who, word in told.get("said", {}).items()}
    ride: dict[str, Any] = {name: told[name] for name in ("seats", "will_call") if name in told}
    ride |= {name: time.fromisoformat(told[name]) for name in ("pick_up", "agreed_time") if name in told}
    if "agreed_day" in told:
        ride["agreed_day"] = date.fromisoformat(told["agreed_day"])
    trip = trip_of(appointment, leg, place=place, said=said, **ride)
    occurrence = replace(trip.item.occurrence, status=Status(told.get("status", "open")))
    return replace(trip, item=replace(trip.item, occurrence=occurrence))


def busy_told(case: Case, day: date) -> dict[UUID, list[Engagement]]:
    busy: dict[UUID, list[Engagement]] = {}
    for who, start, end, at, what in case.get("busy", []):
        spots = [SPOTS[spot] for spot in at.split(" to ")]
        engagement = Engagement(
            person_id=PEOPLE[who].id,
            start=datetime.combine(day, time.fromisoformat(start)),
            end=datetime.combine(day, time.fromisoformat(end)),
            start_at=spots[0],
            end_at=spots[-1],
            about=id_of(what),
            what=what,
            drives=what == "drives",
        )
        busy.setdefault(engagement.person_id, []).append(engagement)
    return busy


def cautions_in(case: Case) -> tuple[Caution, ...]:
    appointment = appointment_told(case)
    place = replace(CLINIC, **case.get("place", {})) if case.get("place", {}) is not None else None
    trips = tuple(trip_told(case[leg.value], appointment, leg, place) for leg in Leg if leg.value in case)
    return cautions_of(
        Visit(appointment=appointment, place=place, trips=trips),
        today=date.fromisoformat(case["today"]),
        people=people_told(case),
        closed=CLOSED,
        busy=busy_told(case, appointment.day),
        travel=travel_by(PLACES),
        clock24=case.get("24", False),
    )


@pytest.mark.parametrize("case", cases("cautions.json"), ids=lambda case: case["about"])
def test_cautions_of_one_visit(case: Case) -> None:
    found = [[each.strength.value, each.leg.value if each.leg else "", each.sentence] for each in cautions_in(case)]
    assert found == case["says"]


def test_an_open_ride_gets_stronger_and_never_weaker_as_the_day_comes() -> None:
    case: Case = {"there": {}}
    strengths = []
    for before in range(30, -1, -1):
        cautions = cautions_in({**case, "today": (TUESDAY - timedelta(before)).isoformat()})
        strengths.append(list(Strength).index(cautions[0].strength) if cautions else -1)
    assert strengths == sorted(strengths)
    assert strengths[0] == -1 and strengths[-1] == list(Strength).index(Strength.BOLD)


def test_a_visit_without_people_places_or_rides_has_none() -> None:
    assert (
        cautions_of(
            Visit(appointment=visit_on(place_id=None)),
            today=TUESDAY,
            people={},
            closed={},
            busy={},
            travel=travel_by({}),
            clock24=False,
        )
        == ()
    )
