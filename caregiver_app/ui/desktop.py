"""The desktop program from start to end: first the window, then the file, then the rest."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from caregiver_app.domain.problems import FileProblem
from caregiver_app.places import Source, usual_file
from caregiver_app.ui.actions import Actions
from caregiver_app.ui.background import Background
from caregiver_app.ui.main_window import MainWindow
from caregiver_app.ui.one_window import OneWindow
from caregiver_app.ui.opener import Opener
from caregiver_app.ui.settings import Settings
from caregiver_app.ui.tabs import FIRST
from caregiver_app.ui.theme import Theme
from caregiver_app.words import tr

if TYPE_CHECKING:
    from pathlib import Path

    from caregiver_app.services.workspace import Workspace
    from caregiver_app.ui.reminders.desk import Reminders

DONE, WORLD = 0, 1
SETTLED_MS = 400
QUIET_MS = 1500  # reminders wait until the first page is whole
SWEEP_MS = 3000  # and cleaning up for both


def run(source: Source) -> int:
    """Show the window and stay until it is closed; the exit code says how it went."""
    desktop = prepare(source)
    if isinstance(desktop, int):
        return desktop
    desktop.show()
    QTimer.singleShot(0, desktop.watch_for_bugs)
    code = QApplication.exec()
    desktop.close()
    return code


def prepare(source: Source) -> Desktop | int:
    """The program ready to show its window; or an exit code when there is no screen, or a window is there already."""
    if not _has_screen():
        return _say(_no_screen())
    gc.disable()  # looking for garbage while hundreds of modules load would only stall the window
    qInstallMessageHandler(_stop_in_words)
    app = QApplication([*sys.argv[:1], "-style", "fusion"])  # setStyle() would hand Python the whole style class
    qInstallMessageHandler(None)
    app.setApplicationName("Caregiver Organizer")
    app.setDesktopFileName("caregiver-organizer")
    one = None
    if not source.demo and source.database is None:
        try:
            one = OneWindow(source.file or usual_file(), app)
            if not one.is_first():
                return DONE if one.show_first() else _say(_in_use())
        except OSError:
            one = None  # opening the file says what is wrong, in the window
    return Desktop(app, source, one)


class Desktop(QObject):
    """The window with what it needs, and the file once it is open."""

    def __init__(self, app: QApplication, source: Source, one: OneWindow | None = None) -> None:
        super().__init__(app)
        self._source = source
        self._one = one
        self.settings = Settings(remember=not source.demo)
        self.theme = Theme(self.settings, app)
        self.theme.apply()
        self.actions = Actions(self)
        self.background = Background(self)
        self.window = MainWindow(self.theme, self.actions, self.background, self.settings)
        self._opener: Opener | None = None
        self._workspace: Workspace | None = None
        self._listening = False
        self._reminders: Reminders | None = None

    def show(self) -> None:
        """Show the window; everything else follows its first paint."""
        if self._source.in_tray:
            self._rest()
            return
        self.window.painted.connect(self._after_first_paint)
        self.window.show()

    def close(self) -> None:
        """Let go of the file and the lock."""
        if self._reminders is not None:
            self._reminders.close()
        self.background.finish()
        if self._workspace is not None:
            self._workspace.close()
        if self._one is not None:
            self._one.release()

    def watch_for_bugs(self) -> None:
        """Tell the person honestly when something of ours breaks."""
        from caregiver_app.ui.bugs import Bugs

        Bugs(self.window.parts, self.window).watch()

    def _after_first_paint(self) -> None:
        self.open(self._source)
        QTimer.singleShot(SETTLED_MS, self._after_first_cards)

    def _after_first_cards(self) -> None:
        """What can wait until there is something to see."""
        gc.freeze()
        gc.enable()
        from caregiver_app.ui import accessibility

        accessibility.install()
        self.theme.watch()
        self._listening = True
        self._listen()
        QTimer.singleShot(QUIET_MS, self, self._remind)

    def _rest(self) -> None:
        """Started with the computer: into the tray; small where there is none."""
        from caregiver_app.ui.reminders.tray import Tray

        if Tray.is_offered():
            QApplication.setQuitOnLastWindowClosed(False)
        else:
            self.window.showMinimized()
        self.window.complete()
        self._after_first_paint()

    def _remind(self) -> None:
        from caregiver_app.ui.reminders.desk import Reminders

        self._reminders = Reminders(self.window, may_rest=not self._source.demo)

    def _listen(self) -> None:
        if self._one is not None and self._listening:
            self._one.listen()
            self._one.asked.connect(self.window.come_forward)

    def open(self, source: Source) -> None:
        """Open data beside the window."""
        self._opener = Opener(partial(_workspace, source, self.settings.text("tab", FIRST)), self)
        self._opener.opened.connect(self._opened)
        self._opener.problem.connect(self._not_opened)
        self._opener.bug.connect(_report)
        self._opener.start()

    def _opened(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.actions.opened(workspace)
        QTimer.singleShot(SWEEP_MS, self, self._clean_up)

    def _clean_up(self) -> None:
        """What was half typed and is of no use any more goes from the disk; a problem now is none of the person's."""
        if self._workspace is not None:
            self.background.run(partial(_without_half_typed, self._workspace))

    def _not_opened(self, problem: FileProblem) -> None:
        """Say what is wrong with the file, with ways out; the window is of no use without one."""
        from caregiver_app.ui.file_trouble import FileTrouble
        from caregiver_app.ui.leaving import leave

        source = self._source
        where = "" if source.demo or source.database else str(source.file or usual_file())
        trouble = FileTrouble(self.window.parts, problem, where, self.window)
        trouble.again.connect(self._open_again)
        trouble.chosen.connect(self._open_other)
        trouble.quit.connect(partial(leave, self.window))  # also where the window rests in the tray
        trouble.open()

    def _open_again(self) -> None:
        self.open(self._source)

    def _open_other(self, file: Path) -> None:
        """Open a file that was chosen in place of the one that did not open; its lock comes first."""
        if self._one is not None and self._one.is_for(file):
            self._open_again()
            return
        one: OneWindow | None
        try:
            one = OneWindow(file, self)
            if not one.is_first():
                one.show_first()
                self._not_opened(_in_use())
                return
        except OSError:
            one = None
        if self._one is not None:
            self._one.release()
        self._one = one
        self._source = Source(file=file, today=self._source.today)
        self._listen()
        self.open(self._source)


