"""Logs time off: new, changed, taken as planned, from a visit; refuses at the field what can't be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.leave.entries import LeaveEntry, LeaveKind, check_entry
from caregiver_app.domain.leave.family import Relative, check_family
from caregiver_app.domain.leave.records import LeaveJob, LeaveReason, TimeOff
from caregiver_app.domain.leave.schedule import DAY_MINUTES, Job, WorkCalendar
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.rides import Leg, arrive_by, drop_off_at, travel_of
from caregiver_app.domain.spoken import day_words
from caregiver_app.domain.visits import Visit
from caregiver_app.services.leave.stored import job_for_rules, patterns_of
from caregiver_app.storage.leave_rows import entries_between
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


def log(work: UnitOfWork, *, entries: Sequence[TimeOff]) -> None:
    """Keep new time off, all of it or none.

    Raises InvalidEntry at `first` before the job began, on days off already, or on days without any work; at
    `minutes` (TooManyMinutes) for more time off than a day has work; at `relation` for FMLA leave to care for
    somebody whom the law does not cover.
    """
    for problem in problems(work, entries=entries):
        if problem is not None:
            raise problem
    for entry in entries:
        work.put(entry)


def problems(work: UnitOfWork, *, entries: Sequence[TimeOff]) -> list[InvalidEntry | None]:
    """For each new entry why it can't be logged beside the log and the entries before it; None when it can."""
    checks: dict[UUID, _Check] = {}
    found: list[InvalidEntry | None] = []
    for entry in entries:
        if entry.job_id not in checks:
            checks[entry.job_id] = _Check(work, entry.job_id, [each for each in entries if each.job_id == entry.job_id])
        found.append(checks[entry.job_id].problem(entry))
    return found


class _Check:
    """One job with the log of the days that matter, to hold new entries against."""

    def __init__(self, work: UnitOfWork, job_id: UUID, entries: Sequence[TimeOff]) -> None:
        self.job = work.need(LeaveJob, job_id)
        self.rules_job = job_for_rules(self.job, patterns_of(work, job_id))
        self.calendar = WorkCalendar(self.rules_job)
        changed = {entry.id for entry in entries}
        first, last = min(entry.first for entry in entries), max(entry.last for entry in entries)
        self._on_day: dict[int, list[LeaveEntry]] = defaultdict(list)
        self._long: list[LeaveEntry] = []
        for each in entries_between(work, job_id, first, last):
            if each.id not in changed:
                self._keep(each.entry())

    def _keep(self, entry: LeaveEntry) -> None:
        if entry.first == entry.last:
            self._on_day[entry.first.toordinal()].append(entry)
        else:
            self._long.append(entry)

    def _near(self, entry: LeaveEntry) -> list[LeaveEntry]:
        """The log on the days of an entry."""
        single = [each for number in entry.numbers() for each in self._on_day.get(number, ())]
        return [*single, *(each for each in self._long if each.first <= entry.last and each.last >= entry.first)]

    def problem(self, time_off: TimeOff) -> InvalidEntry | None:
        """Why an entry can't be logged; one that can is held against those that follow."""
        entry = time_off.entry()
        try:
            check_entry(entry, self._near(entry), self.calendar, self.job.hired_on)
            check_work(self.rules_job, self.calendar, entry)
            check_covered(self.job, entry)
        except InvalidEntry as problem:
            return problem
        self._keep(entry)
        return None


def check_work(job: Job, calendar: WorkCalendar, entry: LeaveEntry) -> None:
    """Raises InvalidEntry at `first` for leave on days that have no work at all: it would count as nothing."""
    if entry.kind is not LeaveKind.FMLA or not (job.schedule or job.mandatory_overtime):
        return
    if not any(calendar.minutes(number) for number in entry.numbers()):
        text = tr("There is no work on {day} in your usual week. Choose a workday, or change the usual week.")
        raise InvalidEntry("first", text.format(day=day_words(entry.first, with_year=True)))


