"""The week sheet as a big grid: seven columns on paper turned sideways, for a week with few things on each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.lettering import can_draw, printable, width, wrap
from caregiver_app.documents.pages import Head, fits_one_page, full_pages
from caregiver_app.documents.paper import (
    HAIRLINE,
    LINE,
    MM,
    SIDEWAYS,
    SMALL,
    WRITING,
    WRITING_ROW,
    Look,
    Pen,
)
from caregiver_app.documents.parts import led_group, name_or_gap, please_group, text_lines
from caregiver_app.documents.week_sheet import WeekRow, WeekSheet, week_head
from caregiver_app.domain.spoken import day_words
from caregiver_app.words import ntr, tr

MOST_ROWS = 3  # on one day
MOST_TITLE_LINES = 3
_COLUMN = SIDEWAYS.across / 7
_INSET = 1.6 * MM
_ROOM = _COLUMN - _INSET - 0.8 * MM
_NUMBER = 8.4 * MM
_TIME = 14.4 * MM
_TIME_ROOM = _COLUMN - _TIME - 0.5 * MM
_PADDING = 1 * MM
_BELOW_LINE = 1 * MM
_PENCIL_LINES = 3
_SHARES = 8  # of spare room, which each row takes to leave more of it for a pencil
_SMALL_LINE = SMALL * LINE
_LONGEST_QUOTE = 30


def week_grid(data: WeekSheet, look: Look) -> bytes:
    """The sheet as a PDF of one page; only for what `grid_trouble` has no word against."""
    return full_pages(tr("Week sheet"), _head(data, look), _groups(data, look), data.stamp, look)


def grid_trouble(data: WeekSheet, look: Look) -> str:
    """Why the grid can't hold this sheet, as a sentence; empty where it can."""
    if len(list(data.span.days())) != 7:
        return tr("The big grid is for one week. More weeks print as bands.")
    if look.large:
        return tr("Larger print needs the whole width, so the days print as bands.")
    for day, rows in _by_day(data).items():
        if len(rows) > MOST_ROWS:
            words = tr("{day} has {n} things. The big grid holds {most}, so the days print as bands.")
            return words.format(day=day_words(day), n=len(rows), most=MOST_ROWS)
    for row in data.rows:
        if not _title_fits(printable(row.what), look):
            words = tr("“{title}” is too long for the big grid, so the days print as bands.")
            return words.format(title=_short(row.what))
    times_fit = all(width(row.time, look.body) <= _TIME_ROOM for row in data.rows)
    if not times_fit or not fits_one_page(_head(data, look), _groups(data, look), data.stamp):
        return tr("This week has more words than the big grid holds, so the days print as bands.")
    return ""


def _title_fits(title: str, look: Look) -> bool:
    """Whether it takes few lines and no word of it has to break."""
    whole = all(width(word, look.body, bold=True) <= _ROOM for word in title.split())
    return whole and len(wrap(title, _ROOM, look.body, bold=True)) <= MOST_TITLE_LINES


def _short(title: str) -> str:
    title = " ".join(title.split())
    return title if len(title) <= _LONGEST_QUOTE else title[: _LONGEST_QUOTE - 1].rstrip() + "…"


def _head(data: WeekSheet, look: Look) -> Head:
    return week_head(data, look, area=SIDEWAYS)


def _by_day(data: WeekSheet) -> dict[date, list[tuple[str, WeekRow]]]:
    """The rows of each day of the week with their numbers."""
    days: dict[date, list[tuple[str, WeekRow]]] = {day: [] for day in data.span.days()}
    for number, row in enumerate(data.rows, start=1):
        days[row.day].append((f"T{number}", row))
    return days


def _groups(data: WeekSheet, look: Look) -> list[Group]:
    """Everything under the head; with one row more to write in where the page has room for it."""
    lines = [_still_needed(data, look), please_group(data.please, look, SIDEWAYS.across, blank=not data.rows)]
    most = max(len(rows) for rows in _by_day(data).values())
    roomy = [_grid(data, MOST_ROWS if not data.rows else min(most + 1, MOST_ROWS), look), *lines]
    if fits_one_page(_head(data, look), roomy, data.stamp):
        return roomy
    return [_grid(data, most, look), *lines]


def _grid(data: WeekSheet, rows: int, look: Look) -> Group:
    days = _by_day(data)
    names = dict(data.day_names)
    cells = [[_cell(data, today, place, look) for place in range(rows)] for today in days.values()]
    heads = [(day_words(day), wrap(printable(names.get(day, "")), _ROOM, SMALL)) for day in days]
    blocks: list[Block] = [GridRow(cells=each, look=look) for each in zip(*cells, strict=True)]
    return Group(head=DayNames(days=heads, look=look), rows=blocks)


