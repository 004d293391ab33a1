"""Pulling a card over the board with the mouse: its picture follows, and the lane under it lights up."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from caregiver_app.ui.tasks.lane_widget import LaneWidget

EDGE = 40
PULL = 24


class Dragging:
    """One drag at a time. Menus do the same without a mouse."""

    def __init__(self, board: QWidget) -> None:
        self._board = board
        self._ghost: QLabel | None = None
        self._target: LaneWidget | None = None

    def move(self, card: QWidget, grip: QPoint, at: QPoint) -> None:
        """The card is pulled; its picture hangs on the pointer `at` by the point it was gripped at."""
        if self._ghost is None:
            self._ghost = self._picture_of(card)
        window = self._board.window()
        self._ghost.move(window.mapFromGlobal(at) - grip)
        self._scroll(at)
        self._light(self._lane_at(self._board.mapFromGlobal(at)))

    def drop(self) -> LaneWidget | None:
        """The card was let go; the lane it was let go on."""
        target = self._target
        self.stop()
        return target

    def stop(self) -> bool:
        """Forget the drag; whether there was one."""
        if self._ghost is None:
            return False
        self._ghost.hide()
        self._ghost.deleteLater()
        self._ghost = None
        self._light(None)
        return True

    def _picture_of(self, card: QWidget) -> QLabel:
        faint = QPixmap(card.size() * card.devicePixelRatioF())
        faint.setDevicePixelRatio(card.devicePixelRatioF())
        faint.fill(Qt.GlobalColor.transparent)
        painter = QPainter(faint)
        painter.setOpacity(0.85)
        painter.drawPixmap(0, 0, card.grab())
        painter.end()
        ghost = QLabel(self._board.window())
        ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ghost.setPixmap(faint)
        ghost.resize(card.size())
        ghost.show()
        return ghost

    def _lane_at(self, at: QPoint) -> LaneWidget | None:
        found = self._board.childAt(at)
        while found is not None and not isinstance(found, LaneWidget):
            found = found.parentWidget() if found is not self._board else None
        return found

    def _light(self, lane: LaneWidget | None) -> None:
        if lane is self._target:
            return
        for each, on in ((self._target, False), (lane, True)):
            if each is not None:
                each.set_target(on)
        self._target = lane

    def _scroll(self, at: QPoint) -> None:
        """Near the upper and lower edge the page moves along."""
        area = self._board.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None:
            return
        y = area.viewport().mapFromGlobal(at).y()
        bar = area.verticalScrollBar()
        if y < EDGE:
            bar.setValue(bar.value() - PULL)
        elif y > area.viewport().height() - EDGE:
            bar.setValue(bar.value() + PULL)
