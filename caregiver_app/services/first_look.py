"""What new visits would meet on their days, before they are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID, uuid5

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.people import Person
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride, Trip, task_of
from caregiver_app.domain.tasks import Answer, Ask, Item, occurrence_of
from caregiver_app.domain.visits import Strength, Visit
from caregiver_app.services.agenda import surroundings
from caregiver_app.storage.unit_of_work import UnitOfWork

MOST_DAYS = 60  # of a long series, the first of its days


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVisits:
    """One visit or a series, each time with the same rides and drivers, as a form means it."""

    appointment: Appointment
    days: Sequence[date]
    rides: Sequence[Ride] = ()
    drivers: Mapping[Leg, UUID] = field(default_factory=dict)
    place: Place | None = None


def first_look(work: UnitOfWork, *, new: NewVisits, now: datetime) -> dict[date, tuple[str, ...]]:
    """By day, in order, the sentences about what can't be done at once or by whom; nothing is kept.

    That a driver is still to be found is no news here.
    """
    today = now.date()
    days = [day for day in sorted(new.days) if day >= today][:MOST_DAYS]
    if not days:
        return {}
    visits = [_visit_on(new, day, now) for day in days]
    people = {person.id: person for person in work.all(Person)}
    around = surroundings(work, Span(days[0], days[-1]), visits, people)
    found: dict[date, tuple[str, ...]] = {}
    for visit in visits:
        cautions = [each for each in around.cautions(visit, today) if each.strength is not Strength.CALM]
        if sentences := tuple(dict.fromkeys(each.sentence for each in cautions if not each.left)):
            found[visit.appointment.day] = sentences
    return found


def _visit_on(new: NewVisits, day: date, now: datetime) -> Visit:
    appointment = replace(new.appointment, id=uuid5(new.appointment.id, day.isoformat()), day=day)
    trips = tuple(_trip(new, ride.of(appointment), appointment, now) for ride in new.rides)
    return Visit(appointment=appointment, place=new.place, trips=trips)


def _trip(new: NewVisits, ride: Ride, appointment: Appointment, now: datetime) -> Trip:
    task = task_of(ride, appointment, new.place, "?")
    driver = new.drivers.get(ride.leg)
    asks = () if driver is None else (Ask(task_id=task.id, person_id=driver, asked_at=now, answer=Answer.YES),)
    return Trip(ride, appointment, Item(task, occurrence_of(task, task.day), asks), new.place)
