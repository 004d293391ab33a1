"""The program as it starts: reminders begin once the first page is there, with the computer it starts quietly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.app import read_source
from caregiver_app.places import Source
from caregiver_app.ui.desktop import Desktop
from caregiver_app.ui.reminders.desk import Reminders
from tests.stage import TODAY, file_of, spin

PATIENCE = 20_000


@pytest.fixture
def start(qapp: QApplication, home: Path, tmp_path: Path) -> Iterator[Callable[[bool], Desktop]]:
    """Starts the program on the made-up family, in this process."""
    made: list[Desktop] = []

    def on(in_tray: bool) -> Desktop:
        source = Source(file=file_of("demo", tmp_path), today=TODAY, in_tray=in_tray)
        made.append(Desktop(qapp, source))
        made[-1].show()
        return made[-1]

    yield on
    QApplication.setQuitOnLastWindowClosed(True)
    for desktop in made:
        desktop.window.close()
        desktop.close()
        desktop.window.deleteLater()
        desktop.deleteLater()
    spin(2)


def watches(desktop: Desktop) -> bool:
    """Whether the reminders are on."""
    desk = desktop.window.findChild(Reminders)
    return desk is not None and desk.watcher is not None and desk.watcher.has_begun


@pytest.mark.parametrize("in_tray", [False, True])
def test_the_watch_begins_by_itself(qtbot: QtBot, start: Callable[[bool], Desktop], in_tray: bool) -> None:
    desktop = start(in_tray)
    assert desktop.window.isMinimized() is in_tray, "there is no tray on this screen"
    qtbot.waitUntil(lambda: watches(desktop), timeout=PATIENCE)
    desktop.window.come_forward()
    assert desktop.window.isVisible() and not desktop.window.isMinimized()


def test_the_command_line_says_so() -> None:
    assert read_source(["--in-tray"]).in_tray
    assert not read_source([]).in_tray
