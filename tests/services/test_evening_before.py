"""A pick-up typed for the evening before stays there when the visit moves or comes again, and a driver is told."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.rides import Leg, Ride, Trip
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


def test_another_day_or_time_takes_the_evening_along(family: Workspace) -> None:
    move(family, DAY + timedelta(2), time(9))
    assert pick_ups(family)[0] == at(date(2026, 12, 2), 20)
    move(family, DAY + timedelta(2), time(10))
    assert pick_ups(family)[0] == at(date(2026, 12, 2), 21)
    assert trips(family)[0].ride.was_agreed, "Ben is to be told"


def test_a_time_so_late_that_the_evening_becomes_the_same_day(family: Workspace) -> None:
    move(family, DAY, time(14))
    assert pick_ups(family)[0] == at(DAY, 1)
    assert not trips(family)[0].ride.pick_up_before
