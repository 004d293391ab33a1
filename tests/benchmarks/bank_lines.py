"""A bank's file of many lines coming in, against csv.reader and one bare insert of the same rows."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from io import StringIO
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import create_engine, insert

from caregiver_app.domain.expenses import Expense
from caregiver_app.services.expenses import importing
from caregiver_app.services.expenses.importing import Chosen
from caregiver_app.storage.database import Database, open_file
from caregiver_app.storage.money_tables import expenses
from caregiver_app.storage.unit_of_work import shape_of
from tests.benchmarks.expenses import MANY, records
from tests.benchmarks.family import TODAY

TURNS = 5
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


def a_file(count: int) -> bytes:
    """What a bank would save of so many payments; no two are alike."""
    text = StringIO()
    table = csv.writer(text)
    table.writerow(("Date", "Description", "Amount"))
    for place, each in enumerate(records(count)):
        amount = each.amount or each.miles
        table.writerow((f"{each.day:%m/%d/%Y}", f"{each.payee or 'City bus'} {place}", f"-{amount:.2f}"))
    return text.getvalue().encode()


def ours(content: bytes, database: Database) -> int:
    """Read, hold against what is there, and keep all of it."""
    with database.writing(NOW) as work:
        incoming = importing.read_bank(work, content=content, today=TODAY)
        importing.bring_in(work, chosen=[Chosen(arrival=each) for each in incoming.lines])
    return len(incoming.lines)


def bare(content: bytes, rows: list[dict[str, object]], file: Path) -> None:
    """Only read the lines, and insert rows that are ready."""
    list(csv.reader(StringIO(content.decode())))
    engine = create_engine(f"sqlite:///{file.as_posix()}")
    with engine.begin() as connection:
        connection.execute(insert(expenses), rows)
    engine.dispose()


def measure() -> dict[str, float]:
    """Seconds of both sides, in turn, each into an empty file."""
    content = a_file(MANY)
    times: tuple[list[float], list[float]] = ([], [])
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(TURNS):
            file = Path(folder) / f"bare {turn}.care"
            open_file(file).close()
            into = open_file(Path(folder) / f"ours {turn}.care")
            times[0].append(_seconds(partial(ours, content, into)))
            with into.reading() as work:
                rows = [shape_of(Expense).values(each) for each in work.all(Expense)]
            into.close()
            if len(rows) != MANY:
                raise SystemExit(f"{len(rows)} lines came in")
            times[1].append(_seconds(partial(bare, content, rows, file)))
    return {"ours": median(times[0]), "floor": median(times[1])}


def _seconds(action: Callable[[], object]) -> float:
    started = perf_counter()
    action()
    return perf_counter() - started


if __name__ == "__main__":
    print(json.dumps(measure()))
