"""One window for each file, with real programs: a second start shows the first; after a crash a new one opens."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caregiver_app.places import Source
from caregiver_app.ui.desktop import Desktop
from caregiver_app.ui.one_window import OneWindow
from tests.stage import TODAY, file_of

ROOT = Path(__file__).parents[2]
PATIENCE = 20_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return file_of("demo", tmp_path)


@pytest.fixture
def programs(home: Path) -> Iterator[list[subprocess.Popen[str]]]:
    """What a test starts; all of it is ended at the end."""
    started: list[subprocess.Popen[str]] = []
    yield started
    for program in started:
        program.kill()
        program.communicate()


def start(programs: list[subprocess.Popen[str]], file: Path) -> subprocess.Popen[str]:
    """The program, as from a terminal."""
    command = [sys.executable, "main.py", "--file", str(file), "--today", TODAY.isoformat()]
    pipe = subprocess.PIPE
    programs.append(subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True))
    return programs[-1]


def holder(file: Path) -> int:
    """The process that holds a file’s lock; 0 for none."""
    lock = Path(f"{file}.lock")
    return int(lock.read_text().splitlines()[0]) if lock.exists() and lock.read_text() else 0


def has_open(file: Path, program: subprocess.Popen[str]) -> bool:
    """Whether the program has the file open: its write-ahead log lies beside it."""
    return holder(file) == program.pid and file.with_name(f"{file.name}-wal").exists()


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_second_start_shows_the_first_window_and_ends_well(
    qtbot: QtBot, file: Path, programs: list[subprocess.Popen[str]], desktop: Desktop
) -> None:
    desktop.window.showMinimized()
    second = start(programs, file)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=PATIENCE)
    assert second.returncode == 0, second.communicate()
    qtbot.waitUntil(lambda: not desktop.window.isMinimized(), timeout=PATIENCE)


@pytest.fixture
def desktop(qtbot: QtBot, qapp: object, file: Path) -> Iterator[Desktop]:
    """The first window, in this process, with its lock and its file."""
    one = OneWindow(file)
    assert one.is_first()
    made = Desktop(qapp, Source(file=file, today=TODAY), one)  # type: ignore[arg-type]
    with qtbot.waitSignal(made.actions.ready, timeout=PATIENCE):
        made.show()
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()
    made.deleteLater()


def test_after_a_crash_the_file_opens_and_answers_again(
    qtbot: QtBot, file: Path, programs: list[subprocess.Popen[str]]
) -> None:
    first = start(programs, file)
    qtbot.waitUntil(lambda: has_open(file, first), timeout=PATIENCE)
    first.kill()
    first.wait()
    second = start(programs, file)
    qtbot.waitUntil(lambda: has_open(file, second), timeout=PATIENCE)
    third = start(programs, file)
    qtbot.waitUntil(lambda: third.poll() is not None, timeout=PATIENCE)
    assert third.returncode == 0, third.communicate()
    assert second.poll() is None


def test_the_lock_goes_with_the_window(file: Path) -> None:
    first, second = OneWindow(file), OneWindow(file)
    assert first.is_first() and not second.is_first()
    first.release()
    assert second.is_first()
    second.release()


def test_a_window_is_for_its_own_file_only(tmp_path: Path, file: Path) -> None:
    one, other = OneWindow(file), OneWindow(tmp_path / "other.care")
    assert one.is_first() and other.is_first()
    one.release()
    other.release()
