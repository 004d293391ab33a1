"""Find: three letters among 40,000 records, from the key to the painted list, with what that needs at least."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from tests.benchmarks.bare_questions import ask, noted, seconds, until_painted
from tests.benchmarks.board_side import drain
from tests.benchmarks.family import TODAY
from tests.benchmarks.marks import Marks
from tests.benchmarks.opened_file import opened_copy

if TYPE_CHECKING:
    from caregiver_app.ui.finding import FindDialog

TURNS = 9
TYPED = ("par", "wal", "cor", "rep", "ten")
TASKS = 20_000
WORDS = ("Walk", "Repair", "Water", "Corner", "Tennis", "Parcel", "Garden", "Soup", "Laundry", "Letters")


def build(path: Path) -> None:
    """A file with 20,000 costs and as many tasks, over ten years."""
    from caregiver_app.domain.tasks import Task
    from caregiver_app.storage.database import open_file
    from tests.benchmarks import expenses

    expenses.build(path, expenses.MANY)
    database = open_file(path)
    with database.writing(datetime(2026, 11, 22, 8, tzinfo=UTC)) as work:
        work.put_new(Task, [_task(place) for place in range(TASKS)])
    database.close()


def _task(place: int) -> Any:
    from caregiver_app.domain.tasks import Task

    words = (WORDS[place % len(WORDS)], WORDS[place * 7 % len(WORDS)], f"number{place}")
    return Task(title=" ".join(words), day=TODAY - timedelta(place * 3650 // TASKS))


def main() -> None:
    """Open the file named on the command line, on a copy, and measure."""
    with opened_copy() as (ready, file):
        from caregiver_app.ui.finding import FindDialog

        dialog = FindDialog(ready.window.parts, ready.window)
        dialog.show()
        drain()
        marks = Marks()
        with closing(sqlite3.connect(file)) as bare:
            searched(dialog, bare, marks)
        marks.report()
        dialog.close()


def searched(dialog: FindDialog, bare: sqlite3.Connection, marks: Marks) -> None:
    """The third letter, from the key to the painted list; the floor is the same SQL, and that list painted once."""
    from PySide6.QtTest import QTest

    ours, floor, rows = [], [], []
    for _ in range(TURNS):
        for typed in TYPED:
            dialog.search.setText(typed[:2])
            drain()
            with noted() as asked:
                ours.append(until_painted(partial(QTest.keyClicks, dialog.search, typed[2])))
            floor.append(seconds(partial(ask, bare, asked)) + seconds(dialog.list.viewport().repaint))
            rows.append(dialog.list.rows.rowCount())
    marks.mark("find", median(ours))
    marks.mark("find floor", median(floor))
    marks.mark("least found", min(rows))


if __name__ == "__main__":
    main()
