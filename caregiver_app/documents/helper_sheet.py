"""A helper's own half sheet: thanks, what they have taken on, and what to do when they can't make it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.lettering import printable, wrap
from caregiver_app.documents.pages import HalfSheet, Stamp, brief, half_pages
from caregiver_app.documents.paper import HALF_SAFE_WIDTH, MM, Look
from caregiver_app.documents.parts import (
    Band,
    Cell,
    Lines,
    Noted,
    Row,
    WritingRow,
    name_or_gap,
    notes_group,
    please_group,
)
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.spoken import day_words
from caregiver_app.words import tr

BLANK_ROWS = 9
MOST_LINES = 5
MOST_LINES_LARGE = 4  # so that a row with long words still stands on one half sheet
MOST_WHOLE_LINES = 8  # house notes up to here are not split over two half sheets
_TIME = 17 * MM
_WHAT = 41 * MM
_WHAT_LARGE = 49 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperRow:
    """One thing that the helper has taken on, in words a helper may see; only `what` must be there."""

    day: date
    time: str = ""
    what: str
    place: str = ""
    length: str = ""
    note: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperSheet:
    """All that a helper's sheet shows; without a `name` it is a form to fill in by hand.

    `house_notes` are the family's own words on what every helper should know; their lines stay as they were typed.
    """

    name: str = ""
    span: Span
    rows: tuple[HelperRow, ...] = ()
    please: str = ""
    house_notes: str = ""
    stamp: Stamp


def helper_sheet(data: HelperSheet, look: Look) -> bytes:
    """One helper's sheet as a PDF."""
    return helper_sheets((data,), look)


def helper_sheets(data: Sequence[HelperSheet], look: Look) -> bytes:
    """Several helpers' sheets as a PDF, two on each page."""
    return half_pages(tr("Helper sheet"), [_half_sheet(each, look) for each in data], look)


def _half_sheet(data: HelperSheet, look: Look) -> HalfSheet:
    noted = Noted(look)
    name = noted.name(name_or_gap(data.name)) if data.name else ""
    data = replace(data, name=name, stamp=brief(data.stamp, noted))
    first, last = day_words(data.span.first), day_words(data.span.last)
    return HalfSheet(
        title=tr("Thank you, {name}").format(name=name or "__________"),
        dates=tr("{first} – {last} {year}").format(first=first, last=last, year=data.span.last.year),
        groups=_groups(data, noted),
        stamp=data.stamp,
    )


def _groups(data: HelperSheet, noted: Noted) -> list[Group]:
    look = noted.look
    numbered = [(f"T{number}", row) for number, row in enumerate(data.rows, start=1)]
    days = [_day(day, list(rows), noted, look) for day, rows in groupby(numbered, _day_of)]
    if not data.name:
        days = [Group(rows=[_blank_row(look)] * BLANK_ROWS)]
    elif not days:
        words = tr("Nothing is planned for you on these days. Thank you for being there.")
        days = [_paragraph(words, look)]
    please = please_group(data.please, look, HALF_SAFE_WIDTH)
    notes = notes_group(noted.texts, look, HALF_SAFE_WIDTH)
    return [*days, _cannot_make_it(data.stamp, look), please, notes, _house_notes(data.house_notes, look)]


def _day_of(numbered: tuple[str, HelperRow]) -> date:
    return numbered[1].day


def _day(day: date, numbered: Sequence[tuple[str, HelperRow]], noted: Noted, look: Look) -> Group:
    return Group(
        head=Band(name=day_words(day), across=HALF_SAFE_WIDTH, look=look),
        again=Band(
            name=day_words(day),
            beside=tr("continued"),
            across=HALF_SAFE_WIDTH,
            look=look,
        ),
        rows=[_row(number, row, noted, look) for number, row in numbered],
        gap=1 * MM,
    )


def _row(number: str, row: HelperRow, noted: Noted, look: Look) -> Row:
    x = _WHAT_LARGE if look.large else _WHAT
    room = HALF_SAFE_WIDTH - x
    most = MOST_LINES_LARGE if look.large else MOST_LINES
    what = noted.fit(printable(row.what), room, most, bold=True)
    done = tr("done, thank you") if row.done else ""
    more = [
        line for words in (done, row.place, row.length, row.note) for line in noted.fit(printable(words), room, most)
    ]
    return Row(
        number=number,
        cells=(
            Cell(_TIME, wrap(row.time, x - _TIME, look.body)),
            Cell(x, what, bold=True),
            Cell(x, more, down=len(what)),
        ),
        look=look,
    )


def _blank_row(look: Look) -> WritingRow:
    x = _WHAT_LARGE if look.large else _WHAT
    return WritingRow(
        tick=True,
        blanks=[("", _TIME, x - _TIME - 3 * MM), ("", x, HALF_SAFE_WIDTH - x)],
        look=look,
    )


def _cannot_make_it(stamp: Stamp, look: Look) -> Group:
    person = name_or_gap(stamp.contact) if stamp.contact else "__________"
    if stamp.phone:
        person = tr("{name}, {phone}").format(name=person, phone=printable(stamp.phone))
    words = tr("If you can’t make it: tell {person}, as early as you can. No reason needed.")
    return _paragraph(words.format(person=person), look)


def _house_notes(words: str, look: Look) -> Group:
    """What helpers should know of the house, at the foot; it goes on over the next half sheet when it is long."""
    lines = wrap(printable(words), HALF_SAFE_WIDTH, look.body)
    return Group(
        head=Lines(lines=[tr("House notes")], bold=True, look=look) if lines else None,
        again=Lines(lines=[tr("House notes, continued")], bold=True, look=look),
        rows=[Lines(lines=[line], look=look) for line in lines],
        gap=4 * MM,
        loose=len(lines) > MOST_WHOLE_LINES,
    )


def _paragraph(words: str, look: Look) -> Group:
    rows: list[Block] = [Lines(lines=[line], look=look) for line in wrap(words, HALF_SAFE_WIDTH, look.body)]
    return Group(rows=rows, gap=4 * MM)
