"""Self-care, reminders, the season."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def _records(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(name, sa.Column("id", sa.Uuid, primary_key=True), *columns, sa.Column("removed_at", sa.DateTime))


def _text(*names: str) -> Iterator[sa.Column[str]]:
    return (sa.Column(name, sa.Text, nullable=False) for name in names)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _truth(*names: str) -> Iterator[sa.Column[bool]]:
    return (sa.Column(name, sa.Boolean, nullable=False) for name in names)


def _choice(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(40), nullable=False)


def _day(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date, nullable=nullable)


def _clock(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Time, nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime, nullable=nullable)


def upgrade() -> None:
    """Make the tables."""
    _small_things()
    _days()
    _reminders()
    for table, column in (
        ("small_thing_times", "thing_id"),
        ("small_thing_times", "week"),
        ("feelings", "day"),
        ("journal_entries", "day"),
        ("own_reminders", "day"),
        ("touched_reminders", "due_at"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])


def _small_things() -> None:
    _records(
        "small_things",
        *_text("title", "tiny"),
        _choice("kind"),
        _number("minutes"),
        _number("weekday", nullable=True),
        _clock("clock", nullable=True),
        *_truth("remind", "resting"),
    )
    _records(
        "small_thing_times",
        sa.Column("thing_id", sa.Uuid, sa.ForeignKey("small_things.id"), nullable=False),
        _day("week"),
        _day("day", nullable=True),
        _clock("clock", nullable=True),
        sa.Column("cover_task_id", sa.Uuid, sa.ForeignKey("tasks.id")),
        sa.Column("beside_id", sa.Uuid),
        _moment("done_at", nullable=True),
        *_truth("not_this_week"),
    )


def _days() -> None:
    _records("feelings", _day("day"), _choice("feel"))
    _records("journal_entries", _day("day"), *_text("text"), _moment("written_at"))
    _records("care_plans", *_text("low_signs", "call_ids", "more_to_call"))
    _records("help_lines", *_text("name", "phone", "about"), _day("checked_on"), _number("place"))
    _records("seasons", _choice("season"), _day("since", nullable=True))


def _reminders() -> None:
    _records("reminder_rules", *_text("on"), _clock("quiet_from"), _clock("quiet_until"), *_truth("always"))
    _records(
        "own_reminders", *_text("text"), _day("day"), _clock("clock"), sa.Column("repeat", sa.Text, nullable=True)
    )
    _records(
        "touched_reminders",
        _choice("about"),
        sa.Column("source_id", sa.Uuid, nullable=False),
        _moment("due_at"),
        _moment("later_at", nullable=True),
        *_truth("closed"),
    )
