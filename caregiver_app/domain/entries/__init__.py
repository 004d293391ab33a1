"""Forgiving entry: what a person types becomes days, times and amounts. The way back into words is in spoken."""

from __future__ import annotations

from caregiver_app.domain.entries.amounts import parse_count, parse_dollars, parse_miles, parse_slide
from caregiver_app.domain.entries.days import (
    WEEKDAYS,
    WEEKEND,
    month_numbered,
    parse_day,
    parse_days_list,
    weekdays_named,
)
from caregiver_app.domain.entries.times import parse_minutes, parse_time

__all__ = [
    "WEEKDAYS",
    "WEEKEND",
    "month_numbered",
    "parse_count",
    "parse_day",
    "parse_days_list",
    "parse_dollars",
    "parse_miles",
    "parse_minutes",
    "parse_slide",
    "parse_time",
    "weekdays_named",
]
