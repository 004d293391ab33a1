"""Forgiving entry: what a person types becomes days, times and lengths, and those become words again."""

from __future__ import annotations

from caregiver_app.domain.entries.days import WEEKDAYS, WEEKEND, parse_day, parse_days_list, weekdays_named
from caregiver_app.domain.entries.times import parse_minutes, parse_time
from caregiver_app.domain.spoken import (
    day_words,
    long_day,
    minutes_words,
    repeat_words,
    span_words,
    time_words,
)

__all__ = [
    "WEEKDAYS",
    "WEEKEND",
    "day_words",
    "long_day",
    "minutes_words",
    "parse_day",
    "parse_days_list",
    "parse_minutes",
    "parse_time",
    "repeat_words",
    "span_words",
    "time_words",
    "weekdays_named",
]
