"""What other programs' calendars leave to be guessed: which place a location names, and how dates repeat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.people import LONGEST_NAME
from caregiver_app.domain.places import Place
from caregiver_app.domain.series import dates_of

_LINK = re.compile(
    r"https?://|^\W*(?:zoom|teams|microsoft teams|video|phone|by phone|telehealth|online)\b", re.IGNORECASE
)
_FARTHEST_WEEKS = 4


def place_of(location: str, known: Sequence[Place]) -> Place | None:
    """The place that a location names: one of those known, or a new one; None when it is no place to go to."""
    words = location.strip()
    if not words or (_LINK.search(words) and not any(fits(each, words) for each in known)):
        return None
    fitting = [each for each in known if fits(each, words)]
    if fitting:
        return max(fitting, key=_length_of_name)
    first, _, rest = words.partition(",")
    name = first.strip() or words
    whole = name[:1].isdigit() or len(name) > LONGEST_NAME  # what the name can't hold is not lost
    return Place(name=name[:LONGEST_NAME].strip(), address=words if whole else rest.strip())


def fits(place: Place, location: str) -> bool:
    """Whether a location begins with the name of the place, or holds its address."""
    words, name, address = location.casefold(), place.name.strip().casefold(), place.address.strip().casefold()
    cut = len(place.name) >= LONGEST_NAME  # it may end within a word
    begins = words.startswith(name) and (cut or not words[len(name) : len(name) + 1].isalnum())
    return begins or (len(address) >= 8 and address in words)


def _length_of_name(place: Place) -> int:
    return len(place.name)


def repeat_of(days: Sequence[date]) -> Repeat | None:
    """How these days repeat: every n days, or on weekdays of every week or some; None when they do neither."""
    if len(days) < 2 or len(set(days)) < len(days):
        return None
    gaps = {(later - earlier).days for earlier, later in pairwise(days)}
    step = gaps.pop() if len(gaps) == 1 else 0
    every = Repeat(every=Every.DAYS, n=step, count=len(days)) if 1 <= step <= 366 else None
    return every if step % 7 else _weekly(days) or every


def _weekly(days: Sequence[date]) -> Repeat | None:
    """The weekdays of every week, or of every nth, that these days are; None when they are not."""
    on = tuple(sorted({day.weekday() for day in days}))
    if len(on) == len(days):
        return None
    for n in range(1, _FARTHEST_WEEKS + 1):
        repeat = Repeat(every=Every.WEEKS, n=n, on=on, count=len(days))
        if _last(days[0], repeat, days[-1]) and dates_of(days[0], repeat) == list(days):
            return repeat
    return None


def _last(first: date, repeat: Repeat, day: date) -> bool:
    return repeat.last_day(first) <= day + timedelta(7)
