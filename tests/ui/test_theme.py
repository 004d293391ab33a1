"""Text size and colors: chosen, remembered, and following the computer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.ui import tokens
from caregiver_app.ui.main_window import MainWindow
from caregiver_app.ui.over import open_keys
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.settings import Settings
from caregiver_app.ui.theme import SCALES, Colors, Theme


@pytest.fixture
def settings(qapp: QApplication) -> Settings:
    return Settings(remember=False)


@pytest.fixture
def look(theme: Theme, settings: Settings, qapp: QApplication) -> Iterator[Theme]:
    """A theme of this test's own; afterwards the program looks as before."""
    made = Theme(settings, qapp)
    made.apply()
    made.watch()
    yield made
    made.deleteLater()
    theme.choose_scale(1.0)


def test_letters_come_with_the_program(look: Theme) -> None:
    for role in ("caption", "body", "strong", "h3", "h2", "h1", "figure"):
        assert QFontInfo(look.font(role)).family() == "Atkinson Hyperlegible"
        assert look.font(role).pixelSize() >= 14


@pytest.mark.parametrize("scale", SCALES)
def test_letters_and_lengths_grow_together(look: Theme, scale: float) -> None:
    look.choose_scale(scale)
    assert look.font("body").pixelSize() == round(16 * scale)
    assert look.px(44) == round(44 * scale)
    assert QApplication.font().pixelSize() == round(16 * scale)


def test_bigger_and_smaller_stop_at_the_ends(qtbot: QtBot, look: Theme) -> None:
    for _ in range(8):
        look.bigger()
    assert look.user_scale == 2.0
    for _ in range(8):
        look.smaller()
    assert look.user_scale == 1.0


def test_a_choice_is_told_and_remembered(qtbot: QtBot, look: Theme, settings: Settings, qapp: QApplication) -> None:
    with qtbot.waitSignal(look.changed):
        look.choose_colors(Colors.DARK)
    with qtbot.waitSignal(look.changed):
        look.choose_scale(1.5)
    next_start = Theme(settings, qapp)
    assert (next_start.colors, next_start.user_scale) == (Colors.DARK, 1.5)


def test_nonsense_that_was_kept_is_no_choice(settings: Settings, qapp: QApplication) -> None:
    settings.keep("colors", "purple")
    settings.keep("text size", 17)
    found = Theme(settings, qapp)
    assert (found.colors, found.user_scale) == (Colors.COMPUTER, 2.0)


@pytest.mark.parametrize(("colors", "expected"), [(Colors.LIGHT, tokens.LIGHT), (Colors.DARK, tokens.DARK)])
def test_light_and_dark(look: Theme, colors: Colors, expected: dict[str, str]) -> None:
    look.choose_colors(colors)
    assert {name: look.token(name).name().upper() for name in expected} == expected
    assert look.is_dark is (colors is Colors.DARK)
    palette = QGuiApplication.palette()
    assert palette.color(QPalette.ColorRole.Window) == look.token("bg")
    assert palette.color(QPalette.ColorRole.Text) == look.token("text")


def test_extra_contrast_has_few_colors_far_apart(look: Theme) -> None:
    look.choose_colors(Colors.CONTRAST)
    assert look.high_contrast
    grounds = {look.token(name).name() for name in tokens.LIGHT if name == "bg" or name.endswith("_soft")}
    assert (look.token("bg").name() in grounds, look.token("text").name()) == (True, "#ffffff")


def test_a_change_of_the_computer_waits_until_the_form_is_closed(
    qtbot: QtBot, look: Theme, window: MainWindow, parts: Parts
) -> None:
    hints = QGuiApplication.styleHints()
    look.choose_colors(Colors.COMPUTER)
    open_keys(window.parts, window)
    form = QApplication.activeModalWidget()
    assert form is not None
    with qtbot.assertNotEmitted(look.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    with qtbot.waitSignal(look.changed):
        form.close()


def test_the_computers_colors_are_followed_only_when_that_was_chosen(qtbot: QtBot, look: Theme) -> None:
    hints = QGuiApplication.styleHints()
    look.choose_colors(Colors.COMPUTER)
    with qtbot.waitSignal(look.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    look.choose_colors(Colors.LIGHT)
    with qtbot.assertNotEmitted(look.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
