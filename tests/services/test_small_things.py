"""The small things as Today and Self-care read them: from the same weeks, with the same answer."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial

import pytest

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.selfcare import SmallThing
from caregiver_app.domain.selfcare_week import ThingThisWeek
from caregiver_app.services import household, selfcare, small_things
from caregiver_app.services.workspace import Workspace
from tests.services.care_family import BATH, NOW, THURSDAY, TODAY, WALK, keep, set_up

SUNDAY, MONDAY = TODAY, TODAY + timedelta(1)
TEA = SmallThing(title="Tea", weekday=3, clock=time(9), minutes=20)
DRIVE = SmallThing(title="A drive", weekday=6, clock=time(10), minutes=30)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """Maria, Sam who cares for her, two helpers."""
    return set_up(workspace)


def of_days(family: Workspace, first: date, days: int = 0) -> list[ThingThisWeek]:
    """What Today has of some days."""
    return family.read(partial(small_things.of_days, span=Span(first, first + timedelta(days))))


def test_what_was_done_is_done_on_today_too_after_another_first_day_of_the_week(family: Workspace) -> None:
    keep(family, WALK, BATH)
    for each in (WALK, BATH):
        family.write(partial(selfcare.done, thing=each, week=SUNDAY, now=NOW))
    family.write(partial(household.choose, week_start=0))
    week = family.read(partial(selfcare.week, first_day=MONDAY, today=THURSDAY))
    assert all(each.is_done for each in week.things)
    assert [each.is_done for each in of_days(family, THURSDAY)] == [True]
    assert not family.read(partial(small_things.whenever, day=THURSDAY))


def test_a_day_that_is_in_another_week_now_is_not_told_twice(family: Workspace) -> None:
    keep(family, DRIVE)
    family.write(partial(selfcare.done, thing=DRIVE, week=SUNDAY, now=NOW))
    family.write(partial(household.choose, week_start=0))
    found = of_days(family, SUNDAY, 7)
    assert [(each.time.day, each.is_done) for each in found] == [(SUNDAY, True), (SUNDAY + timedelta(7), False)]


def test_many_weeks_have_every_one_of_them(family: Workspace) -> None:
    keep(family, WALK)
    assert [each.time.day for each in of_days(family, SUNDAY, 27)] == [THURSDAY + timedelta(7 * n) for n in range(4)]


def test_the_first_of_a_day_comes_first(family: Workspace) -> None:
    keep(family, WALK, TEA)
    assert [each.thing.title for each in of_days(family, THURSDAY)] == [TEA.title, WALK.title]


def test_what_is_left_for_another_week_is_not_on_today(family: Workspace) -> None:
    keep(family, WALK)
    family.write(partial(selfcare.not_this_week, week=SUNDAY, thing=WALK))
    assert not of_days(family, THURSDAY)
    assert len(of_days(family, THURSDAY + timedelta(7))) == 1
