"""The employer's count as it is typed or pasted."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.leave_counts_typed import counts_text, parse_counts
from caregiver_app.domain.problems import InvalidEntry

TODAY = date(2026, 11, 22)
NOV_3 = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("Nov 3, 8 hours", 480),
        ("nov 3: 7:30", 450),
        ("Nov 3 7.5", 450),
        ("11/3 8", 480),
        ("11/3/2026\tFMLA\tapproved\t8.00", 480),
        ("2026-11-03; 4", 240),
        ("2026-11-03 4 h 15 min", 255),
        ("Tue Nov 3, 2026 – 45 min", 45),
        ("3 Nov = 0", 0),
    ],
)
def test_a_line_is_a_day_and_its_hours(line: str, minutes: int) -> None:
    assert parse_counts(line, TODAY) == {NOV_3: minutes}


def test_a_day_without_a_year_is_one_that_is_over() -> None:
    assert list(parse_counts("Mar 3 8\nDec 1 8\n12/30 8", TODAY)) == [
        date(2026, 3, 3), date(2026, 12, 1), date(2025, 12, 30),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nov 3", "Line 1: “Nov 3” does not read as a day and hours. Try “Nov 3, 8 hours.”"),
        ("Day Hours\nNov 3 8\nNov 3 4", "Line 3: Tue Nov 3 2026 is there twice. Put its hours in one line."),
        ("Nov 3 26", "Line 1: “Nov 3 26” does not read as a day and hours. Try “Nov 3, 8 hours.”"),
        ("11/3 8\n" * 1001, "These are more than 1,000 lines. Paste a part of them."),
    ],
)
def test_what_does_not_read_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        parse_counts(text, TODAY)
    assert (refused.value.field, refused.value.message) == ("counts", told)


@given(st.dictionaries(st.dates(date(2020, 1, 1), TODAY), st.integers(1, 1440), max_size=20))
def test_lines_read_back_as_themselves(counts: dict[date, int]) -> None:
    assert parse_counts(counts_text(counts.items()), TODAY) == counts


@given(st.text(max_size=60))
def test_no_text_is_too_odd_to_answer(text: str) -> None:
    where = "counts"
    try:
        parse_counts(text, TODAY)
    except InvalidEntry as refused:
        where = refused.field
    assert where == "counts"
