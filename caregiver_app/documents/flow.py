"""Puts the parts of a sheet on pages: what belongs together stays together when it fits, and nothing is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from caregiver_app.documents.paper import MM, Pen

MOST_AIR = 3 * MM  # a sheet with room to spare gives each row up to this much more
_FRAME_PADDING = 1.5 * MM


class Block(Protocol):
    """A part of a sheet that is never split. `stretch` says how many shares of spare room it takes."""

    @property
    def height(self) -> float:
        """The least height, in points."""

    @property
    def stretch(self) -> int:
        """How many shares of spare room it takes."""

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw it into its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Blocks under one head. It stays whole when a page can hold it, unless `loose`.

    On each further page `again` stands in the head's place. `gap` is the room above it, and a `framed` group has a
    line around it. `spare` room to write in begins no page of its own: it is left out where the page is full.
    """

    rows: Sequence[Block]
    head: Block | None = None
    again: Block | None = None
    gap: float = 0
    loose: bool = False
    framed: bool = False
    spare: bool = False

    @property
    def height(self) -> float:
        """The least height of all of it, in points."""
        return sum(block.height for block in self.blocks)

    @property
    def blocks(self) -> list[Block]:
        """The head and the rows."""
        return [*([self.head] if self.head else []), *self.rows]


@dataclass(slots=True)
class Stretch:
    """The blocks of one group that stand on one page."""

    group: Group
    blocks: list[Block] = field(default_factory=list)
    gap: float = 0

    @property
    def height(self) -> float:
        """The least height with the gap above, in points."""
        return self.gap + sum(block.height for block in self.blocks)


class Page(list[Stretch]):
    """What stands on one page, from its top."""

    @property
    def height(self) -> float:
        """The least height of everything on it, in points."""
        return sum(stretch.height for stretch in self)

    def air(self, room: float) -> float:
        """How much more each share may have, so that all of it still fits."""
        shares = sum(block.stretch for stretch in self for block in stretch.blocks)
        return min(MOST_AIR, max(0.0, room - self.height) / shares) if shares else 0.0

    def draw(self, pen: Pen, top: float, across: float, air: float) -> None:
        """Draw everything on it below `top`."""
        for stretch in self:
            top += stretch.gap
            start = top
            for block in stretch.blocks:
                height = block.height + air * block.stretch
                block.draw(pen, top, height)
                top += height
            if stretch.group.framed:
                pen.box(0, start, across, top - start + _FRAME_PADDING)


def paginate(groups: Sequence[Group], room: float, first_less: float = 0) -> list[Page]:
    """Pages that are at most `room` points high, the first by `first_less` lower; there is always one."""
    pages = [Page()]
    for group in groups:
        if not group.blocks:
            continue
        if group.spare and pages[-1] and group.gap + group.height > _left(pages, room, first_less):
            continue
        for stretch in _stretches(group, pages, room, first_less):
            pages[-1].append(stretch)
    return pages


def _stretches(group: Group, pages: list[Page], room: float, first_less: float) -> Iterator[Stretch]:
    """The group in one piece, or in as many as it needs; each further one begins a new page."""
    _start(group, pages, room, first_less)
    piece = Stretch(group, [group.head] if group.head else [], group.gap if pages[-1] else 0)
    left = _left(pages, room, first_less) - piece.height
    empty = True
    for row in group.rows:
        if row.height > left and not empty:
            yield piece
            pages.append(Page())
            again = group.again or group.head
            piece = Stretch(group, [again] if again else [])
            left = room - piece.height
        piece.blocks.append(row)
        left -= row.height
        empty = False
    yield piece


def _left(pages: list[Page], room: float, first_less: float) -> float:
    """How much room the last page has left."""
    return room - pages[-1].height - (first_less if len(pages) == 1 else 0)


def _start(group: Group, pages: list[Page], room: float, first_less: float) -> None:
    """Turn the page when the group should not begin on this one."""
    left = _left(pages, room, first_less) - group.gap
    whole = group.height <= room and not group.loose
    beginning = sum(block.height for block in group.blocks[:3])
    if pages[-1] and (group.height if whole else beginning) > left:
        pages.append(Page())
