"""Counts the days on which offices are open and people can be reached, up to a visit."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date, timedelta

from caregiver_app.domain.calendar import Span

FRIDAY = 4


def business_days(today: date, day: date, closed: Container[date] = ()) -> Iterator[date]:
    """Each weekday after today, up to the day itself, that is not closed."""
    for each in Span(today + timedelta(1), day).days():
        if each.weekday() <= FRIDAY and each not in closed:
            yield each
