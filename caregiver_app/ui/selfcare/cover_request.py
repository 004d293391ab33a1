"""Asking somebody to sit with her; the task for it is kept with the first step, and never says what the time is for."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from caregiver_app.domain.calendar import week_of
from caregiver_app.domain.people import Role
from caregiver_app.domain.selfcare import CareKind, SmallThing
from caregiver_app.domain.selfcare_week import ThingThisWeek, cover_slot
from caregiver_app.domain.tasks import Item, Task, occurrence_of
from caregiver_app.services import selfcare, tasks
from caregiver_app.services.household import household, person_in_role
from caregiver_app.ui.actions import Actions
from caregiver_app.ui.asking.task_request import TaskRequest
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.domain.choosing import Choice
    from caregiver_app.storage.unit_of_work import UnitOfWork

A_BREAK = SmallThing(title="–", kind=CareKind.REST, minutes=60)  # stands for time of one's own that has no name


def request_for(actions: Actions, each: ThingThisWeek | None) -> CoverRequest:
    """What people are asked for a small thing, or for a break without a name."""
    return actions.read(partial(_request, actions=actions, each=each))


def _request(work: UnitOfWork, *, actions: Actions, each: ThingThisWeek | None) -> CoverRequest:
    her = person_in_role(work, Role.CARED_FOR)
    name = her.first_name if her is not None else tr("your person")
    thing = each.thing if each is not None else None
    item = selfcare.cover_item(work, time=each.next_time) if each is not None else None
    if item is None:
        day, clock = cover_slot(each, actions.clock.local().replace(tzinfo=None))
        item = _item(work, thing, day, clock)
    return CoverRequest(actions, item, thing, name)


def _item(work: UnitOfWork, thing: SmallThing | None, day: date, clock: time) -> Item:
    task = selfcare.cover_task(work, thing=thing or A_BREAK, day=day, clock=clock)
    return Item(task, occurrence_of(task, task.day))


class CoverRequest(TaskRequest):
    """The first step keeps the task, and the time of the small thing with it."""

    def __init__(self, actions: Actions, item: Item, thing: SmallThing | None, name: str) -> None:
        super().__init__(actions, item)
        self._thing, self._name = thing, name

    def move(self, day: date, clock: time) -> None:
        """Ask for another time; nothing is kept of it before somebody is asked."""
        if (day, clock) != (self.item.day, self.item.task.when.clock):
            self.item = self.actions.read(partial(_item, thing=self._thing, day=day, clock=clock))

    @property
    def title(self) -> str:
        return tr("Who could sit with {name}?").format(name=self._name)

    def choices(self, work: UnitOfWork) -> list[Choice]:
        """Everybody but the caregiver, whose time it is."""
        return [each for each in super().choices(work) if each.person.role is not Role.CAREGIVER]

    def keep_given(self, work: UnitOfWork, *, person_id: UUID | None, now: datetime) -> None:
        self._keep(work)
        super().keep_given(work, person_id=person_id, now=now)

    def keep_asked(self, work: UnitOfWork, *, person_id: UUID, now: datetime) -> None:
        self._keep(work)
        super().keep_asked(work, person_id=person_id, now=now)

    def _keep(self, work: UnitOfWork) -> None:
        task = self.item.task
        if work.get(Task, task.id) is not None:
            return
        if self._thing is None:
            tasks.add(work, task=task, helper_id=None, now=self.actions.clock.now())
        else:
            week = week_of(task.day, household(work).week_start).first
            selfcare.keep_cover(work, thing=self._thing, week=week, task=task)
