"""What Find needs from the database: for some letters, a few records of each kind, by the index of words alone."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from caregiver_app.domain.records import Record
from caregiver_app.storage.unit_of_work import UnitOfWork, shape_of
from caregiver_app.storage.word_index import ids_of, search_words, words_of

R = TypeVar("R", bound=Record)
_FEW = 500  # found by a word: so many are looked up one by one sooner than a table is walked in its order
_LAST = "\U0010ffff"


def letters_of(typed: str) -> list[str]:
    """The words that were typed, the longest first: it leads to the fewest records."""
    return sorted(words_of(typed), key=_longest_first)


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


def few_ids(work: UnitOfWork, letters: str) -> dict[str, list[UUID]] | None:
    """The ids of all records in which a word starts with these letters, by kind; None where those are many."""
    of = search_words.c
    query = select(of.kind, of.record_id).where(of.word >= letters, of.word < letters + _LAST).limit(_FEW + 1)
    rows = work.values(query)
    if len(rows) > _FEW:
        return None
    found: dict[str, list[UUID]] = {}
    for kind, record_id in rows:
        found.setdefault(kind, []).append(record_id)
    return found


def some_of(
    work: UnitOfWork,
    kind: type[R],
    letters: list[str],
    known: dict[str, list[UUID]] | None,
    order: tuple[ColumnElement[Any], ...],
    limit: int,
) -> list[R]:
    """The first records of a kind that hold all these words, in an order that its table has an index for."""
    own_id = shape_of(kind).table.c.id
    if known is not None:
        ids = set(known.get(kind.__name__, ()))
        if not ids:
            return []
        rest = [own_id.in_(ids_of(kind, word)) for word in letters[1:]]
        return work.some(kind, own_id.in_(ids), *rest, order=order, limit=limit)
    # held against the rows in their order: so the newest few are found without looking up all that match
    held = [func.coalesce(own_id, own_id).in_(ids_of(kind, word)) for word in letters]
    return work.some(kind, *held, order=order, limit=limit)
