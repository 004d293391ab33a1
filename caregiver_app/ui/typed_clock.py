"""A time of day as it is typed into a form: read with words of what is missing, and settled as it is told elsewhere."""

from __future__ import annotations

from datetime import time

from caregiver_app.domain.entries.times import parse_time
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import clock_words
from caregiver_app.words import tr


def needed_clock(text: str, field: str, sentence: str) -> time:
    """The time that was typed. Raises InvalidEntry at `field`, with this sentence for a part of the day or nothing."""
    clock = parse_time(text, field).clock
    if clock is None:
        raise InvalidEntry(field, sentence)
    return clock


def optional_clock(text: str, field: str = "clock") -> time | None:
    """The time that was typed; None for nothing. Raises InvalidEntry at `field`, also for a part of the day."""
    when = parse_time(text, field)
    if when.part is not None:
        raise InvalidEntry(field, tr("Type a time, like “2:00 pm,” or leave it empty."))
    return when.clock


def settled_clock(text: str, *, clock24: bool) -> str:
    """What was typed, as the family’s clock tells it. Raises InvalidEntry for what is no time."""
    clock = parse_time(text, "clock").clock
    return clock_words(clock, clock24) if clock is not None else text
