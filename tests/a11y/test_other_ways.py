"""Checks 14 to 17: a way without dragging, undo for what is removed, no typing twice, and help in one place."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.tasks import Item
from caregiver_app.services import people, tasks
from caregiver_app.ui.asking.chooser import HelperChooser
from caregiver_app.ui.asking.task_request import TaskRequest
from caregiver_app.ui.help import HelpDialog
from caregiver_app.ui.people.dialog import PeopleDialog
from caregiver_app.ui.tabs import TABS
from caregiver_app.ui.tasks.card_menu import card_menu
from caregiver_app.ui.tasks.editor import TaskEditor
from caregiver_app.ui.tasks.lanes import Stop
from caregiver_app.ui.tasks.page import TasksPage
from tests.stage import TODAY, Stage, spin

RAKE, PLACED = "Rake the front yard", "Library books back"
CONTROL = Qt.KeyboardModifier.ControlModifier


def page_of(stage: Stage) -> TasksPage:
    stage.window.show_tab("tasks")
    spin()
    page = stage.window.page
    assert isinstance(page, TasksPage) and page.panel.board is not None
    return page


def items(stage: Stage) -> list[Item]:
    span = Span(TODAY, TODAY + timedelta(28))
    return list(stage.workspace.read(partial(tasks.plan, span=span)).items())


def menu_of(stage: Stage, title: str) -> dict[str, QMenu]:
    """The menus inside the menu of a card, by their words."""
    panel = page_of(stage).panel
    assert panel.view is not None
    item = next(each for each in panel.view.items if each.task.title == title)
    menu = card_menu(item, panel.view, panel.deeds, panel.dialogs, panel)
    return {action.text(): found for action in menu.actions() if isinstance(found := action.menu(), QMenu)}


def test_whatever_can_be_dragged_can_be_chosen_in_a_menu(stage: Stage) -> None:
    menus = menu_of(stage, RAKE)
    days = [action for action in menus["Move to"].actions() if not action.isSeparator()]
    assert len(days) == 8, "seven days, and another one"
    names = [action.text() for action in menus["Give to"].actions()]
    assert {"Ana Lindqvist", "Ben Okoro", "Nobody yet – leave open"} <= set(names)
    monday = next(action for action in days if "Nov 23" in action.text())
    monday.trigger()
    moved = next(item for item in items(stage) if item.task.title == RAKE)
    assert (moved.day.month, moved.day.day) == (11, 23)


def test_a_task_that_was_removed_by_key_comes_back_by_key(stage: Stage) -> None:
    board = page_of(stage).panel.board
    assert board is not None
    before = next(item for item in items(stage) if item.task.title == RAKE)
    stop = Stop(before.day, before.id)
    board.stand_on(stop)
    card = board.card_at(stop)
    assert card is not None and card.hasFocus()
    QTest.keyClick(card, Qt.Key.Key_Delete)
    spin()
    assert all(item.task.title != RAKE for item in items(stage))
    QTest.keyClick(stage.window, Qt.Key.Key_Z, CONTROL)
    spin()
    assert next(item for item in items(stage) if item.task.title == RAKE) == before


def test_a_helper_who_was_removed_comes_back_by_key(stage: Stage) -> None:
    dialog = PeopleDialog(stage.parts, stage.window)
    dialog.open()
    spin()
    dialog.list.choose(stage.person("Tom"))
    dialog.list.setFocus()
    before = stage.person("Tom")
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    spin()
    assert all(person.name != before.name for person in stage.workspace.read(people.helpers))
    QTest.keyClick(dialog.list, Qt.Key.Key_Z, CONTROL)
    spin()
    assert stage.person("Tom") == before
    dialog.close()


def test_nothing_has_to_be_typed_twice(stage: Stage) -> None:
    form = TaskEditor(stage.parts, parent=stage.window)
    places = form.more.place.completer().model()
    offered = [places.index(row, 0).data() for row in range(places.rowCount())]
    assert stage.item(PLACED).task.place in offered
    names = [form.who.itemText(n) for n in range(form.who.count())]
    assert any("Ana Lindqvist" in name for name in names)
    assert form.day.count() >= 14 and form.time.count() >= 5
    form.deleteLater()


def test_a_helper_is_chosen_not_typed(stage: Stage) -> None:
    chooser = HelperChooser(stage.parts, TaskRequest(stage.parts.actions, stage.item(RAKE)), parent=stage.window)
    chooser.show()
    assert {row.person.name for row in chooser.rows.rows} >= {"Ana Lindqvist", "Tom Baker"}
    chooser.close()


@pytest.mark.parametrize("name", [tab.name for tab in TABS])
def test_help_is_at_the_same_place_and_key_on_every_tab(stage: Stage, name: str) -> None:
    stage.window.show_tab(name)
    spin()
    last = stage.window.menuBar().actions()[-1]
    assert last.text() == "&Help"
    menu = last.menu()
    assert isinstance(menu, QMenu)
    help_keys = QKeySequence(QKeySequence.StandardKey.HelpContents)
    assert menu.actions()[0].shortcut() == help_keys
    QTest.keyClick(stage.window, Qt.Key.Key_F1)
    spin()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, HelpDialog)
    shown.close()
