"""The helper's half sheet: only their own things, two sheets on a page, nothing cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caregiver_app.documents.helper_sheet import HelperRow, HelperSheet, helper_sheet, helper_sheets
from caregiver_app.documents.pages import Stamp
from caregiver_app.documents.paper import MM, Look
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.household import Paper
from tests.documents import reading

MONDAY = date(2026, 11, 23)
STAMP = Stamp(printed_at="Sun Nov 22 2026, 6:40 pm", copy=1, contact="Sam", phone="555-0100")
LOOKS = [Look(paper=paper, large=large) for paper in Paper for large in (False, True)]
ROWS = (
    HelperRow(day=MONDAY, time="5:30 pm", what="Dinner for 4", length="30 min", note="Leave it in the cooler."),
    HelperRow(day=MONDAY + timedelta(1), time="8:15 am", what="Morning drive", place="Lakeside, north door"),
    HelperRow(day=MONDAY + timedelta(5), what="Rake the yard", done=True),
)
ANA = HelperSheet(
    name="Ana", span=Span(MONDAY, MONDAY + timedelta(6)), rows=ROWS, please="Wash your hands.", stamp=STAMP
)


def test_it_thanks_tells_and_lets_go() -> None:
    text = reading.words(helper_sheet(ANA, Look()))
    for words in (
        "Thank you, Ana",
        "Mon Nov 23 – Sun Nov 29 2026",
        "5:30 pm Dinner for 4 30 min Leave it in the cooler.",
        "Lakeside, north door",
        "If you can’t make it: tell Sam, 555-0100, as early as you can. No reason needed.",
        "Please Wash your hands.",
        "copy 1 – questions: Sam 555-0100",
    ):
        assert words in text


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_two_helpers_share_a_page_and_a_third_begins_the_next(look: Look) -> None:
    ben = replace(ANA, name="Ben", rows=ROWS[:1])
    pdf = helper_sheets([ben, replace(ben, name="Łukasz"), replace(ben, name="Đặng", rows=())], look)
    reading.is_sound(pdf, halves=True, smallest_item=18 if look.large else 14)
    texts = reading.pages(pdf)
    assert len(texts) == 2
    assert "Thank you, Ben" in texts[0]
    assert "Thank you, Łukasz" in texts[0]
    assert "Nothing is planned for you" in texts[1]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_busy_month_and_long_words_go_on_over_more_half_sheets(look: Look) -> None:
    long = HelperRow(day=MONDAY + timedelta(6), what="x" * 2000, place="Supercalifragilistic" * 9, note="note " * 400)
    rows = [replace(ROWS[0], day=MONDAY + timedelta(n)) for n in range(6)]
    pdf = helper_sheet(replace(ANA, name="N" * 60, rows=(*rows, long)), look)
    reading.is_sound(pdf, halves=True, smallest_item=18 if look.large else 14)
    assert reading.words(pdf).count("Leave it in the cooler.") == 6
    assert "page 1 of" in reading.words(pdf)
    assert reading.letters(pdf).count("x") >= 2000


def test_house_notes_stand_at_the_foot_line_by_line() -> None:
    text = reading.words(helper_sheet(replace(ANA, house_notes="Side door.\nTea: left cupboard."), Look()))
    assert "House notes Side door. Tea: left cupboard." in text
    assert text.index("Please Wash") < text.index("House notes") < text.index("copy 1")
    assert "House notes" not in reading.words(helper_sheet(ANA, Look()))


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(
    ("words", "counted"), [("Mugs are left. " * 133, "Mugs"), ("W" * 2000, "W"), ("One.\n" * 400, "One.")]
)
def test_house_notes_of_2000_letters_go_on_over_the_next_half_sheet(look: Look, words: str, counted: str) -> None:
    pdf = helper_sheet(replace(ANA, house_notes=words), look)
    reading.is_sound(pdf, halves=True, smallest_item=18 if look.large else 14)
    assert "House notes, continued" in reading.words(pdf)
    assert reading.letters(pdf).count(counted) >= words.count(counted)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_fold_marks_stand_at_the_middle_of_each_edge_away_from_all_words(look: Look) -> None:
    pdf = helper_sheets([ANA, replace(ANA, name="Ben")], look)
    width, height = reading.paper(pdf)
    middles = [(width * column / 4, height / 2) for column in (1, 3)]
    boxes = reading.safe_boxes(pdf, halves=True)
    marks = [
        mark
        for mark in reading.strokes(pdf)
        if max(mark.right - mark.left, mark.top - mark.bottom) < 4 * MM
        and all(mark.right < box[0] or mark.left > box[2] or mark.top < box[1] or mark.bottom > box[3] for box in boxes)
    ]
    assert len(marks) == 8
    for mark in marks:
        x, y = (mark.left + mark.right) / 2, (mark.bottom + mark.top) / 2
        assert any(abs(x - middle[0]) < 0.1 or abs(y - middle[1]) < 0.1 for middle in middles)
        assert not [piece for piece in reading.pieces(pdf) if piece.overlaps(mark)]
        assert min(x, y, width - x, height - y) > 4 * MM  # where printers still print
    assert reading.words(pdf).count("Fold twice at the small marks to fit a wallet.") == 2


def test_500_things_are_all_there() -> None:
    rows = tuple(replace(ROWS[0], day=MONDAY + timedelta(n // 20), what=f"Task {n} now") for n in range(500))
    pdf = helper_sheet(replace(ANA, rows=rows), Look())
    reading.is_sound(pdf, halves=True)
    text = reading.words(pdf)
    assert all(f"Task {n} now" in text for n in range(500))


def test_without_a_name_it_is_a_form_to_fill_in_by_hand() -> None:
    pdf = helper_sheet(HelperSheet(span=ANA.span, stamp=STAMP), Look())
    reading.is_sound(pdf, halves=True)
    assert "Thank you, ____" in reading.words(pdf)


def test_the_same_sheets_twice_are_the_same_file() -> None:
    assert helper_sheets([ANA, ANA], Look()) == helper_sheets([ANA, ANA], Look())
