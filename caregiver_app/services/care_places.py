"""Places, the care team and ride services: remembered once, offered wherever a visit is planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from caregiver_app.domain.appointments import Appointment, AppointmentStatus
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Trip
from caregiver_app.domain.visits import Visit
from caregiver_app.services import legs
from caregiver_app.services.agenda import assemble
from caregiver_app.storage import visits as rows
from caregiver_app.storage.unit_of_work import UnitOfWork


def places(work: UnitOfWork) -> list[Place]:
    """The places of today, by name."""
    return sorted(work.where(Place, former=False), key=_by_name)


def clinicians(work: UnitOfWork) -> list[Clinician]:
    """The care team of today, by name."""
    return sorted(work.where(Clinician, former=False), key=_by_name)


def ride_services(work: UnitOfWork) -> list[Person]:
    """Taxis, vans and volunteer programs that can be called, by name."""
    return sorted(work.where(Person, role=Role.SERVICE, former=False), key=_by_name)


def _by_name(record: Place | Clinician | Person) -> tuple[str, str]:
    return (record.name.casefold(), str(record.id))


def save_place(work: UnitOfWork, *, place: Place) -> None:
    """Keep a place, new or changed; the rides of coming visits there take its times and words."""
    work.put(place)
    for visit in assemble(work, rows.coming_at(work, place)):
        for trip in visit.trips:
            legs.put(work, ride=trip.ride, appointment=visit.appointment, before=trip)


def moved_by(work: UnitOfWork, *, place: Place, today: date) -> list[Visit]:
    """The visits from today on as they are, whose rides would have other times once `place` is kept, in order."""
    known = work.get(Place, place.id)
    if known is None or known.travel_minutes == place.travel_minutes:
        return []
    there = work.where(Appointment, place_id=place.id, status=AppointmentStatus.PLANNED)
    coming = assemble(work, [each for each in there if each.day >= today])
    found = [visit for visit in coming if any(_is_moved(trip, place) for trip in visit.trips)]
    return sorted(found, key=lambda visit: visit.appointment.sort_key)


def _is_moved(trip: Trip, place: Place) -> bool:
    after = replace(trip, place=place)
    return trip.appointment.is_planned and (trip.pick_up, trip.drop_off) != (after.pick_up, after.drop_off)


def save_clinician(work: UnitOfWork, *, clinician: Clinician) -> None:
    """Keep somebody on the care team, new or changed."""
    work.put(clinician)


def remove_place(work: UnitOfWork, *, place: Place) -> int:
    """Offer a place no more. It stays with the visits there; how many of them are still to come is returned."""
    if rows.is_used(work, place=place):
        work.put(replace(place, former=True))
    else:
        work.remove(place)
    return rows.count_using(work, place=place)


def remove_clinician(work: UnitOfWork, *, clinician: Clinician) -> int:
    """Offer somebody no more; they stay with their visits, whose planned ones are counted."""
    if rows.is_used(work, clinician=clinician):
        work.put(replace(clinician, former=True))
    else:
        work.remove(clinician)
    return rows.count_using(work, clinician=clinician)


def uses(work: UnitOfWork, *, place: Place | None = None, clinician: Clinician | None = None) -> int:
    """How many planned visits are at a place, or with somebody."""
    return rows.count_using(work, place=place, clinician=clinician)


