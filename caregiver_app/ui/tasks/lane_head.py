"""The heading of a lane: laid out once for a width, then only painted."""

from __future__ import annotations

from enum import Enum, auto
from uuid import UUID

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics

from caregiver_app.ui.tasks.card_layout import CardLayout, Disc, Place, put_text, text_height
from caregiver_app.ui.tasks.card_style import CardStyle
from caregiver_app.ui.tasks.lanes import Lane, Loose
from caregiver_app.words import tr


class Shape(Enum):
    """How a lane stands on the board: as a column, as a part of a list of days, or as the card of a person."""

    COLUMN = auto()
    SECTION = auto()
    PERSON = auto()


def ground_of(lane: Lane, shape: Shape) -> str:
    """Which ground and inks of the style a lane has."""
    if shape is Shape.PERSON:
        return "needs" if lane.key is Loose.NEEDS_HELPER else "person"
    return "today" if lane.is_today else "day"


def note_height(lane: Lane, style: CardStyle, width: int) -> int:
    """How much room the note of a column needs; all columns keep as much free, so that their cards line up."""
    return text_height(lane.note, style.small, width - 2 * style.gap)


def lay_out_head(lane: Lane, style: CardStyle, shape: Shape, width: int, *, notes: int, foot: int) -> CardLayout:
    """A heading of this width; `notes` is the room kept for notes, `foot` the width of a button beside it."""
    head = CardLayout(width)
    inks = style.lane_inks(ground_of(lane, shape))
    match shape:
        case Shape.COLUMN:
            _column(head, lane, style, inks, notes)
        case Shape.SECTION:
            _section(head, lane, style, inks, foot)
        case Shape.PERSON:
            _person(head, lane, style, inks, foot)
    return head


def _column(head: CardLayout, lane: Lane, style: CardStyle, inks: tuple[QColor, QColor], notes: int) -> None:
    ink, note_ink = inks
    number = str(lane.number)
    wide = QFontMetrics(style.strong).horizontalAdvance(number)
    room = head.width - 2 * style.gap
    put_text(head, lane.short, style.strong, Place(style.gap, style.gap, room - wide), ink)
    put_text(
        head,
        number,
        style.strong,
        Place(style.gap + room - wide, style.gap, wide + 1),
        ink if lane.is_today else note_ink,
    )
    top = style.gap + style.line
    if lane.note:
        put_text(head, lane.note, style.small, Place(style.gap, top + style.gap_small, room), note_ink)
    head.height = top + (style.gap_small + notes if notes else 0) + style.gap
    _nothing(head, lane, style, style.gap, note_ink)


def _section(head: CardLayout, lane: Lane, style: CardStyle, inks: tuple[QColor, QColor], foot: int) -> None:
    title = tr("{day}, {note}").format(day=lane.title, note=lane.holiday) if lane.holiday else lane.title
    room = head.width - 2 * style.pad - foot
    height = text_height(title, style.strong, room)
    head.height = max(style.hit, height) + 2 * style.gap
    put_text(head, title, style.strong, Place(style.pad, (head.height - height) // 2, room), inks[0])
    if not _nothing_beside(head, lane, style, title, room, inks[1]):
        _nothing(head, lane, style, style.pad, inks[1])


def _nothing_beside(head: CardLayout, lane: Lane, style: CardStyle, title: str, room: int, ink: QColor) -> bool:
    """An empty day says so beside its name, so that days with something in them stand higher; whether there is room."""
    words = tr("Nothing planned")
    strong, small = QFontMetrics(style.strong), QFontMetrics(style.small)
    left = style.pad + strong.horizontalAdvance(title) + style.gap_wide
    wide = small.horizontalAdvance(words) + style.gap
    if lane.cards or left + wide > style.pad + room:
        return False
    top = (head.height - strong.height()) // 2 + strong.ascent() - small.ascent()
    put_text(head, words, style.small, Place(left, top, wide), ink)
    return True


def _person(head: CardLayout, lane: Lane, style: CardStyle, inks: tuple[QColor, QColor], foot: int) -> None:
    initials, colour = style.disc_of(lane.key) if isinstance(lane.key, UUID) else ("?", inks[1])
    head.discs.append(Disc(QRect(style.pad, style.pad, style.big_disc, style.big_disc), initials, colour))
    left = style.pad + style.big_disc + style.gap_wide
    room = head.width - left - style.pad - (foot + style.gap if foot else 0)
    below = style.pad + put_text(head, lane.title, style.strong, Place(left, style.pad, room), inks[0])
    below += put_text(head, lane.note, style.small, Place(left, below, room), inks[1])
    head.height = max(below, style.pad + style.big_disc) + style.gap


def _nothing(head: CardLayout, lane: Lane, style: CardStyle, left: int, ink: QColor) -> None:
    """An empty day says so."""
    if not lane.cards:
        room = head.width - 2 * left
        font: QFont = style.small
        head.height += put_text(head, tr("Nothing planned"), font, Place(left, head.height, room), ink) + style.gap
