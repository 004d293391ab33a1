"""What screen readers are told: roles of our own widgets, and sentences said out loud."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QWidget

ROLE = "accessible role"


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget of our own the role that it plays, by Qt's name for it, such as "Grouping"."""
    widget.setProperty(ROLE, role)


def install() -> None:
    """From now on, widgets with a role of their own are told by it. Done after the first paint: nobody asks sooner."""
    from PySide6.QtGui import QAccessible

    QAccessible.installFactory(_interface)


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence now."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAccessibleWidget, QWidget

    if not isinstance(thing, QWidget) or thing.property(ROLE) is None:
        return None
    interface = QAccessibleWidget(thing, QAccessible.Role[thing.property(ROLE)])  # its name stays the widget's own
    thing.accessible_half = interface  # type: ignore[attr-defined]  # Qt does not keep Python's half of an interface alive
    return interface
