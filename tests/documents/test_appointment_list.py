"""The visit list for the binder: private at its head, all of each visit, room for a pencil; nothing cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caregiver_app.documents.appointment_list import AppointmentList, VisitRow, appointment_list
from caregiver_app.documents.pages import Stamp
from caregiver_app.documents.paper import Look
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.household import Paper
from tests.documents import reading

FIRST = date(2026, 11, 1)
STAMP = Stamp(printed_at="Sun Nov 22 2026, 6:40 pm", copy=1, contact="Sam", phone="555-0100")
LOOKS = [Look(paper=paper, large=large) for paper in Paper for large in (False, True)]
SCAN = VisitRow(
    day=date(2026, 11, 24),
    time="9:15 am",
    what="CT scan",
    with_whom="Dr. Osei, oncologist",
    phone_day="555-0151",
    phone_night="555-0152",
    place="Lakeside Center, 400 Shore Road",
    way_in="North building, north door\nParking: Garage B",
    prepare="Nothing to eat after midnight.",
    bring="Insurance card",
    companion="Rosa",
)
DENTIST = VisitRow(day=date(2026, 11, 28), what="Dentist", whose="Sam", done=True)
LIST = AppointmentList(span=Span(FIRST, date(2026, 11, 30)), rows=(SCAN, DENTIST), stamp=STAMP)


def smallest(look: Look) -> float:
    return 18 if look.large else 12


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_says_that_it_is_private_and_all_of_each_visit(look: Look) -> None:
    pdf = appointment_list(LIST, look)
    reading.is_sound(pdf, smallest_item=smallest(look))
    text = reading.words(pdf)
    for words in (
        "Private – keep in the binder",
        "Sun Nov 1 – Mon Nov 30 2026",
        "Tue Nov 24 9:15 am CT scan With Dr. Osei, oncologist Phone day 555-0151, night 555-0152",
        "Way in North building, north door Parking: Garage B",
        "Prepare Nothing to eat after midnight. Bring Insurance card Comes along Rosa",
        "Sat Nov 28 Dentist – Sam – done",
    ):
        assert words in text


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_long_words_and_many_visits_go_on_over_pages(look: Look) -> None:
    long = replace(SCAN, what="x" * 500, with_whom="W" * 60, prepare="Drink water. " * 300, place="P" * 200)
    rows = tuple(replace(DENTIST, day=FIRST + timedelta(n // 20), what=f"Visit {n} now") for n in range(100))
    pdf = appointment_list(replace(LIST, rows=(*rows, long)), look)
    reading.is_sound(pdf, smallest_item=smallest(look))
    text = reading.words(pdf)
    assert all(f"Visit {n} now" in text for n in range(100))
    assert text.count("Drink water.") >= 300
    assert reading.letters(pdf).count("x") >= 500
    assert all("Private – keep in the binder" in page for page in reading.pages(pdf))


def test_500_visits_are_all_there() -> None:
    rows = tuple(replace(SCAN, day=FIRST + timedelta(n // 5), what=f"Visit {n} now") for n in range(500))
    text = reading.words(appointment_list(replace(LIST, rows=rows), Look()))
    assert all(f"Visit {n} now" in text for n in range(500))


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_blank_one_is_a_form_and_an_empty_month_says_so(look: Look) -> None:
    blank = appointment_list(replace(LIST, rows=(), blank=True), look)
    reading.is_sound(blank, smallest_item=smallest(look))
    assert len(reading.pages(blank)) == 1
    assert reading.words(blank).count("Comes along") == 3
    assert "No visits on these days." in reading.words(appointment_list(replace(LIST, rows=()), look))


def test_the_same_list_twice_is_the_same_file() -> None:
    assert appointment_list(LIST, Look()) == appointment_list(LIST, Look())
    assert reading.facts(appointment_list(LIST, Look()))["/Title"] == "Visit list"
