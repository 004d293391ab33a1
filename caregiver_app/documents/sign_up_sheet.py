"""The sign-up sheet for an office, church or school: what still needs someone, with lines for names and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from caregiver_app.documents.flow import Group
from caregiver_app.documents.lettering import printable, wrap
from caregiver_app.documents.pages import Head, Stamp, brief, full_pages, head, who_to_ask
from caregiver_app.documents.paper import MM, SAFE_WIDTH, Look
from caregiver_app.documents.parts import (
    Band,
    Cell,
    Lines,
    Noted,
    WritingRow,
    more_names,
    notes_group,
)
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.spoken import day_words
from caregiver_app.words import tr

BLANK_ROWS = 20
MOST_TITLE_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUpRow:
    """One open task in public words, and how many people it still needs."""

    day: date
    time: str = ""
    what: str
    still_needed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUpSheet:
    """All that the sign-up sheet shows; without rows it is a form to fill in by hand."""

    span: Span
    rows: tuple[SignUpRow, ...] = ()
    name: str = ""
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin, in points."""

    time: float
    what: float
    name: float
    phone: float

    @property
    def labels(self) -> list[tuple[float, str]]:
        """The names of the columns to write in."""
        return [(self.name, tr("name")), (self.phone, tr("phone"))]


_GAP = 3 * MM
NORMAL = Columns(9 * MM, 32 * MM, 100 * MM, 146 * MM)
LARGE = Columns(9 * MM, 40 * MM, 100 * MM, 145 * MM)


def sign_up_sheet(data: SignUpSheet, look: Look) -> bytes:
    """The sheet as a PDF."""
    noted = Noted(look)
    data = replace(data, stamp=brief(data.stamp, noted))
    columns = LARGE if look.large else NORMAL
    numbered = [(f"T{number}", row) for number, row in enumerate(data.rows, start=1)]
    days = [_day(day, list(rows), columns, noted) for day, rows in groupby(numbered, _day_of)]
    if not days:
        labels = [
            (columns.time, tr("day and time")),
            (columns.what, tr("what")),
            *columns.labels,
        ]
        days = [
            Group(
                head=Band(labels=labels, look=look),
                rows=[_blank_row(columns, look)] * BLANK_ROWS,
                gap=2 * MM,
            )
        ]
    groups = [_welcome(look), *days, notes_group(noted.texts, look)]
    return full_pages(tr("Sign-up sheet"), _head(data, look), groups, data.stamp, look)


def _head(data: SignUpSheet, look: Look) -> Head:
    first, last = day_words(data.span.first), day_words(data.span.last)
    dates = tr("{first} – {last} {year}").format(first=first, last=last, year=data.span.last.year)
    title = tr("Can you help? – {name}").format(name=data.name) if data.name else tr("Can you help?")
    person = who_to_ask(data.stamp.contact, data.stamp.phone)
    questions = tr("Questions? {person}").format(person=person) if person else ""
    return head(title, dates, questions, look)


def _welcome(look: Look) -> Group:
    words = tr("Write your name and number beside anything you would be glad to do. Thank you.")
    return Group(rows=[Lines(lines=wrap(words, SAFE_WIDTH, look.body), look=look)])


def _day_of(numbered: tuple[str, SignUpRow]) -> date:
    return numbered[1].day


def _day(day: date, numbered: Sequence[tuple[str, SignUpRow]], columns: Columns, noted: Noted) -> Group:
    look = noted.look
    return Group(
        head=Band(name=day_words(day), labels=columns.labels, look=look),
        again=Band(
            name=day_words(day),
            beside=tr("continued"),
            labels=columns.labels,
            look=look,
        ),
        rows=[
            each for number, row in numbered for each in more_names(_row(number, row, columns, noted), row.still_needed)
        ],
        gap=1 * MM,
    )


def _row(number: str, row: SignUpRow, columns: Columns, noted: Noted) -> WritingRow:
    what = noted.fit(printable(row.what), columns.name - columns.what - _GAP, MOST_TITLE_LINES)
    return WritingRow(
        number=number,
        cells=(
            Cell(
                columns.time,
                wrap(row.time, columns.what - columns.time, noted.look.body),
            ),
            Cell(columns.what, what),
        ),
        blanks=_blanks(columns),
        look=noted.look,
    )


def _blanks(columns: Columns) -> list[tuple[str, float, float]]:
    return [
        ("", columns.name, columns.phone - columns.name - _GAP),
        ("", columns.phone, SAFE_WIDTH - columns.phone),
    ]


def _blank_row(columns: Columns, look: Look) -> WritingRow:
    before = [
        ("", columns.time, columns.what - columns.time - _GAP),
        ("", columns.what, columns.name - columns.what - _GAP),
    ]
    return WritingRow(blanks=[*before, *_blanks(columns)], look=look)
