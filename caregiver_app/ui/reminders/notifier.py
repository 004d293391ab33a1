"""The desktop’s own notifications, whatever shows them."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

OPEN = "default"


class Notifier(QObject):
    """`chosen` tells a notification's key and which of its choices was pressed; `failed` that it was not shown."""

    chosen = Signal(str, str)
    failed = Signal(str)

    def tell(self, key: str, title: str, words: str, choices: Mapping[str, str]) -> None:
        """Show a notification; `choices` are names and the words of their buttons. One of the same key is replaced."""
        self.failed.emit(key)

    def take_back(self, key: str) -> None:
        """It is of no use any more."""

    def close(self) -> None:
        """Let go of the desktop."""


class TrayNotifier(Notifier):
    """Where the tray itself shows them, as on Windows and the Mac. They have no buttons there; a press opens."""

    def __init__(self, icon: QSystemTrayIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._last = ""
        icon.messageClicked.connect(self._clicked)

    def tell(self, key: str, title: str, words: str, choices: Mapping[str, str]) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable() or not self._icon.isVisible():
            self.failed.emit(key)
            return
        self._last = key
        self._icon.showMessage(title, words, self._icon.icon())

    def _clicked(self) -> None:
        self.chosen.emit(self._last, OPEN)


def make_notifier(icon: QSystemTrayIcon, parent: QObject) -> Notifier:
    """What fits this computer."""
    if sys.platform == "linux":
        from caregiver_app.ui.reminders.bus_notifier import BusNotifier

        return BusNotifier(parent)
    return TrayNotifier(icon, parent)
