"""Where each word of a card goes: laid out once for a width, then only painted."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from caregiver_app.domain.spoken import short_day_names
from caregiver_app.domain.tasks import State
from caregiver_app.ui.tasks.card_style import CardStyle
from caregiver_app.ui.tasks.card_words import CardWords
from caregiver_app.words import tr

MOST_DISCS = 3


class Arrangement(Enum):
    """How a card is laid out: stacked in a narrow column, in a line of a day, or in a line of a person."""

    STACKED = auto()
    DAY_LINE = auto()
    PERSON_LINE = auto()


class Place(NamedTuple):
    """Where a text begins, and how wide it may be."""

    left: int
    top: int
    width: int


@dataclass(frozen=True, slots=True)
class Disc:
    """A person's initials in a disc."""

    rect: QRect
    initials: str
    colour: QColor


@dataclass(slots=True)
class CardLayout:
    """The parts of a card at one width, ready to paint; lengths in pixels."""

    width: int
    height: int = 0
    box: QRect = field(default_factory=QRect)
    texts: list[tuple[QTextLayout, QPointF, QColor]] = field(default_factory=list)
    discs: list[Disc] = field(default_factory=list)

    def paint(self, painter: QPainter, style: CardStyle) -> None:
        """Draw the words and the discs."""
        for layout, at, colour in self.texts:
            painter.setPen(colour)
            layout.draw(painter, at)
        for disc in self.discs:
            _paint_disc(painter, disc, style)


def lay_out(words: CardWords, style: CardStyle, width: int, arrangement: Arrangement) -> CardLayout:
    """A card of this width."""
    card = CardLayout(width)
    match arrangement:
        case Arrangement.STACKED:
            _stack(card, words, style, style.pad, style.pad, width - 2 * style.pad)
            card.height += style.pad
        case Arrangement.DAY_LINE:
            _day_line(card, words, style)
        case Arrangement.PERSON_LINE:
            _person_line(card, words, style)
    return card


def _stack(card: CardLayout, words: CardWords, style: CardStyle, left: int, top: int, width: int) -> None:
    """Title, time, then the box with who helps; as in a column of the week."""
    y = top + _title(card, words, style, left, top, width)
    if words.time:
        y += style.gap_small + put_text(
            card, words.time, style.small, Place(left, y + style.gap_small, width), style.token("text2")
        )
    card.height = y + style.gap + _box_and_people(card, words, style, left, y + style.gap, width)


