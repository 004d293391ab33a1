"""Icons: every one that is asked for is there, in the color that was asked for, sharp."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from caregiver_app.resources import resource
from caregiver_app.ui import icons

UI = Path(icons.__file__).parent
THERE = {path.stem for path in resource("icons").glob("*.svg")}


def asked_for() -> set[str]:
    """Words in the window's code that name an icon where an icon is taken."""
    found: set[str] = set()
    for path in UI.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r'icon="([a-z0-9-]+)"', text))
        found |= set(re.findall(r'(?:IconButton|Picture|EmptyState)\([^)]*?, "([a-z0-9-]+)"', text))
        found |= set(re.findall(r'icons\.(?:icon|picture|svg)\("([a-z0-9-]+)"', text))
    return found


def test_every_icon_that_is_asked_for_is_there() -> None:
    assert len(asked_for()) > 10
    assert asked_for() <= THERE


def test_no_icon_is_there_for_nobody() -> None:
    """Each is named somewhere in the window's code, between quotes."""
    code = "".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
    assert {name for name in THERE if f'"{name}"' not in code} == set()


@pytest.mark.parametrize("color", ["#17645f", "#ffb3a8"])
def test_an_icon_has_the_color_that_was_asked_for(qapp: object, color: str) -> None:
    image = icons.picture("plus", QColor(color), 24).toImage()
    inks = {
        image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {color}


def test_every_icon_can_be_drawn(qapp: object) -> None:
    for name in sorted(THERE):
        image = icons.picture(name, QColor("#000000"), 20).toImage()
        assert image.size().width() == 20
        assert any(image.pixelColor(x, y).alpha() > 200 for x in range(20) for y in range(20)), name


def test_an_icon_is_drawn_once(qapp: object) -> None:
    first = icons.picture("plus", QColor("#123456"), 24)
    assert icons.picture("plus", QColor("#123456"), 24).cacheKey() == first.cacheKey()
    assert icons.picture("plus", QColor("#123456"), 32).cacheKey() != first.cacheKey()
