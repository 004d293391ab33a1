"""The dates of an event that repeats: its rules, the dates added and those left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from caregiver_app.exchange.ics_times import Moment, UnreadableTimeError, Zones, read_moment
from caregiver_app.words import tr

MOST_DATES = 200
_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")


@dataclass(slots=True)
class Dates:
    """When it takes place, on its own clock, in order; and what to tell about how that was read."""

    walls: list[datetime]
    notes: list[str] = field(default_factory=list)


def dates_of(start: Moment, rules: Sequence[str], added: Iterable[Moment], left_out: Iterable[Moment]) -> Dates:
    """Each date of the event, the first of them `start` itself, at most `MOST_DATES`."""
    from dateutil.rrule import rruleset

    dates = rruleset()
    dates.rdate(start.wall)
    notes = []
    for text in rules:
        rule = _rule(text, start)
        if rule is None:
            notes.append(tr("How it repeats could not be read. Only its first date comes in."))
        else:
            dates.rrule(rule)
    for moment in added:
        dates.rdate(moment.wall if moment.whole_day else moment.on(start.zone))
    gone = {moment.wall.date() if moment.whole_day else moment.on(start.zone) for moment in left_out}
    kept = (wall for wall in dates if wall not in gone and wall.date() not in gone)
    walls = list(islice(kept, MOST_DATES + 1))
    if len(walls) > MOST_DATES:
        notes.append(tr("It repeats more than {n} times. The first {n} come in.").format(n=MOST_DATES))
    return Dates(walls[:MOST_DATES], notes)


def _rule(text: str, start: Moment) -> Any:
    """The library’s rule on the clock of the event; None when it can't be read or comes again within a day."""
    from dateutil.rrule import rrulestr

    parts = dict(part.split("=", 1) for part in text.upper().replace(" ", "").split(";") if "=" in part)
    if parts.get("FREQ") in _OFTEN or not re.fullmatch(r"[1-9]\d{0,4}", parts.get("INTERVAL", "1")):
        return None
    if any(name in parts for name in ("BYHOUR", "BYMINUTE", "BYSECOND")):
        return None
    try:
        if "UNTIL" in parts:
            parts["UNTIL"] = _until(parts["UNTIL"], start)
        parts = {name: value for name, value in parts.items() if not name.startswith("X-")}
        return rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=start.wall)
    except (ValueError, TypeError, OverflowError, AttributeError, KeyError, IndexError):  # it is choosy, in many ways
        return None


def _until(value: str, start: Moment) -> str:
    """The end of the rule on the clock of the event; a mere day is meant to its end."""
    end = read_moment(value, "", Zones({}, lambda _name: None))
    if end.whole_day or start.whole_day:
        return f"{end.wall:%Y%m%d}T235959"
    return f"{end.on(start.zone):%Y%m%dT%H%M%S}"


def moments(values: Iterable[tuple[str, str]], zones: Zones) -> list[Moment]:
    """The times in lists like "20261201T090000,20261208T090000"; each list with its zone. Periods count by start."""
    found = []
    for value, zone_name in values:
        for each in value.split(","):
            try:
                found.append(read_moment(each.split("/")[0], zone_name, zones))
            except UnreadableTimeError:
                continue
    return found
