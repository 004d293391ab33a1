"""How the board's week is asked of a file: how many questions, and whether any walks through a whole big table."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from caregiver_app.domain.calendar import week_of
from caregiver_app.services import tasks
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file
from tests.benchmarks.family import TODAY, WEEK_START

BIG = ("tasks", "occurrences", "asks")


def asked(file: Path) -> list[tuple[str, Any]]:
    """Each SELECT of the board's week with its values."""
    found: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        if statement.startswith("SELECT"):
            found.append((statement, values))

    workspace = Workspace(open_file(file, create=False), Clock(TODAY))
    event.listen(Engine, "before_cursor_execute", note)
    try:
        workspace.read(partial(tasks.plan, span=week_of(TODAY, WEEK_START)))
    finally:
        event.remove(Engine, "before_cursor_execute", note)
        workspace.close()
    return found


def selects(file: Path) -> int:
    """How many questions the week takes."""
    return len(asked(file))


def scans(file: Path) -> list[str]:
    """Steps of SQLite's plan that walk through a whole big table."""
    with closing(sqlite3.connect(file)) as connection:
        steps = [
            row[3]
            for statement, values in asked(file)
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        ]
    return [step for step in steps if step.startswith("SCAN") and step.split()[1] in BIG]
