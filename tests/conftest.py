"""The same ground under every test: no screen, no one's real files, and a database of each kind."""

from __future__ import annotations

import atexit
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings

from tests import postgres

# Before PySide6 is imported anywhere: the same pixels and words on every computer.
os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", QT_FONT_DPI="96", LANG="en_US.UTF-8")
for _name in ("LC_ALL", "LC_NUMERIC", "LC_TIME", "LC_MONETARY", "LC_MEASUREMENT", "LANGUAGE"):
    os.environ.pop(_name, None)

_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".runtime",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "WIN_PD_OVERRIDE_APPDATA": "AppData/Roaming",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "AppData/Local",
}
_MISSING = "PostgreSQL is not installed here: its tests did not run. Install the server to run them."

settings.register_profile("all", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("all")


def _home_in(folder: Path) -> dict[str, str]:
    """Settings of the environment that put all of a person's folders inside one."""
    places = {name: folder / inside for name, inside in _FOLDERS.items()}
    for place in places.values():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {name: str(place) for name, place in places.items()}


_session_home = tempfile.TemporaryDirectory(prefix="caregiver-home-", ignore_cleanup_errors=True)
os.environ.update(_home_in(Path(_session_home.name)))
atexit.register(_session_home.cleanup)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's home of this test's own, with nothing in it; programs that it starts see it too."""
    folder = tmp_path / "home"
    for name, place in _home_in(folder).items():
        monkeypatch.setenv(name, place)
    return folder


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a real PostgreSQL server, which ends in a slash. In CI it must be there."""
    programs = postgres.find_programs()
    if programs is None and "CI" in os.environ:
        pytest.fail(_MISSING)
    if programs is None:
        pytest.skip(_MISSING)
    with postgres.server(programs) as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of an empty database on the PostgreSQL server."""
    with postgres.database(postgres_server, f"family_{uuid4().hex}") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: the test runs once on a SQLite file and once on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{(tmp_path / 'family.care').as_posix()}"
    return str(request.getfixturevalue("postgres_url"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line that nobody overlooks when half of the databases could not be tried."""
    if postgres.find_programs() is None:
        terminalreporter.section("PostgreSQL", sep="=", yellow=True)
        terminalreporter.line(_MISSING)
