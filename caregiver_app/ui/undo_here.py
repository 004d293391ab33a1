"""A button that takes the last step back, in a window that keeps each change at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.words import tr


class UndoHere(Button):
    """Shown while there is a step that was taken since the window opened; nothing from before is taken back here.

    `then` is where the keyboard goes when there is nothing left to take back.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.theme, tr("Undo"), kind=QUIET, icon="undo-2")
        self.then: QWidget | None = None
        self._actions = parts.actions
        self._before = parts.actions.depth
        self.hide()
        self.clicked.connect(parts.actions.undo)
        parts.actions.history_changed.connect(self._show)

    def _show(self) -> None:
        is_here = self._actions.depth > self._before
        if not is_here and self.then is not None and self.hasFocus():
            self.then.setFocus(Qt.FocusReason.OtherFocusReason)
        step = self._actions.undo_text()
        self.setVisible(is_here)
        self.setToolTip(step)
        self.setAccessibleDescription(step)
