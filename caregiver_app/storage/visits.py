"""What a list of visits needs from the database: the visits of some days by index, and all that hangs from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, cast, exists, func, or_, select

from caregiver_app.domain.appointments import Appointment, AppointmentStatus, Series
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.rides import Ride, is_drive_of
from caregiver_app.domain.tasks import Answer, Ask, Occurrence, Status, Task
from caregiver_app.storage.tables import asks, occurrences, tasks
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.storage.visit_tables import (
    appointments,
    clinicians,
    outcomes,
    places,
    rides,
    series,
)

_BY_DAY = (appointments.c.day, appointments.c.clock)


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """All records behind some appointments."""

    appointments: tuple[Appointment, ...]
    places: tuple[Place, ...]
    clinicians: tuple[Clinician, ...]
    series: tuple[Series, ...]
    rides: tuple[Ride, ...]
    tasks: tuple[Task, ...]
    occurrences: tuple[Occurrence, ...]
    asks: tuple[Ask, ...]
    outcomes: tuple[Outcome, ...]


def in_span(work: UnitOfWork, span: Span) -> list[Appointment]:
    """The appointments in a stretch of days."""
    return work.where(Appointment, appointments.c.day.between(span.first, span.last))


def on_days(work: UnitOfWork, spans: Iterable[Span]) -> list[Appointment]:
    """The appointments on the days of some stretches, which may lie far apart."""
    days = [day for span in spans for day in span.days()]
    return work.where(Appointment, appointments.c.day.in_(days)) if days else []


def from_day(work: UnitOfWork, day: date, limit: int) -> list[Appointment]:
    """The next appointments from a day on, soonest first."""
    return work.some(Appointment, appointments.c.day >= day, order=_BY_DAY, limit=limit)


def rides_without_driver(work: UnitOfWork, day: date) -> list[tuple[UUID, UUID, bool]]:
    """The rides of planned appointments from a day on that nobody drives, soonest first: ids, and nothing of the rest.

    Each is told as its appointment, its task, and whether somebody was asked who has not answered.
    """
    of, task, ask, now = appointments.c, tasks.c, asks.c, occurrences.c
    said = exists().where(ask.task_id == task.id, ask.removed_at.is_(None)).correlate(tasks)
    touched = exists().where(now.task_id == task.id, now.removed_at.is_(None), now.status != Status.OPEN)
    rides_to_come = (of.day >= day, of.status == AppointmentStatus.PLANNED, of.removed_at.is_(None))
    lately = task.last_day >= day - timedelta(2)  # what the visit tells already, for the index of the tasks
    its_drive = (task.kind == TaskKind.RIDE, task.removed_at.is_(None), lately)
    query = (
        select(of.id, task.id, said.where(ask.answer == Answer.NONE))
        .join(tasks, task.appointment_id == of.id)
        .where(*rides_to_come, *its_drive, ~said.where(ask.answer == Answer.YES), ~touched.correlate(tasks))
        .order_by(of.day, of.clock.is_not(None), of.clock, of.id)
    )
    return [(row[0], row[1], bool(row[2])) for row in work.values(query) if is_drive_of(row[1], row[0])]


def untold(work: UnitOfWork, span: Span) -> list[Appointment]:
    """The planned appointments in a stretch of days of which nobody has told how they went."""
    planned = appointments.c.status == AppointmentStatus.PLANNED
    return work.where(Appointment, appointments.c.day.between(span.first, span.last), planned)


def told_of(work: UnitOfWork, ids: Sequence[UUID]) -> list[UUID]:
    """Those of these appointments of which somebody has told how they went."""
    of = outcomes.c
    query = select(of.appointment_id).where(of.appointment_id.in_(ids), of.removed_at.is_(None))
    return [row[0] for row in work.values(query)]


def places_and_rides(work: UnitOfWork, found: Sequence[Appointment]) -> tuple[list[Place], list[Ride]]:
    """Where some appointments are, and their rides."""
    legs = work.where(Ride, rides.c.appointment_id.in_([each.id for each in found]))
    return _named(work, Place, places.c.id, (each.place_id for each in found)), legs


def of_series(work: UnitOfWork, series_id: UUID) -> list[Appointment]:
    """Every appointment of a series."""
    return work.where(Appointment, series_id=series_id)


def numbers_in_series(work: UnitOfWork, found: Iterable[Appointment]) -> dict[UUID, tuple[int, int]]:
    """For each of these appointments that is in a series, by its id: the which one it is by day, and of how many."""
    ids = {each.id: each.series_id for each in found if each.series_id is not None}
    if not ids:
        return {}
    of = appointments.c
    in_order = (of.day, of.clock.is_(None), of.clock, of.id)
    number = func.row_number().over(partition_by=of.series_id, order_by=in_order)
    count = func.count().over(partition_by=of.series_id)
    members = select(of.id, number.label("number"), count.label("count"))
    counted = members.where(of.removed_at.is_(None), of.series_id.in_(set(ids.values()))).subquery()
    rows = work.values(select(counted).where(counted.c.id.in_(ids)))
    return {row[0]: (row[1], row[2]) for row in rows}


def last_number(work: UnitOfWork) -> int:
    """The highest number that a ride has had."""
    return work.largest(rides.c.number) or 0


def last_at(work: UnitOfWork, place_id: UUID | None) -> Appointment | None:
    """The latest appointment at a place; without one, the latest of all."""
    at = (appointments.c.place_id == place_id,) if place_id is not None else ()
    found = work.some(Appointment, *at, order=(appointments.c.day.desc(),), limit=1)
    return found[0] if found else None


def coming_at(work: UnitOfWork, place: Place) -> list[Appointment]:
    """The planned appointments at a place that are still to come."""
    return work.where(Appointment, _to_come(work), place_id=place.id, status=AppointmentStatus.PLANNED)


def is_named(work: UnitOfWork, person: Person) -> bool:
    """Whether any appointment is somebody's own."""
    return bool(work.count(Appointment, appointments.c.person_id == person.id))


