"""The board by hand: keys, mouse, places, and what is drawn anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.domain.tasks import Status
from caregiver_app.services import tasks
from caregiver_app.services.workspace import Workspace
from caregiver_app.ui.tasks.board import Board, By, Wish
from caregiver_app.ui.tasks.card_style import CardStyle
from caregiver_app.ui.tasks.lanes import Loose, Stop
from caregiver_app.ui.tasks.week import WeekView, read_week
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.scrolling import Scrolling
from tests.ui.tasks.conftest import ANA, MONDAY, SOUP, TODAY, TOM, TRASH, TUESDAY, WALK, WEDNESDAY


@pytest.fixture
def view(workspace: Workspace) -> WeekView:
    """The week of November 22."""
    return workspace.read(partial(read_week, day=TODAY))


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, view: WeekView) -> Scrolling:
    """A window with a board in it, wide enough for columns."""
    shown = Scrolling(Board(CardStyle(theme, view.people)))
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    shown.show()
    return shown


@pytest.fixture
def board(qtbot: QtBot, window: Scrolling, view: WeekView) -> Board:
    """The board with the week on it."""
    made = window.widget()
    assert isinstance(made, Board)
    with qtbot.waitSignal(made.built):
        made.show_week(view, By.DAY, TODAY)
    qtbot.waitExposed(window)
    QApplication.processEvents()
    return made


def item_id(view: WeekView, title: str) -> Any:
    """The first time of a task."""
    return next(item.id for item in view.items if item.task.title == title)


def title(board: Board) -> str:
    """The title of the card that has the keyboard; empty on the foot of a lane."""
    card = board.card_at(board.current)
    assert card is None or card.hasFocus()
    return card.words.title if card is not None else ""


def press(board: Board, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or board, key)


def test_the_board_is_one_stop_for_the_tab_key(board: Board, qtbot: QtBot) -> None:
    stops = [
        widget
        for widget in board.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert len(stops) == 1


def test_arrows_walk_over_the_board(board: Board, view: WeekView) -> None:
    board.stand_on(Stop(TODAY))
    press(board, Qt.Key.Key_Right)
    assert title(board) == SOUP.title
    press(board, Qt.Key.Key_Down)
    assert title(board) == TRASH.title
    press(board, Qt.Key.Key_Down)
    assert board.current == Stop(MONDAY)
    press(board, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right)
    assert title(board) == WALK.title


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_Space, Wish.TICK),
        (Qt.Key.Key_Return, Wish.OPEN),
        (Qt.Key.Key_N, Wish.NEW),
        (Qt.Key.Key_H, Wish.CHOOSE),
        (Qt.Key.Key_Delete, Wish.REMOVE),
    ],
)
def test_keys_tell_what_is_wanted_with_a_card(board: Board, qtbot: QtBot, key: Qt.Key, wish: Wish) -> None:
    board.stand_on_first_open()
    here = board.current
    with qtbot.waitSignal(board.wished) as told:
        press(board, key)
    assert told.args == [wish, here]


def test_the_foot_of_a_day_adds_a_task(board: Board, qtbot: QtBot) -> None:
    board.stand_on(Stop(WEDNESDAY))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(board.wished) as told:
            press(board, key)
        assert told.args == [Wish.FOOT, Stop(WEDNESDAY)]


def test_box_and_card_are_two_things_to_the_mouse(board: Board, view: WeekView, qtbot: QtBot) -> None:
    here = Stop(MONDAY, item_id(view, SOUP.title))
    card = board.card_at(here)
    assert card is not None
    with qtbot.waitSignal(board.wished) as told:
        qtbot.mouseClick(card.box, Qt.MouseButton.LeftButton)
    assert told.args == [Wish.TICK, here]
    assert not card.box.isChecked(), "the box waits for the change to be saved"
    with qtbot.waitSignal(board.wished) as told:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(30, 15))
    assert told.args == [Wish.PRESS, here]


def test_a_card_can_be_dragged_to_another_day_and_let_go_where_it_was(
    board: Board, view: WeekView, qtbot: QtBot
) -> None:
    here = Stop(MONDAY, item_id(view, SOUP.title))
    with qtbot.waitSignal(board.dropped) as told:
        drag(board, here, board.lane_at(WEDNESDAY))
    assert told.args == [here, WEDNESDAY]
    with qtbot.assertNotEmitted(board.dropped), qtbot.assertNotEmitted(board.wished):
        drag(board, here, board.lane_at(MONDAY))


def test_escape_ends_a_drag(board: Board, view: WeekView, qtbot: QtBot) -> None:
    here = Stop(MONDAY, item_id(view, SOUP.title))
    with qtbot.assertNotEmitted(board.dropped):
        drag(board, here, board.lane_at(WEDNESDAY), before_letting_go=partial(press, board, Qt.Key.Key_Escape))


def drag(board: Board, stop: Stop, target: QWidget | None, before_letting_go: Any = None) -> None:
    """Pull a card over a lane and let it go there."""
    card = board.card_at(stop)
    assert card is not None and target is not None
    card.setFocus()
    end = card.mapFromGlobal(target.mapToGlobal(QPoint(40, 60)))
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(30, 15))
    for part in (0.3, 0.6, 1.0):
        at = QPoint(round(30 + (end.x() - 30) * part), round(15 + (end.y() - 15) * part))
        QTest.mouseMove(card, at)
    if before_letting_go is not None:
        before_letting_go()
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=end)


def test_one_change_touches_one_card(board: Board, view: WeekView, workspace: Workspace) -> None:
    item = next(item for item in view.items if item.task.title == WALK.title)
    before = board.touched
    after = view.after(
        workspace.write(partial(tasks.set_status, item=item, status=Status.DONE, now=workspace.clock.now()))
    )
    assert after is not None
    board.show_week(after, By.DAY, TODAY)
    assert board.touched == before + 1
    card = board.card_at(Stop(TUESDAY, item.id))
    assert card is not None and card.box.isChecked()
    assert card.accessibleName() == "Walk Biscuit, Tue Nov 24, Tom, done"


def test_the_keyboard_stays_with_a_card_that_moves(board: Board, view: WeekView, workspace: Workspace) -> None:
    item = next(item for item in view.items if item.task.title == SOUP.title)
    board.stand_on(Stop(MONDAY, item.id))
    after = view.after(workspace.write(partial(tasks.move, item=item, day=WEDNESDAY)))
    assert after is not None
    board.show_week(after, By.DAY, TODAY)
    assert board.current == Stop(WEDNESDAY, item.id)
    assert title(board) == SOUP.title


def test_when_a_card_goes_the_keyboard_stands_on_the_next(board: Board, view: WeekView, workspace: Workspace) -> None:
    item = next(item for item in view.items if item.task.title == SOUP.title)
    board.stand_on(Stop(MONDAY, item.id))
    after = view.after(
        workspace.write(partial(tasks.remove, item=item, scope=tasks.Scope.ALL, now=workspace.clock.now()))
    )
    assert after is not None
    board.show_week(after, By.DAY, TODAY)
    assert title(board) == TRASH.title


def test_narrow_boards_are_lists_and_nothing_is_cut(board: Board, qtbot: QtBot) -> None:
    assert board.in_columns
    board.window().resize(700, 700)
    QApplication.processEvents()
    assert not board.in_columns
    for card in (board.card_at(stop) for stop in (Stop(MONDAY, key) for key in board.lane_at(MONDAY).cards)):
        assert card is not None and card.height() >= card.heightForWidth(card.width())


def test_columns_are_equally_wide(board: Board) -> None:
    widths = {board.lane_at(TODAY + timedelta(n)).width() for n in range(7)}
    assert len(widths) == 1


def test_a_very_long_title_is_never_cut(board: Board, view: WeekView, workspace: Workspace) -> None:
    long = replace(SOUP, title="Bring soup " * 180 + "x" * 400)
    after = view.after(workspace.write(partial(tasks.add_all, tasks=[long])))
    assert after is not None
    board.show_week(after, By.DAY, TODAY)
    QApplication.processEvents()
    card = board.card_at(Stop(MONDAY, item_id(after, " ".join(long.title.split()))))
    assert card is not None
    assert card.height() >= card.heightForWidth(card.width()) > 2000
    assert board.height() >= card.height()


def test_by_helper_cards_stand_with_people(board: Board, view: WeekView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.built):
        board.show_week(view, By.HELPER, TODAY)
    lane = board.lane_at(TOM.id)
    assert lane is not None
    assert [card.words.title for card in lane.cards.values()] == [WALK.title, WALK.title]
    here = Stop(Loose.NEEDS_HELPER, item_id(view, SOUP.title))
    with qtbot.waitSignal(board.dropped) as told:
        drag(board, here, board.lane_at(ANA.id))
    assert told.args == [here, ANA.id]


def test_a_screen_reader_finds_the_boxes(board: Board, view: WeekView) -> None:
    todo = [QAccessible.queryAccessibleInterface(board)]
    found = {}
    while todo:
        node = todo.pop()
        if node.isValid():
            found[node.text(QAccessible.Text.Name)] = node.role()
            todo += [node.child(n) for n in range(node.childCount())]
    assert found["Done: Walk Biscuit"] is QAccessible.Role.CheckBox
    assert "Walk Biscuit, Tue Nov 24, Tom, covered" in found
    assert "Soup for the freezer, Mon Nov 23, Evening, needs a helper" in found
    assert found["Add a task on Monday, November 23"] is QAccessible.Role.Button


def test_pressing_a_box_through_a_screen_reader_ticks(board: Board, view: WeekView, qtbot: QtBot) -> None:
    card = board.card_at(Stop(MONDAY, item_id(view, SOUP.title)))
    assert card is not None
    action = QAccessible.queryAccessibleInterface(card.box).actionInterface()
    with qtbot.waitSignal(board.wished) as told:
        action.doAction(action.pressAction())
    assert told.args[0] is Wish.TICK
