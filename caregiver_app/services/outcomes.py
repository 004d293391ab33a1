"""How a visit went: told once, in one step, for every part of the program that needs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from caregiver_app.domain.appointments import Appointment, AppointmentStatus
from caregiver_app.domain.calendar import ANY_TIME
from caregiver_app.domain.kind_guess import guess_kind
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.domain.problems import StaleEdit
from caregiver_app.domain.rides import Leg, drop_off_at
from caregiver_app.domain.sharing import first_audience, neutral_title
from caregiver_app.domain.tasks import Item, Occurrence, State, Status, Task, occurrence_of
from caregiver_app.domain.visits import Visit
from caregiver_app.services import tasks
from caregiver_app.services.tasks import Scope
from caregiver_app.storage.looking import has_any
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.services.leave.told_after import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that a person told about one visit."""

    visit: Visit
    outcome: Outcome
    next_step: str = ""
    next_day: date | None = None
    time_off: int | None = None  # minutes off work; None for none told
    now: datetime


def prefilled(visit: Visit, *, now: datetime, me: UUID | None = None) -> Outcome:
    """What is known without asking: what was told before; else when they were home as planned, and the miles.

    Only the miles that the caregiver, `me`, drove: those of others are not theirs to count.
    """
    if visit.outcome is not None:
        return visit.outcome
    miles = visit.place.miles if visit.place is not None else None
    home = visit.trip(Leg.HOME)
    end = drop_off_at(home.ride, visit.appointment, visit.place) if home is not None else None
    return Outcome(
        appointment_id=visit.id,
        home_at=end.time() if end is not None else None,
        miles=miles * ways(visit, me) if miles is not None and ways(visit, me) else None,
        told_at=now,
    )


def ways(visit: Visit, me: UUID | None) -> int:
    """How many of the two ways the caregiver drives, also where nobody else was found; both, when none was planned."""
    if not visit.trips:
        return 2
    mine = (trip for trip in visit.trips if not trip.drivers or me in trip.drivers)
    return sum(not trip.ride.booking and trip.item.state is not State.NOT_NEEDED for trip in mine)


def next_step_of(work: UnitOfWork, *, outcome: Outcome) -> Task | None:
    """The task that the next step became, as long as it is there."""
    return work.get(Task, outcome.next_task_id) if outcome.next_task_id is not None else None


def time_off_asked(work: UnitOfWork, *, visit: Visit, me: UUID | None = None) -> Asked | None:
    """What is asked about time off work; None while no job is set up, and then nothing of leave is loaded.

    It is filled in where the caregiver, `me`, drove or came along: while others drove they may have been at work.
    """
    if not has_any(work, "leave_jobs"):
        return None
    from caregiver_app.services.leave import told_after

    there = me is not None and me in (visit.appointment.companion_id, visit.appointment.person_id)
    return told_after.asked(work, visit=visit, was_there=there or ways(visit, me) > 0)


def save(
    work: UnitOfWork,
    *,
    visit: Visit,
    outcome: Outcome,
    next_step: str = "",
    next_day: date | None = None,
    time_off: int | None = None,
    now: datetime,
) -> None:
    """Keep what was told, with all that follows from it, as one step. Raises InvalidEntry at `time_off`."""
    stored = work.get(Appointment, visit.id), work.get(Outcome, outcome.id)
    if stored != (visit.appointment, visit.outcome):
        raise StaleEdit(tr("This visit was changed in the meantime."), tr("Nothing was saved. Please look again."))
    told = Told(
        visit=visit, outcome=outcome, next_step=next_step.strip(), next_day=next_day, time_off=time_off, now=now
    )
    for step in STEPS:
        told = step(work, told)
    work.put(replace(told.outcome, told_at=now))


def _visit_is_done(work: UnitOfWork, told: Told) -> Told:
    work.put(replace(told.visit.appointment, status=AppointmentStatus.DONE))
    return told


def _rides_are_done(work: UnitOfWork, told: Told) -> Told:
    """A leg with a driver was driven; one without was not needed after all."""
    for trip in told.visit.trips:
        if trip.item.occurrence.status is Status.OPEN:
            status = Status.DONE if trip.drivers else Status.NOT_NEEDED
            tasks.set_status(work, item=trip.item, status=status, now=told.now)
    return told


def _next_step_is_a_task(work: UnitOfWork, told: Told) -> Told:
    """The next step becomes a task, on its day or the day after the visit; told again, it changes that task."""
    if not told.next_step:
        return told
    known = next_step_of(work, outcome=told.outcome)
    if known is not None:  # who may see it, and its kind, may have been changed by hand since
        _change_step(work, known, told)
        return told
    kind = guess_kind(told.next_step) or TaskKind.ERRAND
    task = Task(
        title=told.next_step,
        day=told.next_day or told.visit.appointment.day + timedelta(1),
        kind=kind,
        audience=first_audience(kind, told.next_step),
        public_title=neutral_title(kind, told.next_step, ANY_TIME),
    )
    work.put(task)
    return replace(told, outcome=replace(told.outcome, next_task_id=task.id))


def _change_step(work: UnitOfWork, known: Task, told: Told) -> None:
    once = occurrence_of(known, known.day)
    item = Item(known, work.get(Occurrence, once.id) or once)
    edited = replace(known, title=told.next_step, day=told.next_day or known.day)
    if edited != known:
        tasks.save(work, item=item, edited=edited, scope=Scope.ALL)


def _costs_follow(work: UnitOfWork, told: Told) -> Told:
    """Parking, tolls and miles are costs; a visit without any asks for nothing of money."""
    sides = [side for side in (told.visit.outcome, told.outcome) if side is not None]
    if any(side.parking or side.tolls or side.miles for side in sides):
        from caregiver_app.services.expenses import visit_costs

        visit_costs.follow(work, told)
    return told


def _time_off_follows(work: UnitOfWork, told: Told) -> Told:
    """Time off work is logged, or corrected, for the first job; nothing told changes nothing."""
    if told.time_off is not None:
        from caregiver_app.services.leave import told_after

        told_after.log(work, visit=told.visit, minutes=told.time_off)
    return told


# What follows from one telling.
STEPS: tuple[Callable[[UnitOfWork, Told], Told], ...] = (
    _visit_is_done,
    _rides_are_done,
    _next_step_is_a_task,
    _costs_follow,
    _time_off_follows,
)
