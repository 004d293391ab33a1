"""Cards of visits one under another, with headings between them: one stop for Tab, arrows go from card to card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.leg_row import CardButton
from caregiver_app.ui.rides.leg_words import LegWords
from caregiver_app.ui.rides.visit_card import VisitCard
from caregiver_app.ui.rides.visit_words import VisitWords
from caregiver_app.ui.rides.wishes import Wish
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

AT_ONCE, LATER = 6, 3  # cards made before the window answers, and in each slice after that


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a day between cards; `note` stands beside a day that has none."""

    title: str
    note: str = ""


Entry = Heading | VisitWords


class Place(NamedTuple):
    """Where the keyboard is: on a card, or on one of its buttons."""

    visit_id: UUID
    wish: Wish | None = None
    leg: LegWords | None = None


class VisitList(QWidget):
    """Shows entries in order. Cards whose words stayed the same are kept; many are made in slices."""

    wished = Signal(object, object, object)  # Wish, the visit’s id, LegWords | None
    menu_wanted = Signal(object, object)  # the visit’s id, QPoint
    built = Signal()

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = parts.theme
        self.cards: dict[UUID, VisitCard] = {}
        self._current: UUID | None = None
        self._order: list[UUID] = []
        self._shown: list[Entry] = []
        self._to_come: Iterator[bool] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(self._theme.px(12))
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_slice)

    @property
    def headings(self) -> list[str]:
        """The headings between cards, from top to bottom."""
        return [each.text() for each in self._widgets() if isinstance(each, Text)]

    @property
    def is_whole(self) -> bool:
        """Whether all cards are there."""
        return self._to_come is None

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these and nothing else. The keyboard stays on its card when that is still there."""
        if self.is_whole and list(entries) == self._shown:
            return
        self._shown = list(entries)
        place = self._place_of_keyboard()
        words = {each.visit_id: each for each in entries if isinstance(each, VisitWords)}
        if place is not None:
            place = self._next_place(place, words)
        order = self._order = list(words)
        self._to_come = self._steps(entries)
        self._make(AT_ONCE)
        if place is not None and order:
            self.stand_on(place.visit_id, place.wish, place.leg)

    def _next_place(self, place: Place, words: Mapping[UUID, VisitWords]) -> Place | None:
        """Where the keyboard goes: with its card; but a card whose ride was given away leaves it where it stood."""
        order = list(words)
        position = self._order.index(place.visit_id) if place.visit_id in self._order else 0
        if place.visit_id not in words:
            return Place(order[min(position, len(order) - 1)]) if order else None
        settled = self.cards[place.visit_id].words.needs_driver and not words[place.visit_id].needs_driver
        if not settled or order.index(place.visit_id) <= position:
            return place
        after = [*order[position:], *order[:position]]
        return Place(next((each for each in after if words[each].needs_driver), order[position]))

    def stand_on(self, visit_id: UUID, wish: Wish | None = None, leg: LegWords | None = None) -> bool:
        """Put the keyboard on a card, or on one of its buttons; whether the card is in the list."""
        if visit_id not in self._order:
            return False
        while visit_id not in self.cards and not self.is_whole:
            self._make(1)
        card = self.cards.get(visit_id)
        if card is None:
            return False
        self._keep_one_stop(visit_id)
        button = card.button_for(wish, leg) if wish is not None else None
        (button or card).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def stand_on_first(self) -> bool:
        """Put the keyboard on the first card; whether there is one."""
        return bool(self._order) and self.stand_on(self._order[0])

    def card(self, visit_id: UUID) -> VisitCard | None:
        """The card of a visit, once it is made."""
        return self.cards.get(visit_id)

    def stops(self) -> list[QWidget]:
        """What may take the keyboard, in the order of reading."""
        cards = [self.cards[each] for each in self._order if each in self.cards]
        return [each for card in cards for each in (card, *card.buttons)]

    def _widgets(self) -> list[QWidget]:
        found = (self._column.itemAt(n).widget() for n in range(self._column.count()))
        return [each for each in found if each is not None]

    # Making cards

    def _make(self, count: int) -> None:
        """Make up to some new cards; what is kept costs nothing."""
        if self._to_come is None:
            return
        for is_new in self._to_come:
            count -= is_new
            if count <= 0:
                self._timer.start()
                return
        self._timer.stop()
        self._to_come = None
        self._keep_one_stop(self._current)
        self.built.emit()

    def _make_slice(self) -> None:
        self._make(LATER)

    def _steps(self, entries: Sequence[Entry]) -> Iterator[bool]:
        """Put the entries in their places, one at a time; tells whether a card had to be made."""
        kept, self.cards = self.cards, {}
        old = self._widgets()
        for widget in old:  # not takeAt: an item that lives on would keep a card's old height
            self._column.removeWidget(widget)
        wanted = {each.visit_id: each for each in entries if isinstance(each, VisitWords)}
        staying = {kept[each] for each, words in wanted.items() if each in kept and kept[each].words == words}
        for widget in old:
            if widget not in staying:
                widget.hide()
                widget.deleteLater()
        for entry in entries:
            yield self._put(entry, kept)

    def _put(self, entry: Entry, kept: dict[UUID, VisitCard]) -> bool:
        if isinstance(entry, Heading):
            self._column.addWidget(self._heading(entry))
            return False
        known = kept.get(entry.visit_id)
        is_new = known is None or known.words != entry
        card = self._new_card(entry) if known is None or is_new else known
        self.cards[entry.visit_id] = card
        self._column.addWidget(card)
        card.show()  # now, so that it can take the keyboard
        card.let_tab_stop(entry.visit_id == self._current)
        return is_new

    def _heading(self, heading: Heading) -> QWidget:
        words = tr("{day}: {note}").format(day=heading.title, note=heading.note) if heading.note else heading.title
        return Text(self._theme, words, "body" if heading.note else "h3", ink="text2" if heading.note else "text")

    def _new_card(self, words: VisitWords) -> VisitCard:
        card = VisitCard(self._theme, words, self)
        card.wished.connect(self._wished)
        card.menu_wanted.connect(self._menu_wanted)
        return card

    # The keyboard

    def _place_of_keyboard(self) -> Place | None:
        """Where the keyboard is in this list, also while a dialog stands before it."""
        focus = self.window().focusWidget()
        card = self._card_with(focus)
        if card is None:
            return None
        if isinstance(focus, CardButton):
            return Place(card.words.visit_id, focus.wish, focus.leg)
        return Place(card.words.visit_id)

    def _card_with(self, widget: QWidget | None) -> VisitCard | None:
        if widget is None:
            return None
        return next((card for card in self.cards.values() if card is widget or card.isAncestorOf(widget)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self._card_with(self.focusWidget())
        key = Qt.Key(event.key())
        if card is None or key not in _MOVES:
            super().keyPressEvent(event)
            return
        down, across = _MOVES[key]
        if across:
            _step_across(card, across)
        else:
            place = self._order.index(card.words.visit_id) + down
            self._go(self._order[min(max(place, 0), len(self._order) - 1)])

    def _go(self, visit_id: UUID) -> None:
        self.stand_on(visit_id)
        card = self.cards.get(visit_id)
        if card is not None:
            card.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_one_stop(self, visit_id: UUID | None) -> None:
        if visit_id not in self._order:
            visit_id = self._order[0] if self._order else None
        self._current = visit_id
        for each, card in self.cards.items():
            card.let_tab_stop(each == visit_id)

    # What cards tell

    def _wished(self, wish: Wish, card: VisitCard, leg: LegWords | None) -> None:
        self._keep_one_stop(card.words.visit_id)
        if wish is Wish.MORE:
            self.menu_wanted.emit(card.words.visit_id, card.more_place())
        else:
            self.wished.emit(wish, card.words.visit_id, leg)

    def _menu_wanted(self, card: VisitCard, at: object) -> None:
        self._keep_one_stop(card.words.visit_id)
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.menu_wanted.emit(card.words.visit_id, at)


_FAR = 10_000
_MOVES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Home: (-_FAR, 0),
    Qt.Key.Key_End: (_FAR, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


def _step_across(card: VisitCard, by: int) -> None:
    """From the card to its first button, from button to button, and back."""
    stops: list[QWidget] = [card, *card.buttons]
    now = next((n for n, each in enumerate(stops) if each.hasFocus()), 0)
    stops[min(max(now + by, 0), len(stops) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