def _workspace(source: Source, tab: str) -> Workspace:
    """Open the data. This imports the database layer, so it runs beside the window; so does what the page needs."""
    from caregiver_app.services.opening import open_workspace

    workspace = open_workspace(source.file, source.database, demo=source.demo, today=source.today)
    if tab == "tasks":
        from caregiver_app.ui.tasks import panel as of_tasks

        workspace.at_hand = of_tasks.opening_view(workspace)
    elif tab == FIRST:
        from caregiver_app.ui.today import panel as of_today

        workspace.at_hand = of_today.opening_view(workspace)
    return workspace


def _without_half_typed(workspace: Workspace) -> None:
    from caregiver_app.services.half_typed import clean_up

    clean_up(workspace)


def _has_screen() -> bool:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _stop_in_words(kind: QtMsgType, _context: object, _message: str) -> None:
    """Qt stops the program when it can't reach a screen; say so in words instead of crashing."""
    if kind is QtMsgType.QtFatalMsg:
        _say(_no_screen())
        os._exit(WORLD)


def _say(problem: FileProblem) -> int:
    print(problem, file=sys.stderr)
    return WORLD


def _no_screen() -> FileProblem:
    return FileProblem(
        tr("There is no screen to show the window on."),
        tr("Start it from a desktop. To make a PDF without one, run “main.py print --list.”"),
    )


def _in_use() -> FileProblem:
    return FileProblem(
        tr("This file is open in another window, but that window does not answer."),
        tr("Close it, then start again."),
    )


def _report(error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)
