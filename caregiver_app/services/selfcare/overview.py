"""All that the Self-care tab shows, read in one moment."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span, week_of
from caregiver_app.domain.company import Window
from caregiver_app.domain.people import Person, Role, short_names
from caregiver_app.domain.selfcare import CarePlan
from caregiver_app.domain.selfcare_week import CareView
from caregiver_app.services.household import household, person_in_role
from caregiver_app.services.seasons import season
from caregiver_app.services.selfcare.company import windows
from caregiver_app.services.selfcare.plan import help_lines, plan
from caregiver_app.services.selfcare.week import week
from caregiver_app.storage import care_rows as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

_AHEAD = timedelta(60)
_WEEK = timedelta(6)


def overview(work: UnitOfWork, *, now: datetime) -> CareView:
    """This week and what stands around it; `now` is local time."""
    today, family = now.date(), household(work)
    her, mine = (person_in_role(work, role) for role in (Role.CARED_FOR, Role.CAREGIVER))
    known, now_season = plan(work), season(work).season
    people = work.all(Person)
    return CareView(
        today=today,
        week=week(work, first_day=week_of(today, family.week_start).first, today=today),
        windows=() if season(work).is_over else _windows(work, today, now),
        own_visits=own_visits(work, first=today),
        plan=known,
        help_lines=tuple(help_lines(work)),
        to_call=_to_call(known, people),
        names=short_names(people),
        my_id=mine.id if mine is not None else None,
        her=her.first_name if her is not None else tr("your person"),
        season=now_season,
        clock24=family.clock24,
    )


def _windows(work: UnitOfWork, today: date, now: datetime) -> tuple[Window, ...]:
    return tuple(windows(work, span=Span(today, today + _WEEK), now=now))


def own_visits(work: UnitOfWork, *, first: date) -> tuple[Appointment, ...]:
    """The caregiver’s own appointments of two months from a day on, in order."""
    mine = person_in_role(work, Role.CAREGIVER)
    if mine is None:
        return ()
    found = rows.own_visits(work, mine.id, Span(first, first + _AHEAD))
    return tuple(sorted(found, key=lambda visit: visit.sort_key))


def _to_call(known: CarePlan, people: list[Person]) -> tuple[Person, ...]:
    """The people of the plan who are still in the file, in its order."""
    by_id = {person.id: person for person in people}
    return tuple(by_id[each] for each in known.call_ids if each in by_id)
