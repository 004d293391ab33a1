"""Where each time of a task stands, and what cutting or changing a series does to its times."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from caregiver_app.domain.calendar import Every, Repeat, Span
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.tasks import (
    Answer,
    Ask,
    Item,
    Occurrence,
    State,
    Status,
    Task,
    aligned,
    count_of_helping,
    ends_before,
    items_of,
    occurrence_of,
    remapped,
    starts_on,
)
from tests.domain.cases import Case, cases
from tests.domain.plans import series, tasks, touched

MONDAY = date(2026, 11, 23)
WEEK = Span(MONDAY, MONDAY + timedelta(6))
FAR = timedelta(500)
SOUP = Task(title="Soup", day=MONDAY)
WALK = Task(title="Walk", day=MONDAY, repeat=Repeat(every=Every.DAYS))
PEOPLE = {name: UUID(int=number) for number, name in enumerate(("Ana", "Ben", "Rosa"), start=1)}


def said(task: Task, person: str, answer: str, hour: int, time: Occurrence | None = None) -> Ask:
    return Ask(
        task_id=task.id,
        occurrence_id=time.id if time else None,
        person_id=PEOPLE[person],
        asked_at=datetime(2026, 11, 20, hour, tzinfo=UTC),
        answer=Answer(answer),
    )


@pytest.mark.parametrize("case", cases("states.json"), ids=lambda case: case["about"])
def test_where_a_task_stands(case: Case) -> None:
    task = replace(WALK if case.get("series") else SOUP, needed=case.get("needed", 1))
    time = replace(occurrence_of(task, MONDAY), status=Status(case.get("status", "open")))
    asks = [said(task, who, answer, hour, time) for hour, (who, answer) in enumerate(case.get("asks", []), start=5)]
    asks += [said(task, who, answer, hour) for hour, (who, answer) in enumerate(case.get("standing", []))]
    (item,) = items_of(Span(MONDAY, MONDAY), [task], [time], asks)
    names = {number: name for name, number in PEOPLE.items()}
    assert item.state == case["state"]
    assert [names[person] for person in item.helpers] == case.get("helpers", [])
    assert [names[person] for person in item.waiting] == case.get("waiting", [])
    assert [names[person] for person in item.declined] == case.get("declined", [])
    assert item.is_open == (case["state"] in {"needs a helper", "asked"})


def test_the_helper_of_a_series_may_miss_one_time_and_keeps_the_rest() -> None:
    time = occurrence_of(WALK, MONDAY + timedelta(1))
    asks = [said(WALK, "Ana", "yes", 1), said(WALK, "Ana", "not this time", 2, time)]
    states = [item.state for item in items_of(WEEK, [WALK], [time], asks)]
    assert states == [State.COVERED, State.NEEDS_HELPER] + [State.COVERED] * 5


def test_a_skipped_time_is_gone_and_a_moved_one_is_on_its_new_day_alone() -> None:
    skipped = replace(occurrence_of(WALK, MONDAY), status=Status.SKIPPED)
    moved = replace(occurrence_of(WALK, MONDAY + timedelta(2)), day=MONDAY + timedelta(3))
    found = Counter(item.day for item in items_of(WEEK, [WALK], [skipped, moved], []))
    assert MONDAY not in found
    assert MONDAY + timedelta(2) not in found
    assert found[MONDAY + timedelta(3)] == 2


def test_a_time_moved_out_of_the_week_and_one_moved_into_it() -> None:
    out = replace(occurrence_of(WALK, MONDAY), day=MONDAY - timedelta(1))
    into = replace(occurrence_of(WALK, MONDAY + timedelta(8)), day=MONDAY + timedelta(1))
    found = [item.day for item in items_of(WEEK, [WALK], [out, into], [])]
    assert MONDAY not in found
    assert found.count(MONDAY + timedelta(1)) == 2


def test_a_day_is_in_order_of_time_then_title() -> None:
    found = items_of(WEEK, [replace(SOUP, id=uuid4(), title=title) for title in ("b", "C", "a")], [], [])
    assert [item.task.title for item in found] == ["a", "b", "C"]


def test_what_is_not_needed_does_not_count_as_help() -> None:
    times = [occurrence_of(WALK, MONDAY + timedelta(n)) for n in range(3)]
    times[1] = replace(times[1], status=Status.NOT_NEEDED)
    times[2] = replace(times[2], status=Status.DONE)
    items = items_of(Span(MONDAY, MONDAY + timedelta(2)), [WALK], times, [said(WALK, "Ana", "yes", 1)])
    assert count_of_helping(items) == {PEOPLE["Ana"]: 2}


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"title": " \t\n"}, "title", "Type a few words, like “Walk the dog.”"),
        ({"title": "x" * 5001}, "title", "This is very long for a task. The details can go in the notes."),
        (
            {"notes": "x" * 20_001},
            "notes",
            "This note is over 20,000 letters. Please keep a shorter one here.",
        ),
        ({"needed": 0}, "needed", "Type how many people are needed, from 1 to 20."),
        ({"minutes": 1441}, "minutes", "Type a length up to 24 hours, like “45 min” or “2 hours.”"),
        (
            {"repeat": Repeat(every=Every.DAYS, until=MONDAY - timedelta(1))},
            "until",
            "The end day is before the start day.",
        ),
    ],
)
def test_a_task_that_can_not_be_is_refused_at_its_field(wrong: Case, field: str, sentence: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        replace(SOUP, **wrong)
    assert (refused.value.field, refused.value.message) == (field, sentence)


def test_long_titles_notes_emoji_and_other_scripts_are_kept_as_typed() -> None:
    for title in ("x" * 2000, "🙂 Soup", "مريم تطبخ", "李小龙"):
        assert replace(SOUP, title=title, notes="n" * 10_000).title == title


def test_the_public_title_stands_in_for_the_private_one() -> None:
    assert replace(SOUP, title="Drive to the clinic", public_title=" Morning drive ").shown_title == "Morning drive"
    assert replace(SOUP, title=" Soup ", public_title="  ").shown_title == "Soup"


def days_of_both(*parts: Task | None) -> list[date]:
    span = Span(MONDAY - timedelta(4000), MONDAY + timedelta(4000))
    return [day for part in parts if part is not None for day in part.days(span)]


@given(series(), st.integers(0, 60))
def test_a_series_cut_in_two_takes_place_on_the_same_days(task: Task, steps: int) -> None:
    pattern = task.days(Span(task.day, task.day + FAR))
    day = pattern[min(steps, len(pattern) - 1)]
    head, tail = ends_before(task, day), starts_on(task, day)
    assert days_of_both(head, tail) == days_of_both(task)
    assert tail.day == day
    assert head is None or max(days_of_both(head)) < day
    assert tail.id != task.id


@given(series(), st.integers(1, 200))
def test_a_series_can_be_cut_on_a_day_that_is_not_of_its_pattern(task: Task, apart: int) -> None:
    day = task.day + timedelta(apart)
    head, tail = ends_before(task, day), starts_on(task, day)
    left = [each for each in days_of_both(task) if each >= day]
    assert days_of_both(tail) == (left or [day])
    assert [each for each in days_of_both(task) if each < day] == days_of_both(head)


@given(series(), st.integers(0, 40), st.integers(0, 40))
def test_a_series_cut_twice_still_takes_place_on_the_same_days(task: Task, one: int, two: int) -> None:
    pattern = task.days(Span(task.day, task.day + FAR))
    assume(len(pattern) > one + two)
    tail = starts_on(task, pattern[one])
    parts = (
        ends_before(task, pattern[one]),
        ends_before(tail, pattern[one + two]),
        starts_on(tail, pattern[one + two]),
    )
    assert days_of_both(*parts) == days_of_both(task)


@given(series())
def test_a_series_that_starts_on_its_pattern_stays_where_it_is(task: Task) -> None:
    assert aligned(task) == task


@given(st.data(), tasks, tasks)
def test_no_touched_time_is_lost_or_shares_a_place_when_a_task_changes(
    data: st.DataObject, old: Task, new: Task
) -> None:
    new = replace(new, id=old.id)
    times = data.draw(touched(old))
    staying = [time for time in times if time.status is Status.DONE]
    moving = [time for time in times if time not in staying]
    pairs = list(remapped(moving, old, new, staying))
    after = [time for _, time in pairs] + [replace(time, task_id=new.id) for time in staying]
    assert sorted((time for time, _ in pairs), key=lambda time: time.original) == sorted(
        moving, key=lambda time: time.original
    )
    assert len({time.original for time in after}) == len(times)
    assert len({time.id for _, time in pairs}) == len(pairs)
    assert [time.status for _, time in pairs] == [time.status for time, _ in pairs]
    for before, now in pairs:
        if before.day != before.original:
            assert now.day == before.day


@given(st.data(), tasks, tasks)
def test_every_touched_time_still_shows_after_a_change(data: st.DataObject, old: Task, new: Task) -> None:
    new = replace(new, id=old.id)
    pairs = list(remapped(data.draw(touched(old)), old, new))
    span = Span(date(2020, 1, 1), date(2032, 12, 31))
    after = [time for _, time in pairs]
    shown = {item.id: item.day for item in items_of(span, [new], after, [])}
    for time in after:
        assert time.status is Status.SKIPPED or shown[time.id] == time.day


@given(st.data(), series(), st.integers(-10, 10))
def test_a_series_moved_by_some_days_takes_its_touched_times_along(data: st.DataObject, old: Task, by: int) -> None:
    assume(old.repeat is not None and old.repeat.every is not Every.WEEKS and old.repeat.until is None)
    new = replace(old, day=old.day + timedelta(by))
    pattern = set(old.days(Span(old.day, old.day + timedelta(90))))
    times = [time for time in data.draw(touched(old)) if time.original in pattern and time.day == time.original]
    assert all(after.day == before.day + timedelta(by) for before, after in remapped(times, old, new))


@given(st.data(), series())
def test_a_change_that_leaves_the_days_alone_leaves_every_time_as_it_is(data: st.DataObject, task: Task) -> None:
    times = data.draw(touched(task))
    assert all(before == after for before, after in remapped(times, task, replace(task, title="Other")))


@given(tasks)
def test_each_time_of_a_task_has_an_id_of_its_own_that_never_changes(task: Task) -> None:
    span = Span(task.day, task.day + timedelta(60))
    ids = [Item(task, occurrence_of(task, day)).id for day in task.days(span)]
    assert len(set(ids)) == len(ids)
    assert ids == [item.id for item in items_of(span, [task], [], [])]


def test_the_single_time_of_a_task_keeps_its_id_when_the_task_moves() -> None:
    assert occurrence_of(SOUP, MONDAY).id == occurrence_of(replace(SOUP, day=MONDAY + FAR), MONDAY + FAR).id
