"""A made-up family on a real file, and short ways to ask what it is reminded of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any

from caregiver_app.domain.appointments import Appointment, AppointmentKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.reminders import Due
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.tasks import Task
from caregiver_app.services import appointments, care_places, people, reminding, tasks
from caregiver_app.services.workspace import Workspace

TODAY = date(2026, 11, 22)
THURSDAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
DAY = timedelta(1)
MARIA = Person(name="Maria", role=Role.CARED_FOR)
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
BEN = Person(name="Ben Okoro", phone="555-0117", drives=True)
CENTER = Place(name="Lakeside Cancer Center", travel_minutes=30)


def set_up(workspace: Workspace) -> Workspace:
    """Maria, Sam who cares for her, a driver, a place."""
    workspace.write(partial(people.add_all, people=[MARIA, SAM, BEN]))
    workspace.write(partial(care_places.save_place, place=CENTER))
    return workspace


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A local time."""
    return datetime.combine(day, time(hour, minute))


def dues(family: Workspace, first: date = TODAY, days: int = 13) -> list[Due]:
    """What is due in two weeks from a day."""
    return family.read(partial(reminding.dues, first=first, last=first + days * DAY))


def moments(found: Iterable[Due]) -> list[tuple[datetime, str]]:
    """When, and in which words."""
    return [(each.at, each.title) for each in found]


def add(family: Workspace, helper: Person | None = None, **facts: Any) -> Task:
    """A task of Thursday."""
    task = Task(**{"title": "Soup", "day": THURSDAY, **facts})
    family.write(partial(tasks.add, task=task, helper_id=helper.id if helper is not None else None, now=NOW))
    return task


def visit(family: Workspace, there: Person | None, home: Person | None, **more: Any) -> Appointment:
    """An infusion on Thursday from 9:15, three hours, with both ways."""
    facts = {"kind": AppointmentKind.INFUSION, "minutes": 180, "place_id": CENTER.id, **more}
    new = Appointment(title="Chemo infusion", day=THURSDAY, clock=time(9, 15), **facts)
    ways = [Ride(appointment_id=new.id, leg=leg) for leg in Leg]
    drivers = {leg: each.id for leg, each in ((Leg.THERE, there), (Leg.HOME, home)) if each is not None}
    family.write(partial(appointments.add, appointment=new, rides=ways, drivers=drivers, now=NOW))
    return new
