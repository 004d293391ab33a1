"""Costs, receipts, claims, calls, what came back, and an index of words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def _records(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(name, sa.Column("id", sa.Uuid, primary_key=True), *columns, sa.Column("removed_at", sa.DateTime))


def _text(*names: str) -> Iterator[sa.Column[str]]:
    return (sa.Column(name, sa.Text, nullable=False) for name in names)


def _number(*names: str, nullable: bool = False) -> Iterator[sa.Column[int]]:
    return (sa.Column(name, sa.Integer, nullable=nullable) for name in names)


def _truth(*names: str, nullable: bool = False) -> Iterator[sa.Column[bool]]:
    return (sa.Column(name, sa.Boolean, nullable=nullable) for name in names)


def _choice(*names: str) -> Iterator[sa.Column[str]]:
    return (sa.Column(name, sa.String(40), nullable=False) for name in names)


def _day(*names: str, nullable: bool = False) -> Iterator[sa.Column[Any]]:
    return (sa.Column(name, sa.Date, nullable=nullable) for name in names)


def _link(name: str, table: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid, sa.ForeignKey(f"{table}.id"), nullable=nullable)


def upgrade() -> None:
    """Make the tables."""
    _expenses()
    _receipts()
    _claims()
    _family()
    _words()
    for table, *columns in (
        ("expenses", "number"),
        ("expenses", "paid_on"),
        ("expenses", "appointment_id"),
        ("receipts", "expense_id"),
        ("receipts", "sha256"),
        ("claims", "expense_id"),
        ("reimbursements", "expense_id"),
        ("reimbursements", "claim_id"),
        ("reimbursements", "received_on"),
        ("call_notes", "day"),
        ("call_notes", "claim_id"),
    ):
        op.create_index(f"ix_{table}_{columns[0]}", table, columns)
    op.create_index("ix_expenses_day", "expenses", ["day", "number"])
    op.create_index("ix_expenses_kind", "expenses", ["kind", "day"])
    numbered = sa.text("number > 0")
    op.create_index(
        "ix_expenses_one_number",
        "expenses",
        ["number"],
        unique=True,
        sqlite_where=numbered,
        postgresql_where=numbered,
    )


def _expenses() -> None:
    _records(
        "expenses",
        *_number("number", "amount"),
        *_day("served_on", "day"),
        *_day("paid_on", nullable=True),
        *_choice("kind", "paid_how"),
        *_text("payee", "paid_by", "shares", "from_to", "car", "imported_as", "notes"),
        _link("for_id", "people"),
        _link("appointment_id", "appointments"),
        *_number("miles", "nights", "people", "counted", nullable=True),
        *_truth("counts", nullable=True),
        *_truth("receipt_needed"),
    )


def _receipts() -> None:
    _records(
        "receipts",
        _link("expense_id", "expenses", nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        *_choice("type"),
        *_number("size"),
        *_text("name"),
        *_day("added_on"),
    )
    op.create_table(
        "receipt_files",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("preview", sa.LargeBinary),
        sa.Column("content", sa.LargeBinary),
    )


def _claims() -> None:
    _records(
        "claims",
        _link("expense_id", "expenses"),
        *_text("company", "reference", "notes"),
        *_choice("plan"),
        *_day("billed_on", "filed_on", "eob_on", "paid_on", "denied_on", "appeal_by", "appealed_on", nullable=True),
        *_number("billed", "allowed", nullable=True),
        *_truth("closed"),
    )
    _records(
        "reimbursements",
        _link("expense_id", "expenses"),
        _link("claim_id", "claims"),
        *_day("received_on"),
        *_number("amount"),
        *_choice("source"),
        *_text("notes"),
    )
    _records(
        "call_notes",
        *_day("day"),
        *_day("call_back_on", nullable=True),
        *_text("company", "person", "reference", "outcome"),
        *_truth("call_back_done"),
        _link("claim_id", "claims"),
    )


def _family() -> None:
    _records("agreed_shares", *_text("shares"))
    _records(
        "paid_back",
        _link("from_id", "people", nullable=False),
        _link("to_id", "people", nullable=False),
        *_day("day"),
        *_number("amount"),
        *_text("notes"),
    )
    _records("tax_years", *_number("year"), *_number("agi", nullable=True), *_text("gas_cars"))
    _records("own_figures", *_text("figure", "value", "source"), *_day("first"), *_day("last", nullable=True))


def _words() -> None:
    by_bytes = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "search_words",
        sa.Column("word", by_bytes, primary_key=True),
        sa.Column("kind", sa.String(40), primary_key=True),
        sa.Column("record_id", sa.Uuid, primary_key=True),
        sqlite_with_rowid=False,
    )
