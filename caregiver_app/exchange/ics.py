"""Calendar files: what other calendar programs read from us, and what we read from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from caregiver_app.domain.calendar_events import Event, Incoming
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.exchange.ics_raw import parts_of
from caregiver_app.exchange.ics_reading import Setting, incoming_of
from caregiver_app.exchange.ics_text import lines_of, text_of
from caregiver_app.exchange.ics_times import Zones
from caregiver_app.words import tr

if TYPE_CHECKING:
    from icalendar import Component, Timezone
    from icalendar import Event as IcsEvent

PROGRAM = "-//Caregiver Organizer//Caregiver Organizer//EN"
_DAY = timedelta(1)


def write_events(events: Sequence[Event], zone: str, made_at: datetime) -> bytes:
    """A calendar file with these events, on the clock of a zone such as America/New_York.

    It names no METHOD: then it is a plain file, which calendar programs take in or update by UID and SEQUENCE; with one
    it would be mail about a meeting, which asks for an organizer. `made_at` is an instant.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    home = ZoneInfo(zone)
    days = [event.day for event in events if event.clock is not None]
    if days:
        calendar.add_component(_zone_part(zone, home, min(days) - _DAY, max(days) + 2 * _DAY))
    for event in events:
        calendar.add_component(_event_part(event, home, made_at))
    return bytes(calendar.to_ical())


def _event_part(event: Event, home: ZoneInfo, made_at: datetime) -> IcsEvent:
    from icalendar import Event as IcsEvent

    from caregiver_app.exchange.ics_words import Words

    part = IcsEvent()
    part.add("uid", event.uid)
    part.add("sequence", event.sequence)
    part.add("dtstamp", made_at.astimezone(UTC).replace(microsecond=0))
    part.add("summary", Words(_one_line(event.summary)))
    if event.clock is None:
        part.add("dtstart", event.day)
        part.add("dtend", event.day + _DAY)
        part.add("transp", "TRANSPARENT")
    else:
        start = _on_the_clock(datetime.combine(event.day, event.clock), home)
        end = _on_the_clock(start + timedelta(minutes=event.minutes), home)
        # Programs differ about an hour that comes twice, in the fall; in UTC there is no doubt.
        zone = UTC if _comes_twice(start, home) or _comes_twice(end, home) else home
        part.add("dtstart", start.replace(tzinfo=home).astimezone(zone))
        part.add("dtend", end.replace(tzinfo=home).astimezone(zone))
    if event.location.strip():
        part.add("location", Words(_one_line(event.location)))
    if event.description.strip():
        part.add("description", Words("\n".join(event.description.strip().splitlines())))
    part.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    if event.alarm is not None and not event.cancelled:
        part.add_component(_alarm_part(event))
    return part


def _alarm_part(event: Event) -> Component:
    from icalendar import Alarm

    from caregiver_app.exchange.ics_words import Words

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", Words(_one_line(event.summary)))
    alarm.add("trigger", -(event.alarm or timedelta(0)))
    return alarm


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _on_the_clock(wall: datetime, home: ZoneInfo) -> datetime:
    """The wall time itself; one in the hour that is left out in spring is an hour later, as clocks show it then."""
    return wall.replace(tzinfo=home).astimezone(UTC).astimezone(home).replace(tzinfo=None, fold=0)


def _comes_twice(wall: datetime, home: ZoneInfo) -> bool:
    first, second = (wall.replace(tzinfo=home, fold=fold).utcoffset() for fold in (0, 1))
    return first != second


def _zone_part(name: str, home: ZoneInfo, first: date, last: date) -> Timezone:
    """The zone as it is from the first to the last day: where it stands, and each change of the clock."""
    from icalendar import Timezone

    part = Timezone()
    part.add("tzid", name)
    begin = datetime(first.year, first.month, first.day, tzinfo=home).astimezone(UTC)
    before = begin.astimezone(home)
    part.add_component(_offset_part(before, before.utcoffset() or timedelta(0)))
    for change in _changes(home, begin, begin + (last - first)):
        part.add_component(_offset_part(change.astimezone(home), (change - _MINUTE).astimezone(home).utcoffset()))
    return part


_MINUTE = timedelta(minutes=1)


