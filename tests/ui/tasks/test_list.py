"""The list of tasks: found, filtered, sorted, opened and removed."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.tasks import State
from caregiver_app.services import tasks
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.tasks.editor import TaskEditor
from caregiver_app.ui.tasks.page import TasksPage
from caregiver_app.ui.tasks.table_model import Column, Shown
from caregiver_app.ui.tasks.task_list import Stretch, TaskList
from tests.ui.tasks.conftest import ANA, SOUP, TOM, TRASH, WALK, dialog, item_of


@pytest.fixture
def shown(opened: TasksPage) -> TaskList:
    """The list of the page."""
    opened.find_text()
    found = opened.panel.findChild(TaskList)
    assert found is not None
    return found


def titles(shown: TaskList) -> list[str]:
    """What is shown, in order."""
    return [row.item.task.title for row in shown.model.rows]


def test_ctrl_f_goes_to_the_search(shown: TaskList) -> None:
    assert QApplication.focusWidget() is shown.search
    assert titles(shown) == [SOUP.title, TRASH.title, WALK.title, WALK.title]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("soup", [SOUP.title]),
        ("tom walk", [WALK.title, WALK.title]),
        ("  TRASH curb ", [TRASH.title]),
        ("needs", [SOUP.title, TRASH.title]),
        ("nothing like it", []),
    ],
)
def test_words_in_any_order_find_tasks(shown: TaskList, words: str, found: list[str]) -> None:
    shown.search.setText(words)
    assert titles(shown) == found
    n = len(found)
    words_for_it = {0: "No task fits. Try another word or choice.", 1: "1 task"}.get(n, f"{n} tasks")
    assert shown.count.text() == words_for_it


def test_filters_by_state_kind_and_person(shown: TaskList, opened: TasksPage, parts: Parts) -> None:
    ask = partial(tasks.ask, item=item_of(opened, SOUP.title), person_id=ANA.id, now=parts.actions.clock.now())
    parts.actions.run("Ask", ask)
    for choice, found in (
        (Shown.OPEN, [SOUP.title, TRASH.title]),
        (Shown.ASKED, [SOUP.title]),
        (Shown.COVERED, [WALK.title, WALK.title]),
        (Shown.DONE, []),
        (Shown.ALL, [SOUP.title, TRASH.title, WALK.title, WALK.title]),
    ):
        shown.shown.choose(choice)
        assert titles(shown) == found
    shown.kind.choose(TaskKind.CHORES)
    assert titles(shown) == [TRASH.title]
    shown.kind.choose(None)
    shown.person.choose(TOM.id)
    assert titles(shown) == [WALK.title, WALK.title]
    shown.person.choose(ANA.id)
    assert titles(shown) == [SOUP.title], "who was asked counts too"


def test_other_stretches_of_days(shown: TaskList) -> None:
    shown.stretch.choose(Stretch.NEXT_WEEKS)
    assert titles(shown).count(WALK.title) == 8
    shown.stretch.choose(Stretch.LAST_YEAR)
    assert titles(shown) == []


def test_sorting_by_any_column_and_back(shown: TaskList) -> None:
    shown.table.sortByColumn(Column.TITLE, Qt.SortOrder.DescendingOrder)
    assert titles(shown) == [WALK.title, WALK.title, TRASH.title, SOUP.title]
    for column in Column:
        shown.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        assert len(titles(shown)) == 4
    shown.table.sortByColumn(Column.WHO, Qt.SortOrder.AscendingOrder)
    assert titles(shown)[:2] == [WALK.title, WALK.title], "tasks without a name come last"


def test_enter_opens_space_ticks_and_delete_removes(shown: TaskList, opened: TasksPage, parts: Parts) -> None:
    shown.search.setText("trash")
    shown.table.setFocus()
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert dialog(TaskEditor).title.text() == TRASH.title
    dialog(TaskEditor).reject()
    QTest.keyClick(shown.table, Qt.Key.Key_Space)
    assert shown.model.rows[0].item.state is State.DONE
    QTest.keyClick(shown.table, Qt.Key.Key_Delete)
    assert titles(shown) == []
    parts.actions.undo()
    assert titles(shown) == [TRASH.title]


def test_the_list_follows_changes_and_keeps_its_place(shown: TaskList, opened: TasksPage) -> None:
    shown.table.setCurrentIndex(shown.model.index(2, Column.TITLE))
    item = shown.model.rows[2].item
    opened.panel.deeds.tick(item_of(opened, SOUP.title))
    row = shown.model.rows[shown.table.currentIndex().row()]
    assert row.item.id == item.id


def test_narrow_lists_leave_columns_out(shown: TaskList, opened: TasksPage, qtbot: QtBot) -> None:
    opened.resize(720, 700)
    QApplication.processEvents()
    assert shown.table.isColumnHidden(Column.KIND)
    assert not shown.table.isColumnHidden(Column.TITLE)
    assert shown.table.horizontalScrollBar().maximum() == 0
