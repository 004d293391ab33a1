"""What a visit would meet on another day is known before it moves, and nothing is changed by looking."""

from __future__ import annotations

from datetime import date, time
from functools import partial
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.services import agenda, appointments, people
from caregiver_app.services.outlook import outlook
from caregiver_app.services.workspace import Workspace

TODAY, DAY, AWAY = date(2026, 11, 22), date(2026, 12, 1), date(2026, 12, 25)
BEN = Person(name="Ben Okoro", away=(Span(AWAY, AWAY),))
CENTER = Place(name="Lakeside Center", travel_minutes=25)
SCAN = Appointment(title="CT scan", day=DAY, clock=time(9), place_id=CENTER.id)
DENTIST = Appointment(title="Dentist", day=date(2026, 12, 3), clock=time(16))


def test_a_holiday_another_visit_and_a_driver_who_is_away(workspace: Workspace) -> None:
    now = workspace.clock.now()
    workspace.write(partial(people.add_all, people=[Person(name="Maria", role=Role.CARED_FOR), BEN]))
    ride = Ride(appointment_id=UUID(int=0), leg=Leg.THERE)
    add = partial(appointments.add, now=now)
    workspace.write(partial(add, appointment=SCAN, rides=[ride], drivers={Leg.THERE: BEN.id}, place=CENTER))
    workspace.write(partial(add, appointment=DENTIST))
    visit = workspace.read(partial(agenda.visit, id=SCAN.id, today=TODAY))
    look = partial(outlook, visit=visit, clock=time(9), today=TODAY)
    christmas = workspace.read(partial(look, day=AWAY))
    assert {caution.leg: caution.sentence for caution in christmas.cautions} == {
        None: "Christmas Day. Ask if the clinic is open.",
        Leg.THERE: "Ben said yes to the way there and is away that day.",
    }
    assert workspace.read(partial(look, day=DENTIST.day)).others == ("Dentist",)
    assert workspace.read(partial(look, day=date(2026, 12, 9))).cautions == ()
    assert workspace.read(partial(agenda.visit, id=SCAN.id, today=TODAY)) == visit
