"""A database of each kind, new for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.storage.database import Database, open_database, open_file


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The same test on a SQLite file and on a PostgreSQL server."""
    opened = open_at(database_url)
    yield opened
    opened.close()


def open_at(url: str) -> Database:
    """Open a test's database again, as a second start of the program would."""
    prefix = "sqlite:///"
    return open_file(Path(url.removeprefix(prefix))) if url.startswith(prefix) else open_database(url)
