"""A made-up family with as many years of life as a benchmark needs; the weeks around today are always the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID, uuid5

from caregiver_app.domain.calendar import Every, Repeat, Span, When, week_of
from caregiver_app.domain.household import HOUSEHOLD_ID, Household
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.tasks import Answer, Ask, Status, Task, occurrence_of
from caregiver_app.storage.database import open_file
from caregiver_app.storage.unit_of_work import UnitOfWork
from tests.benchmarks import visits

TODAY = date(2026, 11, 22)
WEEK_START = 6
TEN_YEARS = 520
FOUR_WEEKS = 4
HELPERS = 60
SERIES = 25
ONCE_A_WEEK = 8
SERIES_WEEKS = 26


def build(path: Path, weeks: int) -> None:
    """Make a file with this many weeks of touched tasks and visits that end two weeks after the one of `TODAY`."""
    database = open_file(path)
    last = week_of(TODAY, WEEK_START).first + timedelta(14)
    with database.writing(datetime.combine(TODAY, time(8), UTC)) as work:
        work.put(Household(week_start=WEEK_START, welcomed=True))
        work.put(Person(id=_id("Sam"), name="Sam Rivers", role=Role.CAREGIVER, phone="555-0100"))
        for number in range(HELPERS):
            name = f"{chr(65 + number % 26)}na Sample{number}"
            work.put(Person(id=_id(f"helper {number}"), name=name, phone=f"555-01{number:02}"))
        visits.add_the_unchanging(work)
        drivers = [_id(f"helper {number}") for number in range(HELPERS)]
        for back in range(weeks):
            _one_week(work, last - timedelta(7 * back), oldest=back == weeks - 1)
            visits.add_week(work, last - timedelta(7 * back), TODAY, drivers)
    database.close()


def _id(name: str) -> UUID:
    return uuid5(HOUSEHOLD_ID, f"benchmark {name}")


def _one_week(work: UnitOfWork, first: date, *, oldest: bool) -> None:
    week = Span(first, first + timedelta(6))
    season, within = divmod(first.toordinal() // 7, SERIES_WEEKS)
    for number in range(SERIES):
        task = _series(season, number)
        if within == SERIES_WEEKS - 1 or oldest or work.get(Task, task.id) is None:
            work.put(task)
        for day in task.days(week):
            _touch(work, task, day, number)
    for number in range(ONCE_A_WEEK):
        day = first + timedelta(number % 7)
        task = Task(id=_id(f"once {day} {number}"), title=f"Errand {number}", kind=TaskKind.ERRAND, day=day)
        work.put(task)
        _touch(work, task, day, number)


def _series(season: int, number: int) -> Task:
    start = date.fromordinal(season * SERIES_WEEKS * 7 + 1) - timedelta(1)
    repeat = Repeat(every=Every.WEEKS, on=(number % 7, (number + 3) % 7), until=start + timedelta(SERIES_WEEKS * 7 - 1))
    task = Task(
        id=_id(f"series {season} {number}"),
        title=f"Task number {number} of the week",
        kind=list(TaskKind)[number % 10],
        day=start,
        when=When(clock=time(8 + number % 10, 30)),
        repeat=repeat,
    )
    return replace(task, day=repeat.first_on_or_after(start))


def _touch(work: UnitOfWork, task: Task, day: date, number: int) -> None:
    happened = datetime.combine(day, time(17), UTC)
    status = Status.DONE if day < TODAY else Status.OPEN
    occurrence = replace(occurrence_of(task, day), status=status, done_at=happened if day < TODAY else None)
    work.put(occurrence)
    if number % 5:
        helper = _id(f"helper {(number * 7 + day.day) % HELPERS}")
        work.put(
            Ask(
                id=uuid5(occurrence.id, "ask"),
                task_id=task.id,
                occurrence_id=occurrence.id,
                person_id=helper,
                asked_at=happened - timedelta(3),
                answer=Answer.YES,
                answered_at=happened - timedelta(2),
            )
        )
