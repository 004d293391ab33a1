"""Reads time off work out of a line: the days as the leave log reads them, every other word as its note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from caregiver_app.domain.leave_days_typed import read
from caregiver_app.domain.leave_stretches import Stretch
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_days import day_found
from caregiver_app.domain.quick_pieces import Pieces
from caregiver_app.domain.spoken import minutes_words
from caregiver_app.words import tr

MOST_WORDS_OF_DAYS = 12
_NOISE = re.compile(
    r"\b(?:fmla|pto|(?:i |i[’']m |we )?(?:took|take|taking|need|missed|miss)|time off|(?:the )?day off"
    r"|off (?:from )?work|(?:left|leave|leaving) work|early|off of work|from work|of work|leave"
    r"|(?:sick|personal) day|off)\b",
    re.IGNORECASE,
)
_EDGES = " ,;:.-–"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedTimeOff:
    """Days off and their hours; `note` holds the words that are neither."""

    stretches: tuple[Stretch, ...]
    note: str = ""


def read_time_off(line: str, today: date) -> TypedTimeOff:
    """The days that a line tells of, today when it names none. Raises InvalidEntry at `line` for no such days."""
    pieces = Pieces(line)
    span = pieces.span()
    length = f" {minutes_words(span[1])}" if span is not None else ""
    words = " ".join(_NOISE.sub(" ", pieces.rest).split()).strip(_EDGES)
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
