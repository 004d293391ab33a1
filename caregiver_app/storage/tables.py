"""One table for each kind of record; a column has the name of the field that it keeps."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text, Time, Uuid

from caregiver_app.domain.appointments import Appointment, AppointmentKind, AppointmentStatus, Series
from caregiver_app.domain.calendar_events import Issued
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.household import Household, Paper
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.domain.people import Person, Reach, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.records import Record
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.sheets import PrintedSheet
from caregiver_app.domain.tasks import Answer, Ask, Occurrence, Status, Task
from caregiver_app.storage import packing
from caregiver_app.storage.columns import Choice, Hundredths, LocalDate, Packed, UtcInstant

metadata = MetaData()
SCHEMA_VERSION = "0002"

schema_version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))


def _record_table(name: str, *columns: Column[Any]) -> Table:
    """A table of records: removed rows stay, so that undo and history are whole."""
    return Table(
        name,
        metadata,
        Column("id", Uuid, primary_key=True),
        *columns,
        Column("removed_at", UtcInstant),
    )


def _texts(*names: str) -> list[Column[Any]]:
    return [Column(name, Text, nullable=False) for name in names]


_WHEN = Packed(packing.pack_when, packing.unpack_when)
_REPEAT = Packed(packing.pack_repeat, packing.unpack_repeat)
_KINDS = Packed(packing.pack_kinds, packing.unpack_kinds)
_SLOTS = Packed(packing.pack_slots, packing.unpack_slots)
_SPANS = Packed(packing.pack_spans, packing.unpack_spans)
_NEEDS = Packed(packing.pack_needs, packing.unpack_needs)

people = _record_table(
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

places = _record_table(
    "places",
    *_texts("name", "address", "building", "entrance", "department", "drop_off", "parking", "phone"),
    Column("travel_minutes", Integer),
    Column("miles", Hundredths),
    Column("notes", Text, nullable=False),
    Column("former", Boolean, nullable=False),
)

clinicians = _record_table(
    "clinicians",
    *_texts("name", "role"),
    Column("place_id", Uuid, ForeignKey("places.id")),
    *_texts("phone_day", "phone_night", "notes"),
    Column("former", Boolean, nullable=False),
)

series = _record_table(
    "series",
    *_texts("title"),
    Column("first", LocalDate, nullable=False),
    Column("repeat", _REPEAT, nullable=False),
    Column("slid", Integer, nullable=False),
)

appointments = _record_table(
    "appointments",
    *_texts("title"),
    Column("day", LocalDate, nullable=False, index=True),
    Column("clock", Time),
    Column("kind", Choice(AppointmentKind), nullable=False),
    Column("person_id", Uuid, ForeignKey("people.id")),
    Column("clinician_id", Uuid, ForeignKey("clinicians.id")),
    Column("place_id", Uuid, ForeignKey("places.id"), index=True),
    Column("minutes", Integer, nullable=False),
    Column("early", Integer, nullable=False),
    *_texts("prepare", "bring"),
    Column("companion_id", Uuid, ForeignKey("people.id")),
    *_texts("public_title"),
    Column("audience", Choice(Audience), nullable=False),
    *_texts("notes"),
    Column("status", Choice(AppointmentStatus), nullable=False),
    Column("series_id", Uuid, ForeignKey("series.id"), index=True),
    Column("original", LocalDate),
    Column("calendar_uid", Text, nullable=False, index=True),
)

tasks = _record_table(
    "tasks",
    Column("title", Text, nullable=False),
    Column("day", LocalDate, nullable=False),
    Column("last_day", LocalDate, nullable=False),  # worked out of the record, for the index
    Column("kind", Choice(TaskKind), nullable=False),
    Column("when", _WHEN, nullable=False),
    Column("minutes", Integer),
    Column("repeat", _REPEAT),
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

occurrences = _record_table(
    "occurrences",
    Column("task_id", Uuid, ForeignKey("tasks.id"), nullable=False, index=True),
    Column("original", LocalDate, nullable=False, index=True),
    Column("day", LocalDate, nullable=False, index=True),
    Column("status", Choice(Status), nullable=False),
    Column("done_at", UtcInstant),
)

asks = _record_table(
    "asks",
    Column("task_id", Uuid, ForeignKey("tasks.id"), nullable=False, index=True),
    Column("occurrence_id", Uuid, ForeignKey("occurrences.id"), index=True),
    Column("person_id", Uuid, ForeignKey("people.id"), nullable=False, index=True),
    Column("asked_at", UtcInstant, nullable=False),
    Column("answer", Choice(Answer), nullable=False),
    Column("answered_at", UtcInstant),
)

rides = _record_table(
    "rides",
    Column("appointment_id", Uuid, ForeignKey("appointments.id"), nullable=False, index=True),
    Column("leg", Choice(Leg), nullable=False),
    Column("number", Integer, nullable=False, index=True),
    Column("pick_up", Time),
    Column("will_call", Boolean, nullable=False),
    Column("seats", Integer, nullable=False),
    Column("needs", _NEEDS, nullable=False),
    Column("companion", Boolean, nullable=False),
    Column("backup_id", Uuid, ForeignKey("people.id")),
    *_texts("bring", "notes"),
    Column("show_address", Boolean, nullable=False),
    Column("show_department", Boolean, nullable=False),
    *_texts("booking"),
    Column("agreed_day", LocalDate),
    Column("agreed_time", Time),
)

outcomes = _record_table(
    "outcomes",
    Column("appointment_id", Uuid, ForeignKey("appointments.id"), nullable=False, index=True),
    Column("home_at", Time),
    Column("miles", Hundredths),
    Column("parking", Hundredths),
    Column("tolls", Hundredths),
    *_texts("notes"),
    Column("next_task_id", Uuid, ForeignKey("tasks.id")),
    Column("told_at", UtcInstant, nullable=False),
)

issued = _record_table(
    "issued",
    Column("appointment_id", Uuid, ForeignKey("appointments.id"), index=True),
    Column("person_id", Uuid, ForeignKey("people.id"), index=True),
    Column("ride_id", Uuid, ForeignKey("rides.id")),
    Column("task_id", Uuid, ForeignKey("tasks.id"), index=True),
    Column("sequence", Integer, nullable=False),
    *_texts("print", "summary"),
    Column("day", LocalDate, nullable=False),
    Column("clock", Time),
    Column("minutes", Integer, nullable=False),
    Column("cancelled", Boolean, nullable=False),
    Column("issued_at", UtcInstant, nullable=False),
)

households = _record_table(
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

printed_sheets = _record_table(
    "printed_sheets",
    Column("sheet", Text, nullable=False),
    Column("first_day", LocalDate, nullable=False),
    Column("person_id", Uuid, ForeignKey("people.id")),
    Column("copies", Integer, nullable=False),
    Column("printed_at", UtcInstant, nullable=False),
)

TABLE_OF: dict[type[Record], Table] = {
    Person: people,
    Task: tasks,
    Occurrence: occurrences,
    Ask: asks,
    Place: places,
    Clinician: clinicians,
    Series: series,
    Appointment: appointments,
    Ride: rides,
    Outcome: outcomes,
    Issued: issued,
    Household: households,
    PrintedSheet: printed_sheets,
}
