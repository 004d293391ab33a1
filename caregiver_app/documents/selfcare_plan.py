"""The self-care plan: a half sheet for the caregiver alone, with the small things of a week and whom to call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.lettering import printable, width, wrap
from caregiver_app.documents.pages import HalfSheet, Stamp, brief, half_pages
from caregiver_app.documents.paper import HALF_SAFE_WIDTH, MM, WRITING_ROW, Look
from caregiver_app.documents.parts import Band, Cell, Lines, Noted, Row, WritingRow, notes_group
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.spoken import day_words
from caregiver_app.words import tr

THINGS = 3
BLANK_NUMBERS = 3
MOST_LINES = 4
_TICK = 10 * MM
_GAP = 3 * MM
_NAME = 74 * MM  # what a name may take before its number


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanThing:
    """One small thing: only `what` must be there."""

    what: str
    when: str = ""
    cover: str = ""
    tiny: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """A name and its number."""

    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCarePlan:
    """All that the plan shows; without `things` there are lines to write three on.

    `name` is what the person cared for is called; `visits` are own appointments, each a day and a title.
    """

    span: Span
    name: str = ""
    things: tuple[PlanThing, ...] = ()
    visits: tuple[tuple[str, str], ...] = ()
    low_signs: str = ""
    people: tuple[PlanLine, ...] = ()
    help_lines: tuple[PlanLine, ...] = ()
    stamp: Stamp


def selfcare_plans(data: Sequence[SelfCarePlan], look: Look) -> bytes:
    """The plan as a PDF."""
    return half_pages(tr("Self-care plan"), [_half_sheet(each, look) for each in data], look)


def _half_sheet(data: SelfCarePlan, look: Look) -> HalfSheet:
    layout = _Layout(data, replace(look, dense=True))
    first, last = day_words(data.span.first), day_words(data.span.last)
    return HalfSheet(
        title=tr("Small things count"),
        dates=tr("{first} – {last} {year}").format(first=first, last=last, year=data.span.last.year),
        corner=tr("For me alone"),
        groups=layout.groups(),
        stamp=layout.data.stamp,
    )


class _Layout:
    """Turns the plan into groups of rows."""

    def __init__(self, data: SelfCarePlan, look: Look) -> None:
        self.look = look
        self.noted = Noted(look)
        self.data = replace(data, stamp=brief(data.stamp, self.noted))

    def groups(self) -> list[Group]:
        """Everything between the head and the foot."""
        data = self.data
        parts = [
            self._titled(tr("Small things this week"), self._things()),
            self._titled(tr("My own appointments"), self._visits()),
            self._titled(tr("I notice I am running low when"), self._signs()),
            self._titled(tr("People I can call"), self._lines(data.people, blank=True)),
            self._titled(tr("Help lines"), self._lines(data.help_lines)),
        ]
        return [*parts, notes_group(self.noted.texts, self.look, HALF_SAFE_WIDTH)]

    def _titled(self, title: str, rows: Sequence[Block]) -> Group:
        across = HALF_SAFE_WIDTH
        return Group(
            head=Band(name=title, across=across, look=self.look) if rows else None,
            again=Band(name=title, beside=tr("continued"), across=across, look=self.look),
            rows=rows,
            gap=_GAP,
        )

    def _things(self) -> list[Block]:
        """Each with a box to tick; “not this week” is a box like the others."""
        rows: list[Block] = [self._thing(each) for each in self.data.things[:THINGS]]
        room = HALF_SAFE_WIDTH - _TICK
        blank = WritingRow(tick=True, blanks=[("", _TICK, room)], look=self.look)
        rows += [blank] * (THINGS - len(rows))
        words = tr("Not this week. Rest counts too.")
        return [*rows, Row(cells=(Cell(_TICK, wrap(words, room, self.look.body)),), least=WRITING_ROW, look=self.look)]

    def _thing(self, each: PlanThing) -> Row:
        room = HALF_SAFE_WIDTH - _TICK
        what = self.noted.fit(printable(each.what), room, MOST_LINES, bold=True)
        tiny = tr("Or two minutes: {tiny}").format(tiny=printable(each.tiny)) if each.tiny else ""
        more = [
            line
            for words in (each.when, self._cover(each), tiny)
            for line in self.noted.fit(printable(words), room, MOST_LINES)
        ]
        return Row(cells=(Cell(_TICK, what, bold=True), Cell(_TICK, more, down=len(what))), look=self.look)

    def _cover(self, each: PlanThing) -> str:
        """Who is with her meanwhile; a line to write it on where nobody is known."""
        if each.cover or not self.data.name:
            return each.cover
        return tr("With {name} meanwhile: {line}").format(name=self.data.name, line="______________")

    def _visits(self) -> list[Block]:
        rows: list[Block] = []
        for when, title in self.data.visits:
            words = tr("{when}: {title}").format(when=when, title=title)
            rows += self._plain(words)
        return rows or [self._blank()]

    def _signs(self) -> list[Block]:
        if not self.data.low_signs.strip():
            return [self._blank()]
        return [row for line in self.data.low_signs.splitlines() if line.strip() for row in self._plain(line)]

    def _lines(self, lines: Sequence[PlanLine], *, blank: bool = False) -> list[Block]:
        """Names with their numbers in bold behind them; as many lines to write on as make three of `blank` ones."""
        name_room = self._name_room(lines)
        at = HALF_SAFE_WIDTH - name_room
        rows: list[Block] = []
        for each in lines:
            name = self.noted.fit(printable(each.name), name_room if each.phone else HALF_SAFE_WIDTH, MOST_LINES)
            number = self.noted.fit(printable(each.phone), at, MOST_LINES, bold=True)
            cells = (Cell(0, name), Cell(name_room, number, bold=True))
            rows.append(Row(cells=cells, tick=False, look=self.look, stretch=0))
        return rows + [self._blank()] * (BLANK_NUMBERS - len(rows) if blank else 0)

    def _name_room(self, lines: Sequence[PlanLine]) -> float:
        """So much that the longest number has its line, and a name half of the width at least."""
        widest = max((width(printable(each.phone), self.look.body, bold=True) for each in lines), default=0)
        return max(HALF_SAFE_WIDTH / 2, min(_NAME, HALF_SAFE_WIDTH - widest - 1 * MM))

    def _plain(self, words: str) -> list[Block]:
        lines = self.noted.fit(printable(words), HALF_SAFE_WIDTH, MOST_LINES)
        return [Lines(lines=[line], look=self.look) for line in lines]

    def _blank(self) -> WritingRow:
        return WritingRow(blanks=[("", 0, HALF_SAFE_WIDTH)], look=self.look, stretch=0)
