"""Answers about leave that hang on more than one rule: told once, told by the rule of the day, or marked as open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import partial

import pytest

from caregiver_app.domain.leave.answers import EarliestAnswer
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.entries import LeaveEntry
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.records import (
    EmployerCount,
    LeaveReason,
    TimeOff,
    YearKnown,
)
from caregiver_app.domain.leave.shares import Reason, UsedFor, military_balance
from caregiver_app.domain.leave_names import year_words
from caregiver_app.domain.leave_words import change_words, leave_year_words, shared_words
from caregiver_app.domain.problems import StaleEdit
from caregiver_app.services import leave
from caregiver_app.services.leave.comparing import keep_counts
from caregiver_app.services.leave.trying import try_out
from caregiver_app.services.workspace import Workspace
from tests.services.one_job import JOB, TODAY, WEEK, block, change, log, on, plan, seen, set_up


@pytest.fixture
def work(workspace: Workspace) -> Workspace:
    """A job of 40 hours that counts the calendar year."""
    return set_up(workspace)


def test_two_entries_on_a_day_past_the_limit_tell_what_is_over_once(work: Workspace) -> None:
    log(work, (date(2026, 1, 5), date(2026, 3, 26)))  # twelve weeks less one day
    log(work, (date(2026, 3, 27), date(2026, 3, 27)), minutes=240)
    for _ in range(2):
        log(work, (date(2026, 4, 1), date(2026, 4, 1)), minutes=240)
    view = seen(work)
    assert view.figures is not None
    assert view.figures.over.weeks == Fraction(1, 10)
    assert sum(row.over_weeks for row in view.rows) == Fraction(1, 10)


def test_a_day_that_the_employer_counted_ahead_makes_no_difference_today(work: Workspace) -> None:
    for day in (date(2026, 11, 10), date(2026, 12, 7)):
        log(work, (day, day))
        count = EmployerCount(job_id=JOB.id, day=day, minutes=480)
        work.write(partial(leave.put_employer_counts, counts=[count]))
    difference = seen(work).difference
    assert difference is not None
    assert difference.minutes == 0


# A change of method: 29 CFR 825.200(d)(1)

SUMMER = (date(2026, 8, 3), date(2026, 10, 23))  # twelve weeks


@pytest.fixture
def changed(work: Workspace) -> Workspace:
    """The calendar year until Mar 31, 2027 at most; rolling beside it from Apr 1, 2026, and alone from Apr 1, 2027."""
    to_rolling = partial(leave.change_method, job=JOB, method=Method.ROLLING, fixed_start=None)
    work.write(partial(to_rolling, notice=date(2026, 1, 2), effective=date(2026, 4, 1)))
    return work


def test_a_plan_across_the_end_of_the_better_of_two_is_counted_part_by_part(changed: Workspace) -> None:
    log(changed, SUMMER)
    across = LeaveEntry(first=date(2027, 3, 29), last=date(2027, 4, 9))
    found = plan(changed, across)
    assert (found.protected_weeks, found.unprotected_weeks) == (Fraction(3, 5), Fraction(7, 5))
    assert (found.last_protected_day, found.first_unprotected_day) == (date(2027, 3, 31), date(2027, 4, 1))
    assert found.not_settled
    entry = TimeOff(job_id=JOB.id, first=across.first, last=across.last)
    tried = changed.read(partial(try_out, job_id=JOB.id, entries=[entry]))
    assert tried is not None
    assert (tried.over.weeks, tried.first_over) == (Fraction(7, 5), date(2027, 4, 1))
    assert tried.left.weeks == 0


def test_a_plan_before_the_change_is_counted_by_the_way_before_it(changed: Workspace) -> None:
    log(changed, (date(2025, 10, 6), date(2025, 12, 26)))  # twelve weeks of 2025, still in a rolling year
    found = plan(changed, LeaveEntry(first=date(2026, 3, 2), last=date(2026, 3, 27)))
    assert [found.unprotected_weeks, found.balance_weeks] == [0, 8]
    assert not found.not_settled


def test_leave_across_the_end_is_logged_part_by_part_and_returns_in_its_order(changed: Workspace) -> None:
    log(changed, SUMMER, (date(2027, 3, 29), date(2027, 4, 9)))
    rows = seen(changed, date(2027, 9, 1)).rows
    assert [row.over_weeks for row in rows] == [0, Fraction(7, 5)]
    assert on(changed, date(2027, 3, 31)).left.weeks == 12 - Fraction(3, 5)
    assert on(changed, date(2027, 4, 1)).left.weeks == 0
    assert on(changed, date(2027, 8, 5)).left.weeks == 0  # 12 weeks and 3 days less 3 days
    assert on(changed, date(2027, 8, 6)).left.weeks == Fraction(1, 5)
    assert on(changed, date(2027, 3, 31)).not_settled
    assert not on(changed, date(2027, 4, 1)).not_settled


def test_weeks_in_a_row_across_the_end_need_cover_under_both_rules(changed: Workspace) -> None:
    log(changed, SUMMER)
    inside = block(changed, 4, date(2027, 3, 1))
    assert (inside.start, inside.not_settled) == (date(2027, 3, 1), True)
    later = block(changed, 4, date(2027, 3, 15))
    assert (later.start, later.not_settled) == (date(2027, 8, 9), False)


def test_after_a_change_used_planned_and_free_are_of_one_way_and_a_sentence_says_so(changed: Workspace) -> None:
    log(changed, (date(2025, 12, 8), date(2025, 12, 19)), (date(2026, 10, 5), date(2026, 10, 9)))
    log(changed, (date(2026, 12, 28), date(2027, 1, 8)), planned=True)
    view = seen(changed)
    figures = view.figures
    assert figures is not None
    assert [amount.weeks for amount in (figures.used, figures.planned, figures.after_planned)] == [
        1,
        Fraction(4, 5),
        10 + Fraction(1, 5),
    ]
    said = "Your job changed how it counts the year on Apr 1. The better of the two ways counts until Mar 31, 2027."
    assert change_words(view) == said
    assert change_words(seen(changed, date(2027, 4, 1))) == ""
    ahead = seen(changed, date(2026, 3, 31))
    said = "From Apr 1, your job counts the year in a new way. The better of the two ways counts until Mar 31, 2027."
    assert change_words(ahead) == said
    assert (year_words(ahead), leave_year_words(ahead)) == ("Calendar year, from January 1", "Jan 1 – Dec 31, 2026")
    after = seen(changed, date(2027, 4, 1))
    assert leave_year_words(after) == "12 months back from each day"


# Plans


def test_what_is_left_after_a_plan_is_of_its_last_day(work: Workspace) -> None:
    change(work, method=Method.ROLLING)
    log(work, (date(2026, 6, 29), date(2026, 6, 29)))  # back on Jun 29, after the last Friday
    fridays = LeaveEntry(first=date(2026, 11, 27), last=date(2027, 6, 30), every_days=14)  # 16 of them
    assert plan(work, fridays).balance_weeks == 12 - Fraction(16 + 1, 5)


def test_not_sure_is_safe_after_what_is_planned_too(work: Workspace) -> None:
    change(work, known=YearKnown.NOT_SURE)
    log(work, (date(2026, 1, 5), date(2026, 2, 27)), (date(2026, 12, 7), date(2027, 1, 29)))  # 8 weeks each
    figures = seen(work).figures
    assert figures is not None
    assert [figures.left.weeks, figures.planned.weeks, figures.after_planned.weeks] == [4, Fraction(39, 5), 0]


# Care for a servicemember: 29 CFR 825.127(e), 825.200(f)

SERVICE = date(2026, 7, 15)  # a Wednesday
WINTER = (date(2026, 1, 5), date(2026, 3, 27))  # twelve weeks


def test_inside_the_12_months_there_are_26_weeks_and_12_of_them_for_other_reasons(work: Workspace) -> None:
    log(work, (date(2026, 1, 5), date(2026, 1, 30)))  # 4 weeks before
    change(work, military_from=SERVICE)
    log(work, (date(2026, 7, 20), date(2026, 9, 25)))  # 10 weeks of care
    log(work, (date(2026, 10, 5), date(2026, 10, 30)), reason=LeaveReason.OTHER)  # 4 weeks
    figures = seen(work).figures
    assert figures is not None
    assert [figures.entitlement.weeks, figures.left.weeks] == [26, 12]
    assert not figures.not_settled
    inside = [UsedFor(reason=Reason.MILITARY_CAREGIVER, weeks=Fraction(10))]
    inside.append(UsedFor(reason=Reason.EXIGENCY, weeks=Fraction(4)))
    before = [UsedFor(reason=Reason.OWN, weeks=Fraction(4))]
    rule = military_balance(SERVICE, used_inside=inside, used_before=before, day=TODAY)
    assert [rule.caregiver_available, rule.other_available] == [12, 4]
    for reason, over in ((LeaveReason.CARE, 0), (LeaveReason.OTHER, Fraction(4, 5))):
        entry = TimeOff(job_id=JOB.id, first=date(2026, 11, 30), last=date(2026, 12, 31), reason=reason)
        tried = work.read(partial(try_out, job_id=JOB.id, entries=[entry]))
        assert tried is not None and tried.over.weeks == over  # 4 weeks and 4 days
        assert not tried.not_settled


def test_other_reasons_inside_count_for_the_ordinary_year_and_care_does_not(work: Workspace) -> None:
    change(work, military_from=SERVICE)
    log(work, (date(2027, 1, 4), date(2027, 2, 26)))  # 8 weeks of care
    log(work, (date(2027, 3, 1), date(2027, 3, 26)), reason=LeaveReason.OTHER)  # 4 weeks
    assert on(work, date(2027, 7, 14)).left.weeks == 26 - 12
    ordinary = on(work, date(2027, 7, 16))
    assert [ordinary.entitlement.weeks, ordinary.left.weeks] == [12, 8]
    assert not ordinary.not_settled
    assert on(work, date(2027, 7, 15)).not_settled  # two fact sheets take it in
    assert not on(work, date(2027, 7, 14)).not_settled


def test_the_12_months_happen_once_and_what_is_not_used_is_lost(work: Workspace) -> None:
    change(work, military_from=SERVICE)
    log(work, (date(2026, 7, 20), date(2027, 1, 15)))  # 26 weeks
    assert on(work, date(2027, 7, 14)).left.weeks == 0
    assert on(work, date(2027, 8, 2)).entitlement.weeks == 12
    assert seen(work).returns == ()
    found = plan(work, LeaveEntry(first=date(2027, 7, 5), last=date(2027, 7, 30)))
    assert found.unprotected_days == tuple(date(2027, 7, day) for day in (5, 6, 7, 8, 9, 12, 13, 14))
    assert (found.protected_weeks, found.balance_weeks) == (Fraction(12, 5), 12 - Fraction(12, 5))
    assert found.not_settled  # Jul 15 is one of its days


def test_before_the_12_months_the_ordinary_rule_holds(work: Workspace) -> None:
    log(work, WINTER)
    change(work, military_from=SERVICE)
    assert on(work, date(2026, 7, 14)).left.weeks == 0
    assert on(work, SERVICE).left.weeks == 26
    found = plan(work, LeaveEntry(first=date(2026, 7, 6), last=date(2026, 7, 24)))
    assert (found.unprotected_weeks, found.protected_weeks) == (Fraction(7, 5), Fraction(8, 5))
    assert (found.balance_weeks, found.not_settled) == (26 - Fraction(8, 5), False)
    assert block(work, 2, date(2026, 6, 1)) == EarliestAnswer(start=date(2026, 7, 20))


# A spouse at the same employer: 29 CFR 825.201(b)


@pytest.mark.parametrize(
    ("relation", "is_shared"), [(Relation.PARENT, True), (Relation.SPOUSE, False), (Relation.CHILD, False)]
)
def test_care_of_a_parent_may_be_shared_with_a_spouse_at_work(
    work: Workspace, relation: Relation, is_shared: bool
) -> None:
    change(work, relation=relation)
    day = LeaveEntry(first=date(2026, 12, 1), last=date(2026, 12, 1))
    assert (shared_words(seen(work)), plan(work, day).not_settled) == ("", False)
    change(work, spouse_same_employer=True)
    view = seen(work)
    assert view.figures is not None
    assert view.figures.not_settled is is_shared
    assert ("Up to 12 weeks may be shared" in shared_words(view)) is is_shared
    assert plan(work, day).not_settled is is_shared
    assert block(work, 1, TODAY).not_settled is is_shared


# What somebody else changed in the meantime


def test_a_usual_week_that_was_changed_in_the_meantime_is_not_written_over(work: Workspace) -> None:
    newer = replace(WEEK, weeks=((0, 360, 360, 360, 360, 360, 0),))
    work.write(partial(leave.save_pattern, pattern=newer, before=WEEK))
    mine = replace(WEEK, weeks=((0, 300, 300, 300, 300, 300, 0),))
    for before in (WEEK, None):
        with pytest.raises(StaleEdit):
            work.write(partial(leave.save_pattern, pattern=mine, before=before))
    assert seen(work).patterns == (newer,)


def test_the_employers_count_that_was_changed_in_the_meantime_is_not_written_over(work: Workspace) -> None:
    keep = partial(keep_counts, job_id=JOB.id)
    work.write(partial(keep, minutes={TODAY: 60}, before=()))
    shown = seen(work).employer_counts
    work.write(partial(keep, minutes={TODAY: 120}, before=shown))
    for before in (shown, ()):
        with pytest.raises(StaleEdit):
            work.write(partial(keep, minutes={}, before=before))
    assert [count.minutes for count in seen(work).employer_counts] == [120]
