"""Days without work: holidays, short closures, and closures that fill a workweek."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from caregiver_app.domain.leave.schedule import DAYS, Job, Span, WorkCalendar


@dataclass(slots=True, kw_only=True)
class Shut:
    """Day numbers without work. Those of `never` are not counted at all; those of `shut` count in a full week alone.

    `long_closures` has two sets of workweeks, by first day, for each: those it takes work from, and those it touches.
    """

    holidays: set[int] = field(default_factory=set)
    shut: set[int] = field(default_factory=set)
    never: set[int] = field(default_factory=set)
    long_closures: list[tuple[set[int], set[int]]] = field(default_factory=list)

    def weeks(self, calendar: WorkCalendar) -> set[int]:
        """The workweeks, by first day, that hold a day without work."""
        return {calendar.week_first(number) for number in self.shut | self.never}

    def unsettled_weeks(self, counted: Container[int]) -> set[int]:
        """The workweeks touched by a long closure that takes work from a week with counted leave: not settled."""
        found: set[int] = set()
        for taken, touched in self.long_closures:
            if any(week in counted for week in taken):
                found |= touched
        return found


def _weeks_taken(calendar: WorkCalendar, numbers: range) -> dict[int, bool]:
    """The workweeks from which days take work, by first day, and whether they take all of it."""
    taken: dict[int, bool] = {}
    for first in range(calendar.week_first(numbers.start), numbers.stop, DAYS):
        days = calendar.work_days(first)
        closed = [number for number in days if number in numbers]
        if closed:
            taken[first] = closed == days
    return taken


def _add_closure(found: Shut, calendar: WorkCalendar, closure: Span) -> None:
    numbers = range(closure.first.toordinal(), closure.last.toordinal() + 1)
    taken = _weeks_taken(calendar, numbers)
    if any(taken.values()):
        found.never.update(numbers)
        found.long_closures.append((set(taken), {calendar.week_first(number) for number in numbers}))
    else:
        found.shut.update(numbers)


def days_without_work(job: Job, calendar: WorkCalendar) -> Shut:
    """The holidays and closures of a job. 29 CFR 825.200(h).

    A closure is long when it covers every scheduled day of at least one workweek: then none of its days counts.
    """
    holidays = {day.toordinal() for day in job.holidays - job.holidays_worked}
    found = Shut(holidays=holidays, shut=set(holidays))
    for closure in job.closures:
        _add_closure(found, calendar, closure)
    return found
