"""Finds the day in a line about a cost; costs lie in the past, so the last such day is meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from caregiver_app.domain.entries import month_numbered, parse_day, weekdays_named

_WORDS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_ON = r"(?:\b(?:on|from) )?(?:the )?"
_YEAR_BACK = 272  # with up to 92 days more, parse_day looks back one year less a day from there
_END = r"(?![\w/-])(?!\.\d)"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDay:
    """A day and where in the line it stands."""

    day: date
    start: int
    end: int


def past_day(text: str, today: date, field: str) -> FoundDay | None:
    """The first day in a line: “yesterday”, “on Friday”, “3/4”, “Nov 20”, “2 days ago”; None without one.

    Without a year it is the last one there was, today included. Raises InvalidEntry at `field` for a day that there
    is not.
    """
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            day = read(match, today, field)
            if day is not None:
                return FoundDay(day=day, start=match.start(), end=match.end())
    return None


def _near(match: re.Match[str], today: date, _field: str) -> date:
    back = {"yesterday": 1, "last night": 1, "tomorrow": -1}.get(match[1].casefold(), 0)
    return _back(today, 2 if match[1].casefold().startswith("the day before") else back)


def _ago(match: re.Match[str], today: date, _field: str) -> date:
    count = _WORDS.get(match[1].casefold()) or int(match[1])
    return _back(today, count * (7 if match[2].casefold().startswith("w") else 1))


def _back(today: date, days: int) -> date:
    return today - timedelta(days)


def _numbers(match: re.Match[str], today: date, field: str) -> date:
    words = match[1]
    has_year = len(re.split(r"[-/]", words)) == 3
    return parse_day(words, today if has_year else _back(today, _YEAR_BACK), field)


def _month_words(match: re.Match[str], today: date, field: str) -> date | None:
    if not any(map(month_numbered, re.findall(r"[A-Za-z]{3,}", match[1]))):
        return None
    has_year = re.search(r"\d{4}", match[1])
    return parse_day(match[1], today if has_year else _back(today, _YEAR_BACK), field)


def _weekday(match: re.Match[str], today: date, _field: str) -> date | None:
    """The last such day; “last Friday” on a Friday is a week ago."""
    days = weekdays_named(match[2])
    if len(days) != 1:
        return None
    word, back = match[1].casefold(), (today.weekday() - days[0]) % 7
    if word == "next":
        return _back(today, back - 7)
    return _back(today, back or (7 if word == "last" else 0))


def _of_month(match: re.Match[str], today: date, field: str) -> date:
    """The last day with this number."""
    number = int(match[1])
    found = (day for day in (_back(today, n) for n in range(62)) if day.day == number)
    return next(found, None) or parse_day(match[0], today, field)


_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date, str], date | None]], ...] = (
    (re.compile(r"\b(today|tonight|yesterday|tomorrow|last night|the day before yesterday)\b", re.IGNORECASE), _near),
    (re.compile(r"\b(\d{1,3}|a|one|two|three|four|five|six) (days?|weeks?|wks?) ago\b", re.IGNORECASE), _ago),
    (re.compile(rf"{_ON}(?<![\w.$/-])(\d{{4}}[-/]\d{{1,2}}[-/]\d{{1,2}}){_END}", re.IGNORECASE), _numbers),
    (re.compile(rf"{_ON}(?<![\w.$/-])(\d{{1,2}}/\d{{1,2}}(?:/\d{{4}}|/\d\d)?){_END}", re.IGNORECASE), _numbers),
    (re.compile(rf"{_ON}\b({_MONTH} {_DAY}(?:,? \d{{4}})?){_END}", re.IGNORECASE), _month_words),
    (re.compile(rf"{_ON}(?<![\w.$/-])({_DAY} (?:of )?{_MONTH}(?: \d{{4}})?){_END}", re.IGNORECASE), _month_words),
    (re.compile(r"\b(?:on )?(?:(last|this|next|on) )([a-z]{3,9})\b", re.IGNORECASE), _weekday),
    (re.compile(r"\b()((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b(?!['’])", re.IGNORECASE), _weekday),
    (re.compile(r"(?<=[\d\s])\b()(mon|tues?|wed|thu|thurs?|fri|sat|sun)\.?$", re.IGNORECASE), _weekday),
    (re.compile(r"\bon (?:the )?(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE), _of_month),
)
