"""A family with a few tasks in a real file, and its Tasks page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.domain.calendar import Every, Repeat, When
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.tasks import Item, Task
from caregiver_app.services import household, people, tasks
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file
from caregiver_app.ui.actions import Actions
from caregiver_app.ui.background import Background
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.settings import Settings
from caregiver_app.ui.tasks.board import Board
from caregiver_app.ui.tasks.card import TaskCard
from caregiver_app.ui.tasks.lanes import Stop
from caregiver_app.ui.tasks.page import TasksPage
from caregiver_app.ui.theme import Theme

D = TypeVar("D", bound=QWidget)

TODAY = date(2026, 11, 22)
MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
DANA = Person(name="Dana Rivers", role=Role.CAREGIVER)
MARIA = Person(name="Maria", role=Role.CARED_FOR)
ANA = Person(name="Ana Lindqvist", phone="555-0142", glad_to=frozenset({TaskKind.MEAL}))
TOM = Person(name="Tom Baker", phone="555-0129", glad_to=frozenset({TaskKind.PETS}))
WALK = Task(title="Walk Biscuit", day=TUESDAY, kind=TaskKind.PETS, repeat=Repeat(every=Every.WEEKS, on=(1, 4)))
SOUP = Task(title="Soup for the freezer", day=MONDAY, kind=TaskKind.MEAL, when=When(part=PartOfDay.EVENING))
TRASH = Task(title="Trash to the curb", day=MONDAY, kind=TaskKind.CHORES)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Dana cares for Maria; Ana and Tom help; a walk twice a week, a soup and the trash. Sunday, November 22."""
    opened = Workspace(open_file(tmp_path / "family.care"), Clock(TODAY))
    opened.write(partial(people.add_all, people=[DANA, MARIA, ANA, TOM]))
    opened.write(partial(tasks.add, task=WALK, helper_id=TOM.id, now=opened.clock.now()))
    opened.write(partial(tasks.add_all, tasks=[SOUP, TRASH]))
    yield opened
    opened.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Callable[[], Workspace]]:
    """Opens a new file of a family that needs no more welcome."""
    opened: list[Workspace] = []

    def open_one() -> Workspace:
        opened.append(Workspace(open_file(tmp_path / f"empty{len(opened)}.care"), Clock(TODAY)))
        opened[-1].write(partial(household.choose, welcomed=True))
        return opened[-1]

    yield open_one
    for workspace in opened:
        workspace.close()


@pytest.fixture
def parts(theme: Theme, qapp: QApplication) -> Iterator[Parts]:
    """What a page is given; the file is not open yet."""
    actions = Actions()
    background = Background()
    yield Parts(theme, actions, background, Settings(remember=False))
    background.finish()


@pytest.fixture
def page(qtbot: QtBot, parts: Parts) -> TasksPage:
    """The Tasks page, shown before any file is open."""
    shown = TasksPage(parts)
    qtbot.addWidget(shown)
    shown.resize(1300, 800)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def opened(qtbot: QtBot, page: TasksPage, parts: Parts, workspace: Workspace) -> TasksPage:
    """The page with the family's week on the board."""
    parts.actions.opened(workspace)
    qtbot.waitUntil(
        lambda: board_of(page).lane_at(TODAY) is not None and len(board_of(page).findChildren(TaskCard)) > 3
    )
    return page


def board_of(page: TasksPage) -> Board:
    """The board of a page."""
    board = page.panel.board
    assert board is not None
    return board


def item_of(page: TasksPage, title: str, day: date | None = None) -> Item:
    """One time of a task of the week that is shown."""
    assert page.panel.view is not None
    return next(item for item in page.panel.view.items if item.task.title == title and (day is None or item.day == day))


def stop_of(page: TasksPage, title: str) -> Stop:
    """Where a card stands by day."""
    item = item_of(page, title)
    return Stop(item.day, item.id)


def dialog(kind: type[D]) -> D:
    """The dialog that is open."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), f"{found} is open"
    return found


def focused() -> QWidget:
    """Where the keyboard is."""
    found = QApplication.focusWidget()
    assert found is not None, "the keyboard is somewhere"
    return found


def answer(button: Callable[[Any], QAbstractButton]) -> None:
    """Press a button of the next dialog that waits for an answer."""

    def press() -> None:
        found = QApplication.activeModalWidget()
        if found is None:  # not asked yet; a question that is never asked ends in the test's time limit
            QTimer.singleShot(10, press)
            return
        button(found).click()

    QTimer.singleShot(0, press)
