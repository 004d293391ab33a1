"""What Find needs from the database: for some letters, a few records of each kind, by the index of words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from caregiver_app.domain.records import Record
from caregiver_app.storage.unit_of_work import UnitOfWork, shape_of
from caregiver_app.storage.word_index import ids_of, search_words, words_of

R = TypeVar("R", bound=Record)
MOST_LETTERS = 4  # words that are looked up
_FEW = 500  # found by a word: so many are looked up one by one sooner than a table is walked in its order
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Starts:
    """The words that were typed, and how many words of each kind of record begin with the rarest of them."""

    letters: tuple[str, ...]
    counts: dict[str, int] = field(default_factory=dict)
    ids: dict[str, set[UUID]] = field(default_factory=dict)  # of the kinds in which they are few


def letters_of(typed: str) -> list[str]:
    """The words that were typed, the longest first."""
    return sorted(words_of(typed), key=_longest_first)[:MOST_LETTERS]


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


def starts_of(work: UnitOfWork, letters: list[str]) -> Starts:
    """What begins with the words that were typed. The rarest leads."""
    counted = {word: _counts(work, word) for word in letters}
    in_order = sorted(letters, key=lambda word: sum(counted[word].values()))
    first, kinds = in_order[0], set.intersection(*(set(each) for each in counted.values()))
    counts = {kind: n for kind, n in counted[first].items() if kind in kinds}
    few = [kind for kind, n in counts.items() if n <= _FEW]
    return Starts(tuple(in_order), counts, _ids(work, first, few) if few else {})


def _counts(work: UnitOfWork, word: str) -> dict[str, int]:
    of = search_words.c
    query = select(of.kind, func.count()).where(*_begin(word)).group_by(of.kind)
    return dict(map(tuple, work.values(query)))


def _ids(work: UnitOfWork, word: str, kinds: list[str]) -> dict[str, set[UUID]]:
    of = search_words.c
    found: dict[str, set[UUID]] = defaultdict(set)
    for kind, record_id in work.values(select(of.kind, of.record_id).where(*_begin(word), of.kind.in_(kinds))):
        found[kind].add(record_id)
    return found


def _begin(word: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return search_words.c.word >= word, search_words.c.word < word + _LAST


def some_of(
    work: UnitOfWork, kind: type[R], starts: Starts, order: tuple[ColumnElement[Any], ...], limit: int
) -> list[R]:
    """The first records of a kind that hold all these words, in an order that its table has an index for."""
    name, own_id = kind.__name__, shape_of(kind).table.c.id
    if name not in starts.counts:
        return []
    if name in starts.ids:
        rest = [own_id.in_(ids_of(kind, word)) for word in starts.letters[1:]]
        return work.some(kind, own_id.in_(starts.ids[name]), *rest, order=order, limit=limit)
    # held against the rows in their order: so the newest few are found without looking up all that match
    held = [func.coalesce(own_id, own_id).in_(ids_of(kind, word)) for word in starts.letters]
    return work.some(kind, *held, order=order, limit=limit)
