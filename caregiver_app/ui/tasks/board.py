"""The week board: lanes of cards, one stop for the Tab key, arrows inside, and cards that can be dragged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum, auto
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from caregiver_app.ui.tasks.arranging import Arranged, arrange, lane_width, shape_for
from caregiver_app.ui.tasks.card import TaskCard
from caregiver_app.ui.tasks.card_style import CardStyle
from caregiver_app.ui.tasks.dragging import Dragging
from caregiver_app.ui.tasks.lane_head import Shape
from caregiver_app.ui.tasks.lane_widget import LaneWidget
from caregiver_app.ui.tasks.lanes import (
    Lane,
    LaneKey,
    Step,
    Stop,
    day_lanes,
    helper_lanes,
    kept_stop,
    open_cards,
    row_of,
    stop_after,
)
from caregiver_app.ui.tasks.week import WeekView

SLICE = 8
MOST_WIDTHS = 6


class By(Enum):
    """What the lanes stand for."""

    DAY = auto()
    HELPER = auto()


class Wish(Enum):
    """What a person wants with a card or a lane."""

    OPEN = auto()
    PRESS = auto()
    TICK = auto()
    CHOOSE = auto()
    REMOVE = auto()
    NEW = auto()
    FOOT = auto()


_WISHES = {
    Qt.Key.Key_Return: Wish.OPEN,
    Qt.Key.Key_Enter: Wish.OPEN,
    Qt.Key.Key_F2: Wish.OPEN,
    Qt.Key.Key_Space: Wish.TICK,
    Qt.Key.Key_H: Wish.CHOOSE,
    Qt.Key.Key_N: Wish.NEW,
    Qt.Key.Key_Delete: Wish.REMOVE,
    Qt.Key.Key_Backspace: Wish.REMOVE,
}
_STEPS = {
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
}


class Board(QWidget):
    """One week.

    `wished` brings a Wish and the Stop it is about, `dropped` a card's Stop and the lane it was let go on,
    `menu_wanted` a Stop and a place on the screen; `built` tells that all cards are there.
    """

    wished = Signal(object, object)
    dropped = Signal(object, object)
    menu_wanted = Signal(object, object)
    built = Signal()

    def __init__(self, style: CardStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_of_cards = style
        self.by = By.DAY
        self._lanes: list[Lane] = []
        self._widgets: dict[LaneKey, LaneWidget] = {}
        self._queue: list[Lane] = []
        self._arranged: dict[int, Arranged] = {}
        self._shape = Shape.COLUMN
        self._current: Stop | None = None
        self._standing: QWidget | None = None
        self._held = False
        self._dragging = Dragging(self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def current(self) -> Stop | None:
        """Where the keyboard stands."""
        return self._current

    @property
    def touched(self) -> int:
        """How many cards were made or changed so far."""
        return sum(lane.touched for lane in self._widgets.values())

    @property
    def in_columns(self) -> bool:
        """Whether the days stand side by side."""
        return self._shape is Shape.COLUMN

    def card_at(self, stop: Stop | None) -> TaskCard | None:
        """The card that a place holds."""
        lane = self._widgets.get(stop.lane) if stop is not None else None
        return lane.cards.get(stop.item_id) if lane is not None and stop.item_id is not None else None

    def lane_at(self, key: LaneKey) -> LaneWidget | None:
        """The lane of a day or a person."""
        return self._widgets.get(key)

    def show_week(self, view: WeekView, by: By, today: date, holidays: Mapping[date, str] | None = None) -> None:
        """Show a week. Lanes and cards that are there stay and change in place; the rest is built in short slices."""
        self._held = self._standing is not None and isValid(self._standing) and self._standing.hasFocus()
        row = row_of(self._lanes, self._current)
        self._lanes = day_lanes(view, today, holidays) if by is By.DAY else helper_lanes(view)
        if by is not self.by:
            self._drop_lanes()
            self.by = by
        self._reuse_lanes()
        if self._queue:
            QTimer.singleShot(0, self, self._build)
        else:
            self._build()
        self.stand_on(kept_stop(self._lanes, self._current, row), take_keyboard=self._held)

    def restyle(self, style: CardStyle) -> None:
        """Show the same in other colors or another text size."""
        self.style_of_cards = style
        for lane in self._widgets.values():
            lane.restyle()
        self._arrange()

    def _drop_lanes(self) -> None:
        for lane in self._widgets.values():
            lane.hide()
            lane.deleteLater()
        self._widgets.clear()

    def _reuse_lanes(self) -> None:
        """Give each lane that is there its new cards; another day's or person's lane is used when its own is not."""
        keys = {lane.key for lane in self._lanes}
        spare = [self._widgets.pop(key) for key in tuple(self._widgets) if key not in keys]
        self._queue = []
        for lane in self._lanes:
            widget = self._widgets.get(lane.key) or (spare.pop(0) if spare else None)
            if widget is None:
                self._queue.append(lane)
            else:
                widget.set_lane(lane)
                self._widgets[lane.key] = widget
        for widget in spare:
            widget.hide()
            widget.deleteLater()

    def _build(self) -> None:
        """Make missing lanes until the slice is used up; the rest follows when the event loop had its turn.

        They are shown together once the last is there, so that the page is laid out and painted once.
        """
        timer = QElapsedTimer()
        timer.start()
        style, by_helper = self.style_of_cards, self.by is By.HELPER
        shape = shape_for(self.width(), style, by_helper=by_helper)
        width = lane_width(self.width(), shape, style)
        while self._queue and timer.elapsed() < SLICE:
            lane = self._queue.pop(0)
            self._widgets[lane.key] = LaneWidget(lane, self, shape, self)
            self._widgets[lane.key].height_at(width, shape, 0)
        if self._queue:
            QTimer.singleShot(0, self, self._build)
            return
        self._arrange()
        for widget in self._widgets.values():
            widget.show()
        self.stand_on(self._current, take_keyboard=self._held)
        self.built.emit()

    def _arrange(self) -> None:
        """Something has changed: measure at the width there is, and place everything."""
        self._arranged.clear()
        self._place()
        self.updateGeometry()

    def _at(self, width: int) -> Arranged:
        """Where everything stands at a width. Layouts try several, so a few are kept."""
        if width not in self._arranged:
            if len(self._arranged) >= MOST_WIDTHS:
                self._arranged.clear()
            shown = [self._widgets[lane.key] for lane in self._lanes if lane.key in self._widgets]
            self._arranged[width] = arrange(shown, width, self.style_of_cards, by_helper=self.by is By.HELPER)
        return self._arranged[width]

    def hasHeightForWidth(self) -> bool:
        """The fullest day decides the height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the board is when nothing of it is cut."""
        return self._at(width).height

    def sizeHint(self) -> QSize:
        """Nothing by itself: the width decides."""
        return QSize(0, 0)

    def _place(self) -> None:
        at = self._at(self.width())
        self._shape = at.shape
        for lane, place in at.places:
            if at.shape is Shape.COLUMN:
                lane.place(QRect(place.x(), 0, place.width(), max(place.height(), self.height())), at.shape, at.notes)
            else:
                lane.place(place, at.shape, at.notes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def stand_on(self, stop: Stop | None, *, take_keyboard: bool = True) -> None:
        """Move the one tab stop of the board to a place."""
        self._current = stop
        old, self._standing = self._standing, self._widget_at(stop)
        new = self._standing
        if old is not None and old is not new and isValid(old):
            old.setFocusPolicy(Qt.FocusPolicy.ClickFocus if isinstance(old, TaskCard) else Qt.FocusPolicy.NoFocus)
        if new is None:
            return
        new.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if take_keyboard and not new.hasFocus():
            new.setFocus(Qt.FocusReason.TabFocusReason)

    def stand_on_first_open(self) -> bool:
        """Stand on the first card that needs somebody, now or when it is built; whether there is one."""
        found = open_cards(self._lanes)
        if found:
            self._held = True
            self.stand_on(found[0])
        return bool(found)

    def stand_on_item(self, item_id: UUID) -> None:
        """Stand on the card of one time of a task, now or when it is built."""
        stops = (Stop(lane.key, words.item_id) for lane in self._lanes for words in lane.cards)
        found = next((stop for stop in stops if stop.item_id == item_id), None)
        if found is not None:
            self._held = True
            self.stand_on(found)

    def _widget_at(self, stop: Stop | None) -> QWidget | None:
        if stop is None:
            return None
        lane = self._widgets.get(stop.lane)
        if lane is None:
            return None
        return lane.foot if stop.item_id is None else lane.cards.get(stop.item_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and key == Qt.Key.Key_Escape and self._dragging.stop():
            return
        if plain and key in _STEPS:
            self.stand_on(stop_after(self._lanes, self._current, self._turned(_STEPS[key]), columns=self.in_columns))
        elif plain and key in _WISHES and self._current is not None:
            self._wish(_WISHES[key])
        else:
            super().keyPressEvent(event)

    def _turned(self, step: Step) -> Step:
        """Left and right change places where people read from right to left."""
        if self.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            return step
        return {Step.LEFT: Step.RIGHT, Step.RIGHT: Step.LEFT}.get(step, step)

    def _wish(self, wish: Wish) -> None:
        assert self._current is not None, "asked for only where the keyboard stands"
        if self._current.item_id is None and wish is not Wish.NEW:
            wish = Wish.FOOT
            if self._widget_at(self._current) is None:
                return
        self.wished.emit(wish, self._current)

    def foot_pressed(self, lane: LaneWidget) -> None:
        """The button of a lane was pressed."""
        self.wished.emit(Wish.FOOT, Stop(lane.key))

    def card_clicked(self, card: TaskCard) -> None:
        """A card was pressed and let go."""
        self.wished.emit(Wish.PRESS, self._stop_of(card))

    def card_ticked(self, card: TaskCard) -> None:
        """The box of a card was pressed."""
        self.wished.emit(Wish.TICK, self._stop_of(card))

    def card_focused(self, card: TaskCard) -> None:
        """A card took the keyboard."""
        self.stand_on(self._stop_of(card), take_keyboard=False)

    def card_menu(self, card: TaskCard, at: QPoint) -> None:
        """The menu of a card is wanted."""
        self.menu_wanted.emit(self._stop_of(card), at)

    def card_dragged(self, card: TaskCard, grip: QPoint, at: QPoint) -> None:
        """A card is being pulled."""
        self._dragging.move(card, grip, at)

    def card_dropped(self, card: TaskCard) -> None:
        """A pulled card was let go."""
        lane = self._dragging.drop()
        here = self._stop_of(card)
        if lane is not None and lane.key != here.lane:
            self.dropped.emit(here, lane.key)

    def _stop_of(self, card: TaskCard) -> Stop:
        lane = card.parentWidget()
        assert isinstance(lane, LaneWidget), "a card stands in a lane"
        return Stop(lane.key, card.words.item_id)
