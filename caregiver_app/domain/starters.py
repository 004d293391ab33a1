"""Twelve common tasks to start a week from, each on a day that makes sense."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time, timedelta

from caregiver_app.domain.calendar import ANY_TIME, Span, When
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.sharing import first_audience
from caregiver_app.domain.tasks import Task
from caregiver_app.words import tr

_MORNING = When(part=PartOfDay.MORNING)
_AFTERNOON = When(part=PartOfDay.AFTERNOON)
_EVENING = When(part=PartOfDay.EVENING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """An idea for a task; `weekdays` (Monday = 0) are those it may fall on, the best ones first."""

    key: str
    title: str
    kind: TaskKind
    when: When = ANY_TIME
    minutes: int | None = None
    weekdays: tuple[int, ...]
    public_title: str = ""


@dataclass(frozen=True, slots=True)
class StarterGroup:
    """Ideas that belong together."""

    title: str
    starters: tuple[Starter, ...]


def starter_groups(name: str = "") -> tuple[StarterGroup, ...]:
    """The ideas in their four groups; `name` is the person cared for, when it is known."""
    return (
        StarterGroup(tr("Meals and shopping"), _meals()),
        StarterGroup(tr("Home"), _home()),
        StarterGroup(tr("Care and errands"), _care(name.strip())),
        StarterGroup(tr("Family and pets"), _family()),
    )


def starter_tasks(chosen: Collection[str], week: Span, today: date, name: str = "") -> list[Task]:
    """New tasks for the chosen keys, on days of the week that are not past, with nobody yet to do them."""
    ideas = (starter for group in starter_groups(name) for starter in group.starters)
    return [_task(starter, week, today) for starter in ideas if starter.key in chosen]


def _task(starter: Starter, week: Span, today: date) -> Task:
    return Task(
        title=starter.title,
        day=_day(starter, week, today),
        kind=starter.kind,
        when=starter.when,
        minutes=starter.minutes,
        public_title=starter.public_title,
        audience=first_audience(starter.kind, starter.title),
    )


def _day(starter: Starter, week: Span, today: date) -> date:
    """The best day left in the week; when none is left, the best of the seven days after it."""
    first = max(today, week.first)
    left = list(Span(first, week.last).days())
    by_weekday = {day.weekday(): day for day in left}
    best = next((by_weekday[weekday] for weekday in starter.weekdays if weekday in by_weekday), None)
    if best is not None:
        return best
    after = max(first, week.last + timedelta(1))
    return min(after + timedelta((weekday - after.weekday()) % 7) for weekday in starter.weekdays)


def _meals() -> tuple[Starter, ...]:
    return (
        Starter(
            key="dinner",
            title=tr("Dinner drop-off"),
            kind=TaskKind.MEAL,
            when=When(clock=time(17, 30)),
            weekdays=(0, 1, 2, 3, 4, 6, 5),
        ),
        Starter(
            key="groceries",
            title=tr("Grocery run"),
            kind=TaskKind.SHOPPING,
            when=_MORNING,
            weekdays=(2, 3, 1, 5, 4, 0, 6),
        ),
        Starter(
            key="snacks",
            title=tr("Easy snacks: ginger tea, crackers"),
            kind=TaskKind.SHOPPING,
            weekdays=(2, 3, 1, 4, 5, 0, 6),
        ),
    )


def _home() -> tuple[Starter, ...]:
    return (
        Starter(
            key="laundry", title=tr("Laundry and fresh sheets"), kind=TaskKind.CHORES, weekdays=(4, 3, 5, 2, 6, 1, 0)
        ),
        Starter(
            key="trash",
            title=tr("Take out the trash"),
            kind=TaskKind.CHORES,
            when=_EVENING,
            weekdays=(3, 2, 1, 4, 0, 6, 5),
        ),
        Starter(key="plants", title=tr("Water plants"), kind=TaskKind.CHORES, weekdays=(2, 5, 6, 4, 3, 1, 0)),
    )


def _care(name: str) -> tuple[Starter, ...]:
    sit = tr("Sit with {name} for 2 hours").format(name=name) if name else tr("Keep company for 2 hours")
    return (
        Starter(
            key="prescription",
            title=tr("Pick up prescription"),
            kind=TaskKind.ERRAND,
            weekdays=(1, 0, 2, 3, 4, 5, 6),
            public_title=tr("Pick-up at the store"),
        ),
        Starter(
            key="sit",
            title=sit,
            kind=TaskKind.STAY,
            when=_AFTERNOON,
            minutes=120,
            weekdays=(3, 1, 2, 4, 0, 5, 6),
            public_title=tr("Visit"),
        ),
        Starter(
            key="ride",
            title=tr("Ride to a visit"),
            kind=TaskKind.RIDE,
            when=_MORNING,
            weekdays=(1, 2, 3, 0, 4),
            public_title=tr("Morning drive"),
        ),
    )


def _family() -> tuple[Starter, ...]:
    return (
        Starter(
            key="dog",
            title=tr("Walk the dog"),
            kind=TaskKind.PETS,
            when=_MORNING,
            minutes=30,
            weekdays=(1, 4, 2, 3, 5, 6, 0),
        ),
        Starter(
            key="school",
            title=tr("Kids: school pick-up"),
            kind=TaskKind.CHILDCARE,
            when=_AFTERNOON,
            weekdays=(0, 1, 2, 3, 4),
            public_title=tr("Pick-up"),
        ),
        Starter(key="update", title=tr("Send a family update"), kind=TaskKind.CALLS, weekdays=(6, 5, 4, 3, 2, 1, 0)),
    )
