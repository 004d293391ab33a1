"""What is known of a person, told back in plain words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.people import Person, Slot
from caregiver_app.domain.person_words import free_words, glad_words, kind_words, limit_words, not_now_words

TODAY = date(2026, 11, 22)
ALL = "morning midday afternoon evening"


def slots(days: str, parts: str) -> set[Slot]:
    return {Slot(int(day), PartOfDay(part)) for day in days for part in parts.split()}


@pytest.mark.parametrize(
    ("free", "words"),
    [
        (slots("01234", "morning"), ["Weekday mornings"]),
        (slots("56", "afternoon evening"), ["Weekend afternoons and evenings"]),
        (slots("0123456", "evening"), ["Evenings"]),
        (slots("0123456", ALL), ["Any day"]),
        (slots("01234", ALL), ["Weekdays"]),
        (slots("56", ALL), ["Weekends"]),
        (slots("13", "morning") | slots("5", ALL), ["Tue, Thu mornings", "All day Sat"]),
        (set(), []),
    ],
)
def test_free_times_are_told_in_as_few_words_as_they_need(free: set[Slot], words: list[str]) -> None:
    assert free_words(free) == words


def test_each_kind_of_help_has_a_name_of_its_own() -> None:
    assert len({kind_words(kind) for kind in TaskKind}) == len(TaskKind) == 10
    assert glad_words(Person(name="Ana", glad_to=frozenset({TaskKind.RIDE, TaskKind.MEAL}))) == "meals, rides"


def test_only_what_still_counts_is_told() -> None:
    past, coming = Span(TODAY - timedelta(9), TODAY - timedelta(2)), Span(date(2026, 12, 1), date(2026, 12, 8))
    person = Person(name="Ana", away=(past, coming), cold_until=date(2026, 11, 25))
    assert not_now_words(person, TODAY) == ["Has a cold until Nov 25", "Away Dec 1 – 8"]
    assert not_now_words(person, date(2026, 12, 9)) == []


def test_limits_are_told_in_words() -> None:
    assert [limit_words(n) for n in (1, 2, 5)] == [
        "At most once a month",
        "At most twice a month",
        "At most 5 times a month",
    ]
