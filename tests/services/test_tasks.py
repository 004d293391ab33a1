"""What a person can do with tasks, on real databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from uuid import UUID

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Every, Repeat, Span, week_of
from caregiver_app.domain.people import Person
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.tasks import Answer, Item, State, Status, Task
from caregiver_app.services import appointments, people, tasks
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Workspace

TUESDAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)
ANA = Person(name="Ana")
BEN = Person(name="Ben")
WALK = Task(title="Walk Biscuit", day=TUESDAY, repeat=Repeat(every=Every.WEEKS, on=(1, 4)))
SOUP = Task(title="Soup", day=FRIDAY)


class Family:
    """Acts on a workspace as the pages do, and looks at what stands there."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.now = workspace.clock.now()
        workspace.write(partial(people.add_all, people=[ANA, BEN]))

    def do(self, action: Callable[..., object], **values: object) -> None:
        """Run one service function."""
        self.workspace.write(partial(action, **values))

    def items(self, weeks: int = 3) -> list[Item]:
        """What takes place in these weeks."""
        week = week_of(TUESDAY, 0)
        span = Span(week.first, week.last + timedelta(7 * (weeks - 1)))
        return self.workspace.read(partial(tasks.plan, span=span)).items()

    def item(self, day: date) -> Item:
        """The only thing on a day."""
        (found,) = (item for item in self.items() if item.day == day)
        return found

    def days(self, title: str) -> list[date]:
        """When something takes place."""
        return [item.day for item in self.items() if item.task.title == title]

    def add(self, task: Task, helper: UUID | None = None) -> None:
        """Keep a new task."""
        self.do(tasks.add, task=task, helper_id=helper, now=self.now)

    def save(self, item: Item, scope: Scope, **changes: object) -> None:
        """Keep an edited task."""
        edited = replace(item.task, **{"day": item.day, **changes})  # type: ignore[arg-type]
        self.do(tasks.save, item=item, edited=edited, scope=scope)


@pytest.fixture
def family(workspace: Workspace) -> Family:
    """Two helpers and no task."""
    return Family(workspace)


def test_a_task_goes_from_open_through_asked_to_covered_and_done(family: Family) -> None:
    family.add(SOUP)
    assert family.item(FRIDAY).state is State.NEEDS_HELPER
    family.do(tasks.ask, item=family.item(FRIDAY), person_id=ANA.id, now=family.now)
    assert (family.item(FRIDAY).state, family.item(FRIDAY).waiting) == (State.ASKED, (ANA.id,))
    family.do(tasks.answer, item=family.item(FRIDAY), person_id=ANA.id, answer=Answer.NOT_THIS_TIME, now=family.now)
    assert (family.item(FRIDAY).state, family.item(FRIDAY).declined) == (State.NEEDS_HELPER, (ANA.id,))
    family.do(tasks.promise, item=family.item(FRIDAY), person_id=BEN.id, now=family.now)
    assert (family.item(FRIDAY).state, family.item(FRIDAY).helpers) == (State.COVERED, (BEN.id,))
    family.do(tasks.set_status, item=family.item(FRIDAY), status=Status.DONE, now=family.now)
    assert family.item(FRIDAY).state is State.DONE


def test_two_people_needed_stays_open_after_the_first_yes(family: Family) -> None:
    family.add(replace(SOUP, needed=2), ANA.id)
    assert (family.item(FRIDAY).state, family.item(FRIDAY).still_needed) == (State.NEEDS_HELPER, 1)


def test_the_helper_of_a_series_can_miss_one_time(family: Family) -> None:
    family.add(WALK, ANA.id)
    family.do(tasks.free, item=family.item(FRIDAY), person_id=ANA.id, now=family.now)
    assert [item.state for item in family.items(1)] == [State.COVERED, State.NEEDS_HELPER]
    family.do(tasks.promise, item=family.item(FRIDAY), person_id=BEN.id, now=family.now)
    assert family.item(FRIDAY).helpers == (BEN.id,)
    assert family.item(TUESDAY).helpers == (ANA.id,)


