"""Where the lanes of a board stand at a width: in columns, below each other, or as cards of people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from caregiver_app.ui.tasks.card_style import CardStyle
from caregiver_app.ui.tasks.lane_head import Shape
from caregiver_app.ui.tasks.lane_widget import LaneWidget

NARROWEST_COLUMN = 140
NARROWEST_PERSON = 400
MOST_PEOPLE_ABREAST = 3


@dataclass(frozen=True)
class Arranged:
    """The places of lanes at one width; `notes` is the room that columns keep for notes below their headings."""

    shape: Shape
    height: int
    notes: int
    places: tuple[tuple[LaneWidget, QRect], ...]


def shape_for(width: int, style: CardStyle, *, by_helper: bool) -> Shape:
    """Columns where all seven are wide enough, else a list of days; people are cards."""
    if by_helper:
        return Shape.PERSON
    column = (width - 6 * style.lane_gap) / 7
    return Shape.COLUMN if column >= style.px(NARROWEST_COLUMN) else Shape.SECTION


def arrange(lanes: Sequence[LaneWidget], width: int, style: CardStyle, *, by_helper: bool) -> Arranged:
    """Measure lanes without moving them. Columns of one board are equally wide."""
    shape = shape_for(width, style, by_helper=by_helper)
    per_row = _per_row(shape, width, style)
    gap = style.lane_gap
    wide = lane_width(width, shape, style)
    notes = max((lane.note_height(wide) for lane in lanes), default=0) if shape is Shape.COLUMN else 0
    places: list[tuple[LaneWidget, QRect]] = []
    y = 0
    for first in range(0, len(lanes), per_row):
        row = lanes[first : first + per_row]
        height = max(lane.height_at(wide, shape, notes) for lane in row)
        for n, lane in enumerate(row):
            places.append((lane, QRect(round(n * (width + gap) / per_row), y, wide, height)))
        y += height + gap
    return Arranged(shape, max(y - gap, 0), notes, tuple(places))


def lane_width(width: int, shape: Shape, style: CardStyle) -> int:
    """How wide each lane of a board of this width is."""
    per_row = _per_row(shape, width, style)
    return (width - (per_row - 1) * style.lane_gap) // per_row


def _per_row(shape: Shape, width: int, style: CardStyle) -> int:
    if shape is Shape.PERSON:
        return max(1, min(MOST_PEOPLE_ABREAST, width // style.px(NARROWEST_PERSON)))
    return 7 if shape is Shape.COLUMN else 1
