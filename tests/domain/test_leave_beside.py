"""A plan beside the log: no minute is taken twice, and a block may hold what is off already."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.leave.balance import LeaveCount
from caregiver_app.domain.leave.beside import beside, minutes_off, new_stretches
from caregiver_app.domain.leave.charge import Charges
from caregiver_app.domain.leave.days import Method, YearRule
from caregiver_app.domain.leave.entries import LeaveEntry, LeaveKind, fmla_minutes, one_day
from caregiver_app.domain.leave.plan import EarliestBlock, earliest_block
from caregiver_app.domain.leave.schedule import Job, WorkCalendar
from tests.domain.made_up_leave import FIRST, FULL_TIME, dates, job_of, jobs, single_days

JOB = job_of(FULL_TIME)
CALENDAR = YearRule(method=Method.CALENDAR)
DECEMBER = date(2026, 12, 7)  # a Monday


@given(jobs(), single_days(), dates(), st.sampled_from((None, 60, 240)), st.integers(1, 8))
def test_log_and_plan_together_are_never_more_than_the_work(
    job: Job, log: list[LeaveEntry], first: date, minutes: int | None, every: int
) -> None:
    calendar = WorkCalendar(job)
    plan = LeaveEntry(first=first, last=first + timedelta(90), every_days=every, minutes=minutes)
    off = minutes_off(calendar, log, FIRST)
    added, already = beside(calendar, [plan], off)
    both = fmla_minutes(calendar, [*log, *added])
    for number in plan.numbers():
        work = calendar.minutes(number)
        wanted = work if minutes is None else min(work, minutes)
        assert both.get(number, 0) == min(work, off.get(number, 0) + wanted)
        assert (number in already) == (off.get(number, 0) + wanted > work)


def test_another_employers_time_and_what_is_over_are_not_minded() -> None:
    calendar = WorkCalendar(JOB)
    log = [
        one_day(DECEMBER - timedelta(7)),
        LeaveEntry(first=DECEMBER - timedelta(3), last=DECEMBER, minutes=120),
        one_day(DECEMBER + timedelta(1), kind=LeaveKind.OTHER_EMPLOYER),
        one_day(DECEMBER + timedelta(2), 0),
    ]
    assert minutes_off(calendar, log, DECEMBER) == {DECEMBER.toordinal(): 120}


def block(log: list[LeaveEntry], weeks: int, start: date) -> EarliestBlock:
    """The first weeks in a row beside a log under the calendar year."""
    count = LeaveCount(JOB, CALENDAR, Charges(JOB, log).days)
    return earliest_block(count, start, weeks, off=minutes_off(WorkCalendar(JOB), log, start))


def weeks_off(first: date, weeks: int) -> LeaveEntry:
    """Whole weeks off from a Monday on."""
    return LeaveEntry(first=first, last=first + timedelta(7 * weeks - 3))


def test_a_block_holds_weeks_that_are_off_already() -> None:
    log = [weeks_off(date(2026, 1, 5), 9), weeks_off(DECEMBER, 2)]
    assert block(log, 3, DECEMBER - timedelta(7)).start == DECEMBER - timedelta(7)
    assert block(log, 2, DECEMBER).start == DECEMBER
    holiday = [*log, one_day(DECEMBER + timedelta(14), kind=LeaveKind.NOT_FMLA)]
    assert block(holiday, 3, DECEMBER).start == DECEMBER


def test_weeks_off_past_the_limit_are_no_covered_block() -> None:
    log = [weeks_off(date(2026, 1, 5), 11), weeks_off(DECEMBER, 2)]
    assert block(log, 1, DECEMBER).start == DECEMBER
    assert block(log, 1, DECEMBER + timedelta(7)).start == date(2027, 1, 4)
    assert block(log, 2, DECEMBER - timedelta(7)).start == date(2027, 1, 4)


@given(jobs(), single_days(), dates(), st.sampled_from((None, 60, 240)), st.integers(1, 8))
def test_the_new_days_of_a_plan_are_what_it_adds(
    job: Job, log: list[LeaveEntry], first: date, minutes: int | None, every: int
) -> None:
    calendar = WorkCalendar(job)
    plan = LeaveEntry(first=first, last=first + timedelta(90), every_days=every, minutes=minutes)
    off = minutes_off(calendar, log, FIRST)
    found = new_stretches(calendar, [plan], off)
    for number in plan.numbers():
        taken = [each for each in found if number in each.numbers()]
        assert len(taken) <= 1
        work = calendar.minutes(number)
        rest = work - off.get(number, 0)
        wanted = work if minutes is None else minutes
        if number not in off:
            assert not work or [each.minutes for each in taken] == [minutes]
        else:
            assert [each.minutes for each in taken] == ([min(wanted, rest)] if rest > 0 else [])


def test_a_plan_is_cut_where_days_are_off_already() -> None:
    calendar = WorkCalendar(JOB)
    log = [one_day(DECEMBER + timedelta(2)), one_day(DECEMBER + timedelta(4), 120)]
    off = minutes_off(calendar, log, DECEMBER)
    week = LeaveEntry(first=DECEMBER, last=DECEMBER + timedelta(6))
    assert new_stretches(calendar, [week], off) == (
        LeaveEntry(first=DECEMBER, last=DECEMBER + timedelta(1)),
        one_day(DECEMBER + timedelta(3)),
        one_day(DECEMBER + timedelta(4), 360),
    )
