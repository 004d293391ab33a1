"""The one line of quick add: Enter keeps it, a pasted table is noticed."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import TextArea


class OfferEntry(TextArea):
    """Wraps long lines; `entered` on Enter, `pasted` for text of several lines, which is not put into it."""

    entered = Signal()
    pasted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", lines=2, parent=parent)
        self.setFixedHeight(self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text() if source.hasText() else ""
        if len([line for line in text.splitlines() if line.strip()]) > 1:
            self.pasted.emit(text)
        else:
            self.insertPlainText(" ".join(text.split("\n")).strip())
