"""Times as calendar files write them: with a zone of a well-known name, one of the file's own, in UTC, or with none."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from caregiver_app.domain.spoken import clock_words, short_day
from caregiver_app.words import tr

_STAMP = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?", re.IGNORECASE
)
_LONGEST_ZONE = 80  # letters of its name
_LENGTH = re.compile(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.IGNORECASE)


class UnreadableTimeError(ValueError):
    """What stands where a time should be is none."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as the file has it: `wall` on the clock of `zone`; without a zone it is meant wherever one is."""

    wall: datetime
    zone: tzinfo | None = None
    zone_name: str = ""
    whole_day: bool = False

    def at(self, home: tzinfo) -> datetime:
        """The wall time at home."""
        if self.zone is None or self.whole_day:
            return self.wall
        return self.wall.replace(tzinfo=self.zone).astimezone(UTC).astimezone(home).replace(tzinfo=None, fold=0)

    def on(self, zone: tzinfo | None) -> datetime:
        """The wall time on the clock of another zone; of a time without a zone, its own."""
        return self.wall if zone is None else self.at(zone)


class Zones:
    """The time zones that a file names: well-known ones, then those that it describes itself."""

    def __init__(self, own: Mapping[str, tzinfo], well_known: Callable[[str], str | None]) -> None:
        """`well_known` gives the usual name for one that another program has for it."""
        self._own = own
        self._well_known = well_known

    def find(self, name: str) -> tzinfo | None:
        """The zone of that name; None when nobody knows it."""
        name = name.strip().strip('"')
        if name.upper() in ("UTC", "GMT", "Z", "ETC/UTC"):
            return UTC
        if "/" in name and (known := _zone(name)):
            return known
        return _zone(self._well_known(name) or "") or self._own.get(name) or _zone(name) or _zone(_tail(name))


def _zone(name: str) -> tzinfo | None:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_+/-]*", name):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # also names that are folders
        return None


def _tail(name: str) -> str:
    """The well-known name at the end of a long one, as in "/example.org/2005/America/New_York"; else empty."""
    found = re.search(r"[A-Z][A-Za-z]+/[A-Z][A-Za-z_/-]+$", name[-_LONGEST_ZONE:])
    return found[0] if found else ""


def read_moment(value: str, zone_name: str, zones: Zones) -> Moment:
    """One time; raises UnreadableTimeError when it is none."""
    match = _STAMP.fullmatch(value.strip())
    if match is None:
        raise UnreadableTimeError(value)
    year, month, day, hour, minute, second, offset = match.groups()
    try:
        wall = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))  # noqa: DTZ001  # wall time
        wall += timedelta(seconds=min(int(second or 0), 59))
    except ValueError as error:
        raise UnreadableTimeError(value) from error
    if not 1900 <= wall.year <= 2200:
        raise UnreadableTimeError(value)
    if hour is None:
        return Moment(wall, whole_day=True)
    if offset:
        return _at_offset(wall, offset.upper())
    return Moment(wall, zones.find(zone_name) if zone_name else None, zone_name)


def _at_offset(wall: datetime, offset: str) -> Moment:
    """A time with how far its clock is from UTC, such as Z or -05:00."""
    hours, minutes = (0, 0) if offset == "Z" else (int(offset[1:3]), int(offset[-2:]))
    if hours > 14 or minutes > 59:
        raise UnreadableTimeError(offset)
    from_utc = timedelta(hours=hours, minutes=minutes)
    if not from_utc:
        return Moment(wall, UTC, "UTC")
    name = f"UTC{offset[0]}{hours:02d}:{minutes:02d}"
    return Moment(wall, timezone(-from_utc if offset[0] == "-" else from_utc), name)


def read_length(value: str) -> timedelta:
    """A length such as PT1H30M; raises UnreadableTimeError when it is none."""
    match = _LENGTH.fullmatch(value.strip())
    if match is None or not any(match.groups()[1:]):
        raise UnreadableTimeError(value)
    sign, *numbers = match.groups()
    weeks, days, hours, minutes, seconds = (int(number[:9]) if number else 0 for number in numbers)
    try:
        length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError as error:
        raise UnreadableTimeError(value) from error
    return -length if sign == "-" else length


def zone_note(moment: Moment, home: datetime, *, clock24: bool) -> str:
    """What to tell about the zone: that the hour is another at home, or that nobody knows the zone."""
    if moment.whole_day or not moment.zone_name:
        return ""
    there = clock_words(moment.wall.time(), clock24)
    if moment.zone is None:
        words = tr("Its time zone, “{zone},” is not known here. The time is as it stands in the file: {there}.")
        return words.format(zone=_readable(moment.zone_name), there=there)
    if moment.wall == home:
        return ""
    here = clock_words(home.time(), clock24)
    if moment.wall.date() != home.date():
        here = tr("{day}, {time}").format(day=short_day(home.date()), time=here)
    if moment.zone is UTC:
        return tr("It says {there} in world time (UTC). At home that is {here}.").format(there=there, here=here)
    words = tr("It says {there} in the time zone “{zone}.” At home that is {here}.")
    return words.format(there=there, zone=_readable(moment.zone_name), here=here)


def _readable(zone_name: str) -> str:
    """The name of a zone as a person reads it: “New York”."""
    return (_tail(zone_name).rpartition("/")[2] or zone_name.strip('"')[:_LONGEST_ZONE]).replace("_", " ")
