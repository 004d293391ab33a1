"""What one stretch of days needs from the database: three queries by index, whatever the years behind them."""

from __future__ import annotations

from sqlalchemy import and_, or_

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.tasks import Ask, Occurrence, Plan, Task
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


def _asks(work: UnitOfWork, found: list[Task], touched: list[Occurrence]) -> list[Ask]:
    single = asks.c.occurrence_id.in_([occurrence.id for occurrence in touched])
    series = [task.id for task in found if task.repeat is not None]
    standing = and_(asks.c.task_id.in_(series), asks.c.occurrence_id.is_(None))
    return work.where(Ask, or_(single, standing))
