"""Where reminders come from: tasks, visits and rides, papers for work, claims, small things, and typed ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID

from caregiver_app.domain.calendar import Span, days_of
from caregiver_app.domain.kinds import PartOfDay
from caregiver_app.domain.leave.papers import Clock, deadline
from caregiver_app.domain.leave.records import LeaveJob
from caregiver_app.domain.money.claim_clocks import NextStep, next_clock
from caregiver_app.domain.people import Person, Role, short_names
from caregiver_app.domain.reminder_words import (
    call_back_words,
    claim_words,
    coming_words,
    drivers_words,
    moment_words,
    needs_helper_words,
    paper_words,
)
from caregiver_app.domain.reminders import EVENING, About, Due, OwnReminder, due_of
from caregiver_app.domain.rides import Leg, Trip, travel_of
from caregiver_app.domain.selfcare import SmallThing
from caregiver_app.domain.sharing import guarded, neutral_words
from caregiver_app.domain.tasks import Item, State, Task
from caregiver_app.domain.visits import Visit
from caregiver_app.services import tasks
from caregiver_app.services.agenda import assemble
from caregiver_app.services.household import household, person_in_role
from caregiver_app.storage import care_rows as rows
from caregiver_app.storage import visits as visit_rows
from caregiver_app.storage.unit_of_work import UnitOfWork

MORNING = time(9)
BEFORE_TASK = timedelta(minutes=30)
BEFORE_RIDE = timedelta(hours=1)
PAPER_DAYS = 3  # so many days before a paper is due, and on the day
CLAIM_DAYS = 7
_FROM_DAY_ON = frozenset({Clock.BALANCE_REQUEST, Clock.METHOD_CHANGE, Clock.RECERTIFICATION})
_OF_WORK = frozenset({Clock.ELIGIBILITY_NOTICE, Clock.DESIGNATION_NOTICE})
_LAST_DAY = frozenset({NextStep.APPEAL, NextStep.OUTSIDE_REVIEW})
_DAY = timedelta(1)
_PARTS = {
    PartOfDay.MORNING: MORNING,
    PartOfDay.MIDDAY: time(11, 30),
    PartOfDay.AFTERNOON: time(14),
    PartOfDay.EVENING: time(17, 30),
}


def all_dues(work: UnitOfWork, span: Span) -> Iterator[Due]:
    """The reminders of some days from every source, in no order."""
    for source in (_of_tasks, _of_visits, _of_papers, _of_claims, _of_small_things, _of_own):
        yield from (due for due in source(work, span) if due.at.date() in span)


def _caregiver_id(work: UnitOfWork) -> UUID | None:
    me = person_in_role(work, Role.CAREGIVER)
    return me.id if me is not None else None


# Tasks


def _of_tasks(work: UnitOfWork, span: Span) -> Iterator[Due]:
    """The caregiver's own ones before their time, and on the evening before those that still need a helper."""
    me, clock24 = _caregiver_id(work), household(work).clock24
    for item in tasks.plan(work, Span(span.first, span.last + _DAY)).items():
        if item.task.is_ride_leg or item.state in (State.DONE, State.NOT_NEEDED):
            continue
        if me is not None and me in item.helpers:
            yield _own_task(item, clock24=clock24)
        elif item.is_open:
            evening = datetime.combine(item.day - _DAY, EVENING)
            title = needs_helper_words(_public(item.task), item.day)
            named = needs_helper_words(_name(item.task.title), item.day)
            yield Due(about=About.TASK, source_id=item.task.id, at=evening, title=title, named=named, last_day=item.day)


def _public(task: Task) -> str:
    """The title of a task in words that anyone may read."""
    return guarded(task.shown_title) or neutral_words(task.kind, task.title, task.when)


def _name(title: str) -> str:
    """What a thing is called inside the program, on one line."""
    return " ".join(title.split())


def _own_task(item: Item, *, clock24: bool) -> Due:
    when = item.task.when
    if when.clock is None:
        at = datetime.combine(item.day, _PARTS[when.part] if when.part is not None else MORNING)
    else:
        at = datetime.combine(item.day, when.clock) - BEFORE_TASK
    title = coming_words(_public(item.task), item.day, when.clock, clock24=clock24)
    named = coming_words(_name(item.task.title), item.day, when.clock, clock24=clock24)
    return Due(about=About.TASK, source_id=item.task.id, at=at, title=title, named=named)


# Visits and rides


def _of_visits(work: UnitOfWork, span: Span) -> Iterator[Due]:
    """Each visit on the evening before, and an hour before the caregiver leaves, or before a way without a driver."""
    me, clock24 = _caregiver_id(work), household(work).clock24
    names = short_names(work.all(Person))
    wide = Span(span.first - _DAY, span.last + 2 * _DAY)
    for visit in assemble(work, visit_rows.in_span(work, wide)):
        if visit.appointment.is_planned:
            yield _evening_before(visit, names, clock24=clock24)
            yield from _before_leaving(visit, me, clock24=clock24)


def _neutral(visit: Visit) -> str:
    """What a visit is called where others may look on."""
    public = visit.appointment.public_title.strip()
    return guarded(public) or (_public(visit.trips[0].item.task) if visit.trips else "") or _a_visit()


