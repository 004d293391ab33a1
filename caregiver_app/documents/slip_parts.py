"""The parts that only a driver slip has: its big times, its code for a phone's calendar, its strip for the jar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from caregiver_app.documents.flow import Block
from caregiver_app.documents.lettering import printable, width, wrap
from caregiver_app.documents.paper import HALF_SAFE_WIDTH, LINE, MM, SMALL, WRITING, WRITING_ROW, Look, Pen
from caregiver_app.documents.parts import Noted, text_lines
from caregiver_app.documents.qr_code import SIDE, draw_code
from caregiver_app.words import tr

_SMALL_LINE = SMALL * LINE
_INSET = 2.5 * MM
_PADDING = 1.5 * MM
_MOST_BESIDE = 2  # lines; longer words have a line of their own under the other times
_MOST_LINES = 4  # of one figure, or of words beside a code
_BESIDE_X = SIDE + 3 * MM
_JAR_GAP = 2 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A time to see at a glance, with what it is; without a value there is a line to write it on."""

    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class _Value:
    """A figure in its place: large where it fits on one line so, else in bold lines of the usual size."""

    label: str
    lines: Sequence[str]
    size: float

    @classmethod
    def of(cls, figure: Figure, room: float, look: Look, noted: Noted | None = None) -> _Value:
        """With all of its lines; where there is `noted`, with a note in the place of too many."""
        value = printable(figure.value)
        if not value:
            return cls(figure.label, [], look.title)
        if "\n" not in value and width(value, look.title, bold=True) <= room:
            return cls(figure.label, [value], look.title)
        fits = noted.fit(value, room, _MOST_LINES, bold=True) if noted else wrap(value, room, look.body, bold=True)
        return cls(figure.label, fits, look.body)

    @property
    def height(self) -> float:
        return _SMALL_LINE + max(1, len(self.lines)) * self.size * LINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Rows of times in a frame; a row shares the width evenly."""

    rows: Sequence[Sequence[_Value]]
    stretch: int = 0

    @property
    def height(self) -> float:
        """In points."""
        return sum(_row_height(row) for row in self.rows)

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the frame and what is in it."""
        pen.box(0, top, HALF_SAFE_WIDTH, self.height)
        for number, row in enumerate(self.rows):
            if number:
                pen.line(0, top, HALF_SAFE_WIDTH)
            across = HALF_SAFE_WIDTH / len(row)
            for place, value in enumerate(row):
                _draw_value(pen, value, place * across + _INSET, top + _PADDING, across - 2 * _INSET)
            top += _row_height(row)


def _row_height(row: Sequence[_Value]) -> float:
    return max(value.height for value in row) + 2 * _PADDING


def _draw_value(pen: Pen, value: _Value, x: float, top: float, room: float) -> None:
    below = text_lines(pen, x, top, [value.label], SMALL)
    if value.lines:
        text_lines(pen, x, below, value.lines, value.size, bold=True)
    else:
        pen.line(x, below + value.size * LINE - 1 * MM, room, WRITING)


