"""The ride sheet: open rides first, drivers and numbers, whom to call when nobody can; nothing cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caregiver_app.documents.pages import Stamp
from caregiver_app.documents.paper import Look
from caregiver_app.documents.ride_week import Fallback, RideRow, RideWeek, ride_week
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.household import Paper
from tests.documents import reading

MONDAY = date(2026, 11, 23)
STAMP = Stamp(printed_at="Sun Nov 22 2026, 6:40 pm", copy=1, contact="Sam", phone="555-0100")
LOOKS = [Look(paper=paper, large=large) for paper in Paper for large in (False, True)]
SET = RideRow(
    day=MONDAY + timedelta(1),
    pick_up="8:15 am",
    to="Lakeside Center",
    there="Ben",
    home="Ana",
    home_at="will call,\nabout 1:00 pm",
    backup="Tom",
    phones=("Ben 555-0117", "Ana 555-0142"),
)
OPEN = RideRow(day=MONDAY + timedelta(5), pick_up="7:15 am", to="Elm Street Lab", there="Priya", home="", is_open=True)
ONE_WAY = RideRow(day=MONDAY + timedelta(2), pick_up="10:00 am", to="Dental office", there="City Taxi")
VAN = Fallback(name="Lakeside van", phone="555-0155", note="Book 2 days ahead")
WEEK = RideWeek(span=Span(MONDAY, MONDAY + timedelta(6)), rows=(SET, ONE_WAY, OPEN), fallbacks=(VAN,), stamp=STAMP)


def smallest(look: Look) -> float:
    return 18 if look.large else 12


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_shows_the_open_rides_first_and_all_drivers(look: Look) -> None:
    pdf = ride_week(WEEK, look)
    reading.is_sound(pdf, smallest_item=smallest(look))
    text = reading.words(pdf)
    for words in (
        "Rides this week",
        "Mon Nov 23 – Sun Nov 29 2026",
        "Call Sam 555-0100",
        "Ben 555-0117",
        "Ana 555-0142",
        "When nobody can drive, call",
        "Lakeside van 555-0155 Book 2 days ahead",
    ):
        assert words in text
    order = ["Still needs a driver", "Sat Nov 28", "All set", "Tue Nov 24", "Wed Nov 25", "When nobody can drive"]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_ride_that_is_to_be_checked_stands_between_the_open_ones_and_those_that_are_set(look: Look) -> None:
    away = replace(SET, day=MONDAY + timedelta(3), there_doubt="check first,\nnot told yet", home_doubt="not told yet")
    half = replace(OPEN, there_doubt="check first")
    pdf = ride_week(replace(WEEK, rows=(SET, away, half)), look)
    reading.is_sound(pdf, smallest_item=smallest(look))
    text = reading.words(pdf)
    order = ["Still needs a driver", "Sat Nov 28", "Please check first", "Thu Nov 26", "All set", "Tue Nov 24"]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
    assert text.count("not told yet") == 2
    assert text.count("check first") == 3
    assert "check" not in reading.words(ride_week(WEEK, look))


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_many_rides_of_long_names_go_on_over_pages_with_their_head(look: Look) -> None:
    name = "Wilhelmina-Konstantina Featherstonehaugh-Cholmondeley Smithers"[:60]
    row = replace(SET, there=name, home=name, backup=name, phones=(f"{name} (555) 555-0142",), to=name)
    count = 60 if look.large else 500
    rows = tuple(replace(row, day=MONDAY + timedelta(n), pick_up=f"T{n}x", is_open=n < 5) for n in range(count))
    pdf = ride_week(replace(WEEK, rows=rows, fallbacks=(replace(VAN, name=name, note="Ask early. " * 90),)), look)
    pages = reading.pages(pdf)
    text = reading.words(pdf)
    assert all("Rides this week" in page for page in pages)
    assert f"page 2 of {len(pages)}" in text
    assert all(f"T{n}x" in text for n in range(count))
    assert text.count("Ask early.") >= 90
    assert reading.outside(pdf) == []


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_long_names_do_not_lie_on_one_another(look: Look) -> None:
    row = replace(SET, there="W" * 60, home="M" * 60, backup="B" * 60, phones=("P" * 60,), to="T" * 60)
    reading.is_sound(ride_week(replace(WEEK, rows=(row, OPEN, row)), look), smallest_item=smallest(look))


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_blank_one_is_a_form_and_a_calm_week_says_so(look: Look) -> None:
    blank = ride_week(RideWeek(span=WEEK.span, blank=True, stamp=STAMP), look)
    reading.is_sound(blank, smallest_item=smallest(look))
    assert len(reading.pages(blank)) == 1
    assert "When nobody can drive, call name phone name phone" in reading.words(blank)
    calm = ride_week(replace(WEEK, rows=()), look)
    assert "No rides on these days." in reading.words(calm)
    assert "Lakeside van" in reading.words(calm)


def test_the_same_week_twice_is_the_same_file_and_says_only_its_kind() -> None:
    assert ride_week(WEEK, Look()) == ride_week(WEEK, Look())
    assert reading.facts(ride_week(WEEK, Look()))["/Title"] == "Ride sheet"
