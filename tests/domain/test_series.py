"""On which days the visits of a series fall, and what happens when the rest of them slide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.appointments import Appointment, AppointmentStatus
from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.series import MOST_VISITS, dates_of, slid
from tests.domain.cases import Case, cases
from tests.domain.made_up_visits import TUESDAY, visit_on
from tests.domain.plans import days, endless_repeats

CASES = cases("series.json")


def repeat_told(told: Case | None) -> Repeat | None:
    if told is None:
        return None
    until = date.fromisoformat(told["until"]) if "until" in told else None
    every, on = Every(told["every"]), tuple(told.get("on", ()))
    return Repeat(every=every, n=told.get("n", 1), on=on, until=until, count=told.get("count"))


def visits_of(first: date, count: int, apart: int = 7) -> list[Appointment]:
    return [visit_on(first + timedelta(apart * n)) for n in range(count)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_days_of_a_series_or_why_it_is_none(case: Case) -> None:
    first, repeat = date.fromisoformat(case["first"]), repeat_told(case.get("repeat"))
    if "says" in case:
        with pytest.raises(InvalidEntry) as refusal:
            dates_of(first, repeat)
        assert (refusal.value.field, refusal.value.message) == ("repeat", case["says"])
        return
    assert [day.isoformat() for day in dates_of(first, repeat)] == case["days"]


@pytest.mark.parametrize("case", [case for case in CASES if "clock change" in case["about"]], ids=lambda c: c["about"])
def test_nine_stays_nine_when_the_clocks_change(case: Case) -> None:
    found = dates_of(date.fromisoformat(case["first"]), repeat_told(case["repeat"]))
    starts = [visit_on(day, clock=time(9)).starts for day in found]
    assert starts == [datetime.combine(date.fromisoformat(day), time(9)) for day in case["days"]]


@given(days, endless_repeats(), st.integers(1, MOST_VISITS))
def test_a_count_gives_that_many_days_in_order_from_the_first_on(first: date, repeat: Repeat, count: int) -> None:
    found = dates_of(first, replace(repeat, count=count))
    assert len(found) == count
    assert found == sorted(set(found))
    assert first <= found[0] == repeat.first_on_or_after(first)


def test_the_planned_rest_slides_and_what_was_moved_alone_keeps_its_distance() -> None:
    first, second, third, fourth = visits_of(TUESDAY, 4)
    second = replace(second, day=second.day + timedelta(2), original=second.day)
    third = replace(third, status=AppointmentStatus.CANCELLED)
    found = slid([fourth, third, second, first], second.day, 7)
    assert found == [(second, second.day + timedelta(7)), (fourth, fourth.day + timedelta(7))]


@given(st.lists(st.integers(0, 90), unique=True, max_size=8), st.integers(0, 90), st.integers(1, 366))
def test_sliding_there_and_back_is_where_it_was(offsets: list[int], start: int, by: int) -> None:
    visits = [visit_on(TUESDAY + timedelta(n)) for n in offsets]
    from_day = TUESDAY + timedelta(start)
    moved = [replace(visit, day=day) for visit, day in slid(visits, from_day, by)]
    back = [replace(visit, day=day) for visit, day in slid(moved, from_day, -by)]
    assert back == sorted((visit for visit in visits if visit.day >= from_day), key=lambda visit: visit.sort_key)


@pytest.mark.parametrize(
    ("by", "says"),
    [(0, "Type by how many days"), (367, "367 is more than a year"), (-10_000, "10,000 is more than a year")],
)
def test_sliding_by_nothing_or_by_years_is_refused(by: int, says: str) -> None:
    with pytest.raises(InvalidEntry, match=says) as refusal:
        slid(visits_of(TUESDAY, 2), TUESDAY, by)
    assert refusal.value.field == "days"
