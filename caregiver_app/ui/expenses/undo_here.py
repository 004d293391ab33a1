"""A button that takes the last step back, in a window that keeps each change at once."""

from __future__ import annotations

from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.words import tr


class UndoHere(Button):
    """Hidden until something was done while the window is open."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.theme, tr("Undo"), kind=QUIET, icon="undo-2")
        self._actions = parts.actions
        self.hide()
        self.clicked.connect(parts.actions.undo)
        parts.actions.history_changed.connect(self._show)

    def _show(self) -> None:
        step = self._actions.undo_text()
        self.setVisible(bool(step))
        self.setToolTip(step)
        self.setAccessibleDescription(step)
