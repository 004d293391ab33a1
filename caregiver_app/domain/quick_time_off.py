"""Reads time off work out of a line: the days as the leave log reads them, every other word as its note."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from caregiver_app.domain.leave_days_typed import read
from caregiver_app.domain.leave_stretches import Stretch
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_days import day_found
from caregiver_app.domain.quick_pieces import Pieces
from caregiver_app.domain.spoken import minutes_words
from caregiver_app.words import tr

MOST_WORDS_OF_DAYS = 12
_NOISE = re.compile(
    r"\b(?:fmla|pto|(?:i |i[’']m |we )?(?:(?:had|have|want|need|going|hope) to |will |would like to )?"
    r"(?:took|take|taking|need|missed work|missed|miss)|time off|(?:the )?day off"
    r"|off (?:from )?work|(?:left|leave|leaving) work|early|off of work|from work|of work|(?:of )?leave"
    r"|(?:sick|personal) day|was off|worked|used|off)\b",
    re.IGNORECASE,
)
_NOT_DAYS = re.compile(r"\s(?:for (?!\d|an? |half|one|two|three|four|five|six|seven|eight)|because|so )", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:morning|afternoon|evening)s?\b|\bhalf(?: an?| (?:of )?the)?[ -]days?\b|\bhalf(?= off\b)", re.IGNORECASE
)
_TIME_OF_DAY = re.compile(r"\b(?:in the |this )?(?:morning|afternoon|evening)\b", re.IGNORECASE)
_HALF = re.compile(r"\b(?:an? )?half(?: an?| (?:of )?the)?[ -]days?\b", re.IGNORECASE)
_IS_OVER = re.compile(r"\b(?:took|worked|used|missed|left|was off|had to)\b", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?<!every )(?<!each )(?<!other )(?<!next )\b(?:last )?(mon|tue|wed|thu|fri|sat|sun)"
    r"(?:day|s|sday|r|rs|nesday|rsday|urday)?\b\.?(?!,? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d{1,2}/))",
    re.IGNORECASE,
)
_HOURS_BEHIND = re.compile(r"\boff (?=\d{1,2}(?::\d\d)? ?(?:-|–|to|until|till) ?\d)", re.IGNORECASE)
_MORE_DAYS = re.compile(
    r"(?:every|each|other|(?:the |this |last |next )?(?:whole |entire )?(?:week|month)s?)\b", re.IGNORECASE
)
_SHORT = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EDGES = " ,;:.-–"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedTimeOff:
    """Days off and their hours; `note` holds the words that are neither."""

    stretches: tuple[Stretch, ...]
    note: str = ""


def read_time_off(line: str, today: date) -> TypedTimeOff:
    """The days that a line tells of, today when it names none.

    After “took” a weekday is the last one there was. Raises InvalidEntry at `line` for no such days, and for a part of
    a day without its hours.
    """
    end = _NOT_DAYS.search(line)
    head, tail = (line[: end.start()], line[end.start() :]) if end is not None else (line, "")
    found = _read(f"{_HALF.sub(' ', _with_days_before(head, today))}{tail}", today)
    if _MORE_DAYS.match(found.note):
        raise InvalidEntry("line", tr("Which days are off? Type them like “Fri” or “Dec 7 to Dec 11.”"))
    if _PART.search(head) and any(each.minutes is None for each in found.stretches):
        raise InvalidEntry("line", tr("How many hours off is that? Type them, too, like “4 hours” or “1 to 5 pm.”"))
    return found


def _with_days_before(words: str, today: date) -> str:
    """The same with the date of each weekday, when the line tells of days that are over."""
    if not _IS_OVER.search(words):
        return words
    last = today
    for match in reversed(list(_WEEKDAY.finditer(words))):
        last -= timedelta((last.weekday() - _SHORT.index(match[1].casefold())) % 7)
        words = f"{words[: match.start()]}{last.isoformat()}{words[match.end() :]}"
    return words


def _read(line: str, today: date) -> TypedTimeOff:
    pieces = Pieces(_HOURS_BEHIND.sub("off from ", line))
    span = pieces.span()
    length = f" {minutes_words(span[1])}" if span is not None else ""
    words = " ".join(_NOISE.sub(" ", pieces.rest).split()).strip(_EDGES)
    part = _TIME_OF_DAY.search(words)
    try:
        return _days_in(words, length, today)
    except InvalidEntry:
        if part is None:
            raise
    found = _days_in(f"{words[: part.start()]}{words[part.end() :]}", length, today)
    return replace(found, note=" ".join(f"{part[0]} {found.note}".split()))  # with its hours, it is only said


def _days_in(words: str, length: str, today: date) -> TypedTimeOff:
    whole = _days(f"{words}{length}" or "today", today)
    if whole is not None:
        return TypedTimeOff(stretches=whole)
    tokens = list(re.finditer(r"\S+", words))
    for start, end in _stretches(len(tokens)):
        spoken = words[tokens[start].start() : tokens[end].end()].strip(_EDGES)
        found = _days(f"{spoken}{length}", today)
        if found is not None:
            rest = f"{words[: tokens[start].start()]}{words[tokens[end].end() :]}"
            if day_found(rest, today) is not None:  # more days than were read: asked back
                raise InvalidEntry("line", tr("Which days are off? Type them like “Fri” or “Dec 7 to Dec 11.”"))
            return TypedTimeOff(stretches=found, note=" ".join(rest.split()).strip(_EDGES))
    return TypedTimeOff(stretches=read(f"today{length}", today, "line", past=True), note=words)


def _stretches(count: int) -> list[tuple[int, int]]:
    """First and last word of each part of a line, the longest first."""
    longest = min(count, MOST_WORDS_OF_DAYS)
    return [(start, start + size - 1) for size in range(longest, 0, -1) for start in range(count - size + 1)]


def _days(words: str, today: date) -> tuple[Stretch, ...] | None:
    """The days that the words are, when they are nothing else; hours alone are today’s."""
    for attempt in (words, f"today {words}"):
        try:
            return read(attempt, today, "line", past=True)
        except InvalidEntry:
            continue
    return None
