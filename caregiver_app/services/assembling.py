"""Puts visits together with all that hangs from them; light, since the first page needs it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from caregiver_app.domain.appointments import Appointment, AppointmentStatus
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.places import Place
from caregiver_app.domain.records import R
from caregiver_app.domain.rides import Leg, Ride, Trip
from caregiver_app.domain.tasks import Ask, Item, Occurrence, Task, items_of, occurrence_of
from caregiver_app.domain.visits import Visit
from caregiver_app.storage import visits as rows
from caregiver_app.storage.unit_of_work import UnitOfWork

TELL_DAYS = 14  # how long the program asks how a visit went
_ALL_DAYS = Span(date.min, date.max)
_WAYS = tuple(Leg)


def over_untold(work: UnitOfWork, *, now: datetime) -> list[Appointment]:
    """The same as bare appointments; a few of them may have been told of."""
    recent = Span(now.date() - timedelta(TELL_DAYS), now.date())
    return [each for each in rows.untold(work, recent) if _is_over(each, now)]


def _is_over(appointment: Appointment, now: datetime) -> bool:
    if appointment.ends is None:
        return appointment.day < now.date()
    return appointment.ends <= now


def bare_untold(work: UnitOfWork, *, now: datetime) -> list[Visit]:
    """Visits that are over and of which nobody has told, the latest first, with nothing of what hangs from them."""
    over = over_untold(work, now=now)
    told = set(rows.told_of(work, [each.id for each in over])) if over else set()
    return [Visit(appointment=each) for each in sorted(over, key=_day_order, reverse=True) if each.id not in told]


def _day_order(appointment: Appointment) -> Any:
    return appointment.sort_key


def in_short(work: UnitOfWork, span: Span, items: Iterable[Item]) -> list[Visit]:
    """The visits of some days that are not cancelled, with place and rides, out of the items of those days.

    Whoever changes one reads it whole first.
    """
    found = [each for each in rows.in_span(work, span) if each.status is not AppointmentStatus.CANCELLED]
    if not found:
        return []
    places, rides = rows.places_and_rides(work, found)
    of_task = {item.task.id: item for item in items if item.task.appointment_id is not None}
    legs: dict[UUID, list[Ride]] = defaultdict(list)
    for ride in rides:
        legs[ride.appointment_id].append(ride)
    where = by_id(places)
    return [
        _short(each, where.get(each.place_id) if each.place_id else None, legs[each.id], of_task)
        for each in sorted(found, key=_day_order)
    ]


def _short(appointment: Appointment, place: Place | None, rides: list[Ride], items: Mapping[UUID, Item]) -> Visit:
    ways = sorted(rides, key=_way_order)
    trips = [Trip(ride, appointment, items[ride.task_id], place) for ride in ways if ride.task_id in items]
    return Visit(appointment=appointment, place=place, trips=tuple(trips))


def _way_order(ride: Ride) -> int:
    return _WAYS.index(ride.leg)


def assemble(work: UnitOfWork, found: Sequence[Appointment]) -> list[Visit]:
    """These appointments in order, each with its place, people, rides, tasks and outcome."""
    behind = rows.behind(work, found)
    parts = _Parts(behind, rows.numbers_in_series(work, found))
    return [parts.visit(each) for each in behind.appointments]


class _Parts:
    """The records behind some visits, by what they belong to."""

    def __init__(self, behind: rows.Behind, numbers: Mapping[UUID, tuple[int, int]]) -> None:
        self.places = by_id(behind.places)
        self.clinicians = by_id(behind.clinicians)
        self.series = by_id(behind.series)
        self.outcomes = {each.appointment_id: each for each in behind.outcomes}
        self.rides = {(each.appointment_id, each.leg): each for each in behind.rides}
        self.items = _items(behind.tasks, behind.occurrences, behind.asks)
        self.tasks: dict[UUID, list[UUID]] = defaultdict(list)
        for task in behind.tasks:
            if task.appointment_id is not None:
                self.tasks[task.appointment_id].append(task.id)
        self.numbers = numbers

    def visit(self, appointment: Appointment) -> Visit:
        """One visit."""
        place = self.places.get(appointment.place_id) if appointment.place_id else None
        rides = [self.rides[appointment.id, leg] for leg in _WAYS if (appointment.id, leg) in self.rides]
        trips = [self._trip(ride, appointment, place) for ride in rides if ride.task_id in self.items]
        legs = {ride.task_id for ride in rides}
        others = [self.items[each] for each in self.tasks[appointment.id] if each not in legs]
        number, count = self.numbers.get(appointment.id, (0, 0))
        return Visit(
            appointment=appointment,
            place=place,
            clinician=self.clinicians.get(appointment.clinician_id) if appointment.clinician_id else None,
            series=self.series.get(appointment.series_id) if appointment.series_id else None,
            number=number,
            count=count,
            trips=tuple(trips),
            tasks=tuple(sorted(others, key=_item_order)),
            outcome=self.outcomes.get(appointment.id),
        )

    def _trip(self, ride: Ride, appointment: Appointment, place: Place | None) -> Trip:
        return Trip(ride, appointment, self.items[ride.task_id], place)


def by_id(records: Iterable[R]) -> dict[UUID, R]:
    """Records by their id."""
    return {record.id: record for record in records}


def _item_order(item: Item) -> Any:
    return item.sort_key


def _items(found: Iterable[Task], occurrences: Iterable[Occurrence], asks: Iterable[Ask]) -> dict[UUID, Item]:
    """The one time of each task."""
    found = list(found)
    shown = {item.task.id: item for item in items_of(_ALL_DAYS, found, occurrences, asks)}
    return {task.id: shown.get(task.id) or Item(task, occurrence_of(task, task.day)) for task in found}
