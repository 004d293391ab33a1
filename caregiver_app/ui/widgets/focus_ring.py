"""Where the keyboard is: one ring for each window, around whatever was reached by key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QMenuBar, QPlainTextEdit, QTabBar, QWidget
from shiboken6 import isValid

from caregiver_app.ui.theme import Theme

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
AROUND = 7


class FocusRing(QWidget):
    """Lies over a window and never takes the mouse. A widget may name the part to ring with `focus_rect()`.

    The window calls `reached_by_key` when Tab moves the focus. The ring listens only to the widget it is around
    and what that stands in: a filter on all of the program would wake Python for every event, and make PySide
    look for the types of Qt's private widgets.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._bar: QTabBar | None = None
        self._inner = QRect()
        self._by_key = False
        self.setObjectName("focus ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        _app().focusChanged.connect(self._focus_changed)

    def reached_by_key(self) -> None:
        """The focus was just moved by Tab or Shift+Tab."""
        self._by_key = QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
        self._focus_changed()

    def follow(self) -> None:
        """Go to where the keyboard is now."""
        target = self._target
        seen = target is not None and isValid(target) and target.isVisible() and target.hasFocus()
        if target is None or not seen or not self._by_key or _marks_itself(target):
            self.hide()
            return
        rect = _rect_of(target)
        place = QRect(target.mapTo(self.window(), rect.topLeft()), rect.size())
        room, seen_part = self._theme.px(AROUND), self._part_seen(target)
        if not place.intersects(seen_part):  # scrolled out of sight
            self.hide()
            return
        self.setGeometry(place.adjusted(-room, -room, room, room) & seen_part)
        self._inner = place.translated(-self.pos())
        self.raise_()
        self.show()
        self.update()

    def _part_seen(self, target: QWidget) -> QRect:
        """The part of the window that shows what the target stands in: no ring goes over what is beside a page."""
        window = self.window()
        part, inner, outer = window.rect(), target, target.parentWidget()
        while outer is not None and inner is not window:
            if isinstance(outer, QAbstractScrollArea) and outer.viewport() is inner:
                part &= QRect(inner.mapTo(window, QPoint(0, 0)), inner.size())
            inner, outer = outer, outer.parentWidget()
        return part

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _MOVES:
            self.follow()
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_key = False
            self.follow()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _STEPS:
            self._by_key = self._by_key or not isinstance(self._target, QLineEdit | QPlainTextEdit)
            self.follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        for away, width, token in ((2, 2, "focus_gap"), (4.5, 3, "focus")):
            painter.setPen(QPen(theme.token(token), width))
            ring = QRectF(self._inner).adjusted(-away, -away, away, away)
            painter.drawRoundedRect(ring & QRectF(self.rect()).adjusted(2, 2, -2, -2), theme.px(10), theme.px(10))
        painter.end()

    def _focus_changed(self) -> None:
        new = _app().focusWidget()  # asked for: the signal also names the one before, which may be going to pieces
        if new is not None and new.window() is not self.window():
            self.hide()
            return
        if new is not self._target:
            self._watch(new)
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_key = False
        elif QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier:
            self._by_key = True  # reached by the letter of its label
        self.follow()

    def _tab_changed(self, _index: int) -> None:
        """The ring goes with the chosen tab."""
        self.follow()

    def _watch(self, target: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._target, self._watched = target, []
        if isinstance(target, QTabBar) and target is not self._bar:
            self._bar = target
            target.currentChanged.connect(self._tab_changed)
        while target is not None:
            target.installEventFilter(self)
            self._watched.append(target)
            target = None if target.isWindow() else target.parentWidget()


def _marks_itself(target: QWidget) -> bool:
    """The menu bar marks its own titles; a whole page, which Qt gives the keyboard to, needs no mark."""
    return isinstance(target, QMenuBar) or target.focusPolicy() == Qt.FocusPolicy.NoFocus


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "there is no widget without it"
    return app


def _rect_of(target: QWidget) -> QRect:
    if isinstance(target, QTabBar):
        return target.tabRect(target.currentIndex())
    own = getattr(target, "focus_rect", None)
    return own() if own is not None else QRect(QPoint(0, 0), target.size())
