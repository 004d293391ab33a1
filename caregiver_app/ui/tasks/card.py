"""One card of the board: a single painted widget, with the box on it as a button of its own."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from caregiver_app.domain.tasks import State
from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.tasks.card_layout import Arrangement, CardLayout, lay_out
from caregiver_app.ui.tasks.card_style import CardStyle
from caregiver_app.ui.tasks.card_words import CardWords

MOST_WIDTHS = 6


class CardHost(Protocol):
    """The board, as its cards know it."""

    style_of_cards: CardStyle

    def card_clicked(self, card: TaskCard) -> None:
        """A card was pressed and let go."""

    def card_ticked(self, card: TaskCard) -> None:
        """The box of a card was pressed."""

    def card_focused(self, card: TaskCard) -> None:
        """A card took the keyboard."""

    def card_menu(self, card: TaskCard, at: QPoint) -> None:
        """The menu of a card is wanted at a place of the screen."""

    def card_dragged(self, card: TaskCard, grip: QPoint, at: QPoint) -> None:
        """A card is being pulled by a point of it; the pointer is at a place of the screen."""

    def card_dropped(self, card: TaskCard) -> None:
        """A pulled card was let go."""


class TaskCard(QWidget):
    """One time of a task. It changes in place when its words do."""

    def __init__(self, words: CardWords, host: CardHost, arrangement: Arrangement, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "ListItem")
        self._host = host
        self._arrangement = arrangement
        self._layouts: dict[tuple[int, Arrangement], CardLayout] = {}
        self._grip: QPoint | None = None
        self._pulled = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.box = DoneBox(self)
        self.words = words
        self._say()

    def set_words(self, words: CardWords) -> None:
        """Show other words; nothing happens when they are the same."""
        if words == self.words:
            return
        self.words = words
        self._say()
        self.restyle()

    def place(self, place: QRect, arrangement: Arrangement) -> None:
        """Stand at a place, laid out in a way."""
        same_size = place.size() == self.size() and arrangement is self._arrangement
        self._arrangement = arrangement
        self.setGeometry(place)
        if not same_size:
            self._place_box()
            self.update()

    def restyle(self) -> None:
        """Words, colors or text size have changed."""
        self._layouts.clear()
        self._place_box()
        self.update()

    def height_at(self, width: int, arrangement: Arrangement) -> int:
        """How high the card is when nothing of it is cut."""
        return self._at(width, arrangement).height

    def hasHeightForWidth(self) -> bool:
        """The title decides the height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the card is, laid out as it is now."""
        return self.height_at(width, self._arrangement)

    def sizeHint(self) -> QSize:
        """What it has: its lane decides."""
        return self.size()

    def _at(self, width: int, arrangement: Arrangement) -> CardLayout:
        known = self._layouts.get((width, arrangement))
        if known is None:
            if len(self._layouts) >= MOST_WIDTHS:
                self._layouts.clear()
            known = lay_out(self.words, self._host.style_of_cards, width, arrangement)
            self._layouts[width, arrangement] = known
        return known

    def _say(self) -> None:
        self.setAccessibleName(self.words.name)
        self.box.say(self.words)

    def _place_box(self) -> None:
        style = self._host.style_of_cards
        box = self._at(self.width(), self._arrangement).box
        more = (style.hit - style.box) // 2
        self.box.setGeometry(box.adjusted(-more, -more, more, more))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self._host.style_of_cards
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._arrangement is Arrangement.PERSON_LINE:
            _, line = style.ground(self.words.state)
            painter.setPen(QPen(line, style.thin))
            painter.drawLine(0, 0, self.width(), 0)
        else:
            _paint_ground(painter, self.rect(), self.words.state, style)
        self._at(self.width(), self._arrangement).paint(painter, style)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._host.card_focused(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()
            self._pulled = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        far = (event.position().toPoint() - self._grip).manhattanLength() >= QApplication.startDragDistance()
        self._pulled = self._pulled or far
        if self._pulled:
            self._host.card_dragged(self, self._grip, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        self._grip = None
        if self._pulled:
            self._host.card_dropped(self)
        elif self.rect().contains(event.position().toPoint()):
            self._host.card_clicked(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self._host.card_menu(self, self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    def tick(self) -> None:
        """The box was pressed."""
        self._host.card_ticked(self)


class DoneBox(QAbstractButton):
    """The box of a card: a check box to a screen reader, with room for a finger around it."""

    def __init__(self, card: TaskCard) -> None:
        super().__init__(card)
        self._card = card
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(card.tick)

    def say(self, words: CardWords) -> None:
        """Take over name and state."""
        self.setAccessibleName(words.box_name)
        self.setChecked(words.state is State.DONE)

    def nextCheckState(self) -> None:
        """The box follows the record: it is ticked once the change was saved."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self._card._host.style_of_cards  # noqa: SLF001  # a part of the card
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        more = (style.hit - style.box) // 2
        paint_box(painter, self.rect().adjusted(more, more, -more, -more), self.isChecked(), self.underMouse(), style)


def paint_box(painter: QPainter, rect: QRect, ticked: bool, hovered: bool, style: CardStyle) -> None:
    """A tick box of the board."""
    line = style.thick
    frame = QRectF(rect).adjusted(line / 2, line / 2, -line / 2, -line / 2)
    edge = style.token("accent") if ticked or hovered else style.token("line_strong")
    painter.setPen(QPen(edge, line))
    painter.setBrush(style.token("accent") if ticked else style.token("surface"))
    painter.drawRoundedRect(frame, style.box_radius, style.box_radius)
    if ticked:
        pen = QPen(style.token("on_accent"), line)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        at, side = frame.topLeft(), frame.width()
        painter.drawPolyline([at + QPointF(x * side, y * side) for x, y in ((0.22, 0.52), (0.42, 0.72), (0.80, 0.30))])


def _paint_ground(painter: QPainter, rect: QRect, state: State, style: CardStyle) -> None:
    """The card without its words; a dashed border says that somebody is needed."""
    line = style.thick if state is State.NEEDS_HELPER else style.thin
    fill, edge = style.ground(state)
    pen = QPen(edge, line)
    if state is State.NEEDS_HELPER:
        pen.setDashPattern(style.dashes)
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(rect).adjusted(line / 2, line / 2, -line / 2, -line / 2), style.radius, style.radius)
