"""What people type about hours, usual weeks and days off is read exactly, and read back in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.leave.days import MonthDay
from caregiver_app.domain.leave_typed import parse_hours, parse_month_day, parse_week, week_words
from caregiver_app.domain.problems import InvalidEntry

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("8", 480), ("7.5", 450), ("7:30", 450), ("7 h 30 min", 450), ("450 min", 450), ("7½", 450), ("1 1/2 hours", 90)],
)
def test_hours(text: str, minutes: int) -> None:
    assert parse_hours(text) == minutes


@pytest.mark.parametrize("text", ["", "26", "0.33", "abc", "1/0", "-2"])
def test_hours_that_can_not_be(text: str) -> None:
    with pytest.raises(InvalidEntry) as refusal:
        parse_hours(text, "hours")
    assert refusal.value.field == "hours"


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("8 hours, Mon-Fri", (0, 480, 480, 480, 480, 480, 0)),
        ("10 h Mon-Thu, 4 h Fri", (0, 600, 600, 600, 600, 240, 0)),
        ("Mon-Fri 7.5", (0, 450, 450, 450, 450, 450, 0)),
        ("12 h Sat and Sun", (720, 0, 0, 0, 0, 0, 720)),
        ("10 hours a day, Mon to Thu", (0, 600, 600, 600, 600, 0, 0)),
    ],
)
def test_a_usual_week(text: str, week: tuple[int, ...]) -> None:
    assert parse_week(text) == week


@pytest.mark.parametrize(
    "text", ["", "8 hours", "Mon-Fri", "0 hours Mon-Fri", "8 mon 4 mon", "25 h mon", "8 h someday"]
)
def test_a_week_that_can_not_be(text: str) -> None:
    with pytest.raises(InvalidEntry) as refusal:
        parse_week(text)
    assert refusal.value.field == "weeks"


@given(st.lists(st.integers(0, 1440), min_size=7, max_size=7).filter(any))
def test_any_week_is_read_back_from_its_words(minutes: list[int]) -> None:
    assert parse_week(week_words(tuple(minutes))) == tuple(minutes)


def test_the_start_of_a_leave_year() -> None:
    assert parse_month_day("10/1") == MonthDay(month=10, day=1)
    assert parse_month_day("Feb 29") == MonthDay(month=2, day=29)
    with pytest.raises(InvalidEntry, match="We could not read “feb 30” as a day of the year"):
        parse_month_day("feb 30")
