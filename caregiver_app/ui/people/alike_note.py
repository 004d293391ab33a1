"""Who is there already of those that somebody typed may be, told before one more is added."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.services.people import Alike
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.people.change_number import ChangeNumber
from caregiver_app.ui.widgets.texts import Text


class AlikeNote(QWidget):
    """Hidden while there is nobody. `changed` once the number of somebody who is there was kept instead."""

    changed = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.words = Text(parts.theme, "", "strong")
        self.number_button = ChangeNumber(parts)
        self.number_button.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(parts.theme.px(6))
        column.addWidget(self.words)
        column.addWidget(self.number_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def tell(self, found: Alike | None) -> None:
        """Say who is there; None for nobody."""
        words = found.told if found is not None else ""
        if words and words != self.words.text():
            announce(self.words, words)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.number_button.offer(found)
        self.setVisible(bool(words))
