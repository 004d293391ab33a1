"""Who drives how much: fair words, no blame, for a month, three months or a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.rides import Leg
from caregiver_app.ui.rides.shares import MONTH, QUARTER, YEAR, SharesDialog, days_of
from caregiver_app.ui.theme import Theme
from tests.ui.rides.family import DANA, FIRST, Family, family_in


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Family]:
    with family_in(tmp_path, theme) as opened:
        yield opened


def told(dialog: SharesDialog) -> list[tuple[str, str]]:
    """Who is shown, with what."""
    return [(share.name, share.words) for share in dialog.shown]


def test_each_way_counts_with_its_miles(family: Family) -> None:
    dialog = family.show(SharesDialog(family.parts, family.window))
    assert told(dialog) == [("Ana Lindqvist", "1 ride, 12.5 miles"), ("Ben Okoro", "1 ride, 12.5 miles")]
    dialog.by.choose(YEAR)
    dialog.by.chosen.emit(YEAR)
    assert told(dialog) == [("Ben Okoro", "3 rides, 37.5 miles"), ("Ana Lindqvist", "2 rides, 25 miles")]
    dialog.close()


def test_the_caregiver_is_you(family: Family) -> None:
    family.promise(FIRST, Leg.HOME, DANA)
    dialog = family.show(SharesDialog(family.parts, family.window))
    dialog.by.chosen.emit(YEAR)
    assert "You" in [name for name, _ in told(dialog)]
    dialog.close()


@pytest.mark.parametrize(
    ("by", "span"),
    [
        (MONTH, Span(date(2026, 1, 1), date(2026, 1, 31))),
        (QUARTER, Span(date(2025, 11, 1), date(2026, 1, 31))),
        (YEAR, Span(date(2026, 1, 1), date(2026, 12, 31))),
    ],
)
def test_the_days_that_are_counted(by: str, span: Span) -> None:
    assert days_of(by, date(2026, 1, 15)) == span
