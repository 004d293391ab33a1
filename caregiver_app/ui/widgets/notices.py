"""A strip at the foot of the window: what was done, with Undo; what went wrong, with a way out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from caregiver_app.domain.problems import FileProblem
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button, IconButton
from caregiver_app.ui.widgets.card import INK, Card
from caregiver_app.ui.widgets.tab_order import come_last
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

STAYS_MS = 12_000


class Notices(QWidget):
    """One notice at a time. It is part of the layout, so it never covers anything."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._card: Card | None = None
        self._goes_by_itself = False
        self._came_from: QWidget | None = None
        self._last: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(20), 0, theme.px(20), theme.px(12))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.clear)
        self.setObjectName("notices")
        self.hide()
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    @property
    def timer(self) -> QTimer:
        """How long the notice still stays."""
        return self._timer

    def text(self) -> str:
        """What the notice says now."""
        return self.accessibleName() if self.isVisible() else ""

    def tell(self, sentence: str, button: str = "", action: Callable[[], object] | None = None) -> None:
        """Say what was done, with at most one button."""
        self._show("accent", sentence, button, action)
        self._goes_by_itself = True
        self._count_down()

    def warn(self, problem: FileProblem, button: str = "", action: Callable[[], object] | None = None) -> None:
        """Say what went wrong and what to do; stays until it is closed."""
        self._show("danger", str(problem), button, action)
        self._goes_by_itself = False

    def clear(self) -> None:
        """Take the notice away; the keyboard goes back to where it was."""
        self._timer.stop()
        if self._has_keyboard() and self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus()
        self._came_from = None
        self.hide()
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None

    def _show(self, tone: str, sentence: str, button: str, action: Callable[[], object] | None) -> None:
        self.clear()
        theme = self._theme
        card = Card(theme, tone=tone)
        row = QHBoxLayout()
        row.addWidget(Text(theme, sentence, "strong", ink=INK[tone]), 1)
        if button and action is not None:
            push = Button(theme, button, kind=QUIET, icon="undo-2" if button == tr("Undo") else "")
            push.setObjectName("notice button")
            push.clicked.connect(self.clear)
            push.clicked.connect(action)
            row.addWidget(push)
        close = IconButton(theme, tr("Close this notice"), "x")
        close.clicked.connect(self.clear)
        row.addWidget(close)
        card.body.setContentsMargins(theme.px(16), theme.px(4), theme.px(8), theme.px(4))
        card.body.addLayout(row)
        self._row.addWidget(card)
        self._card = card
        self.setAccessibleName(sentence)
        self.show()
        self._come_last()
        QTimer.singleShot(0, self, self._come_last)  # when the page shows what was done
        announce(self, sentence)

    def _count_down(self) -> None:
        """Start anew, unless somebody is at the notice."""
        if self._goes_by_itself and self.isVisible() and not self._has_keyboard() and not self.underMouse():
            self._timer.start()
        else:
            self._timer.stop()

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _focus_moved(self) -> None:
        """Remember where the keyboard was; asked for, since the signal may name a widget that is going to pieces."""
        old, self._last = self._last, QApplication.focusWidget()
        if not self.isVisible():
            return
        was_here = old is not None and isValid(old) and self.isAncestorOf(old)
        if self._last is not None and self.isAncestorOf(self._last) and not was_here:
            self._came_from = old
        if not self._has_keyboard():  # rows of the page may have been built since
            self._come_last()
        self._count_down()

    def _come_last(self) -> None:
        if self._card is not None:
            come_last(self, self._card.findChildren(QPushButton))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._count_down()
