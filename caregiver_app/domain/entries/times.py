"""Forgiving readers of what a person types for a time of day or a length."""

from __future__ import annotations

import re
from datetime import time

from caregiver_app.domain.calendar import ANY_TIME, When
from caregiver_app.domain.entries.typed import NUMBER_WORDS, shown, tidy
from caregiver_app.domain.kinds import PartOfDay
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

_PART = {
    "morning": PartOfDay.MORNING,
    "midday": PartOfDay.MIDDAY,
    "mid-day": PartOfDay.MIDDAY,
    "mid day": PartOfDay.MIDDAY,
    "lunch": PartOfDay.MIDDAY,
    "lunchtime": PartOfDay.MIDDAY,
    "afternoon": PartOfDay.AFTERNOON,
    "evening": PartOfDay.EVENING,
    "night": PartOfDay.EVENING,
    "tonight": PartOfDay.EVENING,
}
_ANY_TIME = {"", "any", "any time", "anytime", "all day", "whenever"}
_CLOCK = {"noon": time(12), "midnight": time(0)}


def parse_time(text: str, field: str = "when") -> When:
    """The time that was meant: “3p”, “3:30 pm”, “15:00”, “1530”, “noon”, “morning”, “any time”.

    Nothing typed is any time. Hours 1 to 6 without am, pm or a leading zero are in the afternoon.
    Raises InvalidEntry at `field`.
    """
    words = re.sub(r"^(?:at|in the|about|around) ", "", tidy(text))
    if words in _ANY_TIME:
        return ANY_TIME
    if words in _PART:
        return When(part=_PART[words])
    if words in _CLOCK:
        return When(clock=_CLOCK[words])
    if re.match(r"(?:before|by|until|till|after|from) ", words) or re.search(r"\d ?(?:-|–|to) ?\d", words):
        sentence = tr("One time fits here, like “6 pm” or “Evening.” The words “{text}” can go in the notes.")
        raise InvalidEntry(field, sentence.format(text=shown(text)))
    return When(clock=_clock(words, text, field))


def _clock(words: str, text: str, field: str) -> time:
    match = re.fullmatch(r"(\d{1,2}?)(?:[:.h]?(\d{2}))? ?(?:o'?clock|o’clock)? ?(a|p|am|pm|a\.m|p\.m|h)?\.?", words)
    if match is None:
        sentence = tr("We could not read “{text}” as a time. Try “3 pm,” “15:00” or “Morning.”")
        raise InvalidEntry(field, sentence.format(text=shown(text)))
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "?")[0]
    if hour > 23 or minute > 59 or (half == "a" and hour > 12) or (half == "p" and hour == 0):
        sentence = tr("There is no “{text}” on the clock. Try “3 pm” or “15:00.”")
        raise InvalidEntry(field, sentence.format(text=shown(text)))
    if half == "a" and hour == 12:
        hour = 0
    afternoon = half == "p" or (match[3] is None and match[1][0] != "0" and hour < 7)
    return time(hour + 12 if afternoon and hour < 12 else hour, minute)


def parse_minutes(text: str, field: str = "minutes") -> int | None:
    """A length in minutes: “45 min”, “1:30”, “1 1/2 hours”, “2h”; None when nothing was typed.

    Raises InvalidEntry at `field`.
    """
    words = tidy(text.replace("½", " 1/2").replace("¼", " 1/4").replace("¾", " 3/4"))
    if not words:
        return None
    if re.fullmatch(r"\d", words):
        sentence = tr("Is that {n} minutes or {n} hours? Type “{n} min” or “{n} h.”")
        raise InvalidEntry(field, sentence.format(n=words))
    minutes = _minutes(re.sub(r"^(?:about|for|around) ", "", words))
    if minutes is None:
        sentence = tr("We could not read “{text}” as a length. Try “45 min” or “2 hours.”")
        raise InvalidEntry(field, sentence.format(text=shown(text)))
    if not 1 <= minutes <= 24 * 60:
        raise InvalidEntry(field, tr("Type a length up to 24 hours, like “45 min” or “2 hours.”"))
    return minutes


def _minutes(words: str) -> int | None:
    if match := re.fullmatch(r"(\d{1,3}):([0-5]\d)(?: ?h(?:ours?|rs?)?)?", words):
        return int(match[1]) * 60 + int(match[2])
    words = re.sub(r"(\S+) hours? and a half", r"\1 and a half hours", words).replace(" and a half", " 1/2")
    number = r"(\w+ \d/\d|\d/\d|\d*\.?\d+|half an?|[a-z]+)"
    hours = rf"{number} ?-?(?:h|hrs?|hours?)\.?"
    minutes = r"(\d{1,5}) ?(?:m|mins?|minutes?)?\.?"
    match = re.fullmatch(rf"(?:{hours})?(?: ?(?:and )?{minutes})?", words)
    whole = (_amount(match[1]) if match[1] else 0) if match else None
    if match is None or whole is None or whole > 1000:
        return None
    return round(whole * 60) + int(match[2] or 0)


def _amount(words: str) -> float | None:
    """A number written in figures, as a fraction or as a word."""
    if words in NUMBER_WORDS:
        return NUMBER_WORDS[words]
    total = 0.0
    for word in words.split():
        top, _, bottom = word.partition("/")
        amount = NUMBER_WORDS.get(top, top)
        if bottom == "0" or (isinstance(amount, str) and not re.fullmatch(r"\d*\.?\d+", amount)):
            return None
        total += float(amount) / int(bottom or 1)
    return total
