"""The Leave tab by keyboard: Enter presses what has the keyboard, and after a form it stands where one goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.ui.leave.compare import CompareDialog
from caregiver_app.ui.leave.page import LeavePage
from caregiver_app.ui.leave.setup import SetUpDialog
from tests.leave_family import without_work
from tests.stage import Stage, spin
from tests.ui.leave.conftest import page_of


def test_enter_presses_a_button_of_the_page(page: LeavePage, qtbot: QtBot) -> None:
    page.panel.compare.setFocus()
    QTest.keyClick(page.panel.compare, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), CompareDialog))
    QApplication.activeModalWidget().close()


def test_after_the_five_questions_the_keyboard_is_on_what_comes_next(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.write(without_work)
    page = page_of(stage)
    assert page.panel.empty is not None
    start = page.panel.empty.button
    assert start is not None
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SetUpDialog))
    form = QApplication.activeModalWidget()
    assert isinstance(form, SetUpDialog)
    QTest.keyClick(form.employer, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    spin()
    assert stage.window.focusWidget() is page.log_button
