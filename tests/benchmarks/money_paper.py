"""The report of a year with a thousand costs, and the same cells in bare tables of fifty rows."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

from reportlab.lib.pagesizes import letter
from reportlab.platypus import Flowable, SimpleDocTemplate, Table, TableStyle

from caregiver_app.documents.lettering import face
from caregiver_app.documents.money_sheet import MoneySheet, Section, money_sheet
from caregiver_app.documents.paper import Look
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.household import Household
from caregiver_app.domain.people import Person, Role
from caregiver_app.services import expenses
from caregiver_app.services.expense_sheets import SHEETS
from caregiver_app.services.sheet_rules import Made, Request
from caregiver_app.storage.database import open_file
from tests.benchmarks.expenses import records
from tests.benchmarks.runs import TURNS

LINES = 1000
ROWS = 50  # of one bare table; larger ones take longer for each row
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
SIZE = 9


def a_year() -> MoneySheet:
    """The report of a year in which all these costs were paid."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_file(Path(folder) / "year.care")
        with database.writing(NOW) as work:
            work.put(Household(welcomed=True))
            work.put(Person(name="Sam Rivers", role=Role.CAREGIVER))
            within = [replace(each, paid_on=_within(each.day), paid_by=()) for each in records(LINES)]
            expenses.add_many(work, expenses=within)
        with database.reading() as work:
            sheet = next(each for each in SHEETS if each.name == "expenses")
            gathered = sheet.gather(work, Request(sheet="expenses", span=YEAR), Made(at=NOW, count_copies=False))
        database.close()
    found: MoneySheet = gathered.data[0]
    return found


def _within(day: date) -> date:
    """The same day of the year of the report."""
    return day.replace(year=2026, day=min(day.day, 28))


def bare(data: MoneySheet) -> bytes:
    """The same cells, in the same fonts, by the library alone."""
    file = BytesIO()
    document = SimpleDocTemplate(file, pagesize=letter, initialFontName=face().main.name)
    tables: list[Flowable] = [each for section in data.sections if section.columns for each in _tables(section)]
    document.build(tables)
    return file.getvalue()


def _tables(section: Section) -> list[Flowable]:
    style = TableStyle([("FONT", (0, 0), (-1, -1), face().main.name, SIZE)])
    n = len(section.columns)
    across = sum(column.share for column in section.columns)
    widths = [468 * column.share / across for column in section.columns]
    rows = [[*line.cells, *[""] * (n - len(line.cells))] for line in section.lines]
    head = [column.label for column in section.columns]
    parts = [[head, *rows[start : start + ROWS]] for start in range(0, len(rows), ROWS)]
    return [Table(part, colWidths=widths, rowHeights=[15] * len(part), style=style) for part in parts]


def measure() -> dict[str, float]:
    """The medians of both sides over runs that take turns, in seconds."""
    data = a_year()
    ours, floor = partial(money_sheet, data, Look()), partial(bare, data)
    lines = sum(len(section.lines) for section in data.sections)
    if lines < LINES:
        raise SystemExit(f"the report has {lines} lines")
    ours(), floor()
    times = [(_seconds(ours), _seconds(floor)) for _ in range(TURNS)]
    return {"ours": median(time for time, _ in times), "floor": median(time for _, time in times), "lines": lines}


def _seconds(action: Callable[[], object]) -> float:
    started = perf_counter()
    action()
    return perf_counter() - started


if __name__ == "__main__":
    print(json.dumps(measure()))