def test_handing_over_puts_one_person_in_place_of_another(family: Family) -> None:
    family.add(SOUP, ANA.id)
    family.do(tasks.hand_over, item=family.item(FRIDAY), person_id=BEN.id, now=family.now)
    assert family.item(FRIDAY).helpers == (BEN.id,)
    family.do(tasks.hand_over, item=family.item(FRIDAY), person_id=None, now=family.now)
    assert family.item(FRIDAY).state is State.NEEDS_HELPER


def test_one_time_of_a_series_moves_alone(family: Family) -> None:
    family.add(WALK, ANA.id)
    family.do(tasks.move, item=family.item(FRIDAY), day=date(2026, 11, 28))
    assert [day.day for day in family.days("Walk Biscuit")] == [24, 28, 1, 4, 8, 11]
    family.do(tasks.move, item=family.item(date(2026, 11, 28)), day=FRIDAY)
    assert [day.day for day in family.days("Walk Biscuit")] == [24, 27, 1, 4, 8, 11]


def test_a_moved_single_task_keeps_its_helper(family: Family) -> None:
    family.add(SOUP, ANA.id)
    family.do(tasks.move, item=family.item(FRIDAY), day=TUESDAY)
    assert family.days("Soup") == [TUESDAY]
    assert family.item(TUESDAY).helpers == (ANA.id,)


def test_a_change_to_this_one_leaves_the_rest(family: Family) -> None:
    family.add(WALK, ANA.id)
    family.save(family.item(FRIDAY), Scope.ONE, title="Long walk", day=date(2026, 11, 28))
    assert [day.day for day in family.days("Walk Biscuit")] == [24, 1, 4, 8, 11]
    assert family.days("Long walk") == [date(2026, 11, 28)]
    assert family.item(date(2026, 11, 28)).helpers == (ANA.id,)


def test_a_change_to_this_and_later_cuts_the_series(family: Family) -> None:
    family.add(WALK, ANA.id)
    family.do(tasks.promise, item=family.item(date(2026, 12, 1)), person_id=BEN.id, now=family.now)
    pattern = Repeat(every=Every.WEEKS, on=(2, 5))
    family.save(family.item(FRIDAY), Scope.LATER, title="Evening walk", day=date(2026, 11, 28), repeat=pattern)
    assert family.days("Walk Biscuit") == [TUESDAY]
    assert [day.day for day in family.days("Evening walk")] == [28, 2, 5, 9, 12]
    assert set(family.item(date(2026, 12, 2)).helpers) == {ANA.id, BEN.id}, "the second time keeps its people"


def test_a_change_to_all_changes_the_past_and_the_future(family: Family) -> None:
    family.add(WALK)
    family.save(family.item(FRIDAY), Scope.ALL, title="Walk the dog")
    assert [day.day for day in family.days("Walk the dog")] == [24, 27, 1, 4, 8, 11]


def test_a_series_that_moves_takes_its_promises_along_and_leaves_what_is_done(family: Family) -> None:
    family.add(WALK)
    family.do(tasks.set_status, item=family.item(TUESDAY), status=Status.DONE, now=family.now)
    family.do(tasks.promise, item=family.item(FRIDAY), person_id=BEN.id, now=family.now)
    pattern = Repeat(every=Every.WEEKS, on=(2, 5))
    family.save(family.item(FRIDAY), Scope.ALL, day=date(2026, 11, 28), repeat=pattern)
    assert family.item(date(2026, 11, 28)).helpers == (BEN.id,)
    assert family.item(TUESDAY).state is State.DONE


def test_a_single_task_can_become_a_series_with_its_helper(family: Family) -> None:
    family.add(SOUP, ANA.id)
    family.save(family.item(FRIDAY), Scope.ALL, repeat=Repeat(every=Every.DAYS, n=7))
    assert [day.day for day in family.days("Soup")] == [27, 4, 11]
    assert family.item(FRIDAY).helpers == (ANA.id,)


