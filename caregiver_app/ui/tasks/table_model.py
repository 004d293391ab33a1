"""Tasks as rows of a table: texts and sort keys made once, sorted and filtered here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum, auto
from typing import Any
from uuid import UUID

from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.person_words import kind_words
from caregiver_app.domain.spoken import day_words, list_words, short_day, time_words
from caregiver_app.domain.tasks import Item, State
from caregiver_app.ui.widgets.table_rows import TableRows
from caregiver_app.words import tr


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
        waiting = [ask for ask in item.asks if ask.person_id in item.waiting and not ask.had_said_yes]
        if not waiting:
            again = list_words(names.get(person_id, "") for person_id in item.said_yes_before)
            return tr("{names} had said yes before").format(names=again)
        since = short_day(min(ask.asked_at for ask in waiting).astimezone().date())
        who = list_words(names.get(ask.person_id, "") for ask in waiting)
        return tr("Asked {names}, {day}").format(names=who, day=since)
    return {
        State.NEEDS_HELPER: tr("Needs a helper"),
        State.COVERED: tr("Covered"),
        State.DONE: tr("Done"),
        State.NOT_NEEDED: tr("Not needed"),
    }[item.state]


class TaskTable(TableRows):
    """The rows that pass the filter, in the order of one column."""

    def __init__(self, parent: object = None) -> None:
        heads = (tr("Task"), tr("Day"), tr("Time"), tr("Who"), tr("How it stands"), tr("Kind"))
        super().__init__(heads, order=(Column.DAY, False), parent=parent)
        self._all: list[Row] = []
        self._filter = Filter()

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
        passes = self._filter.passes
        self.show_rows([row for row in self._all if passes(row)])

    def text_of(self, row: Row, column: int) -> str:
        return row.texts[column]

    def key_of(self, row: Row, column: int) -> Any:
        return row.keys[column]
