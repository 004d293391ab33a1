"""When somebody is away, the way people type it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.away import away_words, parse_away
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.problems import InvalidEntry

TODAY = date(2026, 11, 22)
CASES = json.loads((Path(__file__).parent.parent / "data" / "away.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"])
def test_days_away_are_read_as_typed_or_refused_in_words(case: dict[str, object]) -> None:
    if "says" in case:
        with pytest.raises(InvalidEntry, match=str(case["says"])) as refusal:
            parse_away(str(case["typed"]), TODAY)
        assert refusal.value.field == "away"
        return
    spans = [[span.first.isoformat(), span.last.isoformat()] for span in parse_away(str(case["typed"]), TODAY)]
    assert spans == case["means"]


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 400)), max_size=4))
def test_what_is_written_is_read_back_as_the_same_days(stretches: list[tuple[int, int]]) -> None:
    firsts = [TODAY + timedelta(start) for start, _ in stretches]
    spans = sorted(
        (Span(first, first + timedelta(days)) for first, (_, days) in zip(firsts, stretches, strict=True)),
        key=lambda span: span.first,
    )
    assert list(parse_away(away_words(spans, TODAY), TODAY)) == spans
