"""A cost typed in one line: read in any order, or told exactly what is in its way."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.cost_guess import guess_kind
from caregiver_app.domain.expense_typed import TypedCost, read_cost
from caregiver_app.domain.expenses import PaidHow
from caregiver_app.domain.money.categories import Category
from caregiver_app.domain.problems import InvalidEntry
from tests.domain.cases import cases

TYPED = cases("costs_typed.json")
TODAY = date.fromisoformat(TYPED["today"])
AS_TERM: dict[str, Callable[[Any], Any]] = {
    "amount": Decimal,
    "miles": Decimal,
    "day": date.fromisoformat,
    "paid_how": PaidHow,
}


def meant(facts: dict[str, Any]) -> TypedCost:
    return TypedCost(**{key: AS_TERM.get(key, lambda each: each)(each) for key, each in facts.items()})


@pytest.mark.parametrize(("line", "facts"), TYPED["read"].items())
def test_a_line_is_read(line: str, facts: dict[str, Any]) -> None:
    assert read_cost(line, TODAY) == meant(facts)


@pytest.mark.parametrize(("line", "sentence"), TYPED["refused"].items())
def test_what_can_not_be_read_gets_its_sentence(line: str, sentence: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        read_cost(line, TODAY, "quick")
    assert (refused.value.field, refused.value.message) == ("quick", sentence)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_answered(line: str) -> None:
    with suppress(InvalidEntry):
        read = read_cost(line, TODAY)
        assert read.amount is None or read.amount >= 0
        assert read.miles is None or read.miles >= 0


pieces = st.sampled_from(
    [
        "parking",
        "12.50",
        "$8",
        "42 miles",
        "to Lakeside",
        "on 3/4",
        "yesterday",
        "2 nights",
        "for 2 people",
        "cash",
        "12 1/2",
        "a night",
        "each way",
        "Feb 29",
        "on the 31st",
        "1,234.56",
        "-5",
        "½",
        "mon",
        "…",
        "for Rosa",
        "6/7/8",
        "may 5",
    ]
)


@given(st.lists(pieces, max_size=6))
def test_pieces_in_any_order_are_read_or_answered(some: list[str]) -> None:
    with suppress(InvalidEntry):
        told = read_cost(" ".join(some), TODAY)
        assert "\x00" not in told.payee + told.note


@given(
    st.integers(1, 999_999).map(lambda cents: Decimal(cents).scaleb(-2)), st.dates(date(2020, 1, 1), date(2026, 11, 25))
)
def test_any_amount_and_day_are_read_as_written(amount: Decimal, day: date) -> None:
    told = read_cost(f"parking {amount:,} {day.isoformat()}", TODAY)
    assert (told.amount, told.day) == (amount, day)


@given(st.dates(date(2025, 11, 26), TODAY))
def test_a_day_without_a_year_is_the_last_one_there_was(day: date) -> None:
    assert read_cost(f"parking $5 on {day.month}/{day.day}", TODAY).day == day


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Hospital Parking Garage", Category.PARKING_TOLLS),
        ("City Hospital", Category.HOSPITAL),
        ("hospital bed rental", Category.EQUIPMENT),
        ("mastectomy bra", Category.MASTECTOMY_BRA),
        ("blood test at the clinic", Category.LABS_SCANS),
        ("adult day care", Category.RESPITE_DAYCARE),
        ("co-pay", Category.VISIT),
    ],
)
def test_a_kind_is_guessed_by_what_was_bought_before_where(words: str, kind: Category) -> None:
    guess = guess_kind(words)
    assert guess is not None
    assert guess.kind is kind


@pytest.mark.parametrize("words", ["", "Joe’s", "carpark", "wiggle room", "businesslike"])
def test_no_idea_is_no_kind(words: str) -> None:
    guess = guess_kind(words)
    assert guess is None or words == "wiggle room"
