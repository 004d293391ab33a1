"""Plans beside the log, rules that turn under the headline, and what is said beside the numbers, on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import partial

import pytest

from caregiver_app.domain.leave.answers import EarliestAnswer
from caregiver_app.domain.leave.days import Method, MonthDay
from caregiver_app.domain.leave.entries import LeaveEntry, LeaveKind, TooManyMinutes
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.records import TimeOff, WorkPattern, YearKnown
from caregiver_app.domain.leave.schedule import DayMinutes
from caregiver_app.domain.leave_counts_typed import compared_days, summary
from caregiver_app.domain.leave_words import difference_words, own_weeks_words
from caregiver_app.services import leave
from caregiver_app.services.leave.comparing import compared
from caregiver_app.services.leave.holidays_off import holidays_off
from caregiver_app.services.leave.trying import try_out
from caregiver_app.services.workspace import Workspace
from tests.services.one_job import JOB, TODAY, block, change, log, on, plan, seen, set_up


@pytest.fixture
def work(workspace: Workspace) -> Workspace:
    """A job of 40 hours that counts the calendar year."""
    return set_up(workspace)


@pytest.fixture
def changed(work: Workspace) -> Workspace:
    """The calendar year until Mar 31, 2027 at most; rolling beside it from Apr 1, 2026, and alone from Apr 1, 2027."""
    to_rolling = partial(leave.change_method, job=JOB, method=Method.ROLLING, fixed_start=None)
    work.write(partial(to_rolling, notice=date(2026, 1, 2), effective=date(2026, 4, 1)))
    return work


# Plans beside the log


def test_a_plan_tells_each_hour_as_long_as_it_is_and_what_is_left_in_the_week_of_then(work: Workspace) -> None:
    first = date(2027, 3, 7)
    shorter = WorkPattern(job_id=JOB.id, first_day=first, cycle_start=first, weeks=((0, 360, 360, 360, 360, 360, 0),))
    work.write(partial(leave.save_pattern, pattern=shorter))
    change(work, overtime=(DayMinutes(day=date(2026, 11, 28), minutes=480),))
    busy = plan(work, LeaveEntry(first=date(2026, 11, 27), last=date(2026, 11, 27)))
    assert [busy.protected_weeks, busy.minutes] == [Fraction(1, 6), 480]
    later = plan(work, LeaveEntry(first=date(2027, 3, 8), last=date(2027, 3, 12)))
    assert later.left is not None and later.day == date(2027, 3, 12)
    assert [later.minutes, later.left.minutes] == [5 * 360, 11 * 5 * 360]


def test_a_day_that_is_in_the_log_is_not_taken_twice_by_a_plan(work: Workspace) -> None:
    log(work, (date(2026, 12, 11), date(2026, 12, 11)), planned=True)
    log(work, (date(2026, 12, 18), date(2026, 12, 18)), minutes=120)
    found = plan(work, LeaveEntry(first=date(2026, 12, 4), last=date(2026, 12, 18), every_days=7))
    assert found.already_off == (date(2026, 12, 11), date(2026, 12, 18))
    assert found.minutes == 480 + 360
    assert found.balance_weeks == 12 - Fraction(3, 5)
    assert plan(work, LeaveEntry(first=date(2026, 12, 11), last=date(2026, 12, 11))).minutes == 0
    part = plan(work, LeaveEntry(first=date(2026, 12, 18), last=date(2026, 12, 18), minutes=360))
    assert part.already_off == () and part.minutes == 360
    with pytest.raises(TooManyMinutes):
        plan(work, LeaveEntry(first=date(2026, 12, 18), last=date(2026, 12, 18), minutes=481))


def test_weeks_in_a_row_may_hold_days_that_are_in_the_log(work: Workspace) -> None:
    log(work, (date(2026, 1, 5), date(2026, 3, 6)))  # nine weeks
    log(work, (date(2026, 12, 7), date(2026, 12, 18)), planned=True)  # two of the three that are left
    assert block(work, 3, date(2026, 11, 30)).start == date(2026, 11, 30)
    log(work, (date(2026, 11, 23), date(2026, 11, 27)), kind=LeaveKind.OTHER_EMPLOYER)
    assert block(work, 1, date(2026, 11, 23)).start == date(2026, 11, 23)
    assert block(work, 2, date(2026, 12, 7)) == EarliestAnswer(start=date(2026, 12, 7))


def test_weeks_in_a_row_that_the_log_fills_past_the_limit_are_not_covered(work: Workspace) -> None:
    log(work, (date(2026, 1, 5), date(2026, 3, 20)), (date(2026, 11, 23), date(2026, 12, 4)))  # 11 weeks and 2
    assert block(work, 1, date(2026, 11, 23)).start == date(2026, 11, 23)
    assert block(work, 1, date(2026, 11, 30)).start == date(2027, 1, 4)
    assert block(work, 3, date(2026, 11, 16)).start == date(2027, 1, 4)


def test_not_sure_is_safe_with_the_least_after_a_plan(work: Workspace) -> None:
    log(work, (date(2026, 1, 5), date(2026, 3, 20)), (date(2025, 11, 24), date(2025, 12, 5)))  # 11 weeks and 2
    across = LeaveEntry(first=date(2026, 12, 14), last=date(2027, 1, 8))
    change(work, known=YearKnown.NOT_SURE)
    found = plan(work, across)
    told = []
    for method in (Method.CALENDAR, Method.FORWARD, Method.ROLLING):
        change(work, known=YearKnown.TOLD, method=method)
        told.append(plan(work, across))
    assert found.protected_weeks == min(each.protected_weeks for each in told)
    assert found.balance_weeks == min(each.balance_weeks for each in told if each.balance_weeks is not None)
    assert found.not_settled


def test_after_a_day_that_repeats_what_is_left_is_of_the_last_of_them(work: Workspace) -> None:
    change(work, method=Method.ROLLING)
    log(work, (date(2025, 12, 28), date(2025, 12, 29)))  # a Monday, back before the stretch ends and after its last day
    entry = TimeOff(job_id=JOB.id, first=date(2026, 12, 11), last=date(2026, 12, 31), every_days=14)
    tried = work.read(partial(try_out, job_id=JOB.id, entries=[entry]))
    assert tried is not None and tried.left.weeks == 12 - Fraction(3, 5)
    work.write(partial(leave.log, entries=[entry]))
    assert seen(work).rows[-1].left_after.weeks == 12 - Fraction(3, 5)


# Two changes, and what the headline rests on


def test_two_changes_within_12_months_keep_each_old_way_for_12_months(work: Workspace) -> None:
    log(work, (date(2025, 10, 5), date(2026, 1, 2)))  # 13 weeks, from a fixed year into a calendar year
    change(work, method=Method.CALENDAR)
    for method, effective in ((Method.ROLLING, date(2026, 4, 1)), (Method.FORWARD, date(2026, 5, 1))):
        go = partial(leave.change_method, job=seen(work).job, method=method, fixed_start=None)
        work.write(partial(go, notice=date(2026, 1, 2), effective=effective))
    calendar = 12 - Fraction(2, 5)
    days = (date(2026, 3, 31), date(2026, 4, 30), date(2026, 6, 1))
    assert [on(work, day).left.weeks for day in days] == [calendar] * 3


def test_no_return_is_told_for_a_way_that_no_longer_holds_then(changed: Workspace) -> None:
    change(changed, method=Method.CALENDAR)
    leave_days = (date(2026, 6, 1), date(2026, 6, 5))
    log(changed, leave_days)
    assert seen(changed).returns[0].day == date(2027, 1, 1)
    back = seen(changed, date(2027, 2, 1)).returns
    assert back == ()


def test_the_leave_year_and_the_returns_are_of_the_way_the_headline_is_of(changed: Workspace) -> None:
    log(changed, (date(2026, 5, 4), date(2026, 5, 15)))  # both ways leave ten weeks today
    log(changed, (date(2026, 12, 7), date(2027, 1, 29)), planned=True)
    view = seen(changed)
    assert view.figures is not None
    rolling = 12 - Fraction(2) - 8
    assert (view.figures.after_planned.weeks > rolling) == (view.leave_year is not None)


def test_not_sure_has_the_least_of_every_way_and_how_far_they_lie_apart(work: Workspace) -> None:
    log(work, (date(2025, 12, 1), date(2025, 12, 19)), (date(2026, 1, 5), date(2026, 1, 5)))
    change(work, known=YearKnown.NOT_SURE, fixed_start=MonthDay(month=10, day=1))
    found = on(work, date(2026, 11, 23))
    told = {method: amount.weeks for method, amount in found.by_method}
    assert told[Method.CALENDAR] == Fraction(59, 5) and told[Method.FIXED] == 12
    assert found.left.weeks == found.least.weeks == told[Method.ROLLING] == Fraction(44, 5)
    assert found.most.weeks == 12 and found.not_settled
    change(work, fixed_start=None)
    assert Method.FIXED not in dict(on(work, date(2026, 11, 23)).by_method)


def test_none_chosen_has_the_best_and_never_an_imagined_year(work: Workspace) -> None:
    log(work, (date(2025, 12, 1), date(2025, 12, 19)), (date(2026, 1, 5), date(2026, 1, 5)))
    change(work, known=YearKnown.NONE_CHOSEN, hired_on=date(2019, 11, 1))
    found = on(work, date(2026, 11, 23))
    assert found.left.weeks == found.least.weeks == found.most.weeks == Fraction(59, 5)
    assert dict(found.by_method)[Method.FIXED].weeks == 12
    assert found.not_settled


# The employer's count


def test_days_to_come_are_not_compared_and_the_days_compared_are_told(work: Workspace) -> None:
    log(work, (date(2026, 11, 9), date(2026, 11, 9)), (date(2026, 11, 12), date(2026, 11, 12)))
    ahead, told = date(2026, 12, 7), {date(2026, 11, 9): 480, date(2026, 11, 12): 240, date(2026, 11, 20): 0}
    found = work.read(partial(compared, job_id=JOB.id, minutes=told | {ahead: 480}, today=TODAY))
    assert found is not None
    said = "Your employer counted 4 hours less than you did, on Nov 12. Compared: Nov 9 to Nov 20."
    assert difference_words(found, TODAY) == said
    days = compared_days(told | {ahead: 480}, found, TODAY)
    assert [day.day for day in days] == sorted(told)
    assert summary(days, TODAY).endswith("In all HR counts 4 hours less. Compared: Mon Nov 9 to Fri Nov 20.")


@pytest.mark.parametrize("relation", [Relation.SPOUSE, Relation.CHILD, Relation.STEP_CHILD])
def test_for_a_spouse_or_child_nothing_is_shared_and_that_is_said(work: Workspace, relation: Relation) -> None:
    change(work, relation=relation)
    assert own_weeks_words(seen(work)) == ""
    change(work, spouse_same_employer=True)
    assert "you do not share" in own_weeks_words(seen(work))
    change(work, relation=Relation.PARENT)
    assert own_weeks_words(seen(work)) == ""


# Tested again in a new leave year: 29 CFR 825.300(b)(1)


@pytest.mark.parametrize(
    ("method", "first", "last", "again"),
    [
        (Method.CALENDAR, date(2026, 12, 28), date(2027, 1, 8), date(2027, 1, 1)),
        (Method.CALENDAR, date(2026, 12, 21), date(2026, 12, 31), None),
        (Method.CALENDAR, date(2027, 2, 1), date(2027, 2, 5), date(2027, 2, 1)),
        (Method.FORWARD, date(2027, 2, 24), date(2027, 3, 5), date(2027, 3, 2)),
        (Method.ROLLING, date(2026, 12, 28), date(2027, 3, 5), None),
    ],
)
def test_the_first_planned_day_of_a_new_leave_year_is_told(
    work: Workspace, method: Method, first: date, last: date, again: date | None
) -> None:
    change(work, method=method)
    across = LeaveEntry(first=first, last=last)
    assert plan(work, replace(across, last=first)).tested_again is None  # nobody was absent before
    log(work, (date(2026, 3, 2), date(2026, 3, 6)))
    assert plan(work, across).tested_again == again
    change(work, known=YearKnown.NOT_SURE)
    assert plan(work, across).tested_again is None


# Holidays that the job was not told of: 29 CFR 825.200(h)

THANKSGIVING = date(2026, 11, 26)  # a Thursday


def holidays(work: Workspace, *entries: TimeOff) -> list[date]:
    """The public holidays that are asked about."""
    return [day for day, _ in work.read(partial(holidays_off, entries=entries))]


def off(first: date, last: date, minutes: int | None = None, kind: LeaveKind = LeaveKind.FMLA) -> TimeOff:
    """Time off that is not saved yet."""
    return TimeOff(job_id=JOB.id, first=first, last=last, minutes=minutes, kind=kind)


def test_a_holiday_in_a_full_week_is_not_asked_about_however_the_week_was_typed(work: Workspace) -> None:
    monday, wednesday, friday = (date(2026, 11, day) for day in (23, 25, 27))
    assert holidays(work, off(THANKSGIVING, THANKSGIVING)) == [THANKSGIVING]
    assert holidays(work, off(monday, friday)) == []
    assert holidays(work, off(monday, friday, 480)) == []
    assert holidays(work, off(monday, friday, 420)) == [THANKSGIVING]
    assert holidays(work, off(monday, wednesday, kind=LeaveKind.NOT_FMLA), off(THANKSGIVING, friday)) == [THANKSGIVING]
    log(work, (monday, wednesday))
    assert holidays(work, off(THANKSGIVING, friday)) == []
    assert holidays(work, off(THANKSGIVING, THANKSGIVING)) == [THANKSGIVING]
    change(work, holidays=(friday,))
    assert holidays(work, off(THANKSGIVING, THANKSGIVING)) == []
    change(work, holidays=(friday, THANKSGIVING))
    assert holidays(work, off(THANKSGIVING, friday)) == []
