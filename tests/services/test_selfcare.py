"""The caregiver's own care: small things of a week, free time, who stays with her, the journal, the help lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from caregiver_app.domain.appointments import Appointment, AppointmentKind
from caregiver_app.domain.calendar import Span, When
from caregiver_app.domain.company import Where, Window
from caregiver_app.domain.kinds import Audience, PartOfDay, TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.selfcare import Feel, HelpLine, JournalEntry, SmallThing, SmallThingTime
from caregiver_app.domain.selfcare_week import CareWeek, ThingThisWeek
from caregiver_app.domain.selfcare_words import not_available_words
from caregiver_app.domain.tasks import State, Task
from caregiver_app.services import appointments, care_places, household, people, selfcare, tasks
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.tables import TABLE_OF

TODAY = date(2026, 11, 22)  # a Sunday, on which weeks begin
THURSDAY = date(2026, 11, 26)
WEEK = Span(TODAY, date(2026, 11, 28))
MORNING = datetime.combine(TODAY, time(8))
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
MARIA = Person(name="Maria", role=Role.CARED_FOR)
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
ANA = Person(name="Ana Lindqvist", phone="555-0142")
BEN = Person(name="Ben Okoro", phone="555-0117")
CENTER = Place(name="Lakeside Center", travel_minutes=30, miles=Decimal("12.5"))
WALK = SmallThing(title="Walk around the block", tiny="Stand outside", weekday=3, clock=time(14), minutes=20)
BATH = SmallThing(title="A long bath", minutes=45)
CALL = SmallThing(title="Call my sister", weekday=5, minutes=30)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """Maria, Sam who cares for her, two helpers, a place."""
    workspace.write(partial(people.add_all, people=[MARIA, SAM, ANA, BEN]))
    workspace.write(partial(care_places.save_place, place=CENTER))
    return workspace


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A local time."""
    return datetime.combine(day, time(hour, minute))


def keep(family: Workspace, *things: SmallThing) -> None:
    """New small things."""
    for thing in things:
        family.write(partial(selfcare.save_thing, before=None, after=thing))


def week(family: Workspace) -> CareWeek:
    """This week."""
    return family.read(partial(selfcare.week, first_day=TODAY, today=TODAY))


def this_week(family: Workspace, thing: SmallThing) -> ThingThisWeek:
    """One small thing in this week."""
    return next(each for each in week(family).things if each.thing.id == thing.id)


def everything(workspace: Workspace) -> set[Any]:
    """All that the family can see."""
    return workspace.read(lambda work: {record for kind in TABLE_OF for record in work.all(kind)})


def free(family: Workspace, **more: Any) -> list[Window]:
    """The free windows of this week."""
    return family.read(partial(selfcare.windows, span=WEEK, now=MORNING, **more))


def stay(family: Workspace, person: Person, clock: time = time(14), minutes: int = 120) -> Task:
    """Somebody stays with her on Thursday."""
    task = Task(title="Sit with Maria", day=THURSDAY, kind=TaskKind.STAY, when=When(clock=clock), minutes=minutes)
    family.write(partial(tasks.add, task=task, helper_id=person.id, now=NOW))
    return task


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
    assert [(item.task.kind, item.day, item.state) for item in board] == [
        (TaskKind.STAY, THURSDAY, State.NEEDS_HELPER)
    ]
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


def test_not_this_week_takes_back_a_task_that_nobody_heard_of(family: Workspace) -> None:
    keep(family, WALK)
    ask = partial(selfcare.ask_cover, thing=WALK, week=TODAY, day=THURSDAY, clock=time(14), now=NOW)
    family.write(ask)
    before = everything(family)
    change = family.write(partial(selfcare.not_this_week, week=TODAY))
    assert not family.read(partial(tasks.plan, span=WEEK)).items()
    family.apply(change.inverse())
    assert everything(family) == before


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


# Free windows


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


def visit(family: Workspace, there: Person | None, home: Person | None, **more: Any) -> Appointment:
    """An infusion on Thursday from 9:15, three hours, with both ways."""
    facts = {"kind": AppointmentKind.INFUSION, "minutes": 180, "place_id": CENTER.id, **more}
    new = Appointment(title="Infusion", day=THURSDAY, clock=time(9, 15), **facts)
    ways = [Ride(appointment_id=new.id, leg=leg) for leg in Leg]
    drivers = {leg: each.id for leg, each in ((Leg.THERE, there), (Leg.HOME, home)) if each is not None}
    family.write(partial(appointments.add, appointment=new, rides=ways, drivers=drivers, now=NOW))
    return new


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


# How the day is


def test_a_feeling_is_said_changed_and_taken_back(family: Workspace) -> None:
    say = partial(selfcare.set_feeling, day=TODAY)
    family.write(partial(say, feel=Feel.TIRED))
    family.write(partial(say, feel=Feel.OKAY))
    assert week(family).feeling is Feel.OKAY
    change = family.write(partial(say, feel=None))
    assert week(family).feeling is None
    family.apply(change.inverse())
    assert family.read(partial(selfcare.feelings, first=TODAY, last=TODAY)) == {TODAY: Feel.OKAY}


