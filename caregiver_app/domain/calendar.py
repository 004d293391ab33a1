"""Weeks, times of day and repeats: local wall time, no zone, no look at the clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from caregiver_app.domain.kinds import PartOfDay
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.words import tr

FOREVER = date.max
LONGEST_SERIES = 1000
FRIDAY, NOON = 4, time(12)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, both ends included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def days(self) -> Iterator[date]:
        """Each day of the span in order."""
        for n in range((self.last - self.first).days + 1):
            yield self.first + timedelta(n)

    def shifted(self, days: int) -> Span:
        """The same stretch, moved by some days."""
        return Span(self.first + timedelta(days), self.last + timedelta(days))


def week_of(day: date, week_start: int) -> Span:
    """The week that holds a day; `week_start` counts from Monday = 0 to Sunday = 6."""
    first = day - timedelta((day.weekday() - week_start) % 7)
    return Span(first, first + timedelta(6))


def month_of(day: date) -> Span:
    """The calendar month that holds a day."""
    first = day.replace(day=1)
    return Span(first, (first + timedelta(31)).replace(day=1) - timedelta(1))


def whole_weeks(span: Span, week_start: int) -> Span:
    """A stretch with the days around it that make its weeks whole."""
    return Span(week_of(span.first, week_start).first, week_of(span.last, week_start).last)


def opening_day(local: datetime, week_start: int) -> date:
    """A day of the week to plan now: from Friday noon on, that is the next one. `local` is the time here."""
    week = week_of(local.date(), week_start)
    friday = next(day for day in week.days() if day.weekday() == FRIDAY)
    near = (week.last - friday).days <= 2 and (local.date(), local.time()) >= (friday, NOON)
    return week.last + timedelta(1) if near else local.date()


_PART_STARTS = (
    (time(17, 30), PartOfDay.EVENING),
    (time(14), PartOfDay.AFTERNOON),
    (time(11, 30), PartOfDay.MIDDAY),
    (time(0), PartOfDay.MORNING),
)
_PART_SORTS = {
    PartOfDay.MORNING: time(6),
    PartOfDay.MIDDAY: time(11, 30),
    PartOfDay.AFTERNOON: time(14),
    PartOfDay.EVENING: time(17, 30),
}


def hours_of(part: PartOfDay) -> tuple[time, time | None]:
    """From when until when a part of the day is: the morning counts from 6:00 am on, the evening has no end."""
    start = _PART_SORTS[part]
    return start, min((each for each in _PART_SORTS.values() if each > start), default=None)


@dataclass(frozen=True, slots=True)
class When:
    """A time of day: a clock time, a part of the day, or neither, which is "any time"."""

    part: PartOfDay | None = None
    clock: time | None = None

    @property
    def part_of_day(self) -> PartOfDay | None:
        """The part of the day it falls in; None at any time."""
        if self.clock is None:
            return self.part
        return next(part for start, part in _PART_STARTS if self.clock >= start)

    @property
    def sort_key(self) -> tuple[bool, time]:
        """Orders a day: by the clock, with "any time" at the end."""
        if self.clock is not None:
            return (False, self.clock)
        return (True, time.max) if self.part is None else (False, _PART_SORTS[self.part])

    def encoded(self) -> str:
        """One short word for files: "", "morning" or "08:15"."""
        return f"{self.clock:%H:%M}" if self.clock is not None else (self.part or "")

    @classmethod
    def decoded(cls, text: str) -> When:
        """The time that `encoded` wrote."""
        if ":" in text:
            return cls(clock=time.fromisoformat(text))
        return cls(part=PartOfDay(text)) if text else cls()


ANY_TIME = When()


class Every(StrEnum):
    """What a repeat counts in."""

    WEEKS = "weeks"
    DAYS = "days"
    CYCLE = "cycle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """When a task comes again: on weekdays of every nth week, every n days, or on some days of a cycle of n days.

    `on` holds weekdays (Monday = 0) for weeks and day numbers from 1 for cycles. It ends after `until`, or after
    `count` times, or never. Weeks run Monday to Sunday here, as they do in calendar files.
    """

    every: Every
    n: int = 1
    on: tuple[int, ...] = ()
    until: date | None = None
    count: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.n <= 366:
            raise InvalidEntry("repeat", tr("Type a number from 1 to 366 for how often it repeats."))
        if self.count is not None and not 1 <= self.count <= LONGEST_SERIES:
            raise InvalidEntry("repeat", tr("Type a number from 1 to 1000 for how many times."))
        if self.every is Every.WEEKS and not (self.on and all(0 <= day <= 6 for day in self.on)):
            raise InvalidEntry("repeat", tr("Choose at least one day of the week."))
        if self.every is Every.CYCLE and not (self.on and all(1 <= day <= self.n for day in self.on)):
            raise InvalidEntry("repeat", tr("Choose days from 1 to {n} for a cycle of {n} days.").format(n=self.n))

    def falls_on(self, day: date, first: date) -> bool:
        """Whether the pattern that starts on `first` meets a day; its end is not looked at."""
        passed = (day - first).days
        if passed < 0:
            return False
        match self.every:
            case Every.DAYS:
                return passed % self.n == 0
            case Every.CYCLE:
                return passed % self.n + 1 in self.on
            case Every.WEEKS:
                weeks = (day.toordinal() - 1) // 7 - (first.toordinal() - 1) // 7
                return weeks % self.n == 0 and day.weekday() in self.on

    def first_on_or_after(self, day: date) -> date:
        """The day on which a series meant to start on `day` really starts."""
        ahead = (day + timedelta(n) for n in range(367))
        if self.every is Every.WEEKS:  # any week will do: the count of weeks begins with it
            return next(each for each in ahead if each.weekday() in self.on)
        return next(each for each in ahead if self.falls_on(each, day))

    def turned(self, days: int) -> Repeat:
        """The same dates, counted from some days later: only the day numbers of a cycle turn."""
        if self.every is not Every.CYCLE:
            return self
        return replace(self, on=tuple(sorted((number - 1 - days) % self.n + 1 for number in self.on)))

    def last_day(self, first: date) -> date:
        """The day of the last time, or `FOREVER`."""
        return (self.until or FOREVER) if self.count is None else _last_of_count(self, first)

    def days(self, first: date, span: Span) -> Iterator[date]:
        """Each day in the span on which the series that starts on `first` takes place."""
        last = min(span.last, self.last_day(first))
        yield from self.pattern(first, Span(max(span.first, first), last))

    def pattern(self, first: date, span: Span) -> Iterator[date]:
        """Each day in the span that the pattern meets, whenever it ends."""
        day = span.first
        step = timedelta(1)
        if self.every is Every.DAYS:
            day += timedelta(-(day - first).days % self.n)
            step = timedelta(self.n)
        while day <= span.last:
            if self.falls_on(day, first):
                yield day
            if day > FOREVER - step:
                return
            day += step


@lru_cache(maxsize=1024)  # a long series is counted out once, not each time a week is shown
def _last_of_count(repeat: Repeat, first: date) -> date:
    last = first
    for day in islice(repeat.pattern(first, Span(first, repeat.until or FOREVER)), repeat.count):
        last = day
    return last


def days_of(first: date, repeat: Repeat | None, span: Span) -> list[date]:
    """The days in the span of something that starts on `first` and may repeat."""
    if repeat is None:
        return [first] if first in span else []
    return list(repeat.days(first, span))
