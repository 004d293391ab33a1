"""Closing the window: asked once, at rest in the tray, back again, and Quit that is Quit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.ui.leaving import leave
from caregiver_app.ui.questions import Question
from caregiver_app.ui.reminders.closing import CHOICE, END, REST, Closing
from caregiver_app.ui.reminders.desk import Reminders
from caregiver_app.ui.reminders.notifier import Notifier
from caregiver_app.ui.reminders.tray import Tray
from tests.stage import Stage, spin


class SomeTray(Tray):
    """A tray on a desktop that has one; the screen of these tests has none."""

    @staticmethod
    def is_offered() -> bool:
        return True


@pytest.fixture
def closing(stage: Stage) -> Iterator[Closing]:
    """The window stands on a desktop with a tray."""
    tray = SomeTray(stage.parts.theme)
    made = Closing(stage.window, tray)
    yield made
    stage.parts.settings.keep(CHOICE, END)
    QApplication.setQuitOnLastWindowClosed(True)
    tray.close()
    stage.window.removeEventFilter(made)


def asked(qtbot: QtBot) -> Question:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Question))
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    return question


def test_it_is_asked_once_and_remembered(qtbot: QtBot, stage: Stage, closing: Closing) -> None:
    stage.window.close()
    assert stage.window.isVisible()
    asked(qtbot).yes_button.click()
    qtbot.waitUntil(lambda: not stage.window.isVisible())
    assert stage.parts.settings.text(CHOICE) == REST
    assert not QApplication.quitOnLastWindowClosed()
    closing.come_back()
    assert stage.window.isVisible() and QApplication.quitOnLastWindowClosed()
    stage.window.close()
    qtbot.waitUntil(lambda: not stage.window.isVisible())
    assert QApplication.activeModalWidget() is None


def test_closing_may_be_the_end(qtbot: QtBot, stage: Stage, closing: Closing) -> None:
    stage.window.close()
    asked(qtbot).no_button.click()
    qtbot.waitUntil(lambda: not stage.window.isVisible())
    assert stage.parts.settings.text(CHOICE) == END
    assert QApplication.quitOnLastWindowClosed()


def test_esc_is_no_answer(qtbot: QtBot, stage: Stage, closing: Closing) -> None:
    for _ in range(2):
        stage.window.close()
        asked(qtbot).reject()
        qtbot.waitUntil(lambda: closing.asking is None)
        spin()
        assert stage.window.isVisible()
        assert not stage.parts.settings.text(CHOICE), "it is asked again"


def test_quit_is_the_end_whatever_closing_means(stage: Stage, closing: Closing) -> None:
    stage.parts.settings.keep(CHOICE, REST)
    leave(stage.window)
    assert not stage.window.isVisible()
    assert QApplication.quitOnLastWindowClosed()
    spin(1)


def test_without_a_tray_nothing_is_asked(stage: Stage) -> None:
    desk = Reminders(stage.window, Notifier())
    stage.window.close()
    assert not stage.window.isVisible() and desk.closing.asking is None
    desk.close()
