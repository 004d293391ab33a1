"""A family's season changes: what that would stop, in sentences, and all of it as one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from caregiver_app.domain.appointments import Appointment, AppointmentKind
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.people import Person, Role, short_names
from caregiver_app.domain.reminders import About
from caregiver_app.domain.season_words import stop_sentences
from caregiver_app.domain.seasons import SEASON_ID, Season, SeasonNow
from caregiver_app.domain.tasks import Ask, Item, Occurrence, Status, Task, ends_before, occurrence_of
from caregiver_app.domain.visits import Visit
from caregiver_app.services import appointments, tasks
from caregiver_app.services.agenda import assemble
from caregiver_app.services.household import person_in_role
from caregiver_app.services.reminding import rules
from caregiver_app.storage import care_rows as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

TREATMENT = frozenset({AppointmentKind.INFUSION, AppointmentKind.RADIATION, AppointmentKind.PROCEDURE})
WITH_HER = frozenset({TaskKind.RIDE, TaskKind.STAY, TaskKind.VISIT})
_AHEAD = timedelta(8 * 7)  # so far people who said yes to a series are named


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonPreview:
    """What a change of season would do, told in `sentences`; `visits` and `tasks` are what goes off.

    `to_tell` are the first names of those who said yes to some of it, or were asked.
    """

    season: Season
    sentences: tuple[str, ...] = ()
    visits: tuple[Appointment, ...] = ()
    tasks: tuple[Task, ...] = ()
    to_tell: tuple[str, ...] = ()


def season(work: UnitOfWork) -> SeasonNow:
    """The season that holds now."""
    return work.get(SeasonNow, SEASON_ID) or SeasonNow()


def preview(work: UnitOfWork, *, season: Season, today: date, now: datetime) -> SeasonPreview:
    """What a change of season would do; nothing is changed."""
    visits = assemble(work, _visits_off(work, season, today, now))
    off = _tasks_off(work, season, today)
    people = {person.id: person for person in work.all(Person)}
    her = next((each for each in people.values() if each.role is Role.CARED_FOR), None)
    told = _to_tell(work, visits, off, today)
    names = short_names(people.values())
    to_tell = [names[each] for each in told if each in people and people[each].role is not Role.CAREGIVER]
    rides = sum(1 for visit in visits for _ in visit.trips)
    return SeasonPreview(
        season=season,
        sentences=stop_sentences(
            season, her.first_name if her is not None else tr("your person"), len(visits), rides, len(off), to_tell
        ),
        visits=tuple(visit.appointment for visit in visits),
        tasks=tuple(off),
        to_tell=tuple(to_tell),
    )


def change(work: UnitOfWork, *, season: Season, today: date, now: datetime) -> None:
    """Change the season and stop what goes with the old one, as one step; what was kept stays."""
    known = work.get(SeasonNow, SEASON_ID) or SeasonNow()
    if known.season is season:
        return
    for appointment in _visits_off(work, season, today, now):
        appointments.cancel(work, appointment=appointment, now=now)
    for task in _tasks_off(work, season, today):
        _end(work, task, today, now)
    _change_reminders(work, known.season, season)
    work.put(replace(known, season=season, since=today))


def _visits_off(work: UnitOfWork, season: Season, today: date, now: datetime) -> list[Appointment]:
    """Her visits from now on that a season calls off, in order; one of today that is over took place."""
    local = now.astimezone().replace(tzinfo=None)
    her = person_in_role(work, Role.CARED_FOR)
    hers = (None, her.id if her is not None else None)
    planned = [each for each in rows.planned_from(work, today) if each.person_id in hers]
    coming = [each for each in planned if each.ends is None or each.ends > local]
    return sorted((each for each in coming if _is_off(each, season)), key=lambda each: each.sort_key)


def _is_off(appointment: Appointment, season: Season) -> bool:
    if season is Season.DIED:
        return True
    if season is Season.PAUSED:
        return appointment.kind in TREATMENT and appointment.series_id is not None
    return season is Season.HOSPICE and appointment.kind in TREATMENT


def _tasks_off(work: UnitOfWork, season: Season, today: date) -> list[Task]:
    """The tasks with her that go on or are to come, and end when she has died; those of visits go with the visits."""
    if season is not Season.DIED:
        return []
    found = rows.tasks_from(work, today)
    off = [each for each in found if each.kind in WITH_HER and each.appointment_id is None]
    return sorted(off, key=lambda each: (each.day, each.title.casefold(), each.id))


def _end(work: UnitOfWork, task: Task, today: date, now: datetime) -> None:
    """A series ends before today; a single time is not needed. What was done stays with who did it."""
    touched = [each for each in work.where(Occurrence, task_id=task.id) if each.status is Status.OPEN]
    head = ends_before(task, today) if task.repeat is not None else None
    if task.repeat is not None and head is None:
        tasks.erase(work, task=task)
        return
    if head is not None:
        work.put(head)
    for each in touched:
        if head is not None and each.original >= today:
            _take_off(work, each)
        elif each.day >= today:
            work.put(replace(each, status=Status.NOT_NEEDED))
    if task.repeat is None and not work.where(Occurrence, task_id=task.id):
        tasks.set_status(work, item=_once(task), status=Status.NOT_NEEDED, now=now)


def _once(task: Task) -> Item:
    return Item(task, occurrence_of(task, task.day))


def _take_off(work: UnitOfWork, occurrence: Occurrence) -> None:
    for ask in work.where(Ask, occurrence_id=occurrence.id):
        work.remove(ask)
    work.remove(occurrence)


def _change_reminders(work: UnitOfWork, before: Season, after: Season) -> None:
    """When she has died nothing pops up any more; a change back brings the reminders back."""
    known = rules(work)
    if after is Season.DIED:
        work.put(replace(known, on=frozenset()))
    elif before is Season.DIED and not known.on:
        work.put(replace(known, on=frozenset(About)))


def _to_tell(work: UnitOfWork, visits: Iterable[Visit], off: Iterable[Task], today: date) -> list[UUID]:
    """Who said yes to something that goes off, was asked for it, or comes along; each once."""
    found: dict[UUID, None] = {}
    for visit in visits:
        items = (*(trip.item for trip in visit.trips), *visit.tasks)
        along = [visit.appointment.companion_id] if visit.appointment.companion_id is not None else []
        found |= dict.fromkeys([*along, *(each for item in items for each in (*item.helpers, *item.waiting))])
    ids = {task.id for task in off}
    for item in tasks.plan(work, Span(today, today + _AHEAD)).items() if ids else ():
        if item.task.id in ids:
            found |= dict.fromkeys((*item.helpers, *item.waiting))
    return list(found)
