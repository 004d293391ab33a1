"""What new visits would meet is known before they are kept, and nothing is kept by looking."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.services import agenda, appointments, people
from caregiver_app.services.first_look import NewVisits, first_look
from caregiver_app.services.workspace import Workspace

TODAY, DAY, AWAY = date(2026, 11, 22), date(2026, 12, 1), date(2026, 12, 2)
DANA = Person(name="Dana", role=Role.CAREGIVER, drives=True)
BEN = Person(name="Ben Okoro", drives=True, away=(Span(AWAY, AWAY),))
CENTER = Place(name="Lakeside Center", travel_minutes=25)
SCAN = Appointment(title="CT scan", day=DAY, clock=time(9), place_id=CENTER.id)
THERE = Ride(appointment_id=UUID(int=0), leg=Leg.THERE)
DENTIST = Appointment(title="Dentist", day=DAY, clock=time(9, 15))


def _family(workspace: Workspace) -> None:
    workspace.write(partial(people.add_all, people=[DANA, Person(name="Maria", role=Role.CARED_FOR), BEN]))
    add = partial(appointments.add, rides=[THERE], drivers={Leg.THERE: DANA.id}, place=CENTER)
    workspace.write(partial(add, appointment=SCAN, now=workspace.clock.now()))


def _met(workspace: Workspace, new: NewVisits) -> dict[date, tuple[str, ...]]:
    return workspace.read(partial(first_look, new=new, now=workspace.clock.now()))


def test_two_visits_at_once_and_my_own_while_i_drive(workspace: Workspace) -> None:
    _family(workspace)
    days = [DAY, DAY + timedelta(7)]
    [(day, hers)] = _met(workspace, NewVisits(appointment=DENTIST, days=days)).items()
    assert (day, hers) == (DAY, ("Maria already has “CT scan” at 9:00 am that day.",))
    own = Appointment(title="Dentist", day=DAY, clock=time(8, 15), person_id=DANA.id)
    assert _met(workspace, NewVisits(appointment=own, days=[DAY])) == {
        DAY: ("You already drive at 8:20 am that day.",),
    }
    assert [each.title for each in _kept(workspace)] == ["CT scan"], "looking keeps nothing"


def test_a_driver_who_is_away_is_told_and_an_open_ride_is_no_news(workspace: Workspace) -> None:
    _family(workspace)
    lab = Appointment(title="Lab", day=AWAY, clock=time(14), place_id=CENTER.id)
    new = partial(NewVisits, appointment=lab, days=[AWAY], rides=[THERE], place=CENTER)
    assert _met(workspace, new()) == {}
    assert _met(workspace, new(drivers={Leg.THERE: BEN.id})) == {
        AWAY: ("Ben said yes to the way there and is away that day.",),
    }


def test_days_that_are_over_meet_nothing(workspace: Workspace) -> None:
    _family(workspace)
    assert _met(workspace, NewVisits(appointment=DENTIST, days=[TODAY - timedelta(3)])) == {}


def _kept(workspace: Workspace) -> list[Appointment]:
    span = Span(TODAY, date(2027, 12, 31))
    found = workspace.read(partial(agenda.agenda, span=span, today=TODAY))
    return [visit.appointment for visit in found.visits]
