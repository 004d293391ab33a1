"""What a screen asks of the file, and the same questions without anything around them: the floor of a search."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from tests.benchmarks.board_side import drain

Asked = list[tuple[str, Any]]


@contextmanager
def noted(begins: str = "SELECT") -> Iterator[Asked]:
    """Each statement of the meantime that begins so, with its values."""
    from sqlalchemy import Engine, event

    found: Asked = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        if statement.startswith(begins):
            found.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def ask(bare: sqlite3.Connection, asked: Asked) -> None:
    """The same questions, asked of the bare library."""
    for statement, values in asked:
        bare.execute(statement, values).fetchall()


def seconds(action: Callable[[], object]) -> float:
    """How long one run takes."""
    started = perf_counter()
    action()
    return perf_counter() - started


def until_painted(action: Callable[[], object]) -> float:
    """Seconds of an action with all that is painted after it."""
    started = perf_counter()
    action()
    drain()
    return perf_counter() - started
