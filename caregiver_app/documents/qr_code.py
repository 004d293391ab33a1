"""A QR code of a short text: plain words that any phone reads without asking a service."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from caregiver_app.documents.paper import MM, Pen

if TYPE_CHECKING:
    from collections.abc import Iterator

SIDE = 30 * MM  # with the quiet zone; smaller ones are hard to read from a copy
MOST_BYTES = 180
_QUIET = 4  # modules


def draw_code(pen: Pen, x: float, top: float, text: str) -> None:
    """Draw the code, `SIDE` wide and high with the white room that it needs around it."""
    rows = _modules(text)
    module = SIDE / (len(rows) + 2 * _QUIET)
    pen.squares(
        (x + (_QUIET + start) * module, top + (_QUIET + number) * module, length * module, module)
        for number, row in enumerate(rows)
        for start, length in _runs(row)
    )


def _modules(text: str) -> list[list[bool]]:
    """The code, row by row: a quarter of it may be smudged and a phone still reads the most of it."""
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(text.encode()))
    code.make()
    return [[bool(dark) for dark in row] for row in code.modules]


def _runs(row: list[bool]) -> Iterator[tuple[int, int]]:
    """Where dark stretches begin, and how long they are."""
    start = 0
    for dark, group in groupby(row):
        length = len(list(group))
        if dark:
            yield start, length
        start += length
