"""How people type days they may take, what was understood, and what is asked back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.leave.entries import LeaveEntry
from caregiver_app.domain.leave_plan_words import YEARS_AHEAD, parse, read
from caregiver_app.domain.leave_stretches import Stretch, words_of
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
        LeaveEntry(first=date(2026, 11, 27), last=date(2027, 6, 30), every_days=14),
    )
    assert parse("Dec 7 to Dec 11; Mondays 4 hours until March", TODAY) == (
        LeaveEntry(first=date(2026, 12, 7), last=date(2026, 12, 11)),
        LeaveEntry(first=date(2026, 11, 23), last=date(2027, 2, 28), every_days=7, minutes=240),
    )


def test_weekdays_become_one_entry_each() -> None:
    monday, friday = parse("every mon and fri through Dec 18", TODAY)
    assert (monday.first, friday.first) == (date(2026, 11, 23), date(2026, 11, 27))
    assert (monday.every_days, friday.every_days, monday.last, friday.last) == (7, 7, *[date(2026, 12, 18)] * 2)


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
