"""Who still has to hear of a change in the rides: kept until somebody notes that this person knows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.people import Role
from caregiver_app.domain.problems import StaleEdit
from caregiver_app.domain.rides import Ride, Trip
from caregiver_app.domain.tasks import Answer, Ask, Task
from caregiver_app.services.assembling import assemble
from caregiver_app.services.household import person_in_role
from caregiver_app.storage import to_hear as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


def mark_let_go(work: UnitOfWork, *, trip: Trip, person_ids: Iterable[UUID], now: datetime) -> None:
    """These drove until now and do not any more: each is to be told, but for the one at the keyboard."""
    caregiver = person_in_role(work, Role.CAREGIVER)
    for person_id in person_ids:
        if caregiver is None or person_id != caregiver.id:
            work.put(_let_go(trip, person_id, now))


def _let_go(trip: Trip, person_id: UUID, now: datetime) -> Ask:
    return Ask(
        task_id=trip.item.task.id,
        occurrence_id=trip.item.id,
        person_id=person_id,
        asked_at=now,
        answer=Answer.LET_GO,
        answered_at=now,
    )


def not_known(work: UnitOfWork, *, person_id: UUID, today: date) -> list[Trip]:
    """All rides from today on of which a person knows an old plan only, in order."""
    visits = assemble(work, rows.spoken_with(work, person_id, today))
    return [trip for visit in visits for trip in visit.trips if is_to_hear(trip, person_id)]


def is_to_hear(trip: Trip, person_id: UUID) -> bool:
    """Whether a person has to be told of a ride: it moved, it is off, or they do not drive it any more."""
    concerned = trip.ride.was_agreed and person_id in (*trip.drivers, *trip.item.waiting)
    return concerned or person_id in trip.item.let_go


def knows(work: UnitOfWork, *, person_id: UUID, today: date) -> None:
    """A person knows all that has changed for them."""
    told(work, person_id=person_id, trips=not_known(work, person_id=person_id, today=today))
    for appointment in rows.to_come_along(work, person_id, today):
        work.put(appointment.companion_knows)


def company_told(work: UnitOfWork, *, appointment: Appointment) -> None:
    """The companion knows of a visit as it is on the screen; refused when it is not so any more."""
    stored = work.get(Appointment, appointment.id)
    if stored is None or _company(stored) != _company(appointment):
        raise StaleEdit(tr("This visit was changed in the meantime."), tr("Nothing was saved. Please look again."))
    work.put(stored.companion_knows)


def _company(appointment: Appointment) -> tuple[object, ...]:
    """Who comes along, and to what."""
    return appointment.companion_id, appointment.day, appointment.clock, appointment.status


def told(work: UnitOfWork, *, person_id: UUID, trips: Iterable[Trip]) -> None:
    """A person knows of these rides as they are on the screen; refused when one is not so any more."""
    for trip in trips:
        said = work.where(Ask, task_id=trip.item.task.id, person_id=person_id)
        gone = [ask for ask in said if ask.answer is Answer.LET_GO]
        for ask in gone:
            work.remove(ask)
        ride = work.get(Ride, trip.ride.id)
        if gone or not said or ride is None or not ride.was_agreed:  # or others on this ride were told a moment ago
            continue
        check(work, trip)
        work.put(ride.agreed)


def check(work: UnitOfWork, trip: Trip) -> None:
    """Refuse to go on from a leg that is not what is stored."""
    if work.get(Ride, trip.ride.id) != trip.ride or work.get(Task, trip.item.task.id) != trip.item.task:
        raise StaleEdit(tr("This ride was changed in the meantime."), tr("Nothing was saved. Please look again."))
