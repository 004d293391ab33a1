"""One receipt as the screen has it: kept with a cost already, or taken in and not kept yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.domain.receipts import Receipt, ReceiptType
from caregiver_app.services.expenses import receipts
from caregiver_app.ui.actions import Actions
from caregiver_app.words import tr

if TYPE_CHECKING:
    from uuid import UUID

    from caregiver_app.exchange.receipt_files import TakenIn

_STEP = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """`preview` is a small JPEG. Either `receipt` or `taken` is there, whichever it is."""

    name: str
    type: ReceiptType
    size: int
    sha256: str
    preview: bytes
    receipt: Receipt | None = None
    taken: TakenIn | None = None

    def content(self, actions: Actions) -> bytes:
        """The file as it was given. Raises InvalidEntry at `receipt` when it is not there any more."""
        if self.taken is not None:
            return self.taken.content
        assert self.receipt is not None, "there is nothing else"
        return actions.read(partial(receipts.content, receipt=self.receipt))


def piece_of(taken: TakenIn) -> Piece:
    """A file that was looked at."""
    return Piece(
        name=taken.name or tr("Receipt"),
        type=taken.type,
        size=taken.size,
        sha256=taken.sha256,
        preview=taken.preview,
        taken=taken,
    )


def pieces_of(actions: Actions, expense_id: UUID) -> list[Piece]:
    """The receipts that a cost has."""
    kept = actions.read(partial(receipts.of_expense, expense_id=expense_id))
    return kept_pieces(actions, kept)


def kept_pieces(actions: Actions, kept: Sequence[Receipt]) -> list[Piece]:
    """Receipts with their small pictures."""
    previews = actions.read(partial(receipts.previews, receipts=kept)) if kept else {}
    return [
        Piece(
            name=receipt.name or tr("Receipt"),
            type=ReceiptType(receipt.type),
            size=receipt.size,
            sha256=receipt.sha256,
            preview=previews.get(receipt.sha256, b""),
            receipt=receipt,
        )
        for receipt in kept
    ]


def size_words(size: int) -> str:
    """How large a file is: “640 KB”, “1.2 MB”."""
    if size < _STEP * _STEP:
        return tr("{n} KB").format(n=max(1, round(size / _STEP)))
    return tr("{n} MB").format(n=f"{size / _STEP / _STEP:.1f}")


def facts_words(piece: Piece) -> str:
    """What it is: “Photo, 1.2 MB”."""
    what = tr("PDF") if piece.type is ReceiptType.PDF else tr("Photo")
    return tr("{what}, {size}").format(what=what, size=size_words(piece.size))
