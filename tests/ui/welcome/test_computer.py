"""The first guess at a family's habits, from computers set up for different places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from caregiver_app.domain.household import Household, Paper
from caregiver_app.ui.welcome.computer import first_guess

SUNDAY, MONDAY = 6, 0


def test_a_computer_set_up_for_no_place_leaves_the_choices_as_they_are() -> None:
    family = Household(**first_guess(QLocale.c()))
    assert (family.week_start, family.clock24, family.paper) == (SUNDAY, False, Paper.LETTER)


@pytest.mark.parametrize(
    ("place", "week_start", "clock24", "paper"),
    [
        ("en_US", SUNDAY, False, Paper.LETTER),
        ("en_CA", SUNDAY, False, Paper.LETTER),
        ("es_MX", SUNDAY, False, Paper.LETTER),
        ("en_GB", MONDAY, True, Paper.A4),
        ("de_DE", MONDAY, True, Paper.A4),
        ("en_AU", MONDAY, False, Paper.A4),
    ],
)
def test_week_clock_and_paper_follow_the_computer(place: str, week_start: int, clock24: bool, paper: Paper) -> None:
    family = Household(**first_guess(QLocale(place)))
    assert (family.week_start, family.clock24, family.paper) == (week_start, clock24, paper)
    assert family.home_zone
