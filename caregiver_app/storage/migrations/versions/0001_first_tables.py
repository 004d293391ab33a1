"""The first tables: people, tasks, their times and asks, the family's choices, printed copies."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _records(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(name, sa.Column("id", sa.Uuid, primary_key=True), *columns, sa.Column("removed_at", sa.DateTime))


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def upgrade() -> None:
    """Make the tables."""
    _people()
    _tasks()
    _times()
    _choices()
    op.create_index("ix_tasks_last_day", "tasks", ["last_day", "day"])
    for table, column in (
        ("occurrences", "task_id"),
        ("occurrences", "original"),
        ("occurrences", "day"),
        ("asks", "task_id"),
        ("asks", "occurrence_id"),
        ("asks", "person_id"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])


def _people() -> None:
    _records(
        "people",
        *_text("name"),
        sa.Column("role", sa.String(40), nullable=False),
        *_text("latin_name", "phone", "email"),
        sa.Column("reach", sa.String(40), nullable=False),
        *_text("glad_to", "free", "away"),
        sa.Column("cold_until", sa.Date),
        sa.Column("at_most", sa.Integer),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in ("drives", "phone_on_paper", "family_circle")),
        *_text("notes"),
        sa.Column("offered_on", sa.Date),
        sa.Column("former", sa.Boolean, nullable=False),
    )


def _tasks() -> None:
    _records(
        "tasks",
        *_text("title"),
        *(sa.Column(name, sa.Date, nullable=False) for name in ("day", "last_day")),
        sa.Column("kind", sa.String(40), nullable=False),
        *_text("when"),
        sa.Column("minutes", sa.Integer),
        sa.Column("repeat", sa.Text),
        *_text("place", "notes"),
        sa.Column("needed", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Uuid, sa.ForeignKey("people.id")) for name in ("backup_id", "suggested_id")),
        *_text("public_title"),
        sa.Column("audience", sa.String(40), nullable=False),
    )


def _times() -> None:
    _records(
        "occurrences",
        sa.Column("task_id", sa.Uuid, sa.ForeignKey("tasks.id"), nullable=False),
        *(sa.Column(name, sa.Date, nullable=False) for name in ("original", "day")),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("done_at", sa.DateTime),
    )
    _records(
        "asks",
        sa.Column("task_id", sa.Uuid, sa.ForeignKey("tasks.id"), nullable=False),
        sa.Column("occurrence_id", sa.Uuid, sa.ForeignKey("occurrences.id")),
        sa.Column("person_id", sa.Uuid, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("answer", sa.String(40), nullable=False),
        sa.Column("answered_at", sa.DateTime),
    )


def _choices() -> None:
    _records(
        "households",
        sa.Column("week_start", sa.Integer, nullable=False),
        sa.Column("clock24", sa.Boolean, nullable=False),
        sa.Column("paper", sa.String(40), nullable=False),
        sa.Column("large_print", sa.Boolean, nullable=False),
        *_text("home_zone", "sheet_name", "please", "house_notes"),
        *(
            sa.Column(name, sa.Boolean, nullable=False)
            for name in ("ride_times_on_fridge", "phone_lines_on_fridge", "welcomed")
        ),
    )
    _records(
        "printed_sheets",
        *_text("sheet"),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("person_id", sa.Uuid, sa.ForeignKey("people.id")),
        sa.Column("copies", sa.Integer, nullable=False),
        sa.Column("printed_at", sa.DateTime, nullable=False),
    )
