"""One transaction: records in, records out, and a list of what changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    bindparam,
    func,
    insert,
    select,
    update,
)

from caregiver_app.domain.problems import StaleEdit, changed_meanwhile
from caregiver_app.domain.records import ChangeSet, Edit, Record
from caregiver_app.storage.faults import sound
from caregiver_app.storage.tables import TABLE_OF
from caregiver_app.storage.word_index import SEARCHED, drop_words, put_words, replace_words
from caregiver_app.words import tr

R = TypeVar("R", bound=Record)
Key = tuple[type[Record], UUID]  # an id alone may be of another kind
AT_ONCE = 500  # ids in one question


class Shape:
    """How one kind of record lies in its table."""

    def __init__(self, kind: type[Record], table: Table) -> None:
        self.table = table
        self.names = tuple(field.name for field in fields(kind))
        self.query = select(*(table.c[name] for name in self.names))
        self._getters = [(column.name, attrgetter(column.name)) for column in table.c if column.name != "removed_at"]

    def values(self, record: Record) -> dict[str, Any]:
        """What its row holds."""
        return {name: getter(record) for name, getter in self._getters}


_shapes: dict[type[Record], Shape] = {}


def shape_of(kind: type[Record]) -> Shape:
    """The shape of one kind of record, made when it is first needed."""
    shape = _shapes.get(kind)
    if shape is None:
        if kind not in TABLE_OF:
            from caregiver_app.storage import visit_tables  # noqa: F401  # adds its tables
        if kind not in TABLE_OF:
            from caregiver_app.storage import leave_tables  # noqa: F401
        if kind not in TABLE_OF:
            from caregiver_app.storage import money_tables  # noqa: F401
        if kind not in TABLE_OF:
            from caregiver_app.storage import care_tables  # noqa: F401
        shape = _shapes[kind] = Shape(kind, TABLE_OF[kind])
    return shape


def record_of(kind: type[R], row: Sequence[Any]) -> R:
    """The record that a row holds."""
    return kind(**dict(zip(shape_of(kind).names, row, strict=True)))


def storable(record: R) -> R:
    """The record without the few signs that a database can't keep: NUL and broken halves of emoji."""
    cleaned: dict[str, Any] = {}
    for name in shape_of(type(record)).names:
        value = getattr(record, name)
        if isinstance(value, str) and not (value.isascii() and "\0" not in value):
            clean = value.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
            if clean != value:
                cleaned[name] = clean
    return replace(record, **cleaned) if cleaned else record


def _record_of(edit: Edit) -> Record:
    """The record that an edit is about, as it is after it or was before."""
    record = edit.after if edit.after is not None else edit.before
    assert record is not None, "an edit has at least one side"
    return record


def _key(record: Record) -> Key:
    return type(record), record.id


def _kind_and_way(edit: Edit) -> tuple[type[Record], str]:
    """Edits that are alike in these can be made together."""
    way = "removed" if edit.after is None else "brought back" if edit.before is None else "changed"
    return edit.kind, way


def _id_of_first(pair: tuple[Record, datetime]) -> UUID:
    return pair[0].id


