"""Tasks as a list: search, filters, and a table that opens with Enter."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum, auto
from functools import partial
from uuid import UUID

from PySide6.QtCore import QMargins, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.person_words import kind_words
from caregiver_app.domain.tasks import Item
from caregiver_app.services import tasks
from caregiver_app.ui.asking.who_choice import person_name
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.tasks.card_words import first_name
from caregiver_app.ui.tasks.deeds import Deeds
from caregiver_app.ui.tasks.table_model import Column, Filter, Shown, TaskTable, row_of
from caregiver_app.ui.tasks.week import WeekView
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.table import OPENING, CalmTable, Columns
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

COLUMNS = Columns(
    widths={Column.DAY: 130, Column.TIME: 110, Column.WHO: 150, Column.STATE: 170, Column.KIND: 150},
    wide=Column.TITLE,
    least=160,
    out=(Column.KIND, Column.TIME, Column.WHO),
)
KEYS = OPENING | {Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_H}


class Stretch(Enum):
    """Which days the list reaches over."""

    WEEK = auto()
    NEXT_WEEKS = auto()
    NEXT_MONTHS = auto()
    LAST_WEEKS = auto()
    LAST_YEAR = auto()

    def span(self, week: Span, today: date) -> Span:
        """The days; `week` is the one that is shown."""
        ahead = {Stretch.NEXT_WEEKS: 28, Stretch.NEXT_MONTHS: 92}
        behind = {Stretch.LAST_WEEKS: 28, Stretch.LAST_YEAR: 365}
        if self in ahead:
            return Span(today, today + timedelta(ahead[self]))
        return Span(today - timedelta(behind[self]), today) if self in behind else week


class TaskList(QWidget):
    """`opened` and `removal_wanted` bring an Item."""

    opened = Signal(object)
    removal_wanted = Signal(object)
    choice_wanted = Signal(object)

    def __init__(self, parts: Parts, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._deeds = parts, deeds
        self._view: WeekView | None = None
        self._people: tuple[object, ...] = ()
        theme = parts.theme
        self.search = LineEdit()
        self.search.setPlaceholderText(tr("Title, name, place or note"))
        self.search.setClearButtonEnabled(True)
        self.shown, self.kind, self.person, self.stretch = (ComboBox(theme) for _ in range(4))
        self.count = Text(theme, "", "caption", ink="text2")
        self.model = TaskTable(self)
        self.table = CalmTable(theme, self.model, tr("Tasks"), COLUMNS, keys=KEYS)
        self.table.setMinimumHeight(theme.px(240))
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(Column.DAY, Qt.SortOrder.AscendingOrder)
        self._fill_choices()
        self._lay_out(theme)
        self._connect()

    def _fill_choices(self) -> None:
        for value, words in (
            (Shown.ALL, tr("All")),
            (Shown.OPEN, tr("Still open")),
            (Shown.ASKED, tr("Asked")),
            (Shown.COVERED, tr("Covered")),
            (Shown.DONE, tr("Done")),
        ):
            self.shown.add(words, value)
        self.kind.add(tr("Any kind"), None)
        for kind in TaskKind:
            self.kind.add(kind_words(kind), kind)
        for stretch, words in (
            (Stretch.WEEK, tr("This week only")),
            (Stretch.NEXT_WEEKS, tr("The next 4 weeks")),
            (Stretch.NEXT_MONTHS, tr("The next 3 months")),
            (Stretch.LAST_WEEKS, tr("The last 4 weeks")),
            (Stretch.LAST_YEAR, tr("The last 12 months")),
        ):
            self.stretch.add(words, stretch)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(12))
        filters = Flow(theme.px(12))
        for name, control, width in (
            (tr("Find"), self.search, 230),
            (tr("Show"), self.shown, 140),
            (tr("Kind"), self.kind, 170),
            (tr("Who"), self.person, 180),
            (tr("When"), self.stretch, 190),
        ):
            control.setFixedWidth(theme.px(width))
            filters.add(Field(theme, name, control))
        column.addWidget(filters)
        column.addWidget(self.count)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._choose)
        for box in (self.shown, self.kind, self.person):
            box.currentIndexChanged.connect(self._choose)
        self.stretch.currentIndexChanged.connect(self._read)
        self.table.activated.connect(self._open)
        self.table.pressed_key.connect(self._pressed)

    def reload(self, view: WeekView | None) -> None:
        """Show what the file has now; `view` is the week of the page."""
        self._view = view
        if view is not None:
            self._fill_people(view)
            self._read()

    def find_text(self) -> None:
        """Put the keyboard into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _fill_people(self, view: WeekView) -> None:
        people = ([view.caregiver] if view.caregiver else []) + list(view.helpers)
        if tuple(people) == self._people:
            return
        self._people = tuple(people)
        chosen = self.person.value()
        self.person.blockSignals(True)  # Qt's own
        self.person.clear()
        self.person.add(tr("Anybody"), None)
        for person in people:
            self.person.add(person_name(person), person.id)
        self.person.choose(chosen)
        self.person.blockSignals(False)

    def _read(self) -> None:
        view = self._view
        if view is None:
            return
        today = self._parts.actions.clock.today()
        stretch = self.stretch.value()
        assert isinstance(stretch, Stretch), "the list holds nothing else"
        plan = self._parts.actions.read(partial(tasks.plan, span=stretch.span(view.span, today)))
        names = {person.id: first_name(person.id, view) for person in view.people}
        clock24 = view.household.clock24
        held = self._current()
        self.model.show([row_of(item, names, today, clock24=clock24) for item in plan.items()])
        self._tell(held.id if held is not None else None)

    def _choose(self) -> None:
        kind, person, shown = self.kind.value(), self.person.value(), self.shown.value()
        held = self._current()
        self.model.choose(
            Filter(words=self.search.text(), shown=shown, kind=kind, person_id=person)  # type: ignore[arg-type]
        )
        self._tell(held.id if held is not None else None)

    def _tell(self, held: UUID | None) -> None:
        n = len(self.model.rows)
        self.count.setText(
            ntr("{n} task", "{n} tasks", n).format(n=n) if n else tr("No task fits. Try another word or choice.")
        )
        self.table.setAccessibleDescription(self.count.text())
        place = next((row for row, each in enumerate(self.model.rows) if each.item.id == held), 0)
        if n:
            self.table.setCurrentIndex(self.model.index(place, Column.TITLE))

    def _current(self) -> Item | None:
        index = self.table.currentIndex()
        return self.model.rows[index.row()].item if index.isValid() else None

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.rows[index.row()].item)

    def _pressed(self, key: Qt.Key) -> None:
        item = self._current()
        if item is None:
            return
        if key == Qt.Key.Key_Space:
            self._deeds.tick(item)
        elif key == Qt.Key.Key_H:
            self.choice_wanted.emit(item)
        elif key in OPENING:
            self.opened.emit(item)
        elif key == Qt.Key.Key_Delete:
            self.removal_wanted.emit(item)
