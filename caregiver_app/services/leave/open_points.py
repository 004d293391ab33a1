"""What the law leaves open in the number of a day, point by point."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caregiver_app.domain.leave.answers import OpenPoint
from caregiver_app.domain.leave.balance import LeaveCount
from caregiver_app.domain.leave.records import YearKnown
from caregiver_app.services.leave.counting import Counting


def open_points(counting: Counting, *days: date) -> tuple[OpenPoint, ...]:
    """What is to be asked of the employer about what is left on some days; empty when nothing is."""
    return tuple(dict.fromkeys(point for day in days for point in _of_day(counting, day)))


def _of_day(counting: Counting, day: date) -> Iterator[OpenPoint]:
    if counting.is_shared(day):
        yield OpenPoint.SHARED
    for view in counting.candidates(day):
        yield from _of_count(view, day)
    if not any(view.not_settled(day) for view in counting.candidates(day)):
        yield from _of_rules(counting, day)
    if counting.is_military(day):
        if len({count.remaining(day) for count in counting.counts}) > 1:
            yield OpenPoint.METHOD
    elif counting.job.known is YearKnown.NOT_SURE:
        yield OpenPoint.METHOD
    elif counting.job.known is YearKnown.NONE_CHOSEN and counting.job.hired_on is not None:
        yield OpenPoint.FIXED_YEAR


def _of_count(view: LeaveCount, day: date) -> Iterator[OpenPoint]:
    if view.year_not_settled(day):
        yield OpenPoint.LEAP_DAY
    elif view.not_settled(day):
        yield OpenPoint.CLOSED_DAYS


def _of_rules(counting: Counting, day: date) -> Iterator[OpenPoint]:
    """The rules of a day themselves: around a change of method, and where 12 months end."""
    if any(count.not_settled(day) for count in counting.counts):
        first = counting.job.military_from
        yield OpenPoint.SERVICEMEMBER if first is not None and len(counting.candidates(day)) == 1 else OpenPoint.CHANGE
