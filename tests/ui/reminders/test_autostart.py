"""What starts the program with the computer, as each system reads it."""

from __future__ import annotations

import plistlib
import re
import shlex
import shutil
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path

import pytest

from caregiver_app.ui.reminders import autostart

WORDS = ["/home/dana/My Apps/python", "/home/dana/$app/main.py", "--file", 'a "quoted" 100%.care']


def test_the_command_starts_this_very_program_in_the_tray() -> None:
    command = autostart.command(Path("family.care"))
    assert Path(command[0]).exists() and Path(command[1]).name == "main.py"
    assert command[2:] == ["--in-tray", "--file", str(Path("family.care").resolve())]
    done = subprocess.run([*command[:2], "--help"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and autostart.IN_TRAY in done.stdout


def test_desktops_on_linux_read_it_word_for_word(tmp_path: Path) -> None:
    entry = RawConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read_string(autostart.desktop_entry(WORDS))
    section = entry["Desktop Entry"]
    assert section["Type"] == "Application" and section["Terminal"] == "false"
    text = section["Exec"].replace("\\\\", "\\")  # first as any text of the file, then as a command
    words = [re.sub(r"\\([$`])", r"\1", word) for word in shlex.split(text)]
    assert [word.replace("%%", "%") for word in words] == WORDS


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-validate is not installed")
def test_the_entry_is_sound(tmp_path: Path) -> None:
    file = tmp_path / "x.desktop"
    file.write_text(autostart.desktop_entry(autostart.command()))
    done = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_mac_reads_it() -> None:
    facts = plistlib.loads(autostart.launch_agent(WORDS))
    assert facts["ProgramArguments"] == WORDS and facts["RunAtLoad"] is True


def test_windows_keeps_one_line() -> None:
    assert autostart.windows_line(["C:\\My Apps\\python.exe", "main.py"]) == '"C:\\My Apps\\python.exe" main.py'


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its registry")
@pytest.mark.usefixtures("home")
def test_turned_on_and_off_twice_is_no_trouble() -> None:
    assert not autostart.is_on()
    for _ in range(2):
        autostart.turn_on(WORDS)
        assert autostart.is_on()
    for _ in range(2):
        autostart.turn_off()
        assert not autostart.is_on()
