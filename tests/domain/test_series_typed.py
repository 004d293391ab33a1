"""How families type that a visit comes again, what was understood, and what is asked back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.entries.series import offered_series, parse_series, series_words
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.series import dates_of
from tests.domain.cases import cases

TODAY, FIRST = date(2026, 11, 22), date(2026, 12, 1)
NUMBERS = st.integers(1, 200)


@pytest.mark.parametrize("case", cases("series_typed.json"), ids=lambda case: case["typed"])
def test_a_repeat_is_understood_or_asked_back(case: dict[str, str]) -> None:
    if "told" in case:
        with pytest.raises(InvalidEntry) as refused:
            parse_series(case["typed"], FIRST, TODAY)
        assert (refused.value.field, refused.value.message) == ("repeat", case["told"])
    else:
        assert series_words(parse_series(case["typed"], FIRST, TODAY)) == case["means"]


@pytest.mark.parametrize("words", offered_series())
def test_what_is_offered_reads_back_as_itself(words: str) -> None:
    assert series_words(parse_series(words, FIRST, TODAY)) == words


@st.composite
def repeats(draw: st.DrawFn) -> Repeat:
    """Repeats that a form may hold."""
    every = draw(st.sampled_from(Every))
    end = {"count": draw(NUMBERS)} if draw(st.booleans()) else {"until": draw(st.dates(FIRST, date(2028, 12, 31)))}
    if every is Every.DAYS:
        return Repeat(every=every, n=draw(st.integers(1, 366)), **end)
    if every is Every.WEEKS:
        on = draw(st.sets(st.integers(0, 6), min_size=1))
        return Repeat(every=every, n=draw(st.integers(1, 8)), on=tuple(sorted(on)), **end)
    n = draw(st.integers(2, 60))
    on = draw(st.sets(st.integers(1, n), min_size=1, max_size=20))
    return Repeat(every=every, n=n, on=tuple(sorted(on)), **end)


@given(repeats())
def test_words_of_a_repeat_are_read_back_to_the_same_days(repeat: Repeat) -> None:
    again = parse_series(series_words(repeat), FIRST, TODAY)
    assert again == repeat


@given(st.text(max_size=60))
def test_no_text_is_too_odd_to_answer(text: str) -> None:
    told = ""
    try:
        dates_of(FIRST, parse_series(text, FIRST, TODAY))
    except InvalidEntry as refused:
        told = refused.message
        where = refused.field
    assert not told or where == "repeat"
