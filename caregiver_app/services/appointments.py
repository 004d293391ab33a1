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
from caregiver_app.domain.calendar import Repeat, When
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.records import Record
from caregiver_app.domain.rides import Leg, Ride, Trip, check_ways, shifted_clock, shifted_pick_up
from caregiver_app.domain.tasks import Item, Occurrence, Status, Task
from caregiver_app.domain.visits import Visit
from caregiver_app.services import legs, tasks
from caregiver_app.services.agenda import assemble, one_visit
from caregiver_app.services.tasks import Scope
from caregiver_app.storage import visits as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# What a visit of a series keeps as its own when the others change.
_OWN = frozenset(
    {"id", "day", "status", "series_id", "original", "slid", "calendar_uid", "companion_day", "companion_clock"}
)
_OWN_OF_RIDE = frozenset({"id", "appointment_id", "number", "booking", "agreed_day", "agreed_time", "agreed_place_id"})

R = TypeVar("R", bound=Record)


class Child(StrEnum):
    """What happens to something that hangs from a visit when the visit moves or is off."""

    FOLLOW = "follow"
    STAY = "stay"
    DROP = "drop"


ALL_FOLLOW: Mapping[UUID, Child] = MappingProxyType({})
NO_DRIVERS: Mapping[Leg, UUID] = MappingProxyType({})


