"""The month: a calendar that says what is on each day, by mouse, by key and to a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.services import appointments, household
from caregiver_app.ui.rides.day_cell import DayCell
from caregiver_app.ui.rides.editor import VisitEditor
from caregiver_app.ui.rides.month_grid import MonthGrid
from caregiver_app.ui.rides.page import RidesPage
from caregiver_app.ui.rides.visit_card import VisitCard
from caregiver_app.ui.theme import Theme
from tests.stage import spin
from tests.ui.rides.family import FIRST, SECOND, TODAY, Family, dialog
from tests.ui.rides.showing import focused, press, rides_page, titles

LAB = Appointment(title="Lab", day=FIRST, clock=time(14))


@pytest.fixture
def shown(theme: Theme, tmp_path: Path) -> Iterator[tuple[RidesPage, Family]]:
    with rides_page(tmp_path, theme) as (page, family):
        page.show_by("month")
        spin()
        yield page, family


@pytest.fixture
def page(shown: tuple[RidesPage, Family]) -> RidesPage:
    return shown[0]


@pytest.fixture
def family(shown: tuple[RidesPage, Family]) -> Family:
    return shown[1]


def grid(page: RidesPage) -> MonthGrid:
    """The calendar of the page."""
    assert page.panel.month is not None
    return page.panel.month.grid


def add(family: Family, appointment: Appointment, legs: tuple[Leg, ...] = ()) -> None:
    """Plan one more visit."""
    now = family.parts.actions.clock.now()
    rides = [Ride(appointment_id=appointment.id, leg=leg) for leg in legs]
    family.parts.actions.run("Add", partial(appointments.add, appointment=appointment, rides=rides, now=now))


def test_a_month_marks_today_and_what_needs_a_driver(page: RidesPage) -> None:
    assert page.strip.label.text() == "November 2026"
    assert "today" in grid(page).cells[TODAY].accessibleName()
    page.go_on()
    said = grid(page).cells[SECOND].accessibleName()
    assert said == "Tuesday, December 22, 9:15 am Infusion, needs a driver"
    assert grid(page).cells[FIRST].accessibleName() == "Tuesday, December 1, 9:15 am Infusion"


@pytest.mark.parametrize(("week_start", "first"), [(6, date(2026, 11, 29)), (0, date(2026, 11, 30))])
def test_weeks_begin_as_the_family_chose(page: RidesPage, family: Family, week_start: int, first: date) -> None:
    family.parts.actions.run("Choose", partial(household.choose, week_start=week_start))
    page.go_on()
    assert min(grid(page).cells) == first


def test_arrow_keys_go_from_day_to_day_and_into_the_next_month(page: RidesPage) -> None:
    grid(page).stand_on(date(2026, 11, 29))
    press(Qt.Key.Key_Right)
    assert isinstance(focused(), DayCell)
    press(Qt.Key.Key_Right)
    assert page.strip.label.text() == "December 2026"
    assert grid(page).chosen == FIRST
    assert titles(page) == ["Infusion, 1 of 4"], "the visits of the day stand below"
    press(Qt.Key.Key_Up)
    assert page.strip.label.text() == "November 2026"


def test_days_of_the_next_month_show_their_visits_and_a_click_goes_there(page: RidesPage) -> None:
    cell = grid(page).cells[FIRST]
    assert page.strip.label.text() == "November 2026"
    assert cell.words_shown() == ["9:15 am Infusion"]
    assert cell.accessibleName() == "Tuesday, December 1, 9:15 am Infusion"
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton)
    assert page.strip.label.text() == "December 2026"
    assert (grid(page).chosen, titles(page)) == (FIRST, ["Infusion, 1 of 4"])


def test_enter_opens_the_visit_of_a_day(page: RidesPage) -> None:
    page.go_on()
    grid(page).stand_on(FIRST)
    press(Qt.Key.Key_Return)
    assert dialog(VisitEditor).windowTitle() == "Edit visit"
    dialog(VisitEditor).close()


def test_enter_on_a_day_with_several_visits_goes_to_their_cards(page: RidesPage, family: Family) -> None:
    add(family, LAB)
    page.go_on()
    grid(page).stand_on(FIRST)
    press(Qt.Key.Key_Return)
    assert isinstance(focused(), VisitCard)
    assert titles(page) == ["Infusion, 1 of 4", "Lab"]


def test_enter_on_a_free_day_plans_a_visit_there(page: RidesPage) -> None:
    grid(page).stand_on(date(2026, 11, 25))
    press(Qt.Key.Key_Return)
    assert dialog(VisitEditor).windowTitle() == "New visit"
    dialog(VisitEditor).close()


def test_a_click_shows_the_visits_of_a_day(page: RidesPage) -> None:
    QTest.mouseClick(grid(page).cells[date(2026, 11, 20)], Qt.MouseButton.LeftButton)
    assert titles(page) == ["Blood draw"]
    assert page.panel.month is not None
    assert page.panel.month.heading.text() == "Friday, Nov 20"


def test_a_full_day_says_how_many_more_there_are(page: RidesPage, family: Family) -> None:
    for n in range(7):
        add(family, replace(LAB, id=Appointment(title="x", day=FIRST).id, title=f"Lab {n}"))
    page.go_on()
    spin()
    cell = grid(page).cells[FIRST]
    assert len(cell.lines) == 8
    assert cell.words_shown()[-1] == "+5 more"
    assert all(f"Lab {n}" in cell.accessibleName() for n in range(7))


def test_long_words_make_the_week_higher(page: RidesPage, family: Family) -> None:
    page.go_on()
    spin()
    before = grid(page).cells[FIRST].height()
    add(family, replace(LAB, title="Radiation planning with the team that will be there each day of the week"))
    spin()
    cell = grid(page).cells[FIRST]
    assert cell.height() > before
    assert cell.height() >= cell.height_at(cell.width() - 1)


def test_holidays_are_named(page: RidesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Thanksgiving" in grid(page).cells[date(2026, 11, 26)].accessibleName())


def test_the_month_is_as_calm_as_the_cards_and_shows_what_is_to_check(page: RidesPage, family: Family) -> None:
    soon = TODAY + timedelta(6)
    add(family, Appointment(title="Lab", day=soon, clock=time(9)), (Leg.THERE,))
    first = family.visit(FIRST).appointment
    family.parts.actions.run(
        "Move",
        partial(
            appointments.move,
            appointment=first,
            day=FIRST + timedelta(1),
            clock=first.clock,
            children={},
            now=family.parts.actions.clock.now(),
        ),
    )
    spin()
    [near] = grid(page).cells[soon].lines
    assert near.is_near and not near.to_check
    page.go_on()
    [far] = grid(page).cells[SECOND].lines
    assert far.needs_driver and not far.is_marked, "weeks away: dashes, no sign"
    [moved] = grid(page).cells[FIRST + timedelta(1)].lines
    assert moved.to_check, "Ben does not know yet"
    assert grid(page).cells[FIRST + timedelta(1)].accessibleName().endswith("something to check")
