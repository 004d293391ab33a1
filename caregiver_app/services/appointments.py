"""What can be done with visits: plan one or a series, change, move, slide, cancel; its children come along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID, uuid4

from caregiver_app.domain import series as series_rules
from caregiver_app.domain.appointments import USUAL_EARLY, Appointment, AppointmentStatus, Series
from caregiver_app.domain.calendar import Repeat, Span
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.holiday_names import holidays_in
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.records import Record
from caregiver_app.domain.rides import Leg, Ride, Trip
from caregiver_app.domain.tasks import Item, Status, Task
from caregiver_app.domain.visits import Visit
from caregiver_app.services import legs, tasks
from caregiver_app.services.agenda import assemble, one_visit
from caregiver_app.services.tasks import Scope
from caregiver_app.storage import visits as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# What a visit of a series keeps as its own when the others change.
_OWN = frozenset({"id", "day", "status", "series_id", "original", "calendar_uid"})
_OWN_OF_RIDE = frozenset({"id", "appointment_id", "number", "booking", "agreed_day", "agreed_time"})

R = TypeVar("R", bound=Record)


class Child(StrEnum):
    """What happens to something that hangs from a visit when the visit moves or is off."""

    FOLLOW = "follow"
    STAY = "stay"
    DROP = "drop"


_ALL_FOLLOW: Mapping[UUID, Child] = MappingProxyType({})
_NO_DRIVERS: Mapping[Leg, UUID] = MappingProxyType({})


def add(
    work: UnitOfWork,
    *,
    appointment: Appointment,
    repeat: Repeat | None = None,
    rides: Sequence[Ride] = (),
    drivers: Mapping[Leg, UUID] = _NO_DRIVERS,
    place: Place | None = None,
    now: datetime,
) -> list[Appointment]:
    """Keep a new visit, or a whole series of them, each with these rides and drivers; and the place, if it is new."""
    if place is not None:
        work.put(place)
    days = series_rules.dates_of(appointment.day, repeat)
    series = None
    if repeat is not None and len(days) > 1:
        series = Series(title=appointment.title, first=days[0], repeat=repeat.turned((days[0] - appointment.day).days))
        work.put(series)
    made = []
    for n, day in enumerate(days):
        one = replace(appointment, id=appointment.id if n == 0 else uuid4(), day=day)
        made.append(replace(one, series_id=series.id, original=day) if series is not None else one)
        _plan(work, made[-1], rides, drivers, now)
    return made


def _plan(
    work: UnitOfWork, appointment: Appointment, rides: Iterable[Ride], drivers: Mapping[Leg, UUID], now: datetime
) -> None:
    work.put(appointment)
    for ride in rides:
        trip = legs.put(work, ride=ride.of(appointment), appointment=appointment)
        if ride.leg in drivers:
            tasks.promise(work, item=trip.item, person_id=drivers[ride.leg], now=now)


def save(
    work: UnitOfWork,
    *,
    before: Appointment,
    after: Appointment,
    scope: Scope,
    rides: Sequence[Ride] | None = None,
    place: Place | None = None,
    children: Mapping[UUID, Child] = _ALL_FOLLOW,
    now: datetime,
) -> None:
    """Keep a changed visit; in a series, the same changes for later ones or for all.

    A new day counts for this visit alone. `rides` are the legs wanted from now on; None leaves them as they are.
    """
    _check(work, before)
    if place is not None:
        work.put(place)
    old = one_visit(work, before)
    others = [each for each in _in_scope(work, before, scope) if each.id != before.id]
    changed = {name: getattr(after, name) for name in _changed(before, after, _OWN)}
    _change(work, old, replace(after, id=before.id), rides, children, now)
    for other in assemble(work, others):
        wanted = _wanted_rides(old, other, rides) if rides is not None else None
        _change(work, other, replace(other.appointment, **changed), wanted, _ALL_FOLLOW, now)


def _changed(before: Record, after: Record, own: frozenset[str]) -> list[str]:
    """The names of the fields that differ, without those each record keeps for itself."""
    names = (field.name for field in fields(before))
    return [name for name in names if name not in own and getattr(before, name) != getattr(after, name)]


def _in_scope(work: UnitOfWork, appointment: Appointment, scope: Scope) -> list[Appointment]:
    """This visit and the planned ones of its series that a change is meant for, in order."""
    if scope is Scope.ONE or appointment.series_id is None:
        return [appointment]
    members = sorted(rows.of_series(work, appointment.series_id), key=_by_day)
    if scope is Scope.LATER:
        members = [each for each in members if each.sort_key >= appointment.sort_key]
    return [each for each in members if each.is_planned or each.id == appointment.id]


def _by_day(appointment: Appointment) -> tuple[object, ...]:
    return appointment.sort_key


def _wanted_rides(old: Visit, other: Visit, rides: Iterable[Ride]) -> list[Ride]:
    """The legs of another visit of the series after the same changes."""
    wanted = []
    for ride in rides:
        mine, theirs = old.trip(ride.leg), other.trip(ride.leg)
        if theirs is None:
            wanted.append(ride.of(other.appointment))
        elif mine is None:
            wanted.append(theirs.ride)
        else:
            new = {name: getattr(ride, name) for name in _changed(mine.ride, ride, _OWN_OF_RIDE)}
            wanted.append(replace(theirs.ride, **new))
    return wanted


def _change(
    work: UnitOfWork,
    old: Visit,
    after: Appointment,
    rides: Iterable[Ride] | None,
    children: Mapping[UUID, Child],
    now: datetime,
) -> None:
    """Put one changed visit and bring its children along."""
    work.put(after)
    wanted = [trip.ride for trip in old.trips] if rides is None else list(rides)
    kept = {ride.leg for ride in wanted}
    for trip in old.trips:
        if trip.ride.leg not in kept:
            legs.take_off(work, trip=trip)
    for ride in wanted:
        known = old.trip(ride.leg)
        legs.put(work, ride=replace(ride, appointment_id=after.id), appointment=after, before=known)
        if known is not None and children.get(known.item.task.id) is Child.DROP:
            legs.free_all(work, ride=ride, appointment=after, now=now)
    _move_tasks(work, old, after, children, now)


def _move_tasks(
    work: UnitOfWork, old: Visit, after: Appointment, children: Mapping[UUID, Child], now: datetime
) -> None:
    passed = after.day - old.appointment.day
    for item in old.tasks:
        child = children.get(item.task.id, Child.FOLLOW)
        if child is Child.DROP:
            tasks.remove(work, item=item, scope=Scope.ALL, now=now)
        elif child is Child.FOLLOW and passed and item.occurrence.status is Status.OPEN:
            tasks.move(work, item=item, day=item.day + passed)


def move(
    work: UnitOfWork,
    *,
    appointment: Appointment,
    day: date,
    clock: time | None,
    children: Mapping[UUID, Child] = _ALL_FOLLOW,
    now: datetime,
) -> None:
    """Move one visit; the rest of its series stays. Drivers who said yes keep the ride and are to be told."""
    after = replace(appointment, day=day, clock=clock)
    save(work, before=appointment, after=after, scope=Scope.ONE, children=children, now=now)


def cancel(
    work: UnitOfWork,
    *,
    appointment: Appointment,
    scope: Scope = Scope.ONE,
    children: Mapping[UUID, Child] = _ALL_FOLLOW,
    now: datetime,
) -> None:
    """The visit is off: it stays on the list as cancelled, its rides are not needed, the other children as chosen."""
    _check(work, appointment)
    for visit in assemble(work, _in_scope(work, appointment, scope)):
        work.put(replace(visit.appointment, status=AppointmentStatus.CANCELLED))
        for trip in visit.trips:
            tasks.set_status(work, item=trip.item, status=Status.NOT_NEEDED, now=now)
        for item in visit.tasks:
            _call_off(work, item, children.get(item.task.id, Child.FOLLOW), now)


def _call_off(work: UnitOfWork, item: Item, child: Child, now: datetime) -> None:
    if child is Child.DROP:
        tasks.remove(work, item=item, scope=Scope.ALL, now=now)
    elif child is Child.FOLLOW and item.occurrence.status is Status.OPEN:
        tasks.set_status(work, item=item, status=Status.NOT_NEEDED, now=now)


def restore(work: UnitOfWork, *, appointment: Appointment, now: datetime) -> None:
    """The visit is on after all: planned again, and its rides needed, as the place is reached now."""
    _check(work, appointment)
    planned = replace(appointment, status=AppointmentStatus.PLANNED)
    work.put(planned)
    for trip in one_visit(work, appointment).trips:
        fresh = legs.put(work, ride=trip.ride, appointment=planned, before=trip)
        tasks.set_status(work, item=fresh.item, status=Status.OPEN, now=now)


def remove(work: UnitOfWork, *, appointment: Appointment, scope: Scope) -> None:
    """Take a visit, or more of its series, off the list with its rides; other tasks of that day stay by themselves."""
    _check(work, appointment)
    meant = _in_scope(work, appointment, scope)
    if scope is Scope.ALL and appointment.series_id is not None:
        meant = rows.of_series(work, appointment.series_id)
    for visit in assemble(work, meant):
        for trip in visit.trips:
            legs.take_off(work, trip=trip)
        for item in visit.tasks:
            work.put(replace(item.task, appointment_id=None))
        if visit.outcome is not None:
            work.remove(visit.outcome)
        work.remove(visit.appointment)
    if appointment.series_id is not None and not rows.of_series(work, appointment.series_id):
        work.remove(work.need(Series, appointment.series_id))


def add_child(work: UnitOfWork, *, appointment: Appointment, task: Task) -> None:
    """Hang a task from a visit, such as staying with the children: it asks what to do when the visit moves."""
    _check(work, appointment)
    if task.repeat is not None:
        raise InvalidEntry("repeat", tr("A task that belongs to a visit takes place once, like the visit."))
    work.put(replace(task, appointment_id=appointment.id))


# A series goes on, or slides


def add_more(work: UnitOfWork, *, series_id: UUID, count: int, now: datetime) -> list[Appointment]:
    """The series goes on as it was planned, with the rides of its last visit and no drivers yet."""
    series = work.need(Series, series_id)
    last = one_visit(work, max(rows.of_series(work, series_id), key=_by_original))
    made = []
    for day in more_days(series, last.appointment, count):
        fresh = replace(
            last.appointment, id=uuid4(), day=day, original=day, status=AppointmentStatus.PLANNED, calendar_uid=""
        )
        _plan(work, fresh, [trip.ride for trip in last.trips], _NO_DRIVERS, now)
        made.append(fresh)
    return made


def _by_original(appointment: Appointment) -> date:
    return appointment.original or appointment.day


def more_days(series: Series, last: Appointment, count: int) -> list[date]:
    """The next days on which a series would go on after its last visit."""
    return series_rules.next_days(series, _by_original(last), count)


def last_of(work: UnitOfWork, *, series_id: UUID) -> Appointment:
    """The visit of a series that was planned for the latest day."""
    return max(rows.of_series(work, series_id), key=_by_original)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideMove:
    """One visit that would slide: to which day, on what holiday or other visit it lands, and who had said yes."""

    appointment: Appointment
    day: date
    holiday: str = ""
    lands_on: str = ""
    said_yes: tuple[tuple[Trip, Person], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """All that would happen if the rest of a series slid."""

    moves: tuple[SlideMove, ...] = ()

    @property
    def said_yes(self) -> tuple[tuple[Trip, Person], ...]:
        """Every driver who would have to be told, with the ride as it is now."""
        return tuple(pair for move in self.moves for pair in move.said_yes)


def slide_preview(work: UnitOfWork, *, appointment: Appointment, days: int) -> Slide:
    """What would move if this visit and the later ones of its series slid by some days, back or on."""
    planned = series_rules.slid(_series_of(work, appointment), appointment.day, days)
    if not planned:
        return Slide()
    new_days = [day for _, day in planned]
    holidays = holidays_in(Span(min(new_days), max(new_days)))
    trips = {visit.id: visit.trips for visit in assemble(work, [each for each, _ in planned])}
    moving = {each.id for each, _ in planned}
    staying = rows.in_span(work, Span(min(new_days), max(new_days)))
    return Slide(
        moves=tuple(
            SlideMove(
                appointment=each,
                day=day,
                holiday=holidays.get(day, ""),
                lands_on=_met(day, each, staying, moving),
                said_yes=tuple(_said_yes(work, trips[each.id])),
            )
            for each, day in planned
        )
    )


def _met(day: date, moved: Appointment, staying: Iterable[Appointment], moving: set[UUID]) -> str:
    """The title of another visit of the same person that stays on that day."""
    met = (
        each.title
        for each in staying
        if each.day == day and each.id not in moving and each.is_planned and each.person_id == moved.person_id
    )
    return next(met, "")


def _said_yes(work: UnitOfWork, trips: Iterable[Trip]) -> list[tuple[Trip, Person]]:
    return [(trip, work.need(Person, driver)) for trip in trips for driver in trip.drivers]


def _series_of(work: UnitOfWork, appointment: Appointment) -> list[Appointment]:
    return rows.of_series(work, appointment.series_id) if appointment.series_id is not None else [appointment]


def planned_from(work: UnitOfWork, *, appointment: Appointment) -> list[Visit]:
    """This visit and the later planned ones of its series, in order, as a change for “this and later” meets them."""
    return assemble(work, _in_scope(work, appointment, Scope.LATER))


def slide(work: UnitOfWork, *, appointment: Appointment, days: int, now: datetime) -> None:
    """Slide this visit and the later ones of its series; drivers keep their rides and are to be told."""
    _check(work, appointment)
    planned = dict(series_rules.slid(_series_of(work, appointment), appointment.day, days))
    for visit in assemble(work, list(planned)):
        day = planned[visit.appointment]
        original = day if visit.appointment.series_id is not None else None
        _change(work, visit, replace(visit.appointment, day=day, original=original), None, _ALL_FOLLOW, now)
    if appointment.series_id is not None:
        series = work.need(Series, appointment.series_id)
        work.put(replace(series, slid=series.slid + days))


# Places and the care team


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
    """Keep a place, new or changed; the rides of planned visits there take its times and words."""
    work.put(place)
    for visit in assemble(work, rows.planned_at(work, place)):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What a new visit starts from: as it was the last time at that place, or anywhere."""

    early: int = USUAL_EARLY
    rides: tuple[Ride, ...] = ()


def defaults(work: UnitOfWork, *, place_id: UUID | None) -> Defaults:
    """How the last visit at a place was planned; what concerns that one day alone is left out."""
    last = rows.last_at(work, place_id) or rows.last_at(work, None)
    if last is None:
        return Defaults()
    trips = one_visit(work, last).trips
    rides = tuple(replace(trip.ride.of(last), pick_up=None, notes="", backup_id=None) for trip in trips)
    return Defaults(early=last.early, rides=rides)


def _check(work: UnitOfWork, record: R) -> None:
    """Refuse to go on from a record that is not what is stored."""
    if work.get(type(record), record.id) != record:
        raise StaleEdit(tr("This visit was changed in the meantime."), tr("Nothing was saved. Please look again."))
