"""A pick-up as it is typed: a time of the clock, which may be on the evening before the visit."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from caregiver_app.domain.entries import parse_time
from caregiver_app.domain.entries.days import parse_days_list
from caregiver_app.domain.planned import NOON, pick_up_clock
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.rides import Leg
from caregiver_app.words import tr

_DAY = date(2000, 1, 2)
_WHEN = "(evening|night|afternoon|day)"
_BEFORE = re.compile(rf"\b(?:on |in )?(?:the )?(?:{_WHEN} before|(?:previous|prior) {_WHEN})\b")
_HALF = re.compile(r"\b(?:am|pm|a|p|noon|midnight)\b|\d[ap]m?\b|\b[ap]\.m")


def typed_pick_up(clock: time | None, clock24: bool, *, before: bool) -> str:
    """A pick-up as a field shows it; `read_pick_up` reads it back."""
    if clock is None:
        return ""
    return pick_up_clock(datetime.combine(_DAY - timedelta(before), clock), _DAY, clock24)


def read_pick_up(text: str, leg: Leg, day: date | None) -> tuple[time | None, bool]:
    """The time, and whether it is on the day before the visit of `day`. Raises InvalidEntry at `pick_up`."""
    typed = words = " ".join(text.casefold().split())
    before = late = False
    if leg is Leg.THERE:
        found = _BEFORE.search(words)
        before = found is not None
        if found is not None:
            late = (found[1] or found[2]) in ("evening", "night", "afternoon")
            words = words[: found.start()] + words[found.end() :]
        elif day is not None:
            words, before = _without_weekday(words, day)
    clock = _clock(_bare(words) if words != typed else text)
    if clock is not None and late and clock.hour < NOON and not _HALF.search(words):
        clock = clock.replace(hour=clock.hour + NOON)  # “8 the evening before”
    return clock, before


def _bare(words: str) -> str:
    return re.sub(r"\b(?:at|on|of)\b|,", " ", words).strip()


def _without_weekday(words: str, day: date) -> tuple[str, bool]:
    """“10 pm Mon” for a visit on a Tuesday is the day before; another weekday is asked back."""
    named = ((found, _weekday(found[1])) for found in re.finditer(r"\b(?:on )?([a-z]{3,9})\b\.?", words))
    found, weekday = next(((found, weekday) for found, weekday in named if weekday is not None), (None, None))
    if found is None:
        return words, False
    if weekday not in (day.weekday(), (day - timedelta(1)).weekday()):
        raise InvalidEntry("pick_up", tr("The pick-up can be on the day of the visit, or on the day before it."))
    return words[: found.start()] + words[found.end() :], weekday != day.weekday()


def _weekday(word: str) -> int | None:
    try:
        days = parse_days_list(word)
    except InvalidEntry:
        return None
    return days[0] if len(days) == 1 else None


def _clock(text: str) -> time | None:
    when = parse_time(text, "pick_up")
    if when.part is not None:
        raise InvalidEntry("pick_up", tr("Type a time, like “9:30 am.” If it is not known yet, leave this empty."))
    return when.clock
