"""Things to tick off by hand, side by side as far as they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from caregiver_app.documents.lettering import printable, width
from caregiver_app.documents.paper import MM, Look, Pen
from caregiver_app.documents.parts import Noted, text_lines

_TO_TEXT = 8 * MM
_APART = 6 * MM
_LEAD_APART = 4 * MM
_MOST_LINES = 4
_LEAST = 7 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class TickLine:
    """One line of things to tick, each (x, lines of text); a bold `lead` may stand before them."""

    things: Sequence[tuple[float, Sequence[str]]]
    lead: str = ""
    look: Look
    stretch: int = 0

    @property
    def height(self) -> float:
        """In points."""
        return max(_LEAST, self.look.line * max(len(lines) for _, lines in self.things))

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the boxes and the words."""
        line = max(_LEAST, self.look.line) if all(len(lines) < 2 for _, lines in self.things) else self.look.line
        middle = top + line / 2
        if self.lead:
            pen.text(0, middle, self.lead, self.look.body, bold=True)
        for x, lines in self.things:
            pen.tick_box(x, middle)
            text_lines(pen, x + _TO_TEXT, middle - self.look.line / 2, lines, self.look.body)


@dataclass(slots=True)
class _Filling:
    """The line that is being filled."""

    across: float
    lead: str
    look: Look
    x: float = 0
    things: list[tuple[float, Sequence[str]]] = field(default_factory=list)

    def takes(self, lines: Sequence[str], needed: float) -> bool:
        return self.x + needed <= self.across and (len(lines) < 2 or not self.things)

    def done(self) -> TickLine:
        return TickLine(things=self.things, lead=self.lead, look=self.look)


def tick_lines(lead: str, things: Sequence[str], noted: Noted, across: float) -> list[TickLine]:
    """Things to tick in as few lines as hold them; `lead` is a bold word or two before the first."""
    look = noted.look
    start = width(lead, look.body, bold=True) + _LEAD_APART if lead else 0
    filling = _Filling(across, lead, look, start)
    done: list[TickLine] = []
    for thing in things:
        lines = noted.fit(printable(thing), across - start - _TO_TEXT, _MOST_LINES)
        needed = _TO_TEXT + max((width(line, look.body) for line in lines), default=0)
        if filling.things and not filling.takes(lines, needed):
            done.append(filling.done())
            filling = _Filling(across, "", look, start)
        filling.things.append((filling.x, lines))
        filling.x += needed + _APART
        if len(lines) > 1:
            filling.x = across
    return [*done, filling.done()] if filling.things else done
