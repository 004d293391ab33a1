"""One line of any kind: what it is, and which words are a day or a time."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_any import AnyKind, read_any

TODAY = date(2026, 11, 22)
MORNING = datetime.combine(TODAY, time(8))


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
        ("tomorrow", AnyKind.TASK, "", date(2026, 11, 23), None),
    ],
)
def test_a_line_is_read(line: str, kind: AnyKind, text: str, day: date | None, clock: time | None) -> None:
    read = read_any(line, MORNING)
    assert (read.kind, read.text, read.day, read.clock) == (kind, text, day, clock)


def test_what_somebody_chose_goes_before_what_the_words_say() -> None:
    assert read_any("parking 12.50", MORNING, AnyKind.TASK).kind is AnyKind.TASK


WORDS = """
    morning night infusion every until
    walk the dog Ana Ben mom lunch every each day other week monday mon wed thursdays Sun Sat friday tonight tomorrow
    yesterday at 5 8:15 pm am noon from to until 1-5pm 2-4 in for me myself 20 minutes min half an hour hours off work
    fmla took next this on by Dec 1 12/3 3 people remind Remind note: question: can she had nausea drives $4 , .
"""
LEADING = re.compile(r"^(?:remind me|reminder|remember|note:|journal)", re.IGNORECASE)


def words_in(text: str) -> Counter[str]:
    """The words of a text and how often each is there."""
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


@given(st.lists(st.sampled_from(WORDS.split()) | st.text(max_size=6), max_size=12).map(" ".join))
def test_no_word_of_any_line_is_lost(line: str) -> None:
    try:
        read = read_any(line, MORNING)
    except InvalidEntry:  # it is asked back, and nothing is kept
        return
    assert read.whole == " ".join(line.split())
    if read.text and not LEADING.match(read.whole):
        assert not words_in(read.whole) - words_in(" ".join([read.text, *read.taken]))
