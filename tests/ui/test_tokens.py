"""Colors: every pair that is drawn is told apart, in both sets, and extra contrast takes only the computer's own."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette

from caregiver_app.ui import tokens
from caregiver_app.ui.theme import tokens_from_palette

SETS = {"light": tokens.LIGHT, "dark": tokens.DARK}


def luminance(color: QColor) -> float:
    """As WCAG 2.2 defines it."""
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """From 1 for the same to 21 for black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("name", "pair"), list(product(SETS, tokens.CONTRASTS)), ids=str)
def test_every_pair_is_told_apart(name: str, pair: tuple[str, str, float]) -> None:
    ink, ground, least = pair
    assert contrast(QColor(SETS[name][ink]), QColor(SETS[name][ground])) >= least


@pytest.mark.parametrize("color", tokens.PEOPLE)
def test_initials_are_read_on_each_disc(color: str) -> None:
    assert contrast(QColor("white"), QColor(color)) >= 4.5


def test_both_sets_name_the_same_things() -> None:
    assert list(tokens.LIGHT) == list(tokens.DARK)


def test_every_token_that_words_are_drawn_with_is_measured() -> None:
    measured = {ink for ink, _, _ in tokens.CONTRASTS}
    assert {name for name in tokens.LIGHT if name.startswith(("text", "on_"))} <= measured


def test_extra_contrast_takes_the_computers_own_colors_and_no_others() -> None:
    role = QPalette.ColorRole
    own = {role.Window: "#000000", role.Base: "#101010", role.WindowText: "#ffffff", role.Highlight: "#00ffff"}
    own |= {role.HighlightedText: "#000001", role.Link: "#ffff00"}
    palette = QPalette()
    for each, color in own.items():
        palette.setColor(each, QColor(color))
    found = tokens_from_palette(palette)
    assert set(found) == set(tokens.LIGHT)
    assert {color.name() for color in found.values()} <= set(own.values())
    for ink, ground, least in tokens.CONTRASTS:
        assert contrast(found[ink], found[ground]) >= min(least, 4.5), (ink, ground)
