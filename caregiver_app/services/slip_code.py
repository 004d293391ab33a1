"""The text of a driver slip's code: one event for a phone's calendar, in neutral words and floating local time."""

from __future__ import annotations

from datetime import datetime

from caregiver_app.documents.qr_code import MOST_BYTES

_MOST_SUMMARY = 60  # bytes


def event_code(summary: str, start: datetime, end: datetime | None, details: str = "") -> str:
    """A VEVENT of at most 180 bytes; details that do not fit are left out whole."""
    summary = _shortened(_escaped(summary), _MOST_SUMMARY)
    for more in (_escaped(details), ""):
        lines = ["BEGIN:VEVENT", f"SUMMARY:{summary}", f"DTSTART:{start:%Y%m%dT%H%M%S}"]
        if end is not None and end > start:
            lines.append(f"DTEND:{end:%Y%m%dT%H%M%S}")
        if more:
            lines.append(f"DESCRIPTION:{more}")
        code = "\r\n".join([*lines, "END:VEVENT"])
        if len(code.encode()) <= MOST_BYTES:
            break
    return code


def _escaped(text: str) -> str:
    text = " ".join(text.split())
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text


def _shortened(text: str, most: int) -> str:
    while len(text.encode()) > most:
        text = text[:-1]
    return text.rstrip("\\ ")
