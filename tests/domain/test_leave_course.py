"""Rules that turn, held against rules that do not: where nothing turns, both count alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.leave.balance import LeaveCount
from caregiver_app.domain.leave.charge import Charges
from caregiver_app.domain.leave.course import Course, CourseCount
from caregiver_app.domain.leave.days import Method, YearRule, anniversary
from caregiver_app.domain.leave.entries import LeaveEntry, one_day
from caregiver_app.domain.leave.plan import earliest_block, protect_plan
from caregiver_app.domain.leave.schedule import Job
from tests.domain.made_up_leave import FULL_TIME, dates, job_of, jobs, rules, single_days

CALENDAR, ROLLING = YearRule(method=Method.CALENDAR), YearRule(method=Method.ROLLING)


@given(jobs(), single_days(), rules(weeks=(12,)), dates(), dates())
def test_a_change_to_the_same_way_changes_nothing(
    job: Job, leave: list[LeaveEntry], rule: YearRule, turn: date, day: date
) -> None:
    charged = Charges(job, leave).days
    alone = LeaveCount(job, rule, charged)
    course = CourseCount(job, Course(spans=((date.min, (rule,)), (turn, (rule,)))), charged)
    assert course.counted == alone.counted
    assert course.balance(day) == alone.balance(day)
    assert course.not_settled(day) == alone.not_settled(day)
    plan = [LeaveEntry(first=day, last=day + timedelta(60))]
    assert protect_plan(course, plan, balance_day=day) == protect_plan(alone, plan, balance_day=day)
    assert earliest_block(course, day, 3) == earliest_block(alone, day, 3)


@given(jobs(), single_days(), dates(), dates())
def test_between_two_ways_no_day_has_less_than_under_either(
    job: Job, leave: list[LeaveEntry], turn: date, day: date
) -> None:
    course = Course(spans=((date.min, (CALENDAR,)), (turn, (CALENDAR, ROLLING)), (anniversary(turn), (ROLLING,))))
    count = CourseCount(job, course, Charges(job, leave).days)
    assert all(part <= each.minutes * (count.scale // each.week_minutes) for part, each in zip(
        count.counted, count.days, strict=True
    ))  # fmt: skip
    assert count.remaining(day) == max(view.remaining(day) for view in count.views(day))
    assert 0 <= count.remaining(day) <= 12


@given(single_days(), dates(), st.booleans())
def test_inside_the_12_months_all_together_is_26_weeks_at_most(
    leave: list[LeaveEntry], first: date, is_other: bool
) -> None:
    job = job_of(FULL_TIME)
    charged = Charges(job, leave, leave if is_other else ()).days
    count = CourseCount(job, Course(spans=((date.min, (CALENDAR,)),), military_from=first), charged)
    inside = sum(
        (count.weeks(part) for number, part in zip(count.numbers, count.counted, strict=True)
         if number in count.course.military),
        Fraction(0),
    )  # fmt: skip
    assert inside <= (12 if is_other else 26)
    assert count.remaining(anniversary(first) - timedelta(1)) == 26 - inside


def test_a_holiday_in_a_full_week_for_other_reasons_is_for_other_reasons() -> None:
    job = replace(job_of(FULL_TIME), holidays=frozenset({date(2027, 1, 18)}))
    week = [one_day(date(2027, 1, 18) + timedelta(n)) for n in range(5)]
    assert [day.other for day in Charges(job, week, week).days] == [480] * 5
    mixed = Charges(job, week, week[2:]).days
    assert [day.other for day in mixed] == [0, 0, 480, 480, 480]
