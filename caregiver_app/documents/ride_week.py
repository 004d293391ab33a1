"""The week's rides on one page for the family: who drives there and home, and whom to call when nobody can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.lettering import can_draw, printable
from caregiver_app.documents.pages import Head, Stamp, brief, full_pages, head
from caregiver_app.documents.paper import MM, SAFE_WIDTH, Look
from caregiver_app.documents.parts import Band, Cell, Lines, Noted, Row, WritingRow, name_or_gap, notes_group
from caregiver_app.documents.week_sheet import changes_words
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.spoken import day_words
from caregiver_app.words import ntr, tr

PENCIL_ROWS = 2
BLANK_ROWS = 14
BLANK_ROWS_LARGE = 4
MOST_LINES, MOST_NAME_LINES = 4, 8
_GAP = 2 * MM
_LEAST = 9 * MM  # each row has room for a pencil
_NO_RIDE = "–"
_LARGE_LABEL = 10 * MM
_LARGE_VALUE = 56 * MM
_BOX_LEFT = 3 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class RideRow:
    """The rides of one visit. `there` and `home` name the drivers: None is no ride, empty still needs somebody.

    `phones` are those of the drivers, worded already; `home_at` says when the way home begins. `there_doubt` and
    `home_doubt` say what is to be done before the drivers come as planned, and never why.
    """

    day: date
    pick_up: str = ""
    to: str = ""
    there: str | None = None
    home: str | None = None
    home_at: str = ""
    there_doubt: str = ""
    home_doubt: str = ""
    backup: str = ""
    phones: tuple[str, ...] = ()
    is_open: bool = False

    @property
    def is_in_doubt(self) -> bool:
        """Whether a driver is there, and something is still to be done."""
        return bool(self.there_doubt or self.home_doubt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    """Whom to call when nobody in the circle can drive."""

    name: str
    phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RideWeek:
    """All that the ride sheet shows; a `blank` one is a form to fill in by hand. Rows are printed in their order.

    `away` says in a sentence when the caregiver is not available, and never why.
    """

    span: Span
    rows: tuple[RideRow, ...] = ()
    fallbacks: tuple[Fallback, ...] = ()
    away: str = ""
    blank: bool = False
    stamp: Stamp


_STARTS = [start * MM for start in (0, 26, 47, 80, 105.5, 136.5, 155)]
_ENDS = [*_STARTS[1:], SAFE_WIDTH + _GAP]
_DATE, _PICK_UP, _TO, _THERE, _HOME, _BACKUP, _PHONE = range(7)


def ride_week(data: RideWeek, look: Look) -> bytes:
    """The sheet as a PDF."""
    layout = _Layout(data, replace(look, dense=True))
    return full_pages(tr("Ride sheet"), layout.head(), layout.groups(), layout.data.stamp, layout.look)


class _Layout:
    """Turns the rides of a week into groups of blocks."""

    def __init__(self, data: RideWeek, look: Look) -> None:
        self.look = look
        self.noted = Noted(look)
        self.data = replace(data, stamp=brief(data.stamp, self.noted))

    def head(self) -> Head:
        """The head with the labels of the columns; large print has its labels beside each ride."""
        span = self.data.span
        weeks = len(list(span.days())) // 7
        title = ntr("Rides this week", "Rides these {n} weeks", weeks).format(n=weeks)
        dates = tr("{first} – {last} {year}").format(
            first=day_words(span.first), last=day_words(span.last), year=span.last.year
        )
        labels = [] if self.look.large else list(zip(_STARTS, _labels(), strict=True))
        return head(title, dates, changes_words(self.data.stamp), self.look, labels)

    def groups(self) -> list[Group]:
        """Everything under the head: what is open, to be checked, and set; room for a pencil; whom to call."""
        if self.data.blank:
            count = BLANK_ROWS_LARGE if self.look.large else BLANK_ROWS
            return [Group(rows=self._pencil_rows(count)), self._fallbacks()]
        open_rows = [row for row in self.data.rows if row.is_open]
        doubtful = [row for row in self.data.rows if row.is_in_doubt and not row.is_open]
        rest = [row for row in self.data.rows if not row.is_open and not row.is_in_doubt]
        nothing = Group(rows=[Lines(lines=[tr("No rides on these days.")], look=self.look)], gap=_GAP)
        rides = [
            self._rides(tr("Still needs a driver"), open_rows),
            self._rides(tr("Please check first"), doubtful),
            self._rides(tr("All set"), rest),
        ]
        pencil = Group(rows=self._pencil_rows(1 if self.look.large else PENCIL_ROWS), gap=_GAP)
        fallbacks = self._fallbacks()
        notes = notes_group(self.noted.texts, self.look)
        return [*(rides if self.data.rows else [nothing]), self._away(), pencil, fallbacks, notes]

    def _away(self) -> Group:
        lines = self.noted.fit(printable(self.data.away), SAFE_WIDTH, MOST_LINES)
        return Group(rows=[Lines(lines=[line], look=self.look) for line in lines if line], gap=_GAP)

    def _rides(self, title: str, rides: Sequence[RideRow]) -> Group:
        rows = [(self._large_row if self.look.large else self._row)(ride) for ride in rides]
        if not rows:
            return Group(rows=())
        return Group(
            head=Band(name=title, look=self.look),
            again=Band(name=title, beside=tr("continued"), look=self.look),
            rows=rows,
            gap=_GAP,
            loose=True,
        )

    def _row(self, ride: RideRow) -> Row:
        texts = {
            _DATE: day_words(ride.day),
            _PICK_UP: ride.pick_up,
            _TO: ride.to,
            _THERE: _name(ride.there),
            _HOME: _name(ride.home),
            _BACKUP: _name(ride.backup) if ride.backup else "",
            _PHONE: "\n".join(printable(phone) for phone in ride.phones),
        }
        drivers = ((_THERE, ride.there), (_HOME, ride.home))
        below = ((_THERE, [(ride.there_doubt, True)]), (_HOME, [(ride.home_doubt, True), (ride.home_at, False)]))
        return Row(
            tick=False,
            cells=[
                *(Cell(_STARTS[place], self._fit(text, place)) for place, text in texts.items()),
                *(cell for place, more in below for cell in self._below(place, texts[place], more)),
            ],
            blanks=[self._blank(place) for place, name in drivers if _to_write(name)],
            rules=((0, SAFE_WIDTH),),
            least=_LEAST,
            look=self.look,
        )

    def _below(self, place: int, name: str, more: Sequence[tuple[str, bool]]) -> list[Cell]:
        """What stands under the name of a driver, line below line; what is bold is to be seen first."""
        cells, down = [], max(1, len(self._fit(name, place)))
        for text, bold in more:
            lines = self.noted.fit(text, _room(place), MOST_LINES, bold=bold)
            cells.append(Cell(_STARTS[place], lines, bold=bold, down=down))
            down += len(lines)
        return [cell for cell in cells if cell.lines]

    def _fit(self, text: str, place: int) -> list[str]:
        most = MOST_NAME_LINES if place in (_THERE, _HOME, _BACKUP, _PHONE) else MOST_LINES
        return self.noted.fit(text, _room(place), most)

    def _blank(self, place: int) -> tuple[float, float]:
        return (_STARTS[place], _room(place))

    def _large_row(self, ride: RideRow) -> Row:
        """Line under line, where seven columns would be too narrow."""
        gap = "_" * 12
        first = ", ".join(part for part in (day_words(ride.day), ride.pick_up, printable(ride.to)) if part)
        head_lines = self.noted.fit(first, SAFE_WIDTH, MOST_LINES, bold=True)
        cells = [Cell(0, head_lines, bold=True)]
        texts = (
            (tr("Driver there"), gap if _to_write(ride.there) else _name(ride.there), False),
            ("", ride.there_doubt, True),
            (tr("Driver home"), _with_time(gap if _to_write(ride.home) else _name(ride.home), ride.home_at), False),
            ("", ride.home_doubt, True),
            (tr("Backup"), printable(ride.backup), False),
            (tr("Phone"), ", ".join(printable(phone) for phone in ride.phones), False),
        )
        down = len(head_lines)
        for label, text, bold in texts:
            lines = self.noted.fit(text, SAFE_WIDTH - _LARGE_VALUE, MOST_LINES, bold=bold)
            if lines:
                cells += [Cell(_LARGE_LABEL, [label], down=down), Cell(_LARGE_VALUE, lines, bold=bold, down=down)]
                down += len(lines)
        rules = ((0, SAFE_WIDTH),)
        return Row(tick=False, cells=cells, rules=rules, least=down * self.look.line + 2 * MM, look=self.look)

    def _pencil_rows(self, count: int) -> list[Block]:
        rows = [[("", *self._blank(place)) for place in range(7)]]
        if self.look.large:
            rows = self._large_pencil()
        lines: list[Block] = [WritingRow(blanks=each, look=self.look) for each in rows]
        return lines * count

    def _large_pencil(self) -> list[list[tuple[str, float, float]]]:
        return [
            [(tr("Date"), 0, 88 * MM), (tr("Pick up"), 92 * MM, SAFE_WIDTH - 92 * MM)],
            [(tr("To"), 0, SAFE_WIDTH)],
            [(tr("Driver there"), 0, SAFE_WIDTH)],
            [(tr("Driver home"), 0, SAFE_WIDTH)],
        ]

    def _fallbacks(self) -> Group:
        """The family’s own list of rides to book, or lines to write one on."""
        title = Row(
            tick=False,
            cells=[Cell(_BOX_LEFT, [tr("When nobody can drive, call")], bold=True)],
            least=self.look.line + 2 * MM,
            look=self.look,
        )
        rows: list[Block] = [self._fallback(each) for each in self.data.fallbacks]
        middle = 92 * MM
        blanks = [
            (tr("name"), _BOX_LEFT, middle - _BOX_LEFT - 3 * MM),
            (tr("phone"), middle, SAFE_WIDTH - _BOX_LEFT - middle),
        ]
        rows = rows or [WritingRow(blanks=blanks, look=self.look)] * 2
        return Group(head=title, rows=rows, gap=4 * MM, framed=True)

    def _fallback(self, fallback: Fallback) -> Row:
        phone_x, note_x = (70 * MM, 70 * MM) if self.look.large else (62 * MM, 104 * MM)
        right = SAFE_WIDTH - _BOX_LEFT
        name = self.noted.fit(name_or_gap(fallback.name), phone_x - _BOX_LEFT - _GAP, MOST_LINES, bold=True)
        wide = right - phone_x if self.look.large else note_x - phone_x - _GAP
        phone = self.noted.fit(printable(fallback.phone), wide, MOST_LINES)
        note = self.noted.fit(printable(fallback.note), right - note_x, MOST_LINES)
        return Row(
            tick=False,
            cells=(
                Cell(_BOX_LEFT, name, bold=True),
                Cell(phone_x, phone),
                Cell(note_x, note, down=len(phone) if self.look.large else 0),
            ),
            look=self.look,
        )


def _labels() -> list[str]:
    return [
        tr("date"),
        tr("pick up"),
        tr("to"),
        tr("driver there"),
        tr("driver home"),
        tr("backup"),
        tr("phone"),
    ]


def _room(place: int) -> float:
    return _ENDS[place] - _STARTS[place] - _GAP


def _to_write(name: str | None) -> bool:
    return name is not None and (not name or not can_draw(name))


def _name(name: str | None) -> str:
    if name is None:
        return _NO_RIDE
    return "" if _to_write(name) else printable(name)


def _with_time(name: str, when: str) -> str:
    return ", ".join(part for part in (name, when) if part)
