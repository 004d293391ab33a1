"""Finds visits with all that hangs from them: of some days, the next ones, one alone, or by words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from caregiver_app.domain import clashes
from caregiver_app.domain.appointments import Appointment, AppointmentStatus
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.cautions import cautions_of
from caregiver_app.domain.clashes import Engagement, Travel
from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.holiday_names import holidays_in
from caregiver_app.domain.people import Person, Role, id_in_role
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.tasks import Item, State, items_of
from caregiver_app.domain.visits import Agenda, Caution, Unfound, Visit
from caregiver_app.services.assembling import assemble, by_id, over_untold
from caregiver_app.services.at_work import at_work
from caregiver_app.services.household import household
from caregiver_app.storage import plans
from caregiver_app.storage import visits as rows
from caregiver_app.storage.unit_of_work import UnitOfWork

__all__ = [
    "ComingUp",
    "Surroundings",
    "again",
    "agenda",
    "assemble",
    "coming",
    "coming_up",
    "of_series",
    "one_visit",
    "search",
    "surroundings",
    "to_tell",
    "visit",
]

NEXT = 30  # visits on the first page of what is coming up
FURTHER = 20  # later visits there that still need a driver
A_DAY = timedelta(1)


def agenda(work: UnitOfWork, *, span: Span, today: date) -> Agenda:
    """The visits of some days, in order, with what to look at in good time."""
    return _agenda(work, span, rows.in_span(work, span), today)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingUp:
    """The next visits, with later ones that still need a driver; `next` is how many are read without a gap.

    `is_cut` tells that there are others after those.
    """

    agenda: Agenda
    unfound: Unfound
    next: int
    is_cut: bool


def coming(work: UnitOfWork, *, today: date, limit: int = NEXT) -> Agenda:
    """The next visits from today on, soonest first."""
    found = rows.from_day(work, today, limit)
    return _agenda(work, Span(today, _last_day(found, today)), found, today)


def coming_up(work: UnitOfWork, *, today: date) -> ComingUp:
    """The next visits and the first of the later ones that need a driver; what is still to be found counts whole."""
    found = rows.from_day(work, today, NEXT + 1)
    is_cut, found = len(found) > NEXT, found[:NEXT]
    open_rides = sorted(rows.rides_without_driver(work, today), key=_was_asked)
    unasked = [visit_id for visit_id, _, was_asked in open_rides if not was_asked]
    known = {each.id for each in found}
    further = list(dict.fromkeys(each for each, *_ in open_rides if each not in known))[:FURTHER]
    both = [*found, *work.among(Appointment, "id", further)]
    return ComingUp(
        agenda=_agenda(work, Span(today, _last_day(both, today)), both, today),
        unfound=Unfound(rides=len(unasked), visits=len(set(unasked))),
        next=len(found),
        is_cut=is_cut,
    )


def _was_asked(ride: tuple[UUID, UUID, bool]) -> bool:
    return ride[2]


def _last_day(found: Iterable[Appointment], today: date) -> date:
    return max((each.day for each in found), default=today)


def visit(work: UnitOfWork, *, id: UUID, today: date) -> Visit:
    """One visit with what to look at; trouble in words when it was removed."""
    appointment = work.need(Appointment, id)
    alone = _agenda(work, Span(appointment.day, appointment.day), [appointment], today, everything=True)
    return alone.visits[0]


def one_visit(work: UnitOfWork, appointment: Appointment) -> Visit:
    """One visit with what hangs from it, and no look at trouble."""
    return assemble(work, [appointment])[0]


def of_series(work: UnitOfWork, *, visit: Visit) -> list[Visit]:
    """All visits of a visit’s series in order, as they are kept now; a visit that stands alone alone."""
    series_id = visit.appointment.series_id
    return assemble(work, rows.of_series(work, series_id)) if series_id is not None else again(work, visits=[visit])


def again(work: UnitOfWork, *, visits: Sequence[Visit]) -> list[Visit]:
    """These visits as they are kept now, in order, without those that are gone."""
    wanted = {each.id for each in visits}
    series = {each.appointment.series_id for each in visits if each.appointment.series_id is not None}
    alone = [work.get(Appointment, each.id) for each in visits if each.appointment.series_id is None]
    found = [*alone, *(each for series_id in series for each in rows.of_series(work, series_id))]
    return assemble(work, [each for each in found if each is not None and each.id in wanted])


def to_tell(work: UnitOfWork, *, now: datetime) -> list[Visit]:
    """Visits that are over and of which nobody has told how they went; `now` is local time."""
    return [each for each in assemble(work, over_untold(work, now=now)) if each.outcome is None]


def search(work: UnitOfWork, *, text: str, today: date, limit: int = 50) -> list[Visit]:
    """The visits that hold each word of the text, or are on the day that it names; newest first."""
    if not text.split():
        return []
    found = {each.id: each for each in rows.search(work, text, limit)}
    for day in _days_named(text, today):
        found |= {each.id: each for each in rows.in_span(work, Span(day, day))}
    newest = sorted(found.values(), key=_when, reverse=True)[:limit]
    days = [today, *(each.day for each in newest)]
    return list(reversed(_agenda(work, Span(min(days), max(days)), newest, today).visits))


def _when(appointment: Appointment) -> tuple[date, time]:
    return appointment.day, appointment.clock or time.min


def _days_named(text: str, today: date) -> set[date]:
    """The day that is typed; without its year, the same day a year before as well."""
    if text.strip().isdigit():
        return set()
    try:
        day = parse_day(text, today)
    except InvalidEntry:
        return set()
    return {day} if str(day.year) in text else {day, _year_before(day)}


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


# What to look at in good time


def _agenda(
    work: UnitOfWork, span: Span, found: Sequence[Appointment], today: date, *, everything: bool = False
) -> Agenda:
    visits = assemble(work, found)
    people = by_id(work.all(Person))
    watched = span if everything else _to_come(span, today)
    if watched is not None and any(each.appointment.status is not AppointmentStatus.DONE for each in visits):
        around = surroundings(work, watched, visits, people)
        visits = [
            replace(each, cautions=around.cautions(each, today)) if each.appointment.day in watched else each
            for each in visits
        ]
    return Agenda(span=span, visits=tuple(visits), people=people)


def _to_come(span: Span, today: date) -> Span | None:
    """The part of a span in which a list looks for trouble: however far ahead, two visits at once are told."""
    return Span(max(span.first, today), span.last) if today <= span.last else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What everybody is engaged in around some visits, by the day it starts, to find what can't be done at once."""

    people: Mapping[UUID, Person]
    engagements: Mapping[UUID, Mapping[date, Sequence[Engagement]]]
    travel: Travel
    closed: Mapping[date, str]
    clock24: bool
    at_work: Mapping[UUID, int] = field(default_factory=dict)

    def busy(self, visit: Visit) -> dict[UUID, list[Engagement]]:
        """Each person's engagements within a day of a visit, without those that are the visit's own."""
        day = visit.appointment.day
        near = (day - A_DAY, day, day + A_DAY)
        own = {visit.id, *(trip.item.task.id for trip in visit.trips)}
        return {
            person_id: [each for on in near for each in theirs.get(on, ()) if each.about not in own]
            for person_id, theirs in self.engagements.items()
        }

    def cautions(self, visit: Visit, today: date) -> tuple[Caution, ...]:
        """What to look at for one visit."""
        return cautions_of(
            visit,
            today=today,
            people=self.people,
            closed=self.closed,
            busy=self.busy(visit),
            travel=self.travel,
            clock24=self.clock24,
            at_work=self.at_work.get(visit.id, 0),
        )


