"""A page that scrolls up and down, never sideways."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from caregiver_app.ui.theme import Theme

AROUND = 16


class PageOfWords(QWidget):
    """A page that is as high as its words need at its width, and not as high as they would be in a narrow one."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Scrolling(QScrollArea):
    """Holds one widget, keeps it as wide as the room, and follows the keyboard to what it reaches."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self._inner = inner
        self._late: QWidget | None = None
        self._shown_at = 0
        self._window_size = QSize()
        self.verticalScrollBar().rangeChanged.connect(self._room_changed)
        self.verticalScrollBar().valueChanged.connect(self._let_go)
        app = QApplication.instance()
        assert isinstance(app, QApplication), "there is no widget without it"
        app.focusChanged.connect(self._follow)

    def show_whole(self, widget: QWidget) -> None:
        """Scroll so far that all of a widget is seen, or its top where it is higher than the room."""
        inner = self._inner
        rect = QRect(widget.mapTo(inner, QPoint(0, 0)), widget.size()).adjusted(0, -AROUND, 0, AROUND)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        wanted = bar.value()
        if rect.top() < bar.value() or rect.height() > room:
            wanted = rect.top()
        elif rect.bottom() > bar.value() + room:
            wanted = rect.bottom() - room
        bar.setValue(wanted)
        self._shown_at = bar.value()
        self._late = widget

    def show_top(self) -> None:
        """Scroll to the top; the keyboard stays where it is."""
        self._late = None
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        bar, size = self.verticalScrollBar(), self.window().size()
        before, same_window = bar.value(), self._window_size == size
        self._window_size = size
        super().resizeEvent(event)
        grew = event.size().height() > event.oldSize().height() > 0 and event.size().width() == event.oldSize().width()
        if same_window and grew and bar.value() < before:
            self._hold(before)  # a notice went: what is under the mouse stays there
            super().resizeEvent(event)
            bar.setValue(before)
        now = QApplication.focusWidget()
        if now is None or not isValid(self._inner) or not self._inner.isAncestorOf(now):
            return
        top, shown = now.mapTo(self._inner, QPoint(0, 0)).y(), self.verticalScrollBar().value()
        if shown <= top and top + now.height() <= shown + event.oldSize().height():
            self.show_whole(now)  # what was in sight stays in sight above a notice

    def _hold(self, value: int) -> None:
        """Leave room below the page so that it can stay scrolled this far."""
        self._inner.setMinimumHeight(value + self.viewport().height())

    def _let_go(self, value: int) -> None:
        """The room below the page is given back as the page is scrolled."""
        if isValid(self._inner) and self._inner.minimumHeight() > value + self.viewport().height():
            self._hold(value)

    def _room_changed(self, _least: int, _most: int) -> None:
        """Stay with a thing that took the keyboard while the page is laid out anew; not once the page was scrolled."""
        late, self._late = self._late, None
        if late is None or not isValid(late) or late.window().focusWidget() is not late:
            return
        if self.verticalScrollBar().value() == self._shown_at:
            self.show_whole(late)
            self._late = late  # what comes above it may not have its height yet

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        if moved:  # Qt shows the caret of a field; we want the whole field
            self._follow()
        return moved

    def _follow(self) -> None:
        """A thing that took the keyboard comes into sight; under a pressed mouse nothing moves.

        It asks for that thing, since the signal also names the one before, which may be going to pieces.
        """
        now = QApplication.focusWidget()
        if now is None or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        if isValid(self._inner) and self._inner.isAncestorOf(now):
            self.show_whole(now)


class SteadyScrolling(Scrolling):
    """The bar always has its room, and is seen only when it is of use: so nothing is ever laid out twice."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(inner, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self._show_bar(0, 0)

    @property
    def bar_width(self) -> int:
        """The room at the right that the bar takes off a margin."""
        return self.verticalScrollBar().sizeHint().width()

    def _show_bar(self, _least: int, most: int) -> None:
        self.verticalScrollBar().setEnabled(most > 0)


def scroll_page(theme: Theme, page: QWidget, inner: QWidget, *top: QWidget) -> tuple[QVBoxLayout, SteadyScrolling]:
    """Let a tab's page scroll, with some widgets at its top; the column that more goes into, and what scrolls it."""
    column = QVBoxLayout(inner)
    scrolling = SteadyScrolling(inner)
    right = theme.px(28) - scrolling.bar_width
    column.setContentsMargins(theme.px(28), theme.px(20), right, theme.px(24))
    column.setSpacing(theme.px(12))
    for widget in top:
        column.addWidget(widget)
    column.addStretch(0)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(scrolling)
    return column, scrolling
