"""The small things of a week as they were kept, or as usual: as light as the first page needs it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

from caregiver_app.domain.calendar import Span, week_of
from caregiver_app.domain.selfcare import SmallThing, SmallThingTime
from caregiver_app.domain.selfcare_week import ThingThisWeek, fresh_time
from caregiver_app.services.household import household
from caregiver_app.storage.thing_weeks import times_between
from caregiver_app.storage.unit_of_work import UnitOfWork

_WEEK = timedelta(7)
_OTHERS, _NEAR = timedelta(6), timedelta(3)  # so far away may a week begin that is the same, counted from another day


def kept(work: UnitOfWork, week: Span) -> dict[UUID, SmallThingTime]:
    """What was kept of one week, by small thing; also from before somebody chose another first day of the week."""
    around = times_between(work, week.first - _OTHERS, week.first + _OTHERS)
    mine = (each for each in around if _is_of(each, week))
    nearest_last = sorted(mine, key=lambda each: abs(each.week - week.first), reverse=True)
    return {each.thing_id: replace(each, week=week.first) for each in nearest_last}


def _is_of(each: SmallThingTime, week: Span) -> bool:
    """A week that was counted from another day is the one that holds the chosen day, or else the nearest."""
    near = abs(each.week - week.first)
    return not near or (each.day in week if each.day is not None else near <= _NEAR)


def in_week(work: UnitOfWork, things: Iterable[SmallThing], week: Span) -> list[ThingThisWeek]:
    """Each of the small things in one week, as planned or as usual."""
    known = kept(work, week)
    return [ThingThisWeek(thing=each, time=known.get(each.id) or fresh_time(each, week)) for each in things]


def times_in(work: UnitOfWork, span: Span, *, besides: UUID | None = None) -> list[ThingThisWeek]:
    """The small things that fall on some days, in their weeks, by time; `besides` is the id of one to leave out.

    Those that were left for another week are among them.
    """
    found: list[ThingThisWeek] = []
    week = week_of(span.first, household(work).week_start)
    offered = [each for each in _offered(work) if each.id != besides]
    while offered and week.first <= span.last:
        found += in_week(work, offered, week)
        week = Span(week.first + _WEEK, week.last + _WEEK)
    return sorted((each for each in found if each.time.day is not None and each.time.day in span), key=_by_time)


def of_days(work: UnitOfWork, span: Span) -> list[ThingThisWeek]:
    """Those that fall on some days and are not left for another week, by time."""
    return [each for each in times_in(work, span) if not each.time.not_this_week]


def whenever(work: UnitOfWork, day: date) -> list[ThingThisWeek]:
    """Those of the week of a day that fit whenever, and are still there to be done."""
    found = in_week(work, _offered(work), week_of(day, household(work).week_start))
    return [each for each in found if each.time.day is None and each.is_waiting]


def _offered(work: UnitOfWork) -> list[SmallThing]:
    return [each for each in work.all(SmallThing) if not each.resting]


def _by_time(each: ThingThisWeek) -> tuple[object, ...]:
    time_ = each.time
    return time_.day or date.max, time_.clock is None, time_.clock or time.min, each.thing.title.casefold(), time_.id
