"""The order in which the Tab key goes through a window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def come_last(part: QWidget, stops: Sequence[QWidget]) -> None:
    """The Tab key comes to the stops of a part behind all else in the window, also what was built later."""
    window = part.window()
    last = one_before(window)
    while last.focusPolicy() is Qt.FocusPolicy.NoFocus and last is not window:
        last = one_before(last)  # Qt orders only what takes the keyboard
    if part.isAncestorOf(last):
        return
    for stop in stops:
        QWidget.setTabOrder(last, stop)
        last = stop


def one_before(widget: QWidget) -> QWidget:
    """What comes before a widget in the ring of the Tab key, whether it takes the keyboard or not. Ask only here.

    PySide takes the answer for a part of `widget`. Left so, widgets come to hold each other in a circle, apart from
    their window, and garbage collection empties them while they are shown. So it is given back to its own parent.
    """
    found = widget.previousInFocusChain()
    assert found is not None, "the chain is a ring"
    at = found
    while (above := at.parentWidget()) is not None:  # up to the window, or a bar in a box of Qt’s own goes with its box
        at.setParent(above)  # nothing new for Qt, which leaves it as it is
        at = above
    if found is at:  # the window itself, once around
        found.setParent(None)
    return found
