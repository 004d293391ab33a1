"""Calendar files for the caregiver and for drivers, and what each of them was given before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from caregiver_app.domain.appointments import Appointment, AppointmentStatus
from caregiver_app.domain.calendar_events import Event, Issued
from caregiver_app.domain.event_words import ride_event, task_event, visit_event
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Person
from caregiver_app.domain.problems import FileProblem
from caregiver_app.domain.rides import Ride, Trip
from caregiver_app.domain.tasks import Item, State
from caregiver_app.domain.visits import Visit
from caregiver_app.services.agenda import assemble, one_visit
from caregiver_app.services.household import household
from caregiver_app.services.promises import promised
from caregiver_app.storage import visits as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

_GONE = "cancelled"
MOST_VISITS = 500  # from today on, in one person's file


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """A finished file; `name` says nothing about what it is for. `cancelled` is how many events it takes back."""

    name: str
    data: bytes
    events: int = 0
    cancelled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """An event that should be in a calendar now, and whom it is for."""

    event: Event
    appointment_id: UUID | None = None
    person_id: UUID | None = None
    ride_id: UUID | None = None
    task_id: UUID | None = None


def for_visit(work: UnitOfWork, *, id: UUID, zone: str = "", now: datetime) -> CalendarFile:
    """A visit for the caregiver's own calendar, and the rides that were put there before.

    `zone` is the computer's own, for a family that has none yet. FileProblem when there is nothing to say.
    """
    known = [each for each in work.where(Issued, appointment_id=id) if each.person_id is None]
    visit = _visit(work, id)
    wanted: list[_Wanted] = []
    if visit is not None and visit.appointment.is_planned:
        clock24 = household(work).clock24
        event = visit_event(visit, str(_own_id(visit.id)), clock24=clock24)
        wanted.append(_Wanted(event=event, appointment_id=visit.id))
        kept = {each.ride_id for each in known}
        wanted += [_ride(trip, None, clock24) for trip in visit.trips if trip.ride.id in kept and _drives(trip, None)]
    day = visit.appointment.day if visit is not None else _day_of(known, now)
    return _file(work, visit_name(day), wanted, known, zone, now)


def for_ride(
    work: UnitOfWork, *, ride_id: UUID, person_id: UUID | None = None, zone: str = "", now: datetime
) -> CalendarFile:
    """A ride for its driver's calendar; without a person, for the caregiver's own.

    For somebody who does not drive it any more, the file takes it out of their calendar. FileProblem when there is
    nothing to say.
    """
    known = [each for each in work.where(Issued, ride_id=ride_id) if each.person_id == person_id]
    trip = _trip(work, ride_id)
    wanted = []
    if trip is not None and _drives(trip, person_id):
        wanted = [_ride(trip, person_id, household(work).clock24)]
    day = trip.appointment.day if trip is not None else _day_of(known, now)
    return _file(work, ride_name(day), wanted, known, zone, now)


def for_person(work: UnitOfWork, *, person_id: UUID, today: date, zone: str = "", now: datetime) -> CalendarFile:
    """All that somebody said yes to from today on, rides and tasks, and what of it is off since the last file."""
    person = work.need(Person, person_id)
    known = [each for each in work.where(Issued, person_id=person_id) if each.day >= today]
    wanted = _all_of(work, person, today)
    return _file(work, person_name(person), wanted, known, zone, now)


def has_any(work: UnitOfWork, *, person_id: UUID, today: date) -> bool:
    """Whether somebody said yes to anything from today on, or was given something that a new file takes back."""
    known = any(each.day >= today for each in work.where(Issued, person_id=person_id))
    return known or bool(_all_of(work, work.need(Person, person_id), today))


def is_in_own(work: UnitOfWork, *, appointment_id: UUID) -> bool:
    """Whether the visit, or a ride of it, was saved for the caregiver's own calendar."""
    return any(each.person_id is None for each in work.where(Issued, appointment_id=appointment_id))


def still_have(work: UnitOfWork, *, appointment_id: UUID) -> list[Person]:
    """Who was given a ride of this visit for their calendar and does not drive it any more, by name."""
    visit = _visit(work, appointment_id)
    driven = {
        (trip.ride.id, driver)
        for trip in (visit.trips if visit is not None else ())
        for driver in trip.drivers
        if _drives(trip, driver)
    }
    given = [each for each in work.where(Issued, appointment_id=appointment_id) if each.ride_id and not each.cancelled]
    found = {each.person_id for each in given if each.person_id and (each.ride_id, each.person_id) not in driven}
    people = [person for person_id in found if (person := work.get(Person, person_id)) is not None]
    return sorted(people, key=_name_of)


def home_zone(work: UnitOfWork, guess: str = "") -> str:
    """The family's time zone, or else the computer's; FileProblem when neither is one."""
    for name in (household(work).home_zone, guess):
        if name and _is_zone(name):
            return name
    raise FileProblem(
        tr("We don’t know your time zone."), tr("Set it in this computer’s own date and time settings, and try again.")
    )


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


# What should be in a calendar


def _own_id(id: UUID) -> UUID:
    return uuid5(id, "in the caregiver's own calendar")


def _id_for(id: UUID, person_id: UUID | None) -> UUID:
    """The id of an event: each calendar has its own, so that taking a ride from one driver leaves the next one's."""
    return uuid5(id, f"in the calendar of {person_id}") if person_id is not None else _own_id(id)