def _day_line(card: CardLayout, words: CardWords, style: CardStyle) -> None:
    """Box, title, time and who in one line when there is room; below each other when there is not."""
    pad, left = style.pad, style.pad + style.box + style.gap_wide
    top = pad + (style.box - style.line) // 2
    room = card.width - left - pad
    card.box = QRect(pad, pad, style.box, style.box)
    if room < style.line_room:
        card.height = max(_below_each_other(card, words, style, Place(left, top, room)), pad + style.box) + pad
        return
    who_room, time_room = room * 3 // 10, room * 2 // 10
    title_room = room - who_room - time_room - 2 * style.gap_wide
    height = _title(card, words, style, left, top, title_room)
    left += title_room + style.gap_wide
    height = max(height, put_text(card, words.time, style.body, Place(left, top, time_room), style.token("text2")))
    left += time_room + style.gap_wide
    people = _people(card, words, style, left, pad + (style.box - style.disc) // 2, who_room)
    card.height = pad + max(height, people, style.box) + pad


def _below_each_other(card: CardLayout, words: CardWords, style: CardStyle, place: Place) -> int:
    """Title, time and who; where they end."""
    left, y, room = place
    y += _title(card, words, style, left, y, room)
    if words.time:
        y += put_text(card, words.time, style.small, Place(left, y, room), style.token("text2"))
    if words.who:
        y += style.gap_small + _people(card, words, style, left, y + style.gap_small, room)
    return y


def _person_line(card: CardLayout, words: CardWords, style: CardStyle) -> None:
    """Box, day, then title and time in one text; as in the card of a person."""
    pad = style.pad
    top = pad + (style.box - style.line) // 2
    edge = (style.hit - style.box) // 2  # room for a finger around the box
    card.box = QRect(edge, pad, style.box, style.box)
    left = edge + style.box + style.gap_wide
    ink = style.ink(words.state)
    put_text(card, short_day_names()[words.day.weekday()], style.strong, Place(left, top, style.day_room), ink)
    left += style.day_room + style.gap_wide
    room = card.width - left
    title = tr("{title}, {time}").format(title=apart(words.title), time=words.time) if words.time else words.title
    font = style.struck if words.state is State.DONE else style.body
    below = top + put_text(card, title, font, Place(left, top, room), ink)
    if words.state not in (State.COVERED, State.DONE):
        below += put_text(card, words.who, style.small, Place(left, below, room), style.who_ink(words.state))
    card.height = max(pad + style.box, below) + pad


def _title(card: CardLayout, words: CardWords, style: CardStyle, left: int, top: int, width: int) -> int:
    font = style.struck if words.state is State.DONE else style.body
    return put_text(card, words.title, font, Place(left, top, width), style.ink(words.state))


def _box_and_people(card: CardLayout, words: CardWords, style: CardStyle, left: int, top: int, width: int) -> int:
    """The line with the box; the box and the discs sit at its first line."""
    people = left + style.box + style.gap
    height = _people(card, words, style, people, top, width - style.box - style.gap) if words.who else 0
    line = max(height, style.box)
    card.box = QRect(left, top + (line - style.box) // 2, style.box, style.box)
    return line


def _people(card: CardLayout, words: CardWords, style: CardStyle, left: int, top: int, width: int) -> int:
    """Discs and names from `left` on; the height they take. In a tight place names come before discs."""
    shown = words.people[:MOST_DISCS]
    beside = len(shown) * (style.disc + 2) + style.inset - 2
    if not shown or beside + _widest_word(words.who, style.small) > width:
        shown, beside = (), 0
    first = len(card.texts)
    ink = style.who_ink(words.state)
    height = put_text(card, words.who, style.small, Place(left + beside, top, width - beside), ink)
    line = max(height, style.disc)
    _shift(card, first, (line - height) // 2)
    for n, person_id in enumerate(shown):
        rect = QRect(left + n * (style.disc + 2), top + (line - style.disc) // 2, style.disc, style.disc)
        card.discs.append(Disc(rect, *style.disc_of(person_id)))
    return line


def _widest_word(text: str, font: QFont) -> int:
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


def _shift(card: CardLayout, first: int, by: int) -> None:
    for n in range(first, len(card.texts)):
        layout, at, colour = card.texts[n]
        card.texts[n] = (layout, at + QPointF(0, by), colour)


def put_text(card: CardLayout, text: str, font: QFont, place: Place, colour: QColor) -> int:
    """Put wrapped text at a place; the height it takes. Long words break rather than run out."""
    if not text:
        return 0
    layout, height = wrapped(text, font, place.width)
    card.texts.append((layout, QPointF(place.left, place.top), colour))
    return height


def apart(text: str) -> str:
    """Text that keeps its own direction inside a sentence, as a Hebrew title before a time does."""
    return text if text.isascii() else f"\u2068{text}\u2069"


def wrapped(text: str, font: QFont, width: int) -> tuple[QTextLayout, int]:
    """Text broken into lines of at most this width, and how high they stand together."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout, round(y)


def text_height(text: str, font: QFont, width: int) -> int:
    """How high wrapped text stands; nothing at all is 0."""
    return wrapped(text, font, width)[1] if text else 0


def _paint_disc(painter: QPainter, disc: Disc, style: CardStyle) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(disc.colour)
    painter.drawEllipse(disc.rect)
    painter.setPen(style.on_disc)
    painter.setFont(style.initials if disc.rect.height() <= style.disc else style.big_initials)
    painter.drawText(disc.rect, Qt.AlignmentFlag.AlignCenter, disc.initials)
