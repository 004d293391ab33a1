"""Leave: jobs, usual weeks, changes of method, time off, the employer's count, paper clocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def _records(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(name, sa.Column("id", sa.Uuid, primary_key=True), *columns, sa.Column("removed_at", sa.DateTime))


def _text(*names: str, nullable: bool = False) -> Iterator[sa.Column[str]]:
    return (sa.Column(name, sa.Text, nullable=nullable) for name in names)


def _number(*names: str, nullable: bool = False) -> Iterator[sa.Column[int]]:
    return (sa.Column(name, sa.Integer, nullable=nullable) for name in names)


def _truth(*names: str) -> Iterator[sa.Column[bool]]:
    return (sa.Column(name, sa.Boolean, nullable=False) for name in names)


def _choice(*names: str, nullable: bool = False) -> Iterator[sa.Column[str]]:
    return (sa.Column(name, sa.String(40), nullable=nullable) for name in names)


def _day(*names: str, nullable: bool = False) -> Iterator[sa.Column[Any]]:
    return (sa.Column(name, sa.Date, nullable=nullable) for name in names)


def _link(name: str, table: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid, sa.ForeignKey(f"{table}.id"), nullable=nullable)


def upgrade() -> None:
    """Make the tables."""
    _jobs()
    _log()
    for table, column in (
        ("work_patterns", "job_id"),
        ("method_changes", "job_id"),
        ("time_off", "job_id"),
        ("time_off", "appointment_id"),
        ("employer_counts", "job_id"),
        ("leave_papers", "job_id"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])


def _jobs() -> None:
    _records(
        "leave_jobs",
        _link("person_id", "people"),
        *_text("employer", "supervisor", "state", "confirmed", "notes"),
        *_text("holidays", "holidays_worked", "closures", "overtime"),
        *_day("hired_on", "military_from", nullable=True),
        *_choice("known", "workweek_start", "worker"),
        *_choice("method", "relation", nullable=True),
        *_text("fixed_start", nullable=True),
        *_number("increment"),
        *_truth("counts_hours", "spouse_same_employer", "former"),
    )
    _records("work_patterns", _link("job_id", "leave_jobs"), *_day("first_day", "cycle_start"), *_text("weeks"))
    _records(
        "method_changes",
        _link("job_id", "leave_jobs"),
        *_choice("old_method"),
        *_text("old_fixed_start", nullable=True),
        *_day("notice", "effective"),
    )


def _log() -> None:
    _records(
        "time_off",
        _link("job_id", "leave_jobs"),
        *_day("first", "last"),
        *_number("every_days"),
        *_number("minutes", nullable=True),
        *_choice("kind", "reason", "paid"),
        *_truth("planned"),
        *_day("told_on", nullable=True),
        *_text("told_how", "told_whom", "notes"),
        _link("appointment_id", "appointments", nullable=True),
    )
    _records(
        "employer_counts", _link("job_id", "leave_jobs"), *_day("day"), *_number("minutes"), *_text("notes")
    )
    _records(
        "leave_papers",
        _link("job_id", "leave_jobs"),
        *_choice("clock"),
        *_day("start"),
        *_day("notice_mailed", "done_on", nullable=True),
        *_number("minimum_days", nullable=True),
        *_truth("lifetime", "leave_taken", "remind"),
        *_text("notes"),
    )
