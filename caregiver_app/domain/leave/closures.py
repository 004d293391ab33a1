"""Days without work: holidays, short closures, and closures that fill a workweek."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from caregiver_app.domain.leave.schedule import DAYS, Job, Span, WorkCalendar


@dataclass(slots=True, kw_only=True)
class Shut:
    """Day numbers without work. Those of `never` are not counted at all; those of `shut` count in a full week alone.

    `long_weeks` has, for each long closure, the first days of the workweeks from which it takes work.
    """

    holidays: set[int] = field(default_factory=set)
    shut: set[int] = field(default_factory=set)
    never: set[int] = field(default_factory=set)
    long_weeks: list[set[int]] = field(default_factory=list)

    def weeks(self, calendar: WorkCalendar) -> set[int]:
        """The workweeks, by first day, that hold a day without work."""
        return {calendar.week_first(number) for number in self.shut | self.never}

    def unsettled_weeks(self, counted: Container[int]) -> set[int]:
        """The workweeks of each long closure that takes work from a week with counted leave: not settled."""
        touched = (weeks for weeks in self.long_weeks if any(week in counted for week in weeks))
        return set().union(*touched)


def _weeks_touched(calendar: WorkCalendar, numbers: range) -> dict[int, bool]:
    """The workweeks from which days take work, by first day, and whether they take all of it."""
    touched: dict[int, bool] = {}
    for first in range(calendar.week_first(numbers.start), numbers.stop, DAYS):
        days = calendar.work_days(first)
        closed = [number for number in days if number in numbers]
        if closed:
            touched[first] = closed == days
    return touched


def _add_closure(found: Shut, calendar: WorkCalendar, closure: Span) -> None:
    numbers = range(closure.first.toordinal(), closure.last.toordinal() + 1)
    touched = _weeks_touched(calendar, numbers)
    if any(touched.values()):
        found.never.update(numbers)
        found.long_weeks.append(set(touched))
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
