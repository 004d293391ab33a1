"""A visit that stood alone becomes the first of a series."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from typing import Any

import pytest

from caregiver_app.domain.appointments import Appointment, AppointmentKind, AppointmentStatus
from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.people import Person
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.records import Record
from caregiver_app.domain.rides import Leg, Need, Ride
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda, appointments, care_places, going_on, people
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.tables import TABLE_OF

TODAY, TUESDAY = date(2026, 11, 22), date(2026, 12, 1)
BEN = Person(name="Ben Okoro", drives=True)
CENTER = Place(name="Lakeside Center", travel_minutes=25)
VISIT = Appointment(
    title="Infusion",
    day=TUESDAY,
    clock=time(9, 15),
    kind=AppointmentKind.INFUSION,
    minutes=180,
    place_id=CENTER.id,
    bring="Blanket",
    calendar_uid="from the clinic",
)
RIDES = (
    Ride(appointment_id=VISIT.id, leg=Leg.THERE, needs=frozenset({Need.CANE}), booking="R-17"),
    Ride(appointment_id=VISIT.id, leg=Leg.HOME, will_call=True),
)
SIX = Repeat(every=Every.DAYS, n=21, count=6)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """One visit, to which Ben drives."""
    workspace.write(partial(people.add_all, people=[BEN]))
    workspace.write(partial(care_places.save_place, place=CENTER))
    add = partial(appointments.add, appointment=VISIT, rides=RIDES, drivers={Leg.THERE: BEN.id})
    workspace.write(partial(add, now=workspace.clock.now()))
    return workspace


def visits(family: Workspace) -> list[Visit]:
    return list(family.read(partial(agenda.coming, today=TODAY)).visits)


def everything(family: Workspace) -> set[Record]:
    return family.read(lambda work: {record for kind in TABLE_OF for record in work.all(kind)})


def repeat(family: Workspace, repeat: Repeat, appointment: Appointment = VISIT) -> Any:
    return family.write(partial(going_on.repeat, appointment=appointment, repeat=repeat, now=family.clock.now()))


def test_it_is_the_first_and_the_others_have_its_rides_without_drivers(family: Workspace) -> None:
    before = visits(family)[0]
    repeat(family, SIX)
    found = visits(family)
    assert [visit.appointment.day for visit in found] == [TUESDAY + timedelta(21 * n) for n in range(6)]
    assert [(visit.number, visit.count) for visit in found] == [(n, 6) for n in range(1, 7)]
    assert [visit.appointment.original for visit in found] == [visit.appointment.day for visit in found]
    first, second = found[:2]
    assert first.id == VISIT.id
    assert [(trip.ride, trip.drivers) for trip in first.trips] == [(trip.ride, trip.drivers) for trip in before.trips]
    kept = second.appointment
    assert (kept.clock, kept.minutes, kept.bring, kept.calendar_uid) == (VISIT.clock, 180, "Blanket", "")
    there, home = second.trips
    assert (there.ride.needs, there.ride.booking, there.drivers) == (frozenset({Need.CANE}), "", ())
    assert home.ride.will_call
    assert first.series is not None and first.series.repeat == SIX


def test_one_undo_makes_it_a_single_visit_again(family: Workspace) -> None:
    before = everything(family)
    change = repeat(family, SIX)
    family.apply(change.inverse())
    assert everything(family) == before


def test_the_series_goes_on_and_slides_like_any_other(family: Workspace) -> None:
    repeat(family, Repeat(every=Every.CYCLE, n=28, on=(1, 8, 15), count=3))
    series_id = visits(family)[0].appointment.series_id
    assert series_id is not None
    family.write(partial(going_on.add_more, series_id=series_id, count=1, now=family.clock.now()))
    second = visits(family)[1].appointment
    family.write(partial(going_on.slide, appointment=second, days=7, now=family.clock.now()))
    assert [visit.appointment.day - TUESDAY for visit in visits(family)] == [timedelta(n) for n in (0, 14, 21, 35)]


def test_a_visit_that_is_over_stays_done(family: Workspace) -> None:
    done = replace(VISIT, status=AppointmentStatus.DONE)
    family.write(lambda work: work.put(done))
    repeat(family, Repeat(every=Every.DAYS, n=7, count=2), done)
    assert [visit.appointment.status for visit in visits(family)] == [
        AppointmentStatus.DONE,
        AppointmentStatus.PLANNED,
    ]


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        (
            Repeat(every=Every.WEEKS, on=(2, 4), count=6),
            "The visit is on Tue Dec 1, and these dates start on Wed Dec 2.",
        ),
        (Repeat(every=Every.DAYS, n=7, count=1), "This is one visit."),
        (Repeat(every=Every.DAYS, n=7, until=TUESDAY + timedelta(6)), "This is one visit."),
        (Repeat(every=Every.DAYS, n=7), "Type how many visits there are"),
        (Repeat(every=Every.DAYS, count=1000), "That would be 1,000 visits."),
    ],
)
def test_a_pattern_that_can_not_be_meant_is_told_and_changes_nothing(
    family: Workspace, pattern: Repeat, says: str
) -> None:
    before = everything(family)
    with pytest.raises(InvalidEntry, match=says) as refusal:
        repeat(family, pattern)
    assert refusal.value.field == "repeat"
    assert everything(family) == before


def test_a_visit_of_a_series_and_one_that_was_changed_meanwhile_are_refused(family: Workspace) -> None:
    repeat(family, SIX)
    with pytest.raises(InvalidEntry, match="belongs to a series"):
        repeat(family, SIX, visits(family)[0].appointment)
    with pytest.raises(StaleEdit):
        repeat(family, SIX)
