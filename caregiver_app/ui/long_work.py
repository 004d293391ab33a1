"""Long work on the worker's thread: how far it is, and stopping it."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QMargins, QObject, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class Watch(QObject):
    """Given to the work as its `tell`. It belongs to the worker, so that it lives as long as the work does."""

    moved = Signal(int, int)  # how much is done, of how much

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()

    def stop(self) -> None:
        """The work ends at its next step, and nothing of it is kept."""
        self._stop.set()

    def tell(self, done: int, of: int) -> None:
        """Called by the work, on its thread. Raises Stopped when the person said so."""
        from caregiver_app.services.long_work import Stopped

        if self._stop.is_set():
            raise Stopped
        self.moved.emit(done, of)


class ProgressLine(QWidget):
    """A bar with words above it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text(theme, "", ink="text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.px(12))
        self.bar.setAccessibleName(tr("How far it is"))
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(6))
        column.addWidget(self.words)
        column.addWidget(self.bar)

    def begin(self, words: str) -> None:
        """Show it, at nothing yet."""
        self.words.setText(words)
        self.bar.setRange(0, 0)
        self.show()

    def advance(self, done: int, of: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
