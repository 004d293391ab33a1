"""Keeps the legs of a visit and the tasks that ask for their drivers in step with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Ride, Trip, check_times, pick_up_at, task_of
from caregiver_app.domain.tasks import Item, Occurrence, Task, occurrence_of
from caregiver_app.services import tasks, telling
from caregiver_app.services.household import person_in_role
from caregiver_app.storage import visits as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


def put(work: UnitOfWork, *, ride: Ride, appointment: Appointment, before: Trip | None = None) -> Trip:
    """Keep a leg as the visit wants it now, and its task; the trip is returned.

    Whoever had said yes to the plan `before`, or was asked for it, is to be told of the new one. Raises
    InvalidEntry("pick_up").
    """
    check_times(ride, appointment)
    place = work.get(Place, appointment.place_id) if appointment.place_id is not None else None
    if not ride.number:
        ride = replace(ride, number=rows.last_number(work) + 1)
    if before is not None and (before.drivers or before.item.waiting):
        ride = _to_tell(ride, appointment, place, before)
    work.put(ride)
    task = _put_task(work, task_of(ride, appointment, place, rider_name(work, appointment)))
    occurrence = work.get(Occurrence, occurrence_of(task, task.day).id) or occurrence_of(task, task.day)
    return Trip(ride, appointment, Item(task, occurrence, before.item.asks if before else ()), place)


def _to_tell(ride: Ride, appointment: Appointment, place: Place | None, before: Trip) -> Ride:
    """Note what the driver had agreed to, until the plan is that again."""
    said, known = before.item.task, before.ride  # the task tells the times that were said, whatever the place says now
    agreed = (said.day, said.when.clock, before.appointment.place_id)
    if known.was_agreed and known.agreed_day is not None:
        agreed = (known.agreed_day, known.agreed_time, known.agreed_place_id)
    new = pick_up_at(ride, appointment, place)
    now_day, now_time = (new.date(), new.time()) if new is not None else (appointment.day, None)
    if agreed == (now_day, now_time, appointment.place_id):
        return ride.agreed
    return replace(ride, agreed_day=agreed[0], agreed_time=agreed[1], agreed_place_id=agreed[2])


def mark_to_tell(work: UnitOfWork, *, trip: Trip) -> None:
    """Whoever said yes or was asked is to be told that the ride is off; what they know of already stays noted."""
    said = trip.item.task
    if trip.ride.was_agreed or not (trip.drivers or trip.item.waiting):
        return
    place_id = trip.appointment.place_id
    work.put(
        replace(trip.ride, agreed_day=said.day, agreed_time=said.when.clock, agreed_place_id=place_id)
    )


def _put_task(work: UnitOfWork, task: Task) -> Task:
    """The task with what only the board knows of it, and its one time on the same day."""
    known = work.get(Task, task.id)
    if known is not None:
        task = replace(task, suggested_id=known.suggested_id)
    work.put(task)
    touched = work.get(Occurrence, occurrence_of(task, task.day).id)
    if touched is not None and touched.day != task.day:
        work.put(replace(touched, original=task.day, day=task.day))
    return task


def rider_name(work: UnitOfWork, appointment: Appointment) -> str:
    """Whom the drive is for, by first name."""
    person = work.get(Person, appointment.person_id) if appointment.person_id is not None else None
    person = person or person_in_role(work, Role.CARED_FOR)
    return person.first_name if person is not None else tr("your person")


def call_by_name(work: UnitOfWork, *, person: Person) -> None:
    """The rides to a person's coming visits take the name that they have now."""
    from caregiver_app.services.agenda import assemble

    for visit in assemble(work, rows.coming_for(work, person)):
        for trip in visit.trips:
            put(work, ride=trip.ride, appointment=visit.appointment, before=trip)


def let_go(work: UnitOfWork, *, task: Task) -> None:
    """When nobody drives a leg or was asked any more, what was meant for a driver goes with them."""
    from caregiver_app.services.agenda import one_visit

    appointment = work.get(Appointment, task.appointment_id) if task.appointment_id is not None else None
    for trip in one_visit(work, appointment).trips if appointment is not None else ():
        if trip.item.task.id == task.id and not (trip.drivers or trip.item.waiting):
            put(work, ride=trip.ride.for_anyone, appointment=trip.appointment)


def take_off(work: UnitOfWork, *, trip: Trip) -> None:
    """The leg is not wanted any more: it goes, with its task and whatever was said about it."""
    tasks.erase(work, task=trip.item.task)
    work.remove(trip.ride)


def free_all(work: UnitOfWork, *, ride: Ride, appointment: Appointment, now: datetime) -> None:
    """Whoever had said yes or was asked is free again; the leg needs a driver."""
    from caregiver_app.services.agenda import one_visit

    trip = one_visit(work, appointment).trip(ride.leg)
    assert trip is not None, "the leg was kept a moment ago"
    for person_id in (*trip.drivers, *trip.item.waiting):
        tasks.free(work, item=trip.item, person_id=person_id, now=now)
    telling.mark_let_go(work, trip=trip, person_ids=trip.drivers, now=now)
    put(work, ride=trip.ride.for_anyone, appointment=appointment)
