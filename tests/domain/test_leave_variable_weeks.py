"""Weeks that nobody can tell: 52 of them with the hours of 12 months, to the minute. 29 CFR 825.205(b)(3)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.leave.schedule import average_week, variable_average, variable_total, variable_weeks
from caregiver_app.domain.leave_typed import parse_year_hours, weeks_words
from caregiver_app.domain.problems import InvalidEntry


@given(st.integers(1, 52 * 5 * 24 * 60))
def test_their_average_is_that_of_the_rule_exactly(minutes: int) -> None:
    weeks = variable_weeks(minutes)
    assert average_week(weeks) == variable_average(scheduled_minutes=minutes).average_week_minutes
    assert max(map(sum, weeks)) - min(map(sum, weeks)) <= 1
    assert variable_total(weeks) == minutes


def test_they_are_told_by_the_hours_of_12_months() -> None:
    assert weeks_words(variable_weeks(1500 * 60)) == "Hours that change, 1,500 hours in 12 months"


def test_weeks_that_were_typed_have_no_such_total() -> None:
    assert variable_total(((0, 480, 480, 480, 480, 480, 0),)) is None
    assert variable_total(((0, 480, 480, 480, 480, 480, 0), (0,) * 7) * 26) is None


@pytest.mark.parametrize(
    ("text", "hours"), [("1,560", 1560), ("1560 hours", 1560), ("30 a week", 1560), ("22.5 h per week", 1170)]
)
def test_a_total_and_a_typical_week_are_read(text: str, hours: int) -> None:
    assert parse_year_hours(text, "average") == Fraction(hours) * 60


@pytest.mark.parametrize("text", ["", "30", "9,000", "many", "200 a week"])
def test_what_can_not_be_the_hours_of_12_months_is_asked_about(text: str) -> None:
    with pytest.raises(InvalidEntry):
        parse_year_hours(text, "average")
