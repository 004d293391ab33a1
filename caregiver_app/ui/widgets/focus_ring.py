"""Where the keyboard is: one ring for each window, around whatever was reached by key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from caregiver_app.ui.theme import Theme

_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class FocusRing(QWidget):
    """Lies over a window and never takes the mouse. A widget may name the part to ring with `focus_rect()`."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._by_key = False
        self.setObjectName("focus ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusIn and isinstance(watched, QWidget) and watched.window() is self.parent():
            if isinstance(event, QFocusEvent) and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
                self._by_key = event.reason() in _BY_KEY
            self._target = watched
            self.follow()
        elif kind == QEvent.Type.MouseButtonPress and self.isVisible() and isinstance(watched, QWidget):
            self._by_key = False
            self.follow()
        elif kind in _MOVES and self._target is not None and isinstance(watched, QWidget) and self.isVisible():
            if watched is self._target or watched.isAncestorOf(self._target):
                self.follow()
        return False

    def follow(self) -> None:
        """Go to where the keyboard is now."""
        target = self._target
        if target is None or not self._by_key or not target.isVisible() or not target.hasFocus():
            self.hide()
            return
        room = self._theme.px(7)
        rect = _rect_of(target)
        place = QRect(target.mapTo(self.parentWidget(), QPoint(rect.topLeft())), rect.size())
        self.setGeometry(place.adjusted(-room, -room, room, room) & self.parentWidget().rect())
        self._inner = place.translated(-self.pos())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        for away, width, token in ((2, 2, "focus_gap"), (4.5, 3, "focus")):
            painter.setPen(QPen(theme.token(token), width))
            ring = QRectF(self._inner).adjusted(-away, -away, away, away)
            painter.drawRoundedRect(ring & QRectF(self.rect()).adjusted(2, 2, -2, -2), theme.px(10), theme.px(10))
        painter.end()


def _rect_of(target: QWidget) -> QRect:
    if isinstance(target, QTabBar):
        return target.tabRect(target.currentIndex())
    own = getattr(target, "focus_rect", None)
    return own() if own is not None else target.rect()
