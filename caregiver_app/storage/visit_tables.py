"""The tables of visits and all that hangs from them; loaded with the first visit, so that the window opens sooner."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Text, Time, Uuid

from caregiver_app.domain import searching
from caregiver_app.domain.appointments import Appointment, AppointmentKind, AppointmentStatus, Series
from caregiver_app.domain.calendar_events import Issued
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.storage import packing
from caregiver_app.storage.columns import Choice, Hundredths, LocalDate, Packed, UtcInstant
from caregiver_app.storage.tables import REPEAT, TABLE_OF, record_table, texts
from caregiver_app.storage.word_index import SEARCHED

_NEEDS = Packed(packing.pack_needs, packing.unpack_needs)

places = record_table(
    "places",
    *texts("name", "address", "building", "entrance", "department", "drop_off", "parking", "phone"),
    Column("travel_minutes", Integer),
    Column("miles", Hundredths),
    Column("notes", Text, nullable=False),
    Column("former", Boolean, nullable=False),
)

clinicians = record_table(
    "clinicians",
    *texts("name", "role"),
    Column("place_id", Uuid, ForeignKey("places.id")),
    *texts("phone_day", "phone_night", "notes"),
    Column("former", Boolean, nullable=False),
)

series = record_table(
    "series",
    *texts("title"),
    Column("first", LocalDate, nullable=False),
    Column("repeat", REPEAT, nullable=False),
)

appointments = record_table(
    "appointments",
    *texts("title"),
    Column("day", LocalDate, nullable=False, index=True),
    Column("clock", Time),
    Column("kind", Choice(AppointmentKind), nullable=False),
    Column("person_id", Uuid, ForeignKey("people.id")),
    Column("clinician_id", Uuid, ForeignKey("clinicians.id"), index=True),
    Column("place_id", Uuid, ForeignKey("places.id"), index=True),
    Column("minutes", Integer, nullable=False),
    Column("early", Integer, nullable=False),
    *texts("prepare", "bring"),
    Column("companion_id", Uuid, ForeignKey("people.id")),
    Column("companion_day", LocalDate),
    Column("companion_clock", Time),
    *texts("public_title"),
    Column("audience", Choice(Audience), nullable=False),
    *texts("notes"),
    Column("status", Choice(AppointmentStatus), nullable=False),
    Column("series_id", Uuid, ForeignKey("series.id"), index=True),
    Column("original", LocalDate),
    Column("slid", Integer, nullable=False),
    Column("calendar_uid", Text, nullable=False, index=True),
)
Index("ix_appointments_person_id", appointments.c.person_id, appointments.c.day)

rides = record_table(
    "rides",
    Column("appointment_id", Uuid, ForeignKey("appointments.id"), nullable=False, index=True),
    Column("leg", Choice(Leg), nullable=False),
    Column("number", Integer, nullable=False, index=True),
    Column("pick_up", Time),
    Column("pick_up_before", Boolean, nullable=False),
    Column("will_call", Boolean, nullable=False),
    Column("seats", Integer, nullable=False),
    Column("needs", _NEEDS, nullable=False),
    Column("companion", Boolean, nullable=False),
    Column("backup_id", Uuid, ForeignKey("people.id")),
    *texts("bring", "notes"),
    Column("show_address", Boolean, nullable=False),
    Column("show_department", Boolean, nullable=False),
    *texts("booking"),
    Column("agreed_day", LocalDate),
    Column("agreed_time", Time),
    Column("agreed_place_id", Uuid, ForeignKey("places.id")),
)

outcomes = record_table(
    "outcomes",
    Column("appointment_id", Uuid, ForeignKey("appointments.id"), nullable=False, index=True),
    Column("home_at", Time),
    Column("miles", Hundredths),
    Column("parking", Hundredths),
    Column("tolls", Hundredths),
    *texts("notes"),
    Column("next_task_id", Uuid, ForeignKey("tasks.id")),
    Column("told_at", UtcInstant, nullable=False),
)

issued = record_table(
    "issued",
    Column("appointment_id", Uuid, ForeignKey("appointments.id"), index=True),
    Column("person_id", Uuid, ForeignKey("people.id")),
    Column("ride_id", Uuid, ForeignKey("rides.id"), index=True),
    Column("task_id", Uuid, ForeignKey("tasks.id"), index=True),
    Column("sequence", Integer, nullable=False),
    *texts("print", "summary"),
    Column("day", LocalDate, nullable=False),
    Column("clock", Time),
    Column("minutes", Integer, nullable=False),
    Column("cancelled", Boolean, nullable=False),
    Column("issued_at", UtcInstant, nullable=False),
)
Index("ix_issued_person_id", issued.c.person_id, issued.c.day)

TABLE_OF.update(
    {
        Place: places,
        Clinician: clinicians,
        Series: series,
        Appointment: appointments,
        Ride: rides,
        Outcome: outcomes,
        Issued: issued,
    }
)
SEARCHED.update(
    {
        Appointment: searching.of_appointment,
        Place: searching.of_place,
        Clinician: searching.of_clinician,
    }
)
