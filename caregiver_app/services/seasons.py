"""A family's season changes: what that would stop, in sentences, and all of it as one step that can be undone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from caregiver_app.domain.appointments import Appointment, AppointmentKind, AppointmentStatus
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.people import Person, Role, short_names
from caregiver_app.domain.reminders import About
from caregiver_app.domain.season_words import stop_sentences
from caregiver_app.domain.seasons import SEASON_ID, WITH_HER, Season, SeasonNow
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
_AHEAD = timedelta(8 * 7)  # so far people who said yes to a series are named


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonPreview:
    """What a change of season would do, told in `sentences`; `visits` go off.

    `tasks` are all that can end, with those that are kept; `back` are all visits that were called off by the season
    before and can be on again. `to_tell` are the first names of those who said yes to some of it, or were asked.
    """

    season: Season
    sentences: tuple[str, ...] = ()
    visits: tuple[Appointment, ...] = ()
    tasks: tuple[Task, ...] = ()
    back: tuple[Appointment, ...] = ()
    to_tell: tuple[str, ...] = ()


def season(work: UnitOfWork) -> SeasonNow:
    """The season that holds now."""
    return work.get(SeasonNow, SEASON_ID) or SeasonNow()


def preview(
    work: UnitOfWork,
    *,
    season: Season,
    today: date,
    now: datetime,
    keep: Collection[UUID] = (),
    back: Collection[UUID] | None = None,
) -> SeasonPreview:
    """What a change of season would do; nothing is changed. As in `change`, but None for `back` means all."""
    visits = assemble(work, _visits_off(work, season, today, now))
    every, off_before = _tasks_off(work, season, today), _called_off_before(work, season, now)
    off = [each for each in every if each.id not in keep]
    again = [each for each in off_before if back is None or each.id in back]
    people = {person.id: person for person in work.all(Person)}
    her = next((each for each in people.values() if each.role is Role.CARED_FOR), None)
    told = _to_tell(work, [*visits, *assemble(work, again)], off, today)
    names = short_names(people.values())
    to_tell = [names[each] for each in told if each in people and people[each].role is not Role.CAREGIVER]
    rides = sum(1 for visit in visits for _ in visit.trips)
    return SeasonPreview(
        season=season,
        sentences=stop_sentences(
            season,
            her.first_name if her is not None else tr("your person"),
            visits=len(visits),
            rides=rides,
            tasks=len(off),
            back=len(again),
            to_tell=to_tell,
        ),
        visits=tuple(visit.appointment for visit in visits),
        tasks=tuple(every),
        back=tuple(off_before),
        to_tell=tuple(to_tell),
    )


def change(
    work: UnitOfWork,
    *,
    season: Season,
    today: date,
    now: datetime,
    keep: Collection[UUID] = (),
    back: Collection[UUID] = (),
) -> None:
    """Change the season and stop what goes with the old one, as one step; what was kept stays.

    `keep` are the ids of tasks that go on though they look like hers, `back` those of visits that are on again.
    """
    known = work.get(SeasonNow, SEASON_ID) or SeasonNow()
    if known.season is season:
        return
    again = [each for each in _called_off_before(work, season, now) if each.id in back]
    off = _visits_off(work, season, today, now)
    for appointment in off:
        appointments.cancel(work, appointment=appointment, now=now)
    for appointment in again:
        appointments.restore(work, appointment=appointment, now=now)
    for task in _tasks_off(work, season, today):
        if task.id not in keep:
            _end(work, task, today, now)
    _change_reminders(work, known.season, season)
    work.put(replace(known, season=season, since=today, called_off=_remembered(known, season, off, again)))


def _remembered(
    known: SeasonNow, season: Season, off: Sequence[Appointment], again: Sequence[Appointment]
) -> tuple[UUID, ...]:
    """The visits that seasons called off, as long as treatment does not go on."""
    if season is Season.TREATMENT:
        return ()
    on = {each.id for each in again}
    return tuple(each for each in dict.fromkeys([*known.called_off, *(one.id for one in off)]) if each not in on)


def _called_off_before(work: UnitOfWork, season: Season, now: datetime) -> list[Appointment]:
    """The visits that the season until now called off, are still to come and fit into a season, in order."""
    known = work.get(SeasonNow, SEASON_ID)
    if known is None or known.season is season or not known.called_off:
        return []
    local = now.astimezone().replace(tzinfo=None)
    found = [
        each
        for each in work.among(Appointment, "id", known.called_off)
        if each.status is AppointmentStatus.CANCELLED and not _is_off(each, season)
    ]
    coming = [each for each in found if (each.ends or datetime.combine(each.day, time.max)) > local]
    return sorted(coming, key=lambda each: each.sort_key)


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
