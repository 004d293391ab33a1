"""One line of any kind, as tired people type it on Monday, November 23, 2026, at 8 in the morning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.leave.records import TimeOff
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_any import AnyKind
from caregiver_app.domain.records import Record
from caregiver_app.domain.reminders import OwnReminder
from caregiver_app.domain.selfcare import JournalEntry, SmallThing
from caregiver_app.domain.spoken import repeat_words
from caregiver_app.domain.tasks import Task
from caregiver_app.services import leave, selfcare, tasks
from caregiver_app.services.quick_any import Understood, understand
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file
from caregiver_app.storage.unit_of_work import UnitOfWork
from tests.domain.cases import Case, cases
from tests.leave_family import school_job, usual_week

MONDAY = date(2026, 11, 23)
NOW = datetime.combine(MONDAY, time(8)).astimezone()
HELPERS = ("Ben Okoro", "Ana Lindqvist", "Rosa Whitfield")
SHOWN = ("title", "day", "time", "again", "who", "amount", "minutes", "sees")


def a_family(work: UnitOfWork, *, with_job: bool) -> None:
    """A caregiver, Maria, and three helpers."""
    me = Person(name="Sam Rivers", role=Role.CAREGIVER)
    for person in (me, Person(name="Maria", role=Role.CARED_FOR), *(Person(name=name) for name in HELPERS)):
        work.put(person)
    if with_job:
        job = school_job(me)
        leave.set_up(work, job=job, pattern=usual_week(job))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    """A file without anybody; how a line is read is the same with each database."""
    opened = Workspace(open_file(tmp_path / "lines.care"), Clock(MONDAY))
    yield opened
    opened.close()


@pytest.fixture
def family(empty: Workspace) -> Workspace:
    """The family at home, with a job whose leave is counted."""
    empty.write(partial(a_family, with_job=True))
    return empty


def read(workspace: Workspace, line: str, kind: AnyKind | None = None) -> Understood:
    """What the line would become."""
    return workspace.read(partial(understand, line=line, kind=kind, now=NOW))


def facts(workspace: Workspace, made: Understood) -> Case:
    """What is kept of a line, once it is kept."""
    workspace.write(made.keep)
    record = made.record
    readers: dict[type[Record], Callable[[Any], Case]] = {
        Task: partial(_task, workspace),
        OwnReminder: lambda each: _moment(each, f"{each.clock:%H:%M}"),
        Appointment: lambda each: {"title": each.title, "day": str(each.day), "time": f"{each.clock:%H:%M}"},
        Expense: lambda each: {
            "day": str(each.day),
            "amount": f"{each.miles} miles" if each.miles else f"{each.amount}",
        },
        TimeOff: lambda each: {"day": str(each.first), "minutes": each.minutes},
        SmallThing: partial(_small_thing, workspace),
        JournalEntry: lambda each: {"title": each.text},
        Person: lambda each: {"title": each.name},
    }
    return readers[type(record)](record)


def _task(workspace: Workspace, task: Task) -> Case:
    plan = workspace.read(partial(tasks.plan, span=Span(task.day, task.day)))
    names = {each.id: each.name for each in workspace.read(lambda work: work.all(Person))}
    helpers = [names[who] for item in plan.items() if item.task.id == task.id for who in item.helpers]
    who = next((name for name in helpers if name in HELPERS), None)
    return _moment(task, task.when.encoded()) | {"who": who, "sees": str(task.audience)}


def _moment(record: Task | OwnReminder, clock: str) -> Case:
    again = repeat_words(record.repeat, record.day) if record.repeat is not None else None
    title = record.title if isinstance(record, Task) else record.text
    return {"title": title, "day": str(record.day), "time": clock, "again": again}


def _small_thing(workspace: Workspace, thing: SmallThing) -> Case:
    week = workspace.read(partial(selfcare.times_in, span=Span(MONDAY, date(2026, 11, 28))))
    planned = next(each for each in week if each.thing.id == thing.id)
    clock = f"{planned.time.clock:%H:%M}" if planned.time.clock is not None else None
    return {"title": thing.title, "day": str(planned.time.day), "time": clock, "minutes": thing.minutes}


@pytest.mark.parametrize("case", cases("lines_typed.json"), ids=lambda case: case["line"])
def test_a_line_becomes_what_is_meant_and_says_so(family: Workspace, case: Case) -> None:
    if "refused" in case:
        with pytest.raises(InvalidEntry, match=case["refused"]):
            read(family, case["line"])
        return
    made = read(family, case["line"])
    assert made.kind == case["kind"], made.told
    assert case.get("told", "") in made.told
    kept = facts(family, made)
    assert {name: kept.get(name) or "" for name in SHOWN if name in case} == {
        name: case[name] for name in SHOWN if name in case
    }
    for name in ("time", "again", "who"):
        assert name in case or not kept.get(name), f"{name} was not typed: {kept[name]}"


def test_without_a_job_time_off_is_told_where_to_begin(empty: Workspace) -> None:
    empty.write(partial(a_family, with_job=False))
    with pytest.raises(InvalidEntry, match="No job is set up yet"):
        read(empty, "took 4 hours off today")
    assert read(empty, "took 4 hours off today", AnyKind.TASK).kind is AnyKind.TASK


def test_of_two_helpers_with_one_name_nobody_is_chosen(family: Workspace) -> None:
    another = Person(name="Ben Smith")
    family.write(lambda work: work.put(another))
    made = read(family, "laundry friday Ben")
    assert "Two helpers are called Ben" in made.told
    assert "Ben Smith does it" in read(family, "laundry friday Ben Smith").told


def test_a_fourth_small_thing_is_refused_before_it_is_kept(family: Workspace) -> None:
    def fill(work: UnitOfWork) -> None:
        for title in ("nap", "Read", "Stretch"):
            selfcare.save_thing(work, before=None, after=SmallThing(title=title))

    family.write(fill)
    with pytest.raises(InvalidEntry, match="Three small things are plenty"):
        read(family, "yoga tomorrow 10 am")
    made = read(family, "Nap 2pm")
    family.write(made.keep)
    assert len(family.read(selfcare.things)) == 3


def test_ones_own_care_kept_as_a_task_is_on_no_sheet_of_others(family: Workspace) -> None:
    made = read(family, "support group thursdays 7pm", AnyKind.TASK)
    assert made.told.endswith("It is yours to do. Only you see it.")
    assert isinstance(made.record, Task)
    assert made.record.audience is Audience.ME


@pytest.mark.parametrize("line", ["she had nausea after lunch", "ask dr about her rash", "call clinic about the pain"])
def test_words_of_health_never_get_to_the_fridge(family: Workspace, line: str) -> None:
    record: Record = read(family, line).record
    assert not isinstance(record, Task) or record.audience.value == "family"


@pytest.mark.parametrize("line", ["Walk 20 min", "read a book for 20 minutes", "20-minute walk"])
def test_ones_own_time_without_a_day_is_a_small_thing_of_this_week(family: Workspace, line: str) -> None:
    made = read(family, line)
    assert "20 min, this week, on no set day. Only you see it." in made.told
    assert isinstance(made.record, SmallThing)
    assert made.record.minutes == 20


def test_a_small_thing_that_is_chosen_says_what_it_can_not_keep(family: Workspace) -> None:
    with pytest.raises(InvalidEntry, match="one day of each week"):
        read(family, "support group every other Wed 7pm", AnyKind.SMALL_THING)
