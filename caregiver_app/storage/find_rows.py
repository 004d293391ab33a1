"""What Find needs from the database: for some letters, a few rows of each kind, by the index of words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Integer, ScalarSelect, Select, bindparam, func, intersect, select

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.people import Person
from caregiver_app.domain.places import Place
from caregiver_app.domain.records import Record
from caregiver_app.domain.selfcare import SmallThing
from caregiver_app.domain.tasks import Task
from caregiver_app.storage.care_tables import small_things
from caregiver_app.storage.money_tables import call_notes, claims, expenses
from caregiver_app.storage.tables import people, tasks
from caregiver_app.storage.unit_of_work import UnitOfWork, shape_of
from caregiver_app.storage.visit_tables import appointments, clinicians, places
from caregiver_app.storage.word_index import search_words, words_of

MOST_LETTERS = 4  # words that are looked up
_FEW = 500  # found by a word: so many are looked up one by one sooner than the newest rows are walked
_NEWEST = 2_000  # rows that are walked, where a word is in many
_LAST = "\U0010ffff"


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Look:
    """How one kind of record is found: what is told of it, and in which order its rows come."""

    kind: type[Record]
    told: tuple[ColumnElement[Any], ...]
    order: tuple[ColumnElement[Any], ...]
    newest: Column[date] | None = None  # the day that the order begins with, last day first, where it has an index


LOOKS = {
    look.kind.__name__: look
    for look in (
        Look(
            kind=Person,
            told=(people.c.id, people.c.name, people.c.role, people.c.phone, people.c.email),
            order=(people.c.name, people.c.id),
        ),
        Look(
            kind=Task,
            told=(tasks.c.id, tasks.c.title, tasks.c.day, tasks.c.repeat.is_not(None), tasks.c.place),
            order=(tasks.c.last_day.desc(), tasks.c.day.desc()),
            newest=tasks.c.last_day,
        ),
        Look(
            kind=Appointment,
            told=(appointments.c.id, appointments.c.title, appointments.c.day),
            order=(appointments.c.day.desc(),),
            newest=appointments.c.day,
        ),
        Look(
            kind=SmallThing,
            told=tuple(small_things.c[name] for name in ("id", "title", "minutes", "resting")),
            order=(small_things.c.title, small_things.c.id),
        ),
        Look(
            kind=Expense,
            told=(
                expenses.c.id,
                func.coalesce(func.nullif(func.trim(expenses.c.payee), ""), expenses.c.from_to),
                *(expenses.c[name] for name in ("kind", "amount", "day", "number")),
            ),
            order=(expenses.c.day.desc(), expenses.c.number.desc()),
            newest=expenses.c.day,
        ),
        Look(
            kind=Place,
            told=(places.c.id, places.c.name, places.c.address, places.c.phone),
            order=(places.c.name, places.c.id),
        ),
        Look(
            kind=Clinician,
            told=(clinicians.c.id, clinicians.c.name, clinicians.c.role, clinicians.c.phone_day),
            order=(clinicians.c.name, clinicians.c.id),
        ),
        Look(
            kind=Claim,
            told=(claims.c.id, claims.c.company, claims.c.reference),
            order=(claims.c.id,),
        ),
        Look(
            kind=CallNote,
            told=tuple(call_notes.c[name] for name in ("id", "company", "person", "day", "reference")),
            order=(call_notes.c.day.desc(), call_notes.c.id),
            newest=call_notes.c.day,
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Starts:
    """The words that were typed, the rarest first, and how many words of each kind of record begin with that one."""

    letters: tuple[str, ...]
    counts: dict[str, int] = field(default_factory=dict)


def letters_of(typed: str) -> list[str]:
    """The words that were typed, the longest first."""
    return sorted(words_of(typed), key=_longest_first)[:MOST_LETTERS]


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


def starts_of(work: UnitOfWork, letters: list[str]) -> Starts:
    """What begins with the words that were typed, among the kinds of records that Find shows."""
    counted = {word: _counts(work, word) for word in letters}
    in_order = sorted(letters, key=lambda word: sum(counted[word].values()))
    in_all = set(LOOKS).intersection(*counted.values())
    return Starts(tuple(in_order), {kind: n for kind, n in counted[in_order[0]].items() if kind in in_all})


def _counts(work: UnitOfWork, word: str) -> dict[str, int]:
    return dict(map(tuple, work.values(_counting(), _bounds([word]))))


def some_of(work: UnitOfWork, kind: str, starts: Starts, most: int) -> list[tuple[Any, ...]]:
    """What is told of the first records of a kind that hold all these words, at most `most`."""
    look, count, words = LOOKS[kind], starts.counts.get(kind, 0), len(starts.letters)
    if not count or not most:
        return []
    given = {**_bounds(starts.letters), "most": most}
    if look.newest is not None and count > _FEW:
        found = work.values(_among_newest(look, words), given)
        if len(found) == most:
            return found
    return work.values(_by_words(look, words), given)


def _bounds(letters: Collection[str]) -> dict[str, Any]:
    first = {f"first_{n}": word for n, word in enumerate(letters)}
    return first | {f"last_{n}": word + _LAST for n, word in enumerate(letters)}


# Each question is put together once: for SQLAlchemy that takes as long as asking it.


@cache
def _counting() -> Select[Any]:
    of = search_words.c
    return select(of.kind, func.count()).where(*_begin(0)).group_by(of.kind)


@cache
def _among_newest(look: Look, words: int) -> Select[Any]:
    """A walk through the newest days, until there are enough: each row is held against the words' ids."""
    assert look.newest is not None
    own_id = shape_of(look.kind).table.c.id
    no_place_to_begin = func.coalesce(own_id, own_id)  # the same id, but not what an index is of
    held = [no_place_to_begin.in_(_ids(look, n)) for n in range(words)]
    return _told(look).where(look.newest >= _first_of_newest(look.newest), *held)


def _first_of_newest(day: Column[date]) -> ScalarSelect[date]:
    """The day from which on there are enough rows to walk, if there are; what repeats forever has no last day."""
    return select(day).where(day < date.max).order_by(day.desc()).offset(_NEWEST).limit(1).scalar_subquery()


@cache
def _by_words(look: Look, words: int) -> Select[Any]:
    """From the ids that all these words lead to, on to their rows, which are put in order then."""
    found = [_ids(look, n) for n in range(words)]
    in_all = found[0] if words == 1 else intersect(*found)
    return _told(look).where(shape_of(look.kind).table.c.id.in_(in_all))


def _told(look: Look) -> Select[Any]:
    table = shape_of(look.kind).table
    query = select(*look.told).select_from(table).where(table.c.removed_at.is_(None))
    return query.order_by(*look.order).limit(bindparam("most", type_=Integer))


def _ids(look: Look, n: int) -> Select[Any]:
    return select(search_words.c.record_id).where(*_begin(n), search_words.c.kind == look.kind.__name__)


def _begin(n: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return search_words.c.word >= bindparam(f"first_{n}"), search_words.c.word < bindparam(f"last_{n}")