@pytest.mark.parametrize(
    ("before", "today", "hard"),
    [
        (Feel.VERY_HARD, Feel.VERY_HARD, True),
        (Feel.VERY_HARD, Feel.TIRED, False),
        (None, Feel.VERY_HARD, False),
        (Feel.VERY_HARD, None, False),
    ],
)
def test_two_very_hard_days_running_bring_the_help_lines_first(
    family: Workspace, before: Feel | None, today: Feel | None, hard: bool
) -> None:
    for day, feel in ((TODAY - timedelta(1), before), (TODAY, today)):
        family.write(partial(selfcare.set_feeling, day=day, feel=feel))
    assert week(family).hard_time is hard


# The journal


def entry(text: str, days_ago: int = 0) -> JournalEntry:
    """Something written some days ago."""
    return JournalEntry(day=TODAY - timedelta(days_ago), text=text, written_at=NOW - timedelta(days_ago))


def write(family: Workspace, *entries: JournalEntry) -> None:
    """New entries of the journal."""
    for each in entries:
        family.write(partial(selfcare.save_entry, before=None, after=each))


def found(family: Workspace, typed: str) -> list[str]:
    """What the search of the journal finds."""
    return [each.text for each in family.read(partial(selfcare.search, typed=typed))]


def test_the_journal_is_found_by_the_starts_of_its_words(family: Workspace) -> None:
    write(family, entry("She laughed at the café today."), entry("A long, gray day. Rain.", 1))
    assert found(family, "laug") == found(family, "CAFE") == ["She laughed at the café today."]
    assert found(family, "gray rai") == ["A long, gray day. Rain."]
    assert found(family, "aughed") == []
    assert len(found(family, "day")) == 1
    assert len(found(family, "  ")) == 2
    assert found(family, "?!") == []


def test_a_hundred_thousand_letters_are_kept_and_found_to_the_last_word(family: Workspace) -> None:
    text = " ".join(f"word{n}" for n in range(11_500)) + " and zebra"
    assert len(text) > 100_000
    long = entry(text)
    write(family, long)
    assert found(family, "zeb") == [text]
    assert found(family, "word11499") == [text]
    changed = replace(long, text=text.replace("zebra", "giraffe"))
    change = family.write(partial(selfcare.save_entry, before=long, after=changed))
    assert found(family, "zeb") == []
    assert found(family, "giraf") == [changed.text]
    family.apply(change.inverse())
    assert found(family, "zeb") == [text]


def test_the_journal_comes_in_pages_newest_first(family: Workspace) -> None:
    write(family, *(entry(f"Day {n}", n // 2) for n in range(7)))
    first = family.read(partial(selfcare.entries, limit=3))
    second = family.read(partial(selfcare.entries, limit=3, before=first[-1]))
    third = family.read(partial(selfcare.entries, limit=3, before=second[-1]))
    pages = [*first, *second, *third]
    assert len({each.id for each in pages}) == 7
    assert [each.day for each in pages] == sorted((each.day for each in pages), reverse=True)


def test_an_entry_that_is_removed_comes_back_and_is_found_again(family: Workspace) -> None:
    kept = entry("Snow in the yard")
    write(family, kept)
    change = family.write(partial(selfcare.remove_entry, entry=kept))
    assert found(family, "snow") == []
    family.apply(change.inverse())
    assert found(family, "snow") == ["Snow in the yard"]


# The plan and the help lines


def lines(family: Workspace) -> list[HelpLine]:
    """The help lines."""
    return family.read(selfcare.help_lines)


def test_three_help_lines_are_there_before_anything_was_kept(family: Workspace) -> None:
    assert [each.phone for each in lines(family)] == ["988", "1-800-4-CANCER", "1-800-227-2345"]
    assert not family.read(lambda work: work.all(HelpLine))


def test_the_first_change_keeps_all_three(family: Workspace) -> None:
    old = lines(family)[1]
    new = replace(old, about="Ask for Spanish", checked_on=TODAY)
    change = family.write(partial(selfcare.save_help_line, before=old, after=new))
    assert [each.about for each in lines(family)][1] == "Ask for Spanish"
    assert len(lines(family)) == 3
    family.apply(change.inverse())
    assert lines(family)[1] == old
    family.write(partial(selfcare.save_help_line, before=old, after=new))
    assert lines(family)[1] == new


def test_a_number_is_always_left(family: Workspace) -> None:
    for line in lines(family)[1:]:
        family.write(partial(selfcare.remove_help_line, line=line))
    with pytest.raises(InvalidEntry):
        family.write(partial(selfcare.remove_help_line, line=lines(family)[0]))
    assert len(lines(family)) == 1


def test_the_plan_is_kept(family: Workspace) -> None:
    empty = family.read(selfcare.plan)
    written = replace(empty, low_signs="I snap at everyone.", call_ids=(ANA.id,), more_to_call="Rosa 555-0188")
    family.write(partial(selfcare.save_plan, before=empty, after=written))
    assert family.read(selfcare.plan) == written
    with pytest.raises(StaleEdit):
        family.write(partial(selfcare.save_plan, before=empty, after=written))