def check_covered(job: LeaveJob, entry: LeaveEntry) -> None:
    """Raises InvalidEntry at `relation` for FMLA leave to care for somebody the law does not cover, such as a sister.

    Care of a servicemember is for next of kin too, so it is not looked at.
    """
    if entry.kind is LeaveKind.FMLA and job.relation is not None and job.military_from is None:
        check_family(Relative(relation=job.relation))


def change_time_off(work: UnitOfWork, *, before: TimeOff, after: TimeOff) -> None:
    """Keep a changed entry. Raises as `log` does, and StaleEdit when it is not what is stored."""
    work.expect(before)
    log(work, entries=[after])


def remove_time_off(work: UnitOfWork, *, time_off: TimeOff) -> None:
    """Take an entry out of the log."""
    work.expect(time_off)
    work.remove(time_off)


def mark_taken(work: UnitOfWork, *, time_off: TimeOff) -> None:
    """What was planned was taken as planned."""
    work.expect(time_off)
    work.put(replace(time_off, planned=False))


# From a visit


def from_visit(work: UnitOfWork, *, appointment_id: UUID, job_id: UUID) -> TimeOff:
    """Time off for a visit, filled in: its day, and the minutes from leaving home to being home, as far as known.

    Never more minutes than the day has work. What was logged for this visit before is returned as it is.
    """
    from caregiver_app.services.agenda import one_visit

    known = of_visit(work, appointment_id=appointment_id, job_id=job_id)
    if known is not None:
        return known
    visit = one_visit(work, work.need(Appointment, appointment_id))
    day = visit.appointment.day
    minutes = _within_work(minutes_away(visit), work_of_day(work, job_id=job_id, day=day))
    return TimeOff(
        job_id=job_id,
        first=day,
        last=day,
        minutes=minutes,
        planned=True,
        reason=LeaveReason.APPOINTMENT,
        appointment_id=appointment_id,
    )


def work_of_day(work: UnitOfWork, *, job_id: UUID, day: date) -> int:
    """Minutes of work that a job has on a day."""
    job = work.need(LeaveJob, job_id)
    return WorkCalendar(job_for_rules(job, patterns_of(work, job_id))).minutes(day.toordinal())


def of_visit(work: UnitOfWork, *, appointment_id: UUID, job_id: UUID) -> TimeOff | None:
    """The time off that was logged for a visit, if there is one."""
    found = work.where(TimeOff, appointment_id=appointment_id)
    return next((each for each in found if each.job_id == job_id), None)


def minutes_away(visit: Visit) -> int | None:
    """Minutes from leaving home until being home again; None where there is not enough to tell."""
    left, home = leaves_home(visit), _is_home(visit)
    if left is None or home is None:
        return None
    if home <= left:
        home += timedelta(days=1)
    return (home - left) // timedelta(minutes=1)


def leaves_home(visit: Visit) -> datetime | None:
    """When they leave home for a visit by local time; None where there is not enough to tell."""
    there = visit.trip(Leg.THERE)
    if there is not None and there.pick_up is not None:
        return there.pick_up
    arrival = arrive_by(visit.appointment)
    return arrival - (travel_of(visit.place) or timedelta()) if arrival is not None else None


def _is_home(visit: Visit) -> datetime | None:
    """When they were home as told afterwards; else as planned."""
    if visit.outcome is not None and visit.outcome.home_at is not None:
        return datetime.combine(visit.appointment.day, visit.outcome.home_at)
    home = visit.trip(Leg.HOME)
    end = drop_off_at(home.ride, visit.appointment, visit.place) if home is not None else None
    if end is not None or visit.appointment.ends is None:
        return end
    return visit.appointment.ends + (travel_of(visit.place) or timedelta())


def _within_work(minutes: int | None, work: int) -> int | None:
    if minutes is None:
        return None
    return min(minutes, work or DAY_MINUTES)
