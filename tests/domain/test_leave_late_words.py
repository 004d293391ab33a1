"""A late notice and a late doctor form are told by their days; what was in time says nothing."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from caregiver_app.domain.leave.answers import RunningPaper
from caregiver_app.domain.leave.papers import Clock, PaperClock, deadline
from caregiver_app.domain.leave.records import LeavePaper
from caregiver_app.domain.leave_late_words import late_words


def said(clock: Clock, start: date, done_on: date | None, today: date) -> str:
    paper = LeavePaper(job_id=uuid4(), clock=clock, start=start, done_on=done_on)
    return late_words(RunningPaper(paper=paper, deadline=deadline(PaperClock(kind=clock, start=start))), today)


ASKED = date(2026, 11, 1)  # due on Nov 16


@pytest.mark.parametrize(
    ("done_on", "today", "begins"),
    [
        (None, date(2026, 11, 16), ""),
        (date(2026, 11, 16), date(2026, 12, 1), ""),
        (None, date(2026, 11, 17), "Leave from Nov 17 until the form is in may lack protection."),
        (date(2026, 11, 17), date(2026, 12, 1), "Leave on Nov 17 may lack protection"),
        (date(2026, 11, 30), date(2026, 12, 1), "Leave from Nov 17 to Nov 30 may lack protection"),
    ],
)
def test_a_form_that_comes_late(done_on: date | None, today: date, begins: str) -> None:
    words = said(Clock.CERTIFICATION_DUE, ASKED, done_on, today)
    assert words.startswith(begins)
    assert bool(words) == bool(begins)


LEAVE = date(2026, 12, 14)  # 30 days ahead is Nov 14


@pytest.mark.parametrize(
    ("done_on", "today", "day"),
    [
        (None, date(2026, 11, 14), ""),
        (date(2026, 11, 14), date(2026, 11, 22), ""),
        (None, date(2026, 11, 22), "Dec 22"),
        (date(2026, 11, 16), date(2026, 11, 22), "Dec 16"),
    ],
)
def test_a_notice_that_comes_late(done_on: date | None, today: date, day: str) -> None:
    words = said(Clock.NOTICE_BY, LEAVE, done_on, today)
    assert (f"work may put this leave off until {day}." in words) == bool(day)
    assert bool(words) == bool(day)


def test_other_papers_have_no_such_words() -> None:
    assert said(Clock.CERTIFICATION_CURE, ASKED, None, date(2026, 12, 31)) == ""
