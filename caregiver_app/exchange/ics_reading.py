"""What the events of a calendar file say, in our own words; what can't come in has a sentence that tells why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from uuid import UUID, uuid5

from caregiver_app.domain.appointments import LONGEST_TITLE
from caregiver_app.domain.calendar_events import Incoming
from caregiver_app.domain.people import LONGEST_NAME, LONGEST_NOTE
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import short_day
from caregiver_app.exchange.ics_raw import RawEvent
from caregiver_app.exchange.ics_repeats import Dates, dates_of, moments
from caregiver_app.exchange.ics_text import plain
from caregiver_app.exchange.ics_times import Moment, UnreadableTimeError, Zones, read_length, read_moment, zone_note
from caregiver_app.words import tr

_NAMESPACE = UUID("6f0d6c53-8f37-4b52-9a6d-0c9a3a5b1e77")
LONGEST_LOCATION = 1_000
_DAY = timedelta(1)
_MOST_DATES = 10_000
_FARTHEST_YEARS = 10
_LIKE_ONE_OF_OURS = re.compile(r"#(?:\d{8}(?:T\d{6})?|0)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the words depend on: the zones of the file, the zone at home, and how clocks are written."""

    zones: Zones
    home: tzinfo
    clock24: bool = False
    today: date | None = None


def incoming_of(events: Sequence[RawEvent], setting: Setting) -> list[Incoming]:
    """Each event, a repeating one as one for each date; in the order of their days, those refused at the end."""
    found: list[Incoming] = []
    for uid, versions in _by_uid(events).items():
        masters = _newest([each for each in versions if "RECURRENCE-ID" not in each.lines])
        changed = [each for each in versions if "RECURRENCE-ID" in each.lines]
        for number, master in enumerate(masters):
            own_uid = uid if number == 0 else f"{uid}#{master.text('DTSTART')}"
            found += _Reading(own_uid, setting).of(master, changed if number == 0 else [])
            _check_number(len(found))
        if not masters:
            found += _Reading(uid, setting).of_dates_alone(changed)
    return sorted(found, key=lambda each: (bool(each.refused), each.day is None, each.day, str(each.clock)))


def _check_number(dates: int) -> None:
    if dates > _MOST_DATES:
        said = tr("This file holds more than {n} dates. Please save only those you need, and choose that file.")
        raise InvalidEntry("file", said.format(n=f"{_MOST_DATES:,}"))


def _by_uid(events: Iterable[RawEvent]) -> dict[str, list[RawEvent]]:
    groups: dict[str, list[RawEvent]] = {}
    for event in events:
        words = f"{event.text('SUMMARY')} {event.text('DTSTART')}"
        uid = event.text("UID") or f"none-{uuid5(_NAMESPACE, words)}"
        if _LIKE_ONE_OF_OURS.search(uid[-16:]):
            uid += "#0"  # never the id that a date of a repeating event gets from us
        groups.setdefault(uid, []).append(event)
    return groups


def _newest(masters: list[RawEvent]) -> list[RawEvent]:
    """The last version; all of them where a program gave the same id to several events."""
    newest = max((each.sequence for each in masters), default=0)
    found: dict[str, RawEvent] = {}
    for each in sorted(masters, key=_is_on):
        if each.sequence == newest:
            found.setdefault(each.text("DTSTART"), each)
    return list(found.values())


def _is_on(event: RawEvent) -> bool:
    return not event.called_off


