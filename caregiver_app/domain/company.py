"""When the person cared for has company, and what of that time is free for the one who cares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from caregiver_app.domain.kinds import PartOfDay

LEAST = timedelta(minutes=20)  # a shorter time is hardly a break


class Where(StrEnum):
    """Where she is meanwhile."""

    HOME = "home"  # somebody is with her
    VISIT = "visit"  # at a visit, with somebody else
    RIDE = "ride"  # on the road, with somebody else at the wheel


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of local time in which she has company. `beside_id` is the task or visit that it comes from.

    `with_ids` are those who are with her; `title` is of the task or visit, for the caregiver's own eyes. With `part`
    nobody said yet when in that part of the day somebody comes: `start` and `end` are its limits.
    """

    start: datetime
    end: datetime
    beside_id: UUID
    with_ids: tuple[UUID, ...] = ()
    where: Where = Where.HOME
    title: str = ""
    part: PartOfDay | None = None

    @property
    def clock(self) -> time | None:
        """When it begins; None while only the part of the day is known."""
        return self.start.time() if self.part is None else None

    @property
    def minutes(self) -> int:
        """Its length."""
        return int((self.end - self.start).total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class Busy:
    """A stretch of local time in which the caregiver is taken."""

    start: datetime
    end: datetime


def free_windows(
    company: Iterable[Window], busy: Iterable[Busy], *, since: datetime, least: timedelta = LEAST
) -> list[Window]:
    """What is left of the company from a local time on: in order, none overlap, none is shorter than `least`."""
    taken = sorted(busy, key=_start)
    found = [piece for window in _joined(company) for piece in _without(window, taken)]
    later = (replace(each, start=max(each.start, since)) for each in found)
    return [each for each in later if each.end - each.start >= least]


def can_be_free(window: Window, length: timedelta, busy: Iterable[Busy], *, since: datetime) -> bool:
    """Whether an hour can still be found in a part of the day for company of some length, with nothing else then."""
    least = min(length, window.end - window.start)
    return bool(free_windows([window], busy, since=since, least=least))


def _start(each: Window | Busy) -> tuple[datetime, datetime]:
    return each.start, each.end


def _joined(company: Iterable[Window]) -> list[Window]:
    """Company that overlaps or follows at once, as one stretch that keeps the first one's words."""
    found: list[Window] = []
    for each in sorted(company, key=_start):
        if found and each.start <= found[-1].end:
            last = found[-1]
            everybody = dict.fromkeys((*last.with_ids, *each.with_ids))
            found[-1] = replace(last, end=max(last.end, each.end), with_ids=tuple(everybody))
        elif each.end > each.start:
            found.append(each)
    return found


def _without(window: Window, taken: Iterable[Busy]) -> Iterator[Window]:
    """The parts of a stretch that nothing takes."""
    start = window.start
    for busy in taken:
        if busy.end <= start or busy.start >= window.end:
            continue
        if busy.start > start:
            yield replace(window, start=start, end=busy.start)
        start = max(start, busy.end)
    if start < window.end:
        yield replace(window, start=start)
