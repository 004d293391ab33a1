"""Asking people for one time of a task."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from caregiver_app.domain.calendar import Span, month_of
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.spoken import day_words, time_words
from caregiver_app.domain.tasks import Answer
from caregiver_app.ui.asking.request import Circle, Request
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.domain.choosing import Choice
    from caregiver_app.domain.household import Household
    from caregiver_app.storage.unit_of_work import UnitOfWork


class TaskRequest(Request):
    """Who had said yes stays where a task needs several people."""

    @property
    def title(self) -> str:
        return tr("Choose a helper")

    @property
    def opens(self) -> str:
        return tr("Edit task")

    def about(self, family: Household) -> str:
        task = self.item.task
        when = time_words(task.when, family.clock24).lower()
        title = " ".join(task.title.split())
        return tr("{title}, {day}, {time}").format(title=title, day=day_words(self.item.day), time=when)

    @property
    def place(self) -> str:
        return self.item.task.place.strip()

    def message(self, person: Person, circle: Circle, *, place: bool) -> str:
        from caregiver_app.domain.asking import ask_message

        caregiver, cared_for = circle.in_role(Role.CAREGIVER), circle.in_role(Role.CARED_FOR)
        return ask_message(self.item, person, caregiver, cared_for, circle.family.clock24, include_place=place)

    def choices(self, work: UnitOfWork) -> list[Choice]:
        from caregiver_app.domain.choosing import choose
        from caregiver_app.services import people, tasks

        month = tasks.plan(work, month_of(self.item.day)).items()
        return choose(people.everybody(work), self.item, month, self.actions.clock.today())

    def again(self) -> Request | None:
        from caregiver_app.services import tasks

        day = self.item.day
        items = self.actions.read(partial(tasks.plan, span=Span(day, day))).items()
        now = next((item for item in items if item.id == self.item.id), None)
        return TaskRequest(self.actions, now) if now is not None else None

    def keep_given(self, work: UnitOfWork, *, person_id: UUID | None, now: datetime) -> None:
        from caregiver_app.services import tasks

        if person_id is not None and self.item.task.needed > 1 and self.item.still_needed:
            tasks.promise(work, item=self.item, person_id=person_id, now=now)
        else:
            tasks.hand_over(work, item=self.item, person_id=person_id, now=now)

    def keep_asked(self, work: UnitOfWork, *, person_id: UUID, now: datetime) -> None:
        from caregiver_app.services import tasks

        tasks.ask(work, item=self.item, person_id=person_id, now=now)

    def keep_answer(self, work: UnitOfWork, *, person_id: UUID, answer: Answer, now: datetime) -> None:
        from caregiver_app.services import tasks

        tasks.answer(work, item=self.item, person_id=person_id, answer=answer, now=now)

    def keep_freed(self, work: UnitOfWork, *, person_id: UUID, now: datetime) -> None:
        from caregiver_app.services import tasks

        tasks.free(work, item=self.item, person_id=person_id, now=now)

    def keep_passed(self, work: UnitOfWork, *, giver_id: UUID | None, taker_id: UUID | None, now: datetime) -> None:
        from caregiver_app.services import tasks

        if giver_id is not None:
            tasks.free(work, item=self.item, person_id=giver_id, now=now)
        if taker_id is not None:
            tasks.promise(work, item=self.item, person_id=taker_id, now=now)
