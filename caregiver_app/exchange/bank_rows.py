"""The rows of a table as banks save it, each with its line; a quote that is left open ends with its line."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from caregiver_app.exchange.bank_days import looks_like_day
from caregiver_app.words import tr

SIGNS = (",", ";", "\t", "|")
_LOOKED_AT = 60  # lines
_LONGEST_ROW = 12  # lines; more than that is a quote that was left open
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")


@dataclass(slots=True)
class Row:
    """One row; `number` is its first line. `problem` says why it could not be cut."""

    number: int
    cells: list[str]
    problem: str = ""
    text: str = ""


def rows_of(text: str) -> list[Row]:
    """The rows that are not blank."""
    lines = _LINES.findall(text)
    sign = _sign_of(lines[:_LOOKED_AT])
    if lines and re.fullmatch(r"sep=.\s*", lines[0], re.IGNORECASE):  # written for a spreadsheet
        sign, lines[0] = lines[0][4], "\n"
    return [row for row in _cut(lines, sign) if row.problem or any(row.cells)]


def _cut(lines: Sequence[str], sign: str) -> Iterator[Row]:
    at = 0
    while at < len(lines):
        reader = csv.reader(iter_from(lines, at), delimiter=sign, strict=True, skipinitialspace=True)
        first = begun = at
        try:
            for cells in reader:
                first, begun = begun, at + reader.line_num
                if begun - first > 1 and _is_open(lines, first, begun, sign):
                    break
                yield Row(first + 1, [cell.strip() for cell in cells])
            else:
                return
        except csv.Error:
            first = begun
        yield _alone(lines[first], first, sign)
        at = first + 1


def iter_from(lines: Sequence[str], start: int) -> Iterator[str]:
    """The lines from one on, without a copy of them."""
    for place in range(start, len(lines)):
        yield lines[place]


def _is_open(lines: Sequence[str], first: int, after: int, sign: str) -> bool:
    """Whether the lines of one row are rows of their own, which a quote that was left open has swallowed."""
    if after - first > _LONGEST_ROW:
        return True
    opening = lines[first].split(sign)
    least = len(opening)
    place = next((n for n, cell in enumerate(opening) if looks_like_day(cell.strip(' "'))), None)
    for line in lines[first + 1 : after]:
        cells = line.split(sign)
        if place is not None and len(cells) > place and looks_like_day(cells[place].strip(' "')):
            return True
        if place is None and least > 1 and len(cells) >= least:
            return True
    return False


def _alone(line: str, place: int, sign: str) -> Row:
    """A line that strict rules refuse: quotes inside a name are let pass, one that is left open is not."""
    text = " ".join(line.split())
    try:
        if line.count('"') % 2 == 0:
            cells = next(csv.reader([line], delimiter=sign, skipinitialspace=True), [])
            return Row(place + 1, [cell.strip() for cell in cells])
    except csv.Error:
        return Row(place + 1, [], tr("This line is too long."), text[:200])
    return Row(place + 1, [], tr("A quote mark in this line is left open."), text)


def _widths(lines: Sequence[str], sign: str) -> Iterator[int]:
    """How many cells the lines have; what is too long for a table ends it."""
    with suppress(csv.Error):
        yield from (len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1)


def _sign_of(lines: Sequence[str]) -> str:
    """The sign that cuts most lines into the same number of cells."""
    best, found = (0, 0), ","
    for sign in SIGNS:
        widths = Counter(_widths(lines, sign))
        width, count = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
        if (count, width) > best:
            best, found = (count, width), sign
    return found
