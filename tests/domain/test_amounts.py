"""Money, miles and numbers of days as people type them: read to the cent, or told what to type instead."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.entries import parse_count, parse_dollars, parse_miles, parse_slide
from caregiver_app.domain.problems import InvalidEntry
from tests.domain.cases import cases

TYPED = cases("amounts_typed.json")
READERS: dict[str, Callable[..., object]] = {
    "dollars": parse_dollars,
    "miles": parse_miles,
    "slides": parse_slide,
    "counts": parse_count,
}
READ = [(name, text, meant) for name in READERS for text, meant in TYPED[name].items()]
REFUSED = [(name, text, sentence) for name in READERS for text, sentence in TYPED[f"{name}_refused"].items()]


@pytest.mark.parametrize(("name", "text", "meant"), READ)
def test_what_was_typed_is_read_exactly(name: str, text: str, meant: str | int | None) -> None:
    expected = Decimal(meant) if isinstance(meant, str) else meant
    assert READERS[name](text) == expected


@pytest.mark.parametrize(("name", "text", "sentence"), REFUSED)
def test_what_can_not_be_read_gets_a_sentence_at_its_field(name: str, text: str, sentence: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        READERS[name](text, field="there")
    assert (refused.value.field, refused.value.message) == ("there", sentence)


@given(st.decimals(0, 999_999, places=2))
def test_every_amount_in_cents_is_read_as_it_is_written(amount: Decimal) -> None:
    assert parse_dollars(f"${amount:,}") == amount


@given(st.text(max_size=20), st.sampled_from(sorted(READERS)))
def test_whatever_is_typed_is_read_or_answered(text: str, name: str) -> None:
    with suppress(InvalidEntry):
        READERS[name](text)
