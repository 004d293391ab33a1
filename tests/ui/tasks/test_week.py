"""A week that follows the saved changes is the week that a fresh look at the file finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caregiver_app.domain.calendar import Every, Repeat, opening_day, week_of
from caregiver_app.domain.people import Person
from caregiver_app.domain.records import ChangeSet
from caregiver_app.domain.tasks import Status, Task
from caregiver_app.services import people, tasks
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file
from caregiver_app.ui.tasks.week import WeekView, read_week
from tests.services.test_history_machine import Caregiver

TODAY = date(2026, 11, 22)
MONDAY, FRIDAY, NEXT_MONDAY = date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 30)
ANA = Person(name="Ana")
WALK = Task(title="Walk Biscuit", day=MONDAY, repeat=Repeat(every=Every.WEEKS, on=(0, 4)))
SOUP = Task(title="Soup", day=FRIDAY)


def fresh(workspace: Workspace, day: date = MONDAY) -> WeekView:
    """The week as the file has it."""
    return workspace.read(partial(read_week, day=day))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A file with Ana, a walk twice a week and one soup."""
    opened = Workspace(open_file(tmp_path / "family.care"), Clock(TODAY))
    opened.write(partial(people.save, person=ANA))
    opened.write(partial(tasks.add_all, tasks=[WALK, SOUP]))
    yield opened
    opened.close()


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 2**32), day=st.sampled_from([MONDAY, NEXT_MONDAY]))
def test_a_week_follows_any_actions_undo_and_redo(seed: int, day: date) -> None:
    with TemporaryDirectory() as folder:
        workspace = Workspace(open_file(Path(folder) / "family.care"), Clock(TODAY))
        view = fresh(workspace, day)
        saved: list[ChangeSet] = []
        workspace.subscribe(saved.append)
        person = Caregiver(workspace, seed)
        followed = 0
        for _ in range(60):
            saved.clear()
            person.step()
            for changes in saved:
                known = view.after(changes)
                followed += known is not None
                view = known or fresh(workspace, day)
            assert view == fresh(workspace, day)
            assert view.items == fresh(workspace, day).items
        workspace.close()
    assert followed > 30, "most changes cost no second look at the file"


@pytest.mark.parametrize(
    "action",
    [
        lambda item, now: partial(tasks.set_status, item=item, status=Status.DONE, now=now),
        lambda item, now: partial(tasks.ask, item=item, person_id=ANA.id, now=now),
        lambda item, now: partial(tasks.hand_over, item=item, person_id=ANA.id, now=now),
        lambda item, now: partial(tasks.move, item=item, day=MONDAY),
        lambda item, now: partial(tasks.move, item=item, day=NEXT_MONDAY),
        lambda item, now: partial(
            tasks.save, item=item, edited=replace(item.task, title="Tea", day=item.day), scope=Scope.ONE
        ),
        lambda item, now: partial(tasks.remove, item=item, scope=Scope.ALL, now=now),
        lambda item, now: partial(tasks.add, task=SOUP, helper_id=ANA.id, now=now),
    ],
)
@pytest.mark.parametrize("title", ["Walk Biscuit", "Soup"])
def test_what_is_done_in_the_week_shown_and_undone_needs_no_second_look(
    workspace: Workspace, title: str, action: Callable[..., Callable[..., None]]
) -> None:
    view = fresh(workspace)
    item = next(item for item in view.items if item.task.title == title)
    changes = workspace.write(action(item, workspace.clock.now()))
    after = view.after(changes)
    assert after == fresh(workspace)
    if not changes.touches(Task) or title == "Walk Biscuit":
        undone = after.after(workspace.apply(changes.inverse())) if after else None
        assert undone == fresh(workspace) == view


@pytest.mark.parametrize(
    ("local", "week_start", "opens"),
    [
        ((2026, 11, 25, 20), 6, date(2026, 11, 22)),
        ((2026, 11, 27, 11, 59), 6, date(2026, 11, 22)),
        ((2026, 11, 27, 12), 6, date(2026, 11, 29)),
        ((2026, 11, 28, 9), 6, date(2026, 11, 29)),
        ((2026, 11, 29, 9), 6, date(2026, 11, 29)),
        ((2026, 11, 29, 9), 0, date(2026, 11, 30)),
        ((2026, 11, 30, 9), 0, date(2026, 11, 30)),
        ((2026, 11, 28, 9), 4, date(2026, 11, 27)),
    ],
)
def test_after_friday_noon_the_week_to_plan_is_the_next_one(
    local: tuple[int, ...], week_start: int, opens: date
) -> None:
    year, month, day, hour, minute = (*local, 0)[:5]
    here = datetime(year, month, day, hour, minute, tzinfo=UTC)
    assert week_of(opening_day(here, week_start), week_start).first == opens
