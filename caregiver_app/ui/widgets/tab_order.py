"""The order in which the Tab key goes through a window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def come_last(part: QWidget, stops: Sequence[QWidget]) -> None:
    """The Tab key comes to the stops of a part behind all else in the window, also what was built later."""
    window = part.window()
    last: QWidget = window.previousInFocusChain()  # type: ignore[assignment]  # the chain is a ring
    while last.focusPolicy() is Qt.FocusPolicy.NoFocus and last is not window:
        last = last.previousInFocusChain()  # type: ignore[assignment]  # Qt orders only what takes the keyboard
    if part.isAncestorOf(last):
        return
    for stop in stops:
        QWidget.setTabOrder(last, stop)
        last = stop
