"""The days on which time comes back, in the number that is told: not sure it is the least of the methods."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from caregiver_app.domain.leave.answers import Figures
from caregiver_app.domain.leave.balance import LeaveCount
from caregiver_app.domain.leave.charge import DayWeeks
from caregiver_app.domain.leave.days import DAY, Method, Moment
from caregiver_app.domain.leave.records import YearKnown
from caregiver_app.services.leave.counting import Counting


def returns_of(counting: Counting, holding: LeaveCount, figures: Figures, today: date) -> tuple[DayWeeks, ...]:
    """What comes back by day, from tomorrow on; `holding` is the count that the figures are of."""
    if counting.job.known is YearKnown.TOLD or counting.is_military(today):
        return tuple(_of_one(counting, holding, figures.used.weeks, today))
    views = counting.candidates(today)
    days = {each.day for count in views for each in _of_one(counting, count, count.used(today), today)}
    rises = ((day, _rise(counting, day)) for day in sorted(days))
    return tuple(DayWeeks(day=day, weeks=weeks) for day, weeks in rises if weeks > 0)


def _of_one(counting: Counting, count: LeaveCount, used: Fraction, today: date) -> list[DayWeeks]:
    """What comes back under one count, as long as its rule holds."""
    until, year = counting.holds_until(count, today), counting.year(count, today)
    if count.rule.method is Method.ROLLING:
        return [each for each in count.return_schedule(today).returns if each.day.toordinal() <= until]
    if year is not None and used and until > year[1].toordinal():
        return [DayWeeks(day=year[1] + DAY, weeks=used)]
    return []


def _rise(counting: Counting, day: date) -> Fraction:
    """By how much more is left at the start of a day than at the end of the one before, whichever methods hold."""
    return counting.remaining(day, Moment.BEFORE) - counting.remaining(day - DAY)
