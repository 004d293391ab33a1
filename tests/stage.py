"""The window over a real file, for every test and picture that needs one: fixed day, made-up family."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.domain.calendar import Span, week_of
from caregiver_app.domain.household import Household
from caregiver_app.domain.people import Person
from caregiver_app.domain.tasks import Item
from caregiver_app.services import demo, people, tasks, welcome
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file
from caregiver_app.ui import accessibility
from caregiver_app.ui.actions import Actions
from caregiver_app.ui.background import Background
from caregiver_app.ui.main_window import MainWindow
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.settings import Settings
from caregiver_app.ui.theme import Theme

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

TODAY = date(2026, 11, 22)
W = TypeVar("W", bound=QWidget)


@cache
def _filled(kind: str) -> Path:
    """A file of a kind, made once in a run.

    “demo” and “reminded” are the made-up family, “leave” the same with a job and its log, “expenses” with its costs,
    “care” with small things and hard days, “welcomed” is empty after the first run, “begun” holds two names and
    nothing else.
    """
    path = Path(mkdtemp(prefix="caregiver-stage-")) / f"{kind}.care"
    workspace = Workspace(open_file(path), Clock(TODAY))
    if kind in ("demo", "reminded"):
        workspace.write(partial(demo.fill, today=TODAY))
    elif kind == "leave":
        workspace.write(_with_leave)
    elif kind == "expenses":
        workspace.write(_with_expenses)
    elif kind == "care":
        workspace.write(_with_care)
    elif kind == "welcomed":
        workspace.write(_welcome)
    elif kind == "begun":
        workspace.write(partial(welcome.introduce, caregiver="Dana Rivers", cared_for="Maria"))
    workspace.close()
    return path


def _with_leave(work: UnitOfWork) -> None:
    from tests.leave_family import fill

    demo.fill(work, today=TODAY)
    fill(work)


def _with_expenses(work: UnitOfWork) -> None:
    from tests.expense_family import fill

    demo.fill(work, today=TODAY)
    fill(work)


def _with_care(work: UnitOfWork) -> None:
    from tests.a11y.care_screens import fill

    demo.fill(work, today=TODAY)
    fill(work)


def _welcome(work: UnitOfWork) -> None:
    work.put(Household(welcomed=True))


def file_of(kind: str, folder: Path) -> Path:
    """A file of its own for a test: demo, leave, expenses, care, welcomed, begun or empty."""
    return Path(shutil.copy(_filled(kind), folder / f"{kind}.care"))


def spin(times: int = 6) -> None:
    """Let what waits happen: layouts, timers that are due, what was told later."""
    for _ in range(times):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@cache
def the_theme(app: QApplication) -> Theme:
    """The one look of a run: a program has one, and all windows follow it."""
    look = Theme(Settings(remember=False), app)
    look.apply()
    return look


@dataclass
class Stage:
    """A window with its file, which can be taken down again."""

    parts: Parts
    window: MainWindow
    workspace: Workspace

    def item(self, title: str) -> Item:
        """The first time of a task from today on."""
        span = Span(TODAY, week_of(TODAY, 0).shifted(28).last)
        plan = self.workspace.read(partial(tasks.plan, span=span))
        return next(item for item in plan.items() if item.task.title == title)

    def person(self, name: str) -> Person:
        """A helper by first name."""
        return next(person for person in self.workspace.read(people.helpers) if person.first_name == name)

    def show(self, width: int, height: int) -> None:
        """Show the window at a size, whole."""
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        spin()

    def close(self) -> None:
        """Take it all down."""
        self.window.close()
        self.parts.background.finish()
        self.window.deleteLater()
        spin(2)
        self.workspace.close()


def open_stage(theme: Theme, path: Path, settings: Settings | None = None) -> Stage:
    """A window over a file; it is not shown yet."""
    accessibility.install()
    settings = settings or Settings(remember=False)
    actions = Actions(theme)
    window = MainWindow(theme, actions, Background(theme), settings)
    workspace = Workspace(open_file(path), Clock(TODAY))
    actions.opened(workspace)
    return Stage(window.parts, window, workspace)
