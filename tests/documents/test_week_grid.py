"""The week as a big grid: one page, seven columns, each word in its own box; bands where it can't be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.documents.pages import Stamp
from caregiver_app.documents.paper import MM, SIDEWAYS, Look
from caregiver_app.documents.week_grid import grid_trouble, week_grid
from caregiver_app.documents.week_sheet import WeekRow, WeekSheet
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.household import Paper
from tests.documents import reading

MONDAY = date(2026, 11, 23)
STAMP = Stamp(printed_at="Sun Nov 22 2026, 6:40 pm", copy=2, contact="Sam", phone="555-0100")
LOOKS = [Look(paper=paper) for paper in Paper]
COLUMN = SIDEWAYS.across / 7


def on(day: int, what: str = "Dinner for 4, no dairy", **more: object) -> WeekRow:
    row = WeekRow(day=MONDAY + timedelta(day), what=what, time="5:30 pm", who=("Ana",))
    return replace(row, **more)  # type: ignore[arg-type]


def week(*rows: WeekRow, **more: object) -> WeekSheet:
    sheet = WeekSheet(span=Span(MONDAY, MONDAY + timedelta(6)), rows=rows, stamp=STAMP)
    return replace(sheet, **more)  # type: ignore[arg-type]


USUAL = week(
    on(0),
    on(1, "Morning drive", time="morning", who=("Ben",)),
    on(1, "Walk Biscuit", done=True),
    on(3, "Groceries, list on the counter", time="", not_needed=True),
    on(4, "Rake the front yard", time="afternoon", who=(), still_needed=2),
    on(6, "Water the plants", time="12:30 pm", who=("Tom", "Rosa"), still_needed=1),
    please="Wash your hands at the door.\nNot feeling well? Call first.",
    day_names=((MONDAY + timedelta(3), "Thanksgiving Day"),),
)
FULL = week(
    *(
        on(day, "Set up the guest room upstairs", time="12:30 pm", who=(), still_needed=1)
        for day in range(7)
        for _ in range(3)
    ),
    please=USUAL.please,
)


def is_sound(pdf: bytes) -> None:
    """What all sheets keep to, on one page, and no word on the border of a box."""
    reading.is_sound(pdf)
    assert len(reading.pages(pdf)) == 1
    boxes = [box for box in reading.strokes(pdf) if abs(box.right - box.left - COLUMN) < 0.5 * MM]
    pieces = reading.pieces(pdf)
    assert len(boxes) >= 14
    for box in boxes:
        for piece in pieces:
            if piece.overlaps(box):
                assert box.left <= piece.left
                assert piece.right <= box.right
                assert box.bottom <= piece.bottom
                assert piece.top <= box.top


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("data", [USUAL, FULL, week()], ids=["usual", "full", "empty"])
def test_each_word_stands_in_its_own_box_on_every_paper(data: WeekSheet, look: Look) -> None:
    assert grid_trouble(data, look) == ""
    pdf = week_grid(data, look)
    is_sound(pdf)
    assert reading.paper(pdf) == ((792, 612) if look.paper is Paper.LETTER else pytest.approx((841.9, 595.3), abs=0.1))


def test_it_says_what_the_bands_say() -> None:
    text = reading.words(week_grid(USUAL, Look()))
    for words in (
        "Help this week",
        "Mon Nov 23 – Sun Nov 29 2026",
        "Changes? Call Sam 555-0100",
        "tick = done, – = not needed",
        "Thanksgiving Day",
        "T1 5:30 pm Dinner for 4, no dairy Ana",
        "Walk Biscuit Ana, done",
        "Groceries, list on the counter not needed",
        "Rake the front yard name name",
        "Tom, Rosa name",
        "Still needs someone Fri Nov 27: T5 (2 people); Sun Nov 29: T6.",
        "Please Wash your hands at the door.",
        "copy 2, replaces copy 1 – questions: Sam 555-0100",
    ):
        assert words in text


def test_every_thing_has_an_empty_box_to_tick_and_each_day_has_room_for_a_pencil() -> None:
    pdf = week_grid(USUAL, Look())
    ticks = [box for box in reading.strokes(pdf) if abs(box.right - box.left - 5 * MM) < 3 and box.top - box.bottom > 9]
    assert len(ticks) == 6 + 7
    assert not [piece for piece in reading.pieces(pdf) for tick in ticks if piece.overlaps(tick)]


def test_lines_for_phone_numbers_are_there_only_when_wanted() -> None:
    assert "phone" not in reading.words(week_grid(USUAL, Look()))
    both = replace(USUAL, phone_lines=True)
    assert grid_trouble(both, Look()) == ""
    is_sound(week_grid(both, Look()))
    assert reading.words(week_grid(both, Look())).count("phone") == 3


def test_a_name_we_have_no_letters_for_is_a_line_to_write_on() -> None:
    data = week(on(0, who=("李小龙",)), on(1, who=("Đặng Thu Hà",)))
    pdf = week_grid(data, Look())
    is_sound(pdf)
    assert "李" not in reading.words(pdf)
    assert "Đặng Thu Hà" in reading.words(pdf)


@pytest.mark.parametrize(
    ("data", "look", "why"),
    [
        (week(*[on(2)] * 4), Look(), "Wed Nov 25 has 4 things. The big grid holds 3, so the days print as bands."),
        (week(on(0, "word " * 30)), Look(), "“word word word word word word…” is too long for the big grid"),
        (week(on(0, "Supercalifragilistic")), Look(), "“Supercalifragilistic” is too long for the big grid"),
        (replace(FULL, rows=(*FULL.rows[:-1], on(6, still_needed=9))), Look(), "more words than the big grid holds"),
        (week(on(0, who=("Maximiliana" * 9,) * 6)), Look(), "more words than the big grid holds"),
        (week(on(0, time="in the late afternoon")), Look(), "more words than the big grid holds"),
        (USUAL, Look(large=True), "Larger print needs the whole width"),
        (replace(USUAL, span=Span(MONDAY, MONDAY + timedelta(13))), Look(), "The big grid is for one week."),
    ],
)
def test_where_it_does_not_fit_one_sentence_says_why(data: WeekSheet, look: Look, why: str) -> None:
    said = grid_trouble(data, look)
    assert why in said
    assert "\n" not in said
    assert "bands" in said


WORDS = st.lists(
    st.sampled_from(["Dinner", "drive", "for", "Groceries,", "Łukasz", "needed", "guest", "李"]), min_size=1
)


@given(
    st.lists(
        st.builds(
            on,
            day=st.integers(0, 6),
            what=WORDS.map(" ".join),
            who=st.lists(WORDS.map(" ".join), max_size=2).map(tuple),
            still_needed=st.integers(0, 3),
            done=st.booleans(),
            time=st.sampled_from(["", "12:30 pm", "afternoon", "8:00"]),
        ),
        max_size=21,
    ),
    st.booleans(),
)
def test_whatever_is_planned_what_the_grid_takes_is_whole(rows: list[WeekRow], phones: bool) -> None:
    rows.sort(key=lambda row: row.day)
    data = week(*rows, phone_lines=phones)
    if not grid_trouble(data, Look()):
        is_sound(week_grid(data, Look()))


def test_the_same_week_twice_is_the_same_file() -> None:
    assert week_grid(USUAL, Look()) == week_grid(USUAL, Look())
