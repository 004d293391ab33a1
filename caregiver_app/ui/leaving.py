"""The end of the program, as told from closing a window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

_LEAVING = "leaving"


def leave(window: QWidget, _checked: bool = False) -> None:  # Qt sends it
    """End the program; a form with something typed in it may still ask to stay."""
    window.setProperty(_LEAVING, True)
    if window.close():
        QApplication.quit()  # also where the window rested in the tray
    QTimer.singleShot(0, window, partial(window.setProperty, _LEAVING, False))  # should it go on after all


def is_leaving(window: QWidget) -> bool:
    """Whether the whole program is about to end."""
    return bool(window.property(_LEAVING))
