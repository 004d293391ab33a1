"""One table for each kind of record; a column has the name of the field that it keeps."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text, Uuid

from caregiver_app.domain.household import Household, Paper
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import Person, Reach, Role
from caregiver_app.domain.records import Record
from caregiver_app.domain.sheets import PrintedSheet
from caregiver_app.domain.tasks import Answer, Ask, Occurrence, Status, Task
from caregiver_app.storage import packing
from caregiver_app.storage.columns import Choice, LocalDate, Packed, UtcInstant

metadata = MetaData()
SCHEMA_VERSION = "0008"

schema_version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))


def record_table(name: str, *columns: Column[Any]) -> Table:
    """A table of records: removed rows stay, so that undo and history are whole."""
    return Table(
        name,
        metadata,
        Column("id", Uuid, primary_key=True),
        *columns,
        Column("removed_at", UtcInstant),
    )


def texts(*names: str) -> list[Column[Any]]:
    """Columns of words that are never missing, only empty."""
    return [Column(name, Text, nullable=False) for name in names]


_WHEN = Packed(packing.pack_when, packing.unpack_when)
REPEAT = Packed(packing.pack_repeat, packing.unpack_repeat)
_KINDS = Packed(packing.pack_kinds, packing.unpack_kinds)
_SLOTS = Packed(packing.pack_slots, packing.unpack_slots)
_SPANS = Packed(packing.pack_spans, packing.unpack_spans)

people = record_table(
    "people",
    Column("name", Text, nullable=False),
    Column("role", Choice(Role), nullable=False),
    Column("latin_name", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("reach", Choice(Reach), nullable=False),
    Column("glad_to", _KINDS, nullable=False),
    Column("free", _SLOTS, nullable=False),
    Column("away", _SPANS, nullable=False),
    Column("cold_until", LocalDate),
    Column("at_most", Integer),
    Column("drives", Boolean, nullable=False),
    Column("phone_on_paper", Boolean, nullable=False),
    Column("family_circle", Boolean, nullable=False),
    Column("notes", Text, nullable=False),
    Column("offered_on", LocalDate),
    Column("former", Boolean, nullable=False),
    Column("seats", Integer),
)

tasks = record_table(
    "tasks",
    Column("title", Text, nullable=False),
    Column("day", LocalDate, nullable=False),
    Column("last_day", LocalDate, nullable=False),  # worked out of the record, for the index
    Column("kind", Choice(TaskKind), nullable=False),
    Column("when", _WHEN, nullable=False),
    Column("minutes", Integer),
    Column("repeat", REPEAT),
    Column("place", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("needed", Integer, nullable=False),
    Column("backup_id", Uuid, ForeignKey("people.id")),
    Column("suggested_id", Uuid, ForeignKey("people.id")),
    Column("public_title", Text, nullable=False),
    Column("audience", Choice(Audience), nullable=False),
    Column("appointment_id", Uuid, ForeignKey("appointments.id"), index=True),
)
Index("ix_tasks_last_day", tasks.c.last_day, tasks.c.day)

occurrences = record_table(
    "occurrences",
    Column("task_id", Uuid, ForeignKey("tasks.id"), nullable=False, index=True),
    Column("original", LocalDate, nullable=False, index=True),
    Column("day", LocalDate, nullable=False, index=True),
    Column("status", Choice(Status), nullable=False),
    Column("done_at", UtcInstant),
)

asks = record_table(
    "asks",
    Column("task_id", Uuid, ForeignKey("tasks.id"), nullable=False, index=True),
    Column("occurrence_id", Uuid, ForeignKey("occurrences.id"), index=True),
    Column("person_id", Uuid, ForeignKey("people.id"), nullable=False, index=True),
    Column("asked_at", UtcInstant, nullable=False),
    Column("answer", Choice(Answer), nullable=False),
    Column("answered_at", UtcInstant),
)

households = record_table(
    "households",
    Column("week_start", Integer, nullable=False),
    Column("clock24", Boolean, nullable=False),
    Column("paper", Choice(Paper), nullable=False),
    Column("large_print", Boolean, nullable=False),
    Column("home_zone", Text, nullable=False),
    Column("sheet_name", Text, nullable=False),
    Column("please", Text, nullable=False),
    Column("house_notes", Text, nullable=False),
    Column("ride_times_on_fridge", Boolean, nullable=False),
    Column("phone_lines_on_fridge", Boolean, nullable=False),
    Column("welcomed", Boolean, nullable=False),
)

printed_sheets = record_table(
    "printed_sheets",
    Column("sheet", Text, nullable=False),
    Column("first_day", LocalDate, nullable=False),
    Column("person_id", Uuid, ForeignKey("people.id")),
    Column("copies", Integer, nullable=False),
    Column("printed_at", UtcInstant, nullable=False),
)

# Visits join with tables of their own, `visit_tables`, which the first window can do without.
TABLE_OF: dict[type[Record], Table] = {
    Person: people,
    Task: tasks,
    Occurrence: occurrences,
    Ask: asks,
    Household: households,
    PrintedSheet: printed_sheets,
}
