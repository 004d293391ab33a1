"""The program as a whole: without a screen, with a file that does not open, and when something of ours breaks."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from caregiver_app import places
from caregiver_app.places import Source
from caregiver_app.ui.bugs import BugDialog, Bugs
from caregiver_app.ui.desktop import Desktop
from caregiver_app.ui.file_trouble import FileTrouble
from caregiver_app.ui.one_window import OneWindow
from caregiver_app.ui.widgets.texts import Text
from tests.disks import read_only_folder
from tests.stage import TODAY, Stage, file_of, spin

ROOT = Path(__file__).parents[2]
PATIENCE = 20_000


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Callable[[Path], Desktop]]:
    """Starts the program on a file, in this process."""
    made: list[Desktop] = []

    def start(file: Path) -> Desktop:
        one = OneWindow(file, qapp)
        made.append(Desktop(qapp, Source(file=file, today=TODAY), one if can_lock(one) else None))
        made[-1].show()
        return made[-1]

    yield start
    for desktop in made:
        desktop.window.close()
        desktop.close()
        desktop.window.deleteLater()
        desktop.deleteLater()
    spin(2)


def trouble_in(qtbot: QtBot, desktop: Desktop) -> FileTrouble:
    """The words over the window, once they are there."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), FileTrouble), timeout=PATIENCE)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, FileTrouble) and shown.parentWidget() is desktop.window
    return shown


def can_lock(one: OneWindow) -> bool:
    """Whether the file's lock was taken; a read-only folder has none."""
    try:
        return one.is_first()
    except PermissionError:
        return False


def words(trouble: FileTrouble) -> str:
    return " ".join(label.text() for label in trouble.findChildren(Text)).replace("\u200b", "")


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def not_ours(file: Path) -> None:
    file.write_text("a shopping list\n" * 100)


def damaged(file: Path) -> None:
    with file.open("r+b") as raw:
        raw.write(b"garbage garbage!")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [(newer, "newer version"), (not_ours, "file"), (damaged, "damaged")],
)
def test_a_file_that_does_not_open_says_so_and_another_can_be_chosen(
    qtbot: QtBot,
    tmp_path: Path,
    open_window: Callable[[Path], Desktop],
    spoil: Callable[[Path], None],
    told: str,
) -> None:
    (tmp_path / "spoiled").mkdir()
    file, good = file_of("demo", tmp_path / "spoiled"), file_of("demo", tmp_path)
    spoil(file)
    before = file.read_bytes()
    desktop = open_window(file)
    trouble = trouble_in(qtbot, desktop)
    assert told in words(trouble) and str(file) in words(trouble)
    trouble.choose_button.click()
    picker = trouble.findChild(QFileDialog)
    assert picker is not None
    with qtbot.waitSignal(desktop.actions.ready, timeout=PATIENCE):
        picker.fileSelected.emit(str(good))
    assert desktop.actions.workspace.path == good
    assert file.read_bytes() == before


def test_what_was_half_typed_long_ago_goes_a_while_after_the_file_is_opened(
    qtbot: QtBot, tmp_path: Path, open_window: Callable[[Path], Desktop]
) -> None:
    file = file_of("demo", tmp_path)
    old = tmp_path / ".demo.care.typed" / "visit-new.1.json"
    old.parent.mkdir()
    old.write_text("{}")
    os.utime(old, (0, 0))
    desktop = open_window(file)
    with qtbot.waitSignal(desktop.actions.ready, timeout=PATIENCE):
        pass
    assert old.exists(), "the first page comes first"
    qtbot.waitUntil(lambda: not old.exists(), timeout=PATIENCE)


def test_a_new_try_opens_the_file_that_was_brought_back(
    qtbot: QtBot, tmp_path: Path, open_window: Callable[[Path], Desktop]
) -> None:
    file = file_of("demo", tmp_path)
    kept = shutil.copy(file, tmp_path / "kept")
    damaged(file)
    desktop = open_window(file)
    trouble_in(qtbot, desktop).again_button.click()
    second = trouble_in(qtbot, desktop)
    shutil.copy(kept, file)
    with qtbot.waitSignal(desktop.actions.ready, timeout=PATIENCE):
        second.again_button.click()


