"""What a stretch of days, or one person, needs from the database: few questions by index, whatever the years behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import and_, or_, select

from caregiver_app.domain.calendar import FOREVER, Span
from caregiver_app.domain.tasks import Answer, Ask, Occurrence, Plan, Status, Task, overlaps
from caregiver_app.storage.tables import asks, occurrences, tasks
from caregiver_app.storage.unit_of_work import UnitOfWork


def plan(work: UnitOfWork, span: Span) -> Plan:
    """The tasks, touched times and asks behind a stretch of days."""
    touched = work.where(
        Occurrence,
        or_(
            occurrences.c.day.between(span.first, span.last),
            occurrences.c.original.between(span.first, span.last),
        ),
    )
    shown = {occurrence.task_id for occurrence in touched}  # also where the series was changed or moved since
    running = and_(tasks.c.last_day >= span.first, tasks.c.day <= span.last)
    found = work.where(Task, or_(running, tasks.c.id.in_(shown)))
    return Plan(
        span=span,
        tasks=tuple(found),
        occurrences=tuple(touched),
        asks=tuple(_asks(work, found, touched)),
    )


def promises_near(work: UnitOfWork, spans: Sequence[Span]) -> list[Plan]:
    """What is promised on some stretches of days in order, which may lie far apart: a plan of each, asks and all.

    What nobody said yes to is not among it.
    """
    if not spans:
        return []
    of, now = tasks.c, occurrences.c
    days = [day for span in spans for day in span.days()]
    touched = work.where(Occurrence, or_(now.day.in_(days), now.original.in_(days)))
    whole = and_(of.last_day >= spans[0].first, of.day <= spans[-1].last, of.repeat.is_not(None))
    known = or_(of.last_day.in_(days), whole, of.id.in_({each.task_id for each in touched}))
    found = work.where(Task, known)
    said = _asks(work, found, touched)
    yes = {ask.task_id for ask in said if ask.answer is Answer.YES}
    theirs = [task for task in found if task.id in yes]
    return [_part(span, theirs, touched, said) for span in spans]


def _part(span: Span, found: Iterable[Task], touched: Iterable[Occurrence], said: Iterable[Ask]) -> Plan:
    """What of it has to do with one stretch."""
    near = tuple(each for each in touched if each.day in span or each.original in span)
    shown = {each.task_id for each in near}
    times = {None, *(each.id for each in near)}
    on = tuple(task for task in found if task.id in shown or overlaps(task, span))
    theirs = {task.id for task in on}
    asked = tuple(ask for ask in said if ask.task_id in theirs and ask.occurrence_id in times)
    return Plan(span=span, tasks=on, occurrences=near, asks=asked)


def open_in(work: UnitOfWork, span: Span, series: Iterable[Task]) -> Plan:
    """What is behind some days without the asks: single tasks that are not done, and some series.

    Series that ended then are among them, and such as ended before but for a time that was moved there.
    """
    of, now = tasks.c, occurrences.c
    on_them = now.day.between(span.first, span.last)
    settled = select(now.task_id).where(on_them, now.status != Status.OPEN, now.removed_at.is_(None))
    moved = select(now.task_id).where(on_them, now.status == Status.OPEN, now.removed_at.is_(None))
    ended = of.last_day.between(span.first, span.last)
    then = and_(ended, or_(of.repeat.is_not(None), of.id.not_in(settled)))
    before = and_(of.id.in_(moved), of.last_day < span.first, of.repeat.is_not(None))
    found = [*work.where(Task, or_(then, before)), *series]
    theirs = now.task_id.in_([task.id for task in found])
    near = or_(on_them, now.original.between(span.first, span.last))
    touched = work.where(Occurrence, theirs, near) if found else []
    return Plan(span=span, tasks=tuple(found), occurrences=tuple(touched), asks=())


def with_asks(work: UnitOfWork, plan: Plan) -> Plan:
    """The same, with who was asked and what they said."""
    return replace(plan, asks=tuple(_asks(work, list(plan.tasks), list(plan.occurrences))))


def promised(work: UnitOfWork, person_id: UUID, day: date) -> Plan:
    """The same behind what one person said yes to, from a day on: whole tasks, also where others said yes."""
    said = asks.c
    theirs = (said.person_id == person_id, said.answer == Answer.YES, said.removed_at.is_(None))
    now = occurrences.c
    later = select(now.task_id).where(now.day >= day, now.removed_at.is_(None))
    found = work.where(
        Task,
        tasks.c.id.in_(select(said.task_id).where(*theirs)),
        or_(tasks.c.last_day >= day, tasks.c.id.in_(later)),
    )
    touched = work.where(
        Occurrence, now.task_id.in_([task.id for task in found]), or_(now.day >= day, now.original >= day)
    )
    return Plan(
        span=Span(day, FOREVER),
        tasks=tuple(found),
        occurrences=tuple(touched),
        asks=tuple(_asks(work, found, touched)),
    )


def _asks(work: UnitOfWork, found: list[Task], touched: list[Occurrence]) -> list[Ask]:
    single = asks.c.occurrence_id.in_([occurrence.id for occurrence in touched])
    series = [task.id for task in found if task.repeat is not None]
    standing = and_(asks.c.task_id.in_(series), asks.c.occurrence_id.is_(None))
    return work.where(Ask, or_(single, standing))
