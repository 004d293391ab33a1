"""The small things of one day, for Today: as light as the first page needs it."""

from __future__ import annotations

from datetime import date

from caregiver_app.domain.calendar import week_of
from caregiver_app.domain.selfcare import SmallThing, SmallThingTime
from caregiver_app.domain.selfcare_week import ThingThisWeek, fresh_time
from caregiver_app.services.household import household
from caregiver_app.storage import care_tables  # noqa: F401  # adds its tables
from caregiver_app.storage.unit_of_work import UnitOfWork


def of_day(work: UnitOfWork, day: date) -> list[ThingThisWeek]:
    """Those that fall on a day as planned, or as usual, and are not left for another week."""
    week = week_of(day, household(work).week_start)
    known = {each.thing_id: each for each in work.where(SmallThingTime, week=week.first)}
    things = [each for each in work.all(SmallThing) if not each.resting]
    found = [ThingThisWeek(thing=each, time=known.get(each.id) or fresh_time(each, week)) for each in things]
    return [each for each in found if each.time.day == day and not each.time.not_this_week]
