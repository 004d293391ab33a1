"""Days, times and lengths as people type them, and their way back into words."""

from __future__ import annotations

import locale
from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.calendar import When
from caregiver_app.domain.entries import parse_day, parse_days_list, parse_minutes, parse_time
from caregiver_app.domain.kinds import PartOfDay
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words, long_day, minutes_words, short_day, time_words, weekdays_words
from tests.domain.cases import cases

DAYS = cases("days_typed.json")
TIMES = cases("times_typed.json")
TODAY = date.fromisoformat(DAYS["today"])
days = st.dates(date(1950, 1, 1), date(2150, 12, 31))
whens = st.builds(When, clock=st.times().map(lambda clock: clock.replace(second=0, microsecond=0))) | st.builds(
    When, part=st.sampled_from(PartOfDay) | st.none()
)


@pytest.mark.parametrize(("text", "day"), DAYS["read"].items())
def test_a_day_is_read(text: str, day: str) -> None:
    assert parse_day(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(("text", "sentence"), DAYS["refused"].items())
def test_a_day_that_can_not_be_read_gets_a_sentence_at_its_field(text: str, sentence: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        parse_day(text, TODAY, field="until")
    assert (refused.value.field, refused.value.message) == ("until", sentence)


@pytest.mark.parametrize(("text", "encoded"), TIMES["read"].items())
def test_a_time_is_read(text: str, encoded: str) -> None:
    assert parse_time(text) == When.decoded(encoded)


@pytest.mark.parametrize(("text", "sentence"), TIMES["refused"].items())
def test_a_time_that_can_not_be_read_gets_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        parse_time(text)
    assert (refused.value.field, refused.value.message) == ("when", sentence)


@pytest.mark.parametrize(("text", "minutes"), TIMES["lengths"].items())
def test_a_length_is_read(text: str, minutes: int | None) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize(("text", "sentence"), TIMES["lengths_refused"].items())
def test_a_length_that_can_not_be_read_gets_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        parse_minutes(text)
    assert (refused.value.field, refused.value.message) == ("minutes", sentence)


@pytest.mark.parametrize(("text", "weekdays"), TIMES["weekdays"].items())
def test_weekdays_are_read(text: str, weekdays: list[int]) -> None:
    assert parse_days_list(text) == tuple(weekdays)


@pytest.mark.parametrize(("text", "sentence"), TIMES["weekdays_refused"].items())
def test_weekdays_that_can_not_be_read_get_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        parse_days_list(text)
    assert (refused.value.field, refused.value.message) == ("repeat", sentence)


@given(days, days)
def test_a_day_told_with_its_year_is_read_as_the_same_day(day: date, today: date) -> None:
    assert parse_day(day_words(day, with_year=True), today) == day
    assert parse_day(day.isoformat(), today) == day


@given(days, st.integers(-80, 250))
def test_a_day_near_today_is_read_as_the_same_day_without_its_year(today: date, apart: int) -> None:
    day = today + timedelta(apart)
    for words in (day_words(day), long_day(day), short_day(day), f"{day.month}/{day.day}"):
        assert parse_day(words, today) == day


@given(whens, st.booleans())
def test_a_time_told_is_read_as_the_same_time(when: When, clock24: bool) -> None:
    assert parse_time(time_words(when, clock24)) == when


@given(st.integers(1, 24 * 60))
def test_a_length_told_is_read_as_the_same_length(minutes: int) -> None:
    assert parse_minutes(minutes_words(minutes)) == minutes


@given(st.sets(st.integers(0, 6), min_size=1))
def test_weekdays_told_are_read_as_the_same_days(weekdays: set[int]) -> None:
    assert set(parse_days_list(weekdays_words(weekdays))) == weekdays


@given(st.text(max_size=40) | st.text("0123456789/:-. amphnov+", max_size=12), days)
def test_whatever_is_typed_is_read_or_refused_with_a_sentence(text: str, today: date) -> None:
    for sentence in (refusal(parse_day, text, today), refusal(parse_time, text), refusal(parse_minutes, text)):
        assert sentence == "" or sentence.endswith((".", ".”"))
        assert len(sentence) < 150


def refusal(read: Callable[..., object], *typed: object) -> str:
    """The sentence that a reader refuses with; empty when it could read what was typed."""
    try:
        read(*typed)
    except InvalidEntry as refused:
        return refused.message
    return ""


def test_ten_thousand_digits_are_refused_like_anything_else() -> None:
    for read in (lambda text: parse_day(text, TODAY), parse_time, parse_minutes):
        with pytest.raises(InvalidEntry):
            read("9" * 10_000)


def test_names_of_days_do_not_depend_on_the_language_of_the_computer() -> None:
    before = locale.setlocale(locale.LC_ALL)
    try:
        for name in ("de_DE.UTF-8", "pl_PL.UTF-8", "C"):
            try:
                locale.setlocale(locale.LC_ALL, name)
            except locale.Error:  # not on this computer
                continue
            assert day_words(date(2026, 11, 24)) == "Tue Nov 24"
            assert parse_day("tue nov 24", TODAY) == date(2026, 11, 24)
    finally:
        locale.setlocale(locale.LC_ALL, before)


def test_clock_times_are_told_both_ways() -> None:
    assert time_words(When(clock=time(15)), clock24=False) == "3:00 pm"
    assert time_words(When(clock=time(0, 5)), clock24=False) == "12:05 am"
    assert time_words(When(clock=time(15)), clock24=True) == "15:00"
    assert time_words(When(), clock24=True) == "Any time"
