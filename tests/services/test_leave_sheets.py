"""Sheets of leave: totals are those of the screen, work learns of no illness and no place, tables hold the same."""

from __future__ import annotations

import csv
from dataclasses import fields, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from io import StringIO
from uuid import UUID

import pytest

from caregiver_app.documents.paper import Look
from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.household import Paper
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.records import (
    EmployerCount,
    LeaveJob,
    LeaveReason,
    MethodChanged,
    PaidFrom,
    TimeOff,
    WorkPattern,
    YearKnown,
)
from caregiver_app.domain.leave.schedule import WorkweekStart
from caregiver_app.domain.leave_words import hours_words, weeks_words
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.records import Record
from caregiver_app.services import leave, printing
from caregiver_app.services.leave_sheets import form
from caregiver_app.services.printing import Prepared, Request, Stretch
from caregiver_app.services.sheet_rules import NotOnTheList, Shown
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork
from tests.documents import reading

TODAY = date(2026, 11, 22)
SUNDAY = date(2026, 11, 8)
SPAN = Span(SUNDAY, SUNDAY + timedelta(13))
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER, phone="555-0100", phone_on_paper=True)
JOB = LeaveJob(
    person_id=SAM.id,
    employer="Northwind Paper",
    supervisor="Pat Moreno",
    known=YearKnown.TOLD,
    method=Method.ROLLING,
    notes="zebra",
)
WEEK = WorkPattern(
    job_id=JOB.id,
    first_day=date(2026, 1, 4),
    cycle_start=date(2026, 1, 4),
    weeks=((0, 450, 450, 450, 450, 450, 0),),
)
PLACE = Place(name="Lakeside Center", address="400 Shore Road")
DOCTOR = Clinician(name="Dr. Osei", role="oncologist")
VISIT = Appointment(title="CT scan", day=date(2026, 11, 10), place_id=PLACE.id, clinician_id=DOCTOR.id)
BLOCK = TimeOff(
    job_id=JOB.id,
    first=date(2026, 11, 11),
    last=date(2026, 11, 13),
    told_on=date(2026, 10, 1),
    told_how="by email",
    told_whom="Pat Moreno",
    paid=PaidFrom.PTO,
    notes="zebra",
)
HOURS = TimeOff(
    job_id=JOB.id,
    first=VISIT.day,
    last=VISIT.day,
    minutes=200,
    reason=LeaveReason.APPOINTMENT,
    appointment_id=VISIT.id,
    told_on=VISIT.day,
    told_how="told Pat about the chemo",
    told_whom="the desk at Lakeside Center",
)
SHORTER = TimeOff(job_id=JOB.id, first=date(2026, 11, 16), last=date(2026, 11, 20), minutes=60)
SICK_CHILD = TimeOff(job_id=JOB.id, first=date(2026, 11, 9), last=date(2026, 11, 9), kind=LeaveKind.NOT_FMLA)
LATER = TimeOff(job_id=JOB.id, first=date(2026, 12, 7), last=date(2026, 12, 11), planned=True)
NAMES = ("payform", "leavelog", "returns", "hrquestions")


def put(work: UnitOfWork, records: tuple[Record, ...]) -> None:
    for record in records:
        work.put(record)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    records = (SAM, PLACE, DOCTOR, VISIT, JOB, WEEK, BLOCK, HOURS, SHORTER, SICK_CHILD, LATER)
    workspace.write(partial(put, records=records))
    return workspace


def prepared(workspace: Workspace, sheet: str, **more: object) -> Prepared:
    span = SPAN if sheet == "payform" else printing.span_of(printing.SHEETS[sheet].stretches[0], TODAY, 6)
    request = replace(Request(sheet=sheet, span=span), **more)  # type: ignore[arg-type]
    return workspace.read(partial(printing.prepare, request=request, at=workspace.clock.local()))


def text(workspace: Workspace, sheet: str, **more: object) -> str:
    return reading.words(printing.make(prepared(workspace, sheet, **more)))


def view(workspace: Workspace, job_id: UUID = JOB.id) -> LeaveView:
    return workspace.read(partial(leave.view, job_id=job_id, today=TODAY))


