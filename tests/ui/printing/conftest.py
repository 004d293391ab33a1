"""A print server for the tests that print, started once and only when it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.ui.printing.cups import PrintServer, what_is_missing


@pytest.fixture(scope="session")
def running_print_server() -> Iterator[PrintServer]:
    """One server for the session; the tests that need it are skipped, visibly, where it can't run."""
    missing = what_is_missing()
    if missing:
        pytest.skip(f"printing on a real queue was not tested: {missing}")
    # Not in pytest's own folder: nobody else may look in there, and print filters run as another user.
    with TemporaryDirectory(prefix="cups-") as folder:
        server = PrintServer(Path(folder))
        server.start()
        yield server
        server.stop()


@pytest.fixture
def print_server(running_print_server: PrintServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    """The server without queues, as the one that the program finds."""
    monkeypatch.setenv("CUPS_SERVER", running_print_server.address)
    yield running_print_server
    running_print_server.remove_queues()


@pytest.fixture
def no_printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer whose print system does not answer."""
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nothing-listens-here"))
