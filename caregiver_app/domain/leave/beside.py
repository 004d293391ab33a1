"""A plan beside the log: what is off already is not taken a second time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby

from caregiver_app.domain.leave.entries import LeaveEntry, LeaveKind, one_day
from caregiver_app.domain.leave.schedule import WorkCalendar


def minutes_off(calendar: WorkCalendar, entries: Iterable[LeaveEntry], first: date) -> dict[int, int]:
    """Minutes off by day number, FMLA leave or not, of the days with work from a day on."""
    since, off = first.toordinal(), dict[int, int]()
    for entry in entries:
        if entry.kind is LeaveKind.OTHER_EMPLOYER or entry.last < first:
            continue
        for number in entry.numbers():
            work = calendar.minutes(number)
            minutes = work if entry.minutes is None else entry.minutes
            if number >= since and work and minutes:
                off[number] = off.get(number, 0) + minutes
    return off


def beside(
    calendar: WorkCalendar, plan: Iterable[LeaveEntry], off: Mapping[int, int]
) -> tuple[list[LeaveEntry], list[int]]:
    """What a plan adds to the minutes that are off, and the numbers of its days of which a part is off already.

    More minutes than a day has work stay as they are, to be refused.
    """
    added: list[LeaveEntry] = []
    already: set[int] = set()
    for entry in plan:
        if off.keys().isdisjoint(entry.numbers()):
            added.append(entry)
            continue
        for number in entry.numbers():
            work = calendar.minutes(number)
            minutes = work if entry.minutes is None else entry.minutes
            rest = max(0, work - off.get(number, 0))
            if rest < minutes <= work:
                already.add(number)
                minutes = rest
            if work and minutes:
                added.append(one_day(date.fromordinal(number), minutes, kind=entry.kind))
    return added, sorted(already)


def new_stretches(calendar: WorkCalendar, plan: Iterable[LeaveEntry], off: Mapping[int, int]) -> tuple[LeaveEntry, ...]:
    """The days of a plan that are new, as few entries: cut where days are off already, with what is left of those.

    Days without work stay inside their stretch; a stretch of nothing else is left out.
    """
    return tuple(part for entry in plan for part in _parts(calendar, entry, off))


def _parts(calendar: WorkCalendar, entry: LeaveEntry, off: Mapping[int, int]) -> Iterator[LeaveEntry]:
    if off.keys().isdisjoint(entry.numbers()):
        yield entry
        return
    for is_off, group in groupby(entry.numbers(), off.__contains__):
        numbers = list(group)
        if is_off:
            yield from _rests(calendar, entry, numbers, off)
        elif any(map(calendar.minutes, numbers)):
            first, last = date.fromordinal(numbers[0]), date.fromordinal(numbers[-1])
            yield replace(entry, first=first, last=last, every_days=entry.every_days if last > first else 1)


def _rests(
    calendar: WorkCalendar, entry: LeaveEntry, numbers: Iterable[int], off: Mapping[int, int]
) -> Iterator[LeaveEntry]:
    for number in numbers:
        rest = calendar.minutes(number) - off[number]
        minutes = rest if entry.minutes is None else min(entry.minutes, rest)
        if minutes > 0:
            yield one_day(date.fromordinal(number), minutes, kind=entry.kind)
