"""The time zone that calendar files go by while the family has not chosen one."""

from __future__ import annotations

from PySide6.QtCore import QTimeZone


def computer_zone() -> str:
    """The time zone that the computer is set to, such as America/New_York."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode()