def _parts(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    """As many as fit into one question."""
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


class UnitOfWork:
    """What one action reads and writes. Only services call `put` and `remove`."""

    def __init__(self, connection: Connection, now: datetime | None = None) -> None:
        """With an instant it may write; removed rows are marked with it."""
        self._connection = connection
        self._now = now
        self._seen: dict[Key, Record | None] = {}
        self._known_rows: set[Key] = set()
        self._edits: dict[Key, Edit] = {}

    @property
    def now(self) -> datetime:
        """The instant of this action, in UTC."""
        assert self._now is not None, "only writing has an instant"
        return self._now

    @property
    def changes(self) -> ChangeSet:
        """What was put and removed so far; what was changed back is not in it."""
        return ChangeSet(tuple(edit for edit in self._edits.values() if edit.before != edit.after))

    def get(self, kind: type[R], id: UUID) -> R | None:
        """The record with this id, or None when it is not there or was removed."""
        if (kind, id) not in self._seen:
            self._look_up(kind, id)
        return self._seen[kind, id]  # type: ignore[return-value]

    def need(self, kind: type[R], id: UUID) -> R:
        """The record with this id; trouble in words when somebody else removed it."""
        record = self.get(kind, id)
        if record is None:
            raise StaleEdit(tr("This was removed a moment ago."), tr("Nothing was changed. Please look again."))
        return record

    def expect(self, record: Record) -> None:
        """Raises StaleEdit when this is not what is stored now: somebody else changed or removed it."""
        if self.get(type(record), record.id) != record:
            raise changed_meanwhile()

    def all(self, kind: type[R]) -> list[R]:
        """Every record of one kind."""
        return self.where(kind)

    def where(self, kind: type[R], *conditions: ColumnElement[bool], **equals: object) -> list[R]:
        """The records of one kind that meet the conditions, in the order of their ids."""
        table = shape_of(kind).table
        query = shape_of(kind).query.where(table.c.removed_at.is_(None), *conditions)
        for name, value in equals.items():
            query = query.where(table.c[name] == value)
        with sound():
            found = [self._met(record_of(kind, row)) for row in self._connection.execute(query)]
        return sorted(found, key=attrgetter("id"))  # not in SQL: SQLite would walk all ids instead of an index

    def among(self, kind: type[R], field: str, ids: Collection[UUID]) -> list[R]:
        """The records of one kind whose field is one of some ids, however many, in the order of their own ids."""
        column = shape_of(kind).table.c[field]
        found = [each for some in _parts(sorted(ids)) for each in self.where(kind, column.in_(some))]
        return sorted(found, key=attrgetter("id"))

    def removed_among(self, kind: type[R], field: str, ids: Collection[UUID]) -> list[tuple[R, datetime]]:
        """What `among` would find of the records that were removed, as they were last, each with the instant.

        What one action removed has the same instant; `put` brings it back.
        """
        table, found = shape_of(kind).table, []
        for some in _parts(sorted(ids)):
            query = shape_of(kind).query.add_columns(table.c.removed_at)
            query = query.where(table.c[field].in_(some), table.c.removed_at.is_not(None))
            with sound():
                found += [(record_of(kind, row[:-1]), row.removed_at) for row in self._connection.execute(query)]
        return sorted(found, key=_id_of_first)

    def some(
        self, kind: type[R], *conditions: ColumnElement[bool], order: Sequence[ColumnElement[Any]], limit: int
    ) -> list[R]:
        """The first records of one kind in an order, at most `limit`."""
        table = shape_of(kind).table
        query = shape_of(kind).query.where(table.c.removed_at.is_(None), *conditions).order_by(*order).limit(limit)
        with sound():
            return [self._met(record_of(kind, row)) for row in self._connection.execute(query)]

    def count(self, kind: type[Record], *conditions: ColumnElement[bool]) -> int:
        """How many records of one kind meet the conditions."""
        table = shape_of(kind).table
        query = select(func.count()).select_from(table).where(table.c.removed_at.is_(None), *conditions)
        return self._connection.execute(query).scalar_one()

    def largest(self, column: ColumnElement[Any]) -> Any:
        """The largest value ever kept in a column, also of what was removed since; None when there is none."""
        return self._connection.execute(select(func.max(column))).scalar()

    def values(self, query: Select[Any], given: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """The answer to a question that is not about whole records, such as their places in an order.

        `given` are the values of a question that is put together once and asked again and again.
        """
        with sound():
            return [tuple(row) for row in self._connection.execute(query, given)]

    def setting(self, name: str) -> object:
        """One of SQLite's own settings, to check how a file is kept."""
        return self._connection.exec_driver_sql(f"PRAGMA {name}").scalar()

    def put(self, record: Record) -> None:
        """Save a record, new or changed."""
        record = storable(record)
        before = self.get(type(record), record.id)
        if before == record:
            return
        table = shape_of(type(record)).table
        values = shape_of(type(record)).values(record)
        if _key(record) in self._known_rows:
            del values["id"]
            self._connection.execute(update(table).where(table.c.id == record.id).values(**values, removed_at=None))
        else:
            self._connection.execute(insert(table).values(**values))
            self._known_rows.add(_key(record))
        if type(record) in SEARCHED:
            replace_words(self._connection, before, record)
        self._note(before, record)

    def put_new(self, kind: type[R], records: Sequence[R]) -> None:
        """Save many records of one kind at once; none of their ids was ever stored."""
        records = [storable(record) for record in records]
        if not records:
            return
        shape = shape_of(kind)
        self._connection.execute(insert(shape.table), [shape.values(record) for record in records])
        if kind in SEARCHED:
            put_words(self._connection, records)
        for record in records:
            self._known_rows.add((kind, record.id))
            self._note(None, record)

    def write_beside(self, statement: Insert | Update | Delete) -> None:
        """Change a table that holds no records, such as the files of receipts; undo leaves it as it is."""
        self._connection.execute(statement)

    def remove(self, record: Record) -> None:
        """Take a record out of every list; its row stays, so that it can come back."""
        before = self.get(type(record), record.id)
        if before is None:
            return
        table = shape_of(type(record)).table
        self._connection.execute(update(table).where(table.c.id == record.id).values(removed_at=self._now))
        if type(record) in SEARCHED:
            replace_words(self._connection, before, None)
        self._note(before, None)

    def apply(self, changes: ChangeSet) -> None:
        """Make all these edits, or none: each `before` must be what is stored now."""
        for (kind, _way), some in groupby(changes.edits, key=_kind_and_way):
            edits = list(some)
            self.look_up(kind, [_record_of(edit).id for edit in edits])
            for edit in edits:
                if self.get(kind, _record_of(edit).id) != edit.before:
                    raise StaleEdit(
                        tr("This was changed again in the meantime."),
                        tr("Nothing was taken back. Please look again."),
                    )
            self._apply_alike(kind, edits)

    def _apply_alike(self, kind: type[Record], edits: Sequence[Edit]) -> None:
        """Edits of one kind that all remove, or all bring back, or all change."""
        after = [edit.after for edit in edits if edit.after is not None]
        if not after:
            self._remove_all(kind, [_record_of(edit) for edit in edits])
        elif all(edit.before is None for edit in edits) and self._known_rows.issuperset(map(_key, after)):
            self._bring_back(kind, after)
        else:
            for record in after:
                self.put(record)

    def _remove_all(self, kind: type[Record], records: Sequence[Record]) -> None:
        table = shape_of(kind).table
        for some in _parts([record.id for record in records]):
            self._connection.execute(update(table).where(table.c.id.in_(some)).values(removed_at=self._now))
        if kind in SEARCHED:
            drop_words(self._connection, records)
        for record in records:
            self._note(record, None)

    def _bring_back(self, kind: type[Record], records: Sequence[Record]) -> None:
        table = shape_of(kind).table
        rows = [{f"new_{name}": value for name, value in shape_of(kind).values(each).items()} for each in records]
        names = [name[4:] for name in rows[0] if name != "new_id"]
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
        query = update(table).where(table.c.id == bindparam("new_id")).values(**values, removed_at=None)
        self._connection.execute(query, rows)
        if kind in SEARCHED:
            put_words(self._connection, records)
        for record in records:
            self._note(None, record)

    def look_up(self, kind: type[R], ids: Sequence[UUID]) -> None:
        """Ask at once for what `get`, and `put` before it writes, would look up one by one."""
        table = shape_of(kind).table
        for some in _parts([each for each in ids if (kind, each) not in self._seen]):
            query = shape_of(kind).query.add_columns(table.c.removed_at).where(table.c.id.in_(some))
            self._seen.update(dict.fromkeys((kind, each) for each in some))
            with sound():
                for row in self._connection.execute(query.with_for_update() if self._now else query):
                    record = record_of(kind, row[:-1])
                    self._seen[kind, record.id] = None if row.removed_at is not None else record
                    self._known_rows.add((kind, record.id))

    def _look_up(self, kind: type[R], id: UUID) -> None:
        table = shape_of(kind).table
        query = shape_of(kind).query.add_columns(table.c.removed_at).where(table.c.id == id)
        with sound():
            row = self._connection.execute(query.with_for_update() if self._now else query).first()
            gone = row is None or row.removed_at is not None
            self._seen[kind, id] = None if gone else record_of(kind, row[:-1])  # type: ignore[index]
        if row is not None:
            self._known_rows.add((kind, id))

    def _note(self, before: Record | None, after: Record | None) -> None:
        edit = Edit(before, after)
        key = _key(_record_of(edit))
        self._seen[key] = after
        first = self._edits.pop(key).before if key in self._edits else before  # keeps the order of last changes
        self._edits[key] = Edit(first, after)

    def _met(self, record: R) -> R:
        key = _key(record)
        self._known_rows.add(key)
        self._seen.setdefault(key, record)
        return record
