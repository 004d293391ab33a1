"""How the small values of leave are written inside one column, and read again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from caregiver_app.domain.leave.days import MonthDay
from caregiver_app.domain.leave.schedule import DayMinutes, Span, Week


def pack_month_day(day: MonthDay) -> list[int]:
    """Month and day."""
    return [day.month, day.day]


def unpack_month_day(plain: list[int]) -> MonthDay:
    """What `pack_month_day` wrote."""
    return MonthDay(month=plain[0], day=plain[1])


def pack_words(words: Iterable[str]) -> list[str]:
    """Words in a fixed order."""
    return sorted(words)


def unpack_words(plain: list[str]) -> frozenset[str]:
    """What `pack_words` wrote."""
    return frozenset(plain)


def pack_dates(days: Iterable[date]) -> list[str]:
    """Days, as they are in order."""
    return [day.isoformat() for day in days]


def unpack_dates(plain: list[str]) -> tuple[date, ...]:
    """What `pack_dates` wrote."""
    return tuple(map(date.fromisoformat, plain))


def pack_closures(spans: Iterable[Span]) -> list[list[str]]:
    """First and last day of each stretch."""
    return [[span.first.isoformat(), span.last.isoformat()] for span in spans]


def unpack_closures(plain: list[list[str]]) -> tuple[Span, ...]:
    """What `pack_closures` wrote."""
    return tuple(Span(first=date.fromisoformat(first), last=date.fromisoformat(last)) for first, last in plain)


def pack_overtime(extras: Iterable[DayMinutes]) -> list[list[Any]]:
    """Day and minutes of each."""
    return [[extra.day.isoformat(), extra.minutes] for extra in extras]


def unpack_overtime(plain: list[list[Any]]) -> tuple[DayMinutes, ...]:
    """What `pack_overtime` wrote."""
    return tuple(DayMinutes(day=date.fromisoformat(day), minutes=minutes) for day, minutes in plain)


def pack_weeks(weeks: Iterable[Week]) -> list[list[int]]:
    """Seven numbers of minutes for each week."""
    return [list(week) for week in weeks]


def unpack_weeks(plain: list[list[int]]) -> tuple[Week, ...]:
    """What `pack_weeks` wrote."""
    return tuple(map(tuple, plain))
