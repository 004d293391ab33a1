"""A part of a form that stays folded until it is wanted."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.ui import icons
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class Fold(QWidget):
    """Hidden at first. `button` shows and hides it, and stands wherever the form puts it.

    Where the button stands right above it, the button is its heading: `headed` is off.
    """

    opened = Signal()

    def __init__(
        self, theme: Theme, title: str, inner: QWidget, parent: QWidget | None = None, *, headed: bool = True
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.button = Button(theme, title, kind=QUIET)
        self.button.clicked.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins(0, theme.px(8), 0, theme.px(8)))
        column.setSpacing(theme.px(12))
        if headed:
            column.addWidget(Text(theme, title, "h3"))
        column.addWidget(inner)
        self._show(False)

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return not self.isHidden()

    def open(self) -> None:
        """Show it."""
        if not self.is_open:
            self._show(True)
            self.opened.emit()

    def close_again(self) -> None:
        """Fold it; what was typed in it stays."""
        self._show(False)

    def _turn(self) -> None:
        if self.is_open:
            self.close_again()
        else:
            self.open()

    def _show(self, on: bool) -> None:
        size, gap = self._theme.px(20), self._theme.px(6)
        sign = "chevron-down" if on else "chevron-right"
        ink = self._theme.token("accent")
        self.button.setIcon(icons.icon(sign, ink, size, self._theme.token("disabled"), gap))
        self.button.setIconSize(QSize(size + gap, size))
        self.button.setAccessibleDescription(tr("Open") if on else tr("Folded"))
        self.setVisible(on)
