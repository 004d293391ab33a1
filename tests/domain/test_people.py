"""The people of the circle: what is refused, when they are away or ill, and how they are named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.people import Person, Role, short_names
from caregiver_app.domain.problems import InvalidEntry
from tests.domain.cases import Case

ANA = Person(name="Ana Lindqvist")
DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"name": "  "}, "name", "Type a name, like “Ana.”"),
        (
            {"name": "x" * 201},
            "name",
            "This name is very long. Keep it to 200 letters; the rest can go in the notes.",
        ),
        ({"email": "ana"}, "email", "An email needs an @ and a place, like ana@example.com."),
        ({"email": "ana@example"}, "email", "An email needs an @ and a place, like ana@example.com."),
        ({"email": "a na@example.com"}, "email", "An email needs an @ and a place, like ana@example.com."),
        ({"at_most": 0}, "at_most", "Type a number from 1 to 99, or leave it empty."),
        ({"away": (Span(DAY, date(2026, 11, 23)),)}, "away", "The end day is before the start day."),
        ({"notes": "x" * 20_001}, "notes", "This note is over 20,000 letters. Please keep a shorter one here."),
    ],
)
def test_a_person_that_can_not_be_is_refused_at_the_field(wrong: Case, field: str, sentence: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        replace(ANA, **wrong)
    assert (refused.value.field, refused.value.message) == (field, sentence)


@pytest.mark.parametrize("name", ["x" * 60, "🙂 Ben", "مريم العلي", "Đặng Thu Hà", "O’Brien", "李小龙"])
def test_names_of_any_kind_are_kept_as_typed(name: str) -> None:
    assert Person(name=name, notes="n" * 10_000, email="ana+help@example.com").name == name


def test_a_cold_lasts_through_its_last_day() -> None:
    person = replace(ANA, cold_until=DAY)
    assert person.has_cold(DAY)
    assert not person.has_cold(date(2026, 11, 25))
    assert not ANA.has_cold(DAY)


def test_an_initial_is_added_only_where_two_share_a_first_name() -> None:
    people = [Person(name=name) for name in ("Ana Lindqvist", "ana Nowak", "Ben Okoro", "Ana", "Rosa")]
    assert list(short_names(people).values()) == ["Ana L.", "ana N.", "Ben", "Ana", "Rosa"]


@given(st.lists(st.builds(Person, name=st.text(min_size=1).filter(str.strip).filter(lambda name: len(name) <= 200))))
def test_everybody_gets_a_short_name(people: list[Person]) -> None:
    names = short_names(people)
    assert set(names) == {person.id for person in people}
    assert all(name.strip() for name in names.values())


def test_a_service_is_called_by_its_whole_name() -> None:
    vans = [Person(name="Lakeside  van", role=Role.SERVICE), Person(name="Lakeside taxi", role=Role.SERVICE)]
    assert [van.first_name for van in vans] == ["Lakeside van", "Lakeside taxi"]
    assert list(short_names(vans).values()) == ["Lakeside van", "Lakeside taxi"]