def coming_for(work: UnitOfWork, person: Person) -> list[Appointment]:
    """The planned appointments of one person still to come; those of nobody are of the person cared for."""
    theirs = appointments.c.person_id == person.id
    if person.role is Role.CARED_FOR:
        theirs = or_(theirs, appointments.c.person_id.is_(None))
    return work.where(Appointment, theirs, _to_come(work), status=AppointmentStatus.PLANNED)


def _to_come(work: UnitOfWork) -> ColumnElement[bool]:
    """From today on, wherever on earth the family lives."""
    return appointments.c.day >= work.now.date() - timedelta(1)


def count_using(work: UnitOfWork, *, place: Place | None = None, clinician: Clinician | None = None) -> int:
    """How many planned appointments are at a place, or with somebody."""
    planned = appointments.c.status == AppointmentStatus.PLANNED
    if place is not None:
        return work.count(Appointment, planned, appointments.c.place_id == place.id)
    assert clinician is not None, "a place or somebody is asked for"
    return work.count(Appointment, planned, appointments.c.clinician_id == clinician.id)


def is_used(work: UnitOfWork, *, place: Place | None = None, clinician: Clinician | None = None) -> bool:
    """Whether any appointment ever, or anybody on the care team, names it."""
    if place is not None:
        team = work.count(Clinician, clinicians.c.place_id == place.id)
        return bool(team or work.count(Appointment, appointments.c.place_id == place.id))
    assert clinician is not None, "a place or somebody is asked for"
    return bool(work.count(Appointment, appointments.c.clinician_id == clinician.id))


def search(work: UnitOfWork, text: str, limit: int) -> list[Appointment]:
    """The appointments whose words, place or people hold each word of the text, newest first."""
    words = [_holds(word) for word in text.split()]
    return work.some(Appointment, *words, order=(appointments.c.day.desc(), appointments.c.clock), limit=limit)


def _holds(word: str) -> ColumnElement[bool]:
    pattern = "%" + word.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    own = (appointments.c.title, appointments.c.notes, appointments.c.public_title, appointments.c.prepare)
    found = [_like(column, pattern) for column in (*own, cast(appointments.c.kind, String))]
    near = (_like(places.c.name, pattern), _like(places.c.building, pattern))
    found.append(appointments.c.place_id.in_(places.select().with_only_columns(places.c.id).where(or_(*near))))
    team = (_like(clinicians.c.name, pattern), _like(clinicians.c.role, pattern))
    found.append(
        appointments.c.clinician_id.in_(clinicians.select().with_only_columns(clinicians.c.id).where(or_(*team)))
    )
    return or_(*found)


def _like(column: ColumnElement[Any], pattern: str) -> ColumnElement[bool]:
    return func.lower(column).like(pattern, escape="\\")


def behind(work: UnitOfWork, found: Sequence[Appointment]) -> Behind:
    """What hangs from these appointments: a fixed number of queries, however many they are."""
    ids = [each.id for each in found]
    legs = work.where(Ride, rides.c.appointment_id.in_(ids)) if ids else []
    children = work.where(Task, tasks.c.appointment_id.in_(ids)) if ids else []
    task_ids = [task.id for task in children]
    return Behind(
        appointments=tuple(sorted(found, key=_order)),
        places=tuple(_named(work, Place, places.c.id, (each.place_id for each in found))),
        clinicians=tuple(_named(work, Clinician, clinicians.c.id, (each.clinician_id for each in found))),
        series=tuple(_named(work, Series, series.c.id, (each.series_id for each in found))),
        rides=tuple(legs),
        tasks=tuple(children),
        occurrences=tuple(work.where(Occurrence, occurrences.c.task_id.in_(task_ids)) if task_ids else ()),
        asks=tuple(work.where(Ask, asks.c.task_id.in_(task_ids)) if task_ids else ()),
        outcomes=tuple(work.where(Outcome, outcomes.c.appointment_id.in_(ids)) if ids else ()),
    )


def _named(work: UnitOfWork, kind: Any, column: ColumnElement[Any], ids: Iterable[UUID | None]) -> list[Any]:
    wanted = {each for each in ids if each is not None}
    return work.where(kind, column.in_(wanted)) if wanted else []


def _order(appointment: Appointment) -> Any:
    return appointment.sort_key
