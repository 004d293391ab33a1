"""Opens the dialogs of the Tasks tab, each imported when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.tasks import Item, Task
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.tasks.deeds import Deeds
from caregiver_app.words import tr


class TaskDialogs:
    """Every dialog belongs to one widget and is modal to its window."""

    def __init__(self, parts: Parts, deeds: Deeds, open_visit: Callable[[UUID], object], parent: QWidget) -> None:
        self._parts = parts
        self._deeds = deeds
        self._open_visit = open_visit
        self._parent = parent

    def new_task(self, day: date, week: Span, added: Callable[[Task], object]) -> None:
        """The empty form over a week; `added` is told of the new task."""
        from caregiver_app.ui.tasks.editor import TaskEditor

        form = TaskEditor(self._parts, day=day, week=week, parent=self._parent)
        form.added.connect(added)
        form.open()

    def open_item(self, item: Item) -> None:
        """The form of one time of a task; for a ride of a visit, the visit."""
        if item.task.is_ride_leg and item.task.appointment_id is not None:
            self._open_visit(item.task.appointment_id)
            return
        from caregiver_app.ui.tasks.editor import TaskEditor

        TaskEditor(self._parts, item=item, parent=self._parent).open()

    def choose_helper(self, item: Item) -> None:
        """The list of people who could do it."""
        from caregiver_app.ui.asking.ride_chooser import chooser_of
        from caregiver_app.ui.asking.ride_request import request_of

        request = request_of(self._parts.actions, item)
        chooser = chooser_of(self._parts, request, partial(self.open_item, item), self._parent)
        chooser.accepted.connect(partial(self._deeds.tell, self._deeds.visit_of(item)))
        chooser.open()

    def against(self, item: Item) -> Mapping[UUID, str]:
        """What the list of helpers knows that stands against a person."""
        from caregiver_app.ui.asking.ride_request import request_of

        found = self._parts.actions.read(request_of(self._parts.actions, item).choices)
        return {choice.person.id: tr(", ").join(choice.against) for choice in found if choice.against}

    def remove_item(self, item: Item) -> None:
        """Remove it; for a series, ask first how much of it is meant."""
        if item.task.repeat is None:
            self._deeds.remove(item, Scope.ALL)
            return
        from caregiver_app.ui.tasks.scope import ask_scope

        scope = ask_scope(self._parts, item, removing=True, parent=self._parent)
        if scope is not None:
            self._deeds.remove(item, scope)

    def start_from_ideas(self, week: Span) -> None:
        """The twelve common tasks, for a week."""
        from caregiver_app.ui.tasks.starters import StarterPicker

        StarterPicker(self._parts, week, self._parent).open()
