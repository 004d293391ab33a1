"""What is searched in each kind of record, for Find."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from caregiver_app.domain.appointments import Appointment
    from caregiver_app.domain.care_team import Clinician
    from caregiver_app.domain.claims import CallNote, Claim
    from caregiver_app.domain.people import Person
    from caregiver_app.domain.places import Place
    from caregiver_app.domain.selfcare import SmallThing
    from caregiver_app.domain.tasks import Task


def of_person(person: Person) -> str:
    """A person by name, numbers and notes."""
    return _joined(person.name, person.latin_name, person.phone, person.email, person.notes)


def of_task(task: Task) -> str:
    """A task by its words; the drive to a visit is found through the visit."""
    return "" if task.is_ride_leg else _joined(task.title, task.place, task.notes)


def of_appointment(visit: Appointment) -> str:
    """A visit by its words."""
    return _joined(visit.title, visit.prepare, visit.bring, visit.notes)


def of_small_thing(thing: SmallThing) -> str:
    """A small thing by its words and those of its two-minute version."""
    return _joined(thing.title, thing.tiny)


def of_place(place: Place) -> str:
    """A place by its name and address."""
    return _joined(place.name, place.address, place.building, place.department, place.phone, place.notes)


def of_clinician(clinician: Clinician) -> str:
    """One of the care team."""
    return _joined(clinician.name, clinician.role, clinician.phone_day, clinician.phone_night, clinician.notes)


def of_claim(claim: Claim) -> str:
    """A claim by company and reference."""
    return _joined(claim.company, claim.reference, claim.notes)


def of_call(call: CallNote) -> str:
    """A call by whom it was with and what came of it."""
    return _joined(call.company, call.person, call.reference, call.outcome)


def _joined(*parts: str) -> str:
    return " ".join(parts)
