"""Finds out who would have to be in two places at once, with the time on the road between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Trip, travel_of
from caregiver_app.domain.tasks import Item, State

Travel = Callable[[UUID | None, UUID | None], timedelta]
SHORTEST = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """Somebody is taken from `start` until `end`, which is at least a minute later.

    `start_at` and `end_at` are ids of places; None is home. `about` is the visit or the task behind it, and `what`
    its title. `drives` tells that the person is at the wheel.
    """

    person_id: UUID
    start: datetime
    end: datetime
    start_at: UUID | None = None
    end_at: UUID | None = None
    about: UUID
    what: str = ""
    drives: bool = False

    @property
    def sort_key(self) -> tuple[datetime, datetime, str, UUID, UUID]:
        """Orders engagements by time, then title."""
        return (self.start, self.end, self.what.casefold(), self.about, self.person_id)


def travel_by(places: Mapping[UUID, Place]) -> Travel:
    """Tells how long the way between two spots takes; from one place to another it goes by home, to be careful.

    A way that nobody told the length of takes no time.
    """

    def from_home(spot: UUID | None) -> timedelta:
        place = places.get(spot) if spot is not None else None
        return travel_of(place) or timedelta()

    def travel(start: UUID | None, end: UUID | None) -> timedelta:
        return from_home(start) + from_home(end) if start != end else timedelta()

    return travel


def no_travel(_start: UUID | None, _end: UUID | None) -> timedelta:
    """As if every spot were next door: finds what overlaps by the clock alone."""
    return timedelta()


def clash(a: Engagement, b: Engagement, travel: Travel) -> bool:
    """Whether one person can't do both: the later one starts before the way there from the earlier one is over.

    Nothing clashes with itself, and arriving at the very minute is in time.
    """
    if a.person_id != b.person_id or _is_same(a, b):
        return False
    first, then = (a, b) if a.start <= b.start else (b, a)
    return then.start < first.end + travel(first.end_at, then.start_at)


def clashes_of(mine: Iterable[Engagement], others: Iterable[Engagement], travel: Travel) -> list[Engagement]:
    """Those of the others that clash with any of mine, each once, by time."""
    mine = list(mine)
    found = {other for other in others if any(clash(each, other, travel) for each in mine)}
    return sorted(found, key=_sort_key)


def engagements_of_trip(trip: Trip, person_id: UUID) -> list[Engagement]:
    """What one leg takes of its driver's time: from home to the place, or from the place to home.

    Nothing while its time is not known, or when the leg is off.
    """
    start = trip.pick_up
    if start is None or trip.item.state is State.NOT_NEEDED or not trip.appointment.is_planned:
        return []
    spot = trip.appointment.place_id
    there = trip.ride.leg is Leg.THERE
    ride = Engagement(
        person_id=person_id,
        start=start,
        end=max(trip.drop_off or start + timedelta(minutes=TaskKind.RIDE.minutes), start + SHORTEST),
        start_at=None if there else spot,
        end_at=spot if there else None,
        about=trip.ride.task_id,
        what=trip.item.task.title,
        drives=True,
    )
    return [ride]


def engagements_of_visit(appointment: Appointment, cared_for_id: UUID | None) -> list[Engagement]:
    """What a visit takes of the time of whose visit it is and of who comes along; the minutes early don't count.

    Nothing while its time is not known, or when it was cancelled.
    """
    start, end = appointment.starts, appointment.ends
    if start is None or end is None or not appointment.is_planned:
        return []
    who = dict.fromkeys((appointment.person_id or cared_for_id, appointment.companion_id))
    return [_at_visit(appointment, person_id, start, end) for person_id in who if person_id is not None]


def _at_visit(appointment: Appointment, person_id: UUID, start: datetime, end: datetime) -> Engagement:
    spot = appointment.place_id
    return Engagement(
        person_id=person_id,
        start=start,
        end=end,
        start_at=spot,
        end_at=spot,
        about=appointment.id,
        what=appointment.title.strip(),
    )


def engagement_of_item(item: Item, person_id: UUID) -> Engagement | None:
    """What one time of a task takes of somebody who promised it, as if it were at home.

    None without a clock time, when it is done or off, and for a ride leg: `engagements_of_trip` knows its way.
    """
    task, clock = item.task, item.task.when.clock
    if clock is None or task.is_ride_leg or item.state in (State.DONE, State.NOT_NEEDED):
        return None
    start = datetime.combine(item.day, clock)
    end = start + timedelta(minutes=task.minutes or task.kind.minutes)
    return Engagement(
        person_id=person_id,
        start=start,
        end=end,
        about=task.id,
        what=task.title.strip(),
        drives=task.kind is TaskKind.RIDE,
    )


def _is_same(a: Engagement, b: Engagement) -> bool:
    return (a.about, a.start, a.end) == (b.about, b.start, b.end)


def _sort_key(engagement: Engagement) -> tuple[datetime, datetime, str, UUID, UUID]:
    return engagement.sort_key
