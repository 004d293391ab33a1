"""What has the keyboard is in sight, also when it took it before the page was laid out."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.ui.widgets.scrolling import SteadyScrolling

ROWS = 30


def shown_page(qtbot: QtBot) -> tuple[QWidget, SteadyScrolling, QVBoxLayout]:
    """A page in a window, with room below it for a notice."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    for _ in range(ROWS):
        column.addWidget(QLineEdit())
    column.addStretch(1)
    window = QWidget()
    outer = QVBoxLayout(window)
    scrolling = SteadyScrolling(inner)
    outer.addWidget(scrolling)
    window.resize(400, 500)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, scrolling, column


def in_sight(scrolling: SteadyScrolling, widget: QWidget) -> bool:
    top = widget.mapTo(scrolling.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= scrolling.viewport().height()


def show_notice(qtbot: QtBot, window: QWidget, scrolling: SteadyScrolling) -> None:
    before = scrolling.height()
    notice = QWidget()
    notice.setFixedHeight(120)
    window.layout().addWidget(notice)
    qtbot.waitUntil(lambda: scrolling.height() < before - 100)


def test_a_thing_that_took_the_keyboard_too_early_comes_into_sight_later(qtbot: QtBot) -> None:
    _window, scrolling, column = shown_page(qtbot)
    last = QPushButton("Last", column.parentWidget())
    last.setGeometry(0, 4000, 80, 30)  # the page has no room for it yet
    last.show()
    last.setFocus(Qt.FocusReason.TabFocusReason)
    column.parentWidget().setMinimumHeight(4100)
    qtbot.waitUntil(lambda: in_sight(scrolling, last))


def test_what_was_in_sight_stays_in_sight_when_a_notice_takes_room(qtbot: QtBot) -> None:
    window, scrolling, column = shown_page(qtbot)
    fields = [field for n in range(ROWS) if (field := column.itemAt(n).widget()) is not None]
    lowest = [field for field in fields if in_sight(scrolling, field)][-1]
    lowest.setFocus(Qt.FocusReason.TabFocusReason)
    show_notice(qtbot, window, scrolling)
    qtbot.waitUntil(lambda: in_sight(scrolling, lowest))


def test_a_page_that_was_scrolled_away_by_hand_is_not_moved_by_a_notice(qtbot: QtBot) -> None:
    window, scrolling, column = shown_page(qtbot)
    column.itemAt(0).widget().setFocus(Qt.FocusReason.TabFocusReason)
    bar = scrolling.verticalScrollBar()
    bar.setValue(bar.maximum())
    there = bar.value()
    show_notice(qtbot, window, scrolling)
    assert bar.value() == there


def test_nothing_moves_when_the_notice_goes(qtbot: QtBot) -> None:
    window, scrolling, column = shown_page(qtbot)
    show_notice(qtbot, window, scrolling)
    bar, last = scrolling.verticalScrollBar(), column.itemAt(ROWS - 1).widget()
    bar.setValue(bar.maximum())
    there, height = last.mapTo(window, QPoint(0, 0)), scrolling.height()
    notice = window.layout().itemAt(1).widget()
    notice.hide()
    qtbot.waitUntil(lambda: scrolling.height() > height)
    assert last.mapTo(window, QPoint(0, 0)) == there
    most = bar.maximum()
    bar.setValue(0)
    qtbot.waitUntil(lambda: bar.maximum() < most)  # the room is given back once the page is scrolled