def test_the_same_file_can_be_chosen_once_more(
    qtbot: QtBot, tmp_path: Path, open_window: Callable[[Path], Desktop]
) -> None:
    file = file_of("demo", tmp_path)
    kept = shutil.copy(file, tmp_path / "kept")
    damaged(file)
    desktop = open_window(file)
    trouble = trouble_in(qtbot, desktop)
    shutil.copy(kept, file)
    trouble.choose_button.click()
    picker = trouble.findChild(QFileDialog)
    assert picker is not None
    with qtbot.waitSignal(desktop.actions.ready, timeout=PATIENCE):
        picker.fileSelected.emit(str(file))
    assert desktop.actions.workspace.path == file


def test_quit_leaves_the_program(qtbot: QtBot, tmp_path: Path, open_window: Callable[[Path], Desktop]) -> None:
    file = file_of("demo", tmp_path)
    damaged(file)
    desktop = open_window(file)
    trouble_in(qtbot, desktop).quit_button.click()
    assert not desktop.window.isVisible()


AT_REST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from caregiver_app.places import Source
from caregiver_app.ui.desktop import prepare
from caregiver_app.ui.file_trouble import FileTrouble

def press():
    trouble = QApplication.activeModalWidget()
    if isinstance(trouble, FileTrouble):
        timer.stop()
        desktop.window.hide()
        QApplication.setQuitOnLastWindowClosed(False)  # as where there is a tray
        trouble.quit_button.click()

desktop = prepare(Source(file=Path(sys.argv[1]), in_tray=True))
desktop.show()
timer = QTimer(desktop)
timer.timeout.connect(press)
timer.start(50)
QApplication.exec()
desktop.close()
print("ended")
"""


def test_quit_leaves_the_program_also_at_rest_in_the_tray(home: Path, tmp_path: Path) -> None:
    file = file_of("demo", tmp_path)
    damaged(file)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", AT_REST, str(file)]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stdout.strip()) == (0, "ended"), ended.stderr


def test_a_folder_that_can_not_be_written_is_told(
    qtbot: QtBot, tmp_path: Path, open_window: Callable[[Path], Desktop]
) -> None:
    with read_only_folder(tmp_path / "locked") as folder:
        desktop = open_window(folder / "family.care")
        assert "can’t write" in words(trouble_in(qtbot, desktop))


def run(*options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program from a terminal that has no screen, unless these settings name one."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    known = {name: value for name, value in os.environ.items() if name not in hidden} | environment
    command = [sys.executable, "main.py", *options]
    return subprocess.run(command, cwd=ROOT, env=known, capture_output=True, text=True, timeout=60)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen")
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":9876"}], ids=["none", "unreachable"])
def test_without_a_screen_one_kind_line_says_what_to_do(home: Path, environment: dict[str, str]) -> None:
    ended = run("--demo", **environment)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.strip().splitlines()) == 1
    assert "screen" in ended.stderr and "Traceback" not in ended.stderr


def test_a_lock_that_can_not_be_made_is_no_crash(home: Path, tmp_path: Path) -> None:
    (tmp_path / "not a folder").write_text("words")
    ended = run("--file", str(tmp_path / "not a folder" / "family.care"))
    assert ended.returncode == 1 and "Traceback" not in ended.stderr  # no screen here; the lock came after


class Private(Exception):
    """An error whose words hold something typed."""


def _break() -> None:
    raise Private("Maria has a visit at the clinic")


def test_our_own_bug_is_told_honestly_and_written_down_without_private_words(
    qtbot: QtBot, stage: Stage, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back at the end
    Bugs(stage.parts, stage.window).watch()
    QTimer.singleShot(0, _break)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), BugDialog), timeout=PATIENCE)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BugDialog)
    said = " ".join(label.text() for label in dialog.findChildren(Text))
    assert "our mistake, not yours" in said and "safe" in said
    dialog.copy()
    log = places.log_file()
    for text in (log.read_text(), QApplication.clipboard().text()):
        assert "Private" in text and "_break" in text
        assert "Maria" not in text and "clinic" not in text
    assert sys.platform == "win32" or stat.S_IMODE(log.stat().st_mode) == 0o600
    dialog.go_on.click()
    assert stage.window.isVisible()


def test_a_bug_that_comes_again_and_again_opens_one_dialog(
    qtbot: QtBot, stage: Stage, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    Bugs(stage.parts, stage.window).watch()
    for _ in range(3):
        QTimer.singleShot(0, _break)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), BugDialog), timeout=PATIENCE)
    spin()
    assert len([each for each in stage.window.findChildren(BugDialog) if each.isVisible()]) == 1
