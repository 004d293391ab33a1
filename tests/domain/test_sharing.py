"""Words that should not hang on the fridge, and neutral ones in their place."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.calendar import ANY_TIME, When
from caregiver_app.domain.kinds import Audience, PartOfDay, TaskKind
from caregiver_app.domain.sharing import first_audience, fridge_words_found, neutral_title
from tests.domain.cases import DATA

PHRASES = [
    line for line in (DATA / "fridge_words.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"
]


def test_the_list_has_at_least_eighty_words_and_phrases() -> None:
    assert len(set(PHRASES)) >= 80


@pytest.mark.parametrize("phrase", PHRASES)
def test_each_is_found_wherever_it_stands(phrase: str) -> None:
    for text in (phrase, phrase.upper(), f"Soup, {phrase.capitalize()}; bread", f"({phrase})", f"“{phrase}.”"):
        assert fridge_words_found(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The spare key is under the mat, code 4411", ["spare key", "under the mat", "code"]),
        ("Call 555-0142 or (555) 555-0142", ["555-0142", "(555) 555-0142"]),
        ("Park at 123 Maple Street", ["123 Maple Street"]),
        ("12 oak hill ave, blue gate", ["12 oak hill ave"]),
        ("Account 12345678", ["12345678"]),
        ("5 mg at noon", ["5 mg"]),
        ("$20 for gas", ["$20"]),
        ("Write to ana@example.com", ["ana@example.com"]),
        ("Alone, alone and ALONE", ["Alone"]),
        ("Chemotherapy bag", ["Chemotherapy"]),
        ("Since her stroke, dementia or Parkinson’s", ["stroke", "dementia", "Parkinson’s"]),
        ("Maria’s prescriptions", ["prescriptions"]),
        ("Out of\n town", ["Out of town"]),
    ],
)
def test_what_is_found_is_told_as_it_stands(text: str, found: list[str]) -> None:
    assert fridge_words_found(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Please wash your hands at the door.\nNot feeling well? Please call first.",
        "Dinner for 4, no dairy",
        "Walk Biscuit at 8:00 am",
        "Groceries, list on the counter",
        "Turkey for Thanksgiving, 11/26/2026",
        "Nov 24 2026, 6:40 pm, copy 2",
        "2026-11-26",
        "A walk of 30 min on Oak Road",
        "Monkey bars, encoding and keyboards",
        "Will Bill drill the wall?",
        "🙂 مريم 李小龙",
    ],
)
def test_plain_words_are_left_in_peace(text: str) -> None:
    assert fridge_words_found(text) == []


@given(st.text(max_size=200))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    for word in fridge_words_found(text):
        assert word in " ".join(text.split())


@pytest.mark.parametrize(
    ("kind", "title", "audience"),
    [
        (TaskKind.MEAL, "Dinner drop-off", Audience.FRIDGE),
        (TaskKind.ERRAND, "Pick up prescription", Audience.HELPER),
        (TaskKind.ERRAND, "Pharmacy run", Audience.HELPER),
        (TaskKind.RIDE, "Airport", Audience.HELPER),
        (TaskKind.VISIT, "Tea", Audience.HELPER),
        (TaskKind.CHILDCARE, "School pick-up", Audience.HELPER),
        (TaskKind.STAY, "Sit with Maria", Audience.HELPER),
        (TaskKind.PETS, "Walk Biscuit", Audience.FRIDGE),
    ],
)
def test_what_shows_who_is_alone_or_ill_starts_at_helper(kind: TaskKind, title: str, audience: Audience) -> None:
    assert first_audience(kind, title) is audience


@pytest.mark.parametrize(
    ("kind", "title", "when", "neutral"),
    [
        (TaskKind.RIDE, "Drive to radiation", When(clock=time(8, 15)), "Morning drive"),
        (TaskKind.RIDE, "Drive to radiation", When(part=PartOfDay.MIDDAY), "Midday drive"),
        (TaskKind.RIDE, "Drive to radiation", ANY_TIME, "Drive"),
        (TaskKind.STAY, "Sit with Maria", ANY_TIME, "Visit"),
        (TaskKind.ERRAND, "Pick up prescription", ANY_TIME, "Pick-up"),
        (TaskKind.MEAL, "Chemo day soup", ANY_TIME, "Meal"),
        (TaskKind.MEAL, "Soup", ANY_TIME, ""),
    ],
)
def test_neutral_words_are_offered_where_they_are_needed(kind: TaskKind, title: str, when: When, neutral: str) -> None:
    assert neutral_title(kind, title, when) == neutral


@given(st.sampled_from(TaskKind), st.sampled_from([ANY_TIME, *(When(part=part) for part in PartOfDay)]))
def test_neutral_words_are_fit_for_the_fridge(kind: TaskKind, when: When) -> None:
    assert fridge_words_found(neutral_title(kind, "Chemo", when)) == []
