"""What can be done with the legs of a visit: find a driver, note what was said, change the leg, see who drives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from caregiver_app.domain import clashes
from caregiver_app.domain.calendar import Span, month_of
from caregiver_app.domain.choosing import Choice, choose, choose_for_both
from caregiver_app.domain.clashes import Engagement
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.rides import Leg, Ride, Trip
from caregiver_app.domain.spoken import clock_words
from caregiver_app.domain.tasks import Answer, State
from caregiver_app.services import agenda, legs, tasks, telling
from caregiver_app.services.people import everybody
from caregiver_app.services.telling import check
from caregiver_app.storage import visits as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import ntr, tr


def ask(work: UnitOfWork, *, trip: Trip, person_id: UUID, now: datetime) -> None:
    """Note that somebody was asked to drive, for the plan as it is now, and has not answered yet."""
    check(work, trip)
    tasks.ask(work, item=trip.item, person_id=person_id, now=now)
    if not trip.drivers and set(trip.item.waiting) <= {person_id}:
        told(work, trip=trip)


def answer(work: UnitOfWork, *, trip: Trip, person_id: UUID, answer: Answer, now: datetime) -> None:
    """Note what somebody said. Whoever was asked for an earlier plan said yes to that one, and is to be told."""
    check(work, trip)
    tasks.answer(work, item=trip.item, person_id=person_id, answer=answer, now=now)
    if answer is Answer.YES and person_id not in trip.item.waiting:
        told(work, trip=trip)
    if answer is Answer.YES and trip.ride.backup_id == person_id:
        legs.put(work, ride=replace(work.need(Ride, trip.ride.id), backup_id=None), appointment=trip.appointment)
    if answer is Answer.NOT_THIS_TIME:
        _dropped_out(work, trip, person_id)


def promise(work: UnitOfWork, *, trip: Trip, person_id: UUID, booking: str = "", now: datetime) -> None:
    """Somebody drives, in place of whoever had said yes; a service has a `booking` number for it."""
    check(work, trip)
    tasks.hand_over(work, item=trip.item, person_id=person_id, now=now)
    others = [each for each in trip.drivers if each != person_id]
    telling.mark_let_go(work, trip=trip, person_ids=others, now=now)
    known = trip.ride.agreed if person_id in trip.drivers or not trip.drivers else trip.ride.for_anyone
    number = " ".join(booking.split()) or known.booking
    known = replace(known, backup_id=None) if known.backup_id == person_id else known  # who drives stands by no more
    legs.put(work, ride=replace(known, booking=number), appointment=trip.appointment)


def free(work: UnitOfWork, *, trip: Trip, person_id: UUID, now: datetime) -> None:
    """Take back somebody's word; the leg needs a driver again."""
    check(work, trip)
    tasks.free(work, item=trip.item, person_id=person_id, now=now)
    if person_id in trip.drivers:
        telling.mark_let_go(work, trip=trip, person_ids=[person_id], now=now)
    _dropped_out(work, trip, person_id)


def cant_come(work: UnitOfWork, *, trip: Trip, person_id: UUID, now: datetime) -> None:
    """A driver who had said yes can't come after all: "not this time", so that nobody asks them again by mistake."""
    answer(work, trip=trip, person_id=person_id, answer=Answer.NOT_THIS_TIME, now=now)


def _dropped_out(work: UnitOfWork, trip: Trip, person_id: UUID) -> None:
    """What was meant for a driver goes with them: the booking, the ticks for their slip, what they had agreed to."""
    if person_id in trip.drivers:
        legs.put(work, ride=trip.ride.for_anyone, appointment=trip.appointment)
    elif not trip.drivers and set(trip.item.waiting) <= {person_id}:
        work.put(work.need(Ride, trip.ride.id).agreed)


def told(work: UnitOfWork, *, trip: Trip) -> None:
    """The driver knows of the plan as it is on the screen; refused when that is not the plan any more."""
    check(work, trip)
    work.put(trip.ride.agreed)


def choices(work: UnitOfWork, *, trip: Trip, other: Trip | None = None, today: date) -> list[Choice]:
    """Everybody who could drive, best first, with the reasons; who would have to be in two places is told so.

    With an `other` way of the same visit, everybody who could drive both.
    """
    found = _choices(work, trip, today)
    if other is None:
        return found
    way = tr("the way there") if other.ride.leg is Leg.THERE else tr("the way home")
    return choose_for_both(found, _choices(work, other, today), trip.item, way)


def _choices(work: UnitOfWork, trip: Trip, today: date) -> list[Choice]:
    people = everybody(work)
    month = tasks.plan(work, month_of(trip.item.day)).items()
    mine = agenda.one_visit(work, trip.appointment)
    day = Span(trip.appointment.day, trip.appointment.day)
    around = agenda.surroundings(work, day, [mine], {person.id: person for person in people})
    busy = around.busy(mine)
    against = {
        person.id: _against(trip, person, busy.get(person.id, ()), around)
        for person in people
        if person.role is not Role.SERVICE
    }
    return choose(people, trip.item, month, today, against)


def _against(
    trip: Trip, person: Person, busy: Iterable[Engagement], around: agenda.Surroundings
) -> tuple[str, ...]:
    """Why somebody can't drive this leg: too few seats, or elsewhere then."""
    found = []
    if person.seats is not None and person.seats < trip.ride.seats_needed:
        seats = ntr("has {n} seat, {needed} needed", "has {n} seats, {needed} needed", person.seats)
        found.append(seats.format(n=person.seats, needed=trip.ride.seats_needed))
    mine = clashes.engagements_of_trip(trip, person.id)
    for other in clashes.clashes_of(mine, busy, around.travel)[:1]:
        words = tr("drives at {time} that day") if other.drives else tr("has something else at {time} that day")
        found.append(words.format(time=clock_words(other.start.time(), around.clock24)))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Driving:
    """How much one person drives: legs, and miles one way for each as far as the places tell."""

    person: Person
    rides: int
    miles: Decimal


def drives(work: UnitOfWork, *, span: Span) -> list[Driving]:
    """Who drives how much in some days, most first; what is cancelled does not count."""
    people = {person.id: person for person in everybody(work)}
    counts: dict[UUID, int] = defaultdict(int)
    miles: dict[UUID, Decimal] = defaultdict(Decimal)
    for visit in agenda.assemble(work, rows.in_span(work, span)):
        for trip in visit.trips:
            if trip.item.state is State.NOT_NEEDED:
                continue
            for driver in trip.drivers:
                counts[driver] += 1
                miles[driver] += visit.place.miles or Decimal(0) if visit.place is not None else Decimal(0)
    found = [Driving(person=people[each], rides=counts[each], miles=miles[each]) for each in counts if each in people]
    return sorted(found, key=_most_first)


def _most_first(driving: Driving) -> tuple[int, str]:
    return (-driving.rides, driving.person.name.casefold())