def _a_visit() -> str:
    from caregiver_app.domain.calendar import ANY_TIME
    from caregiver_app.domain.kinds import TaskKind

    return neutral_words(TaskKind.VISIT, "", ANY_TIME)


def _evening_before(visit: Visit, names: Mapping[UUID, str], *, clock24: bool) -> Due:
    there = visit.trip(Leg.THERE)
    start = there.pick_up if there is not None else visit.appointment.starts
    start = start or visit.appointment.starts
    day = start.date() if start is not None else visit.appointment.day
    clock = start.time() if start is not None else None
    drivers = dict.fromkeys(names[each] for trip in visit.trips for each in trip.drivers if each in names)
    return Due(
        about=About.RIDE,
        source_id=visit.id,
        at=datetime.combine(day - _DAY, EVENING),
        title=coming_words(_neutral(visit), day, clock, clock24=clock24),
        named=coming_words(_name(visit.appointment.title), day, clock, clock24=clock24),
        detail=drivers_words(tuple(drivers), sum(trip.is_open for trip in visit.trips)),
        last_day=day,
    )


def _before_leaving(visit: Visit, me: UUID | None, *, clock24: bool) -> Iterator[Due]:
    """One way that somebody else drives needs no reminder, unless the caregiver comes along or it is their own."""
    mine = me is not None and me in (visit.appointment.person_id, visit.appointment.companion_id)
    there = visit.trip(Leg.THERE)
    if mine and there is None and visit.appointment.starts is not None:
        leaving = visit.appointment.starts - (travel_of(visit.place) or timedelta())
        leaving -= timedelta(minutes=visit.appointment.early)
        yield _leaving(visit.id, leaving, _neutral(visit), _name(visit.appointment.title), clock24=clock24)
    for trip in visit.trips:
        leaving_at = _leaves(trip, visit, me, mine=mine)
        if leaving_at is not None:
            words, name = _public(trip.item.task), _name(trip.item.task.title)
            yield _leaving(trip.ride.id, leaving_at, words, name, clock24=clock24)


def _leaving(source_id: UUID, at: datetime, words: str, name: str, *, clock24: bool) -> Due:
    title, named = (coming_words(each, at.date(), at.time(), clock24=clock24) for each in (words, name))
    early = at - BEFORE_RIDE
    return Due(about=About.RIDE, source_id=source_id, at=early, title=title, named=named, last_day=at.date())


def _leaves(trip: Trip, visit: Visit, me: UUID | None, *, mine: bool) -> datetime | None:
    """When the caregiver leaves for one way; None when it is not for them to go."""
    drives = me is not None and me in trip.drivers
    if trip.pick_up is None or trip.item.state in (State.DONE, State.NOT_NEEDED):
        return None
    if trip.ride.leg is Leg.THERE and (drives or mine or trip.is_open):
        return trip.pick_up
    if trip.ride.leg is Leg.HOME and (drives or trip.is_open) and not mine:
        return trip.pick_up - (travel_of(visit.place) or timedelta())
    return None


# Papers, claims, small things, typed ones


def _of_papers(work: UnitOfWork, _span: Span) -> Iterator[Due]:
    from caregiver_app.services.leave.views import paper_clock

    for paper in rows.papers_to_remind(work):
        job = work.get(LeaveJob, paper.job_id)
        due = deadline(paper_clock(paper, job)).due if job is not None and not job.former else None
        if due is None:
            continue
        ahead = PAPER_DAYS if paper.clock not in _FROM_DAY_ON | _OF_WORK else 0
        for day in dict.fromkeys((due - timedelta(ahead), due)):
            yield _in_the_morning(About.LEAVE, paper.id, day, *paper_words(due))


def _of_claims(work: UnitOfWork, span: Span) -> Iterator[Due]:
    for claim in rows.open_claims(work):
        clock = next_clock(claim)
        if clock is None or clock.day is None:
            continue
        is_last = clock.step in _LAST_DAY
        for day in dict.fromkeys((clock.day - timedelta(CLAIM_DAYS if is_last else 0), clock.day)):
            words = claim_words(claim.company, clock.day, is_last=is_last)
            yield _in_the_morning(About.CLAIM, claim.id, day, *words)
    for call in rows.calls_back(work, span.first, span.last):
        if call.call_back_on is not None:
            words = call_back_words(call.company, call.call_back_on)
            yield _in_the_morning(About.CLAIM, call.id, call.call_back_on, *words)


def _in_the_morning(about: About, source_id: UUID, day: date, title: str, detail: str) -> Due:
    return Due(about=about, source_id=source_id, at=datetime.combine(day, MORNING), title=title, detail=detail)


def _of_small_things(work: UnitOfWork, span: Span) -> Iterator[Due]:
    from caregiver_app.services.small_things import times_in

    if not work.where(SmallThing, remind=True):
        return
    for each in times_in(work, span):
        if each.thing.remind and each.is_waiting and each.time.day is not None:
            at = each.starts or datetime.combine(each.time.day, MORNING)
            detail = each.thing.title.strip()
            yield Due(about=About.SELF_CARE, source_id=each.thing.id, at=at, title=moment_words(), detail=detail)


def _of_own(work: UnitOfWork, span: Span) -> Iterator[Due]:
    for each in work.all(OwnReminder):
        for day in days_of(each.day, each.repeat, span):
            yield due_of(each, day)
