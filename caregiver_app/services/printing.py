"""Printed sheets: which there are, what each one would hold, its bytes, and the count of its copies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from caregiver_app.documents.paper import Look
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.household import Paper
from caregiver_app.domain.people import Person
from caregiver_app.domain.sheets import PrintedSheet, printed_sheet_id
from caregiver_app.domain.spoken import short_day
from caregiver_app.services import (
    appointment_list,
    driver_slip,
    expense_sheets,
    helper_sheet,
    leave_sheets,
    ride_week,
    selfcare_sheet,
    sign_up_sheet,
    today_sheet,
    week_sheet,
)
from caregiver_app.services.household import household
from caregiver_app.services.saving import save_file as save_pdf
from caregiver_app.services.sheet_rules import LeftOut, Made, Request, Sheet, Stretch, by_weeks, span_of, stretch_words
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

__all__ = [
    "SHEETS",
    "LeftOut",
    "Look",
    "Paper",
    "Prepared",
    "Request",
    "Sheet",
    "Stretch",
    "by_weeks",
    "count_copies",
    "count_copy",
    "file_name",
    "jobs_for",
    "make",
    "people_for",
    "prepare",
    "request_for",
    "save_pdf",
    "span_of",
    "stretch_words",
    "table_file",
]

# A new sheet is a file of its own and one line here.
SHEETS: dict[str, Sheet] = {
    sheet.name: sheet
    for sheet in (
        week_sheet.SHEET,
        helper_sheet.SHEET,
        sign_up_sheet.SHEET,
        driver_slip.SHEET,
        ride_week.SHEET,
        appointment_list.SHEET,
        *leave_sheets.SHEETS,
        *expense_sheets.SHEETS,
        selfcare_sheet.SHEET,
        today_sheet.SHEET,
    )
}
_LONGEST_NAME = 60
_UNSAFE_IN_FILES = re.compile(r"""[\x00-\x1f/\\:*?"<>|]+""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Everything for one PDF, read from one moment: give it to `make`, away from the screen's thread if need be.

    `left_out` says what is not on it and why; `to_write` are people whose name prints as a line to write on; `people`
    are those whose sheets it holds, for `count_copies`. `no_grid` is why a week can't be a grid, if so; `nothing` says
    that it is an empty form for want of anything to print. `table` is the same for a spreadsheet, if any.
    """

    request: Request
    data: tuple[Any, ...]
    people: tuple[UUID | None, ...]
    left_out: tuple[LeftOut, ...]
    to_write: tuple[Person, ...]
    file_name: str
    no_grid: str = ""
    nothing: str = ""
    table: str = ""


def request_for(work: UnitOfWork, sheet: str, day: date, stretch: Stretch | None = None) -> Request:
    """The usual request for a sheet and the week that holds a day, on the family's paper."""
    family = household(work)
    stretch = stretch or SHEETS[sheet].stretches[0]
    look = Look(paper=family.paper, large=family.large_print)
    return Request(sheet=sheet, span=span_of(stretch, day, week_start_of(work, sheet)), look=look)


def prepare(work: UnitOfWork, request: Request, *, at: datetime, count_copies: bool = True) -> Prepared:
    """Gather what the sheet shows and what it leaves out; `at` is local time, as `Clock.local` gives it."""
    gathered = SHEETS[request.sheet].gather(work, request, Made(at=at, count_copies=count_copies))
    person = work.get(Person, request.person_id) if request.person_id else None
    return Prepared(
        request=request,
        data=gathered.data,
        people=gathered.people,
        left_out=gathered.left_out,
        to_write=gathered.to_write,
        file_name=file_name(request.sheet, request.span, person.first_name if person else ""),
        no_grid=gathered.no_grid,
        nothing=gathered.nothing,
        table=gathered.table,
    )


def make(prepared: Prepared) -> bytes:
    """The PDF. The same `prepared` gives the same bytes."""
    return SHEETS[prepared.request.sheet].draw(prepared.data, prepared.request.look)


def people_for(work: UnitOfWork, request: Request) -> list[Person]:
    """Who can have a sheet of their own, by name: those with something to do, or to drive, in the span."""
    people = SHEETS[request.sheet].people
    return people(work, request) if people is not None else []


def week_start_of(work: UnitOfWork, sheet: str, job_id: UUID | None = None) -> int:
    """The day on which the weeks of a sheet begin, Monday = 0: as the job has it on a sheet of leave; else the home."""
    jobs = jobs_for(work, sheet)
    if not jobs:
        return household(work).week_start
    from caregiver_app.domain.leave.records import LeaveJob
    from caregiver_app.domain.leave.schedule import WorkweekStart

    job = work.need(LeaveJob, job_id if job_id is not None else jobs[0][0])
    return {WorkweekStart.MONDAY: 0, WorkweekStart.SATURDAY: 5, WorkweekStart.SUNDAY: 6}[job.workweek_start]


def jobs_for(work: UnitOfWork, sheet: str) -> list[tuple[UUID, str]]:
    """The jobs that a sheet of leave can be made for, each with its name."""
    jobs = SHEETS[sheet].jobs
    return jobs(work) if jobs is not None else []


def table_file(prepared: Prepared) -> bytes:
    """The same as a table file. Its mark at the beginning tells spreadsheets how letters are written."""
    return prepared.table.encode("utf-8-sig")


def count_copies(work: UnitOfWork, *, prepared: Prepared, now: datetime) -> None:
    """Count a copy of each sheet that was printed or saved."""
    for person_id in prepared.people:
        count_copy(
            work,
            sheet=prepared.request.counted_as,
            first_day=prepared.request.span.first,
            person_id=person_id,
            now=now,
        )


def count_copy(work: UnitOfWork, *, sheet: str, first_day: date, person_id: UUID | None = None, now: datetime) -> None:
    """Count one copy, so that the next says which one it replaces; `now` is in UTC."""
    sheet_id = printed_sheet_id(sheet, first_day, person_id)
    known = work.get(PrintedSheet, sheet_id)
    if known is not None:
        work.put(replace(known, copies=known.copies + 1, printed_at=now))
        return
    work.put(PrintedSheet(id=sheet_id, sheet=sheet, first_day=first_day, person_id=person_id, printed_at=now))


def file_name(sheet: str, span: Span, person: str = "") -> str:
    """A name for the PDF that any disk takes: “Week sheet Nov 23 to 29 2026.pdf”."""
    dates = _dates(span)
    words: Sequence[str] = (SHEETS[sheet].title(), person[:_LONGEST_NAME].strip(), dates)
    return _UNSAFE_IN_FILES.sub(" ", " ".join(word for word in words if word)) + ".pdf"


def _dates(span: Span) -> str:
    """The days of a sheet in the name of its file."""
    first, last = short_day(span.first), short_day(span.last)
    if span.first == span.last:
        return tr("{day} {year}").format(day=first, year=span.last.year)
    if (span.first.year, span.first.month) == (span.last.year, span.last.month):
        last = str(span.last.day)
    return tr("{first} to {last} {year}").format(first=first, last=last, year=span.last.year)
