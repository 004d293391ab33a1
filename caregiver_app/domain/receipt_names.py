"""Names for the files of receipts that any disk takes: “R-014 Lakeside garage 2026-12-04.jpg”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from uuid import UUID

from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.receipts import Receipt, ReceiptType, r_number

LONGEST = 60  # letters of a payee: with a folder before it, Windows still takes the whole
_UNSAFE = re.compile(r"""[\x00-\x1f\x7f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+""")
_ENDINGS = {
    ReceiptType.JPEG: "jpg",
    ReceiptType.PNG: "png",
    ReceiptType.HEIC: "heic",
    ReceiptType.PDF: "pdf",
}


def receipt_names(expense: Expense, receipts: Iterable[Receipt]) -> dict[UUID, str]:
    """A name for each receipt of one cost, by the id of the receipt; the second one has “(2)” in it."""
    what = expense.payee or expense.from_to or kind_label(expense.kind)
    safe = " ".join(_UNSAFE.sub(" ", what).split())[:LONGEST].strip(" .")
    start = " ".join(part for part in (r_number(expense.number), safe, expense.day.isoformat()) if part)
    names: dict[UUID, str] = {}
    for place, receipt in enumerate(sorted(receipts, key=lambda each: (each.added_on, each.name, each.id)), start=1):
        more = f" ({place})" if place > 1 else ""
        names[receipt.id] = f"{start}{more}.{_ENDINGS[receipt.type]}"
    return names
