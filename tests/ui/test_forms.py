"""A form keeps what was typed, whatever happens, and says at each field what to put right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from caregiver_app.domain.people import Person
from caregiver_app.domain.problems import FileProblem, InvalidEntry
from caregiver_app.services import people
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.questions import Question
from caregiver_app.ui.widgets.fields import Field, LineEdit


class HelperEditor(Editor):
    """A name and a phone number; `trouble` is what the world says when it is saved."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "New helper", "Save helper")
        self.name, self.phone = LineEdit(), LineEdit()
        self.add_field("name", Field(self.theme, "Name", self.name))
        self.add_field("phone", Field(self.theme, "Phone number", self.phone, optional=True))
        self.body.addStretch(1)
        self.trouble: FileProblem | None = None

    def values(self) -> object:
        return self.name.text(), self.phone.text()

    def save(self) -> bool:
        if self.phone.text() == "?":
            self.fields["phone"].set_error("Type digits, such as 555-0142.")
        if self.name.text() == "!":
            raise InvalidEntry("name", "Type a name.")
        return self.parts.actions.run("Add helper", self._keep)

    def _keep(self, work: object) -> None:
        if self.trouble is not None:
            raise self.trouble
        people.save(work, person=Person(name=self.name.text(), phone=self.phone.text()))  # type: ignore[arg-type]


def press_enter_at(button: str) -> None:
    """Go to a button of the question by key and press Enter there."""
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    target = getattr(question, button)
    target.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(target, Qt.Key.Key_Return)


def press_esc_in_the_question() -> None:
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    QTest.keyClick(question, Qt.Key.Key_Escape)


@pytest.fixture
def editor(qtbot: QtBot, parts: Parts) -> Iterator[HelperEditor]:
    made = HelperEditor(parts)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.name.hasFocus)
    yield made
    made.deleteLater()  # closing it might ask


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say."""
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    return heard


def shown(editor: HelperEditor) -> str:
    """All words that stand in the form."""
    return "\n".join(label.text() for label in editor.findChildren(QLabel) if label.isVisible())


def answer(button: str, seen: list[str]) -> None:
    """Wait for a question and press one of its two buttons: yes or no."""
    question = QApplication.activeModalWidget()
    if not isinstance(question, Question):
        QTimer.singleShot(10, lambda: answer(button, seen))
        return
    seen.append(question.windowTitle())
    (question.yes_button if button == "yes" else question.no_button).click()


def test_saving_closes_the_form_and_keeps_the_record(editor: HelperEditor) -> None:
    QTest.keyClicks(editor.name, "Ana Lindqvist")
    QTest.keyClick(editor.name, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert editor.result() == editor.DialogCode.Accepted
    everybody = editor.parts.actions.read(people.everybody)
    assert "Ana Lindqvist" in [person.name for person in everybody]


def test_enter_saves_too(editor: HelperEditor) -> None:
    QTest.keyClicks(editor.name, "Ana Lindqvist")
    QTest.keyClick(editor.name, Qt.Key.Key_Return)
    assert not editor.isVisible()


def test_a_refusal_is_shown_said_and_the_words_stay(editor: HelperEditor, said: list[str]) -> None:
    editor.name.setText("   ")
    editor.phone.setText("555-0142")
    editor.phone.setFocus()
    editor.try_to_save()
    assert editor.isVisible()
    assert "One thing to fix" in shown(editor)
    sentence = editor.name.accessibleDescription()
    assert sentence
    assert sentence in shown(editor)
    assert sentence in said[-1]
    assert editor.name.hasFocus()
    assert (editor.name.text(), editor.phone.text()) == ("   ", "555-0142")


def test_several_wrong_fields_are_counted_and_the_first_has_the_keyboard(editor: HelperEditor, said: list[str]) -> None:
    editor.name.setText("!")
    editor.phone.setText("?")
    editor.phone.setFocus()
    editor.try_to_save()
    assert "2 things to fix" in shown(editor)
    assert editor.name.hasFocus()


def test_what_was_put_right_is_not_complained_about_again(editor: HelperEditor) -> None:
    editor.name.setText("!")
    editor.try_to_save()
    editor.name.setText("Ana")
    editor.try_to_save()
    assert not editor.isVisible()


def test_trouble_of_the_world_keeps_the_form_open(editor: HelperEditor, said: list[str]) -> None:
    editor.trouble = FileProblem("The disk is full.", "Free some space, then try again.")
    editor.name.setText("Ana")
    editor.try_to_save()
    assert editor.isVisible()
    assert "The disk is full." in shown(editor)
    assert "Free some space, then try again." in shown(editor)
    editor.trouble = None
    editor.try_to_save()
    assert not editor.isVisible()


def test_esc_closes_at_once_when_nothing_was_typed(editor: HelperEditor) -> None:
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


@pytest.mark.parametrize(("button", "stays"), [("yes", True), ("no", False)])
def test_esc_asks_when_something_was_typed(editor: HelperEditor, button: str, stays: bool) -> None:
    QTest.keyClicks(editor.name, "Ana")
    seen: list[str] = []
    QTimer.singleShot(0, lambda: answer(button, seen))
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert seen == ["Keep what you typed?"]
    assert editor.isVisible() is stays
    assert editor.name.text() == "Ana"


def test_esc_pressed_twice_loses_nothing(editor: HelperEditor) -> None:
    QTest.keyClicks(editor.name, "Ana")
    QTimer.singleShot(0, press_esc_in_the_question)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.name.text() == "Ana"


@pytest.mark.parametrize(("button", "stays"), [("yes_button", True), ("no_button", False)])
def test_enter_presses_the_button_that_has_the_keyboard(editor: HelperEditor, button: str, stays: bool) -> None:
    QTest.keyClicks(editor.name, "Ana")
    QTimer.singleShot(0, partial(press_enter_at, button))
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible() is stays


def test_enter_on_cancel_does_not_save(editor: HelperEditor) -> None:
    editor.cancel_button.setFocus()
    QTest.keyClick(editor.cancel_button, Qt.Key.Key_Return)
    assert not editor.isVisible()
    assert not any(person.name == "" for person in editor.parts.actions.read(people.everybody))


def test_a_sentence_goes_when_its_field_is_changed(editor: HelperEditor) -> None:
    editor.name.setText("!")
    editor.try_to_save()
    assert "One thing to fix" in shown(editor)
    QTest.keyClicks(editor.name, "Ana")
    assert "Type a name." not in shown(editor)
    assert "One thing to fix" not in shown(editor)


def test_a_form_grows_so_that_a_sentence_hides_nothing(editor: HelperEditor, qtbot: QtBot) -> None:
    before = editor.height()
    editor.name.setText("!")
    editor.try_to_save()
    qtbot.waitUntil(lambda: editor.height() > before)
    last = editor.phone.mapTo(editor, editor.phone.rect().bottomLeft()).y()
    assert last < editor.save_button.mapTo(editor, editor.save_button.rect().topLeft()).y()


def test_a_form_that_grows_stays_on_the_screen(editor: HelperEditor, qtbot: QtBot) -> None:
    room = editor.screen().availableGeometry()
    editor.move(editor.x(), room.bottom() - editor.height() // 2)
    editor.grow_soon()
    qtbot.waitUntil(lambda: editor.frameGeometry().bottom() <= room.bottom())
