"""Visits and rides of the made-up family: two clinics, a series of infusions, a scan with two drivers, a dentist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from caregiver_app.domain.appointments import Appointment, AppointmentKind, AppointmentStatus, Series
from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.household import HOUSEHOLD_ID
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Need, Ride
from caregiver_app.domain.tasks import Answer, Ask, Occurrence, Status
from caregiver_app.services import legs
from caregiver_app.storage.unit_of_work import UnitOfWork

EVERY = 21  # days from one infusion to the next
FIRST_INFUSION, _SCAN, BLOOD_DRAW, _DENTIST = 22, 36, 32, 47  # days from the first Monday


def _id(name: str) -> UUID:
    return uuid5(HOUSEHOLD_ID, f"demo {name}")


CENTER = Place(
    id=_id("Lakeside Center"),
    name="Lakeside Center",
    address="400 Shore Road, Lakeside",
    building="North building",
    entrance="north door",
    department="Oncology, 2nd floor",
    drop_off="Circle in front of the north door, 10 minutes",
    parking="Garage B, first hour free",
    phone="555-0150",
    travel_minutes=45,
    miles=Decimal("18.5"),
)
LAB = Place(
    id=_id("Elm Street Lab"), name="Elm Street Lab", address="12 Elm Street", travel_minutes=10, miles=Decimal("3.2")
)
_DOCTOR = Clinician(
    id=_id("Dr. Osei"),
    name="Dr. Osei",
    role="oncologist",
    place_id=CENTER.id,
    phone_day="555-0151",
    phone_night="555-0152",
)
_NURSES = Clinician(
    id=_id("Infusion nurses"),
    name="Infusion nurses",
    role="questions by day",
    place_id=CENTER.id,
    phone_day="555-0153",
    phone_night="555-0152",
)
_SERVICES = (
    Person(
        id=_id("American Cancer Society rides"),
        name="American Cancer Society rides",
        role=Role.SERVICE,
        phone="1-800-227-2345",
        notes="Ask about 4 business days ahead",
    ),
    Person(
        id=_id("Lakeside hospital van"),
        name="Lakeside hospital van",
        role=Role.SERVICE,
        phone="555-0155",
        notes="Weekdays 8 to 4, book 2 days ahead",
    ),
)


def fill(work: UnitOfWork, *, monday: date, people: Mapping[str, Person], today: date) -> None:
    """Put the visits into the file of the made-up family; `monday` is the first day of its eight weeks."""
    for record in (CENTER, LAB, _DOCTOR, _NURSES, *_SERVICES):
        work.put(record)
    _infusions(work, monday + timedelta(FIRST_INFUSION), people, today)
    _scan(work, monday + timedelta(_SCAN), people)
    work.put(
        Appointment(
            id=_id("Blood draw"),
            title="Blood draw",
            day=monday + timedelta(BLOOD_DRAW),
            clock=time(8, 30),
            kind=AppointmentKind.LAB,
            minutes=30,
            place_id=LAB.id,
        )
    )
    work.put(
        Appointment(
            id=_id("Dentist"),
            title="Dentist",
            day=monday + timedelta(_DENTIST),
            clock=time(16, 0),
            kind=AppointmentKind.DENTAL,
            minutes=45,
            person_id=people["Sam"].id,
        )
    )


def _scan(work: UnitOfWork, day: date, people: Mapping[str, Person]) -> None:
    """One visit whose rides hang on the fridge in neutral words: Ben drives there, Ana home."""
    scan = Appointment(
        id=_id("CT scan"),
        title="CT scan",
        day=day,
        clock=time(9, 15),
        kind=AppointmentKind.SCAN,
        place_id=CENTER.id,
        clinician_id=_DOCTOR.id,
        prepare="Nothing to eat after midnight, water is fine.",
        bring="Insurance card\nThe list of questions",
        companion_id=people["Rosa"].id,
        audience=Audience.FRIDGE,
    )
    work.put(scan)
    there = Ride(
        appointment_id=scan.id,
        leg=Leg.THERE,
        seats=2,
        companion=True,
        needs=frozenset({Need.ARM, Need.EXTRA_TIME}),
        backup_id=people["Ana"].id,
        bring="Blanket\nWater",
    )
    home = Ride(appointment_id=scan.id, leg=Leg.HOME, will_call=True, pick_up=time(13), seats=2, companion=True)
    _promise(work, scan, there, people["Ben"])
    _promise(work, scan, home, people["Ana"])


def _infusions(work: UnitOfWork, first: date, people: Mapping[str, Person], today: date) -> None:
    """Four infusions three weeks apart: the first is over and told of, the next one still needs a driver home."""
    series = Series(
        id=_id("Infusions"), title="Infusion", first=first, repeat=Repeat(every=Every.DAYS, n=EVERY, count=4)
    )
    work.put(series)
    for n in range(4):
        day = first + timedelta(n * EVERY)
        infusion = Appointment(
            id=_id(f"Infusion {n}"),
            title="Infusion",
            day=day,
            clock=time(9, 15),
            kind=AppointmentKind.INFUSION,
            minutes=180,
            place_id=CENTER.id,
            clinician_id=_NURSES.id,
            bring="Headphones\nA snack",
            series_id=series.id,
            original=day,
        )
        work.put(infusion)
        there = Ride(appointment_id=infusion.id, leg=Leg.THERE, needs=frozenset({Need.ARM}))
        home = Ride(appointment_id=infusion.id, leg=Leg.HOME, will_call=True, needs=frozenset({Need.ARM}))
        if day < today:
            _was_driven(work, infusion, (there, home), people["Ben"])
            continue
        legs.put(work, ride=home, appointment=infusion)
        if n == 1:
            _promise(work, infusion, there, people["Ben"])
        else:
            legs.put(work, ride=there, appointment=infusion)


def _was_driven(work: UnitOfWork, visit: Appointment, rides: tuple[Ride, Ride], driver: Person) -> None:
    over = datetime.combine(visit.day, time(22), UTC)
    for ride in rides:
        occurrence = _promise(work, visit, ride, driver)
        work.put(replace(occurrence, status=Status.DONE, done_at=over))
    work.put(replace(visit, status=AppointmentStatus.DONE))
    work.put(
        Outcome(
            appointment_id=visit.id,
            home_at=time(13, 20),
            miles=Decimal(37),
            parking=Decimal("8.00"),
            notes="Went well. A long wait in the morning.",
            told_at=over,
        )
    )


def _promise(work: UnitOfWork, visit: Appointment, ride: Ride, driver: Person) -> Occurrence:
    trip = legs.put(work, ride=ride, appointment=visit)
    asked = datetime.combine(visit.day - timedelta(6), time(17), UTC)
    work.put(trip.item.occurrence)
    work.put(
        Ask(
            id=uuid5(trip.item.id, "ask"),
            task_id=trip.item.task.id,
            occurrence_id=trip.item.id,
            person_id=driver.id,
            asked_at=asked,
            answer=Answer.YES,
            answered_at=asked,
        )
    )
    return trip.item.occurrence
