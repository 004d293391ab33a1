"""Changes to a series that could upset its dates: counts, cycles, a weekday less, no repeat any more."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.tasks import State, Status, Task
from caregiver_app.services import tasks
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Workspace
from tests.services.test_tasks import ANA, BEN, Family

MONDAY = date(2026, 11, 23)


@pytest.fixture
def family(workspace: Workspace) -> Family:
    """Two helpers and no task."""
    return Family(workspace)


def week(days: int) -> list[date]:
    return [date.fromordinal(MONDAY.toordinal() + n) for n in range(days)]


def test_a_series_with_a_count_keeps_its_end_when_later_ones_change(family: Family) -> None:
    family.add(Task(title="Walk", day=MONDAY, repeat=Repeat(every=Every.DAYS, count=6)))
    family.save(family.item(date(2026, 11, 25)), Scope.LATER, title="Long walk")
    assert family.days("Walk") == week(2)
    assert family.days("Long walk") == week(6)[2:]


def test_a_cycle_keeps_its_dates_when_later_ones_change(family: Family) -> None:
    family.add(Task(title="Visit", day=MONDAY, repeat=Repeat(every=Every.CYCLE, n=10, on=(1, 3, 4))))
    before = family.days("Visit")
    family.save(family.item(date(2026, 11, 25)), Scope.LATER, minutes=90)
    assert family.days("Visit") == before
    assert [item.task.minutes for item in family.items()][:2] == [None, 90]


def test_a_cycle_may_begin_on_a_later_day_of_it(family: Family) -> None:
    family.add(Task(title="Visit", day=MONDAY, repeat=Repeat(every=Every.CYCLE, n=10, on=(3, 4))))
    assert family.days("Visit")[:3] == [date(2026, 11, 25), date(2026, 11, 26), date(2026, 12, 5)]
    family.save(family.item(date(2026, 11, 25)), Scope.LATER, title="Long visit")
    assert family.days("Visit") == []


def test_the_first_weekday_can_be_taken_out_of_a_series(family: Family) -> None:
    family.add(Task(title="Walk", day=MONDAY, repeat=Repeat(every=Every.WEEKS, on=(0, 3))), ANA.id)
    thursday = family.item(date(2026, 11, 26))
    family.save(thursday, Scope.ALL, repeat=Repeat(every=Every.WEEKS, on=(3,)))
    assert family.days("Walk") == [date(2026, 11, 26), date(2026, 12, 3), date(2026, 12, 10)]


def test_an_open_time_never_takes_the_place_of_one_that_is_done(family: Family) -> None:
    family.add(Task(title="Walk", day=MONDAY, repeat=Repeat(every=Every.DAYS)))
    family.do(tasks.set_status, item=family.item(MONDAY), status=Status.DONE, now=family.now)
    family.do(tasks.promise, item=family.item(date(2026, 11, 24)), person_id=BEN.id, now=family.now)
    family.save(family.item(date(2026, 11, 25)), Scope.ALL, day=date(2026, 11, 24))
    states = {(item.state, item.helpers) for item in family.items() if item.day == MONDAY}
    assert states == {(State.DONE, ()), (State.COVERED, (BEN.id,))}


def test_a_series_that_repeats_no_more_is_the_time_that_was_open_on_the_screen(family: Family) -> None:
    family.add(Task(title="Walk", day=MONDAY, repeat=Repeat(every=Every.DAYS)))
    family.do(tasks.set_status, item=family.item(MONDAY), status=Status.DONE, now=family.now)
    family.do(tasks.promise, item=family.item(date(2026, 11, 25)), person_id=BEN.id, now=family.now)
    family.save(family.item(date(2026, 11, 25)), Scope.ALL, repeat=None)
    assert family.days("Walk") == [MONDAY, date(2026, 11, 25)]
    assert family.item(MONDAY).state is State.DONE
    assert family.item(date(2026, 11, 25)).helpers == (BEN.id,)
