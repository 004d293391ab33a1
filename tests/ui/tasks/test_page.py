"""The Tasks page on a real file: what is done on it, taken back, and seen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.domain.tasks import State, Task
from caregiver_app.services import household, tasks
from caregiver_app.services.workspace import Workspace
from caregiver_app.ui.asking.chooser import HelperChooser
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.tasks.card_menu import card_menu
from caregiver_app.ui.tasks.editor import TaskEditor
from caregiver_app.ui.tasks.lanes import Loose, Stop
from caregiver_app.ui.tasks.page import TasksPage
from caregiver_app.ui.tasks.scope import ScopeDialog
from caregiver_app.ui.tasks.starters import StarterPicker
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.ui.widgets.empty_state import EmptyState
from tests.ui.tasks.conftest import (
    ANA,
    MONDAY,
    SOUP,
    TODAY,
    TOM,
    TRASH,
    TUESDAY,
    WALK,
    WEDNESDAY,
    answer,
    board_of,
    dialog,
    item_of,
    stop_of,
)


def press(page: TasksPage, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or page, key)


def menu_action(page: TasksPage, stop: Stop, *path: str) -> None:
    """Choose from the menu of a card by its words."""
    panel = page.panel
    assert panel.view is not None and stop.item_id is not None
    item = panel.view.item(stop.item_id)
    assert item is not None
    menu = card_menu(item, panel.view, panel.deeds, panel.dialogs, panel)
    for words in path[:-1]:
        inner = next(action for action in menu.actions() if action.text() == words).menu()
        assert isinstance(inner, QMenu)
        menu = inner
    next(action for action in menu.actions() if action.text() == path[-1]).trigger()


def test_the_page_itself_is_light() -> None:
    code = (
        "import sys, caregiver_app.ui.tasks.page;"
        "bad = [m for m in sys.modules if m.split('.')[0] in ('sqlalchemy', 'dateutil', 'holidays', 'reportlab')"
        " or m in ('caregiver_app.services.tasks', 'caregiver_app.domain.tasks', 'caregiver_app.ui.tasks.board')];"
        "assert not bad, bad"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_is_pressed_before_the_file_is_open_waits_for_it(
    page: TasksPage, parts: Parts, workspace: Workspace, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.new_button, Qt.MouseButton.LeftButton)
    parts.actions.opened(workspace)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), TaskEditor))
    dialog(TaskEditor).reject()


def test_space_ticks_a_task_done_and_undo_brings_it_back(opened: TasksPage, parts: Parts) -> None:
    board = board_of(opened)
    before = board.touched
    board.stand_on(stop_of(opened, SOUP.title))
    press(opened, Qt.Key.Key_Space)
    assert item_of(opened, SOUP.title).state is State.DONE
    assert board.touched == before + 1
    assert parts.actions.undo_text() == f"Undo Mark “{SOUP.title}” done"
    parts.actions.undo()
    assert item_of(opened, SOUP.title).state is State.NEEDS_HELPER
    parts.actions.redo()
    assert item_of(opened, SOUP.title).state is State.DONE
    press(opened, Qt.Key.Key_Space)
    assert item_of(opened, SOUP.title).state is State.NEEDS_HELPER


def test_delete_removes_a_task_and_undo_brings_the_same_one_back(opened: TasksPage, parts: Parts) -> None:
    item = item_of(opened, SOUP.title)
    board_of(opened).stand_on(Stop(MONDAY, item.id))
    press(opened, Qt.Key.Key_Delete)
    assert opened.panel.view is not None
    assert opened.panel.view.item(item.id) is None
    parts.actions.undo()
    assert opened.panel.view.item(item.id) == item


@pytest.mark.parametrize(("choice", "left"), [("this one", [27]), ("this and later", []), ("all", [])])
def test_removing_from_a_series_asks_how_much_is_meant(opened: TasksPage, choice: str, left: list[int]) -> None:
    board_of(opened).stand_on(Stop(TUESDAY, item_of(opened, WALK.title, TUESDAY).id))

    def yes(asked: ScopeDialog) -> QPushButton:
        asked.choices[tasks.Scope(choice)].setChecked(True)
        return asked.yes_button

    answer(yes)
    press(opened, Qt.Key.Key_Delete)
    assert opened.panel.view is not None
    assert [item.day.day for item in opened.panel.view.items if item.task.title == WALK.title] == left


def test_saying_no_to_the_question_removes_nothing(opened: TasksPage) -> None:
    board_of(opened).stand_on(Stop(TUESDAY, item_of(opened, WALK.title, TUESDAY).id))
    answer(lambda asked: asked.cancel_button)
    press(opened, Qt.Key.Key_Delete)
    assert item_of(opened, WALK.title, TUESDAY).state is State.COVERED


def test_the_keyboard_opens_form_and_list_of_helpers(opened: TasksPage) -> None:
    board_of(opened).stand_on(stop_of(opened, SOUP.title))
    press(opened, Qt.Key.Key_Return)
    assert dialog(TaskEditor).title.text() == SOUP.title
    dialog(TaskEditor).reject()
    press(opened, Qt.Key.Key_H)
    dialog(HelperChooser).reject()
    press(opened, Qt.Key.Key_N)
    assert dialog(TaskEditor).day.currentText() == "Mon Nov 23"
    dialog(TaskEditor).reject()


def test_pressing_an_open_card_offers_people_and_a_covered_one_its_form(opened: TasksPage, qtbot: QtBot) -> None:
    board = board_of(opened)
    for title, kind in ((SOUP.title, HelperChooser), (WALK.title, TaskEditor)):
        card = board.card_at(stop_of(opened, title))
        assert card is not None
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().topRight() + type(card.pos())(-15, 12))
        dialog(kind).reject()


def test_a_drag_and_the_menu_do_the_same(opened: TasksPage, parts: Parts) -> None:
    board = board_of(opened)
    stop = stop_of(opened, SOUP.title)
    board.dropped.emit(stop, WEDNESDAY)
    dragged = item_of(opened, SOUP.title)
    words = parts.actions.undo_text()
    parts.actions.undo()
    menu_action(opened, stop, "Move to", "Wed Nov 25")
    assert item_of(opened, SOUP.title) == dragged
    assert parts.actions.undo_text() == words == "Undo Move to Wed Nov 25"


def test_dragging_to_a_person_and_the_menu_do_the_same(opened: TasksPage, parts: Parts, qtbot: QtBot) -> None:
    stop = stop_of(opened, SOUP.title)
    opened.strip.by.choose("helper")
    opened.strip.shown_by.emit("helper")
    board = board_of(opened)
    qtbot.waitUntil(lambda: board.lane_at(ANA.id) is not None)
    board.dropped.emit(Stop(Loose.NEEDS_HELPER, stop.item_id), ANA.id)
    assert item_of(opened, SOUP.title).helpers == (ANA.id,)
    words = parts.actions.undo_text()
    parts.actions.undo()
    menu_action(opened, stop, "Give to", "Ana Lindqvist")
    assert item_of(opened, SOUP.title).helpers == (ANA.id,)
    assert parts.actions.undo_text() == words == "Undo Give to Ana"
    board.dropped.emit(Stop(ANA.id, stop.item_id), TOM.id)
    assert item_of(opened, SOUP.title).helpers == (TOM.id,)
    board.dropped.emit(Stop(TOM.id, stop.item_id), Loose.NEEDS_HELPER)
    assert item_of(opened, SOUP.title).state is State.NEEDS_HELPER


def test_somebody_can_be_asked_for_what_is_still_open_from_a_week_that_is_over(
    opened: TasksPage, parts: Parts, qtbot: QtBot
) -> None:
    rake = Task(title="Rake leaves", day=TODAY - timedelta(3))
    parts.actions.run("Add task", partial(tasks.add, task=rake, now=parts.actions.clock.now()))
    opened.go_back()
    opened.strip.by.choose("helper")
    opened.strip.shown_by.emit("helper")
    board = board_of(opened)
    qtbot.waitUntil(lambda: board.lane_at(Loose.NEEDS_HELPER) is not None)
    board.lane_at(Loose.NEEDS_HELPER).foot.click()
    assert dialog(HelperChooser).windowTitle() == "Choose a helper"


def test_the_menu_notes_what_people_answer(opened: TasksPage, parts: Parts) -> None:
    stop = stop_of(opened, SOUP.title)
    ask = partial(tasks.ask, item=item_of(opened, SOUP.title), person_id=ANA.id, now=parts.actions.clock.now())
    parts.actions.run("Ask", ask)
    menu_action(opened, stop, "Ana: not this time")
    assert (item_of(opened, SOUP.title).state, item_of(opened, SOUP.title).declined) == (
        State.NEEDS_HELPER,
        (ANA.id,),
    )
    menu_action(opened, stop, "Mark as not needed")
    assert item_of(opened, SOUP.title).state is State.NOT_NEEDED


def test_the_banner_counts_what_needs_a_helper_and_goes_when_nothing_does(opened: TasksPage, parts: Parts) -> None:
    banner = opened.panel.findChild(Banner)
    assert banner is not None and banner.title.text() == "2 tasks still need a helper"
    for title in (SOUP.title, TRASH.title):
        opened.panel.deeds.give(item_of(opened, title), ANA.id, "Ana")
    assert not banner.isVisible()
    parts.actions.undo()
    assert banner.isVisible() and banner.title.text() == "1 task still needs a helper"
    assert banner.button is not None
    banner.button.click()
    dialog(HelperChooser).reject()


def test_weeks_are_turned_and_found_again(opened: TasksPage, qtbot: QtBot) -> None:
    opened.go_on()
    assert opened.strip.label.text() == "Nov 29 – Dec 5"
    assert opened.strip.this_week.isEnabled()
    opened.go_back()
    opened.go_back()
    assert opened.strip.label.text() == "Nov 15 – 21"
    opened.go_today()
    assert opened.strip.label.text() == "Nov 22 – 28"


def test_a_task_that_is_moved_to_another_week_and_back_is_not_lost(opened: TasksPage, parts: Parts) -> None:
    item = item_of(opened, SOUP.title)
    opened.panel.deeds.move(item, replace(SOUP, day=MONDAY).day.replace(day=30))
    assert opened.panel.view is not None and opened.panel.view.item(item.id) is None
    parts.actions.undo()
    assert item_of(opened, SOUP.title).day == MONDAY


def test_an_empty_file_offers_the_first_task_and_ideas(
    page: TasksPage, parts: Parts, empty: Callable[[], Workspace], qtbot: QtBot
) -> None:
    parts.actions.opened(empty())
    state = page.panel.findChild(EmptyState)
    assert state is not None and state.button is not None and state.link is not None
    state.button.click()
    dialog(TaskEditor).reject()
    state.link.click()
    picker = dialog(StarterPicker)
    picker.boxes["dinner"].setChecked(True)
    picker.boxes["dog"].setChecked(True)
    assert picker.add_button.text() == "Add 2 tasks"
    picker.add_button.click()
    assert page.panel.view is not None
    assert [item.task.title for item in page.panel.view.items] == ["Dinner drop-off", "Walk the dog"]
    parts.actions.undo()
    assert page.panel.findChild(EmptyState) is not None


def test_an_empty_week_offers_to_copy_the_one_before(
    page: TasksPage, parts: Parts, empty: Callable[[], Workspace]
) -> None:
    workspace = empty()
    workspace.write(partial(tasks.add_all, tasks=[SOUP, TRASH]))
    parts.actions.opened(workspace)
    page.go_on()
    state = page.panel.findChild(EmptyState)
    assert state is not None and state.button is not None
    assert state.button.text() == "Copy this week’s tasks"
    state.button.click()
    assert page.panel.view is not None
    assert {(item.task.title, item.day.day) for item in page.panel.view.items} == {
        (SOUP.title, 30),
        (TRASH.title, 30),
    }
    assert parts.actions.undo_text() == "Undo Copy last week’s tasks"


def test_a_week_that_can_t_be_copied_says_so(opened: TasksPage, parts: Parts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(parts.actions.told) as heard:
        opened.copy_last_week()
    assert heard.args == ["Last week has nothing to copy."]
    opened.go_on()
    opened.copy_last_week()
    with qtbot.waitSignal(parts.actions.told) as heard:
        opened.copy_last_week()
    assert heard.args == ["Last week’s tasks are here already."]


def test_in_a_narrow_week_more_stays_beside_this_week(opened: TasksPage, qtbot: QtBot) -> None:
    strip = opened.strip
    opened.resize(430, 800)
    qtbot.waitUntil(lambda: strip.this_week.mapTo(opened, QPoint()).y() > strip.back.mapTo(opened, QPoint()).y())
    assert strip.more.mapTo(opened, QPoint()).y() == strip.this_week.mapTo(opened, QPoint()).y()


def test_printing_for_one_helper_asks_for_their_sheet(opened: TasksPage, qtbot: QtBot) -> None:
    opened.strip.by.choose("helper")
    opened.strip.shown_by.emit("helper")
    board = board_of(opened)
    qtbot.waitUntil(lambda: board.lane_at(TOM.id) is not None)
    lane = board.lane_at(TOM.id)
    assert lane is not None and lane.foot is not None
    with qtbot.waitSignal(opened.print_wanted) as told:
        lane.foot.click()
    assert told.args == ["helper", TODAY, TOM.id]


def test_holidays_are_named_after_the_cards(opened: TasksPage, qtbot: QtBot) -> None:
    thanksgiving = TUESDAY.replace(day=26)
    touched = board_of(opened).touched
    qtbot.waitUntil(lambda: "Thanksgiving" in board_of(opened).lane_at(thanksgiving).lane.note, timeout=10_000)
    assert board_of(opened).touched == touched


def test_a_page_that_is_made_anew_shows_the_same_week(opened: TasksPage, parts: Parts, qtbot: QtBot) -> None:
    opened.go_on()
    again = TasksPage(parts)
    qtbot.addWidget(again)
    again.show()
    assert again.strip.label.text() == "Nov 29 – Dec 5"


def test_the_first_open_card_can_be_stood_on(opened: TasksPage) -> None:
    assert opened.stand_on_first_open()
    card = board_of(opened).card_at(stop_of(opened, SOUP.title))
    assert card is not None and card.hasFocus()


def test_turning_the_week_leaves_one_tab_stop(opened: TasksPage, qtbot: QtBot) -> None:
    board = board_of(opened)
    board.stand_on(stop_of(opened, SOUP.title))
    opened.go_on()
    opened.go_back()
    reachable = [each for each in board.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(reachable) == 1


@pytest.mark.parametrize("weeks_on", [-1, 0, 1])
def test_the_week_stays_on_show_when_weeks_begin_on_another_day(opened: TasksPage, parts: Parts, weeks_on: int) -> None:
    opened.panel.turn(weeks_on)
    for first_day in (6, 0, 3, 6):
        parts.actions.run("Family choices", partial(household.choose, week_start=first_day))
        view = opened.panel.view
        assert view is not None and view.span.first.weekday() == first_day
        if weeks_on == 0:
            assert TODAY in view.span
