"""One figure everywhere: planned, free, what comes back and what is left after it agree with what each day leaves."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import partial

import pytest

from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.records import TimeOff, YearKnown
from caregiver_app.domain.leave_words import after_planned_words, headline
from caregiver_app.services.leave.trying import try_out
from caregiver_app.services.workspace import Workspace
from tests.services.one_job import JOB, change, log, on, seen, set_up

NO_WEEKS = Fraction(0)


@pytest.fixture
def work(workspace: Workspace) -> Workspace:
    """Eight days of last December, and each other Friday until June, of which the first are this year."""
    set_up(workspace)
    log(workspace, (date(2025, 12, 1), date(2025, 12, 10)))
    log(workspace, (date(2026, 11, 27), date(2027, 6, 25)), planned=True, every_days=14)
    return workspace


@pytest.mark.parametrize("known", list(YearKnown))
@pytest.mark.parametrize("method", [Method.CALENDAR, Method.ROLLING, Method.FORWARD])
def test_what_is_left_after_the_planned_days_is_what_that_day_leaves(
    work: Workspace, known: YearKnown, method: Method
) -> None:
    change(work, known=known, method=method)
    figures = seen(work).figures
    assert figures is not None
    assert figures.after_day is not None
    assert figures.later is not None
    assert figures.after_planned == on(work, figures.after_day).left
    assert figures.planned.weeks + figures.later.weeks == Fraction(16, 5)  # sixteen Fridays


@pytest.mark.parametrize("known", list(YearKnown))
def test_what_comes_back_is_what_more_is_left_on_that_day(work: Workspace, known: YearKnown) -> None:
    change(work, known=known, method=Method.ROLLING)
    view = seen(work)
    assert view.returns or known is YearKnown.NONE_CHOSEN
    for back in view.returns:
        before = on(work, back.day - timedelta(1)).left.weeks
        assert on(work, back.day).left.weeks == before + back.weeks


def test_not_sure_all_that_is_planned_stands_in_the_bar(work: Workspace) -> None:
    change(work, known=YearKnown.NOT_SURE)
    figures = seen(work).figures
    assert figures is not None
    assert figures.planned.minutes == 16 * 480
    assert figures.later is not None
    assert not figures.later.weeks


def test_what_is_planned_for_the_next_leave_year_is_told(work: Workspace) -> None:
    figures = seen(work).figures
    assert figures is not None
    words = "After your planned days, on Dec 25: 456 hours. 104 hours more are planned after Dec 31."
    assert after_planned_words(figures) == words


def test_of_a_relative_that_the_law_does_not_count_there_is_no_number(work: Workspace) -> None:
    change(work, relation=Relation.SIBLING)
    view = seen(work)
    assert [view.figures, view.returns, view.difference] == [None, (), None]
    assert {(row.weeks, row.left_after.weeks) for row in view.rows} == {(NO_WEEKS, NO_WEEKS)}
    assert view.rows[-1].minutes == 16 * 480  # the hours that were off stay
    assert headline(view) == "FMLA leave does not cover this relative"


def test_time_off_for_such_a_relative_is_tried_as_not_covered(work: Workspace) -> None:
    change(work, relation=Relation.SIBLING)
    entry = TimeOff(job_id=JOB.id, first=date(2026, 11, 24), last=date(2026, 11, 24), kind=LeaveKind.NOT_FMLA)
    tried = work.read(partial(try_out, job_id=JOB.id, entries=[entry]))
    assert tried is not None
    assert not tried.covered
