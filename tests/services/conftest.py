"""A workspace on a database of each kind, with its clock standing on Sunday, November 22, 2026."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from caregiver_app.services.workspace import Clock, Workspace
from tests.storage.conftest import open_at

TODAY = date(2026, 11, 22)


@pytest.fixture
def workspace(database_url: str) -> Iterator[Workspace]:
    """An empty workspace."""
    opened = Workspace(open_at(database_url), Clock(TODAY))
    yield opened
    opened.close()
