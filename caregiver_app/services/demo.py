"""A made-up family with eight weeks of life around a day, to try the program with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid5

from caregiver_app.domain.calendar import Every, Repeat, Span, When, week_of
from caregiver_app.domain.household import HOUSEHOLD_ID, Household
from caregiver_app.domain.kinds import Audience, PartOfDay, TaskKind
from caregiver_app.domain.people import Person, Reach, Role, Slot
from caregiver_app.domain.tasks import Answer, Ask, Item, Status, Task, occurrence_of
from caregiver_app.services import demo_visits, tasks
from caregiver_app.storage.unit_of_work import UnitOfWork

MONDAY = 0
_WEEKDAY_MORNINGS = frozenset(Slot(day, PartOfDay.MORNING) for day in range(5))
_EVENINGS = frozenset(Slot(day, PartOfDay.EVENING) for day in range(7))


def _id(name: str) -> UUID:
    return uuid5(HOUSEHOLD_ID, f"demo {name}")


def fill(work: UnitOfWork, *, today: date) -> None:
    """Put the made-up family into an empty file. The same day gives the same family, to the last id."""
    work.put(
        Household(
            week_start=MONDAY,
            please="Please wash your hands at the door.\nNot feeling well? Please call first.",
            house_notes="Dishes may stay in the sink.\nTea and mugs: left cupboard.\nBiscuit may have one treat a day.",
            welcomed=True,
        )
    )
    people = _people(today)
    for person in people.values():
        work.put(person)
    weeks = Span(week_of(today, MONDAY).first - timedelta(28), week_of(today, MONDAY).last + timedelta(28))
    for planned in _PLANNED:
        task = _task(planned, weeks.first)
        work.put(task)
        if planned.who:
            _live(work, task, people[planned.who], weeks, today)
    demo_visits.fill(work, monday=weeks.first, people=people, today=today)
    from caregiver_app.services import demo_expenses, demo_leave  # their records are needed by nothing before

    demo_leave.fill(work, monday=weeks.first, person=people["Sam"], today=today)
    demo_expenses.fill(work, monday=weeks.first, people=people, today=today)
    _ask(work, people["Rosa"], "Set up the guest room", weeks, today)


def _instant(day: date, hour: int = 17) -> datetime:
    return datetime.combine(day, time(hour), UTC)


def _people(today: date) -> dict[str, Person]:
    helper = partial(Person, offered_on=today - timedelta(30))
    kind = TaskKind
    people = (
        Person(name="Sam Rivers", role=Role.CAREGIVER, phone="555-0100", phone_on_paper=True),
        Person(name="Maria", role=Role.CARED_FOR),
        helper(name="Ana Lindqvist", phone="555-0142", reach=Reach.TEXT, drives=True, phone_on_paper=True,
               glad_to=frozenset({kind.MEAL, kind.RIDE}), free=_EVENINGS),
        helper(name="Ben Okoro", phone="555-0117", reach=Reach.CALL, drives=True, free=_WEEKDAY_MORNINGS,
               glad_to=frozenset({kind.RIDE, kind.ERRAND, kind.CHORES})),
        helper(name="Priya Nair", phone="555-0163", email="priya@example.com", reach=Reach.EMAIL, drives=True,
               glad_to=frozenset({kind.SHOPPING, kind.ERRAND}), at_most=5),
        helper(name="Tom Baker", phone="555-0129", glad_to=frozenset({kind.PETS, kind.CHORES})),
        helper(name="Rosa Whitfield", phone="555-0188", glad_to=frozenset({kind.STAY, kind.VISIT, kind.MEAL}),
               family_circle=True),
        helper(name="Łukasz Zielony", phone="555-0171", glad_to=frozenset({kind.CHILDCARE, kind.SHOPPING}),
               away=(Span(today + timedelta(10), today + timedelta(17)),)),
        helper(name="Đặng Thu Hà", phone="555-0135", reach=Reach.TEXT, glad_to=frozenset({kind.MEAL, kind.STAY}),
               cold_until=today + timedelta(3)),
    )  # fmt: skip
    return {person.first_name: replace(person, id=_id(person.name)) for person in people}


@dataclass(frozen=True)
class _Planned:
    """A task of the made-up family: `on` are weekdays of a series, or one day counted from the first Monday."""

    title: str
    kind: TaskKind
    on: tuple[int, ...] | int
    when: str = ""
    who: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)


_PLANNED = (
    _Planned("Dinner for 4, no dairy", TaskKind.MEAL, (0, 3), "17:30", "Ana"),
    _Planned("Soup for the freezer", TaskKind.MEAL, (5,)),
    _Planned("Walk Biscuit", TaskKind.PETS, (1, 4), "08:00", "Tom", {"minutes": 30}),
    _Planned("Groceries, list on the counter", TaskKind.SHOPPING, (2,), "morning", "Priya"),
    _Planned("Laundry and fresh sheets", TaskKind.CHORES, (4,)),
    _Planned("Trash and recycling to the curb", TaskKind.CHORES, (3,), "evening", "Ben"),
    _Planned("Water the plants", TaskKind.CHORES, (6,), "", "Tom"),
    _Planned("Sit with Maria", TaskKind.STAY, (2,), "14:00", "Rosa", {"minutes": 120, "public_title": "Visit"}),
    _Planned("School pick-up", TaskKind.CHILDCARE, (1,), "15:10", "Łukasz", {"public_title": "Pick-up"}),
    _Planned("Change the hall light", TaskKind.CHORES, 22, "", "Ben"),
    _Planned("Birthday card for Grandpa", TaskKind.ERRAND, 25, "", "Rosa"),
    _Planned("Call about the bill", TaskKind.CALLS, 30, "10:00", "", {"audience": Audience.ME}),
    _Planned("Fix the gate", TaskKind.CHORES, 33, "10:00", "Ben"),
    _Planned("Library books back", TaskKind.ERRAND, 37, "", "Priya", {"place": "Elm Street Library, book drop"}),
    _Planned("Set up the guest room", TaskKind.CHORES, 39, "afternoon"),
    _Planned("Rake the front yard", TaskKind.CHORES, 40, "10:00", "", {"needed": 2}),
    _Planned("Hang the winter curtains", TaskKind.CHORES, 46, "afternoon"),
)  # fmt: skip


def _task(planned: _Planned, monday: date) -> Task:
    weekdays = planned.on if isinstance(planned.on, tuple) else ()
    first = weekdays[0] if isinstance(planned.on, tuple) else planned.on
    task = Task(
        id=_id(planned.title),
        title=planned.title,
        kind=planned.kind,
        day=monday + timedelta(first),
        when=When.decoded(planned.when),
        repeat=Repeat(every=Every.WEEKS, on=weekdays) if weekdays else None,
        audience=planned.kind.audience,
    )
    return replace(task, **planned.more)


def _live(work: UnitOfWork, task: Task, helper: Person, weeks: Span, today: date) -> None:
    """Somebody does every time of the task; what lies behind is done."""
    asked = _instant(weeks.first)
    if task.repeat is not None:
        work.put(
            Ask(
                id=uuid5(task.id, "ask"),
                task_id=task.id,
                person_id=helper.id,
                asked_at=asked,
                answer=Answer.YES,
                answered_at=asked,
            )
        )
    for day in task.days(weeks):
        occurrence = occurrence_of(task, day)
        if day < today:
            work.put(replace(occurrence, status=Status.DONE, done_at=_instant(day, 22)))
        elif task.repeat is None:
            work.put(occurrence)
        if task.repeat is None:
            work.put(
                Ask(
                    id=uuid5(occurrence.id, "ask"),
                    task_id=task.id,
                    occurrence_id=occurrence.id,
                    person_id=helper.id,
                    asked_at=asked,
                    answer=Answer.YES,
                    answered_at=asked,
                )
            )


def _ask(work: UnitOfWork, person: Person, title: str, weeks: Span, today: date) -> None:
    """One helper was asked yesterday for the next time of a task and has not answered."""
    items = tasks.plan(work, Span(today, weeks.last)).items()
    item: Item = next(item for item in items if item.task.title == title)
    work.put(item.occurrence)
    work.put(
        Ask(
            id=uuid5(item.id, "ask"),
            task_id=item.task.id,
            occurrence_id=item.id,
            person_id=person.id,
            asked_at=_instant(today - timedelta(1)),
        )
    )