def test_removing_one_later_or_all(family: Family) -> None:
    family.add(WALK, ANA.id)
    family.do(tasks.remove, item=family.item(FRIDAY), scope=Scope.ONE, now=family.now)
    assert [day.day for day in family.days("Walk Biscuit")] == [24, 1, 4, 8, 11]
    family.do(tasks.remove, item=family.item(date(2026, 12, 4)), scope=Scope.LATER, now=family.now)
    assert [day.day for day in family.days("Walk Biscuit")] == [24, 1]
    family.do(tasks.remove, item=family.item(TUESDAY), scope=Scope.ALL, now=family.now)
    assert family.days("Walk Biscuit") == []


def test_copying_last_week_opens_single_tasks_again_and_suggests_their_helper(family: Family) -> None:
    family.add(SOUP, ANA.id)
    family.add(WALK)
    next_week = week_of(TUESDAY, 0).shifted(7)
    for _ in range(2):
        family.do(tasks.copy_last_week, week=next_week)
    copied = [item for item in family.items() if item.task.title == "Soup" and item.day in next_week]
    assert [(item.day, item.state, item.task.suggested_id) for item in copied] == [
        (date(2026, 12, 4), State.NEEDS_HELPER, ANA.id)
    ]
    assert len(family.days("Walk Biscuit")) == 6


def test_a_change_made_elsewhere_is_never_overwritten(family: Family) -> None:
    family.add(SOUP, ANA.id)
    old = family.item(FRIDAY)
    family.do(tasks.set_status, item=old, status=Status.DONE, now=family.now)
    with pytest.raises(StaleEdit):
        family.do(tasks.set_status, item=old, status=Status.NOT_NEEDED, now=family.now)


def test_a_removed_helper_leaves_open_tasks_open_and_done_ones_signed(family: Family) -> None:
    family.add(WALK)
    for day in (TUESDAY, FRIDAY):
        family.do(tasks.promise, item=family.item(day), person_id=ANA.id, now=family.now)
    family.do(tasks.set_status, item=family.item(TUESDAY), status=Status.DONE, now=family.now)
    family.do(people.remove, person=ANA)
    assert family.item(TUESDAY).helpers == (ANA.id,)
    assert family.item(FRIDAY).state is State.NEEDS_HELPER
    assert family.workspace.read(people.helpers) == [BEN]
    names = {person.id: person.name for person in family.workspace.read(people.everybody)}
    assert names[ANA.id] == "Ana"


def test_a_series_goes_to_somebody_else_and_what_is_done_stays_signed(family: Family) -> None:
    family.add(WALK, ANA.id)
    family.do(tasks.set_status, item=family.item(TUESDAY), status=Status.DONE, now=family.now)
    family.do(tasks.hand_over_all, task=family.item(FRIDAY).task, person_id=BEN.id, now=family.now)
    assert family.item(TUESDAY).helpers == (ANA.id,)
    assert family.item(FRIDAY).helpers == (BEN.id,)
    family.do(tasks.hand_over_all, task=family.item(FRIDAY).task, person_id=None, now=family.now)
    assert family.item(FRIDAY).state is State.NEEDS_HELPER


def test_a_task_that_somebody_else_changed_or_removed_is_never_written_over(family: Family) -> None:
    family.add(SOUP, ANA.id)
    old = family.item(FRIDAY)
    family.save(old, Scope.ALL, title="Lentil soup")
    stale: list[tuple[Callable[..., object], dict[str, object]]] = [
        (tasks.save, {"edited": replace(old.task, title="Pea soup"), "scope": Scope.ALL}),
        (tasks.move, {"day": TUESDAY}),
        (tasks.set_status, {"status": Status.DONE, "now": family.now}),
        (tasks.promise, {"person_id": BEN.id, "now": family.now}),
        (tasks.remove, {"scope": Scope.ALL, "now": family.now}),
    ]
    for action, values in stale:
        with pytest.raises(StaleEdit):
            family.do(action, item=old, **values)
    family.do(tasks.remove, item=family.item(FRIDAY), scope=Scope.ALL, now=family.now)
    with pytest.raises(StaleEdit):
        family.do(tasks.hand_over, item=old, person_id=BEN.id, now=family.now)
    assert family.items() == []


