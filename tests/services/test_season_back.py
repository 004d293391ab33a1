"""A season goes back: what it ended goes on again, and nothing that the family chose is lost."""

from __future__ import annotations

from datetime import time, timedelta
from functools import partial

import pytest

from caregiver_app.domain.appointments import AppointmentKind
from caregiver_app.domain.calendar import Every, Repeat, Span
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.leave.records import LeaveReason, TimeOff
from caregiver_app.domain.reminders import About, ReminderRules
from caregiver_app.domain.seasons import Season
from caregiver_app.domain.tasks import Item, State, Status
from caregiver_app.services import leave, reminding, seasons, tasks
from caregiver_app.services.workspace import Workspace
from tests.leave_family import school_job, usual_week
from tests.services.season_family import (
    ANA,
    BEN,
    DAY,
    NOW,
    SAM,
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

AHEAD = Span(TODAY, TODAY + 20 * DAY)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """A family in the middle of treatment."""
    return fill(workspace)


def times(family: Workspace, title: str) -> list[Item]:
    """The times of a task that are on."""
    return [each for each in items(family, AHEAD) if each.task.title == title and each.state is not State.NOT_NEEDED]


def days(family: Workspace, title: str) -> list[int]:
    """How many days from today they are."""
    return [(each.day - TODAY).days for each in times(family, title)]


def test_tasks_that_ended_go_on_and_who_had_said_yes_counts_as_asked(family: Workspace) -> None:
    before = days(family, "Sit with Maria"), days(family, "Tea with Maria")
    go(family, Season.DIED)
    assert (days(family, "Sit with Maria"), days(family, "Tea with Maria")) == ([], [])
    back = told(family, Season.TREATMENT)
    assert sorted(each.title for each in back.back_tasks) == ["Sit with Maria", "Tea with Maria"]
    assert {"2 tasks that ended go on.", "Who had said yes counts as asked."} <= set(back.sentences)
    assert set(back.to_tell) >= {"Ana", "Ben"}
    ended = everything(family)
    change = go(family, Season.TREATMENT, {each.id for each in back.back_tasks})
    assert (days(family, "Sit with Maria"), days(family, "Tea with Maria")) == before
    assert [each.waiting for each in times(family, "Sit with Maria")] == [(ANA.id,)] * 3
    assert [each.waiting for each in times(family, "Tea with Maria")] == [(BEN.id,)]
    family.apply(change.inverse())
    assert everything(family) == ended


def test_after_undo_and_redo_or_the_change_made_anew_all_of_it_goes_on_once(family: Workspace) -> None:
    before = days(family, "Sit with Maria")
    redone = family.apply(family.apply(go(family, Season.DIED).inverse()).inverse())
    for _ in range(2):
        back = told(family, Season.TREATMENT).back_tasks
        assert sorted(each.title for each in back) == ["Sit with Maria", "Tea with Maria"]
        change = go(family, Season.TREATMENT, {each.id for each in back})
        assert days(family, "Sit with Maria") == before
        assert {each.waiting for each in times(family, "Sit with Maria")} == {(ANA.id,)}
        family.apply(change.inverse())
        family.apply(redone.inverse())
        assert [each.helpers for each in times(family, "Sit with Maria")] == [(ANA.id,)] * 3
        redone = go(family, Season.DIED)


@pytest.mark.parametrize("gap", [0, 1, 5])
def test_after_the_way_back_was_undone_it_can_be_gone_again_days_later(family: Workspace, gap: int) -> None:
    day, later = TODAY + gap * DAY, gap * DAY
    stay = plan_task(family, "Stay with her", TaskKind.STAY, ANA, day=TODAY - 3 * DAY, repeat=Repeat(every=Every.DAYS))
    family.write(partial(tasks.free, item=on_day(family, stay.title, 3), person_id=ANA.id, now=NOW))
    family.write(partial(tasks.move, item=on_day(family, stay.title, 6), day=TODAY + 7 * DAY))
    family.write(partial(tasks.ask, item=on_day(family, stay.title, 7), person_id=BEN.id, now=NOW))
    go(family, Season.DIED)
    ended, found = everything(family), []
    for _ in range(3):
        back = told(family, Season.TREATMENT, later).back_tasks
        assert stay.title in {each.title for each in back}
        change = go(family, Season.TREATMENT, {each.id for each in back}, later)
        ahead = [each for each in times(family, stay.title) if each.day >= day]
        found.append(sorted((each.day, each.waiting, each.declined) for each in ahead))
        family.apply(change.inverse())
        assert everything(family) == ended
    assert found[0] == found[1] == found[2]
    assert [each for each, *_ in found[0]].count(TODAY + 7 * DAY) == 2
    assert (TODAY + 3 * DAY, (), (ANA.id,)) in found[0] or gap > 3


def on_day(family: Workspace, title: str, ahead: int) -> Item:
    """The last time of a task on a day."""
    return [each for each in times(family, title) if each.day == TODAY + ahead * DAY][-1]


def test_a_task_that_is_not_wanted_back_stays_ended(family: Workspace) -> None:
    go(family, Season.DIED)
    tea = next(each for each in told(family, Season.PAUSED).back_tasks if each.title == "Tea with Maria")
    go(family, Season.PAUSED, {tea.id})
    assert days(family, "Tea with Maria") == [2]
    assert days(family, "Sit with Maria") == []


def test_days_that_passed_meanwhile_do_not_come_back(family: Workspace) -> None:
    go(family, Season.DIED)
    later = 5 * DAY
    back = told(family, Season.TREATMENT, later)
    assert [each.title for each in back.back_tasks] == ["Sit with Maria"]
    go(family, Season.TREATMENT, {each.id for each in back.back_tasks}, later)
    assert days(family, "Sit with Maria") == [9, 16]


def test_what_was_said_about_one_time_comes_back_with_it(family: Workspace) -> None:
    first = times(family, "Sit with Maria")[0]
    family.write(partial(tasks.free, item=first, person_id=ANA.id, now=NOW))
    first = times(family, "Sit with Maria")[0]
    family.write(partial(tasks.ask, item=first, person_id=BEN.id, now=NOW))
    go(family, Season.DIED)
    go(family, Season.TREATMENT, {each.id for each in told(family, Season.TREATMENT).back_tasks})
    first, *others = times(family, "Sit with Maria")
    assert (first.declined, first.waiting) == ((ANA.id,), (BEN.id,))
    assert {each.waiting for each in others} == {(ANA.id,)}


def test_a_series_that_begins_later_and_one_that_was_done_today_keep_what_they_have(family: Workspace) -> None:
    task = plan_task(family, "Read to her", TaskKind.VISIT, ANA, day=TODAY + 2 * DAY, repeat=fill_weekly())
    sunday = plan_task(family, "Walk with her", TaskKind.STAY, BEN, day=TODAY, repeat=fill_weekly(6))
    walk = times(family, "Walk with her")[0]
    family.write(partial(tasks.set_status, item=walk, status=Status.DONE, now=NOW))
    go(family, Season.DIED)
    assert days(family, "Read to her") == []
    assert [(each.state, each.helpers) for each in times(family, "Walk with her")] == [(State.DONE, (BEN.id,))]
    back = {each.id for each in told(family, Season.TREATMENT).back_tasks}
    assert task.id in back and sunday.id not in back
    go(family, Season.TREATMENT, back)
    assert days(family, "Read to her") == [2, 9, 16]
    assert days(family, "Walk with her") == [0, 7, 14]


def fill_weekly(weekday: int = 1) -> Repeat:
    """Every week on a weekday."""
    return Repeat(every=Every.WEEKS, on=(weekday,))


# Time off work


@pytest.fixture
def working(family: Workspace) -> Workspace:
    """The caregiver has a job, with days planned for an infusion, for care and for something else."""
    job = school_job(SAM)
    infusion = next(each for each in told(family, Season.PAUSED).visits)
    planned = [
        TimeOff(job_id=job.id, first=infusion.day, last=infusion.day, planned=True, appointment_id=infusion.id),
        TimeOff(job_id=job.id, first=TODAY + 9 * DAY, last=TODAY + 10 * DAY, planned=True),
        TimeOff(
            job_id=job.id, first=TODAY + 15 * DAY, last=TODAY + 15 * DAY, planned=True, reason=LeaveReason.OTHER
        ),
    ]
    family.write(partial(leave.set_up, job=job, pattern=usual_week(job)))
    family.write(partial(leave.log, entries=planned))
    return family


def planned(family: Workspace) -> list[int]:
    """How many days from today time off is planned."""
    found = family.read(lambda work: work.all(TimeOff))
    return sorted((each.first - TODAY).days for each in found)


def test_time_off_planned_for_a_visit_goes_and_comes_back_with_it(working: Workspace) -> None:
    assert "1 plan for time off work goes, too." in told(working, Season.PAUSED).sentences
    go(working, Season.PAUSED)
    assert planned(working) == [9, 15]
    back = told(working, Season.TREATMENT)
    assert "1 plan for time off work is back." in back.sentences
    go(working, Season.TREATMENT, {each.id for each in back.back[:1]})
    assert planned(working) == [2, 9, 15]


def test_time_off_for_care_goes_when_she_has_died_unless_it_is_kept(working: Workspace) -> None:
    preview = told(working, Season.DIED)
    assert [(each.first - TODAY).days for each in preview.plans] == [2, 9]
    change = partial(seasons.change, season=Season.DIED, today=TODAY, now=NOW)
    working.write(partial(change, keep={preview.plans[1].id}))
    assert planned(working) == [9, 15]
    go(working, Season.TREATMENT)
    assert planned(working) == [9, 15]


# Reminders


def test_the_way_back_brings_the_reminders_that_the_family_had_chosen(family: Workspace) -> None:
    known = family.read(reminding.rules)
    own = ReminderRules(on=frozenset({About.OWN}), quiet_from=time(20))
    family.write(partial(reminding.save_rules, before=known, after=own))
    go(family, Season.DIED)
    assert family.read(reminding.rules).on == frozenset()
    go(family, Season.TREATMENT)
    assert family.read(reminding.rules) == own


def test_reminders_that_were_turned_on_meanwhile_stay_as_they_are(family: Workspace) -> None:
    go(family, Season.DIED)
    known = family.read(reminding.rules)
    some = ReminderRules(on=frozenset({About.CLAIM}))
    family.write(partial(reminding.save_rules, before=known, after=some))
    go(family, Season.TREATMENT)
    assert family.read(reminding.rules).on == {About.CLAIM}


# A pause


def test_a_pause_calls_off_one_infusion_too_and_what_is_kept_stays(family: Workspace) -> None:
    one = plan_visit(family, "First infusion", kind=AppointmentKind.INFUSION)
    preview = told(family, Season.PAUSED)
    assert one.id in {each.id for each in preview.visits}
    keep = {each.id for each in preview.visits if each.id != one.id}
    change = partial(seasons.change, season=Season.PAUSED, today=TODAY, now=NOW + timedelta())
    family.write(partial(change, keep=keep))
    assert on(family) == ["Biopsy", "Dentist for Sam", "Eye doctor", *["Infusion"] * 3]


def test_it_is_told_who_is_still_asked_for_what_goes_on(family: Workspace) -> None:
    plan_task(family, "Set up the guest room", TaskKind.CHORES)
    room = times(family, "Set up the guest room")[0]
    family.write(partial(tasks.ask, item=room, person_id=BEN.id, now=NOW))
    assert "Still asked for help at home: Ben." in told(family, Season.DIED).sentences
    go(family, Season.DIED)
    assert times(family, "Set up the guest room")[0].waiting == (BEN.id,)
