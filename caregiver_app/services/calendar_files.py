"""Calendar files for the caregiver and for drivers, and what each of them was given before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from caregiver_app.domain.appointments import Appointment, AppointmentStatus
from caregiver_app.domain.calendar_events import Issued
from caregiver_app.domain.event_words import ride_event, task_event, visit_event
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Person
from caregiver_app.domain.problems import FileProblem
from caregiver_app.domain.rides import Leg, Ride, Trip
from caregiver_app.domain.spoken import short_day
from caregiver_app.domain.tasks import Item, State
from caregiver_app.domain.visits import Visit
from caregiver_app.services.agenda import assemble, one_visit
from caregiver_app.services.calendar_versions import CalendarFile, Wanted, hand_out
from caregiver_app.services.household import household
from caregiver_app.services.promises import promised
from caregiver_app.services.sheet_contents import audience_of
from caregiver_app.storage import handed_out as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import ntr, tr

MOST_VISITS = 500  # from today on, in one person's file
MOST_NAMED = 3  # of what is kept from somebody


def for_visit(work: UnitOfWork, *, id: UUID, zone: str = "", now: datetime) -> CalendarFile:
    """A visit for the caregiver's own calendar, and the rides that were put there before.

    `zone` is the computer's own, for a family that has none yet. FileProblem when there is nothing to say.
    """
    known = [each for each in work.where(Issued, appointment_id=id) if each.person_id is None]
    visit = _visit(work, id)
    wanted: list[Wanted] = []
    if visit is not None and _takes_place(visit.appointment):
        clock24 = household(work).clock24
        event = visit_event(visit, str(_own_id(visit.id)), clock24=clock24)
        wanted.append(Wanted(event=event, appointment_id=visit.id))
        kept = {each.ride_id for each in known}
        wanted += [_ride(trip, None, clock24) for trip in visit.trips if trip.ride.id in kept and _drives(trip, None)]
    day = visit.appointment.day if visit is not None else _day_of(known, now)
    return hand_out(work, name=visit_name(day), wanted=wanted, known=known, zone=home_zone(work, zone), now=now)


def for_ride(
    work: UnitOfWork, *, ride_id: UUID, person_id: UUID | None = None, zone: str = "", now: datetime
) -> CalendarFile:
    """A ride for its driver's calendar; without a person, for the caregiver's own.

    For somebody who does not drive it any more, the file takes it out of their calendar. FileProblem when there is
    nothing to say.
    """
    known = [each for each in work.where(Issued, ride_id=ride_id) if each.person_id == person_id]
    trip = _trip(work, ride_id)
    person = work.get(Person, person_id) if person_id is not None else None
    driven = [trip] if trip is not None and _drives(trip, person_id) else []
    seen = [each for each in driven if _may_read(person, each.appointment.audience)]
    return hand_out(
        work,
        name=ride_name(trip.appointment.day if trip is not None else _day_of(known, now), trip, person),
        wanted=[_ride(each, person_id, household(work).clock24) for each in seen],
        known=known,
        left_out=_kept_from(person, driven, ()),
        zone=home_zone(work, zone),
        now=now,
    )


def for_person(work: UnitOfWork, *, person_id: UUID, today: date, zone: str = "", now: datetime) -> CalendarFile:
    """All that somebody said yes to from today on, rides and tasks, and what of it is off since the last file."""
    person = work.need(Person, person_id)
    does = _all_of(work, person, today)
    return hand_out(
        work,
        name=person_name(person),
        wanted=does.wanted(household(work).clock24),
        known=rows.given_to(work, person_id, today),
        left_out=_kept_from(person, does.trips, does.items),
        zone=home_zone(work, zone),
        now=now,
    )


def has_any(work: UnitOfWork, *, person_id: UUID, today: date) -> bool:
    """Whether somebody said yes to anything from today on, or was given something that a new file takes back."""
    if rows.was_given_any(work, person_id, today):
        return True
    does = _all_of(work, work.need(Person, person_id), today)
    return bool(does.trips or does.items)


def is_in_own(work: UnitOfWork, *, appointment_id: UUID) -> bool:
    """Whether the visit, or a ride of it, was saved for the caregiver's own calendar."""
    return any(each.person_id is None for each in work.where(Issued, appointment_id=appointment_id))


def still_have(work: UnitOfWork, *, appointment_id: UUID) -> list[Person]:
    """Who was given a ride of this visit for their calendar and does not drive it any more, by name."""
    visit = _visit(work, appointment_id)
    trips = {trip.ride.id: trip for trip in (visit.trips if visit is not None else ())}
    given = [each for each in work.where(Issued, appointment_id=appointment_id) if each.ride_id and not each.cancelled]
    found = {}
    for each in given:
        person = work.get(Person, each.person_id) if each.person_id is not None else None
        trip = trips.get(each.ride_id) if each.ride_id is not None else None
        if person is not None and not (trip is not None and _has_it(trip, person)):
            found[person.id] = person
    return sorted(found.values(), key=_name_of)


