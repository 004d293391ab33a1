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
    for reasons, other in ((week[1:], 480), (week[2:], 0)):  # the holiday itself is not in the log
        assert Charges(job, week[1:], reasons).days[0].other == other


MILITARY = date(2027, 7, 1)
FORWARD = YearRule(method=Method.FORWARD)


def turning(*leave: LeaveEntry, military: date | None = None) -> CourseCount:
    """A job that goes over from calendar to rolling years on Apr 1, 2027."""
    turn = date(2027, 4, 1)
    spans = ((date.min, (CALENDAR,)), (turn, (CALENDAR, ROLLING)), (anniversary(turn), (ROLLING,)))
    job = job_of(FULL_TIME)
    return CourseCount(job, Course(spans=spans, military_from=military), Charges(job, leave).days)


def last_day_of(count: CourseCount, rule: YearRule, day: date) -> date:
    """The last day on which a rule that holds on a day still holds."""
    return date.fromordinal(count.holds_until(rule, day.toordinal()))


def test_a_way_that_goes_holds_until_the_day_before() -> None:
    count = turning(military=MILITARY)
    assert last_day_of(count, CALENDAR, date(2027, 1, 4)) == date(2027, 6, 30)
    assert last_day_of(count, ROLLING, date(2027, 8, 1)) == date(2028, 6, 30)
    assert last_day_of(turning(), CALENDAR, date(2027, 5, 1)) == date(2028, 3, 31)
    assert last_day_of(turning(), ROLLING, date(2027, 5, 1)) == date.max
    alone = LeaveCount(job_of(FULL_TIME), CALENDAR, [])
    assert alone.holds_until(CALENDAR, MILITARY.toordinal()) == date.max.toordinal()
    assert alone.views(MILITARY) == (alone,)


def test_the_way_that_leaves_most_tells_what_is_used() -> None:
    count = turning(LeaveEntry(first=date(2027, 1, 4), last=date(2027, 1, 15)))
    assert count.used(date(2027, 6, 1)) == 2
    assert count.used(date(2028, 1, 3)) == 0
    assert count.next_day_available(date(2027, 6, 1)).day == date(2027, 6, 2)


def test_what_another_rule_protects_is_kept_whatever_is_left() -> None:
    ledger = turning().new_ledger(5)
    day = date(2027, 1, 4).toordinal()
    ledger.keep(day, 60)
    assert ledger.available(day) == 0
    assert ledger.take(day + 1, 5) == 0
    assert ledger.available(date(2028, 1, 3).toordinal()) == 60  # the calendar year is new, the better of two counts


def test_a_new_year_that_needs_a_new_test_does_not_come_where_rules_turn() -> None:
    plan = [LeaveEntry(first=date(2027, 12, 27), last=date(2028, 1, 7))]
    assert protect_plan(turning(), plan, new_year_eligible=False).unprotected_weeks == 0


def test_care_inside_the_12_months_is_no_ordinary_leave_and_other_reasons_are() -> None:
    care, other = one_day(date(2027, 8, 2)), one_day(date(2027, 8, 3))
    course = Course(spans=((date.min, (CALENDAR,)),), military_from=MILITARY)
    count = CourseCount(job_of(FULL_TIME), course, Charges(job_of(FULL_TIME), [care, other], [other]).days)
    assert count.view(CALENDAR).used(date(2027, 12, 31)) == Fraction(1, 5)
    assert count.used(date(2027, 8, 3)) == Fraction(2, 5)
    assert not count.not_settled(date(2027, 8, 3))
    assert count.not_settled(date(2028, 7, 1))  # two fact sheets take this day in
