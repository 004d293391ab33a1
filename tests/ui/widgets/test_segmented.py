"""A choice of views: one tab stop, arrow keys, told apart by more than color."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.segmented import Segmented


@pytest.fixture
def choice(qtbot: QtBot, theme: Theme) -> Segmented:
    made = Segmented(theme, "Show the week", {"day": "By day", "helper": "By helper", "list": "List"}, "day")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def part(choice: Segmented, name: str) -> QRadioButton:
    return choice.findChild(QRadioButton, f"segment {name}")  # type: ignore[return-value]


def test_a_click_chooses_and_is_told(qtbot: QtBot, choice: Segmented) -> None:
    with qtbot.waitSignal(choice.chosen) as heard:
        qtbot.mouseClick(part(choice, "list"), Qt.MouseButton.LeftButton)
    assert heard.args == ["list"]
    assert choice.value() == "list"


def test_choosing_by_program_is_not_told(qtbot: QtBot, choice: Segmented) -> None:
    with qtbot.assertNotEmitted(choice.chosen):
        choice.choose("helper")
    assert choice.value() == "helper"


def test_arrow_keys_choose(qtbot: QtBot, choice: Segmented) -> None:
    part(choice, "day").setFocus()
    qtbot.waitUntil(part(choice, "day").hasFocus)
    with qtbot.waitSignal(choice.chosen):
        QTest.keyClick(part(choice, "day"), Qt.Key.Key_Right)
    assert choice.value() == "helper"


def test_a_screen_reader_hears_radio_buttons_in_a_named_group(choice: Segmented) -> None:
    from caregiver_app.ui import accessibility

    accessibility.install()
    group = QAccessible.queryAccessibleInterface(choice)
    assert (group.role(), group.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "Show the week")
    radio = QAccessible.queryAccessibleInterface(part(choice, "day"))
    assert radio.role() is QAccessible.Role.RadioButton
    assert radio.text(QAccessible.Text.Name) == "By day"
    assert radio.state().checked


def test_the_chosen_one_has_a_tick_and_nothing_moves(choice: Segmented) -> None:
    widths = [part(choice, name).width() for name in ("day", "helper", "list")]
    before = part(choice, "list").grab().toImage()
    choice.choose("list")
    assert part(choice, "list").grab().toImage() != before
    assert [part(choice, name).width() for name in ("day", "helper", "list")] == widths
