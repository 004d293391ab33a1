"""What the law leaves open is named; an employer that turns weeks into hours has a count of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from caregiver_app.domain.leave.answers import OpenPoint
from caregiver_app.domain.leave.days import Method, MonthDay
from caregiver_app.domain.leave.entries import LeaveEntry
from caregiver_app.domain.leave.records import YearKnown
from caregiver_app.domain.leave.schedule import variable_weeks
from caregiver_app.domain.leave_open_words import in_hours_words, open_point_words
from caregiver_app.domain.leave_plan_words import plan_words
from caregiver_app.domain.leave_words import hours_words, used_minutes
from caregiver_app.services import leave
from caregiver_app.services.workspace import Workspace
from tests.services.one_job import JOB, TODAY, WEEK, change, log, plan, seen, set_up


@pytest.fixture
def work(workspace: Workspace) -> Workspace:
    """A job of 40 hours that counts the calendar year."""
    return set_up(workspace)


@pytest.mark.parametrize(
    ("facts", "point", "sentence"),
    [
        (
            {"method": Method.FIXED, "fixed_start": MonthDay(month=2, day=29)},
            OpenPoint.LEAP_DAY,
            "No rule says how Feb 29 falls into this leave year. Ask your employer.",
        ),
        (
            {"known": YearKnown.NONE_CHOSEN, "hired_on": date(2019, 3, 1)},
            OpenPoint.FIXED_YEAR,
            "No rule says if a year from the day you began may count too. Ask your employer.",
        ),
    ],
)
def test_what_is_open_is_named(work: Workspace, facts: dict[str, object], point: OpenPoint, sentence: str) -> None:
    change(work, **facts)
    figures = seen(work).figures
    assert figures is not None
    assert figures.not_settled
    assert figures.open_points == (point,)
    assert open_point_words(figures.open_points) == sentence


def test_what_is_settled_has_no_open_point(work: Workspace) -> None:
    figures = seen(work).figures
    assert figures is not None
    assert not figures.not_settled
    assert figures.open_points == ()


def test_a_change_that_is_under_way_is_named_in_a_plan_too(work: Workspace) -> None:
    turn = partial(leave.change_method, job=JOB, method=Method.FORWARD, fixed_start=None)
    work.write(partial(turn, notice=date(2026, 1, 2), effective=date(2026, 4, 1)))
    figures = seen(work).figures
    assert figures is not None
    assert figures.open_points == (OpenPoint.CHANGE,)
    answer = plan(work, LeaveEntry(first=date(2026, 12, 7), last=date(2026, 12, 7)))
    said = "No rule says when the change to a new leave year ends. Ask your employer."
    assert plan_words(answer, TODAY).endswith(said)


def test_an_employer_that_counts_in_hours_has_another_number_where_weeks_take_turns(work: Workspace) -> None:
    turns = replace(WEEK, weeks=((0, 480, 480, 480, 0, 0, 0), (0, 480, 480, 480, 480, 480, 480)))  # 24 and 48 hours
    work.write(partial(leave.save_pattern, pattern=turns, before=WEEK))
    log(work, (date(2026, 11, 17), date(2026, 11, 17)))
    assert seen(work).figures is not None
    assert in_hours_words(seen(work).figures) == ""  # type: ignore[arg-type]
    change(work, counts_hours=True)
    figures = seen(work).figures
    assert figures is not None
    assert figures.hours_left == (432 - 8) * 60
    assert figures.left.minutes != figures.hours_left
    assert in_hours_words(figures) == "Your job counts in hours. By that count, 424 hours are left today."


def test_in_hours_it_is_the_same_where_all_weeks_are_alike(work: Workspace) -> None:
    change(work, counts_hours=True)
    log(work, (date(2026, 11, 17), date(2026, 11, 17)))
    figures = seen(work).figures
    assert figures is not None
    assert in_hours_words(figures) == "Your job counts in hours. That comes to the same today."


def test_what_is_used_and_left_add_up_where_a_minute_is_cut(work: Workspace) -> None:
    work.write(partial(leave.save_pattern, pattern=replace(WEEK, weeks=variable_weeks(1500 * 60)), before=WEEK))
    log(work, (date(2026, 11, 17), date(2026, 11, 17)), minutes=20)
    figures = seen(work).figures
    assert figures is not None
    told = [used_minutes(figures), figures.left.minutes, figures.entitlement.minutes]
    assert int(told[0]) + int(told[1]) == int(told[2])
    assert [hours_words(minutes) for minutes in told] == ["20 min", "345 hours 49 min", "346 hours 9 min"]
