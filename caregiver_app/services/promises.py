"""All that one person has said yes to from a day on, however far ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from caregiver_app.domain import tasks as rules
from caregiver_app.domain.calendar import FOREVER, Span
from caregiver_app.domain.tasks import Item, Task
from caregiver_app.storage import plans
from caregiver_app.storage.unit_of_work import UnitOfWork

WEEKS_AHEAD = 8  # so far a task that comes again is told time for time


def promised(work: UnitOfWork, *, person_id: UUID, today: date) -> list[Item]:
    """Each time of a task that the person said yes to, in order, without the rides of visits.

    A task that comes again goes on for eight weeks; a time of it that was moved further ahead is there as well.
    """
    plan = plans.promised(work, person_id, today)
    whole = {task.id: task for task in plan.tasks if not task.is_ride_leg}
    last = today + timedelta(7 * WEEKS_AHEAD)
    near = _until(whole.values(), last)
    items = rules.items_of(Span(today, FOREVER), near, plan.occurrences, plan.asks)
    return [replace(item, task=whole[item.task.id]) for item in items if person_id in item.helpers]


def _until(tasks: Iterable[Task], last: date) -> Iterator[Task]:
    """The tasks, those that come again up to a day only."""
    for task in tasks:
        if task.repeat is None or task.last_day <= last:
            yield task
        elif (head := rules.ends_before(task, last + timedelta(1))) is not None:
            yield head
