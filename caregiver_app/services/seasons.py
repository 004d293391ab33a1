"""A family's season changes: what that would stop, in sentences, and all of it as one step that can be undone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from caregiver_app.domain.appointments import Appointment, AppointmentKind, AppointmentStatus
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.leave.records import TimeOff
from caregiver_app.domain.people import Person, Role, short_names
from caregiver_app.domain.reminders import KEPT_RULES_ID, About, ReminderRules
from caregiver_app.domain.season_words import Stops, stop_sentences
from caregiver_app.domain.seasons import SEASON_ID, Season, SeasonNow
from caregiver_app.domain.tasks import Task
from caregiver_app.domain.visits import Visit
from caregiver_app.services import appointments, tasks
from caregiver_app.services.agenda import assemble
from caregiver_app.services.household import person_in_role
from caregiver_app.services.reminding import rules
from caregiver_app.services.season_leave import plans_back, plans_off
from caregiver_app.services.season_tasks import Ended, bring_back, end, ended, tasks_off
from caregiver_app.services.today import waiting
from caregiver_app.storage import care_rows as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

TREATMENT = frozenset({AppointmentKind.INFUSION, AppointmentKind.RADIATION, AppointmentKind.PROCEDURE})
_AHEAD = timedelta(8 * 7)  # so far people who said yes to a series are named


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonPreview:
    """What a change of season would do, told in `sentences`.

    `visits`, `tasks` and `plans` for time off work are all that can end, with those that are kept; `back` and
    `back_tasks` are all that the seasons before ended and that can go on again. `to_tell` are the first names of those
    who said yes to some of it, or were asked.
    """

    season: Season
    sentences: tuple[str, ...] = ()
    visits: tuple[Appointment, ...] = ()
    tasks: tuple[Task, ...] = ()
    plans: tuple[TimeOff, ...] = ()
    back: tuple[Appointment, ...] = ()
    back_tasks: tuple[Task, ...] = ()
    to_tell: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """What may end with a change of season, and what may go on again."""

    visits: tuple[Appointment, ...]
    tasks: tuple[Task, ...]
    plans: tuple[TimeOff, ...]
    back: tuple[Appointment, ...]
    back_tasks: tuple[Ended, ...]
    back_plans: tuple[TimeOff, ...]


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
    every = _possible(work, season, today, now)
    chosen = _chosen(every, keep, back)
    people = {person.id: person for person in work.all(Person)}
    her = next((each.first_name for each in people.values() if each.role is Role.CARED_FOR), tr("your person"))
    asked = [] if season is not Season.DIED else _still_asked(work, every, keep, now)
    stops = replace(_stops(work, chosen, people, today), still_asked=_names(asked, people))
    return SeasonPreview(
        season=season,
        sentences=stop_sentences(season, her, stops),
        visits=every.visits,
        tasks=every.tasks,
        plans=every.plans,
        back=every.back,
        back_tasks=tuple(each.task for each in every.back_tasks),
        to_tell=tuple(stops.to_tell),
    )


def _stops(work: UnitOfWork, chosen: _Change, people: Mapping[UUID, Person], today: date) -> Stops:
    visits = assemble(work, chosen.visits)
    told = _to_tell(work, [*visits, *assemble(work, chosen.back)], chosen, today)
    return Stops(
        visits=len(visits),
        rides=sum(1 for visit in visits for _ in visit.trips),
        tasks=len(chosen.tasks),
        plans=len(chosen.plans),
        back=len(chosen.back),
        back_tasks=len(chosen.back_tasks),
        back_plans=len(chosen.back_plans),
        to_tell=_names(told, people),
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

    `keep` are the ids of visits, tasks and plans for time off that go on though they would end, `back` those of visits
    and tasks that go on again. Plans for time off come back with their visit.
    """
    known = work.get(SeasonNow, SEASON_ID) or SeasonNow()
    if known.season is season:
        return
    chosen = _chosen(_possible(work, season, today, now), keep, back)
    appointments.cancel_all(work, appointments=chosen.visits, now=now)
    appointments.restore_all(work, appointments=chosen.back, now=now)
    for plan in chosen.plans:
        work.remove(plan)
    for plan in chosen.back_plans:
        work.put(plan)
    ids = end(work, chosen.tasks, today, now)
    bring_back(work, chosen.back_tasks, today)
    _change_reminders(work, known.season, season)
    off = [*(each.id for each in (*chosen.visits, *chosen.plans)), *ids]
    work.put(replace(known, season=season, since=today, called_off=_remembered(known, season, off, chosen)))


