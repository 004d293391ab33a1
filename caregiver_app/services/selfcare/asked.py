"""Company that was asked for small things and not promised yet: who is asked, and the end of the asking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.selfcare import SmallThing, SmallThingTime
from caregiver_app.domain.tasks import Item, State, Status, Task
from caregiver_app.services import tasks
from caregiver_app.services.small_things import kept
from caregiver_app.storage.unit_of_work import UnitOfWork

_WEEK = timedelta(6)


def still_asked(work: UnitOfWork, *, week: date | None = None, thing: SmallThing | None = None) -> list[Item]:
    """The tasks that `end_asking` ends when a small thing, or all, are left for a week, or for every one.

    Whoever was asked is to hear that nobody needs to come.
    """
    return [item for time in _times(work, week, thing) if (item := _asked_item(work, time)) is not None]


def _times(work: UnitOfWork, week: date | None, thing: SmallThing | None) -> Iterator[SmallThingTime]:
    found = work.all(SmallThingTime) if week is None else kept(work, Span(week, week + _WEEK)).values()
    for each in found:
        if each.done_at is None and (thing is None or each.thing_id == thing.id):
            yield each


def end_asking(work: UnitOfWork, known: SmallThingTime) -> None:
    """Nobody needs to come for a small thing that is left; a yes stands, since that person counts on coming."""
    item = _asked_item(work, known)
    if item is not None:
        work.put(replace(item.occurrence, status=Status.NOT_NEEDED))


def _asked_item(work: UnitOfWork, known: SmallThingTime) -> Item | None:
    """The task that was made for it, while somebody is asked and nobody has said yes."""
    task = work.get(Task, known.cover_task_id) if known.cover_task_id is not None else None
    if task is None:
        return None
    items = tasks.plan(work, Span(task.day, task.day)).items()
    item = next((each for each in items if each.task.id == task.id), None)
    return item if item is not None and item.state is State.ASKED and not item.helpers else None
