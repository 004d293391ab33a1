"""A week, what is to come of rides, and costs are read by index alone, with as many questions whatever the years."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import When
from caregiver_app.domain.people import Person
from caregiver_app.domain.tasks import Task
from caregiver_app.services import agenda, appointments, people, tasks
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file
from tests.benchmarks import expenses, family, plans

COSTS = pytest.mark.parametrize("question", [plans.expenses_page, plans.expenses_found], ids=["the page", "a letter"])
RIDES = pytest.mark.parametrize("question", [plans.rides_page, plans.one_ride], ids=["the page", "one ride"])


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A family that began two months ago, so that this month is whole."""
    path = tmp_path_factory.mktemp("few") / "few.care"
    family.build(path, 8)
    return path


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More than a year of life."""
    path = tmp_path_factory.mktemp("many") / "many.care"
    family.build(path, 60)
    return path


def test_a_week_is_read_by_index_whatever_the_years(few: Path, many: Path) -> None:
    assert plans.selects(many) == plans.selects(few) == 3
    assert plans.scans(many) == []


@RIDES
def test_rides_are_read_by_index_whatever_the_years(question: plans.Question, few: Path, many: Path) -> None:
    assert plans.selects(many, question) == plans.selects(few, question)
    assert plans.scans(many, question) == []


def test_today_is_read_by_index_whatever_the_years(few: Path, many: Path) -> None:
    assert plans.selects(many, plans.today_page) == plans.selects(few, plans.today_page)
    assert plans.scans(many, plans.today_page) == []


def test_calendars_are_read_by_index_whatever_the_years(few: Path, many: Path) -> None:
    assert plans.selects(many, plans.one_calendar) == plans.selects(few, plans.one_calendar)
    assert plans.scans(many, plans.one_calendar) == []


def test_where_a_name_is_used_is_found_by_index(many: Path) -> None:
    assert plans.scans(many, plans.directory) == []


@RIDES
def test_no_more_rows_are_read_whatever_the_years(question: plans.Question, few: Path, many: Path) -> None:
    assert plans.rows_read(many, question) == plans.rows_read(few, question)


def test_what_is_promised_between_visits_that_are_months_apart_is_not_read(tmp_path: Path) -> None:
    assert _rows_of_rides(tmp_path / "none.care", 0) == _rows_of_rides(tmp_path / "many.care", 60)


def _rows_of_rides(path: Path, promised: int) -> int:
    """How many rows the next two visits read, with some days of help between them."""
    today = date(2026, 11, 22)
    workspace = Workspace(open_file(path), Clock(today))
    helper, now = Person(name="Ben Okoro"), workspace.clock.now()
    workspace.write(partial(people.add_all, people=[helper]))
    for day in (today, today + timedelta(200)):
        visit = Appointment(title="Scan", day=day, clock=time(9))
        workspace.write(partial(appointments.add, appointment=visit, now=now))
    for number in range(promised):
        task = Task(title="Shopping", day=today + timedelta(30 + number), when=When(clock=time(9)))
        workspace.write(partial(tasks.add, task=task, helper_id=helper.id, now=now))
    workspace.close()
    return plans.rows_read(path, partial(agenda.coming_up, today=today))


def test_a_search_takes_as_many_questions_whatever_the_years(few: Path, many: Path) -> None:
    # It looks into the words of every visit, newest first, and stops when it has enough: that walk is meant.
    question = partial(agenda.search, text="visit number", today=date(2026, 11, 22), limit=10)
    assert plans.selects(many, question) == plans.selects(few, question)


@COSTS
def test_costs_are_read_by_index_whatever_the_years(question: plans.Question, tmp_path: Path) -> None:
    few, many = tmp_path / "few costs.care", tmp_path / "many costs.care"
    expenses.build(few, 100)
    expenses.build(many, 3000)
    assert plans.selects(many, question) == plans.selects(few, question)
    assert plans.scans(many, question) == []