def _possible(work: UnitOfWork, season: Season, today: date, now: datetime) -> _Change:
    """All that could end, and all that could go on again."""
    known = work.get(SeasonNow, SEASON_ID)
    off_before = known.called_off if known is not None and known.season is not season else ()
    visits = _visits_off(work, season, today, now)
    back = _called_off_before(work, off_before, season, now) if off_before else []
    goes_on = off_before and season is not Season.DIED
    return _Change(
        visits=tuple(visits),
        tasks=tuple(tasks_off(work, season, today)),
        plans=tuple(plans_off(work, season, {each.id for each in visits}, today)),
        back=tuple(back),
        back_tasks=tuple(ended(work, off_before, today)) if goes_on else (),
        back_plans=tuple(plans_back(work, off_before, {each.id for each in back}, today)) if goes_on else (),
    )


def _chosen(every: _Change, keep: Collection[UUID], back: Collection[UUID] | None) -> _Change:
    """What of it is to be: without what is kept, and only what is wanted back. Plans go with their visits."""
    kept_visits = {each.id for each in every.visits if each.id in keep}
    again = {each.id for each in every.back if back is None or each.id in back}
    return _Change(
        visits=tuple(each for each in every.visits if each.id not in keep),
        tasks=tuple(each for each in every.tasks if each.id not in keep),
        plans=tuple(each for each in every.plans if each.id not in keep and each.appointment_id not in kept_visits),
        back=tuple(each for each in every.back if each.id in again),
        back_tasks=tuple(each for each in every.back_tasks if back is None or each.task.id in back),
        back_plans=tuple(
            each for each in every.back_plans if each.appointment_id is None or each.appointment_id in again
        ),
    )


def _remembered(known: SeasonNow, season: Season, off: Sequence[UUID], chosen: _Change) -> tuple[UUID, ...]:
    """What seasons called off, as long as treatment does not go on."""
    if season is Season.TREATMENT:
        return ()
    on = {each.id for each in (*chosen.back, *chosen.back_plans)} | {each.task.id for each in chosen.back_tasks}
    return tuple(each for each in dict.fromkeys([*known.called_off, *off]) if each not in on)


def _called_off_before(
    work: UnitOfWork, off_before: Collection[UUID], season: Season, now: datetime
) -> list[Appointment]:
    """The visits that the seasons until now called off, are still to come and fit into a season, in order."""
    local = now.astimezone().replace(tzinfo=None)
    found = [
        each
        for each in work.among(Appointment, "id", off_before)
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
    if season is Season.PAUSED:  # one procedure alone, such as a biopsy, may be asked for in a pause
        is_one = appointment.kind is AppointmentKind.PROCEDURE and appointment.series_id is None
        return appointment.kind in TREATMENT and not is_one
    return season is Season.HOSPICE and appointment.kind in TREATMENT


def _change_reminders(work: UnitOfWork, before: Season, after: Season) -> None:
    """When she has died nothing pops up any more; a change back brings the reminders that were wanted before."""
    known, kept = rules(work), work.get(ReminderRules, KEPT_RULES_ID)
    if after is Season.DIED:
        work.put(replace(known, id=KEPT_RULES_ID))
        work.put(replace(known, on=frozenset()))
    elif before is Season.DIED:
        if not known.on:  # nobody turned any on meanwhile
            work.put(replace(known, on=kept.on if kept is not None else frozenset(About)))
        if kept is not None:
            work.remove(kept)


def _to_tell(work: UnitOfWork, visits: Iterable[Visit], chosen: _Change, today: date) -> list[UUID]:
    """Who said yes to something that ends or goes on again, was asked for it, or comes along; each once."""
    found: dict[UUID, None] = {}
    for visit in visits:
        items = (*(trip.item for trip in visit.trips), *visit.tasks)
        along = [visit.appointment.companion_id] if visit.appointment.companion_id is not None else []
        found |= dict.fromkeys([*along, *(each for item in items for each in (*item.helpers, *item.waiting))])
    ids = {task.id for task in chosen.tasks}
    for item in tasks.plan(work, Span(today, today + _AHEAD)).items() if ids else ():
        if item.task.id in ids:
            found |= dict.fromkeys((*item.helpers, *item.waiting))
    return list(found | dict.fromkeys(each for some in chosen.back_tasks for each in some.helpers))


def _still_asked(work: UnitOfWork, every: _Change, keep: Collection[UUID], now: datetime) -> list[UUID]:
    """Who was asked for something that does not end, and has not answered."""
    off = {each.id for each in (*every.tasks, *every.visits) if each.id not in keep}
    asked = waiting(work, now=now.astimezone())
    items = [row.item for row in asked if row.item is not None]
    on = [item for item in items if item.task.id not in off and item.task.appointment_id not in off]
    return list(dict.fromkeys(each for item in on for each in item.waiting))


def _names(ids: Iterable[UUID], people: Mapping[UUID, Person]) -> list[str]:
    """What they are called, but the caregiver."""
    names = short_names(people.values())
    return [names[each] for each in ids if each in people and people[each].role is not Role.CAREGIVER]
