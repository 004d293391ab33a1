"""Treatment series: on which days the visits fall, and how the rest of them slide."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from itertools import islice
from uuid import UUID

from caregiver_app.domain.appointments import Appointment, Series
from caregiver_app.domain.calendar import FOREVER, LONGEST_SERIES, Repeat, Span
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words
from caregiver_app.words import tr

MOST_VISITS = 200
FARTHEST_SLIDE = 366  # days


def dates_of(first: date, repeat: Repeat | None) -> list[date]:
    """The days of all visits that are planned from `first` on; the first one falls on the first day of the pattern.

    Raises InvalidEntry at "repeat" for a series without an end, without a day, or of more than 200 visits.
    """
    if repeat is None:
        return [first]
    if repeat.until is None and repeat.count is None:
        raise InvalidEntry("repeat", tr("Type how many visits there are, or a last day."))
    start = repeat.first_on_or_after(first)
    pattern = repeat.turned((start - first).days)
    found = list(islice(pattern.days(start, Span(start, FOREVER)), LONGEST_SERIES + 1))
    if not found:
        raise InvalidEntry("repeat", tr("The last day is before the first visit. Type a later one."))
    _check_count(len(found))
    return found


def dates_from(visit: date, repeat: Repeat) -> list[date]:
    """The days of a series of which the first visit is planned already; its day comes first.

    Raises InvalidEntry at "repeat", also when that day is not in the pattern, or no more days are.
    """
    days = dates_of(visit, repeat)
    if days[0] != visit:
        sentence = tr("The visit is on {day}, and these dates start on {first}. Add its day, or move the visit first.")
        raise InvalidEntry("repeat", sentence.format(day=day_words(visit), first=day_words(days[0])))
    if len(days) == 1:
        raise InvalidEntry(
            "repeat", tr("This is one visit. Type how many there are in all, like “Every week, 6 times.”")
        )
    return days


def _check_count(count: int) -> None:
    if count > MOST_VISITS:
        number = f"{count:,}" if count <= LONGEST_SERIES else tr("over {n}").format(n=f"{LONGEST_SERIES:,}")
        sentence = tr("That would be {number} visits. Up to {most} fit in one series; more can be added later.")
        raise InvalidEntry("repeat", sentence.format(number=number, most=MOST_VISITS))



def slid(appointments: Iterable[Appointment], from_day: date, days: int) -> list[tuple[Appointment, date]]:
    """The planned visits from a day on, in order, each with its day when all move by some days.

    Raises InvalidEntry at "days".
    """
    if days == 0:
        raise InvalidEntry("days", tr("Type by how many days the visits move, like 7."))
    if abs(days) > FARTHEST_SLIDE:
        sentence = tr("Type a number of days up to {most}. {days} is more than a year.")
        raise InvalidEntry("days", sentence.format(most=FARTHEST_SLIDE, days=f"{abs(days):,}"))
    moving = (each for each in appointments if each.is_planned and each.day >= from_day)
    return [(each, each.day + timedelta(days)) for each in sorted(moving, key=_sort_key)]




def _sort_key(appointment: Appointment) -> tuple[date, bool, time, str, UUID]:
    return appointment.sort_key


def next_days(series: Series, last: Appointment, count: int) -> list[date]:
    """The next days of a series after its last visit, slid as that one was. Raises InvalidEntry at "count"."""
    if not 1 <= count <= MOST_VISITS:
        raise InvalidEntry("count", tr("Type how many visits to add, from 1 to {most}.").format(most=MOST_VISITS))
    ahead = Span((last.original or last.day) + timedelta(1), FOREVER)
    return [day + timedelta(last.slid) for day in islice(series.repeat.pattern(series.first, ahead), count)]
