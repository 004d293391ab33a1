"""Saving the visit form as one step: the visits, their rides and drivers, a new place, a new name in the team."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from caregiver_app.domain.people import Person
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda, appointments, care_places, going_on, household, people, rides
from caregiver_app.services.appointments import Child
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.rides.draft import Known, LegDraft, Meant, VisitDraft

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork


class Changes(NamedTuple):
    """What is different in a form that is saved: more than the day, the rides, and drivers of this visit."""

    details: bool
    legs: bool
    drivers: dict[Leg, UUID | None]


def changes_of(visit: Visit, meant: Meant, before: VisitDraft, after: VisitDraft) -> Changes:
    """Compare the form as it was filled in with what stands there now."""
    details = replace(meant.appointment, day=visit.appointment.day) != visit.appointment
    drivers = {
        leg: draft.driver_id
        for leg, draft in after.legs.items()
        if draft.wanted and draft.driver_id != before.legs[leg].driver_id
    }
    return Changes(details, _without_drivers(before) != _without_drivers(after), drivers)


def _without_drivers(draft: VisitDraft) -> dict[Leg, LegDraft]:
    return {leg: replace(each, driver_id=None) for leg, each in draft.legs.items() if each.wanted}


def look_up(work: UnitOfWork, today: date) -> tuple[Known, list[Person]]:
    """What the form looks names up in, and everybody."""
    known = Known(
        today=today,
        clock24=household.household(work).clock24,
        places=tuple(care_places.places(work)),
        clinicians=tuple(care_places.clinicians(work)),
    )
    return known, people.everybody(work)


def add_visit(work: UnitOfWork, *, meant: Meant, now: datetime) -> None:
    """Keep a new visit or series."""
    _keep_names(work, meant)
    appointments.add(
        work,
        appointment=meant.appointment,
        repeat=meant.repeat,
        rides=meant.rides,
        drivers=meant.drivers,
        now=now,
    )


def save_visit(
    work: UnitOfWork,
    *,
    visit: Visit,
    meant: Meant,
    scope: Scope,
    legs_changed: bool,
    drivers: Mapping[Leg, UUID | None],
    children: Mapping[UUID, Child],
    now: datetime,
) -> None:
    """Keep a changed visit; `drivers` are those of this one visit that are others than before.

    A single visit that is to repeat becomes the first of a series as it is now.
    """
    _keep_names(work, meant)
    appointments.save(
        work,
        before=visit.appointment,
        after=meant.appointment,
        scope=scope,
        rides=meant.rides if legs_changed else None,
        rides_before=[trip.ride for trip in visit.trips] if legs_changed else None,
        children=children,
        now=now,
    )
    appointment = meant.appointment
    if meant.repeat is not None:
        appointment = going_on.repeat(work, appointment=appointment, repeat=meant.repeat, now=now)[0]
    after = agenda.one_visit(work, appointment)
    for leg, driver_id in drivers.items():
        trip, known = after.trip(leg), visit.trip(leg)
        if trip is not None and driver_id is not None:
            typed = trip.ride.booking if known is None or known.ride.booking != trip.ride.booking else ""
            rides.promise(work, trip=trip, person_id=driver_id, booking=typed, now=now)
        elif trip is not None:
            for person_id in trip.drivers:
                rides.free(work, trip=trip, person_id=person_id, now=now)


def _keep_names(work: UnitOfWork, meant: Meant) -> None:
    if meant.place_to_keep is not None:
        care_places.save_place(work, place=meant.place_to_keep)
    if meant.clinician_to_keep is not None:
        care_places.save_clinician(work, clinician=meant.clinician_to_keep)
