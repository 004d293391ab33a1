"""What a screen asks of a file: how many questions, and whether any walks through a whole big table."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from caregiver_app.domain.calendar import month_of, week_of
from caregiver_app.domain.calendar_events import Issued
from caregiver_app.services import (
    agenda,
    calendar_files,
    care_places,
    expenses,
    finding,
    people,
    rides,
    tasks,
    today,
)
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage import handed_out, visits
from caregiver_app.storage.database import open_file
from caregiver_app.storage.unit_of_work import UnitOfWork
from tests.benchmarks.family import TODAY, WEEK_START

BIG = (
    *("tasks", "occurrences", "asks", "appointments", "rides", "outcomes", "issued"),
    *("expenses", "receipts", "reimbursements", "claims", "search_words"),
)
Question = Callable[[UnitOfWork], object]
NOON = datetime.combine(TODAY, time(12))
BOARD: Question = partial(tasks.plan, span=week_of(TODAY, WEEK_START))


def rides_page(work: UnitOfWork) -> None:
    """All three ways in which the Rides tab shows what is to come."""
    agenda.coming_up(work, today=TODAY)
    agenda.to_tell(work, now=NOON)
    agenda.agenda(work, span=week_of(TODAY, WEEK_START), today=TODAY)
    agenda.agenda(work, span=month_of(TODAY), today=TODAY)


def one_ride(work: UnitOfWork) -> None:
    """What a saved ride reads: who could drive, then the visit with all that it clashes with."""
    visit = agenda.coming(work, today=TODAY).visits[0]
    rides.choices(work, trip=visit.trips[0], today=TODAY)
    agenda.visit(work, id=visit.id, today=TODAY)


def expenses_page(work: UnitOfWork) -> None:
    """What the Expenses tab shows at first: its figures, this year’s list and its sums; then a line to add one."""
    expenses.figures(work, today=TODAY, year=TODAY.year)
    expenses.listed(work, asked=expenses.Asked(year=TODAY.year))
    expenses.rows(work, asked=expenses.Asked(descending=False, limit=1))
    expenses.defaults(work, today=TODAY)
    expenses.payees(work)
    expenses.trips(work)


def expenses_found(work: UnitOfWork) -> None:
    """A letter in the search of this year, and of all years."""
    expenses.listed(work, asked=expenses.Asked(words="x", year=TODAY.year))
    expenses.listed(work, asked=expenses.Asked(words="x"))


def today_page(work: UnitOfWork) -> None:
    """What Today shows with the first paint."""
    today.today(work, now=NOON)


def found(work: UnitOfWork) -> None:
    """Words that begin few others, and such as begin many."""
    for typed in ("number123", "lakes", "xyl", "par number77", "par", "wa", "lakes par"):
        finding.find(work, typed=typed)


def one_calendar(work: UnitOfWork) -> None:
    """What the calendar files of a helper, and of a visit, are asked for."""
    visit = agenda.coming(work, today=TODAY).visits[0]
    driver = visit.trips[0].drivers[0]
    calendar_files.has_any(work, person_id=driver, today=TODAY)
    handed_out.given_to(work, driver, TODAY)
    calendar_files.is_in_own(work, appointment_id=visit.id)
    calendar_files.still_have(work, appointment_id=visit.id)
    work.where(Issued, ride_id=visit.trips[0].ride.id)


def directory(work: UnitOfWork) -> None:
    """What is looked up before a place, a clinician or a person goes, and for a new visit there."""
    visit = agenda.coming(work, today=TODAY).visits[0]
    assert visit.place is not None
    assert visit.clinician is not None
    care_places.uses(work, place=visit.place)
    care_places.uses(work, clinician=visit.clinician)
    visits.is_used(work, place=visit.place)
    visits.is_used(work, clinician=visit.clinician)
    visits.last_at(work, visit.place.id)
    visits.is_named(work, people.everybody(work)[0])


def asked(file: Path, question: Question) -> list[tuple[str, Any]]:
    """Each SELECT with its values."""
    found: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        if statement.startswith("SELECT"):
            found.append((statement, values))

    workspace = Workspace(open_file(file, create=False), Clock(TODAY))
    event.listen(Engine, "before_cursor_execute", note)
    try:
        workspace.read(question)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
        workspace.close()
    return found


def selects(file: Path, question: Question = BOARD) -> int:
    """How many questions it takes."""
    return len(asked(file, question))


def rows_read(file: Path, question: Question) -> int:
    """How many rows come back in all."""
    with closing(sqlite3.connect(file)) as connection:
        return sum(len(connection.execute(statement, values).fetchall()) for statement, values in asked(file, question))


def scans(file: Path, question: Question = BOARD) -> list[str]:
    """Steps of SQLite's plan that walk through a whole big table."""
    with closing(sqlite3.connect(file)) as connection:
        steps = [
            row[3]
            for statement, values in asked(file, question)
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        ]
    return [step for step in steps if step.startswith("SCAN") and step.split()[1] in BIG]
