"""A change of season: what stops and what goes on, told before it is done, and all of it taken back in one step."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Engine, event

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.reminders import About, Seen
from caregiver_app.domain.seasons import Season
from caregiver_app.domain.tasks import Answer, State, Status
from caregiver_app.services import agenda, appointments, reminding, seasons, tasks
from caregiver_app.services.today import today
from caregiver_app.services.today_more import more
from caregiver_app.services.workspace import Workspace
from tests.services.season_family import (
    ANA,
    BEN,
    DAY,
    MARIA,
    NOW,
    TODAY,
    everything,
    fill,
    go,
    items,
    on,
    plan_task,
    plan_visit,
    told,
)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """A family in the middle of treatment."""
    return fill(workspace)


def test_a_family_begins_in_treatment(family: Workspace) -> None:
    assert family.read(seasons.season).season is Season.TREATMENT


def test_a_pause_stops_the_treatment_series_alone(family: Workspace) -> None:
    assert [each.title for each in told(family, Season.PAUSED).visits] == ["Infusion"] * 3
    go(family, Season.PAUSED)
    assert on(family) == ["Biopsy", "Dentist for Sam", "Eye doctor"]
    assert family.read(seasons.season).since == TODAY
    assert len([item for item in items(family) if item.task.title == "Soup"]) == 9


def test_hospice_stops_every_treatment_visit(family: Workspace) -> None:
    go(family, Season.HOSPICE)
    assert on(family) == ["Dentist for Sam", "Eye doctor"]
    assert family.read(reminding.rules).on == frozenset(About)


def test_when_she_has_died_all_that_was_hers_stops_and_nothing_pops_up(family: Workspace) -> None:
    go(family, Season.DIED)
    assert on(family) == ["Dentist for Sam"]
    left = [item for item in items(family) if item.state is not State.NOT_NEEDED]
    assert {item.task.title for item in left if not item.task.is_ride_leg} == {"Soup"}
    assert all("Dentist" in item.task.title for item in left if item.task.is_ride_leg)
    moments = [TODAY + n * DAY for n in range(12)]
    for moment in moments:
        at = datetime.combine(moment, time(20))
        before = at - timedelta(hours=23)
        found = family.read(partial(reminding.look, at=at, seen=Seen(since=before, looked=before)))
        assert (found.now, found.gathered) == ((), ())


def test_a_visit_of_this_morning_took_place(family: Workspace) -> None:
    noon = datetime.combine(TODAY, time(12)).astimezone()
    for title, clock in (("Blood draw", time(8)), ("Scan", time(15))):
        new = Appointment(title=title, day=TODAY, clock=clock)
        family.write(partial(appointments.add, appointment=new, now=NOW))
    family.write(partial(seasons.change, season=Season.DIED, today=TODAY, now=noon))
    assert on(family) == ["Blood draw", "Dentist for Sam"]


def test_what_was_kept_stays(family: Workspace) -> None:
    past = Span(TODAY - 19 * DAY, TODAY - DAY)
    before = items(family, past)
    done = next(item for item in before if item.task.title == "Sit with Maria")
    family.write(partial(tasks.set_status, item=done, status=Status.DONE, now=NOW))
    go(family, Season.DIED)
    after = items(family, past)
    assert [(item.task.title, item.day, item.helpers) for item in after] == [
        (item.task.title, item.day, item.helpers) for item in before
    ]
    assert next(item for item in after if item.id == done.id).state is State.DONE


def test_asks_for_what_stops_wait_for_nobody(family: Workspace) -> None:
    sit = next(item for item in items(family) if item.task.title == "Sit with Maria")
    family.write(partial(tasks.answer, item=sit, person_id=ANA.id, answer=Answer.NOT_THIS_TIME, now=NOW))
    sit = next(item for item in items(family) if item.id == sit.id)
    family.write(partial(tasks.ask, item=sit, person_id=BEN.id, now=NOW))
    go(family, Season.DIED)
    assert not [item for item in items(family) if item.waiting and item.is_open]


@pytest.mark.parametrize("season", [Season.PAUSED, Season.HOSPICE, Season.DIED])
def test_one_undo_brings_everything_back_and_redo_takes_it_again(family: Workspace, season: Season) -> None:
    before = everything(family)
    change = go(family, season)
    after = everything(family)
    undone = family.apply(change.inverse())
    assert everything(family) == before
    family.apply(undone.inverse())
    assert everything(family) == after


def test_a_time_that_was_moved_past_the_change_is_not_needed(family: Workspace) -> None:
    early = items(family, Span(TODAY - 5 * DAY, TODAY - DAY))
    sit = next(item for item in early if item.task.title == "Sit with Maria")
    family.write(partial(tasks.move, item=sit, day=TODAY + 3 * DAY))
    go(family, Season.DIED)
    moved = next(item for item in items(family) if item.id == sit.id)
    assert moved.state is State.NOT_NEEDED


def test_it_is_told_before_it_is_done(family: Workspace) -> None:
    preview = told(family, Season.DIED)
    assert len(preview.visits) == 5
    assert {each.title for each in preview.tasks} == {"Sit with Maria", "Tea with Maria"}
    assert preview.to_tell == ("Ben", "Ana")
    assert preview.sentences == (
        "5 visits to come are called off, with 10 rides.",
        "2 tasks with Maria end or are not needed any more.",
        "To tell: Ben and Ana.",
        "All reminders are turned off. You can turn on any that you want, under Reminders.",
        "Meals, errands and other help for the home go on until you stop them.",
        "All that you wrote down stays, and you can undo this.",
    )
    assert told(family, Season.TREATMENT).visits == ()
    assert on(family) == ["Biopsy", "Dentist for Sam", "Eye doctor", "Infusion", "Infusion", "Infusion"]


def test_a_task_that_was_not_hers_can_be_kept(family: Workspace) -> None:
    ride = plan_task(family, "Drive Leo to practice", TaskKind.RIDE, BEN)
    preview = family.read(
        partial(seasons.preview, season=Season.DIED, today=TODAY, now=NOW, keep={ride.id, MARIA.id})
    )
    assert ride in preview.tasks
    assert "2 tasks with Maria end or are not needed any more." in preview.sentences
    family.write(partial(seasons.change, season=Season.DIED, today=TODAY, now=NOW, keep={ride.id}))
    left = [item for item in items(family) if item.state is not State.NOT_NEEDED and not item.task.is_ride_leg]
    assert {item.task.title for item in left} == {"Soup", "Drive Leo to practice"}


def test_asks_for_what_is_not_hers_stay_on_today(family: Workspace) -> None:
    for title, kind in (("Sit with Maria on Friday", TaskKind.STAY), ("Walk the dog", TaskKind.PETS)):
        plan_task(family, title, kind)
        item = next(each for each in items(family) if each.task.title == title)
        family.write(partial(tasks.ask, item=item, person_id=ANA.id, now=NOW))
    plan_task(family, "Rake the yard", TaskKind.CHORES)
    plan_task(family, "Tea on Sunday", TaskKind.VISIT)
    morning = datetime.combine(TODAY, time(8))
    go(family, Season.DIED)
    assert [row.title for row in family.read(partial(more, now=morning)).waiting] == ["Walk the dog"]
    found = family.read(partial(today, now=morning))
    assert [row.title for row in found.needing if row.tab == "tasks"] == ["Rake the yard"]
    assert [row.title for row in found.needing if row.tab == "rides"] == ["Drive Sam home from Dentist for Sam"]


def test_treatment_goes_on_with_the_visits_that_the_pause_called_off(family: Workspace) -> None:
    own = next(each for each in told(family, Season.HOSPICE).visits if each.title == "Biopsy")
    family.write(partial(appointments.cancel, appointment=own, now=NOW))
    first, *later = told(family, Season.PAUSED).visits
    go(family, Season.PAUSED)
    back = told(family, Season.TREATMENT)
    assert [each.id for each in back.back] == [first.id, *(each.id for each in later)]
    assert {"3 visits that were called off are on again.", "Who had said yes counts as asked."} <= set(back.sentences)
    assert back.to_tell == ("Ben",)
    before = everything(family)
    on_again = partial(seasons.change, season=Season.TREATMENT, today=TODAY, now=NOW)
    change = family.write(partial(on_again, back={each.id for each in later}))
    assert on(family) == ["Dentist for Sam", "Eye doctor", "Infusion", "Infusion"]
    assert family.read(partial(agenda.visit, id=first.id, today=TODAY)).appointment.is_planned is False
    family.apply(change.inverse())
    assert everything(family) == before


def test_what_is_over_or_was_called_off_by_hand_is_not_offered_again(family: Workspace) -> None:
    go(family, Season.PAUSED)
    late = partial(seasons.preview, season=Season.TREATMENT, today=TODAY + 10 * DAY, now=NOW + 10 * DAY)
    assert [each.day for each in family.read(late).back] == [TODAY + 16 * DAY]
    restored = told(family, Season.TREATMENT).back[2]
    family.write(partial(appointments.restore, appointment=restored, now=NOW))
    assert len(told(family, Season.TREATMENT).back) == 2


def test_what_two_seasons_called_off_comes_back_as_far_as_it_fits(family: Workspace) -> None:
    go(family, Season.PAUSED)
    go(family, Season.HOSPICE)
    assert [each.title for each in told(family, Season.PAUSED).back] == ["Biopsy"]
    assert sorted(each.title for each in told(family, Season.TREATMENT).back) == ["Biopsy", *["Infusion"] * 3]
    go(family, Season.TREATMENT)
    go(family, Season.DIED)
    assert "Infusion" not in [each.title for each in told(family, Season.TREATMENT).back]


def test_the_same_season_again_changes_nothing(family: Workspace) -> None:
    go(family, Season.PAUSED)
    assert not go(family, Season.PAUSED)


def test_a_way_back_turns_the_reminders_on_again(family: Workspace) -> None:
    go(family, Season.DIED)
    go(family, Season.TREATMENT)
    assert family.read(reminding.rules).on == frozenset(About)
    assert on(family) == ["Dentist for Sam"]


def test_as_many_questions_are_asked_for_many_visits_and_tasks_as_for_few(family: Workspace) -> None:
    plan_task(family, "Coffee", TaskKind.VISIT)
    few = _questions_of_a_change(family)
    for number in range(6):
        plan_visit(family, f"Visit {number}")
        plan_task(family, f"Tea {number}", TaskKind.VISIT)
    assert _questions_of_a_change(family) == few


def _questions_of_a_change(family: Workspace) -> int:
    """How many questions are asked when she has died; it is undone."""
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        change = go(family, Season.DIED)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    family.apply(change.inverse())
    return sum(each.startswith("SELECT") for each in found)
