"""The place of the card: above the notices at the foot of the window, part of the layout, on every tab."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from caregiver_app.domain.reminders import Due
from caregiver_app.ui.reminders.card import ReminderCard
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.ui.main_window import MainWindow


class CardPlace(QObject):
    """Shows one card while anything waits. A window that is built anew gets it again."""

    opened = Signal()
    later = Signal(object)  # Later
    not_today = Signal()

    def __init__(self, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._dues: tuple[Due, ...] = ()
        self._holder: QWidget | None = None
        self._card: ReminderCard | None = None
        window.parts.theme.changed.connect(self._build_anew)

    @property
    def card(self) -> ReminderCard | None:
        """The card, while it is there."""
        there = self._holder is not None and isValid(self._holder) and not self._holder.isHidden()
        return self._card if there else None

    def show_dues(self, dues: Sequence[Due]) -> None:
        """Tell of these, or of nothing."""
        self._dues = tuple(dues)
        self._show()

    def _build_anew(self) -> None:
        """The window was built anew; what stood in it goes."""
        self._holder = self._card = None
        self._show()

    def _show(self) -> None:
        if not self._dues:
            if self._holder is not None and isValid(self._holder):
                self._holder.hide()
            return
        if self._card is None or not isValid(self._card):
            self._build()
        assert self._card is not None, "it was just made"
        assert self._holder is not None, "so was its place"
        clock = self._window.parts.actions.clock
        self._card.show_dues(self._dues, clock.local().replace(tzinfo=None), clock24=self._clock24())
        self._holder.show()

    def _build(self) -> None:
        theme, notices = self._window.parts.theme, self._window.notices
        layout = self._window.centralWidget().layout()
        assert isinstance(layout, QVBoxLayout), "the tabs stand above the notices"
        self._holder, self._card = QWidget(), ReminderCard(theme)
        self._holder.setAccessibleName(tr("Reminders"))
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(theme.px(20), 0, theme.px(20), theme.px(12))
        column.addWidget(self._card)
        layout.insertWidget(layout.indexOf(notices), self._holder)
        self._card.opened.connect(self.opened)
        self._card.later.connect(self.later)
        self._card.not_today.connect(self.not_today)

    def _clock24(self) -> bool:
        from caregiver_app.services import household

        return self._window.parts.actions.read(household.household).clock24
