"""What a visit would meet on another day or at another time, before it is moved there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.people import Person
from caregiver_app.domain.rides import Trip, shifted_pick_up, task_of
from caregiver_app.domain.visits import Caution, Visit
from caregiver_app.services.agenda import surroundings
from caregiver_app.storage import visits as rows
from caregiver_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What there is to look at. `others` are the titles of visits of the same person that stay on that day."""

    others: tuple[str, ...] = ()
    cautions: tuple[Caution, ...] = ()


def outlook(work: UnitOfWork, *, visit: Visit, day: date, clock: time | None, today: date) -> Outlook:
    """What the visit would meet there; nothing is changed."""
    moved = moved_visit(visit, day, clock)
    people = {person.id: person for person in work.all(Person)}
    around = surroundings(work, Span(day, day), [moved], people)
    person_id = visit.appointment.person_id
    others = [
        each.title.strip()
        for each in rows.in_span(work, Span(day, day))
        if each.id != visit.id and each.is_planned and each.person_id == person_id
    ]
    return Outlook(
        others=tuple(others),
        cautions=tuple(around.cautions(moved, today)),
    )


def moved_visit(visit: Visit, day: date, clock: time | None) -> Visit:
    """The visit as it would be, with its rides and their drivers."""
    appointment = replace(visit.appointment.companion_knows, day=day, clock=clock)
    trips = tuple(_moved_trip(trip, appointment) for trip in visit.trips)
    return replace(visit, appointment=appointment, trips=trips)


def _moved_trip(trip: Trip, appointment: Appointment) -> Trip:
    """A ride as it would be; that somebody is to be told is no news before it is so."""
    ride = shifted_pick_up(trip.ride.agreed, trip.appointment, appointment)
    task = replace(task_of(ride, appointment, trip.place, "?"), title=trip.item.task.title)
    occurrence = replace(trip.item.occurrence, original=task.day, day=task.day)
    return Trip(ride, appointment, replace(trip.item, task=task, occurrence=occurrence), trip.place)
