"""The small things of a week: offered, done, left for another week, and who stays with her meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.selfcare import SmallThing, SmallThingTime
from caregiver_app.domain.selfcare_words import not_available_words
from caregiver_app.domain.tasks import Answer, State
from caregiver_app.services import appointments, household, selfcare, tasks, today
from caregiver_app.services.workspace import Workspace
from tests.services.care_family import (
    ANA,
    BATH,
    CALL,
    NOW,
    SAM,
    THURSDAY,
    TODAY,
    WALK,
    WEEK,
    at,
    everything,
    free,
    keep,
    set_up,
    stay,
    this_week,
    week,
)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """Maria, Sam who cares for her, two helpers, a place."""
    return set_up(workspace)


# Small things


def test_a_new_week_offers_each_thing_on_its_usual_day(family: Workspace) -> None:
    keep(family, WALK, BATH, CALL)
    assert [each.thing.title for each in week(family).things] == [WALK.title, CALL.title, BATH.title]
    assert this_week(family, WALK).time.day == THURSDAY
    assert this_week(family, BATH).time.day is None
    assert all(each.is_waiting for each in week(family).things)


def test_a_fourth_thing_waits_until_one_of_them_rests(family: Workspace) -> None:
    keep(family, WALK, BATH, CALL)
    tea = SmallThing(title="Tea in the garden")
    with pytest.raises(InvalidEntry) as refused:
        keep(family, tea)
    assert refused.value.field == "resting"
    keep(family, replace(tea, resting=True))
    family.write(partial(selfcare.rest_thing, thing=BATH))
    family.write(partial(selfcare.rest_thing, thing=replace(tea, resting=True), resting=False))
    assert {each.thing.title for each in week(family).things} == {WALK.title, CALL.title, tea.title}
    assert [each.title for each in week(family).resting] == [BATH.title]


def test_done_and_undone(family: Workspace) -> None:
    keep(family, WALK)
    change = family.write(partial(selfcare.done, thing=WALK, week=TODAY, now=NOW))
    assert this_week(family, WALK).is_done
    next_week = family.read(partial(selfcare.week, first_day=TODAY + timedelta(7), today=TODAY))
    assert not next_week.things[0].is_done
    family.apply(change.inverse())
    assert this_week(family, WALK).is_waiting
    family.write(partial(selfcare.done, thing=WALK, week=TODAY, now=NOW))
    family.write(partial(selfcare.not_done, thing=WALK, week=TODAY))
    assert this_week(family, WALK).is_waiting


def test_not_this_week_clears_the_whole_week_in_one_step(family: Workspace) -> None:
    keep(family, WALK, BATH, CALL)
    family.write(partial(selfcare.done, thing=CALL, week=TODAY, now=NOW))
    change = family.write(partial(selfcare.not_this_week, week=TODAY))
    assert [each.thing.title for each in week(family).things if not each.time.not_this_week] == [CALL.title]
    assert not any(each.is_waiting for each in week(family).things)
    family.write(partial(selfcare.this_week_after_all, week=TODAY, thing=WALK))
    assert this_week(family, WALK).is_waiting
    assert change.touches(SmallThingTime)


def test_not_this_week_leaves_the_other_weeks(family: Workspace) -> None:
    keep(family, WALK)
    family.write(partial(selfcare.not_this_week, week=TODAY, thing=WALK))
    later = family.read(partial(selfcare.week, first_day=TODAY + timedelta(7), today=TODAY))
    assert later.things[0].is_waiting


def test_another_first_day_of_the_week_keeps_what_was_done(family: Workspace) -> None:
    keep(family, WALK, BATH)
    family.write(partial(selfcare.done, thing=WALK, week=TODAY, now=NOW))
    family.write(partial(household.choose, week_start=0))
    monday = TODAY + timedelta(1)
    things = family.read(partial(selfcare.week, first_day=monday, today=TODAY)).things
    assert {each.thing.title for each in things if each.is_done} == {WALK.title}
    family.write(partial(selfcare.not_done, thing=WALK, week=monday))
    assert not family.read(partial(selfcare.week, first_day=monday, today=TODAY)).things[0].is_done
    later = family.read(partial(selfcare.week, first_day=monday + timedelta(7), today=TODAY)).things
    assert not any(each.is_done for each in later)


def test_a_day_of_another_week_is_refused_at_the_day(family: Workspace) -> None:
    keep(family, WALK)
    plan = partial(selfcare.plan_time, thing=WALK, week=TODAY, clock=time(9))
    with pytest.raises(InvalidEntry) as refused:
        family.write(partial(plan, day=TODAY + timedelta(7)))
    assert refused.value.field == "day"
    family.write(partial(plan, day=TODAY + timedelta(1)))
    assert this_week(family, WALK).starts == at(date(2026, 11, 23), 9)


def test_what_was_changed_elsewhere_is_not_written_over(family: Workspace) -> None:
    keep(family, WALK)
    family.write(partial(selfcare.save_thing, before=WALK, after=replace(WALK, minutes=30)))
    with pytest.raises(StaleEdit):
        family.write(partial(selfcare.done, thing=WALK, week=TODAY, now=NOW))


def test_a_removed_thing_comes_back_whole(family: Workspace) -> None:
    keep(family, WALK)
    family.write(partial(selfcare.done, thing=WALK, week=TODAY, now=NOW))
    before = everything(family)
    change = family.write(partial(selfcare.remove_thing, thing=WALK))
    assert not week(family).things
    family.apply(change.inverse())
    assert everything(family) == before


def test_own_visits_are_shown_hers_are_not(family: Workspace) -> None:
    dentist = Appointment(title="Dentist", day=THURSDAY, clock=time(9), person_id=SAM.id)
    hers = Appointment(title="Scan", day=THURSDAY, clock=time(9))
    for each in (dentist, hers):
        family.write(partial(appointments.add, appointment=each, now=NOW))
    assert [each.title for each in week(family).own_visits] == ["Dentist"]


# Who is with her


def test_asking_for_cover_makes_a_task_ready_to_ask_in_one_step(family: Workspace) -> None:
    keep(family, WALK)
    ask = partial(selfcare.ask_cover, thing=WALK, week=TODAY, day=THURSDAY, clock=time(14), now=NOW)
    before = everything(family)
    change = family.write(ask)
    board = family.read(partial(tasks.plan, span=WEEK)).items()
    assert [(item.task.kind, item.day, item.state) for item in board] == [(TaskKind.STAY, THURSDAY, State.NEEDS_HELPER)]
    task = board[0].task
    assert task.minutes == 60
    assert task.audience is Audience.HELPER
    assert "walk" not in f"{task.title} {task.shown_title} {task.notes}".casefold()
    cover = this_week(family, WALK).cover
    assert cover is not None
    assert cover.state is State.NEEDS_HELPER
    family.apply(change.inverse())
    assert everything(family) == before


def test_who_was_asked_and_said_yes_is_named(family: Workspace) -> None:
    keep(family, WALK)
    ask = partial(selfcare.ask_cover, thing=WALK, week=TODAY, day=THURSDAY, clock=time(14), now=NOW)
    family.write(partial(ask, person_id=ANA.id))
    cover = this_week(family, WALK).cover
    assert cover is not None
    assert (cover.names, cover.asked) == ((), ("Ana",))
    item = family.read(partial(tasks.plan, span=WEEK)).items()[0]
    family.write(partial(tasks.promise, item=item, person_id=ANA.id, now=NOW))
    cover = this_week(family, WALK).cover
    assert cover is not None
    assert cover.names == ("Ana",)


def test_a_helper_who_cant_come_leaves_it_open_again(family: Workspace) -> None:
    stay(family, ANA)
    keep(family, BATH)
    (window,) = free(family)
    choose = partial(selfcare.plan_time, thing=BATH, week=TODAY, day=THURSDAY, clock=time(15))
    family.write(partial(choose, beside_id=window.beside_id))
    item = family.read(partial(tasks.plan, span=WEEK)).items()[0]
    family.write(partial(tasks.free, item=item, person_id=ANA.id, now=NOW))
    cover = this_week(family, BATH).cover
    assert cover is not None
    assert (cover.names, cover.state) == ((), State.NEEDS_HELPER)


def test_another_time_takes_the_task_along_until_somebody_was_asked(family: Workspace) -> None:
    keep(family, WALK)
    ask = partial(selfcare.ask_cover, thing=WALK, week=TODAY, now=NOW)
    family.write(partial(ask, day=THURSDAY, clock=time(14)))
    family.write(partial(ask, day=THURSDAY, clock=time(16), person_id=ANA.id))
    assert len(family.read(partial(tasks.plan, span=WEEK)).items()) == 1
    family.write(partial(selfcare.not_this_week, week=TODAY))
    assert len(family.read(partial(tasks.plan, span=WEEK)).items()) == 1  # Ana was asked, and is to be told


def test_not_this_week_ends_the_asking_and_a_yes_stands(family: Workspace) -> None:
    keep(family, WALK)
    ask = partial(selfcare.ask_cover, thing=WALK, week=TODAY, day=THURSDAY, clock=time(14), now=NOW)
    family.write(partial(ask, person_id=ANA.id))
    (item,) = family.read(partial(selfcare.still_asked, week=TODAY))
    change = family.write(partial(selfcare.not_this_week, week=TODAY))
    (after,) = family.read(partial(tasks.plan, span=WEEK)).items()
    assert (item.waiting, after.state) == ((ANA.id,), State.NOT_NEEDED)
    assert not family.read(partial(today.waiting, now=NOW))
    family.apply(change.inverse())
    assert [row.detail for row in family.read(partial(today.waiting, now=NOW))] == ["Ana was asked today."]
    family.write(partial(tasks.answer, item=item, person_id=ANA.id, answer=Answer.YES, now=NOW))
    assert not family.read(partial(selfcare.still_asked, week=TODAY))
    family.write(partial(selfcare.not_this_week, week=TODAY))
    (after,) = family.read(partial(tasks.plan, span=WEEK)).items()
    assert after.state is State.COVERED


def test_not_this_week_takes_back_a_task_that_nobody_heard_of(family: Workspace) -> None:
    keep(family, WALK)
    ask = partial(selfcare.ask_cover, thing=WALK, week=TODAY, day=THURSDAY, clock=time(14), now=NOW)
    family.write(ask)
    before = everything(family)
    change = family.write(partial(selfcare.not_this_week, week=TODAY))
    assert not family.read(partial(tasks.plan, span=WEEK)).items()
    family.apply(change.inverse())
    assert everything(family) == before


@pytest.mark.parametrize("away", [selfcare.remove_thing, selfcare.rest_thing])
def test_a_thing_that_goes_takes_back_a_task_that_nobody_heard_of(family: Workspace, away: Callable[..., None]) -> None:
    keep(family, WALK)
    ask = partial(selfcare.ask_cover, thing=WALK, week=TODAY, day=THURSDAY, clock=time(14), now=NOW)
    family.write(ask)
    before = everything(family)
    change = family.write(partial(away, thing=WALK))
    assert not family.read(partial(tasks.plan, span=WEEK)).items()
    family.apply(change.inverse())
    assert everything(family) == before
    family.write(partial(ask, person_id=ANA.id))
    family.write(partial(away, thing=WALK))
    assert len(family.read(partial(tasks.plan, span=WEEK)).items()) == 1  # Ana was asked, and is to be told


def test_only_a_shadow_is_left_for_others(family: Workspace) -> None:
    keep(family, WALK, BATH, CALL)
    shadows = family.read(partial(selfcare.not_available, span=Span(TODAY, TODAY + timedelta(13))))
    assert [(each.start, each.end) for each in shadows] == [
        (at(date(2026, 11, 26), 14), at(date(2026, 11, 26), 14, 20)),
        (at(date(2026, 12, 3), 14), at(date(2026, 12, 3), 14, 20)),
    ]
    ask = partial(selfcare.ask_cover, thing=WALK, week=TODAY, day=THURSDAY, clock=time(14), minutes=120, now=NOW)
    family.write(ask)
    (covered,) = family.read(partial(selfcare.not_available, span=WEEK))
    assert not_available_words(covered, clock24=False) == "Not available Thu 2:00 pm – 4:00 pm"
    family.write(partial(selfcare.not_this_week, week=TODAY))
    assert len(family.read(partial(selfcare.not_available, span=WEEK))) == 0