def surroundings(
    work: UnitOfWork, span: Span, visits: Sequence[Visit], people: Mapping[UUID, Person]
) -> Surroundings:
    """Everything that visits in a span are held against: other visits, rides and promised tasks around them."""
    near = _around(each.appointment.day for each in visits if each.appointment.day in span)
    known = {each.id for each in visits}
    others = assemble(work, [each for each in rows.on_days(work, near) if each.id not in known])
    around = [each for each in (*visits, *others) if each.appointment.is_planned]
    cared_for, caregiver = (id_in_role(people.values(), role) for role in (Role.CARED_FOR, Role.CAREGIVER))
    engaged: dict[UUID, dict[date, list[Engagement]]] = defaultdict(lambda: defaultdict(list))
    for one in _engagements(work, near, around, cared_for):
        engaged[one.person_id][one.start.date()].append(one)
    return Surroundings(
        people=people,
        engagements=engaged,
        travel=clashes.travel_by({each.place.id: each.place for each in around if each.place is not None}),
        closed=holidays_in(Span(span.first - timedelta(14), span.last)),
        clock24=household(work).clock24,
        at_work=at_work(work, [each for each in visits if each.appointment.day in span], caregiver),
    )


def _around(days: Iterable[date]) -> list[Span]:
    """These days, each with the one before and the one after, in as few stretches as that makes; in order.

    Visits may be months apart: what lies between them is not read.
    """
    found: list[Span] = []
    for day in sorted(set(days)):
        if found and day - A_DAY <= found[-1].last + A_DAY:
            found[-1] = Span(found[-1].first, day + A_DAY)
        else:
            found.append(Span(day - A_DAY, day + A_DAY))
    return found


def _engagements(
    work: UnitOfWork, near: Sequence[Span], around: Iterable[Visit], cared_for_id: UUID | None
) -> Iterable[Engagement]:
    for each in around:
        yield from clashes.engagements_of_visit(each.appointment, cared_for_id)
        for trip in each.trips:
            for driver in trip.drivers:
                yield from clashes.engagements_of_trip(trip, driver)
    for item in _promised(work, near):
        if item.state in (State.DONE, State.NOT_NEEDED):
            continue
        for person_id in item.helpers:
            engagement = clashes.engagement_of_item(item, person_id)
            if engagement is not None:
                yield engagement


def _promised(work: UnitOfWork, near: Sequence[Span]) -> Iterable[Item]:
    """What somebody said yes to in some stretches of days, but the rides of visits."""
    for plan in plans.promises_near(work, near):
        others = [task for task in plan.tasks if not task.is_ride_leg]
        yield from items_of(plan.span, others, plan.occurrences, plan.asks)
