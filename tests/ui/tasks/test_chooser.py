"""Choosing a helper and asking one: two clicks, ready words, answers kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.domain.people import Person
from caregiver_app.domain.tasks import Answer, State
from caregiver_app.services import people, tasks
from caregiver_app.services.workspace import Workspace
from caregiver_app.ui.asking.ask_dialog import AskDialog
from caregiver_app.ui.asking.chooser import HelperChooser
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.tasks.editor import TaskEditor
from caregiver_app.ui.tasks.page import TasksPage
from caregiver_app.ui.widgets.buttons import PRIMARY, Button
from caregiver_app.ui.widgets.texts import Text
from tests.ui.tasks.conftest import ANA, SOUP, TOM, WALK, board_of, dialog, focused, item_of, stop_of


def choose(page: TasksPage, title: str) -> HelperChooser:
    """The list of people for a task."""
    page.panel.dialogs.choose_helper(item_of(page, title))
    return dialog(HelperChooser)


def button(chooser: HelperChooser, name: str) -> Button:
    """A button by what a screen reader calls it."""
    return next(each for each in chooser.findChildren(Button) if each.accessibleName() == name)


def test_asking_takes_two_clicks(opened: TasksPage, qtbot: QtBot) -> None:
    card = board_of(opened).card_at(stop_of(opened, SOUP.title))
    assert card is not None
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().topRight() + type(card.pos())(-15, 12))
    qtbot.mouseClick(dialog(HelperChooser).rows.row_of(ANA.id).ask_button, Qt.MouseButton.LeftButton)
    item = item_of(opened, SOUP.title)
    assert (item.state, item.waiting) == (State.ASKED, (ANA.id,))
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Hi Ana, could you help with “Soup for the freezer” on Mon Nov 23")
    assert len(text) <= 300
    shown = dialog(AskDialog)
    assert shown.text() == text
    shown.close_button.click()
    card = board_of(opened).card_at(stop_of(opened, SOUP.title))
    assert card is not None and card.words.who == "Asked Ana, Nov 22"


def test_the_place_is_said_only_when_it_is_ticked_and_changes_stay(opened: TasksPage, parts: Parts) -> None:
    item = item_of(opened, SOUP.title)
    edited = replace(item.task, place="12 Elm Street", notes="Key under the mat")
    parts.actions.run("Place", partial(tasks.save, item=item, edited=edited, scope=tasks.Scope.ALL))
    choose(opened, SOUP.title).rows.row_of(ANA.id).ask_button.click()
    shown = dialog(AskDialog)
    assert "Elm" not in shown.text() and "mat" not in shown.text()
    shown.place.setChecked(True)
    assert "12 Elm Street" in shown.text()
    shown.place.setChecked(False)
    assert "Elm" not in shown.text()
    shown.area.setPlainText("Soup on Monday?")
    shown.place.setChecked(True)
    assert shown.text().startswith("Soup on Monday?") and "12 Elm Street" in shown.text()
    shown.copy_button.click()
    assert QGuiApplication.clipboard().text() == shown.text()
    shown.close_button.click()


def test_giving_it_to_somebody_and_undo(opened: TasksPage, parts: Parts) -> None:
    choose(opened, SOUP.title).rows.row_of(ANA.id).give_button.click()
    assert QApplication.activeModalWidget() is None
    assert item_of(opened, SOUP.title).helpers == (ANA.id,)
    assert parts.actions.undo_text() == "Undo Give to Ana"
    parts.actions.undo()
    assert item_of(opened, SOUP.title).state is State.NEEDS_HELPER


def test_the_list_has_numbers_reasons_and_the_best_first(opened: TasksPage) -> None:
    chooser = choose(opened, SOUP.title)
    assert [row.accessibleName() for row in chooser.rows.rows] == ["Ana Lindqvist", "Tom Baker", "You"]
    assert chooser.rows.rows[0].accessibleDescription() == "555-0142, glad to do this"
    chooser.reject()


def test_the_list_by_keyboard(opened: TasksPage, qtbot: QtBot) -> None:
    chooser = choose(opened, SOUP.title)
    rows = chooser.rows.rows
    qtbot.waitUntil(rows[0].ask_button.hasFocus)
    for key, button_wanted in (
        (Qt.Key.Key_Right, rows[0].give_button),
        (Qt.Key.Key_Down, rows[1].give_button),
        (Qt.Key.Key_Left, rows[1].ask_button),
        (Qt.Key.Key_Down, rows[2].give_button),
        (Qt.Key.Key_Up, rows[1].ask_button),
        (Qt.Key.Key_Right, rows[1].give_button),
    ):
        QTest.keyClick(focused(), key)
        assert QApplication.focusWidget() is button_wanted
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert item_of(opened, SOUP.title).helpers == (TOM.id,)


@pytest.mark.parametrize(
    ("said", "state", "answer"),
    [("Said yes", State.COVERED, Answer.YES), ("Not this time", State.NEEDS_HELPER, Answer.NOT_THIS_TIME)],
)
def test_who_was_asked_may_answer(opened: TasksPage, parts: Parts, said: str, state: State, answer: Answer) -> None:
    ask = partial(tasks.ask, item=item_of(opened, SOUP.title), person_id=ANA.id, now=parts.actions.clock.now())
    parts.actions.run("Ask", ask)
    chooser = choose(opened, SOUP.title)
    assert ANA.id not in {row.person.id for row in chooser.rows.rows}, "she is waited for, not offered again"
    button(chooser, f"Ana Lindqvist: {said}").click()
    item = item_of(opened, SOUP.title)
    assert (item.state, item.asks[0].answer) == (state, answer)


def test_the_answer_that_is_waited_for_is_the_filled_button(opened: TasksPage, parts: Parts) -> None:
    chooser = choose(opened, SOUP.title)
    assert filled(chooser) == [f"Give it to {ANA.first_name}"]
    chooser.reject()
    for person, wanted in ((ANA, ["Said yes"]), (TOM, [])):
        ask = partial(tasks.ask, item=item_of(opened, SOUP.title), person_id=person.id, now=parts.actions.clock.now())
        parts.actions.run("Ask", ask)
        chooser = choose(opened, SOUP.title)
        assert filled(chooser) == wanted
        begun = chooser.focusWidget()
        assert isinstance(begun, Button) and begun.text() == "Said yes"
        chooser.reject()


def filled(chooser: HelperChooser) -> list[str]:
    """The buttons that stand out."""
    return [each.text() for each in chooser.findChildren(Button) if each.property("kind") == PRIMARY]


def test_who_said_yes_can_be_let_off_for_one_time(opened: TasksPage) -> None:
    chooser = choose(opened, WALK.title)
    button(chooser, "Tom Baker: Can’t come").click()
    states = [item.state for item in opened.panel.view.items if item.task.title == WALK.title]  # type: ignore[union-attr]
    assert states == [State.NEEDS_HELPER, State.COVERED]


@pytest.mark.parametrize(("needed", "words"), [(2, "1 more person is needed."), (3, "2 more people are needed.")])
def test_how_many_more_are_needed_is_said(opened: TasksPage, parts: Parts, needed: int, words: str) -> None:
    several(opened, parts, needed)
    choose(opened, SOUP.title).rows.row_of(ANA.id).give_button.click()
    chooser = choose(opened, SOUP.title)
    assert words in [text.text() for text in chooser.findChildren(Text)]
    chooser.reject()


def test_a_press_too_many_takes_nothing_back(opened: TasksPage, parts: Parts) -> None:
    several(opened, parts, 2)
    chooser = choose(opened, SOUP.title)
    pressed = place_in(chooser, chooser.rows.row_of(ANA.id).give_button)
    chooser.rows.row_of(ANA.id).give_button.click()
    chooser = choose(opened, SOUP.title)
    back = place_in(chooser, button(chooser, "Ana Lindqvist: Can’t come"))
    assert back.right() < pressed.left()
    chooser.reject()


def several(page: TasksPage, parts: Parts, needed: int) -> None:
    """The soup needs this many people."""
    item = item_of(page, SOUP.title)
    edited = replace(item.task, needed=needed)
    parts.actions.run("Change", partial(tasks.save, item=item, edited=edited, scope=tasks.Scope.ALL))


def place_in(chooser: HelperChooser, of: Button) -> QRect:
    """Where a button stands in the dialog."""
    QApplication.processEvents()
    return QRect(of.mapTo(chooser, QPoint()), of.size())


def test_someone_new_can_be_added(opened: TasksPage, parts: Parts) -> None:
    chooser = choose(opened, SOUP.title)
    chooser.add_button.click()
    assert chooser.newcomer_field.error.text() == "Type a name, like “Ana.”"
    chooser.newcomer.setText("Rosa 555-0188")
    chooser.add_button.click()
    rosa = next(person for person in parts.actions.read(people.helpers) if person.name == "Rosa")
    assert rosa.phone == "555-0188"
    assert item_of(opened, SOUP.title).helpers == (rosa.id,)


def test_someone_who_is_there_is_not_added_twice_without_a_word(opened: TasksPage, parts: Parts) -> None:
    before = parts.actions.read(people.helpers)
    known = before[0].first_name
    chooser = choose(opened, SOUP.title)
    chooser.newcomer.setText(f"{known} 555-0188")
    chooser.add_button.click()
    assert chooser.newcomer_field.error.text().startswith(f"{known} is there already.")
    assert parts.actions.read(people.helpers) == before
    chooser.reject()


def test_sixty_helpers_are_shown_in_two_steps(opened: TasksPage, parts: Parts, workspace: Workspace) -> None:
    crowd = [Person(name=f"Helper {n}") for n in range(60)]
    parts.actions.run("Add", partial(people.add_all, people=crowd))
    chooser = choose(opened, SOUP.title)
    assert len(chooser.rows.rows) == 8
    chooser.more_button.click()
    assert len(chooser.rows.rows) == 63
    chooser.reject()


def test_the_form_is_one_press_away(opened: TasksPage) -> None:
    choose(opened, SOUP.title).open_button.click()
    assert dialog(TaskEditor).title.text() == SOUP.title
    dialog(TaskEditor).reject()