def figures_block(figures: Sequence[Figure], noted: Noted) -> Block:
    """The times side by side; the last has a row of its own where it is long, or the print is large."""
    look = noted.look
    room = HALF_SAFE_WIDTH / max(1, len(figures)) - 2 * _INSET
    beside = [_Value.of(figure, room, look) for figure in figures]
    if not look.large and all(len(value.lines) <= _MOST_BESIDE for value in beside):
        return Figures(rows=[beside])
    head, last = figures[:-1], figures[-1]
    room = HALF_SAFE_WIDTH / max(1, len(head)) - 2 * _INSET
    rows = [[_Value.of(figure, room, look, noted) for figure in head]] if head else []
    return Figures(rows=[*rows, [_Value.of(last, HALF_SAFE_WIDTH - 2 * _INSET, look, noted)]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One line beside a code: a bold lead, words after it, or a line to write on in their place."""

    lead: str = ""
    words: str = ""
    size: float
    blank: bool = False


def beside(lead: str, words: str, noted: Noted) -> list[Beside]:
    """Printable words after a bold lead, under it where they are long; without words there is a line to write on."""
    room = HALF_SAFE_WIDTH - _BESIDE_X
    size = noted.look.body
    left = room - width(f"{lead} ", size, bold=True)
    if not words:
        return [Beside(lead=lead, size=size, blank=True)]
    if width(words, size) <= left:
        return [Beside(lead=lead, words=words, size=size)]
    leads = [Beside(lead=line, size=size) for line in wrap(lead, room, size, bold=True)]
    return [*leads, *(Beside(words=line, size=size) for line in noted.fit(words, room, _MOST_LINES))]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock:
    """A code for a phone's calendar with lines of words beside it."""

    code: str
    lines: Sequence[Beside]
    look: Look
    stretch: int = 0

    @classmethod
    def of(cls, code: str, words: str, above: Sequence[Beside], look: Look) -> CodeBlock:
        """The same times in `words` beside the code, and other lines above them."""
        room = HALF_SAFE_WIDTH - _BESIDE_X
        bold = [Beside(lead=line, size=look.body) for line in wrap(printable(words), room, look.body, bold=True)]
        hint = wrap(tr("A phone’s camera can put this in its calendar."), room, SMALL)
        return cls(code=code, lines=[*above, *bold, *(Beside(words=line, size=SMALL) for line in hint)], look=look)

    @property
    def height(self) -> float:
        """In points."""
        return max(SIDE, self._words)

    @property
    def _words(self) -> float:
        return sum(line.size * LINE for line in self.lines)

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the code at the left and the words at the right, in the middle of the height."""
        draw_code(pen, 0, top + (self.height - SIDE) / 2, self.code)
        below = top + (self.height - self._words) / 2
        for line in self.lines:
            step = line.size * LINE
            lead = width(f"{line.lead} ", line.size, bold=True) if line.lead else 0
            text_lines(pen, _BESIDE_X, below, [line.lead], line.size, bold=True)
            text_lines(pen, _BESIDE_X + lead, below, [line.words], line.size)
            if line.blank:
                start = _BESIDE_X + lead
                pen.line(start, below + step - 1 * MM, HALF_SAFE_WIDTH - start, WRITING)
            below += step


@dataclass(frozen=True, slots=True, kw_only=True)
class JarStrip:
    """What the driver tears off and leaves: how far it was, what was paid, and when."""

    number: str
    look: Look
    stretch: int = 0

    @property
    def height(self) -> float:
        """In points, with the room above the line to tear along."""
        return 2 * _JAR_GAP + self.look.line + len(self._rows) * self._step

    @property
    def _rows(self) -> list[list[str]]:
        blanks = [tr("date"), tr("miles"), tr("parking $"), tr("tolls $"), tr("left"), tr("home")]
        columns = 2 if self.look.large else 3
        return [blanks[first : first + columns] for first in range(0, len(blanks), columns)]

    @property
    def _step(self) -> float:
        return max(WRITING_ROW, self.look.line) + 1 * MM

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the dashed line and what is to be filled in."""
        look = self.look
        pen.tear_line(top + _JAR_GAP, HALF_SAFE_WIDTH)
        middle = top + 2 * _JAR_GAP + look.line / 2
        pen.text(0, middle, tr("Please leave in the jar:"), look.body, bold=True)
        pen.text_to(HALF_SAFE_WIDTH, middle, self.number or tr("R-____"), look.body, bold=True)
        bottom = middle + look.line / 2
        for row in self._rows:
            bottom += self._step
            self._draw_row(pen, bottom, row)

    def _draw_row(self, pen: Pen, bottom: float, row: Sequence[str]) -> None:
        across = HALF_SAFE_WIDTH / len(row)
        for place, label in enumerate(row):
            x = place * across
            written = width(f"{label} ", self.look.body)
            pen.text(x, bottom - self.look.line / 2, label, self.look.body)
            last = place == len(row) - 1
            pen.line(x + written, bottom - 1 * MM, across - written - (0 if last else 3 * MM), WRITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """A block with a share of the spare room under it."""

    block: Block
    stretch: int = 1

    @property
    def height(self) -> float:
        """In points."""
        return self.block.height

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the block at the top of its place."""
        self.block.draw(pen, top, self.block.height)
