"""How many business days are left before a visit."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.business_days import business_days
from tests.domain.cases import Case, cases
from tests.domain.plans import days


def business_days_until(today: date, day: date, closed: Container[date] = ()) -> int:
    """How many are left."""
    return len(list(business_days(today, day, closed)))


spans = st.integers(-40, 120)
closings = st.frozensets(st.integers(-40, 120).map(lambda n: date(2026, 11, 1) + timedelta(n)))


@pytest.mark.parametrize("case", cases("business_days.json"), ids=lambda case: case["about"])
def test_weekdays_that_are_not_closed_are_counted(case: Case) -> None:
    closed = {date.fromisoformat(day) for day in case.get("closed", [])}
    today, day = date.fromisoformat(case["today"]), date.fromisoformat(case["day"])
    assert business_days_until(today, day, closed) == case["left"]


@given(days, spans)
def test_any_week_has_five(today: date, ahead: int) -> None:
    day = today + timedelta(max(0, ahead))
    assert business_days_until(today, day + timedelta(7)) == business_days_until(today, day) + 5


@given(days, spans, spans)
def test_two_stretches_add_up(today: date, first: int, second: int) -> None:
    middle = today + timedelta(abs(first))
    end = middle + timedelta(abs(second))
    whole = business_days_until(today, end)
    assert whole == business_days_until(today, middle) + business_days_until(middle, end)


@given(spans, spans, closings)
def test_closed_days_never_add_one_and_it_is_never_below_zero(start: int, ahead: int, closed: frozenset[date]) -> None:
    today = date(2026, 11, 1) + timedelta(start)
    day = today + timedelta(ahead)
    left = business_days_until(today, day, closed)
    assert 0 <= left <= business_days_until(today, day)
    assert left <= max(0, ahead)
