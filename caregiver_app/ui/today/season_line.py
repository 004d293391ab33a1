"""One quiet line on Today: the season that holds, with the way to change it."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class SeasonLine(QWidget):
    """There only while it has something to say."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.words = Text(parts.theme, "", ink="text2")
        self.change_button = Button(parts.theme, tr("A change in care"), kind=QUIET)
        self.change_button.clicked.connect(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(parts.theme.px(4))
        column.addWidget(self.words)
        column.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_season(self, words: str) -> None:
        """Say it, or go."""
        self.words.setText(words)
        self.setVisible(bool(words))

    def _change(self) -> None:
        from caregiver_app.ui.seasons.opening import open_season

        open_season(self._parts, self.window())
