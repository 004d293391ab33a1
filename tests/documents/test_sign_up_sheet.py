"""The sign-up sheet: what still needs someone, with room for a name and a number each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caregiver_app.documents.pages import Stamp
from caregiver_app.documents.paper import Look
from caregiver_app.documents.sign_up_sheet import SignUpRow, SignUpSheet, sign_up_sheet
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.household import Paper
from tests.documents import reading

MONDAY = date(2026, 11, 23)
STAMP = Stamp(printed_at="Sun Nov 22 2026, 6:40 pm", copy=1, contact="Sam", phone="555-0100")
LOOKS = [Look(paper=paper, large=large) for paper in Paper for large in (False, True)]
ROWS = (
    SignUpRow(day=MONDAY, time="afternoon", what="Set up the guest room"),
    SignUpRow(day=MONDAY + timedelta(9), what="Rake the front yard", still_needed=2),
)
SHEET = SignUpSheet(span=Span(MONDAY, MONDAY + timedelta(13)), rows=ROWS, stamp=STAMP)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_open_tasks_have_lines_for_names_and_numbers(look: Look) -> None:
    pdf = sign_up_sheet(SHEET, look)
    reading.is_sound(pdf, smallest_item=18 if look.large else 14)
    text = reading.words(pdf)
    for words in ("Can you help?", "Mon Nov 23 – Sun Dec 6 2026", "Wed Dec 2", "name", "phone", "Sam 555-0100"):
        assert words in text
    assert "Tue Nov 24" not in text


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_long_lists_and_long_words_are_sound(look: Look) -> None:
    rows = [replace(ROWS[0], day=MONDAY + timedelta(n // 20), what=f"Task {n} now") for n in range(500)]
    long = replace(ROWS[0], day=MONDAY + timedelta(27), what="x" * 2000, still_needed=20)
    pdf = sign_up_sheet(replace(SHEET, rows=(*rows, long)), look)
    reading.is_sound(pdf, smallest_item=18 if look.large else 14)
    text = reading.words(pdf)
    assert all(f"Task {n} now" in text for n in range(500))
    assert text.count("x") >= 2000


def test_nothing_open_is_a_form_to_fill_in_by_hand() -> None:
    pdf = sign_up_sheet(replace(SHEET, rows=()), Look())
    reading.is_sound(pdf)
    assert "day and time what name phone" in reading.words(pdf)
    assert len(reading.pages(pdf)) == 1
