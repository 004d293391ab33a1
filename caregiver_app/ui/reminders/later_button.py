"""The button that puts a reminder off: ten minutes, an hour, this evening, tomorrow."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from caregiver_app.domain.reminder_words import later_words
from caregiver_app.domain.reminders import Later
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import Button
from caregiver_app.words import tr


class LaterButton(Button):
    """`chosen` tells for how long."""

    chosen = Signal(object)  # Later

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Later"), icon="chevron-down", parent=parent)
        menu = QMenu(self)
        for later in Later:
            menu.addAction(later_words(later)).triggered.connect(partial(self._choose, later))
        self.setMenu(menu)

    def _choose(self, later: Later, _checked: bool = False) -> None:  # Qt sends it
        self.chosen.emit(later)
