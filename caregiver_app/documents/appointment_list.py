"""The list of visits for the binder: when, with whom, where to go in, what to prepare and bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.lettering import printable, wrap
from caregiver_app.documents.pages import Head, Stamp, brief, full_pages, head
from caregiver_app.documents.paper import MM, SAFE_WIDTH, Look
from caregiver_app.documents.parts import Band, Cell, Lines, Noted, Row, WritingRow, notes_group
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.spoken import day_words
from caregiver_app.words import tr

PENCIL_ROWS = 2
BLANK_VISITS = 3
MOST_LINES = 6
_GAP = 2 * MM
_DAY_GAP = 3 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """One visit in the family's own words; only `what` must be there."""

    day: date
    time: str = ""
    what: str
    whose: str = ""
    with_whom: str = ""
    phone_day: str = ""
    phone_night: str = ""
    place: str = ""
    way_in: str = ""
    prepare: str = ""
    bring: str = ""
    companion: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentList:
    """All that the list shows; a `blank` one is a form to fill in by hand."""

    span: Span
    rows: tuple[VisitRow, ...] = ()
    blank: bool = False
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Columns:
    """Where what is said of a visit begins, in points: the title and labels, and the words beside them."""

    what: float
    words: float


NORMAL = Columns(23 * MM, 50 * MM)
LARGE = Columns(33 * MM, 74 * MM)


def appointment_list(data: AppointmentList, look: Look) -> bytes:
    """The list as a PDF."""
    layout = _Layout(data, replace(look, dense=True))
    return full_pages(tr("Visit list"), layout.head(), layout.groups(), layout.data.stamp, layout.look)


class _Layout:
    """Turns visits into groups of blocks, day by day."""

    def __init__(self, data: AppointmentList, look: Look) -> None:
        self.look = look
        self.columns = LARGE if look.large else NORMAL
        self.noted = Noted(look)
        self.data = replace(data, stamp=brief(data.stamp, self.noted))

    def head(self) -> Head:
        """The head: it says at once that this page is not for a wall."""
        span = self.data.span
        dates = tr("{first} – {last} {year}").format(
            first=day_words(span.first), last=day_words(span.last), year=span.last.year
        )
        return head(tr("Visits"), dates, tr("Private – keep in the binder"), self.look)

    def groups(self) -> list[Group]:
        """Everything under the head."""
        if self.data.blank:
            return [self._blank_visit()] * BLANK_VISITS
        days = [self._day(day, list(rows)) for day, rows in groupby(self.data.rows, _day_of)]
        if not days:
            days = [Group(rows=[Lines(lines=[tr("No visits on these days.")], look=self.look)])]
        pencil = WritingRow(blanks=[("", 0, SAFE_WIDTH)], look=self.look)
        room = Group(rows=[pencil] * PENCIL_ROWS, gap=_DAY_GAP, spare=True)
        return [*days, room, notes_group(self.noted.texts, self.look)]

    def _day(self, day: date, rows: Sequence[VisitRow]) -> Group:
        name = day_words(day)
        return Group(
            head=Band(name=name, look=self.look),
            again=Band(name=name, beside=tr("continued"), look=self.look),
            rows=[block for row in rows for block in self._visit(row)],
            gap=_GAP,
        )

    def _visit(self, row: VisitRow) -> list[Block]:
        what = tr("{what} – {name}").format(what=row.what, name=row.whose) if row.whose else row.what
        what = tr("{what} – done").format(what=what) if row.done else what
        room = SAFE_WIDTH - self.columns.what
        cells = [
            Cell(0, wrap(row.time, self.columns.what - _GAP, self.look.body), bold=True),
            Cell(self.columns.what, self.noted.fit(printable(what), room, MOST_LINES, bold=True), bold=True),
        ]
        title = Row(tick=False, cells=cells, least=self.look.line + 1.5 * MM, look=self.look, stretch=0)
        details = [self._detail(label, words) for label, words in _details(row) if words.strip()]
        return [title, *details, self._pencil()]

    def _detail(self, label: str, words: str) -> Row:
        lines = self.noted.fit(printable(words), SAFE_WIDTH - self.columns.words, MOST_LINES)
        cells = (Cell(self.columns.what, [label]), Cell(self.columns.words, lines))
        return Row(tick=False, cells=cells, look=self.look, stretch=0)

    def _pencil(self) -> WritingRow:
        x = self.columns.what
        return WritingRow(blanks=[("", x, SAFE_WIDTH - x)], look=self.look)

    def _blank_visit(self) -> Group:
        half = SAFE_WIDTH / 2
        first = [(tr("Date"), 0.0, half - 3 * MM), (tr("Time"), half, SAFE_WIDTH - half)]
        phones = [(tr("Phone by day"), 0.0, half - 3 * MM), (tr("at night"), half, SAFE_WIDTH - half)]
        lines = [
            first,
            *([(label, 0.0, SAFE_WIDTH)] for label in (tr("What"), tr("With"))),
            phones,
            *([(label, 0.0, SAFE_WIDTH)] for label in (tr("Place"), tr("Prepare"), tr("Bring"), tr("Comes along"))),
        ]
        return Group(rows=[WritingRow(blanks=blanks, look=self.look) for blanks in lines], gap=_DAY_GAP)


def _day_of(row: VisitRow) -> date:
    return row.day


def _details(row: VisitRow) -> tuple[tuple[str, str], ...]:
    """What is said of a visit, label by label."""
    return (
        (tr("With"), row.with_whom),
        (tr("Phone"), _phones(row)),
        (tr("Place"), row.place),
        (tr("Way in"), row.way_in),
        (tr("Prepare"), row.prepare),
        (tr("Bring"), row.bring),
        (tr("Comes along"), row.companion),
    )


def _phones(row: VisitRow) -> str:
    day = tr("day {phone}").format(phone=row.phone_day) if row.phone_day.strip() else ""
    night = tr("night {phone}").format(phone=row.phone_night) if row.phone_night.strip() else ""
    return tr(", ").join(each for each in (day, night) if each)