class _Reading:
    """Reads one event with its own dates and those that were changed."""

    def __init__(self, uid: str, setting: Setting) -> None:
        self._uid = uid
        self._setting = setting

    def of(self, event: RawEvent, changed: Sequence[RawEvent]) -> list[Incoming]:
        """The event, once for each date."""
        try:
            start = self._start(event)
        except UnreadableTimeError as error:
            return [self._refused(event, str(error))]
        rules = [line.value for line in event.lines.get("RRULE", ())]
        added = moments(event.lines.get("RDATE", ()), self._setting.zones)
        if not rules and not added and not changed:
            return [self._one(event, start)]
        left_out = moments(event.lines.get("EXDATE", ()), self._setting.zones)
        dates = dates_of(start, rules, added, left_out, self._setting.today)
        return list(self._each(event, start, dates, changed)) or [self._refused(event, tr("It has no dates left."))]

    def of_dates_alone(self, changed: Sequence[RawEvent]) -> list[Incoming]:
        """Single dates of a repeating event whose other dates are not in the file."""
        found = []
        for event in changed:
            try:
                start = self._start(event)
                original = self._original(event, start)
            except UnreadableTimeError as error:
                found.append(self._refused(event, str(error)))
                continue
            found.append(self._date(self._one(event, start), original, time.min if start.whole_day else None))
        return found

    def _each(self, event: RawEvent, start: Moment, dates: Dates, changed: Sequence[RawEvent]) -> Iterator[Incoming]:
        others, master, usual = self._others(changed, start), event, start.wall.time()
        begin, planned = start, start.wall  # from a date on at which all later ones change, that one is the pattern
        for wall in dates.walls:
            other = others.pop(wall, None) or others.pop(datetime.combine(wall, time.min), None)
            if other is None:
                one = self._one(event, replace(begin, wall=begin.wall + (wall - planned)), dates.notes)
            else:
                filled, moved = self._filled(other, master), self._start(other)
                one = self._one(filled, moved, dates.notes)
                if any(line.and_later for line in other.lines["RECURRENCE-ID"]):
                    event, begin, planned = filled, moved, wall
            yield self._date(one, wall, usual)
        for original, other in others.items():  # dates that the rule does not meet, and still are there
            if dates.since is None or original >= dates.since:
                yield self._date(self._one(self._filled(other, master), self._start(other)), original, usual)

    def _others(self, changed: Sequence[RawEvent], start: Moment) -> dict[datetime, RawEvent]:
        """The changed dates by the time they first had, on the clock of the event; the newest word counts."""
        found: dict[datetime, RawEvent] = {}
        for event in sorted(changed, key=lambda each: each.sequence):
            try:
                original = self._original(event, start)
                self._start(event)
            except UnreadableTimeError:
                continue
            found[original] = event
        return found

    def _original(self, event: RawEvent, start: Moment) -> datetime:
        """The time that a changed date first had, on the clock of `start`; midnight where only a day is told."""
        line = event.line("RECURRENCE-ID")
        assert line is not None, "that is what makes it a changed date"
        moment = read_moment(line.value, line.zone, self._setting.zones)
        return moment.wall if moment.whole_day else moment.on(start.zone)

    @staticmethod
    def _filled(event: RawEvent, master: RawEvent) -> RawEvent:
        """A changed date says only what is other in some programs; the rest is as for all."""
        lines = defaultdict(list, event.lines)
        for name in ("SUMMARY", "LOCATION", "DESCRIPTION", "X-ALT-DESC"):
            if name not in event.lines and name in master.lines:
                lines[name] = master.lines[name]
        return RawEvent(lines, event.whole, event.called_off)

    def _date(self, one: Incoming, original: datetime, usual: time | None) -> Incoming:
        """One of several dates; its id stays when it is moved, and tells an hour that is not the usual one."""
        plain_day = original.time() == usual
        return replace(
            one, uid=f"{self._uid}#{original:{'%Y%m%d' if plain_day else '%Y%m%dT%H%M%S'}}", series=self._uid
        )

    def _one(self, event: RawEvent, start: Moment, notes: Iterable[str] = ()) -> Incoming:
        home = start.at(self._setting.home)
        minutes, length_note = self._minutes(event, start)
        title, title_note = _title(event)
        location, place_note = _location(event)
        description, words_note = _description(event, LONGEST_NOTE - len(location) - 1)
        zone = zone_note(start, home, clock24=self._setting.clock24)
        lost = tr("Some of its letters could not be read.") if "\ufffd" in title + location + description else ""
        told = (*notes, zone, length_note, title_note, place_note, words_note, lost)
        return Incoming(
            uid=self._uid,
            title=title,
            day=home.date(),
            clock=None if start.whole_day else home.time().replace(second=0),
            minutes=minutes,
            location=location,
            description=description,
            cancelled=event.called_off or event.text("STATUS").upper() == "CANCELLED",
            notes=tuple(dict.fromkeys(each for each in told if each)),
            refused=self._too_far(home.date()),
        )

    def _too_far(self, day: date) -> str:
        """Why a day is not believed; else empty."""
        today = self._setting.today
        if today is None or day.year - today.year <= _FARTHEST_YEARS:
            return ""
        said = tr("Its date, {day} {year}, is too many years ahead. Please look at it once more where it came from.")
        return said.format(day=short_day(day), year=day.year)

    def _refused(self, event: RawEvent, why: str) -> Incoming:
        return Incoming(uid=self._uid, title=_title(event)[0], day=None, refused=why)

    def _start(self, event: RawEvent) -> Moment:
        """When it begins; UnreadableTimeError with a sentence when that is not to be had."""
        if not event.whole:
            raise UnreadableTimeError(tr("The file breaks off in the middle of this one. Please save it once more."))
        line = event.line("DTSTART")
        if line is None or not line.value.strip():
            raise UnreadableTimeError(tr("It has no date."))
        try:
            return read_moment(line.value, line.zone, self._setting.zones)
        except UnreadableTimeError:
            said = tr("Its date can’t be read: “{words}.”").format(words=line.value.strip()[:40])
            raise UnreadableTimeError(said) from None

    def _minutes(self, event: RawEvent, start: Moment) -> tuple[int | None, str]:
        """How long it takes, if that is told and makes sense; and what to say about it."""
        try:
            length = self._length(event, start)
        except UnreadableTimeError:
            return None, tr("When it ends could not be read.")
        if start.whole_day:
            return None, tr("It takes several days. Its first day comes in.") if length and length > _DAY else ""
        if length is None or not length:
            return None, ""
        if length < timedelta(0):
            return None, tr("It ends before it begins, so the end is left out.")
        if length > _DAY:
            return None, tr("It takes several days. Its first day comes in.")
        return max(1, round(length.total_seconds() / 60)), ""

    def _length(self, event: RawEvent, start: Moment) -> timedelta | None:
        if "DURATION" in event.lines:
            return read_length(event.text("DURATION"))
        line, first = event.line("DTEND"), event.line("DTSTART")
        if line is None or first is None or not line.value.strip():
            return None
        begin = read_moment(first.value, first.zone, self._setting.zones)  # a later date of a series has its length
        end = read_moment(line.value, line.zone, self._setting.zones)
        if start.whole_day or end.whole_day:
            return end.wall - begin.wall
        at_home = end.at(self._setting.home) - begin.at(self._setting.home)  # as the clocks there show it
        return at_home if at_home > timedelta(0) else end.on(begin.zone) - begin.wall


def _title(event: RawEvent) -> tuple[str, str]:
    words = " ".join(plain(event.text("SUMMARY")).split())
    if not words:
        return tr("Visit"), tr("It has no title in the file.")
    if len(words) > LONGEST_TITLE:
        return words[: LONGEST_TITLE - 1] + "…", tr("Its title is very long; the first part comes in.")
    return words, ""


def _location(event: RawEvent) -> tuple[str, str]:
    words = " ".join(plain(event.text("LOCATION")).replace("\n", ", ").split())
    if len(words) > LONGEST_LOCATION:
        return words[: LONGEST_LOCATION - 1] + "…", tr("Its place is very long; the first part comes in.")
    if len(words.partition(",")[0]) > LONGEST_NAME:
        return words, tr("The name of its place is very long; the address has all of it.")
    return words, ""


def _description(event: RawEvent, most: int) -> tuple[str, str]:
    words = plain(event.text("DESCRIPTION") or event.text("X-ALT-DESC"))
    if len(words) > most:
        return words[: most - 1] + "…", tr("Its note is very long; the first part comes in.")
    return words, ""
