"""One made-up family with a clinic, and visits and rides there, for the rules about visits."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride, Trip, task_of
from caregiver_app.domain.tasks import Answer, Ask, Item, occurrence_of

TUESDAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 1, 8, tzinfo=UTC)


def id_of(name: str) -> UUID:
    """The same id for the same name."""
    return uuid5(UUID(int=3), name)


def person(name: str, **told: Any) -> Person:
    """Somebody by name."""
    return Person(id=id_of(name), name=name, **told)


MARIA = person("Maria Rivers", role=Role.CARED_FOR)
SAM = person("Sam Rivers", role=Role.CAREGIVER, phone="555-0100", drives=True)
ANA = person("Ana Lindqvist", phone="555-0142", drives=True)
BEN = person("Ben Okafor", phone="555-0163", drives=True)
TAXI = person("Riverside Taxi", role=Role.SERVICE, phone="555-0188", drives=True)
CLINIC = Place(
    id=id_of("clinic"),
    name="Lakeside Clinic",
    building="Building C",
    department="Oncology",
    address="1200 Shore Road",
    travel_minutes=25,
    miles=Decimal(12),
)
DENTIST = Place(id=id_of("dentist"), name="Maple Dental", travel_minutes=10)
PLACES = {place.id: place for place in (CLINIC, DENTIST)}


def visit_on(day: date = TUESDAY, **told: Any) -> Appointment:
    """A visit at nine at the clinic, unless told otherwise."""
    told = {"title": "CT scan", "clock": time(9), "place_id": CLINIC.id, "minutes": 60, **told}
    return Appointment(day=day, **told)


def trip_of(
    appointment: Appointment,
    leg: Leg = Leg.THERE,
    *,
    place: Place | None = CLINIC,
    said: dict[UUID, Answer] | None = None,
    **told: Any,
) -> Trip:
    """One leg of a visit, with what each person said who was asked; what was agreed was for the same place."""
    if "agreed_day" in told:
        told = {"agreed_place_id": appointment.place_id, **told}
    ride = Ride(appointment_id=appointment.id, leg=leg, **told)
    task = task_of(ride, appointment, place, "Maria")
    asks = [Ask(task_id=task.id, person_id=who, asked_at=NOW, answer=word) for who, word in (said or {}).items()]
    return Trip(ride, appointment, Item(task, occurrence_of(task, task.day), tuple(asks)), place)


def trip_on(trip: Trip, day: date) -> Trip:
    """The same leg when its visit moves to another day: what its driver said yes to is kept as agreed.

    It is for the words to a driver; its task still has the old day.
    """
    start = trip.pick_up
    ride = trip.ride
    if ride.agreed_day is None and ride.agreed_time is None:
        agreed_day = start.date() if start is not None else trip.appointment.day
        clock = start.time() if start is not None else None
        place_id = trip.appointment.place_id
        ride = replace(ride, agreed_day=agreed_day, agreed_time=clock, agreed_place_id=place_id)
    return replace(trip, ride=ride, appointment=replace(trip.appointment, day=day))
