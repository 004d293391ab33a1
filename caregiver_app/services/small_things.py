"""The small things of one day, for Today: as light as the first page needs it."""

from __future__ import annotations

from datetime import date

from caregiver_app.domain.calendar import Span, week_of
from caregiver_app.domain.selfcare import SmallThing, SmallThingTime
from caregiver_app.domain.selfcare_week import ThingThisWeek, fresh_time
from caregiver_app.services.household import household
from caregiver_app.storage import care_tables  # noqa: F401  # adds its tables
from caregiver_app.storage.unit_of_work import UnitOfWork


def of_days(work: UnitOfWork, span: Span) -> list[ThingThisWeek]:
    """Those that fall on some days as planned, or as usual, and are not left for another week."""
    start = household(work).week_start
    weeks = {week.first: week for week in (week_of(day, start) for day in (span.first, span.last))}
    found = (each for week in weeks.values() for each in _of_week(work, week))
    return [each for each in found if each.time.day is not None and each.time.day in span]


def whenever(work: UnitOfWork, day: date) -> list[ThingThisWeek]:
    """Those of the week of a day that fit whenever, and are still there to be done."""
    found = _of_week(work, week_of(day, household(work).week_start))
    return [each for each in found if each.time.day is None and each.is_waiting]


def _of_week(work: UnitOfWork, week: Span) -> list[ThingThisWeek]:
    known = {each.thing_id: each for each in work.where(SmallThingTime, week=week.first)}
    things = [each for each in work.all(SmallThing) if not each.resting]
    found = [ThingThisWeek(thing=each, time=known.get(each.id) or fresh_time(each, week)) for each in things]
    return [each for each in found if not each.time.not_this_week]
