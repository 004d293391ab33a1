"""The sign in the tray, where the program rests while its window is closed."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from caregiver_app.ui import icons
from caregiver_app.ui.theme import Theme
from caregiver_app.words import tr

SIZES = (16, 22, 32, 64)
STAYS = sys.platform != "linux"  # elsewhere notifications hang on the sign


class Tray(QObject):
    """`opened`, `list_wanted` and `quit_wanted` are what a person can press."""

    opened = Signal()
    list_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.icon = QSystemTrayIcon(self)
        self.icon.setToolTip(tr("Caregiver Organizer"))
        self.menu = QMenu()
        for text, signal in (
            (tr("Open Caregiver Organizer"), self.opened),
            (tr("Reminders…"), self.list_wanted),
            (tr("Quit"), self.quit_wanted),
        ):
            self.menu.addAction(text).triggered.connect(signal)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._pressed)

    @staticmethod
    def is_offered() -> bool:
        """Whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def is_shown(self) -> bool:
        """Whether the sign can be pressed now."""
        return self.is_offered() and self.icon.isVisible()

    def show(self) -> None:
        """Put the sign up, if there is a tray still."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self.icon.icon().isNull():
            self.icon.setIcon(program_icon(self._theme))
        self.icon.show()

    def hide(self) -> None:
        """Take it down."""
        self.icon.hide()

    def close(self) -> None:
        """Take it down for good."""
        self.icon.hide()
        self.menu.deleteLater()

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()


def program_icon(theme: Theme) -> QIcon:
    """Hands that hold a heart, light on the accent’s ground: it can be told on a light tray and on a dark one."""
    icon = QIcon()
    for size in SIZES:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.token("accent"))
        painter.drawRoundedRect(QRectF(0, 0, size, size), size / 4, size / 4)
        inner = round(size * 0.76)
        sign = icons.picture("heart-handshake", theme.token("on_accent"), inner)
        painter.drawPixmap(QRectF((size - inner) / 2, (size - inner) / 2, inner, inner), sign, QRectF(sign.rect()))
        painter.end()
        icon.addPixmap(picture)
    return icon
