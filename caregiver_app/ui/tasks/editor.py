"""The task form. Only the title is needed; days and times are read as people type them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.entries import parse_day, parse_minutes, parse_time
from caregiver_app.domain.kinds import PartOfDay
from caregiver_app.domain.people import Role
from caregiver_app.domain.problems import InvalidEntry, Refused
from caregiver_app.domain.quick_add import read_offer
from caregiver_app.domain.spoken import day_words, minutes_words, part_words, shown_day, time_words
from caregiver_app.domain.tasks import Item, Task, aligned, occurrence_of
from caregiver_app.services import household, people, tasks
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.asking.task_request import TaskRequest
from caregiver_app.ui.asking.who_choice import Special, Who, WhoChoice
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.tasks.draft import Again, Draft, draft_of, kind_of, read_draft
from caregiver_app.ui.tasks.more_fields import MoreFields
from caregiver_app.ui.tasks.repeat_fields import RepeatFields
from caregiver_app.ui.tasks.saving import Handover, add_task, save_task
from caregiver_app.ui.tasks.scope import ask_scope
from caregiver_app.ui.tasks.words import again_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import DANGER, QUIET, Button
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit, TextArea
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

DAYS_OFFERED = 14
PLACES_BACK = 60


class TaskEditor(Editor):
    """Adds a task on `day`, or changes the time of a task that `item` is. `added` brings the new task.

    `week` is on show behind the form: of a new task in another one, the notice tells the day.
    """

    WIDTH = 640
    added = Signal(object)  # Task

    def __init__(
        self,
        parts: Parts,
        *,
        day: date | None = None,
        item: Item | None = None,
        week: Span | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._item = item
        self._week = week
        actions = parts.actions
        self._today = actions.clock.today()
        self._family = actions.read(household.household)
        super().__init__(parts, tr("Edit task") if item else tr("New task"), tr("Save task"), parent)
        self._draft = self._first_draft(day or self._today)
        self._who_at_first: Who = self._first_who()
        self._main_fields()
        self._when_fields()
        self._note_fields()
        self._more_section()
        if item is not None:
            self.remove_button = Button(self.theme, tr("Remove task"), kind=DANGER)
            self.remove_button.clicked.connect(self._remove)
            self.foot.insertWidget(0, self.remove_button)
        self.title.setFocus()

    def _first_draft(self, day: date) -> Draft:
        person = self.parts.actions.read(partial(household.person_in_role, role=Role.CARED_FOR))
        cared_for = person.first_name if person is not None else ""
        if self._item is None:
            weekdays = frozenset({day.weekday()})
            return Draft(day=shown_day(day, self._today), weekdays=weekdays, cared_for=cared_for)
        clock24 = self._family.clock24
        return replace(draft_of(self._item.task, self._item.day, self._today, clock24=clock24), cared_for=cared_for)

    def _first_who(self) -> Who:
        helpers = self._item.helpers if self._item is not None else ()
        return Special.AS_NOW if len(helpers) > 1 else next(iter(helpers), None)

    # The fields

    def _main_fields(self) -> None:
        theme = self.theme
        self.title = LineEdit(self._draft.title)
        self.title.setPlaceholderText(tr("Example: Pick up groceries"))
        self.add_field("title", Field(theme, tr("What needs to be done"), self.title))
        self.who = WhoChoice(self.theme, self._as_request(), self._who_at_first)
        sentence = tr("They are not sent anything. You can print their list, or ask them in your own words.")
        self.add_field("who", Field(theme, tr("Who can help"), self.who, help_text=sentence))
        self.newcomer = LineEdit()
        self.newcomer.setPlaceholderText(tr("Ben 555-0142, drives"))
        more = tr("A name is enough. Phone, days and what they like to do can stand in the same line.")
        self.add_field("name", Field(theme, tr("The new helper"), self.newcomer, help_text=more)).hide()
        self.who.currentIndexChanged.connect(self._who_changed)
        self.title.editingFinished.connect(self._follow)

    def _when_fields(self) -> None:
        theme = self.theme
        self.day = _typed_choice(theme, self._draft.day, self._offered_days())
        self.time = _typed_choice(theme, self._draft.time, _offered_times())
        _line(self.time).setPlaceholderText(part_words(None))
        self.again = ComboBox(theme)
        for again in Again:
            self.again.add(again_words(again), again)
        self.again.choose(self._draft.again)
        self.repeat = RepeatFields(theme, self._draft, self._family.week_start)
        self.fields["day"] = Field(theme, tr("Day"), self.day)
        self.fields["when"] = Field(theme, tr("Time"), self.time, optional=True)
        self.fields["again"] = Field(theme, tr("Repeat"), self.again)
        self.fields |= self.repeat.fields
        self.body.addWidget(_row(theme.px(12), [self.fields[name] for name in ("day", "when", "again")]))
        self.body.addWidget(self.repeat)
        self.again.currentIndexChanged.connect(self._again_changed)
        for name, control, read in self._typed():
            control.editingFinished.connect(partial(self._settle, name, control, read))

    def _note_fields(self) -> None:
        self.notes = TextArea(self.theme, self._draft.notes, lines=2)
        sentence = tr("These can print on the helper’s sheet. Leave out private health details.")
        self.add_field(
            "notes", Field(self.theme, tr("Notes for the helper"), self.notes, optional=True, help_text=sentence)
        )

    def _more_section(self) -> None:
        actions = self.parts.actions
        self.more_button = Button(self.theme, tr("More choices"), kind=QUIET, icon="chevron-down")
        self.more_button.clicked.connect(self.show_more)
        helpers = actions.read(people.helpers)
        self.more = MoreFields(self.theme, self._draft, helpers, actions.read(self._places))
        self.more.hide()
        self.fields |= self.more.fields
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.more)
        self.body.addStretch(1)
        self.more.length.editingFinished.connect(partial(self._settle, "minutes", self.more.length, self._read_length))
        self.more.kind.currentIndexChanged.connect(self._follow)

    def show_more(self) -> None:
        """Bring the rarer fields into sight."""
        self.more_button.hide()
        self.more.show()
        self.more.kind.setFocus()
        QTimer.singleShot(0, self, partial(self.show_field, self.more))  # when it has its place

    def _places(self, work: UnitOfWork) -> list[str]:
        """Places of the last weeks, so that nobody types one twice."""
        span = Span(self._today - timedelta(PLACES_BACK), self._today + timedelta(PLACES_BACK))
        return sorted({task.place for task in tasks.plan(work, span).tasks if task.place})

    def _offered_days(self) -> list[str]:
        return [day_words(self._today + timedelta(n)) for n in range(DAYS_OFFERED)]

    # While it is filled in

    def _typed(self) -> list[tuple[str, QLineEdit, Callable[[str], str]]]:
        """Fields that are read when they are left: what was understood stands there then."""
        return [
            ("day", _line(self.day), self._read_day),
            ("when", _line(self.time), self._read_time),
            ("until", self.repeat.until, self._read_until),
        ]

    def _settle(self, name: str, control: QLineEdit, read: Callable[[str], str]) -> None:
        if self.settle(name, control, read) and name in ("day", "when"):
            self._rank()

    def _read_day(self, text: str) -> str:
        return shown_day(parse_day(text, self._today), self._today)

    def _read_until(self, text: str) -> str:
        return day_words(parse_day(text, self._today), with_year=True)

    def _read_time(self, text: str) -> str:
        return time_words(parse_time(text), self._family.clock24)

    def _read_length(self, text: str) -> str:
        return minutes_words(parse_minutes(text) or 0)

    def _who_changed(self) -> None:
        self.fields["name"].setVisible(self.who.value() is Special.NEW)

    def _again_changed(self) -> None:
        again = self.again.value()
        assert isinstance(again, Again), "the list holds nothing else"
        self.repeat.show_for(again)

    def _follow(self) -> None:
        """The title or the kind has changed: what follows from them changes too."""
        if self.title.text().strip():
            self.put_right("title")
        self.more.follow(self.draft())
        self._rank()

    def _rank(self) -> None:
        """Who fits best, for the kind, the day and the time that stand there now."""
        who = self.who.value()
        self.who.rank(self._as_request(), who)  # type: ignore[arg-type]

    def draft(self) -> Draft:
        """What stands in the form now."""
        values: dict[str, Any] = {
            "title": self.title.text(),
            "day": self.day.currentText(),
            "time": self.time.currentText(),
            "again": self.again.value(),
            "notes": self.notes.toPlainText(),
            **self.repeat.typed(),
            **self.more.typed(),
        }
        return replace(self._draft, **values)

    def _as_request(self) -> TaskRequest:
        return TaskRequest(self.parts.actions, self._as_item())

    def _as_item(self) -> Item:
        """The task as far as it can be read, to rank people for it."""
        draft = self.draft() if hasattr(self, "more") else self._draft
        item = self._item or _nothing_yet(self._today)
        try:
            task = read_draft(replace(draft, title=draft.title or "?"), self._today, item.task)
        except Refused:
            return replace(item, task=replace(item.task, kind=kind_of(draft)))
        return replace(item, task=task, occurrence=replace(item.occurrence, day=task.day))

    def values(self) -> object:
        return self.draft(), self.who.value(), self.newcomer.text()

    # Saving

    def save(self) -> bool:
        edited, handover = self._read()
        actions = self.parts.actions
        now = actions.clock.now()
        if self._item is None:
            return self._add(aligned(edited), handover or Handover(), now)
        scope = Scope.ALL
        if self._item.task.repeat is not None:
            chosen = ask_scope(self.parts, self._item, removing=False, parent=self)
            if chosen is None:
                return False
            scope = chosen
        return actions.run(
            tr("Change task"),
            partial(save_task, item=self._item, edited=edited, scope=scope, handover=handover, now=now),
        )

    def _add(self, task: Task, handover: Handover, now: datetime) -> bool:
        in_sight = self._week is None or bool(task.days(self._week))
        day = "" if in_sight else shown_day(task.day, self._today)
        keep = partial(add_task, task=task, handover=handover, now=now)
        added = self.parts.actions.run(tr("Add task"), keep, day=day)
        if added:
            self.added.emit(task)
        return added

    def _read(self) -> tuple[Task, Handover | None]:
        """Task and helper as typed. Each wrong field says so; the last sentence is raised."""
        problems: list[InvalidEntry] = []
        base = self._item.task if self._item is not None else None
        task: Task | None = None
        handover: Handover | None = None
        try:
            task = read_draft(self.draft(), self._today, base)
        except Refused as refused:
            problems += refused.problems
        try:
            handover = self._handover()
        except InvalidEntry as problem:
            problems.append(problem)
        for each in problems[:-1]:
            self.fields[each.field].set_error(each.message)
        if problems:
            raise problems[-1]
        assert task is not None, "without problems there is a task"
        return task, handover

    def _handover(self) -> Handover | None:
        who = self.who.value()
        if who is Special.NEW:
            newcomer = read_offer(self.newcomer.text(), self._today).person(self._today)
            self.parts.actions.read(partial(people.refuse_alike, typed=newcomer))
            return Handover(newcomer=newcomer)
        if who == self._who_at_first:
            return None
        return Handover(person_id=who)  # type: ignore[arg-type]

    def refuse(self, name: str, sentence: str) -> None:
        if name in self.more.fields:
            self.show_more()
        super().refuse(name, sentence)

    def _remove(self) -> None:
        assert self._item is not None, "only a kept task can be removed"
        scope = Scope.ALL
        if self._item.task.repeat is not None:
            chosen = ask_scope(self.parts, self._item, removing=True, parent=self)
            if chosen is None:
                return
            scope = chosen
        now = self.parts.actions.clock.now()
        if self.parts.actions.run(tr("Remove task"), partial(tasks.remove, item=self._item, scope=scope, now=now)):
            self.done(self.DialogCode.Rejected)


def _nothing_yet(day: date) -> Item:
    task = Task(title="?", day=day)
    return Item(task, occurrence_of(task, day))


def _typed_choice(theme: Theme, text: str, offered: list[str]) -> ComboBox:
    """A line to type in, with common answers to pick from."""
    box = ComboBox(theme)
    box.setEditable(True)
    box.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
    box.setCompleter(None)  # type: ignore[arg-type]
    box.addItems(offered)
    box.setEditText(text)
    return box


def _line(box: ComboBox) -> QLineEdit:
    line = box.lineEdit()
    assert line is not None, "it can be typed into"
    return line


def _offered_times() -> list[str]:
    return [part_words(part) for part in (None, *PartOfDay)]


def _row(gap: int, fields: list[Field]) -> QWidget:
    """Fields side by side; their labels stay in one line whatever stands below them."""
    row = Reflow(gap, 38)
    for field, share in zip(fields, (4, 3, 4), strict=True):
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(QMargins())
        column.addWidget(field)
        column.addStretch(1)
        row.add(holder, share)
    return row
