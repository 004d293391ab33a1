"""A pick-up typed for the evening before stays there when the visit moves or comes again, and a driver is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.rides import Leg, Ride, Trip, shifted_pick_up
from caregiver_app.services import agenda, appointments, people
from caregiver_app.services.workspace import Workspace

TODAY, DAY = date(2026, 11, 22), date(2026, 12, 1)
MARIA, BEN = Person(name="Maria", role=Role.CARED_FOR), Person(name="Ben Okoro", drives=True)
VISIT = Appointment(title="Second opinion", day=DAY, clock=time(9))
THERE = Ride(appointment_id=VISIT.id, leg=Leg.THERE, pick_up=time(20), pick_up_before=True)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """Ben drives from eight in the evening on, to both visits."""
    workspace.write(partial(people.add_all, people=[MARIA, BEN]))
    weekly, now = Repeat(every=Every.DAYS, n=7, count=2), workspace.clock.now()
    add = partial(appointments.add, appointment=VISIT, repeat=weekly, rides=[THERE], drivers={Leg.THERE: BEN.id})
    workspace.write(partial(add, now=now))
    return workspace


def trips(family: Workspace) -> list[Trip]:
    return [visit.trips[0] for visit in family.read(partial(agenda.coming, today=TODAY)).visits]


def pick_ups(family: Workspace) -> list[datetime | None]:
    return [trip.pick_up for trip in trips(family)]


def move(family: Workspace, day: date, clock: time | None) -> None:
    first = trips(family)[0].appointment
    family.write(partial(appointments.move, appointment=first, day=day, clock=clock, now=family.clock.now()))


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour))


def test_each_visit_of_a_series_has_its_evening_before(family: Workspace) -> None:
    assert pick_ups(family) == [at(date(2026, 11, 30), 20), at(date(2026, 12, 7), 20)]
    assert [trip.item.day for trip in trips(family)] == [date(2026, 11, 30), date(2026, 12, 7)]
    assert "The pick-up is the day before, on Mon Nov 30 at 8:00 pm." in [
        caution.sentence for caution in family.read(partial(agenda.visit, id=VISIT.id, today=TODAY)).cautions
    ]


def test_another_day_takes_the_evening_along(family: Workspace) -> None:
    move(family, DAY + timedelta(2), time(9))
    assert pick_ups(family)[0] == at(date(2026, 12, 2), 20)
    assert trips(family)[0].ride.was_agreed, "Ben is to be told"


@pytest.mark.parametrize("clock", [time(0, 30), time(7), time(14), time(15)])
def test_another_time_of_the_visit_leaves_the_evening_before_as_it_was_agreed(family: Workspace, clock: time) -> None:
    move(family, DAY, clock)
    assert pick_ups(family)[0] == at(date(2026, 11, 30), 20), "nobody drives at two in the night"
    assert trips(family)[0].ride.pick_up_before


def test_a_pick_up_of_the_same_day_goes_along_with_the_visit() -> None:
    early = Ride(appointment_id=VISIT.id, leg=Leg.THERE, pick_up=time(7))
    moved = [shifted_pick_up(early, VISIT, replace(VISIT, clock=clock)).pick_up for clock in (time(15), time(1))]
    assert moved == [time(13), None], "at one in the night there is no such time on that day"
