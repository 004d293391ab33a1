"""One day or one person on the board: a painted ground with a heading, its cards, and the button at its foot."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.tasks.card import CardHost, TaskCard
from caregiver_app.ui.tasks.card_layout import Arrangement, CardLayout
from caregiver_app.ui.tasks.card_style import CardStyle
from caregiver_app.ui.tasks.card_words import CardWords
from caregiver_app.ui.tasks.lane_head import Shape, ground_of, lay_out_head, note_height
from caregiver_app.ui.tasks.lanes import Foot, Lane, LaneKey
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, WARN, Button
from caregiver_app.words import tr

ARRANGEMENTS = {
    Shape.COLUMN: Arrangement.STACKED,
    Shape.SECTION: Arrangement.DAY_LINE,
    Shape.PERSON: Arrangement.PERSON_LINE,
}


class LaneHost(CardHost, Protocol):
    """The board, as its lanes know it."""

    def foot_pressed(self, lane: LaneWidget) -> None:
        """The button of a lane was pressed."""


class LaneWidget(QWidget):
    """A lane with its cards. `touched` counts the cards that were made or changed."""

    def __init__(self, lane: Lane, host: LaneHost, shape: Shape, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "Grouping")
        self.lane = lane
        self.cards: dict[UUID, TaskCard] = {}
        self.touched = 0
        self._host = host
        self._shape = shape
        self._is_target = False
        self._head = CardLayout(0)
        self._heads: dict[tuple[int, Shape, int], CardLayout] = {}
        self.foot: FootButton | None = None
        self._name()
        self._set_cards()

    @property
    def key(self) -> LaneKey:
        """The day or the person it is for."""
        return self.lane.key

    def set_lane(self, lane: Lane) -> bool:
        """Show the lane as it is now; only cards whose words differ are touched. Whether anything changed."""
        if lane == self.lane:
            return False
        self.lane = lane
        self._heads.clear()
        self._name()
        self._set_cards()
        self.update()
        return True

    def _new_foot(self) -> FootButton | None:
        if self.lane.foot is Foot.NONE:
            return None
        button = FootButton(self._host.style_of_cards.theme, self.lane.foot, self)
        button.clicked.connect(self._foot_pressed)
        button.show()
        return button

    def _foot_pressed(self) -> None:
        self._host.foot_pressed(self)

    def _name(self) -> None:
        """Take over the names of the lane, with the button that it has now."""
        said = (self.lane.name, self.lane.note)
        self.setAccessibleName(", ".join(words for words in said if words))
        if self.foot is not None and self.foot.what is not self.lane.foot:
            self.foot.hide()
            self.foot.deleteLater()
            self.foot = None
        if self.foot is None:
            self.foot = self._new_foot()
        if self.foot is not None:
            self.foot.setAccessibleName(_foot_name(self.lane))

    def restyle(self) -> None:
        """Colors or text size have changed."""
        self._heads.clear()
        for card in self.cards.values():
            card.restyle()
        self.update()

    def set_target(self, is_target: bool) -> None:
        """Show that a card would be dropped here."""
        if is_target != self._is_target:
            self._is_target = is_target
            self.update()

    def _set_cards(self) -> None:
        """Keep the cards that are still wanted, give the others new words, and make what is missing."""
        wanted = {words.item_id for words in self.lane.cards}
        spare = [self.cards.pop(item_id) for item_id in tuple(self.cards) if item_id not in wanted]
        for words in self.lane.cards:
            card = self.cards.get(words.item_id)
            if card is not None and card.words == words:
                continue
            self.touched += 1
            if card is None:
                card = spare.pop() if spare else self._new_card(words)
                self.cards[words.item_id] = card
            card.set_words(words)
        for card in spare:
            card.hide()
            card.deleteLater()

    def _new_card(self, words: CardWords) -> TaskCard:
        card = TaskCard(words, self._host, ARRANGEMENTS[self._shape], self)
        card.show()
        return card

    def note_height(self, width: int) -> int:
        """How much room the note under the heading of a column needs."""
        return note_height(self.lane, self._host.style_of_cards, width)

    def height_at(self, width: int, shape: Shape, notes: int) -> int:
        """The height that the lane needs at a width; `notes` is the room that columns keep for notes."""
        style = self._host.style_of_cards
        edge, gap = _edge_and_gap(style, shape)
        arrangement = ARRANGEMENTS[shape]
        cards = (self.cards[words.item_id].height_at(width - 2 * edge, arrangement) + gap for words in self.lane.cards)
        below = style.pad - gap if self.lane.cards else 0
        foot = self._foot_height() if shape is Shape.COLUMN else below
        return self._head_at(width, shape, notes).height + sum(cards) + foot

    def place(self, place: QRect, shape: Shape, notes: int) -> None:
        """Stand at a place, with heading, cards and foot where they belong."""
        style = self._host.style_of_cards
        self._shape = shape
        self.setGeometry(place)
        head = self._head_at(place.width(), shape, notes)
        if head is not self._head:
            self._head = head
            self.update()
        edge, gap = _edge_and_gap(style, shape)
        width = place.width() - 2 * edge
        y = head.height
        for words in self.lane.cards:
            card = self.cards[words.item_id]
            height = card.height_at(width, ARRANGEMENTS[shape])
            card.place(QRect(edge, y, width, height), ARRANGEMENTS[shape])
            y += height + gap
        self._place_foot(style)

    def _head_at(self, width: int, shape: Shape, notes: int) -> CardLayout:
        known = self._heads.get((width, shape, notes))
        if known is None:
            beside = self.foot.sizeHint().width() if self.foot is not None and shape is not Shape.COLUMN else 0
            known = lay_out_head(self.lane, self._host.style_of_cards, shape, width, notes=notes, foot=beside)
            self._heads[width, shape, notes] = known
        return known

    def _place_foot(self, style: CardStyle) -> None:
        if self.foot is None:
            return
        if self._shape is Shape.COLUMN:
            height = self._foot_height()
            self.foot.setGeometry(style.gap, self.height() - height, self.width() - 2 * style.gap, height - style.gap)
            return
        size = self.foot.sizeHint()
        top = (style.hit + 2 * style.gap - size.height()) // 2
        self.foot.setGeometry(self.width() - size.width() - style.pad, top, size.width(), size.height())

    def _foot_height(self) -> int:
        return self.foot.sizeHint().height() + self._host.style_of_cards.gap if self.foot is not None else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self._host.style_of_cards
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = ground_of(self.lane, self._shape)
        fill, edge = style.lane_ground(ground)
        line = style.thick if self._is_target or ground == "needs" else style.thin
        pen = QPen(style.token("accent") if self._is_target else edge, line)
        if ground == "needs":
            pen.setDashPattern(style.dashes)
        painter.setPen(pen)
        painter.setBrush(fill)
        frame = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(frame, style.lane_radius, style.lane_radius)
        self._head.paint(painter, style)


def _edge_and_gap(style: CardStyle, shape: Shape) -> tuple[int, int]:
    """Room beside cards and between them."""
    return (style.inset, style.card_gap) if shape is Shape.COLUMN else (style.pad, style.gap_small)


class FootButton(Button):
    """The button of a lane. The arrow keys are the board's."""

    def __init__(self, theme: Theme, what: Foot, parent: QWidget) -> None:
        super().__init__(theme, _foot_words(what), kind=_FOOT_KINDS[what], icon=_FOOT_ICONS[what], parent=parent)
        self.what = what
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()


_FOOT_KINDS = {Foot.ADD: QUIET, Foot.PRINT: PLAIN, Foot.ASK: WARN}
_FOOT_ICONS = {Foot.ADD: "plus", Foot.PRINT: "printer", Foot.ASK: ""}


def _foot_words(what: Foot) -> str:
    return {Foot.ADD: tr("Add"), Foot.PRINT: tr("Print"), Foot.ASK: tr("Ask someone")}[what]


def _foot_name(lane: Lane) -> str:
    names = {Foot.ADD: tr("Add a task on {lane}"), Foot.PRINT: tr("Print for {lane}"), Foot.ASK: tr("Ask someone")}
    return names[lane.foot].format(lane=lane.name)
