"""A choice is found by the letters of any word in it; a space within a word is a letter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox, LineEdit
from caregiver_app.ui.widgets.type_ahead import TypeAhead

NAMES = ["Not sure", "My husband or wife", "My mother or father", "My sister or brother", "A friend"]


@pytest.fixture
def box(theme: Theme, qtbot: QtBot) -> Iterator[ComboBox]:
    """A choice above a line, in a window."""
    window = QWidget()
    qtbot.addWidget(window)
    made = ComboBox(theme)
    for name in NAMES:
        made.add(name, name)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(LineEdit())
    window.show()
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    window.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("My sister", "My sister or brother"),
        ("sis", "My sister or brother"),
        ("brother", "My sister or brother"),
        ("wife", "My husband or wife"),
        ("MOTHER", "My mother or father"),
        ("a f", "A friend"),
        ("zebra", "Not sure"),
    ],
)
def test_typing_finds_by_any_word(box: ComboBox, typed: str, found: str) -> None:
    QTest.keyClicks(box, typed)
    assert box.value() == found
    assert QApplication.activePopupWidget() is None


def test_typing_finds_in_the_open_list_too(box: ComboBox, qtbot: QtBot) -> None:
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(box.view().isVisible)
    QTest.keyClicks(box.view(), "my sis")
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert box.value() == "My sister or brother"


def test_the_same_letter_again_goes_to_the_next(box: ComboBox) -> None:
    seen = []
    for _ in range(3):
        QTest.keyClicks(box, "m")
        seen.append(box.value())
    assert seen == NAMES[1:4]


def test_enter_after_the_arrows_confirms_and_goes_on(box: ComboBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == NAMES[1]
    assert isinstance(QApplication.focusWidget(), LineEdit)


def test_letters_after_a_pause_begin_a_new_word() -> None:
    now = [0.0]
    ahead = TypeAhead(1.0, lambda: now[0])
    assert ahead.add("s", NAMES, 0) == 3
    now[0] += 0.5
    assert ahead.is_typing
    now[0] += 1.0
    assert not ahead.is_typing
    assert ahead.add("f", NAMES, 3) == 4
