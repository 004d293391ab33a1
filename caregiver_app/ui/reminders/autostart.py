"""“Start with the computer”: one small entry where this computer looks for them, gone when it is turned off."""

from __future__ import annotations

import os
import plistlib
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from caregiver_app import resources

NAME, ID = "Caregiver Organizer", "caregiver-organizer"
IN_TRAY = "--in-tray"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")


def command(file: Path | None = None) -> list[str]:
    """How this very program is started, quietly; with its file when it is not the usual one."""
    more = [IN_TRAY, *(["--file", str(file.resolve())] if file is not None else [])]
    if getattr(sys, "frozen", False):
        return [sys.executable, *more]
    python = Path(sys.executable)
    windowed = python.with_name("pythonw.exe")
    main = resources.resource("").parent / "main.py"
    start = [str(main)] if main.exists() else ["-c", "from caregiver_app.app import main; raise SystemExit(main())"]
    return [str(windowed if sys.platform == "win32" and windowed.exists() else python), *start, *more]


def is_on() -> bool:
    """Whether the program starts with the computer."""
    if sys.platform == "win32":
        return _registry_value() is not None
    return entry_file().exists()


def turn_on(words: Sequence[str]) -> None:
    """Start with the computer by these words of a command line. Raises OSError where that can't be kept."""
    if sys.platform == "win32":
        _write_registry(windows_line(words))
        return
    entry = entry_file()
    entry.parent.mkdir(parents=True, exist_ok=True)
    if sys.platform == "darwin":
        entry.write_bytes(launch_agent(words))
    else:
        entry.write_text(desktop_entry(words), encoding="utf-8")


def turn_off() -> None:
    """Start no more by itself; nothing of it is left. Raises OSError when the entry can't be taken away."""
    if sys.platform == "win32":
        _remove_registry()
    else:
        entry_file().unlink(missing_ok=True)


def entry_file() -> Path:
    """The file that says so, on Linux and on the Mac."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"org.{ID}.plist"
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(config) / "autostart" / f"{ID}.desktop"


def desktop_entry(words: Sequence[str]) -> str:
    """What Linux desktops read."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        f"Name={NAME}",
        f"Exec={' '.join(_quoted(word) for word in words)}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "\n".join(lines) + "\n"


def launch_agent(words: Sequence[str]) -> bytes:
    """What the Mac reads."""
    facts = {"Label": f"org.{ID}", "ProgramArguments": list(words), "RunAtLoad": True, "ProcessType": "Interactive"}
    return plistlib.dumps(facts)


def windows_line(words: Sequence[str]) -> str:
    """What Windows keeps in its registry."""
    import subprocess

    return subprocess.list2cmdline(list(words))


def _quoted(word: str) -> str:
    """A word of a command as the standard of desktop entries wants it: quoted, and then escaped as any text there."""
    word = word.replace("%", "%%")
    if word and not _RESERVED & set(word):
        return word
    for letter in '\\"`$':
        word = word.replace(letter, f"\\{letter}")
    return f'"{word}"'.replace("\\", "\\\\")


def _registry_value() -> str | None:
    if sys.platform != "win32":
        return None
    import winreg

    with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
        return str(winreg.QueryValueEx(key, NAME)[0])
    return None


def _write_registry(line: str) -> None:
    if sys.platform == "win32":
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, line)


def _remove_registry() -> None:
    if sys.platform == "win32":
        import winreg

        access = winreg.KEY_SET_VALUE
        with suppress(FileNotFoundError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, access) as key:
            winreg.DeleteValue(key, NAME)
