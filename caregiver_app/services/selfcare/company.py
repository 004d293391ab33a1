"""Finds the time in which she has company anyway, out of tasks, visits and rides that others said yes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta
from operator import attrgetter
from uuid import UUID

from caregiver_app.domain.calendar import Span, hours_of
from caregiver_app.domain.clashes import engagement_of_item
from caregiver_app.domain.company import LEAST, Busy, Where, Window, can_be_free, free_windows
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.people import Role
from caregiver_app.domain.rides import Leg, Trip, travel_of
from caregiver_app.domain.tasks import Item, State
from caregiver_app.domain.visits import Visit
from caregiver_app.services import tasks
from caregiver_app.services.agenda import assemble
from caregiver_app.services.household import person_in_role
from caregiver_app.services.small_things import times_in
from caregiver_app.storage import visits as rows
from caregiver_app.storage.unit_of_work import UnitOfWork

_WITH_HER = (TaskKind.STAY, TaskKind.VISIT)
_NIGHT = timedelta(1)
_EVENING_ENDS = time(21)  # nobody is asked to come later


def windows(
    work: UnitOfWork, *, span: Span, now: datetime, least: timedelta = LEAST, besides: UUID | None = None
) -> list[Window]:
    """The stretches of some days, from the local time `now` on, in which she has company and the caregiver is free.

    A small thing that is planned takes its time, except the one with the id `besides`, which looks for a new one.
    Company whose hour is not known is there with its part of the day, where the caregiver can be free then.
    """
    day = _Days(work, span)
    mine = [each for each in times_in(work, day.wide, besides=besides) if each.is_waiting]
    planned = [Busy(each.starts, each.ends) for each in mine if each.starts is not None and each.ends is not None]
    taken, since = [*day.busy(), *planned], _naive(now)
    loose = [each for each, length in day.loose_company() if can_be_free(each, length, taken, since=since)]
    found = [*free_windows(day.company(), taken, since=since, least=least), *loose]
    return sorted((each for each in found if each.start.date() in span), key=attrgetter("start", "end"))


def company(work: UnitOfWork, *, span: Span) -> list[Window]:
    """All company that she has in some days, whatever the caregiver does meanwhile."""
    day = _Days(work, span)
    found = [*day.company(), *(each for each, _ in day.loose_company())]
    return [each for each in found if each.start.date() in span]


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


class _Days:
    """What some days hold, as far as it tells who is with her."""

    def __init__(self, work: UnitOfWork, span: Span) -> None:
        self.wide = Span(span.first - _NIGHT, span.last + _NIGHT)
        caregiver, cared_for = (person_in_role(work, role) for role in (Role.CAREGIVER, Role.CARED_FOR))
        self.me = caregiver.id if caregiver is not None else None
        self.her = cared_for.id if cared_for is not None else None
        self.items = [item for item in tasks.plan(work, self.wide).items() if not item.task.is_ride_leg]
        self.visits = [each for each in assemble(work, rows.in_span(work, self.wide)) if each.appointment.is_planned]

    def company(self) -> Iterator[Window]:
        """When somebody else is with her."""
        for item in self.items:
            window = self._at_home(item)
            if window is not None:
                yield window
        for visit in self.visits:
            if visit.appointment.person_id in (None, self.her):
                yield from self._away(visit)

    def loose_company(self) -> Iterator[tuple[Window, timedelta]]:
        """When somebody stays with her in a part of a day, and for how long; the hour is not known."""
        for item in self.items:
            helpers, part = self._staying(item), item.task.when.part
            if helpers and part is not None:
                first, last = hours_of(part)
                start, end = (datetime.combine(item.day, each) for each in (first, last or _EVENING_ENDS))
                yield _window_of(item, start, end, helpers, part), _length(item)

    def busy(self) -> Iterator[Busy]:
        """When the caregiver is taken."""
        for item in self.items:
            if self.me is not None and self.me in item.helpers:
                taken = engagement_of_item(item, self.me)
                if taken is not None:
                    yield Busy(taken.start, taken.end)
        for visit in self.visits:
            yield from self._my_part(visit)

    def _others(self, ids: Iterable[UUID | None]) -> tuple[UUID, ...]:
        return tuple(each for each in ids if each is not None and each != self.me)

    def _at_home(self, item: Item) -> Window | None:
        """The company of a task at a time that is known."""
        helpers, clock = self._staying(item), item.task.when.clock
        if not helpers or clock is None:
            return None
        start = datetime.combine(item.day, clock)
        return _window_of(item, start, start + _length(item), helpers)

    def _staying(self, item: Item) -> tuple[UUID, ...]:
        """Who said yes to stay with her; nobody for a task that hangs from a visit."""
        counts = item.task.kind in _WITH_HER and item.task.appointment_id is None
        return self._others(item.helpers) if counts and item.state is not State.NOT_NEEDED else ()

    def _away(self, visit: Visit) -> Iterator[Window]:
        """The company on the way, and at the visit when somebody else comes along or the caregiver is not needed."""
        for trip in visit.trips:
            drivers = self._others(trip.drivers)
            if drivers and trip.pick_up is not None and trip.drop_off is not None:
                yield self._window(visit, trip.pick_up, trip.drop_off, drivers, Where.RIDE)
        there, home = self._drivers(visit, Leg.THERE), self._drivers(visit, Leg.HOME)
        companion = self._others((visit.appointment.companion_id,))
        others = self._others((*there, *home))
        both = bool(self._others(there)) and bool(home)
        start, end = visit.appointment.starts, visit.appointment.ends
        if start is not None and end is not None and (companion or both):
            arrival = start - timedelta(minutes=visit.appointment.early) if others and both else start
            yield self._window(visit, arrival, end, companion or others, Where.VISIT)

    @staticmethod
    def _drivers(visit: Visit, leg: Leg) -> Sequence[UUID]:
        trip = visit.trip(leg)
        return trip.drivers if trip is not None and trip.item.state is not State.NOT_NEEDED else ()

    @staticmethod
    def _window(visit: Visit, start: datetime, end: datetime, with_ids: tuple[UUID, ...], where: Where) -> Window:
        title = visit.appointment.title.strip()
        return Window(start=start, end=end, beside_id=visit.id, with_ids=with_ids, where=where, title=title)

    def _my_part(self, visit: Visit) -> Iterator[Busy]:
        """What a visit takes of the caregiver: their own, one where they come along, and the ways they drive."""
        start, end = visit.appointment.starts, visit.appointment.ends
        travel = travel_of(visit.place) or timedelta()
        mine = (visit.appointment.person_id, visit.appointment.companion_id)
        if self.me is not None and self.me in mine and start is not None and end is not None:
            yield Busy(start - timedelta(minutes=visit.appointment.early) - travel, end + travel)
        for trip in visit.trips:
            if self.me is not None and self.me in trip.drivers:
                yield from _at_the_wheel(trip, travel)


def _length(item: Item) -> timedelta:
    return timedelta(minutes=item.task.minutes or item.task.kind.minutes)


def _window_of(
    item: Item, start: datetime, end: datetime, helpers: tuple[UUID, ...], part: PartOfDay | None = None
) -> Window:
    title = item.task.title.strip()
    return Window(start=start, end=end, beside_id=item.task.id, with_ids=helpers, title=title, part=part)


def _at_the_wheel(trip: Trip, travel: timedelta) -> Iterator[Busy]:
    """One way and the way without her: back home after bringing her, or out to fetch her."""
    start = trip.pick_up
    if start is None:
        return
    end = trip.drop_off or start + timedelta(minutes=TaskKind.RIDE.minutes)
    out = trip.ride.leg is Leg.HOME
    yield Busy(start - travel, end) if out else Busy(start, end + travel)
