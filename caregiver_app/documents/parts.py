"""The parts that sheets are made of: day bands, rows, lines to write on, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from caregiver_app.documents.flow import Group
from caregiver_app.documents.lettering import GAP, can_draw, printable, width, wrap
from caregiver_app.documents.paper import (
    HALF_SAFE_WIDTH,
    LINE,
    MM,
    SAFE_WIDTH,
    SMALL,
    WRITING,
    WRITING_ROW,
    Look,
    Pen,
)
from caregiver_app.words import tr

_BEGINNING = 12  # letters of a name that goes on in a note


def name_or_gap(name: str) -> str:
    """A name as it can be printed; a gap to write it in when no bundled font can draw it."""
    return (printable(name) or GAP) if can_draw(name) else GAP * 2


def text_lines(
    pen: Pen,
    x: float,
    top: float,
    lines: Sequence[str],
    size: float,
    bold: bool = False,
) -> float:
    """Draw lines of text one under another; what is returned is where the next would begin."""
    for line in lines:
        pen.text(x, top + size * LINE / 2, line, size, bold)
        top += size * LINE
    return top


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The name of a day over its rows, on a light ground; `labels` name columns, each from its x."""

    name: str = ""
    beside: str = ""
    labels: Sequence[tuple[float, str]] = ()
    across: float = SAFE_WIDTH
    look: Look
    stretch: int = 1

    @property
    def height(self) -> float:
        """In points."""
        return self.look.line

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the band at the bottom of its place, so that spare room parts the days."""
        top += height - self.height
        middle = top + self.height / 2
        pen.tint(0, top + 1, self.across, self.height - 1)
        pen.text(2 * MM, middle, self.name, self.look.body, bold=True)
        if self.beside:
            pen.text(
                2 * MM + width(f"{self.name}   ", self.look.body, bold=True),
                middle,
                self.beside,
                self.look.body,
            )
        for x, label in self.labels:
            pen.text(x, middle, label, SMALL)


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines of text that begin at `x`, `down` lines below the top of their row."""

    x: float
    lines: Sequence[str]
    bold: bool = False
    down: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of cells with a box to tick and a number, thin lines (x, length) under it, and `blanks` to write in."""

    cells: Sequence[Cell]
    number: str = ""
    tick: bool = True
    number_x: float = 8 * MM
    rules: Sequence[tuple[float, float]] = ()
    blanks: Sequence[tuple[float, float]] = ()
    look: Look
    least: float = 0
    stretch: int = 1

    @property
    def height(self) -> float:
        """In points."""
        return max(self.least, self._text)

    @property
    def _text(self) -> float:
        return self.look.line * max((1, *(cell.down + len(cell.lines) for cell in self.cells)))

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the row with spare room above and below."""
        first = top + (height - self._text) / 2
        for x, length in self.rules:
            pen.line(x, top + height, length)
        for x, length in self.blanks:
            pen.line(x, first + self.look.line - 1 * MM, length, WRITING)
        if self.tick:
            pen.tick_box(0, first + self.look.line / 2)
        if self.number:
            pen.text(self.number_x, first + self.look.line / 2, self.number, SMALL)
        for cell in self.cells:
            text_lines(
                pen,
                cell.x,
                first + cell.down * self.look.line,
                cell.lines,
                self.look.body,
                cell.bold,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingRow:
    """Text with lines to write on: each blank is (label, x, length).

    The first line of text stands on the first line to write on, or above it when `below`.
    """

    cells: Sequence[Cell] = ()
    blanks: Sequence[tuple[str, float, float]]
    below: bool = False
    number: str = ""
    number_x: float = 0
    tick: bool = False
    look: Look
    stretch: int = 1

    @property
    def _text(self) -> float:
        return self.look.line * max((len(cell.lines) for cell in self.cells), default=0)

    @property
    def height(self) -> float:
        """In points."""
        step = max(WRITING_ROW, self.look.line)
        if self.below:
            return self._text + 1 * MM + step
        return max(step, step - self.look.line + self._text)

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the text and the lines."""
        size = self.look.body
        text_top = top if self.below else top + self._step(height) - self.look.line
        if self.number:
            pen.text(self.number_x, text_top + self.look.line / 2, self.number, SMALL)
        if self.tick:
            pen.tick_box(0, text_top + self.look.line / 2)
        for cell in self.cells:
            text_lines(pen, cell.x, text_top, cell.lines, size, cell.bold)
        bottom = top + (self._text + 1 * MM if self.below else 0) + self._step(height)
        for label, x, length in self.blanks:
            self._draw_blank(pen, bottom, label, x, length)

    def _step(self, height: float) -> float:
        return max(WRITING_ROW, self.look.line) + height - self.height

    def _draw_blank(self, pen: Pen, bottom: float, label: str, x: float, length: float) -> None:
        written = width(f"{label} ", self.look.body) if label else 0
        if label:
            pen.text(x, bottom - self.look.line / 2, label, self.look.body)
        pen.line(x + written, bottom - 1 * MM, length - written, WRITING)


def more_names(row: WritingRow, people: int) -> list[WritingRow]:
    """The row, and under it the same lines to write on for each further person that is needed."""
    again = WritingRow(blanks=row.blanks, look=row.look)
    return [row, *[again] * (people - 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Plain lines of text, the first part of which may be bold."""

    lines: Sequence[str]
    x: float = 0
    bold: bool = False
    lead: str = ""
    look: Look
    stretch: int = 0

    @property
    def height(self) -> float:
        """In points."""
        return self.look.line * len(self.lines)

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the lines from the top."""
        if self.lead:
            pen.text(0, top + self.look.line / 2, self.lead, self.look.body, bold=True)
        text_lines(pen, self.x, top, self.lines, self.look.body, self.bold)


def please_group(words: str, look: Look, across: float = SAFE_WIDTH, *, blank: bool = False) -> Group:
    """What the family asks of everyone, in their own words; a line to write it on when there are none and `blank`."""
    lead = tr("Please")
    words = printable(words)
    if not words:
        line = WritingRow(blanks=[(lead, 0, across)], look=look, stretch=0)
        return Group(rows=[line] if blank else [], gap=3 * MM)
    if words.casefold().startswith(lead.casefold()):
        lead = ""  # their own words begin with it
    return led_group(lead, words, look, across)


def led_group(lead: str, words: str, look: Look, across: float) -> Group:
    """Lines of printable text beside a bold word or two that lead them."""
    x = width(f"{lead}  ", look.body, bold=True) if lead else 0
    lines = wrap(words, across - x, look.body)
    rows = [Lines(lines=[line], x=x, lead="" if n else lead, look=look) for n, line in enumerate(lines)]
    return Group(rows=rows, gap=3 * MM)


def notes_group(notes: Sequence[str], look: Look, across: float = SAFE_WIDTH) -> Group:
    """The full text of what was too long for its row; it may run over several pages."""
    title = Lines(lines=[tr("Notes")], bold=True, look=look)
    rows: list[Lines] = []
    for number, note in enumerate(notes, start=1):
        mark = f"({number})"
        x = width(f"{mark} ", look.body, bold=True)
        lines = wrap(note, across - x, look.body)
        rows.append(Lines(lines=lines[:1], x=x, look=look, lead=mark))
        rows.extend(Lines(lines=[line], x=x, look=look) for line in lines[1:])
    again = Lines(lines=[tr("Notes, continued")], bold=True, look=look)
    return Group(head=title if rows else None, again=again, rows=rows, gap=4 * MM, loose=True)


class Noted:
    """Collects what is too long for its place and hands out the numbers of the notes."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.texts: list[str] = []

    def fit(self, text: str, room: float, most: int, bold: bool = False) -> list[str]:
        """The lines of a printable text; of one with more than `most`, the first line and where to find all of it."""
        lines = wrap(text, room, self.look.body, bold)
        if len(lines) <= most:
            return lines
        return [lines[0], tr("note ({number})").format(number=self._number(text))]

    def name(self, text: str) -> str:
        """A printable name or number on one line; of one that is wider than a half sheet, its beginning and a note."""
        text = " ".join(text.split())
        if width(text, self.look.body, bold=True) <= HALF_SAFE_WIDTH:
            return text
        words = tr("{beginning}… note ({number})")
        return words.format(beginning=text[:_BEGINNING].rstrip(), number=self._number(text))

    def _number(self, text: str) -> int:
        """The number of the note that holds all of a text."""
        if text not in self.texts:
            self.texts.append(text)
        return self.texts.index(text) + 1
