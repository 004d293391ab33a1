"""What one line would become, and the words that tell it back, the same for every kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from caregiver_app.domain.calendar import ANY_TIME, Repeat, When
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_any import AnyKind
from caregiver_app.domain.records import Record
from caregiver_app.domain.spoken import day_words, part_words, repeat_words, time_words
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.services.people import Alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a line would become: its kind, a sentence that tells it back, the step’s name, the record and the step.

    `tab` is where it will stand; empty for people. `alike` is a helper of that name who is there already: then it is
    not kept.
    """

    kind: AnyKind
    told: str
    label: str
    record: Record
    keep: Callable[[UnitOfWork], object]
    tab: str = ""
    alike: Alike | None = None


def day_told(day: date, now: datetime) -> str:
    """A day as it is told back: “today”, “tomorrow, Tue Nov 24”; with the year when that is not this one."""
    words = day_words(day, with_year=day.year != now.year)
    near = {0: tr("today"), 1: tr("tomorrow, {day}"), -1: tr("yesterday, {day}")}
    return near.get((day - now.date()).days, "{day}").format(day=words)


def moment_told(day: date, when: When, now: datetime, clock24: bool) -> str:
    """A day and a time: “Tue Dec 1, 9:15 am”."""
    if when == ANY_TIME:
        return day_told(day, now)
    time = time_words(when, clock24) if when.clock is not None else part_words(when.part).lower()
    return tr("{day}, {time}").format(day=day_told(day, now), time=time)


def times_told(day: date, when: When, repeat: Repeat | None, now: datetime, clock24: bool) -> str:
    """When something is, and that it does not repeat; or how it comes again, and from which day on."""
    if repeat is None:
        return tr("{moment}, once").format(moment=moment_told(day, when, now, clock24))
    again = repeat_words(repeat, day)
    again = again[:1].lower() + again[1:]
    if when != ANY_TIME:
        time = time_words(when, clock24) if when.clock is not None else part_words(when.part).lower()
        again = tr("{again}, {time}").format(again=again, time=time)
    return tr("{again}, from {day} on").format(again=again, day=day_told(day, now))


def together(sentences: Sequence[str]) -> str:
    """Sentences in a row; empty ones are left out."""
    return tr(" ").join(filter(None, sentences))


def refuse(sentence: str, _work: UnitOfWork) -> None:
    """What keeps a line that can’t be kept. Raises InvalidEntry at `line`."""
    raise InvalidEntry("line", sentence)
