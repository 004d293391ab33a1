"""Appointments and rides: places, the care team, series, visits, ride legs, how they went, calendar files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _records(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(name, sa.Column("id", sa.Uuid, primary_key=True), *columns, sa.Column("removed_at", sa.DateTime))


def _text(*names: str) -> Iterator[sa.Column[str]]:
    return (sa.Column(name, sa.Text, nullable=False) for name in names)


def _number(*names: str, nullable: bool = False) -> Iterator[sa.Column[int]]:
    return (sa.Column(name, sa.Integer, nullable=nullable) for name in names)


def _truth(*names: str) -> Iterator[sa.Column[bool]]:
    return (sa.Column(name, sa.Boolean, nullable=False) for name in names)


def _link(name: str, table: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid, sa.ForeignKey(f"{table}.id"), nullable=nullable)


def _choice(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(40), nullable=False)


def _day(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date, nullable=nullable)


def upgrade() -> None:
    """Make the tables, and tie tasks and people to them."""
    _where_and_who()
    _appointments()
    op.add_column("people", sa.Column("seats", sa.Integer))
    op.add_column("tasks", _link("appointment_id", "appointments"), inline_references=True)
    _rides()
    _afterwards()
    for table, column in (
        ("appointments", "day"),
        ("appointments", "clinician_id"),
        ("appointments", "place_id"),
        ("appointments", "series_id"),
        ("appointments", "calendar_uid"),
        ("tasks", "appointment_id"),
        ("rides", "appointment_id"),
        ("rides", "number"),
        ("outcomes", "appointment_id"),
        ("issued", "appointment_id"),
        ("issued", "ride_id"),
        ("issued", "task_id"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])
    for table in ("appointments", "issued"):
        op.create_index(f"ix_{table}_person_id", table, ["person_id", "day"])


def _where_and_who() -> None:
    _records(
        "places",
        *_text("name", "address", "building", "entrance", "department", "drop_off", "parking", "phone", "notes"),
        *_number("travel_minutes", "miles", nullable=True),
        *_truth("former"),
    )
    _records(
        "clinicians",
        *_text("name", "role", "phone_day", "phone_night", "notes"),
        _link("place_id", "places"),
        *_truth("former"),
    )


def _appointments() -> None:
    _records("series", *_text("title", "repeat"), _day("first"))
    _records(
        "appointments",
        *_text("title", "prepare", "bring", "public_title", "notes", "calendar_uid"),
        _day("day"),
        sa.Column("clock", sa.Time),
        *(_choice(name) for name in ("kind", "audience", "status")),
        *_number("minutes", "early", "slid"),
        *(_link(name, "people") for name in ("person_id", "companion_id")),
        _link("clinician_id", "clinicians"),
        _link("place_id", "places"),
        _link("series_id", "series"),
        _day("original", nullable=True),
    )


def _rides() -> None:
    _records(
        "rides",
        _link("appointment_id", "appointments", nullable=False),
        _choice("leg"),
        *_number("number", "seats"),
        *_truth("will_call", "companion", "show_address", "show_department"),
        *_text("needs", "bring", "notes", "booking"),
        _link("backup_id", "people"),
        sa.Column("pick_up", sa.Time),
        _day("agreed_day", nullable=True),
        sa.Column("agreed_time", sa.Time),
        _link("agreed_place_id", "places"),
    )


def _afterwards() -> None:
    _records(
        "outcomes",
        _link("appointment_id", "appointments", nullable=False),
        sa.Column("home_at", sa.Time),
        *_number("miles", "parking", "tolls", nullable=True),
        *_text("notes"),
        _link("next_task_id", "tasks"),
        sa.Column("told_at", sa.DateTime, nullable=False),
    )
    _records(
        "issued",
        _link("appointment_id", "appointments"),
        _link("person_id", "people"),
        _link("ride_id", "rides"),
        _link("task_id", "tasks"),
        *_number("sequence", "minutes"),
        *_text("print", "summary"),
        _day("day"),
        sa.Column("clock", sa.Time),
        *_truth("cancelled"),
        sa.Column("issued_at", sa.DateTime, nullable=False),
    )
