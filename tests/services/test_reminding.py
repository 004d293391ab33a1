"""Reminders of all sources: when each is due, what it says where others look on, and what was done about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from functools import partial
from typing import Any

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Every, Repeat, Span, When
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.reminders import About, Later, OwnReminder, ReminderRules, Seen, Touched
from caregiver_app.domain.selfcare import SmallThing
from caregiver_app.domain.sharing import fridge_words_found
from caregiver_app.domain.tasks import Status
from caregiver_app.services import appointments, reminding, selfcare, tasks
from caregiver_app.services.workspace import Workspace
from tests.services.reminded_family import (
    BEN,
    CENTER,
    DAY,
    NOW,
    SAM,
    THURSDAY,
    TODAY,
    add,
    at,
    dues,
    moments,
    set_up,
    visit,
)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """Maria, Sam who cares for her, a driver, a place."""
    return set_up(workspace)


# Tasks


def test_own_tasks_come_half_an_hour_before_their_time(family: Workspace) -> None:
    add(family, SAM, when=When(clock=time(15)))
    add(family, SAM, title="Call the plan", when=When(part=PartOfDay.AFTERNOON))
    add(family, SAM, title="Fold the wash")
    assert moments(dues(family)) == [
        (at(THURSDAY, 9), "Thu Nov 26: Fold the wash"),
        (at(THURSDAY, 14), "Thu Nov 26: Call the plan"),
        (at(THURSDAY, 14, 30), "Thu Nov 26, 3:00 pm: Soup"),
    ]


def test_inside_the_program_a_thing_has_its_own_name_and_outside_a_neutral_one(family: Workspace) -> None:
    add(family, title="Keep Maria company", kind=TaskKind.STAY, public_title="Visit")
    visit(family, BEN, None)
    named = {due.title: due.in_window for due in dues(family)}
    assert named["Thu Nov 26 still needs a helper: Visit"] == "Thu Nov 26 still needs a helper: Keep Maria company"
    assert all(not fridge_words_found(title) for title in named)
    assert any(name.endswith(": Chemo infusion") for name in named.values())


def test_what_still_needs_a_helper_is_told_on_the_evening_before(family: Workspace) -> None:
    add(family)
    add(family, BEN, title="Walk the dog")
    assert moments(dues(family)) == [(at(THURSDAY - DAY, 18), "Thu Nov 26 still needs a helper: Soup")]


def test_what_is_done_or_not_needed_is_quiet(family: Workspace) -> None:
    for status in (Status.DONE, Status.NOT_NEEDED):
        task = add(family, SAM, when=When(clock=time(15)))
        plan = family.read(partial(tasks.plan, span=Span(THURSDAY, THURSDAY)))
        item = next(item for item in plan.items() if item.task.id == task.id)
        family.write(partial(tasks.set_status, item=item, status=status, now=NOW))
    assert dues(family) == []


def test_each_day_of_a_series_is_its_own_reminder(family: Workspace) -> None:
    add(family, SAM, when=When(clock=time(9)), repeat=Repeat(every=Every.WEEKS, on=(3,)))
    found = dues(family, days=20)
    assert [each.at.date() for each in found] == [THURSDAY, THURSDAY + 7 * DAY, THURSDAY + 14 * DAY]
    assert len({each.id for each in found}) == 3


# Visits and rides


def test_a_visit_comes_on_the_evening_before_in_words_that_anyone_may_read(family: Workspace) -> None:
    visit(family, BEN, None)
    (evening, *_) = dues(family)
    assert evening.at == at(THURSDAY - DAY, 18)
    assert evening.title == "Thu Nov 26, 8:30 am: Morning drive"
    assert evening.detail == "Ben drives. 1 way still needs a driver."
    assert not any(fridge_words_found(f"{each.title} {each.detail}") for each in dues(family))


def test_the_caregiver_is_called_an_hour_before_leaving(family: Workspace) -> None:
    visit(family, BEN, SAM)
    assert [each.at for each in dues(family)] == [at(THURSDAY - DAY, 18), at(THURSDAY, 10, 45)]


def test_who_comes_along_leaves_with_the_way_there(family: Workspace) -> None:
    visit(family, BEN, BEN, companion_id=SAM.id)
    assert [each.at for each in dues(family)] == [at(THURSDAY - DAY, 18), at(THURSDAY, 7, 30)]


def test_driven_both_ways_by_others_leaves_the_morning_alone(family: Workspace) -> None:
    visit(family, BEN, BEN)
    assert [each.at for each in dues(family)] == [at(THURSDAY - DAY, 18)]


def test_an_own_visit_without_a_ride_is_not_forgotten(family: Workspace) -> None:
    dentist = Appointment(title="Dentist", day=THURSDAY, clock=time(9), person_id=SAM.id, place_id=CENTER.id)
    family.write(partial(appointments.add, appointment=dentist, now=NOW))
    assert [each.at for each in dues(family)] == [at(THURSDAY - DAY, 18), at(THURSDAY, 7, 15)]
    assert not any("entist" in each.title for each in dues(family))


def test_a_visit_that_is_off_is_quiet(family: Workspace) -> None:
    off = visit(family, BEN, SAM)
    family.write(partial(appointments.cancel, appointment=off, now=NOW))
    assert dues(family) == []


# Small things and typed ones


def test_a_small_thing_is_told_of_until_it_is_left_for_another_week(family: Workspace) -> None:
    walk = SmallThing(title="Walk", weekday=3, clock=time(14), remind=True)
    quiet = SmallThing(title="Bath", weekday=3, clock=time(20))
    for each in (walk, quiet):
        family.write(partial(selfcare.save_thing, before=None, after=each))
    assert [(each.at, each.detail) for each in dues(family)] == [
        (at(THURSDAY, 14), "Walk"),
        (at(THURSDAY + 7 * DAY, 14), "Walk"),
    ]
    family.write(partial(selfcare.not_this_week, week=TODAY))
    assert [each.at for each in dues(family)] == [at(THURSDAY + 7 * DAY, 14)]


def save(family: Workspace, reminder: OwnReminder, hour: int = 8) -> None:
    """A typed reminder, saved at some hour of today."""
    now = datetime.combine(TODAY, time(hour)).astimezone()
    family.write(partial(reminding.save_own, before=None, after=reminder, now=now))


def test_typed_reminders_come_on_their_days(family: Workspace) -> None:
    save(family, OwnReminder(text="Water the plants", day=TODAY, clock=time(10), repeat=Repeat(every=Every.DAYS, n=5)))
    save(family, OwnReminder(text="Library book", day=TODAY + DAY, clock=time(17)))
    assert moments(dues(family)) == [
        (at(TODAY, 10), "Water the plants"),
        (at(TODAY + DAY, 17), "Library book"),
        (at(TODAY + 5 * DAY, 10), "Water the plants"),
        (at(TODAY + 10 * DAY, 10), "Water the plants"),
    ]


@pytest.mark.parametrize(
    ("reminder", "field"),
    [
        (OwnReminder(text="Book", day=TODAY, clock=time(7)), "clock"),
        (OwnReminder(text="Book", day=TODAY - DAY, clock=time(20)), "day"),
        (
            OwnReminder(text="Book", day=TODAY - 9 * DAY, clock=time(9), repeat=Repeat(every=Every.DAYS, n=1, count=3)),
            "repeat",
        ),
    ],
)
def test_the_past_is_refused_at_the_field(family: Workspace, reminder: OwnReminder, field: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        save(family, reminder)
    assert refused.value.field == field
    assert not family.read(lambda work: work.all(OwnReminder))


def test_one_that_began_in_the_past_and_goes_on_is_kept(family: Workspace) -> None:
    save(family, OwnReminder(text="Plants", day=TODAY - 9 * DAY, clock=time(7), repeat=Repeat(every=Every.DAYS)))
    assert dues(family)[0].at == at(TODAY, 7)


def test_every_other_tuesday_begins_with_the_next_tuesday(family: Workspace) -> None:
    repeat = Repeat(every=Every.WEEKS, n=2, on=(1,))
    save(family, OwnReminder(text="Bins", day=TODAY, clock=time(19), repeat=repeat))
    assert [each.at.date() for each in dues(family, days=20)] == [TODAY + 2 * DAY, TODAY + 16 * DAY]


def test_typed_reminders_are_listed_the_next_one_first(family: Workspace) -> None:
    later = OwnReminder(text="Library", day=TODAY + 3 * DAY, clock=time(9))
    soon = OwnReminder(text="Plants", day=TODAY, clock=time(9), repeat=Repeat(every=Every.DAYS))
    over = OwnReminder(text="Old", day=TODAY, clock=time(9))
    for each in (later, soon, over):
        save(family, each)
    listed = family.read(partial(reminding.own, now=at(TODAY, 12).astimezone()))
    assert [each.text for each in listed] == ["Plants", "Library", "Old"]
    family.write(partial(reminding.remove_own, reminder=over))
    assert len(family.read(partial(reminding.own, now=at(TODAY, 12)))) == 2


# What was done about them


def look(family: Workspace, moment: datetime, seen: datetime | None) -> Any:
    """What shows at a local moment."""
    known = Seen(since=seen, looked=seen) if seen is not None else None
    return family.read(partial(reminding.look, at=moment, seen=known))


def test_put_off_and_closed(family: Workspace) -> None:
    save(family, OwnReminder(text="Plants", day=TODAY, clock=time(10)))
    (due,) = look(family, at(TODAY, 10), at(TODAY, 9)).now
    family.write(partial(reminding.put_off, due=due, later=Later.HOUR, at=at(TODAY, 10)))
    assert look(family, at(TODAY, 10, 30), at(TODAY, 10)).now == ()
    assert look(family, at(TODAY, 10, 30), at(TODAY, 10)).next_at == at(TODAY, 11)
    assert look(family, at(TODAY, 11), at(TODAY, 10, 30)).now == (due,)
    change = family.write(partial(reminding.close, dues=[due], at=at(TODAY, 11)))
    assert look(family, at(TODAY, 11), at(TODAY, 10, 30)).now == ()
    family.apply(change.inverse())
    assert look(family, at(TODAY, 11), at(TODAY, 10, 30)).now == (due,)


def test_put_off_across_midnight_and_days_of_sleep_comes_once(family: Workspace) -> None:
    save(family, OwnReminder(text="Plants", day=TODAY, clock=time(20, 30)))
    (due,) = look(family, at(TODAY, 20, 30), at(TODAY, 20)).now
    family.write(partial(reminding.put_off, due=due, later=Later.HOUR, at=at(TODAY, 20, 30)))
    assert look(family, at(TODAY, 23), at(TODAY, 21)).now == ()
    assert look(family, at(TODAY + DAY, 8), at(TODAY, 23)).now == (due,)
    assert look(family, at(TODAY + 9 * DAY, 8, 30), at(TODAY, 23)).gathered == (due,)


def test_what_was_put_off_from_an_earlier_day_is_among_what_comes(family: Workspace) -> None:
    save(family, OwnReminder(text="Plants", day=TODAY, clock=time(14)))
    add(family, SAM, day=TODAY, when=When(clock=time(14)))
    next_day = at(TODAY + DAY, 9)
    waits = look(family, next_day, at(TODAY, 9)).gathered
    for due in waits:
        family.write(partial(reminding.put_off, due=due, later=Later.HOUR, at=next_day))
    coming = family.read(partial(reminding.coming, now=next_day, last=TODAY + 14 * DAY))
    assert [(moment, due.title) for moment, due in coming] == [
        (at(TODAY + DAY, 10), "Plants"),
        (at(TODAY + DAY, 10), "Sun Nov 22, 2:00 pm: Soup"),
    ]


def test_what_comes_due_in_the_quiet_hours_comes_in_the_morning(family: Workspace) -> None:
    save(family, OwnReminder(text="Plants", day=TODAY, clock=time(22)))
    coming = family.read(partial(reminding.coming, now=at(TODAY + DAY, 7), last=TODAY + DAY))
    assert [(moment, due.title) for moment, due in coming] == [(at(TODAY + DAY, 8), "Plants")]


def test_a_day_that_is_over_needs_no_helper_and_no_driver_any_more(family: Workspace) -> None:
    add(family)
    visit(family, None, None)
    assert len(look(family, at(THURSDAY, 20), at(TODAY, 9)).gathered) == 4
    for days in (1, 30):
        found = look(family, at(THURSDAY + days * DAY, 9), at(TODAY, 9))
        assert (found.now, found.gathered) == ((), ())


def test_three_hundred_that_came_due_in_a_month_are_gathered_in_one(family: Workspace) -> None:
    daily = Repeat(every=Every.DAYS)
    for n in range(10):
        save(family, OwnReminder(text=f"Thing {n}", day=TODAY, clock=time(9, n), repeat=daily))
    found = look(family, at(TODAY + 30 * DAY, 8), at(TODAY, 8))
    assert found.now == ()
    assert len(found.gathered) == 300
    family.write(partial(reminding.close, dues=found.gathered, at=at(TODAY + 30 * DAY, 8)))
    again = look(family, at(TODAY + 30 * DAY, 8, 1), at(TODAY, 8))
    assert (again.now, again.gathered) == ((), ())


def test_the_first_look_ever_tells_of_today_only(family: Workspace) -> None:
    daily = Repeat(every=Every.DAYS)
    save(family, OwnReminder(text="Plants", day=TODAY - 20 * DAY, clock=time(7), repeat=daily))
    found = look(family, at(TODAY, 12), None)
    assert [each.at for each in (*found.now, *found.gathered)] == [at(TODAY, 7)]


def test_a_clock_that_is_set_back_a_day_tells_nothing_twice(family: Workspace) -> None:
    save(family, OwnReminder(text="Plants", day=TODAY, clock=time(10), repeat=Repeat(every=Every.DAYS)))
    shown = look(family, at(TODAY + DAY, 10), at(TODAY + DAY, 9)).now
    family.write(partial(reminding.close, dues=shown, at=at(TODAY + DAY, 10)))
    back = look(family, at(TODAY, 10), at(TODAY + DAY, 10))
    assert (back.now, back.gathered) == ((), ())
    assert look(family, at(TODAY + DAY, 10), at(TODAY + DAY, 10)).now == ()


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2027, 3, 14)])
def test_a_reminder_is_the_same_one_whatever_the_clock_does_that_day(family: Workspace, day: date) -> None:
    reminder = OwnReminder(text="Plants", day=day, clock=time(1, 30))
    family.write(partial(reminding.save_own, before=None, after=reminder, now=at(day - DAY, 8)))
    (first,) = dues(family, day, 0)
    assert first == dues(family, day - DAY, 3)[0]
    assert first.id == dues(family, day, 0)[0].id
    family.write(partial(reminding.close, dues=[first], at=at(day, 8)))
    assert look(family, at(day, 9), at(day - DAY, 8)).gathered == ()


def test_it_looks_again_at_midnight_at_the_latest(family: Workspace) -> None:
    assert look(family, at(TODAY, 12), None).next_at == at(TODAY + DAY, 0)


def test_what_was_closed_long_ago_is_forgotten_what_is_near_stays(family: Workspace) -> None:
    save(family, OwnReminder(text="Plants", day=TODAY, clock=time(9), repeat=Repeat(every=Every.DAYS)))
    for n in range(0, 400, 20):
        day = TODAY + n * DAY
        family.write(partial(reminding.close, dues=dues(family, day, 0), at=at(day, 10)))
    kept = family.read(lambda work: work.all(Touched))
    assert 4 <= len(kept) <= 8
    assert max(each.due_at for each in kept) == at(TODAY + 380 * DAY, 9)


def test_rules_are_kept_and_heard(family: Workspace) -> None:
    save(family, OwnReminder(text="Plants", day=TODAY, clock=time(10)))
    before = family.read(reminding.rules)
    assert before == ReminderRules()
    after = replace(before, on=frozenset({About.TASK}), quiet_from=time(20))
    family.write(partial(reminding.save_rules, before=before, after=after))
    assert look(family, at(TODAY, 10), at(TODAY, 9)).now == ()
    with pytest.raises(StaleEdit):
        family.write(partial(reminding.save_rules, before=before, after=after))


def test_a_reminder_says_nothing_of_health_money_or_self_care_in_its_title(family: Workspace) -> None:
    visit(family, SAM, SAM)
    add(family, SAM, title="Pick up chemo pills", kind=TaskKind.ERRAND)
    family.write(
        partial(
            selfcare.save_thing,
            before=None,
            after=SmallThing(title="Cry in the car", weekday=3, clock=time(14), remind=True),
        )
    )
    titles = " ".join(each.title for each in dues(family)).casefold()
    assert not fridge_words_found(titles)
    assert "chemo" not in titles
    assert "cry" not in titles
