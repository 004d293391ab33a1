"""Counts the days on which offices are open and people can be reached, before a visit."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date, timedelta

FRIDAY = 4


def business_days(today: date, day: date, closed: Container[date] = ()) -> Iterator[date]:
    """Each weekday from today to the day before that is not closed: those on which a ride can still be arranged.

    Today is one of them, since a call can be made today; the day itself is none, since it is too late then. Between
    two weekdays that gives the same number as the notice that ride services ask for.
    """
    for n in range((day - today).days):
        each = today + timedelta(n)
        if each.weekday() <= FRIDAY and each not in closed:
            yield each
