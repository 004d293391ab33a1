"""Tasks as rows of a table: texts and sort keys made once, sorted and filtered here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum, auto
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.person_words import kind_words
from caregiver_app.domain.spoken import day_words, list_words, short_day, time_words
from caregiver_app.domain.tasks import Item, State
from caregiver_app.words import tr

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Column(IntEnum):
    """The columns, from left to right."""

    TITLE = 0
    DAY = 1
    TIME = 2
    WHO = 3
    STATE = 4
    KIND = 5


class Shown(Enum):
    """Which states are shown."""

    ALL = auto()
    OPEN = auto()
    ASKED = auto()
    COVERED = auto()
    DONE = auto()


_STATES = {
    Shown.ALL: frozenset(State),
    Shown.OPEN: frozenset({State.NEEDS_HELPER, State.ASKED}),
    Shown.ASKED: frozenset({State.ASKED}),
    Shown.COVERED: frozenset({State.COVERED}),
    Shown.DONE: frozenset({State.DONE, State.NOT_NEEDED}),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One time of a task with its texts and what each column is sorted by."""

    item: Item
    texts: tuple[str, ...]
    keys: tuple[object, ...]
    found_by: str


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What to show; empty or None lets everything pass."""

    words: str = ""
    shown: Shown = Shown.ALL
    kind: TaskKind | None = None
    person_id: UUID | None = None

    def passes(self, row: Row) -> bool:
        """Whether a row is shown."""
        item = row.item
        return (
            item.state in _STATES[self.shown]
            and (self.kind is None or item.task.kind is self.kind)
            and (self.person_id is None or self.person_id in item.helpers + item.waiting)
            and all(word in row.found_by for word in self.words.casefold().split())
        )


def row_of(item: Item, names: Mapping[UUID, str], today: date, *, clock24: bool) -> Row:
    """The row of one time of a task."""
    task = item.task
    who = list_words(names.get(person_id, "") for person_id in item.helpers)
    state = _state_words(item, names)
    title = " ".join(task.title.split())
    day = day_words(item.day, with_year=item.day.year != today.year)
    time = "" if task.when.sort_key[0] else time_words(task.when, clock24)
    texts = (title, day, time, who, state, kind_words(task.kind))
    when = (item.day, task.when.sort_key, title.casefold())
    keys = (title.casefold(), when, (task.when.sort_key, when), (not who, who.casefold(), when), (state, when))
    found_by = " ".join((*texts, task.place, task.notes)).casefold()
    return Row(item, texts, (*keys, (texts[Column.KIND], when)), found_by)


def _state_words(item: Item, names: Mapping[UUID, str]) -> str:
    if item.state is State.ASKED:
        waiting = [ask for ask in item.asks if ask.person_id in item.waiting]
        since = short_day(min(ask.asked_at for ask in waiting).astimezone().date())
        who = list_words(names.get(person_id, "") for person_id in item.waiting)
        return tr("Asked {names}, {day}").format(names=who, day=since)
    return {
        State.NEEDS_HELPER: tr("Needs a helper"),
        State.COVERED: tr("Covered"),
        State.DONE: tr("Done"),
        State.NOT_NEEDED: tr("Not needed"),
    }[item.state]


class TaskTable(QAbstractTableModel):
    """The rows that pass the filter, in the order of one column."""

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._all: list[Row] = []
        self._rows: list[Row] = []
        self._filter = Filter()
        self._order: tuple[int, bool] = (Column.DAY, False)
        self._heads = (tr("Task"), tr("Day"), tr("Time"), tr("Who"), tr("How it stands"), tr("Kind"))

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, in order."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Take other rows in."""
        self._all = list(rows)
        self._renew()

    def choose(self, wanted: Filter) -> None:
        """Show what passes another filter."""
        self._filter = wanted
        self._renew()

    def _renew(self) -> None:
        self.beginResetModel()
        passes = self._filter.passes
        self._rows = [row for row in self._all if passes(row)]
        self._rows.sort(key=_key(self._order[0]), reverse=self._order[1])
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order is Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(index, self._rows[index.row()]) for index in before]
        self._rows.sort(key=_key(column), reverse=self._order[1])
        place = {id(row): n for n, row in enumerate(self._rows)} if held else {}
        self.changePersistentIndexList(before, [self.index(place[id(row)], i.column()) for i, row in held])
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole or role == Qt.ItemDataRole.ToolTipRole:  # noqa: PLR1714  # quicker
            return self._rows[index.row()].texts[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation is Qt.Orientation.Vertical:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


def _key(column: int) -> Callable[[Row], Any]:
    def key(row: Row) -> Any:
        return row.keys[column]

    return key
