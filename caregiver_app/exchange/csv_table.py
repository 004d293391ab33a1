"""Tables as text for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV, the first being the names of the columns."""
    out = StringIO(newline="")
    csv.writer(out).writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def harmless(cell: str) -> str:
    """Text that a spreadsheet would take for a formula is kept as text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unharmed(cell: str) -> str:
    """The text that `harmless` kept."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
