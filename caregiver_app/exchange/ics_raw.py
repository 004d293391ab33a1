"""The events of a calendar file as they lie there, line by line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from caregiver_app.exchange.ics_text import from_quoted_printable

_LONGEST_LINE = 100_000  # letters; nobody writes more about a visit
_WANTED = frozenset(
    {
        *("UID", "SEQUENCE", "STATUS", "SUMMARY", "LOCATION", "DESCRIPTION", "X-ALT-DESC"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
    }
)
_TIMES = frozenset({"DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"})

_ANSWERS = ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH")
_DATE = re.compile(r"(?:^|:)(\d{4}-?\d\d-?\d\d(?!\d))")


class Line(NamedTuple):
    """One line of an event: its value, the zone that it names, and whether it tells of all later dates as well."""

    value: str
    zone: str = ""
    and_later: bool = False


@dataclass(slots=True)
class RawEvent:
    """An event as it lies in the file: its lines by name.

    `whole` is whether its end was there, `called_off` whether its calendar was sent to call it off.
    """

    lines: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    whole: bool = False
    called_off: bool = False

    def text(self, name: str) -> str:
        """The value of the first line of that name."""
        return self.lines[name][0].value.strip() if name in self.lines else ""

    def line(self, name: str) -> Line | None:
        """The first line of that name."""
        return self.lines[name][0] if name in self.lines else None

    @property
    def sequence(self) -> int:
        """Which version of the event it is."""
        text = self.text("SEQUENCE")
        return int(text[:9]) if text.isascii() and text.isdigit() else 0


@dataclass(frozen=True, slots=True)
class Part:
    """One calendar of a file, which may hold several: its lines, and what they were sent for."""

    lines: list[str]
    method: str

    @property
    def is_answer(self) -> bool:
        """Whether somebody answers an invitation with it."""
        return self.method in _ANSWERS

    def events(self) -> Iterator[RawEvent]:
        """Its events; those of a calendar that calls off are called off."""
        for event in _raw_events(self.lines):
            event.called_off = self.method == "CANCEL"
            yield event


def parts_of(lines: Iterable[str]) -> list[Part]:
    """The calendars of a file."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line[:40].upper().startswith("BEGIN:VCALENDAR"):
            found.append([])
        found[-1].append(line)
    return [Part(each, _method(each)) for each in found]


def _method(lines: Iterable[str]) -> str:
    return next((line[7:].strip().upper() for line in lines if line[:7].upper() == "METHOD:"), "")


def _raw_events(lines: Iterable[str]) -> Iterator[RawEvent]:
    """The events of the file; what is inside of them, such as alarms, is passed over."""
    event: RawEvent | None = None
    inner: list[str] = []
    for text in lines:
        head = text[:40].upper()
        if head.startswith("BEGIN:VEVENT") or (event is not None and head.startswith(("BEGIN:VCAL", "END:VCAL"))):
            if event is not None:
                yield event  # its end is missing
            event, inner = (RawEvent() if head.startswith("BEGIN:VEVENT") else None), []
        elif event is None:
            continue
        elif head.startswith("END:VEVENT"):
            event.whole = True
            yield event
            event = None
        elif head.startswith("BEGIN:"):
            inner.append(head[6:].strip())
        elif head.startswith("END:"):
            inner = inner[:-1]
        elif not inner:
            _keep(event, text)
    if event is not None:
        yield event


def _keep(event: RawEvent, text: str) -> None:
    """Take a line into the event, if it is one we read."""
    name = re.split("[;:]", text, maxsplit=1)[0].upper()
    if name not in _WANTED:
        return
    parameters, value = _parts(text[:_LONGEST_LINE])
    zone = parameters.get("TZID", "")
    if name in _TIMES and (begin := _DATE.search(value)) and begin[0][0] == ":":
        # a zone with a colon in its name, without the quotes it needs
        zone, value = f"{zone}:{value[: begin.start()]}", value[begin.start(1) :]
    if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        value = from_quoted_printable(value, parameters.get("CHARSET", ""))
    later = parameters.get("RANGE", "").upper() == "THISANDFUTURE"
    event.lines[name].append(Line(value, zone, later))


def _parts(text: str) -> tuple[dict[str, str], str]:
    """The parameters of a line and its value; a line that breaks the rules is cut at its first colon."""
    from icalendar.parser import Contentline

    try:
        _name, parameters, value = Contentline(text).parts()  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, IndexError):
        return {}, text.partition(":")[2].replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    return {name.upper(): str(each) for name, each in parameters.items()}, str(value)
