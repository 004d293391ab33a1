"""Whoever had said yes to what ended and goes on again is to be asked again: told once for a series, in true words."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from caregiver_app.domain.seasons import Season
from caregiver_app.domain.tasks import Answer, Item, Task
from caregiver_app.domain.today_view import TodayRow
from caregiver_app.services import tasks, today
from caregiver_app.services.workspace import Workspace
from tests.services.season_family import ANA, BEN, DAY, NOW, TODAY, fill, go, items, told


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """She had died, by the file, and is in treatment again."""
    fill(workspace)
    go(workspace, Season.DIED)
    back = told(workspace, Season.TREATMENT).back_tasks
    go(workspace, Season.TREATMENT, {each.id for each in back})
    return workspace


def rows(family: Workspace, days: int = 0) -> list[TodayRow]:
    """Whom we wait for, without the rides."""
    now = NOW + timedelta(days)
    return [row for row in family.read(partial(today.waiting, now=now)) if row.tab == "tasks"]


def waiting(family: Workspace, days: int = 0) -> list[tuple[str, str]]:
    """The same in short."""
    return [(row.title, row.detail) for row in rows(family, days)]


def first(family: Workspace) -> Item:
    """The time that its row on Today stands for."""
    item = next(row.item for row in rows(family) if row.title == "Sit with Maria")
    assert item is not None
    return item


def test_a_series_is_one_row_that_says_who_had_said_yes(family: Workspace) -> None:
    assert sorted(waiting(family)) == [
        ("Sit with Maria", "Ana had said yes before. Ask again?"),
        ("Tea with Maria", "Ben had said yes before. Ask again?"),
    ]


def test_asked_again_the_days_are_counted_from_then(family: Workspace) -> None:
    for row in rows(family):
        assert row.item is not None
        family.write(partial(tasks.ask, item=row.item, person_id=row.item.waiting[0], now=NOW))
    assert sorted(waiting(family, 1)) == [
        ("Sit with Maria", "Ana was asked yesterday."),
        ("Tea with Maria", "Ben was asked yesterday."),
    ]


def test_a_yes_holds_for_the_whole_series_again(family: Workspace) -> None:
    family.write(partial(tasks.answer, item=first(family), person_id=ANA.id, answer=Answer.YES, now=NOW))
    assert "Sit with Maria" not in {title for title, _ in waiting(family)}
    sits = [item for item in items(family) if item.task.title == "Sit with Maria" and item.day >= TODAY]
    assert len(sits) > 3 and {item.helpers for item in sits} == {(ANA.id,)}


def test_not_this_time_is_about_that_time_alone(family: Workspace) -> None:
    before = first(family)
    family.write(partial(tasks.answer, item=before, person_id=ANA.id, answer=Answer.NOT_THIS_TIME, now=NOW))
    assert first(family).day == before.day + 7 * DAY


def test_those_asked_on_one_day_stand_by_the_day_they_are_asked_for(family: Workspace) -> None:
    for hour, title, day in ((1, "Rake leaves", 5), (2, "Buy milk", 1), (-24, "Wash the car", 9), (3, "Mail", 3)):
        task = Task(title=title, day=TODAY + day * DAY)
        family.write(partial(tasks.add, task=task, now=NOW))
        item = next(each for each in items(family) if each.task.id == task.id)
        asked = NOW + timedelta(hours=hour)
        family.write(partial(tasks.ask, item=item, person_id=BEN.id, now=asked))
    found = [title for title, detail in waiting(family, 2) if "was asked" in detail]
    assert found == ["Wash the car", "Mail", "Rake leaves"]
