"""Any actions, with undo and redo among them, land on the same data as the actions that stand."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caregiver_app.domain.calendar import Every, Repeat, Span, week_of
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.records import ChangeSet, Record
from caregiver_app.domain.tasks import Answer, Status, Task
from caregiver_app.domain.visits import Visit
from caregiver_app.services import household, people, tasks
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.tables import TABLE_OF
from caregiver_app.storage.unit_of_work import UnitOfWork
from tests.services import visit_laws
from tests.services.care_dice import OF_CARE, CareDice, check_care
from tests.services.cost_dice import CostDice, check_costs
from tests.services.leave_dice import LeaveDice, leave_views
from tests.services.visit_dice import VisitDice, check_in_step

SPAN = Span(date(2026, 11, 16), date(2026, 12, 13))
REPEATS = (
    None,
    Repeat(every=Every.WEEKS, on=(1, 4)),
    Repeat(every=Every.DAYS, n=3, count=8),
    Repeat(every=Every.CYCLE, n=28, on=(1, 8, 15)),
)
Action = partial[Any]


def everything(workspace: Workspace) -> set[Record]:
    """All that the family can see."""
    return workspace.read(lambda work: {record for kind in TABLE_OF for record in work.all(kind)})


class Caregiver:
    """Does things in an order that a seed decides."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        self.workspace = workspace
        self.dice = random.Random(seed)  # noqa: S311  # a test's dice, not a secret
        self.now = workspace.clock.now()
        self.done: list[ChangeSet] = []
        self.undone: list[ChangeSet] = []
        self.states = [everything(workspace)]
        self.shown = [workspace.read(leave_views)]
        self.visits = VisitDice(self.dice, workspace, SPAN)
        self.costs = CostDice(self.dice, workspace, SPAN)
        self.care = CareDice(self.dice, workspace, SPAN)
        self.leave = LeaveDice(self.dice, SPAN)

    def step(self) -> None:
        """Act, undo or redo; after undo and redo the data must be what it was then."""
        choice = self.dice.random()
        if choice < 0.2 and self.done:
            change = self.done.pop()
            self.undone.append(self.workspace.apply(change.inverse()).inverse())
            self.check_laws(change)
        elif choice < 0.35 and self.undone:
            self.done.append(self.workspace.apply(self.undone.pop()))
            self.check_laws(self.done[-1])
        else:
            self.act()
            return
        assert everything(self.workspace) == self.states[len(self.done)]
        assert self.workspace.read(leave_views) == self.shown[len(self.done)]

    def act(self) -> None:
        """One action; a refused one changes nothing."""
        self.visits.stale = self.leave.stale = None
        before, found, words = self.states[len(self.done)], *self.workspace.read(self.look)
        try:
            action = self.some_action()
            changes = self.workspace.write(action)
        except InvalidEntry:
            changes = ChangeSet()
        except StaleEdit:
            assert any((self.visits.stale, self.leave.stale)), "nobody acts on what is old"
            changes = ChangeSet()
        else:
            assert self.leave.stale is None, "what is old is refused"
        if not changes:
            assert everything(self.workspace) == self.states[len(self.done)]
            return
        del self.states[len(self.done) + 1 :], self.shown[len(self.done) + 1 :]
        self.undone.clear()
        self.done.append(changes)
        self.states.append(everything(self.workspace))
        self.shown.append(self.workspace.read(leave_views))
        self.workspace.read(check_in_step)
        self.check_laws(changes)
        visit_laws.check_words(action, found, words, self.workspace.read(visit_laws.words_of))
        if self.visits.stale is not None:
            visit_laws.check_nothing_comes_back(action, self.visits.stale, before, self.states[-1])

    def check_laws(self, changes: ChangeSet) -> None:
        """The laws of costs and of self-care, after any of them has changed."""
        if changes.touches(Expense):
            self.workspace.read(check_costs)
        if changes.touches(*OF_CARE):
            self.workspace.read(partial(check_care, span=SPAN))

    @staticmethod
    def look(work: UnitOfWork) -> tuple[list[Visit], set[visit_laws.Word]]:
        """What the laws hold the next step against."""
        return visit_laws.visits_of(work), visit_laws.words_of(work)

    def some_action(self) -> Action:
        """Something a person might do now."""
        items = self.workspace.read(partial(tasks.plan, span=SPAN)).items()
        helpers = self.workspace.read(people.helpers)
        if not helpers or self.dice.random() < 0.1:
            return partial(people.save, person=Person(name=f"Helper {self.dice.randrange(99)}"))
        drawn = self.dice.random()
        if drawn < 0.15:
            return self.costs.action(helpers)
        if drawn < 0.3:
            return self.care.action(helpers)
        if drawn < 0.75:
            views = self.shown[len(self.done)]
            return self.visits.action(helpers) if drawn < 0.52 else self.leave.action(helpers, views)
        if not items or self.dice.random() < 0.2:
            task = Task(title=f"Task {self.dice.randrange(99)}", day=self.day(), needed=self.dice.randint(1, 2))
            repeat = self.dice.choice(REPEATS)
            if repeat:
                task = replace(task, day=repeat.first_on_or_after(task.day), repeat=repeat)
            return partial(tasks.add, task=task, helper_id=self.dice.choice([None, helpers[0].id]), now=self.now)
        item, helper = self.dice.choice(items), self.dice.choice(helpers)
        scope = self.dice.choice(list(Scope))
        edited = replace(item.task, title="Edited", day=item.day + timedelta(self.dice.randint(0, 2)))
        repeat = self.dice.choice(REPEATS)
        if repeat and item.task.appointment_id is None:
            edited = replace(edited, day=repeat.first_on_or_after(edited.day), repeat=repeat)
        marks = [mark for mark in Status if mark is not Status.SKIPPED or item.task.repeat]
        choices: list[Action] = [
            partial(tasks.set_status, item=item, status=self.dice.choice(marks), now=self.now),
            partial(tasks.ask, item=item, person_id=helper.id, now=self.now),
            partial(tasks.answer, item=item, person_id=helper.id, answer=self.dice.choice(list(Answer)), now=self.now),
            partial(tasks.hand_over, item=item, person_id=helper.id, now=self.now),
            partial(tasks.free, item=item, person_id=helper.id, now=self.now),
            partial(tasks.move, item=item, day=self.day()),
            partial(tasks.save, item=item, edited=edited, scope=scope),
            partial(tasks.remove, item=item, scope=scope, now=self.now),
            partial(tasks.copy_last_week, week=week_of(self.day(), 0)),
            partial(people.remove, person=helper),
            partial(people.save, person=self.visits.service()),
            partial(people.save, person=replace(helper, notes=f"note {self.dice.randrange(9)}")),
            partial(household.choose, week_start=self.dice.randrange(7)),
            partial(household.name_person, role=Role.CARED_FOR, name=f"Maria {self.dice.randrange(9)}"),
            partial(household.name_person, role=Role.CARED_FOR, name=f"Rosa {self.dice.randrange(9)}"),
        ]
        return self.dice.choice(choices)

    def day(self) -> date:
        """A day on the board."""
        return SPAN.first + timedelta(self.dice.randrange(28))


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_two_hundred_actions_with_undo_and_redo_land_on_the_same_data(workspace: Workspace, seed: int) -> None:
    person = Caregiver(workspace, seed)
    for _ in range(200):
        person.step()
    while person.done:
        workspace.apply(person.done.pop().inverse())
    assert everything(workspace) == person.states[0]
