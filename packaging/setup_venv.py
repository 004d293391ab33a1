"""Makes .venv and fetches what is locked, on the standard library alone: the ground under run.py and test.py."""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this file is the one that older Pythons get to read
    sys.exit("This needs Python 3.11 or later, and this is {}.{}. Start it with a newer one.".format(*sys.version_info))

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

# The system's libraries that Qt loads, and what Debian calls them.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def prepare(lock: str, programs: Mapping[str, str] | None = None) -> None:
    """Bring this computer to where the program starts; ends the process with one plain line when it can't.

    `lock` is the name of a requirements file; `programs` are the programs that are needed beside it, and the Debian
    package of each.
    """
    missing = _missing_system_parts(programs or {})
    if missing:
        _install_system_parts(missing)
    locked = ROOT / lock
    if _stamp(locked) == _stamp_text(locked) and PYTHON.exists():
        return
    print(f"Setting up {VENV.name}. This takes a minute or two, once.", flush=True)
    _make_venv(locked)
    _run([PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--require-hashes", "-r", locked])
    _stamp_file(locked).write_text(_stamp_text(locked), encoding="utf-8")


def has_screen() -> bool:
    """Whether a window can be shown."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in names)


def start(*command: str | Path) -> int:
    """Run a program of .venv until it ends, in its own words; gives its exit code."""
    try:
        return subprocess.run([PYTHON, *command], cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


def _missing_system_parts(programs: Mapping[str, str]) -> list[str]:
    """The Debian packages of what is missing; their names say elsewhere, too, what to look for."""
    missing = [] if _can_make_venv() else ["python3-venv"]
    if sys.platform.startswith("linux"):
        missing += [package for library, package in LIBRARIES.items() if not _loads(library)]
        missing += [package for program, package in programs.items() if not _has_program(program)]
    return missing


def _can_make_venv() -> bool:
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        return False
    return True


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_program(name: str) -> bool:
    path = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
    return bool(shutil.which(name, path=path)) or any(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))


def _install_system_parts(missing: list[str]) -> None:
    debian = Path("/etc/debian_version").exists() and shutil.which("apt-get")
    if not debian:
        _leave_out_or_stop(missing, f"Install these, then start again: {', '.join(missing)}")
    elif os.geteuid() != 0:
        _leave_out_or_stop(missing, f"Run this, then start again: sudo apt-get install {' '.join(missing)}")
    else:
        print(f"Installing {', '.join(missing)}.", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _run(["apt-get", "update"], quiet)
        _run(["apt-get", "-y", "--no-install-recommends", "install", *missing], quiet)


def _leave_out_or_stop(missing: Iterable[str], sentence: str) -> None:
    """Where we may not install, stop for what nothing works without; tests of a missing program say so themselves."""
    needed = {"python3-venv", *LIBRARIES.values()}
    if needed.intersection(missing):
        sys.exit(sentence)
    print(sentence.replace("then start again", "to run every test"), file=sys.stderr)


def _make_venv(locked: Path) -> None:
    """A new environment, unless the one that is there is for this Python and was not made from another lock."""
    if PYTHON.exists() and _stamp(locked) is None and _version_of(PYTHON) == sys.version.split()[0]:
        return
    _run([sys.executable, "-m", "venv", "--clear", VENV])


def _version_of(python: Path) -> str:
    code = "import sys; print(sys.version.split()[0])"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _stamp_file(locked: Path) -> Path:
    return VENV / f"{locked.stem}.stamp"


def _stamp(locked: Path) -> str | None:
    try:
        return _stamp_file(locked).read_text(encoding="utf-8")
    except OSError:
        return None


def _stamp_text(locked: Path) -> str:
    """What .venv was made from: this Python and the lock's content."""
    return f"{sys.version.split()[0]} {hashlib.sha256(locked.read_bytes()).hexdigest()}\n"


def _run(command: list[str | Path], environment: Mapping[str, str] | None = None) -> None:
    """Run a step of the set-up in silence; when it fails, show what it said and name it in one line."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
    except KeyboardInterrupt:
        sys.exit(130)
    if done.returncode:
        sys.exit(f"{done.stdout}\nThe set-up stopped at: {' '.join(words)}")
