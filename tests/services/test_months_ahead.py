"""What a list tells of visits that are months ahead: two at once, a driver who knows an old plan only, open rides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from uuid import UUID

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Every, Repeat, Span, When, month_of
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.tasks import Status, Task
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda, appointments, people, rides, tasks
from caregiver_app.services.workspace import Workspace

TODAY, FAR = date(2026, 11, 22), date(2027, 1, 12)
MARIA = Person(name="Maria", role=Role.CARED_FOR)
BEN = Person(name="Ben Okoro", drives=True)
CHEMO = Appointment(title="Chemo", day=FAR, clock=time(9), minutes=180)
INFUSION = Appointment(title="Infusion", day=FAR, clock=time(10), minutes=60)
LEGS = tuple(Ride(appointment_id=UUID(int=0), leg=leg) for leg in Leg)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """Maria and one who drives."""
    workspace.write(partial(people.add_all, people=[MARIA, BEN]))
    return workspace


def add(family: Workspace, visit: Appointment, legs: tuple[Ride, ...] = (), repeat: Repeat | None = None) -> None:
    """Plan a visit, or a series."""
    now = family.clock.now()
    family.write(partial(appointments.add, appointment=visit, rides=legs, repeat=repeat, now=now))


def said(visits: tuple[Visit, ...] | list[Visit], title: str) -> list[str]:
    """What the first visit of a title says to look at."""
    visit = next(each for each in visits if each.appointment.title == title)
    return [each.sentence for each in visit.cautions]


def test_two_visits_at_once_are_told_however_far_ahead(family: Workspace) -> None:
    add(family, CHEMO)
    add(family, INFUSION)
    add(family, replace(CHEMO, id=UUID(int=7), day=FAR + timedelta(400)))
    both = {
        "Chemo": ["Maria already has “Infusion” at 10:00 am that day."],
        "Infusion": ["Maria already has “Chemo” at 9:00 am that day."],
    }
    coming = family.read(partial(agenda.coming, today=TODAY)).visits
    month = family.read(partial(agenda.agenda, span=month_of(FAR), today=TODAY)).visits
    for visits in (coming, month):
        assert {title: [each.replace("\u00a0", " ") for each in said(visits, title)] for title in both} == both
    found = family.read(partial(agenda.search, text="infusion", today=TODAY))
    assert [each.replace("\u00a0", " ") for each in said(found, "Infusion")] == both["Infusion"]


def test_a_driver_who_knows_an_old_plan_only_is_named_however_far_ahead(family: Workspace) -> None:
    add(family, CHEMO, LEGS[:1])
    now = family.clock.now()
    visit = family.read(partial(agenda.visit, id=CHEMO.id, today=TODAY))
    family.write(partial(rides.promise, trip=visit.trips[0], person_id=BEN.id, now=now))
    visit = family.read(partial(agenda.visit, id=CHEMO.id, today=TODAY))
    family.write(
        partial(appointments.move, appointment=visit.appointment, day=FAR + timedelta(7), clock=time(9), now=now)
    )
    coming = family.read(partial(agenda.coming, today=TODAY)).visits
    assert any("Ben said yes for Jan 12" in each for each in said(coming, "Chemo"))


def test_a_promise_at_the_same_time_months_ahead_is_told(family: Workspace) -> None:
    add(family, CHEMO, LEGS)
    shopping = Task(title="Shopping", day=FAR, kind=TaskKind.ERRAND, when=When(clock=time(11, 30)), minutes=60)
    now = family.clock.now()
    family.write(partial(tasks.add, task=shopping, helper_id=BEN.id, now=now))
    home = family.read(partial(agenda.visit, id=CHEMO.id, today=TODAY)).trip(Leg.HOME)
    assert home is not None
    family.write(partial(rides.promise, trip=home, person_id=BEN.id, now=now))
    coming = family.read(partial(agenda.coming, today=TODAY)).visits
    assert any("Ben already has “Shopping”" in each for each in said(coming, "Chemo"))


def test_one_time_of_a_series_that_was_moved_there_months_ahead_is_told(family: Workspace) -> None:
    add(family, replace(CHEMO, id=UUID(int=7), title="Scan", day=TODAY))
    add(family, CHEMO, LEGS)
    monthly = Repeat(every=Every.DAYS, n=30, count=2)
    noon = When(clock=time(11, 30))
    shopping = Task(title="Shopping", day=FAR - timedelta(40), when=noon, minutes=60, repeat=monthly)
    now, ten_days_before = family.clock.now(), Span(FAR - timedelta(10), FAR - timedelta(10))
    family.write(partial(tasks.add, task=shopping, helper_id=BEN.id, now=now))
    last = family.read(partial(tasks.plan, span=ten_days_before)).items()[0]
    family.write(partial(tasks.move, item=last, day=FAR))
    home = family.read(partial(agenda.visit, id=CHEMO.id, today=TODAY)).trip(Leg.HOME)
    assert home is not None
    family.write(partial(rides.promise, trip=home, person_id=BEN.id, now=now))
    coming = family.read(partial(agenda.coming_up, today=TODAY)).agenda.visits
    assert any("Ben already has “Shopping”" in each for each in said(coming, "Chemo"))


def test_rides_without_a_driver_count_beyond_the_next_visits(family: Workspace) -> None:
    add(family, replace(CHEMO, day=FAR), LEGS, Repeat(every=Every.DAYS, n=21, count=6))
    add(family, replace(INFUSION, title="Radiation", day=date(2026, 11, 23)), (), Repeat(every=Every.DAYS, count=32))
    found = family.read(partial(agenda.coming_up, today=TODAY))
    assert (found.unfound.rides, found.unfound.visits) == (12, 6)
    assert (found.next, found.is_cut) == (30, True)
    assert [each.appointment.title for each in found.agenda.visits] == ["Radiation"] * 30 + ["Chemo"] * 6


def test_what_was_asked_promised_cancelled_or_not_needed_is_not_counted(family: Workspace) -> None:
    add(family, CHEMO, LEGS, Repeat(every=Every.DAYS, n=7, count=5))
    now = family.clock.now()
    asked, given, cancelled, walked, _last = family.read(partial(agenda.coming, today=TODAY)).visits
    school = Task(title="School run", day=FAR, kind=TaskKind.RIDE)
    family.write(partial(appointments.add_child, appointment=asked.appointment, task=school))
    family.write(partial(rides.ask, trip=asked.trips[0], person_id=BEN.id, now=now))
    family.write(partial(rides.promise, trip=given.trips[0], person_id=BEN.id, now=now))
    family.write(partial(appointments.cancel, appointment=cancelled.appointment, now=now))
    item = walked.trips[0].item
    family.write(partial(tasks.set_status, item=item, status=Status.NOT_NEEDED, now=now))
    unfound = family.read(partial(agenda.coming_up, today=TODAY)).unfound
    assert (unfound.rides, unfound.visits) == (1 + 1 + 0 + 1 + 2, 4)