def _cell(data: WeekSheet, today: Sequence[tuple[str, WeekRow]], place: int, look: Look) -> GridCell:
    """What stands at a place of a day: a thing to do, then one place for a pencil, then nothing."""
    if place >= len(today):
        is_next = place == len(today) or not data.rows
        return GridCell(tick=is_next, pencil=is_next)
    number, row = today[place]
    to_write = len(row.who) == 1 and not row.still_needed and not can_draw(row.who[0])
    labels = [tr("name"), tr("phone")] if data.phone_lines else [tr("name")]
    return GridCell(
        number=number,
        time=row.time,
        what=wrap(printable(row.what), _ROOM, look.body, bold=True),
        who=wrap(_who_words(row, to_write=to_write), _ROOM, look.body),
        blanks=[""] if to_write and not row.not_needed else labels * row.still_needed,
    )


def _who_words(row: WeekRow, *, to_write: bool) -> str:
    if row.not_needed:
        return tr("not needed")
    names = "" if to_write else ", ".join(name_or_gap(name) for name in row.who)
    if not row.done:
        return names
    return tr("{names}, done").format(names=names) if names else tr("done")


def _still_needed(data: WeekSheet, look: Look) -> Group:
    """Which rows have a line for a name, day by day."""
    numbered = [(f"T{number}", row) for number, row in enumerate(data.rows, start=1) if row.still_needed]
    if not numbered:
        return Group(rows=())
    days = [
        tr("{day}: {rows}").format(day=day_words(day), rows=", ".join(_open_words(*each) for each in rows))
        for day, rows in groupby(numbered, lambda each: each[1].day)
    ]
    words = tr("{days}. Please write your name on the line.").format(days="; ".join(days))
    return led_group(tr("Still needs someone"), words, look, SIDEWAYS.across)


def _open_words(number: str, row: WeekRow) -> str:
    words = ntr("{number}", "{number} ({n} people)", row.still_needed)
    return words.format(number=number, n=row.still_needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNames:
    """The names of the seven days over their columns, each with the lines of what else it is, such as a holiday."""

    days: Sequence[tuple[str, Sequence[str]]]
    look: Look
    stretch: int = 0

    @property
    def height(self) -> float:
        """In points."""
        return self.look.line + max(len(beside) for _, beside in self.days) * _SMALL_LINE + _PADDING

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw them on a light ground."""
        pen.tint(0, top, SIDEWAYS.across, height)
        for number, (name, beside) in enumerate(self.days):
            x = number * _COLUMN
            pen.box(x, top, _COLUMN, height, HAIRLINE)
            below = text_lines(pen, x + _INSET, top + _PADDING / 2, [name], self.look.body, bold=True)
            text_lines(pen, x + _INSET, below, beside, SMALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """One place on one day: what is done and who does it, lines to write on, or room for a pencil."""

    number: str = ""
    time: str = ""
    what: Sequence[str] = ()
    who: Sequence[str] = ()
    blanks: Sequence[str] = ()
    tick: bool = True
    pencil: bool = False

    def height(self, look: Look) -> float:
        """In points."""
        if self.pencil:
            return _PENCIL_LINES * WRITING_ROW + 2 * _PADDING
        lines = (1 + len(self.what) + len(self.who)) * look.line
        return lines + len(self.blanks) * WRITING_ROW + 2 * _PADDING

    def draw(self, pen: Pen, x: float, top: float, look: Look) -> None:
        """Draw it from its corner."""
        first = top + _PADDING + look.line / 2
        below = top + _PADDING + look.line
        if self.tick:
            pen.tick_box(x + _INSET, first)
        for words, start, size in ((self.number, _NUMBER, SMALL), (self.time, _TIME, look.body)):
            if words:
                pen.text(x + start, first, words, size)
        below = text_lines(pen, x + _INSET, below, self.what, look.body, bold=True)
        below = text_lines(pen, x + _INSET, below, self.who, look.body)
        for label in self.blanks:
            below += WRITING_ROW
            written = width(f"{label} ", SMALL) if label else 0
            if label:
                pen.text(x + _INSET, below - _BELOW_LINE - SMALL / 2, label, SMALL)
            pen.line(x + _INSET + written, below - _BELOW_LINE, _ROOM - written, WRITING)
        for number in range(_PENCIL_LINES if self.pencil else 0):
            start = _INSET if number else _NUMBER  # the first line stands beside the box
            level = top + (number + 1) * WRITING_ROW
            pen.line(x + start, level, _ROOM + _INSET - start, WRITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One place of each of the seven days, side by side in boxes of one height."""

    cells: Sequence[GridCell]
    look: Look
    stretch: int = _SHARES

    @property
    def height(self) -> float:
        """In points."""
        return max(cell.height(self.look) for cell in self.cells)

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the boxes and what is in them."""
        for number, cell in enumerate(self.cells):
            pen.box(number * _COLUMN, top, _COLUMN, height, HAIRLINE)
            cell.draw(pen, number * _COLUMN, top, self.look)
