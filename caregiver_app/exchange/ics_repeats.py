"""The dates of an event that repeats: its rules, the dates added and those left out."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, datetime, time, timedelta
from functools import cache

from caregiver_app.domain.spoken import short_day
from caregiver_app.exchange.ics_raw import Line
from caregiver_app.exchange.ics_times import Moment, UnreadableTimeError, Zones, read_moment
from caregiver_app.words import tr

MOST_DATES = 200
YEARS_AHEAD = 3
_MOST_RULES = 10
_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
# What the library may say of a rule that can't be meant, or at the end of its calendar.
_ODD = (ValueError, TypeError, OverflowError, AttributeError, KeyError, IndexError)


@dataclass(slots=True)
class Dates:
    """When it takes place, on its own clock, in order; and what to tell about how that was read.

    What was before `since` is left out, because there are so many.
    """

    walls: list[datetime]
    notes: list[str] = field(default_factory=list)
    since: datetime | None = None


def last_day_of(start: datetime, today: date | None) -> date:
    """Up to when dates come in: some years from today, or from the first date when that is later."""
    return max(start.date(), today or date.min) + timedelta(366 * YEARS_AHEAD)


def dates_of(
    start: Moment, rules: Sequence[str], added: Iterable[Moment], left_out: Iterable[Moment], today: date | None = None
) -> Dates:
    """Each date of the event, the first of them `start` itself: at most `MOST_DATES`, none many years ahead."""
    last = last_day_of(start.wall, today)
    found, notes = {start.wall}, []
    for text in rules[:_MOST_RULES]:
        walls = _walls(text, start, last)
        if walls is None:
            notes.append(tr("How it repeats could not be read. Only its first date comes in."))
            continue
        found |= walls
    found |= {_added(moment, start) for moment in added}
    gone = {moment.wall.date() if moment.whole_day else moment.on(start.zone) for moment in left_out}
    kept = [wall for wall in sorted(found) if wall.date() <= last and not {wall, wall.date()} & gone]
    if max(found).date() > last and len(kept) <= MOST_DATES:
        said = tr("It goes on for years. The dates until {day} {year} come in.")
        notes.append(said.format(day=short_day(last), year=last.year))
    return _few(kept, notes, today)


def _few(walls: list[datetime], notes: list[str], today: date | None) -> Dates:
    """Where there are very many, the first of them; of those that began long ago, those that are still to come."""
    if len(walls) <= MOST_DATES:
        return Dates(walls, notes)
    coming = [wall for wall in walls if today is not None and wall.date() >= today]
    if not coming or coming[0] == walls[0]:
        notes.append(tr("It repeats more than {n} times. The first {n} come in.").format(n=MOST_DATES))
        return Dates(walls[:MOST_DATES], notes)
    chosen = walls[-MOST_DATES:] if len(coming) < MOST_DATES else coming[:MOST_DATES]
    said = tr("It repeats more than {n} times. {n} dates from {day} {year} on come in.")
    notes.append(said.format(n=MOST_DATES, day=short_day(chosen[0].date()), year=chosen[0].year))
    return Dates(chosen, notes, chosen[0])


def _added(moment: Moment, start: Moment) -> datetime:
    """A date that was added; without an hour of its own it has the usual one."""
    if start.whole_day:
        return datetime.combine(moment.wall.date(), time.min)
    return datetime.combine(moment.wall.date(), start.wall.time()) if moment.whole_day else moment.on(start.zone)


def _walls(text: str, start: Moment, last: date) -> set[datetime] | None:
    """The dates of a rule on the clock of the event, up to the first one after the last day.

    None when it can't be read, comes again within a day, or falls on no other day in thousands of years.
    """
    parts = dict(part.split("=", 1) for part in text.upper().replace(" ", "").split(";") if "=" in part)
    parts = {name: value for name, value in parts.items() if not name.startswith("X-")}
    if parts.get("FREQ") in _OFTEN or not re.fullmatch(r"[1-9]\d{0,4}", parts.get("INTERVAL", "1")):
        return None
    if any(name in parts for name in ("BYHOUR", "BYMINUTE", "BYSECOND", "BYEASTER")):
        return None
    try:
        return _found(parts, start, last)
    except _ODD:
        return None


def _found(parts: dict[str, str], start: Moment, last: date) -> set[datetime] | None:
    from dateutil.rrule import rrulestr

    end = _until(parts.pop("UNTIL", ""), start)
    later = _years_later(start.wall.year, last.year + 1)
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    rule = rrulestr(text, dtstart=start.wall.replace(year=start.wall.year + later))
    walls: set[datetime] = set()
    with suppress(ValueError, OverflowError):  # the calendar of the library ends
        for each in rule:
            wall = each.replace(year=each.year - later)
            if end is not None and wall > end:
                break
            walls.add(wall)
            if wall.date() > last:
                break
    meets_nothing = walls <= {start.wall} and end is None and parts.get("COUNT") != "1"
    return None if meets_nothing else walls


@cache
def _years_later(first: int, last: int) -> int:
    """How many years later the same calendar comes again, day for day, as late as there is one.

    The library looks for dates until the year 9999. From close to that on, a rule that never falls on any day is soon
    at its end.
    """
    days = [(isleap(year), date(year, 1, 1).weekday()) for year in range(first, last + 1)]
    for later in range(MAXYEAR - 1 - last, 0, -1):
        if days == [(isleap(year + later), date(year + later, 1, 1).weekday()) for year in range(first, last + 1)]:
            return later
    return 0


def _until(value: str, start: Moment) -> datetime | None:
    """The end of the rule on the clock of the event; a mere day is meant to its end. Some write the year 4500."""
    if not value or re.match(r"2[2-9]\d\d|[3-9]\d{3}", value):
        return None
    end = read_moment(value, "", Zones({}, lambda _name: None))
    if end.whole_day or start.whole_day:
        return datetime.combine(end.wall.date(), time.max)
    return end.on(start.zone)


def moments(values: Iterable[Line], zones: Zones) -> list[Moment]:
    """The times in lists like "20261201T090000,20261208T090000"; each list with its zone. Periods count by start."""
    found = []
    for line in values:
        for each in line.value.split(","):
            try:
                found.append(read_moment(each.split("/")[0], line.zone, zones))
            except UnreadableTimeError:
                continue
    return found
