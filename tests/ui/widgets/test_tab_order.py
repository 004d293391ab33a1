"""The ring of the Tab key: its end is found, and reading it takes no widget away from its parent."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import ownedByPython

from caregiver_app.ui.widgets.tab_order import come_last, one_before


class Row(QWidget):
    """A row with something of its own, which Qt asks for again and again."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.least = QSize(100, 40)
        QVBoxLayout(self).addWidget(QLabel(words))

    def minimumSizeHint(self) -> QSize:
        return self.least


class Shelf(QWidget):
    """Rows below one another."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.rows = [Row("one"), Row("two"), Row("three")]
        self.fill()

    def fill(self) -> None:
        """Put the rows in their places, also those that are there already."""
        for place, row in enumerate(self.rows):
            self.column.insertWidget(place, row)


class Part(QWidget):
    """What the Tab key is to come to last."""

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton("Last")
        QVBoxLayout(self).addWidget(self.button)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A button that fills a shelf anew, the shelf, which only its place in the window holds, and a part at the end."""
    window, button, shelf = QWidget(), QPushButton("Fill"), Shelf()
    qtbot.addWidget(window)
    button.setObjectName("fill")
    button.clicked.connect(shelf.fill)
    column = QVBoxLayout(window)
    for each in (button, shelf, Part()):
        column.addWidget(each)
    window.show()
    return window


def test_the_keyboard_comes_last_to_a_part_also_after_what_was_built_later(window: QWidget) -> None:
    late = QPushButton("Built later")
    window.layout().addWidget(late)
    (part,) = window.findChildren(Part)
    come_last(part, [part.button])
    assert one_before(part.button) is late


def test_the_bar_of_a_page_that_scrolls_is_still_there_afterwards(window: QWidget) -> None:
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setWidget(QPushButton("Far down"))
    window.layout().addWidget(page)
    at = one_before(window)
    while at is not window:
        at = one_before(at)
        assert at.focusPolicy() is not None
    gc.collect()
    assert page.verticalScrollBar().maximum() == 0


def test_what_is_shown_stays_whole_when_garbage_is_collected(window: QWidget) -> None:
    fill = window.findChild(QPushButton, "fill")
    at = one_before(window)
    while at is not window:  # all the way around
        at = one_before(at)
    fill.click()
    gc.collect()
    window.resize(window.width() + 50, window.height() + 50)
    QApplication.processEvents()
    rows = window.findChildren(Row)
    assert [row.findChild(QLabel).text() for row in rows] == ["one", "two", "three"]
    assert [row.least for row in rows] == [QSize(100, 40)] * 3


def test_a_window_is_its_own_again_once_around(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QPushButton("Only"))
    window.show()
    at = one_before(window)
    while at is not window:
        at = one_before(at)
    assert ownedByPython(window)
    assert window.isVisible()
    window.close()