def test_the_form_has_each_day_and_the_totals_of_the_log(family: Workspace) -> None:
    found = text(family, "payform")
    for words in (
        "Pay period: Sun Nov 8 2026 – Sat Nov 21 2026",
        "Employee Sam Rivers Employer Northwind Paper Supervisor Pat Moreno",
        "Wed Nov 11 7.5 block C yes Oct 1, by email, to Pat Moreno PTO",
        "3 hours 20 min intermittent A no Nov 10 unpaid",
        "Fri Nov 20 1 reduced C unpaid",
    ):
        assert words in found
    rows = [row for row in view(family).rows if row.time_off.id in (BLOCK.id, HOURS.id, SHORTER.id)]
    minutes = sum(row.minutes for row in rows)
    assert minutes == 3 * 450 + 200 + 5 * 60
    figures = view(family).figures
    assert figures is not None
    assert figures.used.minutes == minutes
    assert figures.used.weeks == sum((row.weeks for row in rows), Fraction(0))
    assert "Total: 30 hours 50 min = 0.82 workweeks" in found
    assert hours_words(figures.used.minutes) == "30 hours 50 min"


def test_no_illness_no_place_no_visit_and_no_note_is_on_a_sheet_for_work(family: Workspace) -> None:
    for sheet in ("payform", "hrquestions"):
        found = text(family, sheet).casefold()
        table = prepared(family, sheet).table.casefold()
        for words in ("zebra", "chemo", "lakeside", "shore road", "osei", "oncolog", "ct scan"):
            assert words not in found
            assert words not in table
    left_out = {each.what: each.why for each in prepared(family, "payform").left_out}
    assert left_out["Nov 11 – Nov 13"] == "Its notes stay in your own log."
    assert left_out["Nov 9"] == "It is not leave from this job under the FMLA."
    assert left_out["Nov 10"] == "Which visit it is for stays off this form."


@pytest.mark.parametrize(
    "words",
    ["about her dementia", "a stroke", "Dialysis days", "to drive to Lakeside", "with Dr. Osei", "after the CT scan"],
)
def test_how_work_was_told_is_left_off_when_it_tells_of_an_illness_or_a_place(family: Workspace, words: str) -> None:
    family.write(partial(put, records=(replace(HOURS, told_how=words, told_whom="Pat"),)))
    assert words not in text(family, "payform")
    why = {each.why for each in prepared(family, "payform").left_out if each.what == "Nov 10"}
    assert "How work was told says too much. Write it by hand." in why


@pytest.mark.parametrize(
    ("how", "whom"), [("the FMLA form", "Human Resources"), ("by phone", "the school office"), ("Email", "HR")]
)
def test_what_is_private_at_home_alone_is_told_at_work(family: Workspace, how: str, whom: str) -> None:
    family.write(partial(put, records=(replace(HOURS, told_how=how, told_whom=whom),)))
    assert f"Nov 10, {how}, to {whom}" in text(family, "payform")


def test_a_field_that_is_not_listed_can_not_be_read() -> None:
    for record in (JOB, BLOCK):
        shown = Shown(record, form.FIELDS)
        for field in {each.name for each in fields(record)} - form.FIELDS[type(record)]:
            with pytest.raises(NotOnTheList):
                getattr(shown, field)
    assert not form.FIELDS[TimeOff] & {"notes", "appointment_id"}


def test_the_own_log_ends_with_the_figures_of_the_screen(family: Workspace) -> None:
    found = text(family, "leavelog")
    shown = view(family)
    figures = shown.figures
    assert figures is not None
    for row in shown.rows:
        assert hours_words(row.left_after.minutes) in found
    for words in (
        "37.5 hours × 12 weeks = 450 hours",
        "12 months back from each day (rolling)",
        f"Used in this leave year: {hours_words(figures.used.minutes)}",
        f"Left on Sun Nov 22 2026: {hours_words(figures.left.minutes)}, which is {weeks_words(figures.left)}",
        f"After your planned days: {hours_words(figures.after_planned.minutes)}.",
        "Care, planned",
        "Other time off",
        "Wed Nov 10 2027: 3 hours 20 min",
        "My own record. My employer’s count decides. Not legal advice.",
    ):
        assert words in found
    assert "CT scan" not in found


def test_what_the_employer_counts_is_held_against_it(family: Workspace) -> None:
    count = EmployerCount(job_id=JOB.id, day=date(2026, 11, 10), minutes=240)
    family.write(partial(put, records=(count,)))
    assert "counted 40 min more than you did, on Nov 10" in text(family, "leavelog")
    assert "Our counts differ from Tue Nov 10 2026 on." in text(family, "hrquestions")


def test_each_day_that_comes_back_is_on_the_calendar(family: Workspace) -> None:
    found = text(family, "returns")
    days = ("Wed Nov 10 2027 3 hours 20 min 3 hours 20 min", "Sat Nov 20 2027 1 hour 30 hours 50 min")
    for words in ("November 2027", *days):
        assert words in found
    assert "December 2027" not in found


