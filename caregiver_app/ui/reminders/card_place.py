"""The place of the card: below the page in front, part of its layout, so that it covers nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from caregiver_app.domain.reminders import Due
from caregiver_app.ui.reminders.card import ReminderCard
from caregiver_app.ui.tab_rail import TabWidget
from caregiver_app.words import tr

TALL = 640  # so high must a window be for more than the heading of several

if TYPE_CHECKING:
    from caregiver_app.ui.main_window import MainWindow


class CardPlace(QObject):
    """Shows one card while anything waits. A window that is built anew gets it again."""

    opened = Signal()
    done = Signal()
    later_asked = Signal()
    later = Signal(object)  # Later
    not_today = Signal()

    def __init__(self, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._dues: tuple[Due, ...] = ()
        self._holder: QWidget | None = None
        self._card: ReminderCard | None = None
        window.parts.theme.changed.connect(self._build_anew)
        window.installEventFilter(self)

        QApplication.instance().focusChanged.connect(self._order)  # type: ignore[union-attr]

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
        self._fit()
        self._holder.show()
        self._order()

    def _follow(self) -> None:
        """Another page is in front: the card goes along."""
        layout = self._tabs.currentWidget().layout()
        if self._holder is not None and isValid(self._holder) and isinstance(layout, QVBoxLayout):
            layout.addWidget(self._holder)
            layout.setStretch(0, 1)  # all the room that is left is the page's
            self._holder.setVisible(bool(self._dues))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """A small window has no room for lines of several; their heading and “See all” say enough."""
        if self._card is not None and isValid(self._card):
            self._card.be_short(short=len(self._dues) > 1 and self._window.height() < self._window.parts.theme.px(TALL))

    def _order(self) -> None:
        """What was built meanwhile comes before the card."""
        card = self.card
        if card is not None:
            card.come_last()

    def _build(self) -> None:
        theme, tabs = self._window.parts.theme, self._window.centralWidget().findChild(TabWidget)
        assert isinstance(tabs, TabWidget), "a window has its tabs"
        self._tabs = tabs
        self._holder, self._card = QWidget(tabs), ReminderCard(theme)
        self._holder.setAccessibleName(tr("Reminders"))
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(theme.px(28), theme.px(8), theme.px(28), theme.px(8))
        column.addWidget(self._card)
        tabs.currentChanged.connect(self._follow)
        self._follow()
        self._card.opened.connect(self.opened)
        self._card.done.connect(self.done)
        self._card.later_asked.connect(self.later_asked)
        self._card.later.connect(self.later)
        self._card.not_today.connect(self.not_today)

    def _clock24(self) -> bool:
        from caregiver_app.services import household

        return self._window.parts.actions.read(household.household).clock24