def _ride(trip: Trip, person_id: UUID | None, clock24: bool) -> _Wanted:
    ride = trip.ride
    event = ride_event(trip, str(_id_for(ride.id, person_id)), clock24=clock24)
    return _Wanted(event=event, appointment_id=ride.appointment_id, person_id=person_id, ride_id=ride.id)


def _all_of(work: UnitOfWork, person: Person, today: date) -> list[_Wanted]:
    """What somebody's calendar should hold from today on: first the rides, then the tasks."""
    clock24 = household(work).clock24
    visits = assemble(work, rows.from_day(work, today, MOST_VISITS))
    drives = [trip for visit in visits for trip in visit.trips if _drives(trip, person.id)]
    does = [item for item in promised(work, person_id=person.id, today=today) if _may_do(item, person)]
    return [*(_ride(trip, person.id, clock24) for trip in drives), *(_task(item, person.id) for item in does)]


def _task(item: Item, person_id: UUID) -> _Wanted:
    """One time of a task. Its id stays when it moves, and when its visit goes and leaves it behind."""
    event = task_event(item, str(_id_for(item.id, person_id)))
    return _Wanted(event=event, appointment_id=item.task.appointment_id, person_id=person_id, task_id=item.task.id)


def _drives(trip: Trip, person_id: UUID | None) -> bool:
    """Whether the ride is on, and theirs; the caregiver's own calendar may have any ride."""
    on = trip.appointment.status is not AppointmentStatus.CANCELLED and _is_on(trip.item)
    return on and (person_id is None or person_id in trip.drivers)


def _may_do(item: Item, person: Person) -> bool:
    """Whether the task is on, and meant for their eyes."""
    audience = Audience.FAMILY if person.family_circle else Audience.HELPER
    return _is_on(item) and audience.may_see(item.task.audience)


def _is_on(item: Item) -> bool:
    return item.state is not State.NOT_NEEDED


def _visit(work: UnitOfWork, id: UUID) -> Visit | None:
    appointment = work.get(Appointment, id)
    return one_visit(work, appointment) if appointment is not None else None


def _trip(work: UnitOfWork, ride_id: UUID) -> Trip | None:
    ride = work.get(Ride, ride_id)
    visit = _visit(work, ride.appointment_id) if ride is not None else None
    return visit.trip(ride.leg) if visit is not None and ride is not None else None


def _name_of(person: Person) -> tuple[str, str]:
    return (person.name.casefold(), str(person.id))


def _day_of(known: Iterable[Issued], now: datetime) -> date:
    return max((each.day for each in known), default=now.date())


def visit_name(day: date) -> str:
    """A name for the file of a visit, which says nothing about it."""
    return tr("Visit {day}.ics").format(day=day.isoformat())


def ride_name(day: date) -> str:
    """A name for the file of a ride."""
    return tr("Ride {day}.ics").format(day=day.isoformat())


def person_name(person: Person) -> str:
    """A name for the file of all that somebody does."""
    return tr("Calendar {name}.ics").format(name=_for_files(person.first_name))


def _for_files(name: str) -> str:
    """A name without the signs that names of files can't have."""
    kept = "".join(sign for sign in name if sign.isalnum() or sign in " -_’'")
    return kept.strip() or tr("helper")


# What was handed out


def _file(
    work: UnitOfWork, name: str, wanted: Sequence[_Wanted], known: Iterable[Issued], guess: str, now: datetime
) -> CalendarFile:
    """The events as they are to be now, each with its version; what else was given before is taken back."""
    from caregiver_app.exchange.ics import write_events

    zone = home_zone(work, guess)
    ids = {each.event.uid for each in wanted}
    gone = [each for each in known if str(each.id) not in ids]
    if not wanted and not gone:
        raise FileProblem(
            tr("There is nothing here for a calendar."),
            tr("It is cancelled or done by somebody else, and was in no calendar."),
        )
    events = [_hand_out(work, each, zone, now) for each in wanted]
    taken_back = [_take_back(work, each, now) for each in gone]
    data = write_events([*events, *taken_back], zone, now)
    return CalendarFile(name=name, data=data, events=len(events), cancelled=len(taken_back))


def _hand_out(work: UnitOfWork, wanted: _Wanted, zone: str, now: datetime) -> Event:
    """The event with its version: one more than before when it says something else now."""
    event = wanted.event
    known = work.get(Issued, UUID(event.uid))
    print_ = _print(event, zone)
    sequence = 0 if known is None else known.sequence + (known.print != print_)
    issued = Issued(
        id=UUID(event.uid),
        appointment_id=wanted.appointment_id,
        person_id=wanted.person_id,
        ride_id=wanted.ride_id,
        task_id=wanted.task_id,
        sequence=sequence,
        print=print_,
        summary=event.summary,
        day=event.day,
        clock=event.clock,
        minutes=event.minutes,
        issued_at=now,
    )
    work.put(issued)
    return replace(event, sequence=sequence)


def _take_back(work: UnitOfWork, known: Issued, now: datetime) -> Event:
    """The event as it was last given, cancelled."""
    sequence = known.sequence + (not known.cancelled)
    work.put(replace(known, sequence=sequence, print=_GONE, cancelled=True, issued_at=now))
    return Event(
        uid=str(known.id),
        sequence=sequence,
        summary=known.summary,
        day=known.day,
        clock=known.clock,
        minutes=known.minutes,
        cancelled=True,
    )


def _print(event: Event, zone: str) -> str:
    """A fingerprint of what a calendar would show of the event."""
    said = (event.summary, event.day, event.clock, event.minutes, event.location, event.description, event.alarm, zone)
    return sha256(repr(said).encode()).hexdigest()[:32]
