"""Words on a page: wrapped, left-aligned, in one of the theme's letters."""

from __future__ import annotations

import os
import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caregiver_app.ui.theme import Theme


def breakable(path: str) -> str:
    """A path that may go on in the next line behind each folder."""
    return path.replace(os.sep, f"{os.sep}\u200b")


def unbroken(text: str) -> str:
    """Words in which no line begins with “am” or “pm”."""
    return re.sub(r"(?<=\d) (?=[ap]m\b)", "\u00a0", text)


class Text(QLabel):
    """Words that wrap. `ink` is the token of their color."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        *,
        ink: str = "text",
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setWordWrap(wrap)
        # a Hebrew name stands beside its disc as well, not at the far end of the row
        self.setAlignment(self.alignment() | Qt.AlignmentFlag.AlignAbsolute)
        self.set_ink(ink)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_ink(self, ink: str) -> None:
        """Use another color."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.token(ink))
        self.setPalette(palette)


class Picture(QLabel):
    """An icon beside words that say the same, so that a screen reader passes over it."""

    def __init__(self, theme: Theme, icon: str, size: int, *, ink: str = "text", parent: QWidget | None = None) -> None:
        from caregiver_app.ui import icons

        super().__init__(parent)
        self.setPixmap(icons.picture(icon, theme.token(ink), theme.px(size)))
        self.setFixedSize(theme.px(size), theme.px(size))
