"""Begins the first run in an empty file, and opens its steps again from the welcome cards."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.ui.parts import Parts
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.ui.main_window import MainWindow


def if_new(parts: Parts, window: MainWindow) -> None:
    """Begin the first run when nothing at all was told yet."""
    from PySide6.QtCore import QLocale

    from caregiver_app.services import household, welcome
    from caregiver_app.ui.welcome.computer import first_guess

    if parts.actions.read(welcome.progress).is_new:
        parts.actions.note(partial(household.choose, **first_guess(QLocale.system())))
        FirstRun(parts, window).greet()


def step(name: str, parts: Parts, window: MainWindow) -> None:
    """Open one step: “helpers”, “tasks” or “sheet”."""
    run = FirstRun(parts, window)
    if name == "helpers":
        run.helpers_again()
    elif name == "tasks":
        run.pick_tasks()
    else:
        window.open_print("week", run.day())


class FirstRun(QObject):
    """One step after the other. Each can be left; the cards on the Tasks tab offer what is still to do."""

    def __init__(self, parts: Parts, window: MainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window

    def greet(self, name: str = "", cared_for: str = "") -> None:
        """Ask for the two names."""
        from caregiver_app.ui.welcome.hello import HelloDialog

        hello = HelloDialog(self._parts, (name, cared_for), self._window)
        hello.started.connect(self.ask_for_helpers)
        hello.resized.connect(self.greet)
        hello.open()

    def ask_for_helpers(self) -> None:
        """Ask who might help."""
        from caregiver_app.ui.welcome.helpers import HelpersDialog

        helpers = HelpersDialog(self._parts, self._window)
        helpers.done_with.connect(partial(self.pick_tasks, after_helpers=True))
        helpers.open()

    def helpers_again(self) -> None:
        """The list of helpers when there are some; else the five lines, and nothing after them."""
        from caregiver_app.services import people
        from caregiver_app.ui.welcome.helpers import HelpersDialog

        if self._parts.actions.read(people.helpers):
            self._window.open_people()
        else:
            HelpersDialog(self._parts, self._window).open()

    def pick_tasks(self, *, after_helpers: bool = False) -> None:
        """Offer common tasks for the week that the board shows; in the first run there is a way back."""
        from caregiver_app.domain.calendar import week_of
        from caregiver_app.services import household
        from caregiver_app.ui.tasks.starters import StarterPicker

        family = self._parts.actions.read(household.household)
        week = week_of(self.day(), family.week_start)
        picker = StarterPicker(self._parts, week, self._window, after_a_step=after_helpers)
        picker.back.connect(self.ask_for_helpers)
        picker.added.connect(self._show_board)
        picker.open()

    def day(self) -> date:
        """A day of the week that is planned now: the one on the board, or that which it would open with."""
        from caregiver_app.domain.calendar import opening_day
        from caregiver_app.services import household

        page = self._window.page
        shown = page.print_day() if page is not None else None
        if shown is not None:
            return shown
        family = self._parts.actions.read(household.household)
        return opening_day(self._parts.actions.clock.local(), family.week_start)

    def _show_board(self, _count: int = 0) -> None:
        """The board, with the first open card chosen and a word on what comes next."""
        from caregiver_app.ui.tasks.page import TasksPage

        self._window.activateWindow()
        self._window.show_tab("tasks")
        page = self._window.page
        if isinstance(page, TasksPage):
            page.stand_on_first_open()
        tip = tr("Choose a helper, or leave it blank for people to sign up.")
        self._window.notices.tell(tip, tr("Print week sheet"), partial(self._window.open_print, "week", self.day()))
