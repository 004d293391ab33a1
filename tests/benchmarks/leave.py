"""Leave of many years: half an hour on each day, counted by our rules and by a bare two-pointer sweep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from caregiver_app.domain.household import Household
from caregiver_app.domain.leave.balance import Balance, count_leave
from caregiver_app.domain.leave.charge import DayWeeks
from caregiver_app.domain.leave.days import Method, YearRule, anniversary, year_before
from caregiver_app.domain.leave.entries import LeaveEntry, one_day
from caregiver_app.domain.leave.plan import ProtectedPlan, protect_plan
from caregiver_app.domain.leave.records import LeaveJob, TimeOff, WorkPattern, YearKnown
from caregiver_app.domain.leave.schedule import Job, ScheduleEntry
from caregiver_app.domain.people import Person, Role
from caregiver_app.storage.database import open_file
from tests.benchmarks.family import TODAY

TURNS = 15
HALF_HOUR = 30
WEEK = (480,) * 7
WEEK_MINUTES = sum(WEEK)
SUNDAY = date(2000, 1, 2)
JOB = Job(schedule=(ScheduleEntry(first_day=SUNDAY, cycle_start=SUNDAY, weeks=(WEEK,)),))
RULE = YearRule(method=Method.ROLLING)


def days(years: int) -> list[date]:
    """Every day of the years that end today."""
    count = round(years * 365.25)
    return [TODAY - timedelta(back) for back in range(count - 1, -1, -1)]


def records(years: int) -> list[LeaveEntry]:
    """Half an hour of leave on each of them."""
    return [one_day(day, HALF_HOUR) for day in days(years)]


def floor(entries: Sequence[LeaveEntry]) -> tuple[int, list[tuple[date, int]]]:
    """Minutes left today and what comes back on which day, by two pointers over dates and whole minutes."""
    limit, used, head = 12 * WEEK_MINUTES, 0, 0
    counted: list[tuple[date, int]] = []
    for entry in entries:
        day, minutes = entry.first, entry.minutes or 0
        gone = year_before(day)
        while head < len(counted) and counted[head][0] <= gone:
            used -= counted[head][1]
            head += 1
        part = min(minutes, limit - used)
        used += part
        counted.append((day, part))
    gone = year_before(TODAY)
    while head < len(counted) and counted[head][0] <= gone:
        used -= counted[head][1]
        head += 1
    return limit - used, [(anniversary(day), part) for day, part in counted[head:]]


def ours(entries: Sequence[LeaveEntry]) -> tuple[Balance, tuple[DayWeeks, ...]]:
    """The same by the rules."""
    count = count_leave(JOB, entries, RULE)
    return count.balance(TODAY), count.return_schedule(TODAY).returns


def planned(entries: Sequence[LeaveEntry]) -> ProtectedPlan:
    """A plan of every other day for a year, beside all that leave."""
    plan = LeaveEntry(first=TODAY + timedelta(1), last=TODAY + timedelta(365), every_days=2, minutes=240)
    return protect_plan(count_leave(JOB, entries, RULE), [plan], balance_day=plan.last)


def measure() -> dict[str, float]:
    """Seconds of each, taken in turn; the two ways must agree on every day."""
    twenty, ten = records(20), records(10)
    (balance, returns), (left, back) = ours(twenty), floor(twenty)
    same = [(each.day, int(each.weeks * WEEK_MINUTES)) for each in returns] == back
    if balance.remaining_weeks * WEEK_MINUTES != left or not same:
        raise SystemExit("the rules and the bare sweep differ")
    sides: dict[str, Callable[[], object]] = {
        "floor": partial(floor, twenty),
        "twenty": partial(ours, twenty),
        "ten": partial(ours, ten),
        "plan": partial(planned, twenty),
    }
    times: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(TURNS):
        for name, side in sides.items():
            started = perf_counter()
            side()
            times[name].append(perf_counter() - started)
    return {name: median(found) for name, found in times.items()}


def build(path: Path, years: int) -> None:
    """A file with a job and half an hour of leave on each day of these years."""
    me = Person(name="Sam Rivers", role=Role.CAREGIVER)
    job = LeaveJob(person_id=me.id, employer="Sample Works", known=YearKnown.TOLD, method=Method.ROLLING)
    database = open_file(path)
    with database.writing(datetime(2026, 11, 22, 8, tzinfo=UTC)) as work:
        work.put(Household(welcomed=True))
        work.put(me)
        work.put(job)
        work.put(WorkPattern(job_id=job.id, first_day=SUNDAY, cycle_start=SUNDAY, weeks=(WEEK,)))
        for day in days(years):
            work.put(TimeOff(job_id=job.id, first=day, last=day, minutes=HALF_HOUR))
    database.close()
