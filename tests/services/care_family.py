"""A made-up family on a real file, and short ways to plan and ask about the caregiver's own care."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import partial
from typing import Any

from caregiver_app.domain.appointments import Appointment, AppointmentKind
from caregiver_app.domain.calendar import Span, When
from caregiver_app.domain.company import Window
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.selfcare import SmallThing
from caregiver_app.domain.selfcare_week import CareWeek, ThingThisWeek
from caregiver_app.domain.tasks import Task
from caregiver_app.services import appointments, care_places, people, selfcare, tasks
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.tables import TABLE_OF

TODAY = date(2026, 11, 22)  # a Sunday, on which weeks begin
THURSDAY = date(2026, 11, 26)
WEEK = Span(TODAY, date(2026, 11, 28))
MORNING = datetime.combine(TODAY, time(8))
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
MARIA = Person(name="Maria", role=Role.CARED_FOR)
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
ANA = Person(name="Ana Lindqvist", phone="555-0142")
BEN = Person(name="Ben Okoro", phone="555-0117")
CENTER = Place(name="Lakeside Center", travel_minutes=30, miles=Decimal("12.5"))
WALK = SmallThing(title="Walk around the block", tiny="Stand outside", weekday=3, clock=time(14), minutes=20)
BATH = SmallThing(title="A long bath", minutes=45)
CALL = SmallThing(title="Call my sister", weekday=5, minutes=30)


def set_up(workspace: Workspace) -> Workspace:
    """Maria, Sam who cares for her, two helpers, a place."""
    workspace.write(partial(people.add_all, people=[MARIA, SAM, ANA, BEN]))
    workspace.write(partial(care_places.save_place, place=CENTER))
    return workspace


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A local time."""
    return datetime.combine(day, time(hour, minute))


def keep(family: Workspace, *things: SmallThing) -> None:
    """New small things."""
    for thing in things:
        family.write(partial(selfcare.save_thing, before=None, after=thing))


def week(family: Workspace) -> CareWeek:
    """This week."""
    return family.read(partial(selfcare.week, first_day=TODAY, today=TODAY))


def this_week(family: Workspace, thing: SmallThing) -> ThingThisWeek:
    """One small thing in this week."""
    return next(each for each in week(family).things if each.thing.id == thing.id)


def everything(workspace: Workspace) -> set[Any]:
    """All that the family can see."""
    return workspace.read(lambda work: {record for kind in TABLE_OF for record in work.all(kind)})


def free(family: Workspace, **more: Any) -> list[Window]:
    """The free windows of this week."""
    return family.read(partial(selfcare.windows, span=WEEK, now=MORNING, **more))


def stay(family: Workspace, person: Person, clock: time = time(14), minutes: int = 120) -> Task:
    """Somebody stays with her on Thursday."""
    task = Task(title="Sit with Maria", day=THURSDAY, kind=TaskKind.STAY, when=When(clock=clock), minutes=minutes)
    family.write(partial(tasks.add, task=task, helper_id=person.id, now=NOW))
    return task


def visit(family: Workspace, there: Person | None, home: Person | None, **more: Any) -> Appointment:
    """An infusion on Thursday from 9:15, three hours, with both ways."""
    facts = {"kind": AppointmentKind.INFUSION, "minutes": 180, "place_id": CENTER.id, **more}
    new = Appointment(title="Infusion", day=THURSDAY, clock=time(9, 15), **facts)
    ways = [Ride(appointment_id=new.id, leg=leg) for leg in Leg]
    drivers = {leg: each.id for leg, each in ((Leg.THERE, there), (Leg.HOME, home)) if each is not None}
    family.write(partial(appointments.add, appointment=new, rides=ways, drivers=drivers, now=NOW))
    return new
