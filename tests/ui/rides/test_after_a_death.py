"""Rides once the person cared for has died: kept, and quiet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.seasons import Season
from caregiver_app.services import appointments, seasons
from caregiver_app.ui.rides.page import RidesPage
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY
from tests.stage import spin
from tests.ui.rides.family import DANA, FIRST, TODAY, Family
from tests.ui.rides.showing import card_of, entries, rides_page, titles


@pytest.fixture
def opened(theme: Theme, tmp_path: Path) -> Iterator[tuple[RidesPage, Family]]:
    """The page over the family’s file, shown, after the change."""
    with rides_page(tmp_path, theme) as made:
        _, family = made
        now = family.parts.actions.clock.now()
        family.parts.actions.run("x", partial(seasons.change, season=Season.DIED, today=TODAY, now=now))
        spin()
        yield made


def test_coming_up_shows_no_cancelled_visit_and_begs_for_none(opened: tuple[RidesPage, Family]) -> None:
    page, family = opened
    assert titles(page) == []
    assert page.new_button.property("kind") == PLAIN
    assert page.panel.coming is not None
    assert page.panel.coming.empty is None or page.panel.coming.empty.isHidden()
    assert page.panel.words_above() == (
        "No visits are planned. All visits are kept under Month, also those that were called off."
    )
    own = Appointment(title="Dentist", day=FIRST, clock=time(15), person_id=DANA.id)
    family.parts.actions.run("Add", partial(appointments.add, appointment=own, now=family.parts.actions.clock.now()))
    spin()
    assert titles(page) == ["Tue, Dec 1 — Dentist"]


def test_a_cancelled_visit_is_kept_and_only_its_menu_plans_it_again(opened: tuple[RidesPage, Family]) -> None:
    page, family = opened
    visit = family.visit(FIRST)
    page.show_record(visit.id)
    spin()
    card = card_of(page, visit)
    assert card.open_button.text() == "Open"
    card.more_button.click()
    spin(2)
    menu = next(menu for menu in page.panel.findChildren(QMenu) if menu.isVisible())
    assert "Plan again" in [each.text().replace("&", "") for each in entries(menu)]
    menu.close()


def test_the_button_is_filled_again_when_the_season_goes_back(opened: tuple[RidesPage, Family]) -> None:
    page, family = opened
    family.parts.actions.undo()
    spin()
    assert page.new_button.property("kind") == PRIMARY
    assert titles(page)
