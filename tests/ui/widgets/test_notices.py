"""The strip at the foot: said out loud, long enough to read, never in the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.domain.problems import FileProblem
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.notices import Notices

LEAST_MS = 10_000


@pytest.fixture
def notices(qtbot: QtBot, theme: Theme) -> Iterator[Notices]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    elsewhere = QPushButton("Something else")
    elsewhere.setObjectName("elsewhere")
    column.addWidget(elsewhere)
    strip = Notices(theme)
    column.addWidget(strip)
    window.resize(700, 300)
    window.show()
    window.activateWindow()
    yield strip
    window.close()


def button(notices: Notices, name: str) -> QPushButton:
    return next(each for each in notices.findChildren(QPushButton) if name in (each.text(), each.accessibleName()))


def test_it_takes_no_room_until_there_is_something_to_say(notices: Notices) -> None:
    assert not notices.isVisible()
    assert notices.text() == ""


def test_it_stays_ten_seconds_at_least_and_is_said_out_loud(notices: Notices, monkeypatch: pytest.MonkeyPatch) -> None:
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    notices.tell("Walk Biscuit is done.")
    assert notices.text() == "Walk Biscuit is done."
    assert said == ["Walk Biscuit is done."]
    assert notices.timer.isActive()
    assert notices.timer.remainingTime() > LEAST_MS


def test_the_button_does_its_work_and_the_notice_goes(notices: Notices) -> None:
    done = []
    notices.tell("Walk Biscuit is done.", "Undo", lambda: done.append("undone"))
    button(notices, "Undo").click()
    assert done == ["undone"]
    assert not notices.isVisible()


def test_it_stays_while_the_mouse_is_over_it(notices: Notices) -> None:
    notices.tell("Walk Biscuit is done.")
    QApplication.sendEvent(notices, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert not notices.timer.isActive()
    QApplication.sendEvent(notices, QEvent(QEvent.Type.Leave))
    assert notices.timer.remainingTime() > LEAST_MS


def test_it_stays_while_the_keyboard_is_in_it(notices: Notices, qtbot: QtBot) -> None:
    notices.tell("Walk Biscuit is done.", "Undo", lambda: None)
    undo = button(notices, "Undo")
    undo.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(undo.hasFocus)
    assert not notices.timer.isActive()
    notices.window().findChild(QPushButton, "elsewhere").setFocus()
    assert notices.timer.isActive()


def test_trouble_stays_until_it_is_closed(notices: Notices) -> None:
    notices.tell("Walk Biscuit is done.")
    notices.warn(FileProblem("The disk is full.", "Free some space, then try again."))
    assert notices.text() == "The disk is full. Free some space, then try again."
    assert not notices.timer.isActive()
    button(notices, "Close this notice").click()
    assert not notices.isVisible()


def test_closing_it_gives_the_keyboard_back(notices: Notices, qtbot: QtBot) -> None:
    elsewhere = notices.window().findChild(QPushButton, "elsewhere")
    elsewhere.setFocus()
    notices.tell("Walk Biscuit is done.", "Undo", lambda: None)
    button(notices, "Undo").setFocus(Qt.FocusReason.TabFocusReason)
    button(notices, "Undo").click()
    assert elsewhere.hasFocus()


def test_a_new_notice_takes_the_place_of_the_old_one(notices: Notices) -> None:
    notices.tell("One.")
    notices.tell("Two.")
    assert notices.text() == "Two."
    assert len([each for each in notices.findChildren(QPushButton) if each.isVisible()]) == 1


def test_the_tab_key_comes_to_it_last_though_the_page_was_built_anew(notices: Notices) -> None:
    window = notices.window()
    elsewhere = window.findChild(QPushButton, "elsewhere")
    assert elsewhere is not None
    notices.tell("Saved.", "Undo", notices.clear)
    later = QPushButton("A row that came later")
    column = window.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(1, later)
    later.show()
    QApplication.processEvents()
    elsewhere.setFocus()
    went = []
    for _ in range(4):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        focus = window.focusWidget()
        assert isinstance(focus, QPushButton)
        went.append(focus.text() or focus.accessibleName())
    assert went == ["A row that came later", "Undo", "Close this notice", "Something else"]
