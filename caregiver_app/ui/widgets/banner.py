"""One thing to know, above a page or a form: an icon, a bold line, a sentence, at most one button."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, WARN, Button
from caregiver_app.ui.widgets.card import INK, Card
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.ui.widgets.texts import Picture, Text

_ICONS = {
    "info": "info",
    "warn": "triangle-alert",
    "danger": "circle-alert",
    "ok": "check",
    "care": "heart",
    "surface": "car",
}


class BesideIcon(QWidget):
    """Words with the icon of their tone on their left, however narrow it is."""

    def __init__(self, theme: Theme, tone: str, words: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(12))
        row.addWidget(Picture(theme, _ICONS[tone], 24, ink=INK[tone]), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)


class Banner(Card):
    """Wraps its button below where it is narrow."""

    def __init__(
        self,
        theme: Theme,
        tone: str,
        title: str = "",
        sentence: str = "",
        *,
        button: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, tone=tone, parent=parent)
        ink = INK[tone]
        self.title = Text(theme, title, "strong", ink=ink)
        self.sentence = Text(theme, sentence, ink=ink)
        self.button: Button | None = None
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(2))
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        row = Reflow(theme.px(12), 34)
        row.add(BesideIcon(theme, tone, words), 1, Qt.AlignmentFlag.AlignVCenter)  # one line stands beside its button
        if button:
            self.button = Button(theme, button, kind=WARN if tone == "warn" else PLAIN)
            row.add(self.button, 0)
        self.body.addWidget(row)
        self.tell(title, sentence)

    def tell(self, title: str, sentence: str = "") -> None:
        """Change the words."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
