"""How people type days they may take, what was understood, and what is asked back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.leave.entries import LeaveEntry
from caregiver_app.domain.leave_days_typed import YEARS_AHEAD, parse, read
from caregiver_app.domain.leave_stretches import Stretch, entry_words, words_of
from caregiver_app.domain.problems import InvalidEntry
from tests.domain.cases import cases

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("case", cases("leave_plans_typed.json"), ids=lambda case: case["typed"])
def test_a_plan_is_understood_or_asked_back(case: dict[str, str]) -> None:
    if "told" in case:
        with pytest.raises(InvalidEntry) as refused:
            read(case["typed"], TODAY)
        assert (refused.value.field, refused.value.message) == ("plan", case["told"])
    else:
        assert words_of(read(case["typed"], TODAY), TODAY) == case["means"]


def test_a_plan_becomes_entries_of_the_log() -> None:
    assert parse("every other Friday through June", TODAY) == (
        LeaveEntry(first=date(2026, 11, 27), last=date(2027, 6, 25), every_days=14),
    )
    assert parse("Dec 7 to Dec 11; Mondays 4 hours until March", TODAY) == (
        LeaveEntry(first=date(2026, 12, 7), last=date(2026, 12, 11)),
        LeaveEntry(first=date(2026, 11, 23), last=date(2027, 2, 22), every_days=7, minutes=240),
    )


def test_weekdays_become_one_entry_each() -> None:
    monday, friday = parse("every mon and fri through Dec 18", TODAY)
    assert (monday.first, friday.first) == (date(2026, 11, 23), date(2026, 11, 27))
    assert (monday.every_days, friday.every_days, monday.last, friday.last) == (
        7,
        7,
        date(2026, 12, 14),
        date(2026, 12, 18),
    )


WORDS = (
    "every other each friday fridays mon wed and to - through until till for from dec 7 11 jan march 4 hours 3 weeks "
    "times x6 daily weekdays in a row ; , next week of the end day half 2027 on 999 99999999999999999999 31 feb"
)


@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS.split(" ")), max_size=9).map(" ".join))
def test_no_text_is_too_odd_to_answer(text: str) -> None:
    found: tuple[Stretch, ...] = ()
    where = "plan"
    try:
        found = read(text, TODAY)
    except InvalidEntry as refused:
        where = refused.field
    assert where == "plan"
    for stretch in found:
        assert TODAY <= stretch.first <= stretch.last <= TODAY + timedelta(366 * YEARS_AHEAD)
    assert not found or words_of(found, TODAY)


def logged(text: str) -> tuple[LeaveEntry, ...]:
    """Days off that may be over."""
    return parse(text, TODAY, "first", past=True)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("fri", LeaveEntry(first=date(2026, 11, 27), last=date(2026, 11, 27))),
        ("Dec 7 - 11", LeaveEntry(first=date(2026, 12, 7), last=date(2026, 12, 11))),
        ("12/7-12/11", LeaveEntry(first=date(2026, 12, 7), last=date(2026, 12, 11))),
        (
            "every other Friday through June",
            LeaveEntry(first=date(2026, 11, 27), last=date(2027, 6, 25), every_days=14),
        ),
        ("nov 9 - 13", LeaveEntry(first=date(2026, 11, 9), last=date(2026, 11, 13))),
        ("Nov 9 through Nov 13", LeaveEntry(first=date(2026, 11, 9), last=date(2026, 11, 13))),
        ("Mar 2 2026 through Apr 24", LeaveEntry(first=date(2026, 3, 2), last=date(2026, 4, 24))),
        ("yesterday", LeaveEntry(first=date(2026, 11, 21), last=date(2026, 11, 21))),
        ("October", LeaveEntry(first=date(2026, 10, 1), last=date(2026, 10, 31))),
        ("this week", LeaveEntry(first=date(2026, 11, 22), last=date(2026, 11, 28))),
        (
            "Fridays since Oct 30 until today",
            LeaveEntry(first=date(2026, 10, 30), last=date(2026, 11, 20), every_days=7),
        ),
        ("nov 5, 4 hours", LeaveEntry(first=date(2026, 11, 5), last=date(2026, 11, 5), minutes=240)),
        ("every Friday until January", LeaveEntry(first=date(2026, 11, 27), last=date(2026, 12, 25), every_days=7)),
        (
            "every 3 days from dec 1 until dec 20",
            LeaveEntry(first=date(2026, 12, 1), last=date(2026, 12, 19), every_days=3),
        ),
    ],
)
def test_days_off(text: str, days: LeaveEntry) -> None:
    assert logged(text) == (days,)


def test_several_weekdays_are_several_stretches() -> None:
    assert [days.first for days in logged("every Mon, Wed, 6 times")] == [
        date(2026, 11, 23),
        date(2026, 11, 25),
    ]


@pytest.mark.parametrize("text", ["", "someday", "every friday", "dec 11 to dec 7 2026", "every month through June"])
def test_days_that_can_not_be(text: str) -> None:
    with pytest.raises(InvalidEntry):
        logged(text)


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 40), st.integers(0, 30))
def test_days_off_are_read_back_from_their_words(first: date, step: int, times: int) -> None:
    last = date.fromordinal(first.toordinal() + step * times)
    days = LeaveEntry(first=first, last=last, every_days=step if times else 1)
    assert logged(entry_words(days)) == (days,)


@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS.split(" ")), max_size=9).map(" ".join))
def test_no_text_is_too_odd_for_the_log(text: str) -> None:
    where = "first"
    try:
        assert all(entry.first <= entry.last for entry in logged(text))
    except InvalidEntry as refused:
        where = refused.field
    assert where == "first"


@pytest.mark.parametrize(
    "typed", ["Dec 1-12 2025", "Dec 1-12, 2025", "Dec 1 to Dec 12 2025", "Dec 1 through Dec 12, 2025"]
)
def test_a_year_at_the_end_is_that_of_both_days(typed: str) -> None:
    (entry,) = parse(typed, TODAY, past=True)
    assert (entry.first, entry.last) == (date(2025, 12, 1), date(2025, 12, 12))
