"""What no action may do by the way: take back somebody's yes, or bring back what was changed since it was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from functools import partial
from typing import Any
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.records import Record
from caregiver_app.domain.rides import Leg, pick_up_at, ride_task_id
from caregiver_app.domain.seasons import Season
from caregiver_app.domain.tasks import Answer, Ask, Task
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda
from caregiver_app.services.appointments import Child
from caregiver_app.services.tasks import Scope
from caregiver_app.storage.unit_of_work import UnitOfWork

Word = tuple[UUID, UUID]  # a task, and somebody who said yes to it
# What goes with a driver who does not drive any more, and what somebody who is told does not need to be told again.
_OF_DRIVER = {"booking", "show_address", "show_department", "agreed_day", "agreed_time", "agreed_place_id"}


def visits_of(work: UnitOfWork) -> list[Visit]:
    """All visits."""
    return agenda.assemble(work, work.all(Appointment))


def words_of(work: UnitOfWork) -> set[Word]:
    """Who said yes to what, as the screens would show it."""
    hanging = {task.id for task in work.all(Task) if task.appointment_id is not None}
    plain = {(ask.task_id, ask.person_id) for ask in work.all(Ask) if ask.answer is Answer.YES}
    shown = {
        (item.task.id, person_id)
        for visit in visits_of(work)
        for item in (*(trip.item for trip in visit.trips), *visit.tasks)
        for person_id in item.helpers
    }
    return {word for word in plain if word[0] not in hanging} | shown


def check_words(action: partial[Any], found: Iterable[Visit], before: set[Word], after: set[Word]) -> None:
    """Nobody's yes vanishes unless their leg, their task or they themselves were meant; `found` is as it was before."""
    lost = before - after
    if not lost:
        return
    name, facts = action.func.__name__, action.keywords
    if "trip" in facts or "item" in facts:
        task_id = facts["trip"].item.task.id if "trip" in facts else facts["item"].task.id
        alone = name in ("answer", "ask", "free", "cant_come")
        lost -= {word for word in lost if word[0] == task_id and (not alone or word[1] == facts["person_id"])}
    elif facts.get("season") is Season.DIED:  # a series with her ends, and what was said about its days to come
        return
    elif name == "remove" and "person" in facts:
        lost -= {word for word in lost if word[1] == facts["person"].id}
    else:
        tasks = _meant(name, facts, list(found))
        lost -= {word for word in lost if word[0] in tasks}
    assert not lost, f"{name} took back {len(lost)}"


def _meant(name: str, facts: dict[str, Any], found: list[Visit]) -> set[UUID]:
    """The tasks that an action with a visit is about to take from people."""
    appointment = facts.get("before") or facts.get("appointment")
    if not isinstance(appointment, Appointment):
        return set()
    visit = next(each for each in found if each.id == appointment.id)
    legs = {trip.ride.leg for trip in visit.trips}
    dropped = {task_id for task_id, child in facts.get("children", {}).items() if child is Child.DROP}
    if name == "restore":
        return {ride_task_id(visit.id, leg) for leg in Leg} | {item.task.id for item in visit.tasks}
    gone = set(Leg) if name == "remove" else {leg for leg in legs if ride_task_id(visit.id, leg) in dropped}
    if facts.get("rides") is not None:
        gone |= legs - {ride.leg for ride in facts["rides"]}
    near = [visit]
    if facts.get("scope", Scope.ONE) is not Scope.ONE and appointment.series_id is not None:
        near = [each for each in found if each.appointment.series_id == appointment.series_id]
    return dropped | {ride_task_id(each.id, leg) for each in near for leg in gone}


def check_nothing_comes_back(
    action: partial[Any], read: Visit, before: Iterable[Record], after: Iterable[Record]
) -> None:
    """An action that started from a visit read some steps ago leaves alone what was changed in the meantime."""
    now, then = {each.id: each for each in before}, {each.id: each for each in after}
    name = action.func.__name__
    meant = set(_OF_DRIVER)
    if name in ("save", "move"):
        meant.add("pick_up" if "outcome" not in action.keywords else "status")
    for old in (read.appointment, *(trip.ride for trip in read.trips)):
        stored, left = now.get(old.id), then.get(old.id)
        if stored is None:
            assert left is None, f"{name} brought back what had been removed"
            continue
        for field in fields(old) if left is not None else ():
            value = getattr(old, field.name)
            changed = getattr(stored, field.name) != value
            assert not changed or field.name in meant or getattr(left, field.name) != value, f"{name}: {field.name}"


def check_agreed(visits: Iterable[Visit]) -> None:
    """What a driver had agreed to is whole, and is another plan than the one of now."""
    for trip in (trip for visit in visits for trip in visit.trips):
        ride = trip.ride
        agreed = (ride.agreed_day, ride.agreed_time, ride.agreed_place_id)
        if ride.agreed_day is None:
            assert agreed == (None, None, None)
            continue
        start = pick_up_at(ride, trip.appointment, trip.place)
        plan = (start.date(), start.time()) if start is not None else (trip.appointment.day, None)
        same = agreed == (*plan, trip.appointment.place_id)
        assert not (same and trip.appointment.is_planned), "there is something to tell"
