"""Tables as text for a spreadsheet, which never takes a cell for a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = re.compile(r"[' ]*[=+\-@\t\r]")  # those that are guarded already count too, so that all of them come back


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV, the first being the names of the columns."""
    out = StringIO(newline="")
    csv.writer(out).writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def harmless(cell: str) -> str:
    """Text that a spreadsheet would take for a formula is kept as text."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_typed(cell: str) -> str:
    """The text that `harmless` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
