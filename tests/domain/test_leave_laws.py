"""Laws of leave that hold whatever is logged."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from caregiver_app.domain.leave.balance import count_leave
from caregiver_app.domain.leave.charge import absence_charge
from caregiver_app.domain.leave.days import Method, Moment, YearRule, anniversary
from caregiver_app.domain.leave.entries import LeaveEntry, one_day
from caregiver_app.domain.leave.methods import best_method
from caregiver_app.domain.leave.plan import ProtectedPlan, earliest_block, protect_plan
from caregiver_app.domain.leave.schedule import Job
from tests.domain.made_up_leave import (
    EVERY_DAY,
    FULL_TIME,
    blocks,
    charged_days,
    dates,
    job_of,
    jobs,
    rules,
    single_days,
    slowly_counted,
    slowly_used,
)

moments = st.sampled_from(Moment)
some_leave = st.one_of(single_days(), blocks())


@given(jobs(), some_leave, rules(), dates(4), moments)
def test_a_balance_is_never_above_the_entitlement_or_below_zero(
    job: Job, leave: list[LeaveEntry], rule: YearRule, day: date, moment: Moment
) -> None:
    balance = count_leave(job, leave, rule).balance(day, moment)
    assert 0 <= balance.remaining_weeks <= rule.entitlement
    assert balance.used_weeks + balance.remaining_weeks == rule.entitlement
    assert balance.over_weeks >= 0


@given(jobs(), some_leave, rules(weeks=(1, 12)), dates(4))
def test_a_balance_is_what_counting_slowly_gives(job: Job, leave: list[LeaveEntry], rule: YearRule, day: date) -> None:
    counted = slowly_counted(rule, charged_days(job, leave))
    before = [each for each in counted if each.day < day]
    count = count_leave(job, leave, rule)
    assert count.used(day) == slowly_used(rule, counted, day)
    assert count.used(day, Moment.BEFORE) == slowly_used(rule, before, day)


@given(jobs(), single_days(20))
def test_rolling_use_returns_on_its_anniversary_once(job: Job, leave: list[LeaveEntry]) -> None:
    count = count_leave(job, leave, YearRule(method=Method.ROLLING))
    charged = charged_days(job, leave)
    for back in {anniversary(used.day) for used in charged}:
        came_back = count.remaining(back, Moment.BEFORE) - count.remaining(back - timedelta(1))
        weeks = sum((used.weeks for used in charged if anniversary(used.day) == back), Fraction(0))
        assert came_back == weeks
        rows = count.return_schedule(back - timedelta(1)).returns
        assert [row.weeks for row in rows if row.day == back] == [weeks]


@given(jobs(), some_leave, dates(4))
def test_the_return_schedule_holds_what_is_used(job: Job, leave: list[LeaveEntry], day: date) -> None:
    count = count_leave(job, leave, YearRule(method=Method.ROLLING))
    schedule = count.return_schedule(day)
    assert schedule.total_weeks == count.used(day) == sum((row.weeks for row in schedule.returns), Fraction(0))
    assert all(day < row.day <= anniversary(day) for row in schedule.returns)
    assert list(schedule.returns) == sorted(schedule.returns, key=lambda row: row.day)


@given(jobs(), single_days(40), rules(Method.CALENDAR, Method.FIXED, Method.ROLLING), dates(), dates(4))
def test_added_leave_never_raises_a_later_balance(
    job: Job, leave: list[LeaveEntry], rule: YearRule, added: date, day: date
) -> None:
    more = [*leave, one_day(added)]
    assume(all(entry.first != added for entry in leave) and day >= added)
    assume(absence_charge(job, more).weeks <= rule.entitlement)
    assert count_leave(job, more, rule).remaining(day) <= count_leave(job, leave, rule).remaining(day)


def protected_part(plan: ProtectedPlan, day: date, charge: Fraction) -> Fraction:
    if day in plan.unprotected_days:
        return Fraction(0)
    return next((each.weeks for each in plan.partly_protected if each.day == day), charge)


@given(jobs(), blocks(), rules(Method.CALENDAR, Method.FIXED), dates(2), st.integers(0, 120))
def test_a_planned_day_never_gains_by_earlier_leave_of_its_year(
    job: Job, leave: list[LeaveEntry], rule: YearRule, start: date, length: int
) -> None:
    plan = [LeaveEntry(first=start, last=start + timedelta(length))]
    added = one_day(start - timedelta(1))
    assume(all(added.first not in (date.fromordinal(n) for n in entry.numbers()) for entry in leave))
    fewer = protect_plan(count_leave(job, leave, rule), plan)
    more = protect_plan(count_leave(job, [*leave, added], rule), plan)
    for each in charged_days(job, plan):
        if rule.year_start(each.day) == rule.year_start(added.first):
            assert protected_part(more, each.day, each.weeks) <= protected_part(fewer, each.day, each.weeks)


@given(jobs(), some_leave, rules(weeks=(1, 12)), dates(2), st.integers(0, 120), dates(4))
def test_a_plan_is_what_counting_slowly_gives(
    job: Job, leave: list[LeaveEntry], rule: YearRule, start: date, length: int, day: date
) -> None:
    plan = [LeaveEntry(first=start, last=start + timedelta(length))]
    planned = charged_days(job, plan)
    both = sorted([*charged_days(job, leave), *planned], key=lambda each: each.day)
    merged = slowly_counted(rule, both)
    told = protect_plan(count_leave(job, leave, rule), plan, balance_day=day)
    upto = [each for each in merged if each.day <= day]
    assert told.balance_weeks == rule.entitlement - slowly_used(rule, upto, day)
    assert told.protected_weeks + told.unprotected_weeks == sum((each.weeks for each in planned), Fraction(0))
    if not {each.day for each in planned} & {each.day for each in charged_days(job, leave)}:
        days = {each.day for each in planned}
        assert told.protected_weeks == sum((each.weeks for each in merged if each.day in days), Fraction(0))


@given(jobs(), some_leave, rules(), dates(4), st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(
    job: Job, leave: list[LeaveEntry], rule: YearRule, day: date, chance: object
) -> None:
    mixed = list(leave)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert count_leave(job, mixed, rule).balance(day) == count_leave(job, leave, rule).balance(day)
    assert absence_charge(job, mixed) == absence_charge(job, leave)


@given(st.integers(1, 480), st.sampled_from((FULL_TIME, EVERY_DAY)))
def test_hours_divided_by_the_hours_of_the_week_are_weeks_exactly(minutes: int, week: tuple[int, ...]) -> None:
    leave = [one_day(date(2027, 5, 4), minutes)]
    assert absence_charge(job_of(week), leave).weeks == Fraction(minutes, sum(week))


@given(jobs(), some_leave, dates(4), moments)
def test_the_best_method_is_as_good_as_each(job: Job, leave: list[LeaveEntry], day: date, moment: Moment) -> None:
    answer = best_method(job, leave, day, moment=moment)
    assert all(answer.best >= left for left in answer.remaining.values())
    assert all(answer.remaining[method] == answer.best for method in answer.best_methods)


@settings(max_examples=25)
@given(jobs(), blocks(), rules(weeks=(2, 12)), dates(1), st.integers(1, 4))
def test_the_earliest_block_is_protected_and_no_earlier_one_is(
    job: Job, leave: list[LeaveEntry], rule: YearRule, start: date, weeks: int
) -> None:
    count = count_leave(job, leave, rule)
    found = earliest_block(count, start, weeks).start
    assert found is not None or weeks > rule.entitlement
    if found is None:
        return
    earlier = [start + timedelta(days) for days in range((found - start).days)]
    for day in [*[each for each in earlier if each.isoweekday() == 1][-8:], found]:
        block = [LeaveEntry(first=day, last=day + timedelta(7 * weeks - 1))]
        assert (protect_plan(count, block).first_unprotected_day is None) == (day == found)


@given(jobs(), some_leave, rules(), dates(3))
def test_the_next_day_is_the_first_with_something_left(
    job: Job, leave: list[LeaveEntry], rule: YearRule, after: date
) -> None:
    count = count_leave(job, leave, rule)
    found = count.next_day_available(after)
    assert count.remaining(found.day, Moment.BEFORE) == found.remaining_weeks > 0
    between = range(1, (found.day - after).days)
    assert not any(count.remaining(after + timedelta(days), Moment.BEFORE) for days in between)


def test_under_a_rolling_year_earlier_leave_can_protect_a_later_day() -> None:
    """The November week pushes a December week out of protection; a year on, only what was protected comes back."""
    job, rule = job_of(FULL_TIME), YearRule(method=Method.ROLLING)
    leave = [
        LeaveEntry(first=date(2026, 1, 5), last=date(2026, 3, 13)),
        LeaveEntry(first=date(2026, 12, 7), last=date(2026, 12, 18)),
    ]
    added = LeaveEntry(first=date(2026, 11, 23), last=date(2026, 11, 27))
    plan = [LeaveEntry(first=date(2027, 9, 13), last=date(2027, 11, 26))]
    without = protect_plan(count_leave(job, leave, rule), plan)
    with_more = protect_plan(count_leave(job, [*leave, added], rule), plan)
    day = date(2027, 11, 23)
    assert day in without.unprotected_days
    assert day not in with_more.unprotected_days
    assert all(day != part.day for part in with_more.partly_protected)
