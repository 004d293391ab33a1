"""What screen readers are told: roles of our own widgets, and sentences said out loud."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLE = "accessible role"


def set_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Give a widget of our own the role that it plays."""
    widget.setProperty(ROLE, role.value)


def install() -> None:
    """From now on, widgets with a role of their own are told by it."""
    QAccessible.installFactory(_interface)


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget) or thing.property(ROLE) is None:
        return None
    interface = QAccessibleWidget(thing, QAccessible.Role(thing.property(ROLE)))  # its name stays the widget's own
    thing.accessible_half = interface  # Qt does not keep Python's half of an interface alive
    return interface