def test_an_answer_noted_elsewhere_is_not_written_over(family: Family) -> None:
    family.add(SOUP)
    family.do(tasks.ask, item=family.item(FRIDAY), person_id=ANA.id, now=family.now)
    old = family.item(FRIDAY)
    family.do(tasks.answer, item=old, person_id=ANA.id, answer=Answer.YES, now=family.now)
    for action, values in ((tasks.answer, {"answer": Answer.NOT_THIS_TIME}), (tasks.free, {})):
        with pytest.raises(StaleEdit):
            family.do(action, item=old, person_id=ANA.id, now=family.now, **values)
    assert family.item(FRIDAY).helpers == (ANA.id,)


def test_copying_last_week_leaves_out_what_a_series_brings_by_itself(family: Family) -> None:
    family.add(WALK)
    family.save(family.item(FRIDAY), Scope.ONE, minutes=20)  # that one time is a task of its own now
    family.do(tasks.copy_last_week, week=week_of(TUESDAY, 0).shifted(7))
    assert [day.day for day in family.days("Walk Biscuit")] == [24, 27, 1, 4, 8, 11]


def test_who_did_times_of_a_series_stays_with_them_when_leaving(family: Family) -> None:
    family.add(WALK, ANA.id)
    family.do(tasks.set_status, item=family.item(TUESDAY), status=Status.DONE, now=family.now)
    change = family.workspace.write(partial(people.remove, person=ANA))
    assert family.item(TUESDAY).helpers == (ANA.id,)
    assert family.item(FRIDAY).state is State.NEEDS_HELPER
    family.workspace.apply(change.inverse())
    assert family.item(FRIDAY).helpers == (ANA.id,)
    assert ANA in family.workspace.read(people.helpers)


def test_a_ride_of_a_visit_changes_with_its_visit_alone(family: Family) -> None:
    visit = Appointment(title="CT scan", day=FRIDAY, clock=time(9))
    ride = Ride(appointment_id=visit.id, leg=Leg.THERE, pick_up=time(8))
    family.do(appointments.add, appointment=visit, rides=[ride], drivers={Leg.THERE: BEN.id}, now=family.now)
    leg = family.item(FRIDAY)
    assert leg.helpers == (BEN.id,)
    for action, values in (
        (tasks.move, {"day": TUESDAY}),
        (tasks.save, {"edited": replace(leg.task, title="Drive"), "scope": Scope.ALL}),
        (tasks.remove, {"scope": Scope.ALL, "now": family.now}),
    ):
        with pytest.raises(InvalidEntry, match=r"This ride belongs to a visit\. Change the visit") as refusal:
            family.do(action, item=leg, **values)
        assert refusal.value.field == "day"
    family.do(tasks.set_status, item=leg, status=Status.DONE, now=family.now)
    assert family.item(FRIDAY).state is State.DONE


def test_copying_last_week_leaves_out_what_belongs_to_a_visit(family: Family) -> None:
    visit = Appointment(title="CT scan", day=FRIDAY, clock=time(9))
    family.do(appointments.add, appointment=visit, rides=[Ride(appointment_id=visit.id, leg=Leg.HOME)], now=family.now)
    family.do(appointments.add_child, appointment=visit, task=Task(title="Stay with the kids", day=FRIDAY))
    family.add(SOUP)
    family.do(tasks.copy_last_week, week=week_of(TUESDAY, 0).shifted(7))
    assert [item.task.title for item in family.items() if item.day > FRIDAY] == ["Soup"]
