"""The three tests of FMLA leave in sentences, with what is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import uuid4

import pytest

from caregiver_app.domain.leave.records import LeaveJob
from caregiver_app.domain.leave_eligibility_words import Facts, Mark, answer_words, checks_of, may_not_yet_words

STARTS = date(2026, 11, 22)


def marks(**facts: object) -> list[Mark]:
    return [test.mark for test in checks_of(Facts(leave_starts=STARTS, **facts))]  # type: ignore[arg-type]


def test_what_nobody_has_said_is_open() -> None:
    assert marks() == [Mark.OPEN] * 3
    assert answer_words(checks_of(Facts(leave_starts=STARTS))) == "3 answers are still open."


@pytest.mark.parametrize(
    ("hired", "mark"),
    [(date(2025, 11, 22), Mark.YES), (date(2025, 11, 23), Mark.NO), (STARTS, Mark.NO), (date(2027, 1, 4), Mark.NO)],
)
def test_twelve_months_to_the_day(hired: date, mark: Mark) -> None:
    assert marks(hired_on=hired)[0] is mark


@pytest.mark.parametrize(("minutes", "mark"), [(75_000, Mark.YES), (74_999, Mark.NO), (0, Mark.NO)])
def test_1250_hours_to_the_minute(minutes: int, mark: Mark) -> None:
    assert marks(worked=minutes)[1] is mark


def test_what_is_missing_is_said() -> None:
    found = checks_of(Facts(leave_starts=STARTS, hired_on=date(2026, 3, 2), worked=66_000, fifty_near=False))
    assert [test.words for test in found] == [
        "12 months at this job: you have that on Mar 2, 2027. Earlier time with this employer may count too.",
        "1,250 hours of work in the 12 months before: 150 hours short.",
        "50 workers within 75 miles of where you work: no. A state law may still cover you.",
    ]
    assert answer_words(found) == "Not yet, by what you typed. Ask HR to check with you."


def test_a_job_under_12_months_and_a_short_week_are_told_as_what_may_be() -> None:
    job = LeaveJob(person_id=uuid4(), hired_on=date(2025, 12, 1))
    said = "FMLA leave may start on Dec 1, 2026, after 12 months at this job. Earlier time there may count too."
    assert may_not_yet_words(job, Fraction(40 * 60), STARTS) == said
    assert may_not_yet_words(job, Fraction(40 * 60), date(2026, 12, 1)) == ""
    hours = "15 hours a week is 780 hours in a year. FMLA asks for 1,250 in the 12 months before leave. Ask HR."
    assert may_not_yet_words(job, Fraction(15 * 60), STARTS) == f"{said} {hours}"
    assert may_not_yet_words(replace(job, hired_on=None), Fraction(25 * 60), STARTS) == ""
