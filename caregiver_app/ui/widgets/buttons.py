"""Buttons: words and an icon, verb first. One filled button on each screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from caregiver_app.ui import icons
from caregiver_app.ui.theme import Theme

PRIMARY, PLAIN, DANGER, QUIET, WARN, ICON = "primary", "plain", "danger", "quiet", "warn", "icon"
_INK = {PRIMARY: "on_accent", DANGER: "danger", QUIET: "accent", WARN: "on_warn_soft"}
_MODIFIED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Button(QPushButton):
    """A button with words; `kind` says how loud it is."""

    def __init__(
        self, theme: Theme, text: str, *, kind: str = PLAIN, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._look, self._icon = theme, icon
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._be(kind)

    def be(self, kind: str) -> None:
        """Become as loud as another kind."""
        if self.property("kind") != kind:
            self._be(kind)
            self.style().unpolish(self)
            self.style().polish(self)

    def _be(self, kind: str) -> None:
        theme, icon = self._look, self._icon
        self.setProperty("kind", kind)
        self.setFont(theme.font("strong" if kind in (PRIMARY, QUIET) else "body"))
        if icon:
            size, gap = theme.px(20), theme.px(6) if self.text() else 0
            ink = theme.token(_INK.get(kind, "text"))
            self.setIcon(icons.icon(icon, ink, size, theme.token("disabled"), gap))
            self.setIconSize(QSize(size + gap, size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does, in a page too; held down, it presses once."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & _MODIFIED:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


class OnceButton(Button):
    """A button whose press may bring another one below the pointer: the second press of a double-click is none."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class IconButton(Button):
    """A button with an icon only; its name is the tooltip and what a screen reader says."""

    def __init__(self, theme: Theme, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", kind=ICON, icon=icon, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(theme.px(44), theme.px(44))
