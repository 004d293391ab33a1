"""Reads how often an own reminder comes again, and when; kindly refuses what would never let anybody rest."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from caregiver_app.domain.calendar import Every, Repeat, Span
from caregiver_app.domain.entries.series import parse_series
from caregiver_app.domain.entries.typed import shown
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.reminders import DAY, OwnReminder
from caregiver_app.words import tr

_TOO_OFTEN = re.compile(
    r"\b(?:minutes?|mins?|hours?|hrs?|hourly|seconds?|secs?|(?:\d+|two|three|four|twice) (?:times )?(?:a|per) day)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:every|each)\s+(?:other\s+|\d+\s+|two\s+|three\s+|half\s+)?(?:an?\s+)?"
    r"(?:minute|min|hour|hr|second|sec|day|week|month|morning|evening|night|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)s?\b|\b(?:hourly|daily|weekly|monthly)\b"
    r"|\b(?:\d+|two|three|four|once|twice) (?:times )?(?:a|per) (?:day|week|month|year)\b",
    re.IGNORECASE,
)
_HAS_END = re.compile(r"\b(?:times?|until|till|through|thru|ending|ends|for)\b", re.IGNORECASE)
_ONCE = {"", "once", "never", "no", "does not repeat"}
_DAILY = {"daily", "every day", "each day", "day"}
_WEEKLY = {"weekly", "every week", "each week", "week"}


def refuse_too_often(words: str, field: str = "repeat") -> None:
    """Refuse words that ask for more than once a day. Raises InvalidEntry at `field`."""
    if _TOO_OFTEN.search(words):
        raise InvalidEntry(field, tr("Once a day is the most. Type it like “every day,” or add a second reminder."))


def asks_again(line: str) -> bool:
    """Whether words of a line ask for it to come again."""
    return _AGAIN.search(line) is not None


def refuse_repeat_in_line(line: str) -> None:
    """Refuse how often inside a line, where it would be lost without a word. Raises InvalidEntry at `line`."""
    found = _AGAIN.search(line)
    if found is None:
        return
    refuse_too_often(found.group(), "line")
    words = tr("How often is that? Type it like “every day,” “every Tuesday” or “every 2 weeks.”")
    raise InvalidEntry("line", words)


def parse_often(text: str, first: date, today: date, field: str = "repeat") -> Repeat | None:
    """How often a reminder comes again: “every day”, “every Tuesday”, “every 3 weeks, 6 times”; None for once.

    Without an end it goes on. Raises InvalidEntry at `field`, also for more than once a day.
    """
    words = " ".join(text.casefold().split()).strip(" .")
    refuse_too_often(words, field)
    if words in _ONCE:
        return None
    if words in _DAILY:
        return Repeat(every=Every.DAYS)
    if words in _WEEKLY:
        return Repeat(every=Every.WEEKS, on=(first.weekday(),))
    if _HAS_END.search(words):
        return parse_series(text, first, today, field)
    try:
        endless = parse_series(f"{words}, 2 times", first, today, field)
    except InvalidEntry as problem:
        sentence = tr("We could not read “{text}.” Try “every day,” “every Tuesday” or “every 2 weeks.”")
        raise InvalidEntry(field, sentence.format(text=shown(text))) from problem
    return replace(endless, count=None) if endless is not None else None


def aligned(reminder: OwnReminder) -> OwnReminder:
    """The reminder with its first day on the first day of its pattern."""
    if reminder.repeat is None:
        return reminder
    first = reminder.repeat.first_on_or_after(reminder.day)
    return replace(reminder, day=first, repeat=reminder.repeat.turned((first - reminder.day).days))


def next_time(reminder: OwnReminder, now: datetime) -> datetime | None:
    """The first local time from now on at which it is due; None when it has none left."""
    now = now.replace(tzinfo=None)
    today = now.date()
    if reminder.repeat is None:
        at = datetime.combine(reminder.day, reminder.clock)
        return at if at >= now else None
    for day in reminder.repeat.days(reminder.day, Span(max(today, reminder.day), date.max - DAY)):
        at = datetime.combine(day, reminder.clock)
        if at >= now:
            return at
    return None


def check_to_come(reminder: OwnReminder, now: datetime) -> None:
    """Refuse a reminder of which every time is past. Raises InvalidEntry at `day`, `clock` or `repeat`."""
    if next_time(reminder, now) is not None:
        return
    if reminder.repeat is not None:
        raise InvalidEntry("repeat", tr("All of these days are past. Type a later last day."))
    if reminder.day < now.date():
        raise InvalidEntry("day", tr("This day is past. Type today or a later day."))
    raise InvalidEntry("clock", tr("This time is past. Type a later one, or choose tomorrow."))
