"""A made-up family with eight weeks of life around a day, to try the program with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from caregiver_app.domain.calendar import Every, Repeat, Span, When, week_of
from caregiver_app.domain.household import HOUSEHOLD_ID, Household
from caregiver_app.domain.kinds import Audience, PartOfDay, TaskKind
from caregiver_app.domain.people import Person, Reach, Role, Slot
from caregiver_app.domain.tasks import Answer, Ask, Item, Status, Task, occurrence_of
from caregiver_app.services import tasks
from caregiver_app.storage.unit_of_work import UnitOfWork

MONDAY = 0
_WEEKDAY_MORNINGS = frozenset(Slot(day, PartOfDay.MORNING) for day in range(5))
_EVENINGS = frozenset(Slot(day, PartOfDay.EVENING) for day in range(7))


def fill(work: UnitOfWork, *, today: date) -> None:
    """Put the made-up family into an empty file. The same day gives the same family, to the last id."""
    work.put(
        Household(
            week_start=MONDAY,
            please="Please wash your hands at the door.\nNot feeling well? Please call first.",
            welcomed=True,
        )
    )
    people = _people(today)
    for person in people.values():
        work.put(person)
    weeks = Span(week_of(today, MONDAY).first - timedelta(28), week_of(today, MONDAY).last + timedelta(28))
    for task, helper in _tasks(weeks.first, people):
        work.put(task)
        if helper is not None:
            _live(work, task, helper, weeks, today)
    _ask(work, people["Rosa"], "Set up the guest room", weeks, today)


def _id(name: str) -> UUID:
    return uuid5(HOUSEHOLD_ID, f"demo {name}")


def _instant(day: date, hour: int = 17) -> datetime:
    return datetime.combine(day, time(hour), UTC)


def _people(today: date) -> dict[str, Person]:
    people = [
        Person(name="Sam Rivers", role=Role.CAREGIVER, phone="555-0100", phone_on_paper=True),
        Person(name="Maria", role=Role.CARED_FOR),
        Person(
            name="Ana Lindqvist",
            phone="555-0142",
            reach=Reach.TEXT,
            drives=True,
            glad_to=frozenset({TaskKind.MEAL, TaskKind.RIDE}),
            free=_EVENINGS,
            phone_on_paper=True,
        ),
        Person(
            name="Ben Okoro",
            phone="555-0117",
            reach=Reach.CALL,
            drives=True,
            glad_to=frozenset({TaskKind.RIDE, TaskKind.ERRAND, TaskKind.CHORES}),
            free=_WEEKDAY_MORNINGS,
        ),
        Person(
            name="Priya Nair",
            phone="555-0163",
            email="priya@example.com",
            reach=Reach.EMAIL,
            drives=True,
            glad_to=frozenset({TaskKind.SHOPPING, TaskKind.ERRAND}),
            at_most=5,
        ),
        Person(name="Tom Baker", phone="555-0129", glad_to=frozenset({TaskKind.PETS, TaskKind.CHORES})),
        Person(
            name="Rosa Whitfield",
            phone="555-0188",
            glad_to=frozenset({TaskKind.STAY, TaskKind.VISIT, TaskKind.MEAL}),
            family_circle=True,
        ),
        Person(
            name="Łukasz Zielony",
            phone="555-0171",
            glad_to=frozenset({TaskKind.CHILDCARE, TaskKind.SHOPPING}),
            away=(Span(today + timedelta(10), today + timedelta(17)),),
        ),
        Person(
            name="Đặng Thu Hà",
            phone="555-0135",
            reach=Reach.TEXT,
            glad_to=frozenset({TaskKind.MEAL, TaskKind.STAY}),
            cold_until=today + timedelta(3),
        ),
    ]
    started = today - timedelta(30)
    return {
        person.first_name: replace(
            person, id=_id(person.name), offered_on=started if person.role is Role.HELPER else None
        )
        for person in people
    }


def _tasks(first: date, people: dict[str, Person]) -> Sequence[tuple[Task, Person | None]]:
    monday = first

    def weekly(
        title: str, kind: TaskKind, weekdays: Sequence[int], when: str, who: str | None, **more: object
    ) -> tuple[Task, Person | None]:
        repeat = Repeat(every=Every.WEEKS, on=tuple(weekdays))
        task = Task(
            id=_id(title),
            title=title,
            kind=kind,
            day=monday + timedelta(weekdays[0]),
            when=When.decoded(when),
            repeat=repeat,
            audience=kind.audience,
        )
        return replace(task, **more), people[who] if who else None  # type: ignore[arg-type]

    def once(
        title: str, kind: TaskKind, day: int, when: str, who: str | None, **more: object
    ) -> tuple[Task, Person | None]:
        task = Task(
            id=_id(title),
            title=title,
            kind=kind,
            day=monday + timedelta(day),
            when=When.decoded(when),
            audience=kind.audience,
        )
        return replace(task, **more), people[who] if who else None  # type: ignore[arg-type]

    kind = TaskKind
    return (
        weekly("Dinner for 4, no dairy", kind.MEAL, [0, 3], "17:30", "Ana"),
        weekly("Soup for the freezer", kind.MEAL, [5], "", None),
        weekly("Walk Biscuit", kind.PETS, [1, 4], "08:00", "Tom", minutes=30),
        weekly("Groceries, list on the counter", kind.SHOPPING, [2], "morning", "Priya"),
        weekly("Laundry and fresh sheets", kind.CHORES, [4], "", None),
        weekly("Trash and recycling to the curb", kind.CHORES, [3], "evening", "Ben"),
        weekly("Water the plants", kind.CHORES, [6], "", "Tom"),
        weekly("Sit with Maria", kind.STAY, [2], "14:00", "Rosa", minutes=120, public_title="Visit"),
        weekly("School pick-up", kind.CHILDCARE, [1], "15:10", "Łukasz", public_title="Pick-up"),
        once("Change the hall light", kind.CHORES, 22, "", "Ben"),
        once("Birthday card for Grandpa", kind.ERRAND, 25, "", "Rosa"),
        once("Call about the bill", kind.CALLS, 30, "10:00", None, audience=Audience.ME),
        once("Fix the gate", kind.CHORES, 33, "10:00", "Ben"),
        once(
            "Drive to the clinic",
            kind.RIDE,
            36,
            "08:15",
            "Ben",
            minutes=60,
            public_title="Morning drive",
            place="Lakeside Center, north door",
            audience=Audience.FRIDGE,
            backup_id=people["Ana"].id,
        ),
        once("Drive home from the clinic", kind.RIDE, 36, "13:00", "Ana", public_title="Midday drive"),
        once("Library books back", kind.ERRAND, 37, "", "Priya"),
        once("Set up the guest room", kind.CHORES, 39, "afternoon", None),
        once("Rake the front yard", kind.CHORES, 40, "10:00", None, needed=2),
        once("Hang the winter curtains", kind.CHORES, 46, "afternoon", None),
    )


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
