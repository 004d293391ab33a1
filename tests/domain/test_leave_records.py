"""What a job, time off and the employer's count refuse to hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import partial
from uuid import UUID

import pytest

from caregiver_app.domain.leave.answers import Amount, Row
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.records import EmployerCount, LeaveJob, PaidFrom, TimeOff, WorkPattern, YearKnown
from caregiver_app.domain.problems import InvalidEntry

ID = UUID(int=1)
DAY = date(2026, 11, 3)
A_JOB: Callable[..., LeaveJob] = partial(LeaveJob, person_id=ID)
A_DAY: Callable[..., TimeOff] = partial(TimeOff, job_id=ID, first=DAY, last=DAY)
A_WEEK = Fraction(1, 5)
WEEK = (0, 480, 480, 480, 480, 480, 0)


@pytest.mark.parametrize(
    ("made", "field"),
    [
        (partial(A_JOB, employer="x" * 201), "employer"),
        (partial(A_JOB, supervisor="x" * 201), "supervisor"),
        (partial(A_JOB, known=YearKnown.TOLD), "method"),
        (partial(A_JOB, known=YearKnown.TOLD, method=Method.FIXED), "fixed_start"),
        (partial(A_JOB, increment=61), "increment"),
        (partial(A_JOB, increment=0), "increment"),
        (partial(A_JOB, notes="x" * 20_001), "notes"),
        (partial(A_DAY, notes="x" * 20_001), "notes"),
        (partial(A_DAY, minutes=26 * 60), "minutes"),
        (partial(TimeOff, job_id=ID, first=DAY, last=date(2026, 11, 2)), "last"),
        (partial(EmployerCount, job_id=ID, day=DAY, minutes=1441), "minutes"),
        (partial(WorkPattern, job_id=ID, first_day=DAY, cycle_start=date(2026, 11, 1), weeks=((1560,) * 7,)), "weeks"),
    ],
)
def test_what_can_not_be_is_refused_at_its_field(made: Callable[[], object], field: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        made()
    assert refused.value.field == field


def test_what_may_be_is_kept() -> None:
    assert A_JOB(known=YearKnown.TOLD, method=Method.ROLLING, increment=15).increment == 15
    assert EmployerCount(job_id=ID, day=DAY, minutes=0).minutes == 0
    pattern = WorkPattern(job_id=ID, first_day=DAY, cycle_start=date(2026, 11, 1), weeks=(WEEK,))
    assert pattern.entry().weeks == (WEEK,)


@pytest.mark.parametrize("paid", PaidFrom)
def test_the_rules_know_that_time_off_is_paid(paid: PaidFrom) -> None:
    assert A_DAY(paid=paid).entry().paid == (paid is not PaidFrom.UNPAID)


def test_a_row_is_within_the_law_unless_told_otherwise() -> None:
    none = Amount(weeks=A_WEEK * 0, minutes=A_WEEK * 0)
    assert not Row(time_off=A_DAY(), minutes=480, weeks=A_WEEK, left_after=none).over_weeks
