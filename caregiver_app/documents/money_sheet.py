"""Sheets about money: one layout of titled tables with sums for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.leave_parts import Space, fact_rows, small_print
from caregiver_app.documents.lettering import printable, width, wrap
from caregiver_app.documents.pages import Stamp, brief, full_pages, head
from caregiver_app.documents.paper import MM, SIDEWAYS, SMALL, UPRIGHT, Look, Pen
from caregiver_app.documents.parts import Band, Cell, Lines, Noted, Row, notes_group

BLANK_ROWS = 14
BLANK_ROWS_LARGE = 6
_GAP = 2 * MM
_INSET = 0.5 * MM
_INDENT = 4 * MM
_TITLE_GAP = 5 * MM
_LEAST = 9 * MM  # a row to write on
_AIRY = 1.2 * MM  # between a text and the line under its row
_MOST_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, its share of the width, and whether it holds numbers, which stand at its right."""

    label: str
    share: float
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a table; `bold` is a sum, `notes` stand under it, `deep` sets its first cell in."""

    cells: tuple[str, ...]
    bold: bool = False
    deep: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled table with sentences under it. Without lines it says `empty`; without columns it is sentences alone."""

    title: str = ""
    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()
    says: tuple[str, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneySheet:
    """One sheet, worded; `facts` are (label, words). A `blank` one is filled in by hand."""

    title: str
    dates: str
    private: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...] = ()
    foot: str = ""
    blank: bool = False
    stamp: Stamp


def money_sheet(data: MoneySheet, look: Look) -> bytes:
    """The sheet as a PDF."""
    layout = _Layout(data, replace(look, dense=True))
    begin = head(data.title, data.dates, data.private, layout.look, area=layout.area)
    return full_pages(data.title, begin, layout.groups(), layout.stamp, layout.look)


class _Layout:
    """Turns a sheet into groups of blocks."""

    def __init__(self, data: MoneySheet, look: Look) -> None:
        self.data = data
        self.look = look
        self.area = SIDEWAYS if look.large else UPRIGHT
        self.across = self.area.across
        self.noted = Noted(look)
        self.stamp = brief(data.stamp, self.noted)

    def groups(self) -> list[Group]:
        """Everything under the head."""
        facts = Group(rows=fact_rows(self.data.facts, self.noted, self.across))
        sections = [group for section in self.data.sections for group in self._section(section)]
        foot: list[Block] = [Space(height=_GAP), small_print(self.data.foot, self.across)] if self.data.foot else []
        return [facts, *sections, notes_group(self.noted.texts, self.look, self.across), Group(rows=foot)]

    def _section(self, section: Section) -> list[Group]:
        table = _Table(section.columns, self.noted, self.across) if section.columns else None
        if table is None or not (section.lines or self.data.blank):
            says = [section.empty] if section.columns and section.empty else []
            return [self._titled(section.title, self._sentences([*says, *section.says]))]
        rows = [block for line in section.lines for block in table.row(line)]
        if self.data.blank:
            rows += [table.empty_row()] * (BLANK_ROWS_LARGE if self.look.large else BLANK_ROWS)
        titled = _Titled(section.title, table.head(), self.look) if section.title else table.head()
        after = Group(rows=self._sentences(section.says), gap=_GAP)
        return [Group(head=titled, again=table.head(), rows=rows, gap=_TITLE_GAP, loose=True), after]

    def _titled(self, title: str, rows: Sequence[Block]) -> Group:
        shown = Lines(lines=[title], bold=True, look=self.look) if title and rows else None
        return Group(head=shown, rows=rows, gap=_TITLE_GAP, loose=True)

    def _sentences(self, texts: Sequence[str]) -> list[Block]:
        lines = [line for text in texts for line in wrap(printable(text), self.across, self.look.body)]
        return [Lines(lines=[line], look=self.look) for line in lines]


class _Titled:
    """The title of a table over the names of its columns."""

    stretch = 0

    def __init__(self, title: str, band: Band, look: Look) -> None:
        self._title = Lines(lines=[title], bold=True, look=look)
        self._band = band

    @property
    def height(self) -> float:
        """In points."""
        return self._title.height + self._band.height

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the title, then the band at the bottom."""
        self._title.draw(pen, top, self._title.height)
        self._band.draw(pen, top + self._title.height, self._band.height)


class _Table:
    """Rows under columns; numbers stand at the right of theirs."""

    def __init__(self, columns: Sequence[Column], noted: Noted, across: float) -> None:
        self._columns = columns
        self._noted = noted
        self._across = across
        scale = across / sum(column.share for column in columns)
        self._rooms = [column.share * scale for column in columns]
        self._starts = [sum(self._rooms[:place]) for place in range(len(columns))]

    def head(self) -> Band:
        """The names of the columns on a light ground."""
        labels = [
            (self._x(place, width(column.label, SMALL)), column.label) for place, column in enumerate(self._columns)
        ]
        return Band(labels=labels, across=self._across, look=self._noted.look)

    def row(self, line: Line) -> list[Block]:
        """A row with its notes under it, and a thin line under both."""
        look = self._noted.look
        cells = [cell for place, text in enumerate(line.cells) if text for cell in self._cell(place, text, line)]
        notes = wrap(printable(line.notes), self._across - _INDENT, look.body) if line.notes else []
        high = max((cell.down + len(cell.lines) for cell in cells), default=1)
        rows = [Row(tick=False, cells=cells, least=high * look.line + _AIRY, look=look)]
        rows.extend(Row(tick=False, cells=[Cell(_INDENT, [note])], look=look, stretch=0) for note in notes)
        return [*rows[:-1], replace(rows[-1], rules=[(0.0, self._across)])]

    def _cell(self, place: int, text: str, line: Line) -> list[Cell]:
        inset = _INDENT if line.deep and not place else 0.0
        look = self._noted.look
        lines = self._noted.fit(printable(text), self._rooms[place] - _GAP - inset, _MOST_LINES, line.bold)
        if not self._columns[place].number:
            return [Cell(self._starts[place] + _INSET + inset, lines, bold=line.bold)]
        return [
            Cell(self._x(place, width(each, look.body, line.bold)), [each], bold=line.bold, down=down)
            for down, each in enumerate(lines)
        ]

    def _x(self, place: int, wide: float) -> float:
        """Where a text of some width begins in a column."""
        if not self._columns[place].number:
            return self._starts[place] + _INSET
        return self._starts[place] + self._rooms[place] - _INSET - wide - (0 if self._is_last(place) else _GAP)

    def _is_last(self, place: int) -> bool:
        return place == len(self._columns) - 1

    def empty_row(self) -> Row:
        """A row to fill in by hand."""
        blanks = [(x + _INSET, room - _GAP) for x, room in zip(self._starts, self._rooms, strict=True)]
        return Row(tick=False, cells=(), blanks=blanks, least=_LEAST, look=self._noted.look)
