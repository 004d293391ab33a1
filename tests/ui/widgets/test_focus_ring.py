"""The ring shows where the keyboard is, for people who use the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts


class TwoButtons(Dialog):
    """A dialog with two buttons side by side."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "Two buttons")
        row = QHBoxLayout()
        self.one, self.two = QPushButton("One"), QPushButton("Two")
        row.addWidget(self.one)
        row.addWidget(self.two)
        self.body.addLayout(row)


@pytest.fixture
def dialog(qtbot: QtBot, parts: Parts) -> Iterator[TwoButtons]:
    made = TwoButtons(parts)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.one.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(made.one.hasFocus)
    yield made
    made.close()


def around(dialog: TwoButtons) -> QWidget | None:
    """The button that the ring is around now."""
    ring = dialog.ring
    if not ring.isVisible():
        return None
    for button in (dialog.one, dialog.two):
        place = QRect(button.mapTo(dialog, QPoint(0, 0)), button.size())
        if ring.geometry().contains(place) and (ring.geometry().center() - place.center()).manhattanLength() <= 2:
            return button
    return ring


def test_tab_shows_the_ring_around_what_it_reaches(dialog: TwoButtons) -> None:
    QTest.keyClick(dialog.one, Qt.Key.Key_Tab)
    assert around(dialog) is dialog.two
    QTest.keyClick(dialog.two, Qt.Key.Key_Backtab)
    assert around(dialog) is dialog.one


def test_the_mouse_takes_it_away(dialog: TwoButtons) -> None:
    QTest.keyClick(dialog.one, Qt.Key.Key_Tab)
    QTest.mouseClick(dialog.two, Qt.MouseButton.LeftButton)
    assert around(dialog) is None


def test_it_follows_what_moves_and_goes_with_what_is_hidden(dialog: TwoButtons) -> None:
    QTest.keyClick(dialog.one, Qt.Key.Key_Tab)
    dialog.resize(dialog.width() + 200, dialog.height() + 60)
    QApplication.processEvents()
    assert around(dialog) is dialog.two
    dialog.one.hide()
    dialog.two.hide()
    assert around(dialog) is None


def test_it_never_takes_the_mouse(dialog: TwoButtons) -> None:
    QTest.keyClick(dialog.one, Qt.Key.Key_Tab)
    middle = dialog.two.mapTo(dialog, dialog.two.rect().center())
    assert dialog.childAt(middle) is dialog.two


def test_it_outlives_what_it_was_around(dialog: TwoButtons) -> None:
    QTest.keyClick(dialog.one, Qt.Key.Key_Tab)
    dialog.two.deleteLater()
    dialog.two.hide()
    QTest.keyClick(dialog.one, Qt.Key.Key_Tab)
    QApplication.processEvents()
    dialog.one.setFocus()
    QTest.keyClick(dialog.one, Qt.Key.Key_Tab)
    assert dialog.isVisible()


def test_it_goes_with_the_chosen_tab(dialog: TwoButtons) -> None:
    bar = QTabBar()
    for name in ("Today", "Tasks", "Rides"):
        bar.addTab(name)
    dialog.body.addWidget(bar)
    dialog.setTabOrder(dialog.one, bar)
    QApplication.processEvents()
    QTest.keyClick(dialog.one, Qt.Key.Key_Tab)
    assert bar.hasFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    chosen = bar.tabRect(bar.currentIndex()).center()
    assert bar.currentIndex() == 1
    assert (bar.mapTo(dialog, chosen) - dialog.ring.geometry().center()).manhattanLength() <= 2
