"""Receipts: which paper belongs to which cost. The files themselves are kept once each, under their hash."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from caregiver_app.domain.expenses import check_name
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record

LARGE = 10 * 1024 * 1024  # bytes; above it a smaller copy is offered
LARGEST = 50 * 1024 * 1024  # bytes; above it a file is not taken in


class ReceiptType(StrEnum):
    """What a receipt is kept as."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    HEIC = "image/heic"
    PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Record):
    """One paper of one cost. `sha256` is the hash of its file, `size` in bytes, `name` the name it came with."""

    expense_id: UUID
    sha256: str
    type: ReceiptType
    size: int
    name: str = ""
    added_on: date

    def __post_init__(self) -> None:
        check_name("name", self.name)


def r_number(number: int) -> str:
    """A receipt number as paper and screen show it: R-014."""
    return f"R-{number:03d}"