def test_hr_is_asked_for_what_was_assumed_and_no_more(family: Workspace) -> None:
    found = text(family, "hrquestions")
    assert "On which day does our workweek start? I count from Sunday." in found
    assert "I have used 30 hours 50 min" in found
    facts = frozenset({"workweek_start", "method", "increment", "counts_hours", "spouse_same_employer"})
    family.write(partial(put, records=(replace(JOB, confirmed=facts),)))
    found = text(family, "hrquestions")
    assert "workweek start" not in found
    assert "How many hours is my usual week in your records? I count with 37.5 hours." in found
    assert len(reading.pages(printing.make(prepared(family, "hrquestions")))) == 1


def test_a_table_holds_the_same_lines_and_no_formula(family: Workspace) -> None:
    family.write(partial(put, records=(replace(BLOCK, told_how="=1+1", told_whom="", told_on=None),)))
    rows = list(csv.reader(StringIO(prepared(family, "payform").table)))
    assert rows[1][0] == "2026-11-10"
    assert rows[2][7] == "'=1+1"
    assert rows[-1][:5] == ["Total", "", "", "30.83", "0.82 workweeks"]
    assert rows[-1][-1] == str(sum(int(row[-1]) for row in rows[1:-1])) == "1850"
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert printing.table_file(prepared(family, "leavelog")).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("sheet", NAMES)
def test_a_sheet_of_leave_is_for_nobody_else_and_empty_without_a_job(workspace: Workspace, sheet: str) -> None:
    assert printing.SHEETS[sheet].audience is Audience.ME
    found = prepared(workspace, sheet)
    assert found.nothing == "No job is set up on the Leave tab yet."
    assert printing.make(found).startswith(b"%PDF")


def test_without_a_usual_week_hours_are_lines_to_write_on(family: Workspace) -> None:
    family.write(lambda work: work.remove(WEEK))
    found = prepared(family, "payform")
    assert "Total: ________ hours = ________ workweeks" in reading.words(printing.make(found))
    assert "Add your usual week first. The hours are counted from it." in {each.why for each in found.left_out}
    assert "Add your usual week" in text(family, "leavelog")


def test_a_holiday_in_a_full_week_of_leave_has_a_line_and_counts(family: Workspace) -> None:
    thanksgiving = date(2026, 11, 26)
    days = [
        TimeOff(job_id=JOB.id, first=day, last=day)
        for day in (date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 27))
    ]
    family.write(partial(put, records=(replace(JOB, holidays=(thanksgiving,)), *days)))
    found = text(family, "payform", span=Span(date(2026, 11, 22), date(2026, 11, 28)))
    assert "Thu Nov 26 7.5 holiday C" in found
    assert "Total: 37.5 hours = 1 workweek" in found


def test_a_holiday_counts_in_the_period_it_is_in_though_the_days_off_around_it_are_not(family: Workspace) -> None:
    new_year = date(2027, 1, 1)
    week = TimeOff(job_id=JOB.id, first=date(2026, 12, 28), last=date(2026, 12, 31), paid=PaidFrom.SICK)
    family.write(partial(put, records=(replace(JOB, holidays=(new_year,)), week)))
    found = text(family, "payform", span=Span(new_year, date(2027, 1, 31)))
    assert "Fri Jan 1 7.5 holiday C sick" in found
    assert "Total: 7.5 hours = 0.2 workweeks" in found


def test_days_that_repeat_and_pass_the_period_by_are_not_spoken_of(family: Workspace) -> None:
    fridays = TimeOff(job_id=JOB.id, first=date(2026, 9, 4), last=date(2026, 12, 25), every_days=56, notes="zebra")
    family.write(partial(put, records=(fridays,)))
    found = prepared(family, "payform")
    assert [each.what for each in found.left_out if each.why == "Its notes stay in your own log."] == [
        "Nov 11 – Nov 13"
    ]


CHANGED = MethodChanged(
    job_id=JOB.id, old_method=Method.CALENDAR, notice=date(2026, 8, 1), effective=date(2026, 11, 10)
)
EVERY_OTHER_FRIDAY = TimeOff(
    job_id=JOB.id, first=date(2026, 10, 9), last=date(2026, 12, 18), every_days=14, minutes=200, planned=True
)


