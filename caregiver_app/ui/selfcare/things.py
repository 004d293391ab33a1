"""The small things of the week, side by side; in a first week, ideas to begin with; below, those that rest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from caregiver_app.domain.selfcare import SMALL_THINGS, SmallThing
from caregiver_app.domain.selfcare_week import CareView, CareWeek, ThingThisWeek
from caregiver_app.ui.selfcare.first_things import FirstThings
from caregiver_app.ui.selfcare.thing_card import ThingCard
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

_CARDS = 60  # letters, from which on the cards stand side by side


class Things(QWidget):
    """Each signal brings what its name says; `week_left` is one click for the whole week."""

    picked = Signal(object)  # SmallThing, not kept yet
    did = Signal(object)  # ThingThisWeek, as in all that follow
    undid = Signal(object)
    time_wanted = Signal(object)
    sitter_wanted = Signal(object)
    back = Signal(object)
    menu_wanted = Signal(object, object)
    week_left = Signal()
    brought_back = Signal(object)  # SmallThing

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self.cards: list[ThingCard] = []
        self.first = FirstThings(theme)
        self.first.picked.connect(self.picked)
        self.title = Text(theme, tr("Small things this week"), "h2")
        self.row: Reflow | None = None
        self.leave_button = Button(theme, tr("Not this week"), kind=QUIET)
        self.leave_button.setAccessibleDescription(tr("Leaves all of them for another week. Rest counts too."))
        self.leave_button.setToolTip(self.leave_button.accessibleDescription())
        self.leave_button.clicked.connect(self.week_left)
        self._resting: Flow | None = None
        self.back_buttons: dict[UUID, Button] = {}  # by the id of what rests
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(self.title)
        self._column.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.first)

    def card_of(self, thing_id: UUID) -> ThingCard | None:
        """The card of a small thing by its id."""
        return next((card for card in self.cards if card.each.thing.id == thing_id), None)

    def stand_on(self, thing_id: UUID) -> QWidget | None:
        """Put the keyboard on a small thing, or on what brings it back while it rests; None when it is not here."""
        card = self.card_of(thing_id)
        button = card.buttons[0] if card is not None else self.back_buttons.get(thing_id)
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return card or button

    def show_view(self, view: CareView) -> None:
        """Show the week; cards are made anew only when something on them is another."""
        week = view.week
        self.title.setVisible(bool(week.things))
        self.leave_button.setVisible(any(each.is_waiting for each in week.things))
        words = (week.things, week.resting, view.her, view.clock24, view.season)
        if words != self._shown:
            self._shown = words
            place = self._place_of_keyboard()
            self._put_cards(week.things, view)
            self._put_resting(week.resting)
            self._keep_keyboard(place)
        self._offer_ideas(week)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.row is not None and event.size().width() != event.oldSize().width():
            self.row.setMinimumHeight(0)  # its cards may stand beside each other now

    def _offer_ideas(self, week: CareWeek) -> None:
        """Ideas stand there until three were picked, today or another day; whoever lets some rest wants no more."""
        offered = len(week.things) < SMALL_THINGS and not week.resting
        self.first.leave_out([each.thing.title for each in week.things])
        self.first.be_quiet(quiet=bool(week.things))
        if not offered and self.cards and self.first.isAncestorOf(QApplication.focusWidget() or self):
            self.cards[0].buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.first.setVisible(offered)

    def _place_of_keyboard(self) -> UUID | None:
        """On which card the keyboard is."""
        now = QApplication.focusWidget()
        if now is None:
            return None
        return next((card.each.thing.id for card in self.cards if card.isAncestorOf(now)), None)

    def _keep_keyboard(self, thing_id: UUID | None) -> None:
        card = self.card_of(thing_id) if thing_id is not None else None
        if card is not None:
            card.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_cards(self, things: Sequence[ThingThisWeek], view: CareView) -> None:
        room = self._room_to_keep(things)
        self._drop(self.row)
        self.cards = [self._card(each, view) for each in things]
        self.row = Reflow(self._theme.px(16), _CARDS, self.cards) if self.cards else None
        if self.row is not None:
            self.row.setMinimumHeight(room)
            self._column.insertWidget(1, self.row)

    def _room_to_keep(self, things: Sequence[ThingThisWeek]) -> int:
        """As high as the same things were a moment ago: what stands below does not come under the next click."""
        same = {card.each.thing.id for card in self.cards} == {each.thing.id for each in things}
        return self.row.height() if same and self.row is not None else 0

    def _card(self, each: ThingThisWeek, view: CareView) -> ThingCard:
        card = ThingCard(self._theme, each, view)
        for name in ("did", "undid", "time_wanted", "sitter_wanted", "back", "menu_wanted"):
            getattr(card, name).connect(getattr(self, name))
        return card

    def _put_resting(self, resting: Sequence[SmallThing]) -> None:
        """Those that rest stand below in one line, each to be brought back."""
        self._drop(self._resting)
        self._resting, self.back_buttons = None, {}
        if not resting:
            return
        theme = self._theme
        self._resting = Flow(theme.px(8))
        label = Text(theme, tr("Resting for now:"), ink="text2", wrap=False)
        label.setMinimumHeight(theme.px(44))
        self._resting.add(label)
        for thing in resting:
            title = " ".join(thing.title.split())
            button = Button(theme, tr("Bring {title} back").format(title=_short(title)), kind=QUIET)
            button.setAccessibleName(tr("Bring {title} back").format(title=title))
            button.clicked.connect(partial(self._bring, thing))
            self.back_buttons[thing.id] = button
            self._resting.add(button)
        self._column.addWidget(self._resting)

    def _bring(self, thing: SmallThing, _checked: bool = False) -> None:  # Qt sends it
        self.brought_back.emit(thing)

    def _drop(self, widget: QWidget | None) -> None:
        if widget is not None:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()


def _short(title: str) -> str:
    return title if len(title) <= 32 else tr("{beginning}…").format(beginning=title[:30].rstrip())
