"""A family with a few tasks in a real file, and the look that its board is drawn with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_app.domain.calendar import Every, Repeat, When
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.tasks import Task
from caregiver_app.services import people, tasks
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file
from caregiver_app.ui.settings import Settings
from caregiver_app.ui.theme import Theme

TODAY = date(2026, 11, 22)
MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
DANA = Person(name="Dana Rivers", role=Role.CAREGIVER)
MARIA = Person(name="Maria", role=Role.CARED_FOR)
ANA = Person(name="Ana Lindqvist", phone="555-0142", glad_to=frozenset({TaskKind.MEAL}))
TOM = Person(name="Tom Baker", phone="555-0129", glad_to=frozenset({TaskKind.PETS}))
WALK = Task(title="Walk Biscuit", day=TUESDAY, kind=TaskKind.PETS, repeat=Repeat(every=Every.WEEKS, on=(1, 4)))
SOUP = Task(title="Soup for the freezer", day=MONDAY, kind=TaskKind.MEAL, when=When(part=PartOfDay.EVENING))
TRASH = Task(title="Trash to the curb", day=MONDAY, kind=TaskKind.CHORES)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Light colors at 100 %."""
    look = Theme(Settings(remember=False), qapp)
    look.apply()
    return look


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
    """Opens a new, empty file."""
    opened: list[Workspace] = []

    def open_one() -> Workspace:
        opened.append(Workspace(open_file(tmp_path / f"empty{len(opened)}.care"), Clock(TODAY)))
        return opened[-1]

    yield open_one
    for workspace in opened:
        workspace.close()