def given(work: UnitOfWork, *, appointment_ids: Iterable[UUID]) -> set[UUID]:
    """Who has a ride of these visits in their calendar, from a file that was saved for them; by id."""
    found = (each for one in appointment_ids for each in work.where(Issued, appointment_id=one))
    return {each.person_id for each in found if each.person_id is not None and not each.cancelled}


def _has_it(trip: Trip, person: Person) -> bool:
    """Whether a ride belongs in somebody's calendar now."""
    return _drives(trip, person.id) and _may_read(person, trip.appointment.audience)


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


def _ride(trip: Trip, person_id: UUID | None, clock24: bool) -> Wanted:
    ride = trip.ride
    event = ride_event(trip, str(_id_for(ride.id, person_id)), clock24=clock24)
    return Wanted(event=event, appointment_id=ride.appointment_id, person_id=person_id, ride_id=ride.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Does:
    """All that somebody does from some day on."""

    person: Person
    trips: Sequence[Trip]
    items: Sequence[Item]

    def wanted(self, clock24: bool) -> list[Wanted]:
        """What of it their calendar may hold: first the rides, then the tasks."""
        person = self.person
        trips = [trip for trip in self.trips if _may_read(person, trip.appointment.audience)]
        items = [item for item in self.items if _may_read(person, item.task.audience)]
        return [*(_ride(trip, person.id, clock24) for trip in trips), *(_task(item, person.id) for item in items)]


def _all_of(work: UnitOfWork, person: Person, today: date) -> _Does:
    visits = assemble(work, rows.promised_by(work, person.id, today, MOST_VISITS))
    trips = [trip for visit in visits for trip in visit.trips if _drives(trip, person.id)]
    items = [item for item in promised(work, person_id=person.id, today=today) if _is_on(item)]
    return _Does(person=person, trips=trips, items=items)


def _task(item: Item, person_id: UUID) -> Wanted:
    """One time of a task. Its id stays when it moves, and when its visit goes and leaves it behind."""
    event = task_event(item, str(_id_for(item.id, person_id)))
    return Wanted(event=event, appointment_id=item.task.appointment_id, person_id=person_id, task_id=item.task.id)


def _drives(trip: Trip, person_id: UUID | None) -> bool:
    """Whether the ride is on, and theirs; the caregiver's own calendar may have any ride."""
    on = _takes_place(trip.appointment) and _is_on(trip.item)
    return on and (person_id is None or person_id in trip.drivers)


def _takes_place(appointment: Appointment) -> bool:
    """Whether a visit is on, or was."""
    return appointment.status is not AppointmentStatus.CANCELLED


def _is_on(item: Item) -> bool:
    return item.state is not State.NOT_NEEDED


def _may_read(person: Person | None, thing: Audience) -> bool:
    """Whether somebody may have a thing in their calendar; the caregiver's own may have all."""
    return person is None or audience_of(person).may_see(thing)


def _kept_from(person: Person | None, trips: Iterable[Trip], items: Iterable[Item]) -> list[str]:
    """What somebody does and may not read of, in words for the caregiver."""
    if person is None:
        return []
    about = [(trip.appointment.audience, trip.appointment.title, trip.item.day) for trip in trips]
    about += [(item.task.audience, item.task.title, item.day) for item in items]
    hidden = [(title.strip(), day) for audience, title, day in about if not _may_read(person, audience)]
    words = [tr("“{title}” on {day}").format(title=title, day=short_day(day)) for title, day in dict.fromkeys(hidden)]
    if not words:
        return []
    more = len(words) - MOST_NAMED
    if more > 0:
        words = [*words[:MOST_NAMED], ntr("{n} more", "{n} more", more).format(n=more)]
    said = tr("Kept from {name}, and not in this file: {what}.")
    return [said.format(name=person.first_name, what=tr(", ").join(words))]


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


def ride_name(day: date, trip: Trip | None, driver: Person | None) -> str:
    """A name for the file of a ride: its day, which way, and for whom, as far as that is known."""
    words = tr("Ride {day}")
    if trip is not None:
        words = tr("Ride there {day}") if trip.ride.leg is Leg.THERE else tr("Ride home {day}")
    name = words.format(day=day.isoformat())
    if driver is not None:
        name = tr("{ride} {name}").format(ride=name, name=_for_files(driver.first_name))
    return tr("{name}.ics").format(name=name)


def person_name(person: Person) -> str:
    """A name for the file of all that somebody does."""
    return tr("Calendar {name}.ics").format(name=_for_files(person.first_name))


def _for_files(name: str) -> str:
    """A name without the signs that names of files can't have."""
    kept = "".join(sign for sign in name if sign.isalnum() or sign in " -_’'")
    return kept.strip() or tr("helper")
