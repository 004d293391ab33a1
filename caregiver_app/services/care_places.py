"""Places, the care team and ride services: remembered once, offered wherever a visit is planned."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
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


