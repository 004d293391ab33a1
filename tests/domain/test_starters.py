"""The twelve tasks to start from, each on a day that makes sense."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.calendar import week_of
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.sharing import fridge_words_found
from caregiver_app.domain.starters import starter_groups, starter_tasks
from caregiver_app.domain.tasks import Task

SUNDAY = 6
KEYS = [starter.key for group in starter_groups() for starter in group.starters]


def by_title(today: date, *keys: str, name: str = "Maria") -> dict[str, Task]:
    return {task.title: task for task in starter_tasks(keys or KEYS, week_of(today, SUNDAY), today, name)}


def test_twelve_ideas_in_four_groups() -> None:
    groups = starter_groups("Maria")
    assert [group.title for group in groups] == [
        "Meals and shopping",
        "Home",
        "Care and errands",
        "Family and pets",
    ]
    assert [len(group.starters) for group in groups] == [3, 3, 3, 3]
    assert len(set(KEYS)) == 12


def test_only_what_was_chosen_becomes_a_task() -> None:
    assert list(by_title(date(2026, 11, 22), "dinner", "laundry")) == ["Dinner drop-off", "Laundry and fresh sheets"]
    assert not starter_tasks([], week_of(date(2026, 11, 22), SUNDAY), date(2026, 11, 22))


def test_her_name_is_used_when_it_is_known() -> None:
    assert "Sit with Maria for 2 hours" in by_title(date(2026, 11, 22))
    assert "Keep company for 2 hours" in by_title(date(2026, 11, 22), name="  ")


def test_a_week_that_lies_ahead_is_spread_over_its_days() -> None:
    days = {task.day for task in by_title(date(2026, 11, 22)).values()}
    assert len(days) >= 5


def test_school_is_never_on_a_weekend() -> None:
    assert by_title(date(2026, 11, 28), "school")["Kids: school pick-up"].day == date(2026, 11, 30)


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(0, 6))
def test_no_task_lies_in_the_past_and_most_are_in_this_week(today: date, week_start: int) -> None:
    week = week_of(today, week_start)
    tasks = starter_tasks(KEYS, week, today)
    assert len(tasks) == 12
    assert all(today <= task.day <= week.last + timedelta(7) for task in tasks)
    assert sum(task.day in week for task in tasks) >= 10


@given(st.integers(-30, 30))
def test_a_week_that_is_over_or_not_yet_here(weeks: int) -> None:
    today = date(2026, 11, 25)
    week = week_of(today, SUNDAY).shifted(7 * weeks)
    tasks = starter_tasks(KEYS, week, today)
    assert all(today <= task.day for task in tasks)
    assert weeks < 1 or all(task.day in week for task in tasks)


@pytest.mark.parametrize("title", ["Pick up prescription", "Ride to a visit", "Kids: school pick-up"])
def test_what_is_private_starts_at_helper_under_neutral_words(title: str) -> None:
    task = by_title(date(2026, 11, 22))[title]
    assert task.audience is Audience.HELPER
    assert fridge_words_found(task.public_title) == []
    assert task.public_title


def test_what_goes_on_the_fridge_is_fit_for_it() -> None:
    open_to_all = [task for task in by_title(date(2026, 11, 22)).values() if task.audience is Audience.FRIDGE]
    assert len(open_to_all) == 8
    assert all(fridge_words_found(task.shown_title) == [] for task in open_to_all)
