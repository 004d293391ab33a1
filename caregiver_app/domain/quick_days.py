"""Finds the words of a line that name a day for certain; names and words that only look like one are left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.problems import InvalidEntry

MOST_WORDS_OF_DAY = 4
BARE_HOUR = re.compile(r"\x00 (1[0-2]|[1-9])(?= ?(?:,|\x00|$|for me\b|for myself\b|please\b))")
_WEEKDAY = r"(?:mon(?:day)?|tues?(?:day)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?:,? \d{4})?"
_DAY_LIKE = re.compile(
    r"today|tonight|tomorrow|tmrw|yesterday|(?:the )?day after tomorrow|next week|in (?:\w+) (?:days?|weeks?)"
    rf"|(?:on |this |next |coming )?{_WEEKDAY}"
    r"|(?:on )?\d{1,2}/\d{1,2}(?:/\d{2,4})?|(?:on )?\d{4}-\d\d-\d\d"
    rf"|(?:on )?(?:{_WEEKDAY},? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?{_YEAR}|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?)"
    rf"|(?:on )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}{_YEAR}|on the \d{{1,2}}(?:st|nd|rd|th)",
    re.IGNORECASE,
)
_NEAR = re.compile(r"today|tonight|tomorrow|tmrw|yesterday|(?:the )?day after tomorrow", re.IGNORECASE)
_NAME_LIKE = re.compile(r"sun|sat|wed|mon", re.IGNORECASE)  # “Meet Sun Lee”, “Sat with mom”
_ALSO_NAMES = re.compile(r"thu|fri|tue|may|june|april|august", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:$|\x00|[,;:–-]|(?:1[0-2]|[1-9])\s*(?:$|\x00|,)|(?:please|night|for me)\b)", re.IGNORECASE)
_LEADS = re.compile(r"(?:\b(?:on|next|this|coming|by|until|for)|\x00)\s*$", re.IGNORECASE)
_NO_START = re.compile(
    r"\b(?:until|till|through|thru|before|after|since|about|of|every|each|other)\s*(?:the )?$", re.IGNORECASE
)
_SEVERAL = re.compile(rf"\b{_WEEKDAY}(?:\s*[,/&+]\s*|\s+and\s+|\s+){_WEEKDAY}(?!\w)", re.IGNORECASE)
_OF_MONTH = re.compile(
    rf"\b(?:first|1st|second|2nd|third|3rd|fourth|4th|last) {_WEEKDAY} (?:of|in|each|every)"
    rf" (?:the |each |every |next |this )?(?:months?|{_MONTH})(?!\w)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s(?:people|persons?|guests?|adults?|kids?|children|of us|dollars?|bucks?|miles?|hours?|hrs?|minutes?|mins?"
    r"|bags?|box(?:es)?|bottles?|cans?|cups?|pounds?|lbs?|gallons?|dozen|pints?|plates|servings|loaves|times)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDay:
    """A day and where in the line it stands."""

    day: date
    start: int
    end: int


def day_found(text: str, today: date) -> FoundDay | None:
    """The day that a line names: “tomorrow” before the first other one; None without one that is certain."""
    found = list(_all(text, today))
    near = [each for each in found if _NEAR.fullmatch(text[each.start : each.end].strip(" ,.;:"))]
    return next(iter(near or found), None)


def several_days(text: str) -> bool:
    """Whether weekdays stand in a row, as in “mon wed fri”, so that no one day is meant."""
    return _SEVERAL.search(text) is not None


def day_of_month(text: str) -> str:
    """The words that count weekdays within a month, as in “first Tuesday of the month”; else empty."""
    match = _OF_MONTH.search(text)
    return match[0] if match is not None else ""


def _all(text: str, today: date) -> list[FoundDay]:
    spots = [(match.start(), match.end()) for match in re.finditer(r"[^\s\x00]+", text)]
    found: list[FoundDay] = []
    for first, (start, _) in enumerate(spots):
        if found and start < found[-1].end:
            continue
        ends = [end for _, end in spots[first : first + MOST_WORDS_OF_DAY]]
        days = (_at(text, start, end, today) for end in reversed(ends))
        found += [day] if (day := next(filter(None, days), None)) is not None else []
    return found


def _at(text: str, start: int, end: int, today: date) -> FoundDay | None:
    """The day of the words from `start` to `end`, when they name one here."""
    phrase = text[start:end].rstrip(",.;:")
    end = start + len(phrase)
    if not _DAY_LIKE.fullmatch(phrase) or not _is_meant(phrase, text[:start], text[end:]):
        return None
    words = re.sub(r"^on (?:the )?", "", phrase, flags=re.IGNORECASE)
    words = re.sub(r"^(?:the )?day after tomorrow$", "in 2 days", words, flags=re.IGNORECASE)
    try:
        return FoundDay(day=parse_day(words, today), start=start, end=end)
    except InvalidEntry:
        return None


def _is_meant(phrase: str, before: str, after: str) -> bool:
    """Whether words that may be a name, a count or a verb are a day here."""
    if _COUNTED.match(after) and phrase[-1].isdigit():
        return False
    if _NO_START.search(before):
        return False
    if _NAME_LIKE.fullmatch(phrase):
        return bool(_ENDS.match(after) or _LEADS.search(before))
    if _ALSO_NAMES.fullmatch(phrase) and phrase.istitle() and before.strip():
        return not re.match(r"\s[A-Z]", after)
    return True
