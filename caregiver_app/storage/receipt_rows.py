"""What receipts need from the database: their files, each kept once, and which costs have none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, exists, insert, select

from caregiver_app.domain.expense_answers import MEMO_KINDS
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.receipts import Receipt
from caregiver_app.storage.money_tables import expenses, receipt_files, receipts
from caregiver_app.storage.unit_of_work import UnitOfWork


def keep_file(work: UnitOfWork, sha256: str, content: bytes, preview: bytes) -> None:
    """Keep a file under its hash, unless it is there."""
    files = receipt_files.c
    if not work.values(select(files.sha256).where(files.sha256 == sha256)):
        work.write_beside(insert(receipt_files).values(sha256=sha256, content=content, preview=preview))


def content_of(work: UnitOfWork, sha256: str) -> bytes | None:
    """A file as it was given."""
    files = receipt_files.c
    found = work.values(select(files.content).where(files.sha256 == sha256))
    return bytes(found[0][0]) if found and found[0][0] is not None else None


def previews_of(work: UnitOfWork, hashes: list[str]) -> dict[str, bytes]:
    """The small pictures of some files, by hash."""
    files = receipt_files.c
    query = select(files.sha256, files.preview).where(files.sha256.in_(hashes), files.preview.is_not(None))
    return {sha256: bytes(preview) for sha256, preview in work.values(query)}


def receipts_of(work: UnitOfWork, expense_ids: list[UUID]) -> list[Receipt]:
    """The receipts of some costs."""
    return work.among(Receipt, "expense_id", expense_ids)


def receipts_with(work: UnitOfWork, hashes: Sequence[str]) -> list[Receipt]:
    """The receipts that are one of some files."""
    return work.where(Receipt, receipts.c.sha256.in_(hashes))


def has_receipt() -> ColumnElement[bool]:
    """Whether a cost has a receipt."""
    return exists().where(receipts.c.expense_id == expenses.c.id, receipts.c.removed_at.is_(None))


def needs_receipt() -> ColumnElement[bool]:
    """Whether a receipt belongs to a cost: it is paid, and neither a trip nor lost pay, nor one without any paper."""
    column = expenses.c
    return column.receipt_needed & column.paid_on.is_not(None) & column.kind.not_in(MEMO_KINDS)


def is_missing() -> ColumnElement[bool]:
    """Whether a cost that needs a receipt has none."""
    return needs_receipt() & ~has_receipt()


def without_receipt(work: UnitOfWork, first: date, last: date) -> list[Expense]:
    """The costs paid from day to day that still need a receipt."""
    paid = expenses.c.paid_on
    return work.where(Expense, paid >= first, paid <= last, is_missing())


def walk(work: UnitOfWork, expense_ids: list[UUID]) -> Iterator[tuple[Receipt, bytes]]:
    """The receipts of some costs with their files, one after the other, so that only one is in memory."""
    for receipt in receipts_of(work, expense_ids):
        content = content_of(work, receipt.sha256)
        if content is not None:
            yield receipt, content
