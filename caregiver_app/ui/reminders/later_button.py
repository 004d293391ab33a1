"""The button that puts a reminder off: ten minutes, an hour, this evening, tomorrow, where it is of use then."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from caregiver_app.domain.reminder_words import later_words
from caregiver_app.domain.reminders import Later
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import Button
from caregiver_app.words import tr


class LaterButton(Button):
    """`asked` comes before its menu is shown, the time to `offer` what is of use; `chosen` tells for how long."""

    asked = Signal()
    chosen = Signal(object)  # Later

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Later"), icon="chevron-down", parent=parent)
        menu = QMenu(self)
        self._actions = {later: menu.addAction(later_words(later)) for later in Later}
        for later, action in self._actions.items():
            action.triggered.connect(partial(self._choose, later))
        self._too_late = menu.addAction(tr("Too late to come again"))
        self._too_late.setEnabled(False)
        self.offer(tuple(Later))
        menu.aboutToShow.connect(self.asked)
        self.setMenu(menu)

    def offer(self, laters: Collection[Later]) -> None:
        """Show these choices; with none, that it is too late."""
        for later, action in self._actions.items():
            action.setVisible(later in laters)
        self._too_late.setVisible(not laters)

    def _choose(self, later: Later, _checked: bool = False) -> None:  # Qt sends it
        self.chosen.emit(later)
