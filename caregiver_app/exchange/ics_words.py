"""Words in a calendar file, escaped as the standard says. It stands on icalendar, so it is imported when files are."""

from __future__ import annotations

from icalendar import vText


class Words(vText):
    """Text in which each letter stays what it is: the library's own turns a backslash before an N into a new line."""

    def to_ical(self) -> bytes:
        """As RFC 5545, 3.3.11 has it: the backslash first, then what would end the value."""
        told = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return told.replace("\n", "\\n").encode()
