"""What the sheets of leave are made of: labeled facts, a table with columns, small print, lines to sign on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.lettering import printable, wrap
from caregiver_app.documents.pages import Head, Stamp, brief, page_count
from caregiver_app.documents.paper import (
    HAIRLINE,
    LINE,
    MM,
    SIDEWAYS,
    SMALL,
    TICK_BOX,
    UPRIGHT,
    WRITING,
    WRITING_ROW,
    Area,
    Look,
    Pen,
)
from caregiver_app.documents.parts import Band, Cell, Noted, Row, text_lines
from caregiver_app.words import tr

MOST_LINES = 6
_GAP = 2 * MM
_FACT_GAP = 5 * MM
_INDENT = 4 * MM
_LEAST = 9 * MM  # each row has room for a pencil
_SIGNING = 13 * MM
_SMALL_LINE = SMALL * LINE
_TO_TEXT = TICK_BOX + 3 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labeled facts side by side, each (x, room, label, lines); one without lines is a line to write on."""

    facts: Sequence[tuple[float, float, str, Sequence[str]]]
    look: Look
    stretch: int = 0

    @property
    def height(self) -> float:
        """In points."""
        lines = max(1, *(len(lines) for *_, lines in self.facts))
        return _SMALL_LINE + max(WRITING_ROW, lines * self.look.line + 1.5 * MM)

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the labels small over the facts, and a line under each."""
        for x, room, label, lines in self.facts:
            pen.text(x, top + _SMALL_LINE / 2, label, SMALL)
            text_lines(pen, x, top + _SMALL_LINE, lines, self.look.body)
            pen.line(x, top + self.height - 1 * MM, room, HAIRLINE if lines else WRITING)


def fact_rows(facts: Sequence[tuple[str, str]], noted: Noted, across: float, *, columns: int = 2) -> list[Facts]:
    """Facts as (label, words) in rows of some columns."""
    room = (across + _FACT_GAP) / columns - _FACT_GAP
    rows = [facts[n : n + columns] for n in range(0, len(facts), columns)]
    return [
        Facts(
            facts=[
                ((room + _FACT_GAP) * place, room, label, noted.fit(printable(words), room, MOST_LINES))
                for place, (label, words) in enumerate(row)
            ],
            look=noted.look,
        )
        for row in rows
    ]


class Table:
    """Rows under columns: each column is (label, its share of the width)."""

    def __init__(self, columns: Sequence[tuple[str, float]], noted: Noted, across: float) -> None:
        self._noted = noted
        self._across = across
        scale = across / sum(share for _, share in columns)
        self._rooms = [share * scale for _, share in columns]
        self._starts = [sum(self._rooms[:place]) for place in range(len(columns))]
        self._labels = [label for label, _ in columns]

    def head(self) -> Band:
        """The names of the columns on a light ground."""
        labels = [(x + 0.5 * MM, label) for x, label in zip(self._starts, self._labels, strict=True)]
        return Band(labels=labels, across=self._across, look=self._noted.look)

    def row(self, texts: Sequence[str | None], notes: str = "") -> list[Block]:
        """A row with its notes under it and a thin line under both; a text that is None is a line to write on."""
        look = self._noted.look
        cells = [
            Cell(x + 0.5 * MM, self._noted.fit(printable(text), room - _GAP, MOST_LINES))
            for x, room, text in zip(self._starts, self._rooms, texts, strict=True)
            if text
        ]
        blanks = [
            (x + 0.5 * MM, room - _GAP)
            for x, room, text in zip(self._starts, self._rooms, texts, strict=True)
            if text is None
        ]
        lines = wrap(printable(notes), self._across - _INDENT, look.body)
        rows = [Row(tick=False, cells=cells, blanks=blanks, least=max(_LEAST, look.line), look=look)]
        rows.extend(Row(tick=False, cells=[Cell(_INDENT, [line])], look=look, stretch=0) for line in lines)
        return [*rows[:-1], replace(rows[-1], rules=[(0.0, self._across)])]

    def empty_row(self) -> Row:
        """A row to fill in by hand."""
        look = self._noted.look
        blanks = [(x + 0.5 * MM, room - _GAP) for x, room in zip(self._starts, self._rooms, strict=True)]
        return Row(tick=False, cells=(), blanks=blanks, least=max(_LEAST, look.line), look=look)

    def group(self, rows: Sequence[Block], *, gap: float = 4 * MM) -> Group:
        """The rows under the names of the columns, which stand on each page again."""
        return Group(head=self.head(), rows=rows, gap=gap, loose=True)


class WideSheet:
    """A dense sheet with one wide table: large print turns the paper. What is too long for its place is noted."""

    def __init__(self, stamp: Stamp, look: Look, columns: Sequence[str], shares: Sequence[float]) -> None:
        self.look = replace(look, dense=True)
        self.area: Area = SIDEWAYS if look.large else UPRIGHT
        self.across = self.area.across
        self.noted = Noted(self.look)
        self.stamp = brief(stamp, self.noted)
        self.table = Table(list(zip(columns, shares, strict=True)), self.noted, self.across)

    def with_spare(self, head: Head, most: int, build: Callable[[int], list[Group]]) -> list[Group]:
        """What `build` makes with rows to write on: up to `most`, as far as they cost no page of their own."""
        bare = build(0)
        pages = page_count(head, bare, self.stamp)
        tried = (build(spare) for spare in range(most, 0, -1))
        return next((found for found in tried if page_count(head, found, self.stamp) == pages), bare)


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallPrint:
    """Lines in the smallest type, such as what codes mean."""

    lines: Sequence[str]
    stretch: int = 0

    @property
    def height(self) -> float:
        """In points."""
        return len(self.lines) * _SMALL_LINE

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the lines from the top."""
        text_lines(pen, 0, top, self.lines, SMALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """Room between two parts that stay together, in points."""

    height: float
    stretch: int = 0

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Nothing is drawn."""


def small_print(words: str, across: float) -> SmallPrint:
    """A printable text in the smallest type."""
    return SmallPrint(lines=wrap(printable(words), across, SMALL))


@dataclass(frozen=True, slots=True, kw_only=True)
class TickSentence:
    """A sentence with an empty box before it, to tick by hand."""

    lines: Sequence[str]
    look: Look
    stretch: int = 0

    @property
    def height(self) -> float:
        """In points."""
        return max(8 * MM, len(self.lines) * self.look.line)

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the box and the words."""
        first = top + (height - len(self.lines) * self.look.line) / 2
        pen.tick_box(0, first + self.look.line / 2)
        text_lines(pen, _TO_TEXT, first, self.lines, self.look.body)


def tick_sentence(words: str, look: Look, across: float) -> TickSentence:
    """A printable sentence to tick by hand."""
    return TickSentence(lines=wrap(words, across - _TO_TEXT, look.body), look=look)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A line to sign on and one for the date, with their labels small underneath."""

    label: str
    across: float
    stretch: int = 1

    @property
    def height(self) -> float:
        """In points."""
        return _SIGNING + _SMALL_LINE

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw both lines at the bottom of their place."""
        level = top + height - _SMALL_LINE
        for x, end, label in ((0.0, 0.64, self.label), (0.68, 1.0, tr("Date"))):
            pen.line(x * self.across, level, (end - x) * self.across, WRITING)
            pen.text(x * self.across, level + _SMALL_LINE / 2 + 0.5 * MM, label, SMALL)
