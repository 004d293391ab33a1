"""An index of the words in records, so that a few letters find them by the starts of their words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    String,
    Table,
    Text,
    Uuid,
    bindparam,
    delete,
    select,
)

from caregiver_app.domain import searching
from caregiver_app.domain.people import Person
from caregiver_app.domain.records import Record
from caregiver_app.domain.tasks import Task
from caregiver_app.storage.tables import metadata

MOST_WORDS = 400  # of one record
_LONGEST = 40
_LAST = "\U0010ffff"
_AMOUNT = re.compile(r"\d+\.\d\d")
_Row = tuple[str, str, UUID]  # a word, the kind and id of its record
# What stays one letter when marks are taken off: names are looked for as a plain keyboard types them.
_ONE_LETTER = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n", "ø": "o", "\u0131": "i", "ə": "e"}
    | {"æ": "ae", "œ": "oe", "þ": "th"}
)
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")

# Sorted by the bytes of its words on both databases: only so is a start of a word one stretch of the index.
search_words = Table(
    "search_words",
    metadata,
    Column("word", Text().with_variant(Text(collation="C"), "postgresql"), primary_key=True),
    Column("kind", String(40), primary_key=True),
    Column("record_id", Uuid, primary_key=True),
    sqlite_with_rowid=False,
)

SEARCHED: dict[type[Record], Callable[[Any], str]] = {  # kind of record to its words; other tables add theirs
    Person: searching.of_person,
    Task: searching.of_task,
}

MOST_OF: dict[type[Record], int] = {}  # kinds of record of which more words are kept


def words_of(text: str, most: int = MOST_WORDS) -> set[str]:
    """The words of a text as they are looked up: small letters without accents, also the parts of “R-014”."""
    found: set[str] = set()
    for word in _WORD.findall(_plain_letters(text)):
        found.add(word[:_LONGEST])
        if not word.isalnum() and not _AMOUNT.fullmatch(word):  # the first part is the start of the whole
            found.update(part[:_LONGEST] for part in re.split(r"[.'’-]", word)[1:])
        if len(found) >= most:
            break
    return found


def _plain_letters(text: str) -> str:
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold().translate(_ONE_LETTER)


def put_words(connection: Connection, records: Iterable[Record]) -> None:
    """Add the words of records. Words that an earlier version left there, when it read records otherwise, may stay."""
    _put_rows(connection, _rows_of(records))


def _put_rows(connection: Connection, rows: Sequence[_Row]) -> None:
    if connection.dialect.name == "sqlite" and rows:  # a row costs less to keep than to name its columns
        sql = "INSERT OR IGNORE INTO search_words (word, kind, record_id) VALUES (?, ?, ?)"
        connection.exec_driver_sql(sql, _plain(rows))
    elif rows:
        from sqlalchemy.dialects.postgresql import insert

        named = [{"word": word, "kind": kind, "record_id": record_id} for word, kind, record_id in rows]
        connection.execute(insert(search_words).on_conflict_do_nothing(), named)


def drop_words(connection: Connection, records: Iterable[Record]) -> None:
    """Take records out of the index. Their own words lead to them there: no index of records has to be kept."""
    _drop_rows(connection, _rows_of(records))


def _drop_rows(connection: Connection, rows: Sequence[_Row]) -> None:
    if connection.dialect.name == "sqlite" and rows:
        sql = "DELETE FROM search_words WHERE word = ? AND kind = ? AND record_id = ?"
        connection.exec_driver_sql(sql, _plain(rows))
    elif rows:
        column = search_words.c
        this = (
            column.word == bindparam("a_word"),
            column.kind == bindparam("a_kind"),
            column.record_id == bindparam("an_id"),
        )
        named = [{"a_word": word, "a_kind": kind, "an_id": record_id} for word, kind, record_id in rows]
        connection.execute(delete(search_words).where(*this), named)


def _rows_of(records: Iterable[Record]) -> list[_Row]:
    """The rows of records in the order in which they lie: for many, that takes a third of the time."""
    rows = [
        (word, type(record).__name__, record.id)
        for record in records
        for word in words_of(SEARCHED[type(record)](record), MOST_OF.get(type(record), MOST_WORDS))
    ]
    rows.sort(key=itemgetter(0))
    return rows


def _plain(rows: Iterable[_Row]) -> list[tuple[str, str, str]]:
    return [(word, kind, record_id.hex) for word, kind, record_id in rows]


def replace_words(connection: Connection, before: Record | None, after: Record | None) -> None:
    """Keep the index true to one record that was changed; of a long text only the words that differ are touched."""
    if before is not None and after is not None:
        look_up = SEARCHED[type(after)]
        if look_up(before) == look_up(after):
            return
    gone, new = (_rows_of([each]) if each is not None else [] for each in (before, after))
    known, wanted = set(gone), set(new)
    _drop_rows(connection, [row for row in gone if row not in wanted])
    _put_rows(connection, [row for row in new if row not in known])


def ids_of(kind: type[Record], letters: str) -> Select[tuple[UUID]]:
    """The ids of the records in which some word starts with these letters."""
    column = search_words.c
    return select(column.record_id).where(
        column.word >= letters, column.word < letters + _LAST, column.kind == kind.__name__
    )


def matches(kind: type[Record], id_column: ColumnElement[UUID], typed: str) -> list[ColumnElement[bool]]:
    """What a record must meet for each word that was typed to be the start of one of its words."""
    return [id_column.in_(ids_of(kind, word)) for word in sorted(_typed_words(typed))]


def _typed_words(typed: str) -> set[str]:
    found = words_of(typed)
    return {word for word in found if not any(word != other and word in re.split(r"[.'’-]", other) for other in found)}
