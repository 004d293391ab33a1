"""What the family keeps about leave: who works where, usual weeks, time off, the employer's count, papers."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from caregiver_app.domain.leave.balance import Worker
from caregiver_app.domain.leave.days import Method, MonthDay
from caregiver_app.domain.leave.entries import LeaveEntry, LeaveKind
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.schedule import DayMinutes, ScheduleEntry, Span, Week, WorkweekStart
from caregiver_app.domain.people import LONGEST_NAME, LONGEST_NOTE
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record
from caregiver_app.words import tr

USUAL_INCREMENT = 60  # minutes


class YearKnown(StrEnum):
    """What is known of how the employer counts its leave year. Not sure is not the same as none chosen."""

    TOLD = "told"
    NOT_SURE = "not sure"
    NONE_CHOSEN = "none chosen"


class LeaveReason(StrEnum):
    """Why somebody is away, in words that an employer may read: no diagnosis, no place."""

    CARE = "care"
    APPOINTMENT = "appointment"
    OTHER = "other"


class PaidFrom(StrEnum):
    """What pays for time off; it changes nothing in what is counted. 29 CFR 825.207."""

    UNPAID = "unpaid"
    PTO = "pto"
    SICK = "sick"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveJob(Record):
    """One person's work for one employer, with a count of leave of its own.

    `method` and `fixed_start` hold when `known` is TOLD. `relation` is what the person cared for is to the one who
    works. `increment` is the smallest step in minutes that the employer counts. `counts_hours`: the employer keeps
    converted hours, not weeks. `military_from` is the first day of leave to care for a servicemember. `confirmed`
    names the facts among these that the person has confirmed: the others are assumed.
    """

    person_id: UUID
    employer: str = ""
    supervisor: str = ""
    hired_on: date | None = None
    known: YearKnown = YearKnown.NOT_SURE
    method: Method | None = None
    fixed_start: MonthDay | None = None
    workweek_start: WorkweekStart = WorkweekStart.SUNDAY
    increment: int = USUAL_INCREMENT
    counts_hours: bool = False
    spouse_same_employer: bool = False
    worker: Worker = Worker.ORDINARY
    relation: Relation | None = None
    military_from: date | None = None
    state: str = ""
    confirmed: frozenset[str] = frozenset()
    holidays: tuple[date, ...] = ()
    holidays_worked: tuple[date, ...] = ()
    closures: tuple[Span, ...] = ()
    overtime: tuple[DayMinutes, ...] = ()
    notes: str = ""
    former: bool = False

    def __post_init__(self) -> None:
        for name in ("employer", "supervisor"):
            if len(getattr(self, name)) > LONGEST_NAME:
                raise InvalidEntry(name, tr("This name is very long. Keep it to 200 letters."))
        if self.known is YearKnown.TOLD and self.method is None:
            raise InvalidEntry("method", tr("Choose how the job counts the year, or “Not sure.”"))
        if self.method is Method.FIXED and self.fixed_start is None:
            raise InvalidEntry("fixed_start", tr("Type the day the leave year starts, like “Oct 1.”"))
        if not 1 <= self.increment <= USUAL_INCREMENT:
            raise InvalidEntry("increment", tr("By law this is 1 hour at most. Type minutes from 1 to 60."))
        if len(self.notes) > LONGEST_NOTE:
            raise InvalidEntry("notes", tr("This note is over 20,000 letters. Please keep a shorter one here."))


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPattern(Record):
    """A usual week, or weeks that take turns, from a day on; `cycle_start` is the Sunday of the first of them."""

    job_id: UUID
    first_day: date
    cycle_start: date
    weeks: tuple[Week, ...]

    def __post_init__(self) -> None:
        self.entry()

    def entry(self) -> ScheduleEntry:
        """The same for the rules. Raises InvalidEntry at `weeks` or `cycle_start`."""
        return ScheduleEntry(first_day=self.first_day, cycle_start=self.cycle_start, weeks=self.weeks)


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodChanged(Record):
    """The employer went over to another method: told everybody on `notice`, in force from `effective` on."""

    job_id: UUID
    old_method: Method
    old_fixed_start: MonthDay | None = None
    notice: date
    effective: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOff(Record):
    """Time off as it was logged or planned: a day, days in a row, or every nth day of a stretch.

    `minutes` are those of each day, None means every scheduled minute. `planned`: it is still to come. `told_on`,
    `told_how` and `told_whom` are the notice given at work. `appointment_id` is the visit it is for.
    """

    job_id: UUID
    first: date
    last: date
    every_days: int = 1
    minutes: int | None = None
    kind: LeaveKind = LeaveKind.FMLA
    planned: bool = False
    reason: LeaveReason = LeaveReason.CARE
    paid: PaidFrom = PaidFrom.UNPAID
    told_on: date | None = None
    told_how: str = ""
    told_whom: str = ""
    appointment_id: UUID | None = None
    notes: str = ""

    def __post_init__(self) -> None:
        self.entry()
        if len(self.notes) > LONGEST_NOTE:
            raise InvalidEntry("notes", tr("This note is over 20,000 letters. Please keep a shorter one here."))

    def entry(self) -> LeaveEntry:
        """The same for the rules. Raises InvalidEntry at `last`, `every_days` or `minutes`."""
        return LeaveEntry(
            first=self.first,
            last=self.last,
            every_days=self.every_days,
            minutes=self.minutes,
            kind=self.kind,
            paid=self.paid is not PaidFrom.UNPAID,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerCount(Record):
    """What the employer says was used on one day of leave, in minutes, to hold against the own log."""

    job_id: UUID
    day: date
    minutes: int
    notes: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.minutes <= 24 * 60:
            raise InvalidEntry("minutes", tr("A day has 24 hours. Type what the employer counted for this day."))


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavePaper(Record):
    """One paper clock that is running: a certification asked for, a notice given. `done_on` ends it."""

    job_id: UUID
    clock: Clock
    start: date
    minimum_days: int | None = None
    lifetime: bool = False
    notice_mailed: date | None = None
    leave_taken: bool = True
    done_on: date | None = None
    remind: bool = False
    notes: str = ""
