"""What is typed into the task form, and the task that is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.calendar import Every, Repeat, When
from caregiver_app.domain.kinds import Audience, PartOfDay, TaskKind
from caregiver_app.domain.problems import Refused
from caregiver_app.domain.tasks import Task
from caregiver_app.ui.tasks.draft import Again, Draft, Ends, draft_of, read_draft

TODAY = date(2026, 11, 22)

whens = st.one_of(
    st.just(When()),
    st.sampled_from(PartOfDay).map(lambda part: When(part=part)),
    st.times().map(lambda clock: When(clock=clock.replace(second=0, microsecond=0))),
)
ends: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.integers(0, 2000).map(lambda days: {"until": TODAY + timedelta(3000 + days)}),
    st.integers(1, 1000).map(lambda count: {"count": count}),
)
weekdays = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
repeats = st.one_of(
    st.none(),
    st.builds(lambda n, on, end: Repeat(every=Every.WEEKS, n=n, on=on, **end), st.integers(1, 5), weekdays, ends),
    st.builds(lambda n, end: Repeat(every=Every.DAYS, n=n, **end), st.integers(1, 60), ends),
    st.builds(
        lambda n, end: Repeat(every=Every.CYCLE, n=n, on=(1, min(8, n)) if n > 1 else (1,), **end),
        st.integers(1, 60),
        ends,
    ),
)


@given(
    day=st.integers(-900, 2000).map(lambda days: TODAY + timedelta(days)),
    when=whens,
    repeat=repeats,
    minutes=st.one_of(st.none(), st.integers(1, 1440)),
    clock24=st.booleans(),
    kind=st.sampled_from(TaskKind),
    audience=st.sampled_from(Audience),
)
def test_a_task_that_is_opened_and_saved_stays_the_same(
    day: date,
    when: When,
    repeat: Repeat | None,
    minutes: int | None,
    clock24: bool,
    kind: TaskKind,
    audience: Audience,
) -> None:
    task = Task(title="Soup", day=day, when=when, repeat=repeat, minutes=minutes, kind=kind, audience=audience)
    assert read_draft(draft_of(task, day, TODAY, clock24=clock24), TODAY, task) == task


def test_only_the_title_is_required() -> None:
    task = read_draft(Draft(title="  Walk the dog "), TODAY)
    assert (task.title, task.day, task.when, task.kind, task.audience) == (
        "Walk the dog",
        TODAY,
        When(),
        TaskKind.PETS,
        Audience.FRIDGE,
    )


def test_the_audience_follows_the_kind_until_it_is_chosen() -> None:
    assert read_draft(Draft(title="Sit with Maria"), TODAY).audience is Audience.HELPER
    assert read_draft(Draft(title="Sit with Maria", kind=TaskKind.MEAL), TODAY).audience is Audience.FRIDGE
    assert read_draft(Draft(title="Pick up prescription"), TODAY).audience is Audience.HELPER
    assert read_draft(Draft(title="Sit with Maria", audience=Audience.ME), TODAY).audience is Audience.ME


def test_days_and_times_are_read_as_people_type_them() -> None:
    task = read_draft(Draft(title="Soup", day="fri", time="3p", length="1 1/2 hours"), TODAY)
    assert (task.day, task.when, task.minutes) == (date(2026, 11, 27), When(clock=time(15)), 90)


@pytest.mark.parametrize(
    ("draft", "repeat"),
    [
        (Draft(again=Again.WEEKLY, day="tue"), Repeat(every=Every.WEEKS, on=(1,))),
        (Draft(again=Again.OTHER_WEEK, day="tue"), Repeat(every=Every.WEEKS, n=2, on=(1,))),
        (Draft(again=Again.DAILY), Repeat(every=Every.DAYS)),
        (Draft(again=Again.DAYS, every="3"), Repeat(every=Every.DAYS, n=3)),
        (
            Draft(again=Again.CYCLE, every="28", cycle_days="1, 8 15"),
            Repeat(every=Every.CYCLE, n=28, on=(1, 8, 15)),
        ),
        (
            Draft(again=Again.CYCLE, every="28", cycle_days="1 - 21"),
            Repeat(every=Every.CYCLE, n=28, on=tuple(range(1, 22))),
        ),
        (
            Draft(again=Again.WEEKDAYS, weekdays=frozenset({4, 1}), ends=Ends.ON_DAY, until="12/15"),
            Repeat(every=Every.WEEKS, on=(1, 4), until=date(2026, 12, 15)),
        ),
        (Draft(again=Again.DAILY, ends=Ends.AFTER, count="8"), Repeat(every=Every.DAYS, count=8)),
    ],
)
def test_repeats(draft: Draft, repeat: Repeat) -> None:
    assert read_draft(replace(draft, title="Soup"), TODAY).repeat == repeat


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (Draft(title="   "), ["title"]),
        (
            Draft(day="Feb 30", time="25:00", length="long", needed="many"),
            ["day", "when", "minutes", "needed", "title"],
        ),
        (Draft(title="Soup", again=Again.WEEKDAYS), ["weekdays"]),
        (Draft(title="Soup", again=Again.DAYS, every="0"), ["every"]),
        (Draft(title="Soup", again=Again.CYCLE, every="28", cycle_days="1, 40"), ["cycle_days"]),
        (Draft(title="Soup", again=Again.CYCLE, every="28", cycle_days="one"), ["cycle_days"]),
        (Draft(title="Soup", day="12/10", again=Again.DAILY, ends=Ends.ON_DAY, until="12/1"), ["until"]),
        (Draft(title="Soup", again=Again.DAILY, ends=Ends.AFTER, count="1001"), ["count"]),
        (Draft(title="Soup", needed="21"), ["needed"]),
        (Draft(title="x" * 5001), ["title"]),
        (Draft(title="Soup", notes="x" * 20_001), ["notes"]),
    ],
)
def test_each_wrong_field_gets_one_sentence(draft: Draft, fields: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        read_draft(draft, TODAY)
    assert [problem.field for problem in refused.value.problems] == fields
    assert all(problem.message.endswith(".") or problem.message.endswith("”") for problem in refused.value.problems)
