"""What was kept of the weeks of small things, apart from the rest of self-care: the first page asks for it."""

from __future__ import annotations

from datetime import date

from caregiver_app.domain.selfcare import SmallThingTime
from caregiver_app.storage.care_tables import small_thing_times
from caregiver_app.storage.unit_of_work import UnitOfWork


def times_between(work: UnitOfWork, first: date, last: date) -> list[SmallThingTime]:
    """The small things of the weeks that begin on some days."""
    return work.where(SmallThingTime, small_thing_times.c.week.between(first, last))
