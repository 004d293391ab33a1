"""The week sheet: all of it on paper, nothing cut, nothing overlapping, nothing too small."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caregiver_app.documents.pages import Stamp
from caregiver_app.documents.paper import Look
from caregiver_app.documents.week_sheet import WeekRow, WeekSheet, week_sheet
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.household import Paper
from tests.documents import reading

MONDAY = date(2026, 11, 23)
STAMP = Stamp(printed_at="Sun Nov 22 2026, 6:40 pm", copy=2, contact="Sam", phone="555-0100")
LOOKS = [Look(paper=paper, large=large) for paper in Paper for large in (False, True)]


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
    on(6, "Water the plants", who=("Tom", "Rosa"), still_needed=1),
    please="Wash your hands at the door.\nNot feeling well? Call first.",
)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_usual_week_is_sound_on_every_paper_and_in_large_print(look: Look) -> None:
    pdf = week_sheet(USUAL, look)
    reading.is_sound(pdf, smallest_item=18 if look.large else 14)
    assert reading.paper(pdf) == ((612, 792) if look.paper is Paper.LETTER else pytest.approx((595.3, 841.9), abs=0.1))


def test_the_sheet_says_what_a_visitor_needs() -> None:
    text = reading.words(week_sheet(USUAL, Look()))
    for words in (
        "Help this week",
        "Mon Nov 23 – Sun Nov 29 2026",
        "Changes? Call Sam 555-0100",
        "tick = done, – = not needed",
        "Still needs someone",
        "Fri Nov 27, afternoon",
        "needs 2 people",
        "Tom, Rosa + 1 more",
        "not needed",
        "Please Wash your hands at the door. Not feeling well? Call first.",
        "Printed Sun Nov 22 2026, 6:40 pm – copy 2, replaces copy 1 – questions: Sam 555-0100",
    ):
        assert words in text
    assert [f"T{n}" in text.split() for n in range(1, 8)] == [True] * 6 + [False]
    assert "page 1" not in text


def test_a_day_without_tasks_takes_one_line() -> None:
    places = {piece.text: piece for piece in reading.pieces(week_sheet(USUAL, Look()))}
    empty, after = places["Wed Nov 25"], places["Thu Nov 26"]
    assert empty.bottom - after.bottom < 10 * 72 / 25.4


def test_about_twenty_short_tasks_fit_one_page_and_more_go_on_to_the_next() -> None:
    rows = [on(n % 7, f"Task {n}") for n in range(24)]
    rows.sort(key=lambda row: row.day)
    assert len(reading.pages(week_sheet(week(*rows, please="One.\nTwo."), Look()))) == 1
    both = reading.pages(week_sheet(week(*rows, *rows, please="One."), Look()))
    assert len(both) == 2
    for number, text in enumerate(both, start=1):
        assert f"page {number} of 2" in text
        assert "Help this week" in text
        assert "questions: Sam 555-0100" in " ".join(text.split())


def test_a_title_of_2000_letters_is_a_note_in_full() -> None:
    title = "word " * 400  # with its blanks
    pdf = week_sheet(week(on(0), on(1, title), on(2)), Look())
    reading.is_sound(pdf)
    assert "note (1)" in reading.words(pdf)
    assert reading.words(pdf).count("word") >= 400


def test_a_single_word_of_2000_letters_is_not_cut_either() -> None:
    pdf = week_sheet(week(on(1, "W" * 2000)), Look(large=True))
    reading.is_sound(pdf, smallest_item=18)
    assert reading.letters(pdf).count("W") >= 2000


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_forty_tasks_on_one_day_are_all_there(look: Look) -> None:
    rows = [on(2, f"Task number {n}", who=("Ben",), still_needed=n % 9 == 0) for n in range(40)]
    pdf = week_sheet(week(on(0), *rows, on(5)), look)
    reading.is_sound(pdf, smallest_item=18 if look.large else 14)
    text = reading.words(pdf)
    assert all(f"Task number {n} " in text for n in range(40))
    assert "Wed Nov 25 continued" in text


def test_a_day_that_fits_a_page_is_not_split() -> None:
    rows = [on(day, f"Task {day} {n}") for day in (0, 1, 2) for n in range(14)]
    texts = reading.pages(week_sheet(week(*rows), Look()))
    for day in range(3):
        assert [sum(f"Task {day} {n}\n" in text for n in range(14)) for text in texts].count(14) == 1


def test_a_name_of_60_letters_wraps_whole() -> None:
    name = "Maximiliana" * 5 + "Elena"
    pdf = week_sheet(week(on(0, who=(name,)), on(1, who=(name, name))), Look())
    reading.is_sound(pdf)
    assert name in reading.letters(pdf)


def test_500_tasks_are_sound_and_counted() -> None:
    rows = [on(n // 72, f"Task {n} of the long week", still_needed=n % 5 == 0) for n in range(500)]
    pdf = week_sheet(week(*rows), Look())
    reading.is_sound(pdf)
    text = reading.words(pdf)
    assert all(f"Task {n} of" in text for n in range(500))
    last = len(reading.pages(pdf))
    assert f"page {last} of {last}" in text


def test_long_words_everywhere_stay_inside() -> None:
    long = "Supercalifragilistic" * 10
    sheet = week(
        on(0, long, who=(long,), still_needed=20),
        on(1, long * 3, time="12:30 pm", who=(long,) * 20),
        name=long,
        please=long[:300],
        day_names=((MONDAY, "Thanksgiving"),),
        stamp=replace(STAMP, contact=long, phone="555-0100 " * 20),
        phone_lines=True,
    )
    for look in LOOKS:
        reading.is_sound(week_sheet(sheet, look), smallest_item=18 if look.large else 14)


@pytest.mark.parametrize("name", ["Đặng Thu Hà", "Łukasz", "Αλέξανδρος", "Олена"])
def test_names_in_letters_we_have_can_be_read_back(name: str) -> None:
    pdf = week_sheet(week(on(0, who=(name,))), Look())
    reading.is_sound(pdf)
    assert name in reading.words(pdf)


@pytest.mark.parametrize("name", ["李小龙", "ليلى حداد"])
def test_a_name_we_have_no_letters_for_is_a_line_to_write_on(name: str) -> None:
    pdf = week_sheet(week(on(0, who=(name,)), on(1, who=("Ana", name))), Look())
    reading.is_sound(pdf)
    assert not set(name.replace(" ", "")) & set(reading.words(pdf))
    assert "Ana, ____" in reading.words(pdf)


def test_emoji_are_dropped_and_an_emoji_alone_is_named() -> None:
    pdf = week_sheet(week(on(0, "Walk the dog 🐕"), on(1, "🍲")), Look())
    reading.is_sound(pdf)
    assert "Walk the dog" in reading.words(pdf)
    assert "pot of food" in reading.words(pdf)


def test_an_empty_week_is_a_form_to_fill_in_by_hand() -> None:
    for look in LOOKS:
        pdf = week_sheet(week(), look)
        reading.is_sound(pdf, smallest_item=18 if look.large else 14)
        assert len(reading.pages(pdf)) == 1
        assert "Sun Nov 29" in reading.words(pdf)


def test_the_same_week_twice_is_the_same_file() -> None:
    assert week_sheet(USUAL, Look()) == week_sheet(USUAL, Look())


def test_the_file_says_nothing_of_itself_but_its_neutral_title() -> None:
    assert reading.facts(week_sheet(USUAL, Look())) == {
        "/Title": "Week sheet",
        "/Trapped": "/False",
        "language": "en-US",
        "title shown": True,
    }


def test_lines_for_phone_numbers_are_there_only_when_wanted() -> None:
    assert "phone" not in reading.words(week_sheet(USUAL, Look()))
    assert "phone" in reading.words(week_sheet(replace(USUAL, phone_lines=True), Look()))


def test_without_a_contact_the_sheet_does_not_ask_to_call_anybody() -> None:
    text = reading.words(week_sheet(replace(USUAL, stamp=Stamp()), Look()))
    assert "Changes?" not in text
    assert "questions" not in text