def add(
    work: UnitOfWork,
    *,
    appointment: Appointment,
    repeat: Repeat | None = None,
    rides: Sequence[Ride] = (),
    drivers: Mapping[Leg, UUID] = NO_DRIVERS,
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
        plan_one(work, made[-1], rides, drivers, now)
    return made


def plan_one(
    work: UnitOfWork, appointment: Appointment, rides: Iterable[Ride], drivers: Mapping[Leg, UUID], now: datetime
) -> None:
    """Keep one new visit with rides and drivers of its own."""
    rides = list(rides)
    check_ways(rides, appointment)
    work.put(appointment)
    for ride in rides:
        booking = ride.booking if ride.appointment_id == appointment.id else ""
        trip = legs.put(work, ride=replace(ride.of(appointment), booking=booking), appointment=appointment)
        if ride.leg in drivers:
            tasks.promise(work, item=trip.item, person_id=drivers[ride.leg], now=now)


def save(
    work: UnitOfWork,
    *,
    before: Appointment,
    after: Appointment,
    scope: Scope,
    rides: Sequence[Ride] | None = None,
    rides_before: Sequence[Ride] | None = None,
    place: Place | None = None,
    children: Mapping[UUID, Child] = ALL_FOLLOW,
    now: datetime,
) -> None:
    """Keep a changed visit; in a series, the same changes for later ones or for all.

    A new day counts for this visit alone. `rides` are the legs wanted from now on; None leaves them as they are.
    `rides_before` are the legs that the change was made from: when they were changed since, it is refused.
    """
    check(work, before)
    for ride in rides_before or ():
        check(work, ride)
    if place is not None:
        work.put(place)
    old = one_visit(work, before)
    others = [each for each in in_scope(work, before, scope) if each.id != before.id]
    changed = {name: getattr(after, name) for name in _changed(before, after, _OWN)}
    change_one(work, old, replace(after, id=before.id), rides, children, now)
    for other in assemble(work, others):
        wanted = _wanted_rides(old, other, rides) if rides is not None else None
        after = replace(other.appointment, **changed)
        change_one(work, other, after, wanted, _same_for_rides(old, other, after, children), now)


def _changed(before: Record, after: Record, own: frozenset[str]) -> list[str]:
    """The names of the fields that differ, without those each record keeps for itself."""
    names = (field.name for field in fields(before))
    return [name for name in names if name not in own and getattr(before, name) != getattr(after, name)]


def in_scope(work: UnitOfWork, appointment: Appointment, scope: Scope) -> list[Appointment]:
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
    """The legs of another visit of the series after the same changes; a leg that differs for itself stays so."""
    by_leg = {ride.leg: ride for ride in rides}
    found = (_wanted_ride(old.trip(leg), by_leg.get(leg), other, leg) for leg in Leg)
    return [ride for ride in found if ride is not None]


def _wanted_ride(mine: Trip | None, ride: Ride | None, other: Visit, leg: Leg) -> Ride | None:
    """One leg of another visit, when this visit's own leg `mine` becomes `ride`."""
    theirs = other.trip(leg)
    if theirs is None:
        return ride.of(other.appointment) if ride is not None and mine is None else None
    if mine is None or ride is None:
        return theirs.ride if mine is None else None
    new = {name: getattr(ride, name) for name in _changed(mine.ride, ride, _OWN_OF_RIDE)}
    return replace(theirs.ride, **new)


def _same_for_rides(
    old: Visit, other: Visit, after: Appointment, children: Mapping[UUID, Child]
) -> dict[UUID, Child]:
    """Where a driver is freed because the time changes, those of the other visits are freed as well."""
    if after.clock == other.appointment.clock:
        return {}
    dropped = [trip.ride.leg for trip in old.trips if children.get(trip.item.task.id) is Child.DROP]
    return {trip.item.task.id: Child.DROP for trip in other.trips if trip.ride.leg in dropped}


def change_one(
    work: UnitOfWork,
    old: Visit,
    after: Appointment,
    rides: Iterable[Ride] | None,
    children: Mapping[UUID, Child],
    now: datetime,
) -> None:
    """Put one changed visit and bring its children along; under its own id, `children` tell of its companion."""
    if children.get(after.id) is Child.DROP:
        after = replace(after, companion_id=None)
    after = old.appointment.with_news(after)
    work.put(after)
    wanted = [trip.ride for trip in old.trips] if rides is None else list(rides)
    check_ways(wanted, after)
    kept = {ride.leg for ride in wanted}
    for trip in old.trips:
        if trip.ride.leg not in kept:
            legs.take_off(work, trip=trip)
    for ride in wanted:
        known = old.trip(ride.leg)
        typed_anew = known is None or (known.ride.pick_up, known.ride.pick_up_before) != (
            ride.pick_up,
            ride.pick_up_before,
        )
        moved = ride if typed_anew else shifted_pick_up(ride, old.appointment, after)
        legs.put(work, ride=replace(moved, appointment_id=after.id), appointment=after, before=known)
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
        elif child is Child.FOLLOW and item.occurrence.status is Status.OPEN:
            edited = replace(item.task, day=item.day + passed, when=_shifted(item.task.when, old.appointment, after))
            if edited != item.task:
                tasks.save(work, item=item, edited=edited, scope=Scope.ALL)


def _shifted(when: When, before: Appointment, after: Appointment) -> When:
    """A clock time goes along with the time of the visit."""
    if when.clock is None or before.clock is None or after.clock is None or before.clock == after.clock:
        return when
    return When(clock=shifted_clock(when.clock, before.clock, after.clock))


def move(
    work: UnitOfWork,
    *,
    appointment: Appointment,
    day: date,
    clock: time | None,
    children: Mapping[UUID, Child] = ALL_FOLLOW,
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
    children: Mapping[UUID, Child] = ALL_FOLLOW,
    now: datetime,
) -> None:
    """The visit is off: it stays on the list as cancelled, its rides are not needed, the other children as chosen."""
    check(work, appointment)
    _cancel(work, assemble(work, in_scope(work, appointment, scope)), children, now)


def cancel_all(work: UnitOfWork, *, appointments: Sequence[Appointment], now: datetime) -> None:
    """The same for several visits that are read at once; all that hangs from them is off, too."""
    for each in appointments:
        check(work, each)
    _cancel(work, assemble(work, appointments), ALL_FOLLOW, now)


def _cancel(work: UnitOfWork, visits: Sequence[Visit], children: Mapping[UUID, Child], now: datetime) -> None:
    work.look_up(Occurrence, [item.id for visit in visits for item in _all_of(visit)])
    for visit in visits:
        off = replace(visit.appointment, status=AppointmentStatus.CANCELLED)
        work.put(visit.appointment.with_news(off))
        for trip in visit.trips:
            _call_off(work, trip.item, Child.FOLLOW, now)
            legs.mark_to_tell(work, trip=trip)
        for item in visit.tasks:
            _call_off(work, item, children.get(item.task.id, Child.FOLLOW), now)


def _all_of(visit: Visit) -> tuple[Item, ...]:
    """The items of its rides and its other tasks."""
    return (*(trip.item for trip in visit.trips), *visit.tasks)


def _call_off(work: UnitOfWork, item: Item, child: Child, now: datetime) -> None:
    if child is Child.DROP:
        tasks.remove(work, item=item, scope=Scope.ALL, now=now)
    elif child is Child.FOLLOW and item.occurrence.status is Status.OPEN:
        tasks.set_status(work, item=item, status=Status.CALLED_OFF, now=now)


def restore(work: UnitOfWork, *, appointment: Appointment, now: datetime) -> None:
    """The visit is on after all: planned again, and what was called off with it is needed.

    Whoever had said yes may have heard that nobody needs to come: they count as asked until they say yes again.
    """
    restore_all(work, appointments=[appointment], now=now)


def restore_all(work: UnitOfWork, *, appointments: Sequence[Appointment], now: datetime) -> None:
    """The same for several visits that are read at once."""
    planned = {each.id: each.with_news(replace(each, status=AppointmentStatus.PLANNED)) for each in appointments}
    for each in appointments:
        check(work, each)
        work.put(planned[each.id])
    for visit in assemble(work, appointments):
        for trip in visit.trips:
            legs.put(work, ride=trip.ride.agreed, appointment=planned[visit.id])
    for visit in assemble(work, list(planned.values())):
        for item in _all_of(visit):
            if item.occurrence.status is Status.CALLED_OFF:
                tasks.set_status(work, item=item, status=Status.OPEN, now=now)
                _ask_again(work, item, now)


def _ask_again(work: UnitOfWork, item: Item, now: datetime) -> None:
    opened = replace(item, occurrence=replace(item.occurrence, status=Status.OPEN))
    for person_id in item.helpers:
        tasks.ask(work, item=opened, person_id=person_id, now=now)


def remove(work: UnitOfWork, *, appointment: Appointment, scope: Scope) -> None:
    """Take a visit, or more of its series, off the list with its rides; other tasks of that day stay by themselves."""
    check(work, appointment)
    meant = in_scope(work, appointment, scope)
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
    check(work, appointment)
    if task.repeat is not None:
        raise InvalidEntry("repeat", tr("A task that belongs to a visit takes place once, like the visit."))
    work.put(replace(task, appointment_id=appointment.id))


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
    rides = tuple(replace(trip.ride.of(last).for_anyone, pick_up=None, notes="", backup_id=None) for trip in trips)
    return Defaults(early=last.early, rides=rides)


def check(work: UnitOfWork, record: R) -> None:
    """Refuse to go on from a record that is not what is stored."""
    if work.get(type(record), record.id) != record:
        raise StaleEdit(tr("This visit was changed in the meantime."), tr("Nothing was saved. Please look again."))