@pytest.mark.parametrize(
    "look", [Look(paper=paper, large=large) for paper in Paper for large in (False, True)], ids=str
)
def test_totals_on_paper_are_those_of_the_screen_on_any_paper(workspace: Workspace, look: Look) -> None:
    """A block, days that repeat, time off that is not FMLA leave, and a change of method in the period."""
    block = replace(BLOCK, first=date(2026, 11, 16), last=date(2026, 11, 18))
    unpaid = replace(HOURS, appointment_id=None, minutes=95)
    records = (SAM, JOB, WEEK, CHANGED, block, EVERY_OTHER_FRIDAY, unpaid, SICK_CHILD)
    workspace.write(partial(put, records=records))
    shown = view(workspace)
    figures = shown.figures
    assert figures is not None
    assert figures.used.minutes == 3 * 450 + 4 * 200 + 95  # the screen: all that was taken until today
    form = text(workspace, "payform", look=look)
    assert "Total: 27 hours 25 min = 0.73 workweeks" in form  # three of the Fridays are before the period
    assert "Mon Nov 9" not in form
    log = text(workspace, "leavelog", look=look)
    assert f"Used in this leave year: {hours_words(figures.used.minutes)}" in log
    assert f"Left on Sun Nov 22 2026: {hours_words(figures.left.minutes)}" in log
    assert "Your job changed how it counts the year on Nov 10." in log
    for row in shown.rows:
        assert hours_words(row.left_after.minutes) in log


def test_two_jobs_have_sheets_and_copies_of_their_own(family: Workspace) -> None:
    other = LeaveJob(person_id=SAM.id, employer="Tern Books", known=YearKnown.TOLD, method=Method.CALENDAR)
    family.write(partial(put, records=(other,)))
    names = family.read(partial(printing.jobs_for, sheet="payform"))
    assert [name for _, name in names] == ["Sam, Northwind Paper", "Sam, Tern Books"]
    mine = prepared(family, "payform", job_id=JOB.id)
    family.write(partial(printing.count_copies, prepared=mine, now=family.clock.now()))
    assert "copy 2, replaces copy 1" in text(family, "payform", job_id=JOB.id)
    assert "copy 1" in text(family, "payform", job_id=other.id)
    assert "Tern Books" in text(family, "payform", job_id=other.id)


def test_files_and_stretches_are_named_for_their_days() -> None:
    assert printing.span_of(Stretch.YEAR, date(2028, 2, 29), 6) == Span(date(2027, 3, 1), date(2028, 2, 29))
    day = Span(TODAY, TODAY)
    assert printing.file_name("returns", day) == "Return calendar Nov 22 2026.pdf"
    assert printing.file_name("payform", SPAN) == "Pay-period form Nov 8 to 21 2026.pdf"


@pytest.mark.parametrize("sheet", NAMES)
def test_of_a_relative_that_the_law_does_not_count_no_sheet_has_a_number_of_leave(
    family: Workspace, sheet: str
) -> None:
    family.write(partial(put, records=(replace(JOB, relation=Relation.SIBLING),)))
    words = text(family, sheet)
    shown = view(family)
    assert shown.figures is None
    for told in ("are left", "left after it\n4", "450 hours", "Comes back", "Used in"):
        assert told not in words
    assert sheet != "payform" or "3 hours 20 min" not in words


def test_the_own_log_says_until_when_more_comes_back(family: Workspace) -> None:
    days = tuple(
        TimeOff(job_id=JOB.id, first=date(2026, month, 14), last=date(2026, month, 14), minutes=60)
        for month in (1, 4, 5, 7, 8, 9, 10)
    )
    family.write(partial(put, records=(*days, replace(JOB, known=YearKnown.TOLD, method=Method.ROLLING))))
    assert "… and more until" in " ".join(text(family, "leavelog").split())


@pytest.mark.parametrize(("start", "first"), [(WorkweekStart.SUNDAY, 22), (WorkweekStart.MONDAY, 16)])
def test_the_pay_period_begins_on_the_day_the_workweek_of_the_job_does(
    family: Workspace, start: WorkweekStart, first: int
) -> None:
    family.write(partial(put, records=(replace(JOB, workweek_start=start),)))
    request = family.read(partial(printing.request_for, sheet="payform", day=TODAY))
    assert request.span.first == date(2026, 11, first)


@pytest.mark.parametrize("sheet", ["payform", "leavelog", "returns", "hrquestions"])
def test_each_sheet_prints_as_a_form_to_fill_in(family: Workspace, sheet: str) -> None:
    pdf = printing.make(prepared(family, sheet, blank=True))
    assert len(reading.strokes(pdf)) > 15, "lines to write on"
    assert "Northwind" not in reading.words(pdf)
