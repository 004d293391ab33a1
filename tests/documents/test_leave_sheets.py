"""Sheets of leave: the form for work, the own log, the return calendar, questions for HR. Nothing is cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from caregiver_app.documents.hr_questions import HrQuestions, hr_questions
from caregiver_app.documents.leave_log import LeaveLog, LogPaper, LogRow, leave_log
from caregiver_app.documents.pages import Stamp
from caregiver_app.documents.paper import Look
from caregiver_app.documents.pay_form import PayForm, PayRow, pay_form
from caregiver_app.documents.return_calendar import Return, ReturnCalendar, return_calendar
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.household import Paper
from tests.documents import reading

MONDAY = date(2026, 11, 23)
STAMP = Stamp(printed_at="Wed Nov 25 2026, 8:00 am", copy=1, contact="Sam", phone="555-0100")
LOOKS = [Look(paper=paper, large=large) for paper in Paper for large in (False, True)]
FOOT = "My own record. My employer’s count decides. Not legal advice."
BLOCK = PayRow(
    day=MONDAY,
    hours="8",
    kind="block",
    reason="C",
    planned="yes",
    notice="Nov 1, email, to Pat Rivera",
    paid="unpaid",
)
VISIT = PayRow(day=date(2026, 11, 24), hours="50 min", kind="intermittent", reason="A", paid="PTO")
FORM = PayForm(
    span=Span(date(2026, 11, 22), date(2026, 12, 5)),
    employee="Sam Rivers",
    employer="Northwind Paper",
    rows=(BLOCK, VISIT),
    hours="8 hours 50 min",
    weeks="1 day and 50 min",
    stamp=STAMP,
)
LINE = LogRow(days="Tue Nov 24 2026", hours="8", what="appointment", left_after="404.5 hours", paid="PTO", told="Pat")
LOG = LeaveLog(
    dates="Wed Nov 26 2025 – Wed Nov 25 2026",
    facts=(("Whose leave", "Sam Rivers"), ("My own week", "37.5 hours × 12 weeks = 450 hours")),
    rows=(LINE, replace(LINE, days="Mon Nov 2 –\nFri Nov 6 2026", notes="Home at 3.")),
    totals=("Left today: 404.5 hours.",),
    employer_count="8 hours more than mine, since Tue Nov 3.",
    returns=("Tue Nov 2 2027: 7.5 hours",),
    papers=(LogPaper(what="Certification", start="Nov 1", due="Nov 16", done="Nov 10", notes="To Pat"),),
    foot=FOOT,
    stamp=STAMP,
)
BACK = Return(day=date(2026, 12, 3), short="7.5 h", hours="7.5 hours", so_far="7.5 hours")
CALENDAR = ReturnCalendar(
    day=date(2026, 11, 25),
    whose="Sam Rivers, Northwind Paper",
    sentence="7.5 hours return on Dec 3.",
    returns=(BACK, replace(BACK, day=date(2027, 1, 31), short="50 min", hours="50 min", so_far="8 hours 20 min")),
    foot=FOOT,
    stamp=STAMP,
)
QUESTIONS = HrQuestions(
    dates="Wed Nov 25 2026",
    asked_by="Sam Rivers",
    employer="Northwind Paper",
    questions=tuple(f"Question {n}: how is this counted?" for n in range(1, 9)),
    stamp=STAMP,
)
SHEETS: list[Callable[[Look], bytes]] = [
    partial(pay_form, FORM),
    partial(leave_log, LOG),
    partial(return_calendar, CALENDAR),
    partial(hr_questions, QUESTIONS),
    partial(pay_form, replace(FORM, blank=True, rows=(), employee="", employer="", hours="", weeks="")),
    partial(leave_log, LeaveLog(dates="", facts=(("Whose leave", ""),), foot=FOOT, blank=True, stamp=STAMP)),
    partial(return_calendar, replace(CALENDAR, returns=(), nothing="Nothing comes back day by day.")),
    partial(hr_questions, replace(QUESTIONS, blank=True)),
]


def _log_of(count: int) -> bytes:
    return leave_log(replace(LOG, rows=(LINE,) * count), Look())


def _form_of(count: int) -> bytes:
    return pay_form(replace(FORM, rows=(BLOCK,) * count), Look())


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("draw", SHEETS)
def test_nothing_is_cut_or_covered_and_type_is_large_enough(draw: Callable[[Look], bytes], look: Look) -> None:
    reading.is_sound(draw(look), smallest_item=18 if look.large else 12)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_form_for_work_is_one_page_with_all_that_work_asks_for(look: Look) -> None:
    pdf = pay_form(FORM, look)
    text = reading.words(pdf)
    assert len(reading.pages(pdf)) == 1
    for words in (
        "Pay period: Sun Nov 22 2026 – Sat Dec 5 2026",
        "Employee",
        "Sam Rivers",
        "Supervisor",
        "Total: 8 hours 50 min = 1 day and 50 min",
        "C = care of a family member, A = appointment, O = other qualifying reason",
        "No family leave used in this period",
        "Employee signature Date",
        "Supervisor signature Date",
    ):
        assert words in text
    assert "Mon Nov 23 8 block C yes" in text


def test_what_is_not_known_is_a_line_to_write_on() -> None:
    # beside what both have – the end, the head, the facts – a whole empty row has nine lines, and this one has four
    lines = len(reading.strokes(pay_form(replace(FORM, rows=(VISIT,)), Look())))
    told = replace(VISIT, planned="no", notice="Nov 24, by phone")
    assert lines - len(reading.strokes(pay_form(replace(FORM, rows=(told,)), Look()))) == 2


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_500_lines_go_on_over_pages_and_each_has_its_head(look: Look) -> None:
    days = [MONDAY + timedelta(n) for n in range(500)]
    long = replace(BLOCK, notice="by email to a very long list of people " * 8)
    form = pay_form(replace(FORM, rows=(*(replace(BLOCK, day=day, hours="7") for day in days), long)), look)
    rows = tuple(replace(LINE, days=f"Line {n} here", notes="Long note. " * 40 * (n == 7)) for n in range(500))
    log = leave_log(replace(LOG, rows=rows, employer_count="word " * 900), look)
    back = tuple(replace(BACK, day=day) for day in days)
    calendar = return_calendar(replace(CALENDAR, returns=back), look)
    for pdf in (form, log, calendar):
        assert reading.outside(pdf) == []
    assert reading.words(form).count("block") >= 500
    assert all("paid from" in page for page in reading.pages(form)[:-2])
    told = reading.words(log)
    assert all(f"Line {n} here" in told for n in range(500))
    assert told.count("Long note.") == 40
    assert told.count("word") >= 900
    assert reading.words(calendar).count("7.5 h") >= 1000


def test_the_own_log_tells_all_that_there_is_to_hold_against() -> None:
    text = reading.words(leave_log(LOG, Look()))
    for words in (
        "Private – keep in the binder",
        "Mon Nov 2 – Fri Nov 6 2026 8 appointment 404.5 hours",
        "Home at 3.",
        "37.5 hours × 12 weeks = 450 hours",
        "Employer’s count 8 hours more than mine",
        "Tue Nov 2 2027: 7.5 hours",
        "Certification, since Nov 1, by Nov 16, done Nov 10",
        FOOT,
    ):
        assert words in text


@pytest.mark.parametrize("draw", [_log_of, _form_of])
def test_rows_to_write_on_give_way_before_another_page_begins(draw: Callable[[int], bytes]) -> None:
    one, two = (len(reading.strokes(draw(count))) for count in (1, 2))
    most = max(count for count in range(1, 40) if len(reading.pages(draw(count))) == 1)
    assert len(reading.strokes(draw(most))) < one + (two - one) * (most - 1)


def test_each_day_that_gives_hours_back_stands_in_its_month_and_in_the_list() -> None:
    text = reading.words(return_calendar(CALENDAR, Look()))
    assert "December 2026" in text
    assert "January 2027" in text
    assert "Sun Jan 31 2027 50 min 8 hours 20 min" in text


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_many_hours_on_one_day_stay_in_their_square(look: Look) -> None:
    back = (replace(BACK, day=date(2027, 1, 1), short="1,113.33 h"), replace(BACK, day=date(2027, 2, 1)))
    pdf = return_calendar(replace(CALENDAR, returns=back), look)
    reading.is_sound(pdf, smallest_item=18 if look.large else 12)
    hours = next(piece for piece in reading.pieces(pdf) if piece.text.startswith("1,113.33"))
    squares = [piece for piece in reading.strokes(pdf) if piece.page == hours.page and piece.top - piece.bottom > 20]
    assert any(each.left <= hours.left and hours.right <= each.right for each in squares if each.overlaps(hours))


@pytest.mark.parametrize("days", range(1, 40, 3))
def test_signatures_stand_under_the_total_they_are_for(days: int) -> None:
    rows = tuple(replace(BLOCK, day=MONDAY + timedelta(n)) for n in range(days))
    last = reading.pages(pay_form(replace(FORM, rows=rows), Look()))[-1]
    for words in ("Total: 8 hours", "No family leave used in this period", "Employee signature", "Supervisor"):
        assert words in last


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_eight_questions_stand_on_one_page_with_lines_for_the_answers(look: Look) -> None:
    questions = tuple(f"How do you count leave in weeks with a holiday, number {n}?" for n in range(8))
    pdf = hr_questions(replace(QUESTIONS, questions=questions), look)
    assert len(reading.pages(pdf)) == 1
    for number, words in enumerate(questions, start=1):
        assert f"{number}. {words}" in reading.words(pdf)


def test_the_same_sheet_twice_is_the_same_file() -> None:
    for draw in SHEETS:
        assert draw(Look()) == draw(Look())
