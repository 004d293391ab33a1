"""Saving the task form as one step: the task, who does it, and a new helper when one was named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from caregiver_app.domain.people import Person
from caregiver_app.domain.tasks import Item, Task
from caregiver_app.services import people, tasks
from caregiver_app.services.tasks import Scope

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, kw_only=True)
class Handover:
    """Who is to do it from now on: a person, a new one, or nobody yet."""

    person_id: UUID | None = None
    newcomer: Person | None = None

    @property
    def helper_id(self) -> UUID | None:
        """The id of whoever it is."""
        return self.newcomer.id if self.newcomer is not None else self.person_id


def add_task(work: UnitOfWork, *, task: Task, handover: Handover, now: datetime) -> None:
    """Keep a new task."""
    _welcome(work, handover)
    tasks.add(work, task=task, helper_id=handover.helper_id, now=now)


def save_task(
    work: UnitOfWork, *, item: Item, edited: Task, scope: Scope, handover: Handover | None, now: datetime
) -> None:
    """Keep a changed task; without `handover` everybody who helps stays."""
    after = tasks.save(work, item=item, edited=edited, scope=scope)
    if handover is None:
        return
    _welcome(work, handover)
    if after.task.repeat is not None and scope is not Scope.ONE:
        tasks.hand_over_all(work, task=after.task, person_id=handover.helper_id, now=now)
        for helper_id in after.helpers:
            if helper_id != handover.helper_id:
                tasks.free(work, item=after, person_id=helper_id, now=now)
    else:
        tasks.hand_over(work, item=after, person_id=handover.helper_id, now=now)


def _welcome(work: UnitOfWork, handover: Handover) -> None:
    if handover.newcomer is not None:
        people.save(work, person=handover.newcomer)
