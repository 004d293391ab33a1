"""A family in the middle of treatment, whose season changes: what is on before and after."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from caregiver_app.domain.appointments import Appointment, AppointmentKind
from caregiver_app.domain.calendar import Every, Repeat, Span, When
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.seasons import Season
from caregiver_app.domain.tasks import Item, Task
from caregiver_app.services import agenda, appointments, people, seasons, tasks
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.tables import TABLE_OF

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
DAY = timedelta(1)
MARIA = Person(name="Maria", role=Role.CARED_FOR)
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
ANA = Person(name="Ana Lindqvist")
BEN = Person(name="Ben Okoro", drives=True)
WEEKLY = Repeat(every=Every.WEEKS, on=(1,))
AHEAD = Span(TODAY, TODAY + 60 * DAY)


def plan_visit(family: Workspace, title: str, repeat: Repeat | None = None, **facts: Any) -> Appointment:
    """A visit of Tuesday or a series, driven there by Ben."""
    new = Appointment(title=title, day=TODAY + 2 * DAY, clock=time(9), **facts)
    ways = [Ride(appointment_id=new.id, leg=leg) for leg in Leg]
    add = partial(appointments.add, appointment=new, repeat=repeat, rides=ways, now=NOW)
    family.write(partial(add, drivers={Leg.THERE: BEN.id}))
    return new


def plan_task(family: Workspace, title: str, kind: TaskKind, helper: Person | None = None, **facts: Any) -> Task:
    """A task of Tuesday, or every Tuesday."""
    task = Task(**{"title": title, "kind": kind, "day": TODAY + 2 * DAY, "when": When(clock=time(14)), **facts})
    family.write(partial(tasks.add, task=task, helper_id=helper.id if helper is not None else None, now=NOW))
    return task


def fill(workspace: Workspace) -> Workspace:
    """A family in the middle of treatment."""
    workspace.write(partial(people.add_all, people=[MARIA, SAM, ANA, BEN]))
    plan_visit(workspace, "Infusion", Repeat(every=Every.WEEKS, on=(1,), count=3), kind=AppointmentKind.INFUSION)
    plan_visit(workspace, "Biopsy", kind=AppointmentKind.PROCEDURE)
    plan_visit(workspace, "Eye doctor")
    plan_visit(workspace, "Dentist for Sam", person_id=SAM.id)
    since = TODAY - 19 * DAY
    plan_task(workspace, "Sit with Maria", TaskKind.STAY, ANA, day=since, repeat=WEEKLY)
    plan_task(workspace, "Tea with Maria", TaskKind.VISIT, BEN)
    plan_task(workspace, "Soup", TaskKind.MEAL, ANA, day=since, repeat=WEEKLY)
    return workspace


def everything(family: Workspace) -> set[Any]:
    """All that the family can see."""
    return family.read(lambda work: {record for kind in TABLE_OF for record in work.all(kind)})


def go(family: Workspace, season: Season, back: Collection[UUID] = (), later: timedelta = 0 * DAY) -> Any:
    """The season changes, some days later."""
    change = partial(seasons.change, season=season, today=TODAY + later, now=NOW + later)
    return family.write(partial(change, back=back))


def told(family: Workspace, season: Season, later: timedelta = 0 * DAY) -> seasons.SeasonPreview:
    """What would change, some days later."""
    return family.read(partial(seasons.preview, season=season, today=TODAY + later, now=NOW + later))


def on(family: Workspace) -> list[str]:
    """The visits that are still on."""
    found = family.read(partial(agenda.agenda, span=AHEAD, today=TODAY)).visits
    return sorted(each.appointment.title for each in found if each.appointment.is_planned)


def items(family: Workspace, span: Span = AHEAD) -> list[Item]:
    """What is on the board."""
    return family.read(partial(tasks.plan, span=span)).items()
