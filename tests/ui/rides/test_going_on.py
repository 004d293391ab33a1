"""A series goes on, and somebody stays at home meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from functools import partial
from pathlib import Path

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import When
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.tasks import State
from caregiver_app.domain.visits import Visit
from caregiver_app.services import appointments, going_on
from caregiver_app.ui.rides.child import StayEditor
from caregiver_app.ui.rides.more_dates import MoreDatesDialog
from caregiver_app.ui.theme import Theme
from tests.ui.rides.family import BEN, CENTER, FIRST, Family, family_in

SCAN = Appointment(title="Scan", day=date(2026, 12, 4), clock=time(9), place_id=CENTER.id)


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
    more.line.setText("2")
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
    more.line.setText("10")
    assert more.days.lines[-1].text() == "Mon Sep 6 2027: Labor Day. Ask if the clinic is open."


@pytest.fixture
def single(family: Family) -> MoreDatesDialog:
    """The dialog for a visit that stands alone."""
    now = family.workspace.clock.now()
    legs = [Ride(appointment_id=SCAN.id, leg=leg) for leg in Leg]
    family.run(partial(appointments.add, appointment=SCAN, rides=legs, drivers={Leg.THERE: BEN.id}, now=now))
    return family.show(MoreDatesDialog(family.parts, family.visit(SCAN.day, SCAN.title), family.window))


def scans(family: Family) -> list[Visit]:
    return [visit for visit in family.visits() if visit.appointment.title == SCAN.title]


def test_a_single_visit_becomes_the_first_of_a_series_in_one_step(family: Family, single: MoreDatesDialog) -> None:
    assert not single.days.isVisible()
    single.line.setText("every 2 wk x 4")
    assert [line.text() for line in single.days.lines] == [
        "Fri Dec 18",
        "Fri Jan 1 2027: New Year’s Day. Ask if the clinic is open.",
        "Fri Jan 15 2027",
    ]
    single.line.editingFinished.emit()
    assert single.line.text() == "Every 2 weeks, 4 times"
    assert single.save_button.text() == "Add 3 visits"
    single.save_button.click()
    found = scans(family)
    assert [(visit.number, visit.count) for visit in found] == [(n, 4) for n in range(1, 5)]
    assert [[trip.drivers for trip in visit.trips] for visit in found[:2]] == [[(BEN.id,), ()], [(), ()]]
    family.parts.actions.undo()
    (alone,) = scans(family)
    assert alone.series is None


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "How does it come again?"),
        ("once", "How does it come again?"),
        ("every 3 weeks", "How many times?"),
        ("every mon, wed, 6 times", "The visit is on Fri Dec 4, and these dates start on Mon Dec 7."),
        ("every week, 1 time", "This is one visit."),
        ("every day, 10000 times", "That is 10,000 visits."),
        ("now and then", "We could not read “now and then.”"),
    ],
)
def test_a_pattern_that_can_not_be_meant_stays(family: Family, single: MoreDatesDialog, typed: str, says: str) -> None:
    single.line.setText(typed)
    single.save_button.click()
    assert single.isVisible() and single.line.text() == typed
    assert single.fields["repeat"].error.text().startswith(says)
    assert len(scans(family)) == 1


@pytest.mark.parametrize("typed", ["10000", "many", "0", ""])
def test_a_number_that_can_not_be_meant_stays(family: Family, more: MoreDatesDialog, typed: str) -> None:
    more.line.setText(typed)
    more.save_button.click()
    assert more.isVisible() and more.line.text() == typed
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
