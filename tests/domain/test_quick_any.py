"""One line of any kind: what it is, and which words are a day or a time."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.quick_any import AnyKind, read_any

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("line", "kind", "text", "day", "clock"),
    [
        ("Walk the dog tomorrow 5pm", AnyKind.TASK, "Walk the dog", date(2026, 11, 23), time(17)),
        ("CT scan Tue Dec 1 at 9:15 am", AnyKind.VISIT, "CT scan", date(2026, 12, 1), time(9, 15)),
        ("parking 12.50", AnyKind.COST, "parking 12.50", None, None),
        ("$40 pharmacy", AnyKind.COST, "$40 pharmacy", None, None),
        ("drove 42 miles to Lakeside", AnyKind.COST, "drove 42 miles to Lakeside", None, None),
        ("remind me to call HR friday at 10", AnyKind.REMINDER, "call HR", date(2026, 11, 27), time(10)),
        ("Ben 555-0142 drives", AnyKind.HELPER, "Ben 555-0142 drives", None, None),
        ("helper Ana 555-0142", AnyKind.HELPER, "helper Ana 555-0142", None, None),
        ("helper Ana", AnyKind.HELPER, "helper Ana", None, None),
        ("Journal: tired but okay today", AnyKind.JOURNAL, "tired but okay today", None, None),
        ("lunch 9", AnyKind.COST, "lunch 9", None, None),
        ("Coffee with Ana 6 yesterday", AnyKind.COST, "Coffee with Ana 6 yesterday", None, None),
        ("taxi to the clinic 23", AnyKind.COST, "taxi to the clinic 23", None, None),
        ("lunch at 12", AnyKind.TASK, "lunch", None, time(12)),
        ("lunch 12 tomorrow", AnyKind.TASK, "lunch 12", date(2026, 11, 23), None),
        ("CT scan 9", AnyKind.TASK, "CT scan 9", None, None),
        ("Bring lunch to apartment 9", AnyKind.TASK, "Bring lunch to apartment 9", None, None),
        ("drive Leo 3", AnyKind.TASK, "drive Leo 3", None, None),
        ("Dinner for 4", AnyKind.TASK, "Dinner for 4", None, None),
        ("May flowers", AnyKind.TASK, "May flowers", None, None),
        ("Dentist", AnyKind.TASK, "Dentist", None, None),
        ("tomorrow", AnyKind.TASK, "tomorrow", date(2026, 11, 23), None),
    ],
)
def test_a_line_is_read(line: str, kind: AnyKind, text: str, day: date | None, clock: time | None) -> None:
    read = read_any(line, TODAY)
    assert (read.kind, read.text, read.day, read.clock) == (kind, text, day, clock)


def test_what_somebody_chose_goes_before_what_the_words_say() -> None:
    assert read_any("parking 12.50", TODAY, AnyKind.TASK).kind is AnyKind.TASK


@given(st.text(max_size=80))
def test_any_line_can_be_read_and_keeps_its_words(line: str) -> None:
    read = read_any(line, TODAY)
    assert read.whole == " ".join(line.split())
    assert bool(read.text) == bool(read.whole)
