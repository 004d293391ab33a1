"""A series goes on, and somebody stays at home meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from functools import partial
from pathlib import Path

import pytest

from caregiver_app.domain.calendar import When
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.tasks import State
from caregiver_app.services import going_on
from caregiver_app.ui.rides.child import StayEditor
from caregiver_app.ui.rides.more_dates import MoreDatesDialog
from caregiver_app.ui.theme import Theme
from tests.ui.rides.family import FIRST, Family, family_in


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Family]:
    with family_in(tmp_path, theme) as opened:
        yield opened


@pytest.fixture
def more(family: Family) -> MoreDatesDialog:
    """The dialog for the series."""
    return family.show(MoreDatesDialog(family.parts, family.visit(FIRST), family.window))


@pytest.fixture
def stay(family: Family) -> StayEditor:
    """The form for the first visit."""
    return family.show(StayEditor(family.parts, family.visit(FIRST), family.window))


def test_the_next_dates_are_shown_and_added_with_their_rides(family: Family, more: MoreDatesDialog) -> None:
    more.count.setText("2")
    assert [line.text() for line in more.days.lines] == ["Tue Feb 23 2027", "Tue Mar 16 2027"]
    more.save_button.click()
    assert family.days()[-2:] == [date(2027, 2, 23), date(2027, 3, 16)]
    assert [trip.item.state for trip in family.visit(date(2027, 3, 16)).trips] == [State.NEEDS_HELPER] * 2
    assert family.trip(date(2027, 3, 16), Leg.HOME).ride.will_call
    family.parts.actions.undo()
    assert len(family.days()) == 4


def test_a_holiday_is_named(family: Family) -> None:
    slide = partial(going_on.slide, appointment=family.visit(FIRST).appointment, days=6)
    family.run(partial(slide, now=family.workspace.clock.now()))
    visit = family.visits()[-1]
    more = family.show(MoreDatesDialog(family.parts, visit, family.window))
    more.count.setText("10")
    assert more.days.lines[-1].text() == "Mon Sep 6 2027: Labor Day. Ask if the clinic is open."


@pytest.mark.parametrize("typed", ["10000", "many", "0", ""])
def test_a_number_that_can_not_be_meant_stays(family: Family, more: MoreDatesDialog, typed: str) -> None:
    more.count.setText(typed)
    more.save_button.click()
    assert more.isVisible() and more.count.text() == typed
    assert more.fields["count"].error.text() == "Type a number from 1 to 200."
    assert len(family.days()) == 4


def test_someone_stays_from_the_pick_up_until_they_are_home(family: Family, stay: StayEditor) -> None:
    assert (stay.when.day.text(), stay.when.time.text(), stay.length.text()) == (
        "Tue Dec 1",
        "8:35 am",
        "4 hours 5 min",
    )
    stay.save_button.click()
    (item,) = family.visit(FIRST).tasks
    task = item.task
    assert (task.title, task.kind, task.public_title) == (
        "Stay with the kids",
        TaskKind.CHILDCARE,
        "Time with the kids",
    )
    assert (task.day, task.when, task.minutes) == (FIRST, When(clock=time(8, 35)), 245)
    assert task.audience is Audience.HELPER, "an empty house is nobody’s business at the fridge"


def test_the_words_follow_the_kind_until_they_are_changed(stay: StayEditor) -> None:
    stay.kind.choose(TaskKind.STAY)
    assert (stay.title.text(), stay.public.text()) == ("Stay with Maria", "Visit")
    stay.public.setText("Tea")
    stay.kind.choose(TaskKind.PETS)
    assert (stay.title.text(), stay.public.text()) == ("Look after the pets", "Tea")


def test_a_wrong_length_stays(family: Family, stay: StayEditor) -> None:
    stay.length.setText("a while")
    stay.save_button.click()
    assert stay.isVisible() and stay.length.text() == "a while"
    assert stay.fields["minutes"].error.text().startswith("We could not read “a while” as a length.")
    assert family.visit(FIRST).tasks == ()