def _changes(home: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Each instant at which the clock of the zone changes."""
    day = begin
    while day < end:
        low, high = day, day + _DAY
        if low.astimezone(home).utcoffset() != high.astimezone(home).utcoffset():
            while high - low > _MINUTE:
                middle = low + (high - low) // (2 * _MINUTE) * _MINUTE
                changed = middle.astimezone(home).utcoffset() != low.astimezone(home).utcoffset()
                low, high = (low, middle) if changed else (middle, high)
            yield high
        day += _DAY


def _offset_part(local: datetime, before: timedelta | None) -> Component:
    """From when on the clock is so far from UTC; the time of the change is told on the clock before it."""
    from icalendar import TimezoneDaylight, TimezoneStandard

    before = before or timedelta(0)
    part = TimezoneDaylight() if local.dst() else TimezoneStandard()
    part.add("dtstart", (local.astimezone(UTC) + before).replace(tzinfo=None))
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", local.utcoffset() or timedelta(0))
    part.add("tzname", local.tzname() or "")
    return part


def read_events(data: bytes, zone: str, *, clock24: bool = False, today: date | None = None) -> list[Incoming]:
    """The visits in a calendar file, in home time; InvalidEntry("file", ...) when nothing can be had from it.

    Whatever is wrong with one of them is told in its `refused` or its `notes`; the others come in. With `today`, what
    is many years ahead stays out.
    """
    lines = lines_of(text_of(data))
    parts = parts_of(lines)
    asked = [part for part in parts if not part.is_answer]
    found = incoming_of(
        [event for part in asked for event in part.events()],
        Setting(zones=Zones(_own_zones(lines), _usual_name), home=ZoneInfo(zone), clock24=clock24, today=today),
    )
    if not found and len(asked) < len(parts):
        raise InvalidEntry("file", tr("This is an answer to an invitation, not a visit. Nothing comes in from it."))
    if not found:
        raise InvalidEntry("file", _no_visit(lines))
    return found


def _no_visit(lines: Iterable[str]) -> str:
    begun = {line.upper() for line in lines if line[:6].upper() == "BEGIN:"}
    if "BEGIN:VTODO" in begun:
        return tr("This file holds a list of tasks and no visit.")
    if "BEGIN:VFREEBUSY" in begun:
        return tr("This file tells only when somebody is busy. It holds no visit.")
    return tr("There is no visit in this calendar file.")


def _own_zones(lines: Sequence[str]) -> dict[str, tzinfo]:
    """The time zones that the file describes itself, as far as they can be read."""
    found: dict[str, tzinfo] = {}
    for block in _blocks(lines, "VTIMEZONE"):
        name = next((line[5:].strip() for line in block if line[:5].upper() == "TZID:"), "")
        with suppress(ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError):  # it is choosy
            found[name] = _zone_of(block)
    return found


def _zone_of(block: Sequence[str]) -> tzinfo:
    from icalendar import Timezone

    part = Timezone.from_ical("\r\n".join(block))
    assert isinstance(part, Timezone), "that is how the block begins"
    zone: tzinfo = part.to_tz(lookup_tzid=False)
    datetime(2026, 6, 1, 12, tzinfo=zone).utcoffset()  # some are told only when asked
    return zone


def _blocks(lines: Iterable[str], name: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line.upper() == f"BEGIN:{name}":
            block = [line]
        elif block:
            block.append(line)
            if line.upper() == f"END:{name}":
                yield block
                block = []


_SHORT_NAMES = {
    **dict.fromkeys(("EST", "EDT"), "Eastern Standard Time"),
    **dict.fromkeys(("CST", "CDT"), "Central Standard Time"),
    **dict.fromkeys(("PST", "PDT"), "Pacific Standard Time"),
    "MDT": "Mountain Standard Time",
}


def _usual_name(name: str) -> str | None:
    """The usual name of a zone for the one that Windows, or a clerk in the United States, has for it."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    spoken = re.search(r"\b(Eastern|Central|Mountain|Pacific|Atlantic) (?:Standard |Daylight )?Time\b", name)
    spelled = f"{spoken[1]} Standard Time" if spoken and name not in WINDOWS_TO_OLSON else name
    return WINDOWS_TO_OLSON.get(_SHORT_NAMES.get(spelled, spelled))
