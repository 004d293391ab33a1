"""What can be done with one card, each as one step that Undo takes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.spoken import day_words
from caregiver_app.domain.tasks import Answer, Item, State, Status
from caregiver_app.domain.today_words import LABEL, plain
from caregiver_app.ui.actions import Actions
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.domain.visits import Visit
    from caregiver_app.services.tasks import Scope
    from caregiver_app.storage.unit_of_work import UnitOfWork
    from caregiver_app.ui.asking.request import Request


class Deeds:
    """The steps that the board, its menus and dialogs share; each returns whether it was saved.

    `news` is given the visit of a ride as it was before a step that somebody may have to hear of.
    """

    def __init__(self, actions: Actions, news: Callable[[Visit], object] | None = None) -> None:
        self._actions = actions
        self._news = news

    @property
    def now(self) -> datetime:
        """This instant by the program's clock."""
        return self._actions.clock.now()

    def tick(self, item: Item) -> bool:
        """Done, or open again when it was done."""
        if item.state is State.DONE:
            return self._set(tr("Mark “{task}” not done"), item, Status.OPEN, tr("“{task}” is open again."))
        return self._set(tr("Mark “{task}” done"), item, Status.DONE, tr("“{task}” is done."))

    def set_needed(self, item: Item, *, needed: bool) -> bool:
        """Not needed this time, or needed again."""
        label = tr("Mark “{task}” as needed") if needed else tr("Mark “{task}” as not needed")
        told = tr("“{task}” is needed again.") if needed else tr("“{task}” is not needed this time.")
        status = Status.OPEN if needed else Status.NOT_NEEDED
        return self._and_tell(item, partial(self._set, label, item, status, told))

    def move(self, item: Item, day: date) -> bool:
        """To another day; a ride of a visit stays, and the reason is told."""
        from caregiver_app.services import tasks

        if self.belongs_to_visit(item):
            return False
        return self._run(tr("Move to {day}").format(day=day_words(day)), partial(tasks.move, item=item, day=day))

    def give(self, item: Item, person_id: UUID | None, name: str = "") -> bool:
        """Somebody does it, or nobody yet."""
        return self._and_tell(item, partial(self._request(item).give, person_id, name))

    def pass_on(self, item: Item, giver_id: UUID | None, taker_id: UUID | None, name: str = "") -> bool:
        """From one person to another, or to nobody yet; whoever else helps stays."""
        return self._and_tell(item, partial(self._request(item).pass_on, giver_id, taker_id, name))

    def ask(self, item: Item, person_id: UUID, name: str) -> bool:
        """Somebody was asked."""
        return self._request(item).ask(person_id, name)

    def answer(self, item: Item, person_id: UUID, answer: Answer, name: str) -> bool:
        """Somebody answered."""
        return self._request(item).answer(person_id, answer, name)

    def free(self, item: Item, person_id: UUID, name: str) -> bool:
        """Somebody can't come after all."""
        return self._request(item).free(person_id, name)

    def remove(self, item: Item, scope: Scope) -> bool:
        """Off the board; a ride of a visit stays, and the reason is told."""
        from caregiver_app.services import tasks

        if self.belongs_to_visit(item):
            return False
        return self._run(tr("Remove task"), partial(tasks.remove, item=item, scope=scope, now=self.now))

    def belongs_to_visit(self, item: Item) -> bool:
        """Whether it changes with its visit alone; then that is told."""
        from caregiver_app.services import tasks

        if item.task.is_ride_leg:
            self._actions.told.emit(tasks.leg_words())
        return item.task.is_ride_leg

    def copy_last_week(self, week: Span) -> bool:
        """Last week's single tasks, open again, in this week."""
        from caregiver_app.services import tasks

        before = self._actions.read(partial(tasks.plan, span=week.shifted(-7)))
        known = any(tasks.is_copied(item.task) for item in before.items())
        nothing = tr("Last week’s tasks are here already.") if known else tr("Last week has nothing to copy.")
        copy = partial(tasks.copy_last_week, week=week)
        return self._actions.run(tr("Copy last week’s tasks"), copy, nothing=nothing)

    def _and_tell(self, item: Item, step: Callable[[], bool]) -> bool:
        """Do a step; after it, the words for whoever had said yes to a ride that it changed."""
        before = self.visit_of(item)
        saved = step()
        if saved:
            self.tell(before)
        return saved

    def visit_of(self, item: Item) -> Visit | None:
        """The visit that a ride belongs to, as it is now; None for any other task."""
        if self._news is None or not item.task.is_ride_leg or item.task.appointment_id is None:
            return None
        return self._actions.read(partial(_visit, appointment_id=item.task.appointment_id))

    def tell(self, before: Visit | None) -> None:
        """The words for whoever has to hear of a change in a visit."""
        if before is not None and self._news is not None:
            self._news(before)

    def _request(self, item: Item) -> Request:
        from caregiver_app.ui.asking.ride_request import request_of

        return request_of(self._actions, item)

    def _set(self, label: str, item: Item, status: Status, told: str) -> bool:
        """`label` and `told` have a place for the title of the task."""
        from caregiver_app.services import tasks

        task = plain(item.task.title, LABEL)
        deed = partial(tasks.set_status, item=item, status=status, now=self.now)
        return self._actions.run(label.format(task=task), deed, told=told.format(task=task))

    def _run(self, label: str, action: Callable[[UnitOfWork], object]) -> bool:
        return self._actions.run(label, action)


def _visit(work: UnitOfWork, *, appointment_id: UUID) -> Visit | None:
    from caregiver_app.domain.appointments import Appointment
    from caregiver_app.services import agenda

    appointment = work.get(Appointment, appointment_id)
    return agenda.one_visit(work, appointment) if appointment is not None else None
