"""Things a caregiver might do with visits, drawn by a test's dice; and what must hold of visits at all times."""

from __future__ import annotations

import random
from collections import deque
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Every, Repeat, Span
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride, Trip, task_of
from caregiver_app.domain.tasks import Answer, Task
from caregiver_app.domain.visits import Visit
from caregiver_app.services import appointments, care_places, going_on, legs, outcomes, rides
from caregiver_app.services.appointments import Child
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork
from tests.services.visit_laws import check_agreed, visits_of

SERIES = (None, None, Repeat(every=Every.DAYS, n=7, count=3), Repeat(every=Every.CYCLE, n=28, on=(1, 8, 15), count=4))
CLOCKS = (None, time(0, 10), time(9, 15), time(14), time(23, 50))
STILL_TO_COME = date(2026, 11, 21)  # what was before is left as it was; a day less, wherever on earth it is
Action = partial[Any]


class VisitDice:
    """Draws what is done next with visits in a span."""

    def __init__(self, dice: random.Random, workspace: Workspace, span: Span) -> None:
        self.dice = dice
        self.workspace = workspace
        self.span = span
        self.now: datetime = workspace.clock.now()
        self.read: deque[Visit] = deque(maxlen=40)
        self.stale: Visit | None = None

    def action(self, helpers: list[Person]) -> Action:
        """Something a person might do now; `helpers` has at least one.

        Now and then it starts from a visit as a window showed it some steps ago, which is then `stale`.
        """
        self.stale = None
        found = self.workspace.read(visits_of)
        places = self.workspace.read(care_places.places)
        if not places or self.dice.random() < 0.05:
            return partial(care_places.save_place, place=self.new_place())
        if not found or self.dice.random() < 0.15:
            return self.add(places, helpers)
        visit = self.dice.choice(found)
        self.read.append(visit)
        if self.dice.random() < 0.15:
            visit = self.stale = self.dice.choice(list(self.read))
        choices = [*self.changes(visit, places), *self.steps_of_day(visit, places), *self.series(visit)]
        if visit.trips and self.dice.random() < 0.5:
            choices = self.with_driver(visit, self.dice.choice(visit.trips), self.dice.choice(self.drivers(helpers)))
        return self.dice.choice(choices)

    def add(self, places: list[Place], helpers: list[Person]) -> Action:
        """A visit or a series, with rides and perhaps a driver."""
        new = Appointment(
            title=f"Visit {self.dice.randrange(99)}",
            day=self.day(),
            clock=self.dice.choice(CLOCKS),
            minutes=self.dice.choice((10, 60, 300)),
            place_id=self.dice.choice((None, self.dice.choice(places).id)),
            companion_id=self.dice.choice((None, helpers[0].id)),
        )
        wanted = [self.ride(new, leg) for leg in Leg if self.dice.random() < 0.7]
        drivers = {ride.leg: helpers[0].id for ride in wanted if self.dice.random() < 0.3}
        repeat = self.dice.choice(SERIES)
        return partial(appointments.add, appointment=new, repeat=repeat, rides=wanted, drivers=drivers, now=self.now)

    def with_driver(self, visit: Visit, trip: Trip, person: Person) -> list[Action]:
        """What is said about one ride."""
        on_trip: dict[str, Any] = {"trip": trip, "person_id": person.id, "now": self.now}
        typed = self.dice.choice(CLOCKS)
        changed = replace(trip.ride, pick_up=typed, seats=self.dice.randint(1, 3), backup_id=person.id)
        return [
            partial(rides.promise, **on_trip),
            partial(rides.promise, **on_trip),
            partial(rides.ask, **on_trip),
            partial(rides.answer, answer=self.dice.choice(list(Answer)), **on_trip),
            partial(rides.cant_come, **on_trip),
            partial(rides.free, **on_trip),
            partial(rides.told, trip=trip),
            partial(self.saving(visit), after=visit.appointment, **self.legs(visit, changed)),
        ]

    def changes(self, visit: Visit, places: list[Place]) -> list[Action]:
        """Other words, another time, other rides; for one or more of a series."""
        before = visit.appointment
        place = self.dice.choice((None, *places))
        after = replace(
            before,
            title="Changed",
            day=before.day + timedelta(self.dice.randint(-1, 2)),
            clock=self.dice.choice(CLOCKS),
            place_id=place.id if place is not None else None,
        )
        wanted = [self.ride(after, leg, visit.trip(leg)) for leg in Leg if self.dice.random() < 0.7]
        save = self.saving(visit)
        known = [trip.ride for trip in visit.trips]
        new = self.new_place()
        return [
            partial(save, after=after),
            partial(save, after=after, rides=wanted, rides_before=known, children=self.children(visit)),
            partial(save, after=replace(before, place_id=new.id), place=new),
            partial(
                appointments.move,
                appointment=before,
                day=self.day(),
                clock=self.dice.choice(CLOCKS),
                children=self.children(visit),
                now=self.now,
            ),
        ]

    def saving(self, visit: Visit) -> Action:
        """The form of a visit, saved."""
        return partial(appointments.save, before=visit.appointment, scope=self.scope(), now=self.now)

    def legs(self, visit: Visit, changed: Ride) -> dict[str, Any]:
        """The rides as the form would have them after one was changed, and before."""
        before = [trip.ride for trip in visit.trips]
        return {"rides": [changed if ride.id == changed.id else ride for ride in before], "rides_before": before}

    def steps_of_day(self, visit: Visit, places: list[Place]) -> list[Action]:
        """On and off the list, what else is needed that day, and how it went."""
        appointment = visit.appointment
        kind = self.dice.choice((TaskKind.STAY, TaskKind.RIDE))
        child = Task(title=f"With the children {self.dice.randrange(9)}", day=appointment.day, kind=kind)
        told = replace(
            outcomes.prefilled(visit, now=self.now), notes=f"note {self.dice.randrange(9)}", parking=Decimal("4.50")
        )
        place = self.dice.choice(places)
        return [
            partial(
                appointments.cancel,
                appointment=appointment,
                scope=self.scope(),
                children=self.children(visit),
                now=self.now,
            ),
            partial(appointments.restore, appointment=appointment, now=self.now),
            partial(appointments.remove, appointment=appointment, scope=self.scope()),
            partial(appointments.add_child, appointment=appointment, task=child),
            partial(
                outcomes.save,
                visit=visit,
                outcome=told,
                next_step=self.dice.choice(("", "Call the lab")),
                next_day=self.dice.choice((None, self.day())),
                now=self.now,
            ),
            partial(care_places.remove_place, place=place),
            partial(care_places.save_place, place=replace(place, travel_minutes=self.dice.choice((None, 5, 90)))),
        ]

    def series(self, visit: Visit) -> list[Action]:
        """The rest of a series slides, or it goes on."""
        if visit.series is None:
            weekly = Repeat(every=Every.DAYS, n=7, count=self.dice.randint(2, 3))
            return [partial(going_on.repeat, appointment=visit.appointment, repeat=weekly, now=self.now)]
        days = self.dice.choice((-7, -1, 1, 7))
        more = self.dice.randint(1, 2)
        return [
            partial(going_on.slide, appointment=visit.appointment, days=days, now=self.now),
            partial(going_on.add_more, series_id=visit.series.id, count=more, now=self.now),
        ]

    def ride(self, appointment: Appointment, leg: Leg, known: Trip | None = None) -> Ride:
        """One way as the form would have it."""
        ride = known.ride if known is not None else Ride(appointment_id=appointment.id, leg=leg)
        return replace(ride, pick_up=self.dice.choice((None, None, *CLOCKS)), show_address=self.dice.random() < 0.5)

    def children(self, visit: Visit) -> dict[UUID, Child]:
        """What was answered about some of the things that hang from a visit."""
        hanging = [*(trip.item.task.id for trip in visit.trips), *(item.task.id for item in visit.tasks)]
        return {each: self.dice.choice(list(Child)) for each in hanging if self.dice.random() < 0.5}

    def drivers(self, helpers: list[Person]) -> list[Person]:
        """Helpers and ride services."""
        return [*helpers, *self.workspace.read(care_places.ride_services)]

    def new_place(self) -> Place:
        """A place not met yet."""
        return Place(id=uuid4(), name=f"Clinic {self.dice.randrange(99)}", travel_minutes=self.dice.choice((None, 25)))

    def service(self) -> Person:
        """A taxi not met yet."""
        return Person(name=f"Taxi {self.dice.randrange(99)}", role=Role.SERVICE, phone="555-0155")

    def scope(self) -> Scope:
        """This one, later ones, or all."""
        return self.dice.choice(list(Scope))

    def day(self) -> date:
        """A day of the span."""
        return self.dice.choice(list(self.span.days()))


def check_in_step(work: UnitOfWork) -> None:
    """Each ride has its task, as the visit wants it now, on the visit's day; nothing hangs from what is not there."""
    known = {each.id for each in work.all(Appointment)}
    wanted = work.all(Ride)
    assert {ride.appointment_id for ride in wanted} <= known
    assert {task.appointment_id for task in work.all(Task)} - {None} <= known
    found = visits_of(work)
    check_agreed(found)
    trips = [trip for visit in found for trip in visit.trips]
    assert {trip.ride for trip in trips} == set(wanted)
    numbers = [trip.ride.number for trip in trips]
    assert len(set(numbers)) == len(numbers)
    for trip in (each for each in trips if each.appointment.is_planned and each.appointment.day >= STILL_TO_COME):
        task = task_of(trip.ride, trip.appointment, trip.place, legs.rider_name(work, trip.appointment))
        assert replace(trip.item.task, suggested_id=None) == task
        assert trip.item.occurrence.day == trip.item.occurrence.original == task.day
