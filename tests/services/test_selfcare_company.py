"""The time in which she has company anyway, and who is with her at the time that was chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial

import pytest

from caregiver_app.domain.calendar import Every, Repeat, When
from caregiver_app.domain.company import Where
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.tasks import State, Task
from caregiver_app.services import appointments, selfcare, tasks
from caregiver_app.services.workspace import Workspace
from tests.services.care_family import (
    ANA,
    BATH,
    BEN,
    NOW,
    SAM,
    THURSDAY,
    TODAY,
    WALK,
    WEEK,
    free,
    keep,
    set_up,
    stay,
    this_week,
    visit,
)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """Maria, Sam who cares for her, two helpers, a place."""
    return set_up(workspace)


def test_a_helper_who_stays_makes_a_window(family: Workspace) -> None:
    stay(family, ANA)
    assert [(each.start.hour, each.minutes, each.with_ids, each.where) for each in free(family)] == [
        (14, 120, (ANA.id,), Where.HOME)
    ]


def test_no_window_without_a_yes_and_none_by_the_caregiver(family: Workspace) -> None:
    asked = Task(title="Sit with Maria", day=THURSDAY, kind=TaskKind.STAY, when=When(clock=time(10)))
    family.write(partial(tasks.add, task=asked, now=NOW))
    item = family.read(partial(tasks.plan, span=WEEK)).items()[0]
    family.write(partial(tasks.ask, item=item, person_id=ANA.id, now=NOW))
    stay(family, SAM)
    assert free(family) == []


def test_what_the_caregiver_does_meanwhile_is_not_free(family: Workspace) -> None:
    stay(family, ANA)
    call = Task(title="Call the plan", day=THURSDAY, kind=TaskKind.CALLS, when=When(clock=time(14, 30)), minutes=30)
    family.write(partial(tasks.add, task=call, helper_id=SAM.id, now=NOW))
    assert [(each.start.time(), each.minutes) for each in free(family)] == [(time(14), 30), (time(15), 60)]


def test_a_small_thing_takes_its_time_but_not_from_itself(family: Workspace) -> None:
    stay(family, ANA)
    keep(family, WALK)
    assert [(each.start.time(), each.minutes) for each in free(family)] == [(time(14, 20), 100)]
    assert [each.minutes for each in free(family, besides=WALK.id)] == [120]


def test_company_one_after_another_is_one_window(family: Workspace) -> None:
    stay(family, ANA, time(14), 60)
    stay(family, BEN, time(14, 30), 90)
    assert [(each.start.time(), each.minutes, each.with_ids) for each in free(family)] == [
        (time(14), 120, (ANA.id, BEN.id))
    ]


def stay_some_time(family: Workspace, part: PartOfDay | None, minutes: int = 120) -> Task:
    """Ana stays with her on Thursday, at an hour that nobody knows yet."""
    task = Task(title="Sit with Maria", day=THURSDAY, kind=TaskKind.STAY, when=When(part=part), minutes=minutes)
    family.write(partial(tasks.add, task=task, helper_id=ANA.id, now=NOW))
    return task


def test_company_in_a_part_of_a_day_counts_and_its_hour_stays_open(family: Workspace) -> None:
    task = stay_some_time(family, PartOfDay.AFTERNOON)
    (window,) = free(family)
    assert (window.part, window.clock, window.beside_id) == (PartOfDay.AFTERNOON, None, task.id)
    keep(family, BATH)
    chosen = partial(selfcare.plan_time, thing=BATH, week=TODAY, day=THURSDAY, clock=window.clock)
    family.write(partial(chosen, beside_id=window.beside_id))
    planned = this_week(family, BATH)
    assert (planned.time.day, planned.time.clock) == (THURSDAY, None)
    assert planned.cover is not None and planned.cover.names == ("Ana",)


@pytest.mark.parametrize(("minutes", "offered"), [(60, 1), (180, 0)])
def test_company_in_a_part_of_a_day_needs_an_hour_that_the_caregiver_has(
    family: Workspace, minutes: int, offered: int
) -> None:
    stay_some_time(family, PartOfDay.AFTERNOON)
    call = Task(title="Call", day=THURSDAY, kind=TaskKind.CALLS, when=When(clock=time(14)), minutes=minutes)
    family.write(partial(tasks.add, task=call, helper_id=SAM.id, now=NOW))
    assert len(free(family)) == offered


def test_company_at_any_time_is_no_window(family: Workspace) -> None:
    stay_some_time(family, None)
    assert free(family) == []


def test_a_part_of_a_day_that_is_nearly_over_is_not_offered(family: Workspace) -> None:
    stay_some_time(family, PartOfDay.AFTERNOON)
    late = datetime.combine(THURSDAY, time(16))
    assert family.read(partial(selfcare.windows, span=WEEK, now=late)) == []


def test_a_visit_driven_by_others_is_free_from_door_to_door(family: Workspace) -> None:
    visit(family, BEN, ANA)
    (window,) = free(family)
    assert (window.start.time(), window.end.time()) == (time(8, 30), time(12, 45))
    assert window.with_ids == (BEN.id, ANA.id)
    assert window.where is not Where.HOME


def test_fetching_her_home_ends_the_window_in_time_to_leave(family: Workspace) -> None:
    visit(family, BEN, SAM)
    (window,) = free(family)
    assert (window.start.time(), window.end.time()) == (time(8, 30), time(11, 45))


def test_a_visit_with_the_caregiver_along_is_no_free_time(family: Workspace) -> None:
    visit(family, BEN, BEN, companion_id=SAM.id)
    assert free(family) == []


def test_a_visit_that_is_off_frees_nothing(family: Workspace) -> None:
    infusion = visit(family, BEN, BEN)
    family.write(partial(appointments.cancel, appointment=infusion, now=NOW))
    assert free(family) == []


def test_a_way_that_nobody_drives_yet_leaves_the_wait_open(family: Workspace) -> None:
    visit(family, BEN, None)
    assert [(each.start.time(), each.end.time()) for each in free(family)] == [(time(8, 30), time(9))]


def test_what_is_past_or_too_short_is_not_offered(family: Workspace) -> None:
    stay(family, ANA, time(14), 60)
    late = datetime.combine(THURSDAY, time(14, 50))
    assert family.read(partial(selfcare.windows, span=WEEK, now=late)) == []
    soon = datetime.combine(THURSDAY, time(14, 30), tzinfo=UTC)
    assert [each.minutes for each in family.read(partial(selfcare.windows, span=WEEK, now=soon))] == [30]
    assert free(family, least=timedelta(minutes=61)) == []


def test_a_window_that_is_chosen_tells_who_is_with_her(family: Workspace) -> None:
    stay(family, ANA)
    keep(family, BATH)
    (window,) = free(family)
    choose = partial(selfcare.plan_time, thing=BATH, week=TODAY, day=THURSDAY, clock=time(15))
    family.write(partial(choose, beside_id=window.beside_id))
    cover = this_week(family, BATH).cover
    assert cover is not None
    assert cover.names == ("Ana",)


def test_company_that_comes_every_day_is_told_on_each(family: Workspace) -> None:
    keep(family, BATH)
    sitting = Task(
        title="Sit", day=TODAY, kind=TaskKind.STAY, when=When(clock=time(14)), repeat=Repeat(every=Every.DAYS)
    )
    family.write(partial(tasks.add, task=sitting, now=NOW))
    family.write(partial(tasks.promise_all, task=sitting, person_id=ANA.id, now=NOW))
    take = partial(selfcare.plan_time, thing=BATH, week=TODAY, beside_id=sitting.id)
    for day in (THURSDAY, TODAY + timedelta(1)):
        family.write(partial(take, day=day, clock=time(14)))
        cover = this_week(family, BATH).cover
        assert cover is not None
        assert (cover.names, cover.state) == (("Ana",), State.COVERED)


def test_of_the_two_ways_of_a_visit_the_one_at_that_time_counts(family: Workspace) -> None:
    keep(family, BATH)
    infusion = visit(family, BEN, ANA)
    for clock, name in ((time(8, 30), "Ben"), (time(12, 20), "Ana")):
        family.write(
            partial(selfcare.plan_time, thing=BATH, week=TODAY, day=THURSDAY, clock=clock, beside_id=infusion.id)
        )
        cover = this_week(family, BATH).cover
        assert cover is not None
        assert cover.names == (name,)


def test_company_that_comes_at_another_hour_leaves_it_open_again(family: Workspace) -> None:
    task = stay(family, ANA)
    keep(family, BATH)
    choose = partial(selfcare.plan_time, thing=BATH, week=TODAY, day=THURSDAY, clock=time(15))
    family.write(partial(choose, beside_id=task.id))
    item = family.read(partial(tasks.plan, span=WEEK)).items()[0]
    moved = replace(task, when=When(clock=time(18)))
    family.write(partial(tasks.save, item=item, edited=moved, scope=tasks.Scope.ONE))
    cover = this_week(family, BATH).cover
    assert cover is not None
    assert cover.state is State.NEEDS_HELPER
    stay(family, BEN)
    cover = this_week(family, BATH).cover
    assert cover is not None
    assert cover.names == ("Ben",)
