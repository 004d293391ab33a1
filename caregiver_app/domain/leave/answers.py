"""What the Leave tab and its sheets show of one job: the answers as values, not yet in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.leave.charge import DayWeeks
from caregiver_app.domain.leave.days import Method, YearRule
from caregiver_app.domain.leave.methods import CountDifference
from caregiver_app.domain.leave.papers import Deadline
from caregiver_app.domain.leave.plan import EarliestBlock, ProtectedPlan
from caregiver_app.domain.leave.records import (
    EmployerCount,
    LeaveJob,
    LeavePaper,
    MethodChanged,
    TimeOff,
    WorkPattern,
)
from caregiver_app.domain.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Leave as weeks, exactly, and as minutes of the usual week in force then; `days` and `weeks_whole` for words."""

    weeks: Fraction
    minutes: Fraction
    whole_weeks: int = 0
    days: Fraction = Fraction(0)


class OpenPoint(StrEnum):
    """What the law leaves open, or what only the employer knows."""

    METHOD = "method"
    SHARED = "shared"
    LEAP_DAY = "leap day"
    CLOSED_DAYS = "closed days"
    CHANGE = "change"
    SERVICEMEMBER = "servicemember"
    FIXED_YEAR = "fixed year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The big answer on a day. `least` and `most` differ from `left` only while the method is not sure.

    `left` is then the least of all methods. `used` and `planned` are of the current leave year or window; `over`
    is time off beyond what the law protects. `after_planned` is what is left on `after_day`, the last planned day of
    that year or window: the very figure of that day, so not sure the least again (`after_may_be_more`). `later` is what
    is planned after `until`, the last day of that year or window. `rule` is what it is counted by. `not_settled`: ask
    the employer, about `open_points`. `hours_left` are minutes by the count of an employer that turns weeks into hours.
    """

    day: date
    entitlement: Amount
    used: Amount
    planned: Amount
    left: Amount
    after_planned: Amount
    least: Amount
    most: Amount
    over: Amount
    by_method: tuple[tuple[Method, Amount], ...] = ()
    after_day: date | None = None
    after_may_be_more: bool = False
    later: Amount | None = None
    until: date | None = None
    rule: YearRule | None = None
    not_settled: bool = False
    open_points: tuple[OpenPoint, ...] = ()
    hours_left: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry of the log with what it was counted as, and what was left after it.

    `over_weeks` is the part of `weeks` that the law does not protect.
    """

    time_off: TimeOff
    minutes: int
    weeks: Fraction
    left_after: Amount
    over_weeks: Fraction = Fraction(0)
    appointment: Appointment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningPaper:
    """A paper clock with its day."""

    paper: LeavePaper
    deadline: Deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAnswer(ProtectedPlan):
    """A plan held against the log.

    `minutes` are those of its days that are protected, each as long as it is. `left` is what is left after `day`, its
    last one, as time of the usual week of then; None for a plan without days. Days `already_off` in the log are not
    taken a second time. `tested_again` is its first day that is the first absence of a new leave year: the employer
    may test then whether the person is still eligible. `open_points` is what is open on its first and last day.
    """

    minutes: Fraction
    day: date | None = None
    left: Amount | None = None
    already_off: tuple[date, ...] = ()
    tested_again: date | None = None
    open_points: tuple[OpenPoint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EarliestAnswer(EarliestBlock):
    """The earliest block held against the log, with what is open on its first day."""

    open_points: tuple[OpenPoint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveView:
    """Everything the Leave tab shows of one job.

    `figures`, `returns` and `difference` are None or empty while there is no usual week yet, while the
    rules for this kind of worker are others (`supported` is False), where the law does not count the person cared for
    (`covered` is False), or while the log can't be counted (`problem` says why); then the rows have no weeks and
    nothing left. `leave_year` is the year that is open today, both days included; None for a rolling year or when none
    is open. `returns` are the next days on which time comes back.
    `rows` are in the order of their days, `earlier_rows` is how many older ones were left out. `papers` that still
    run come first. `assumed` names the facts that nobody has confirmed.
    """

    job: LeaveJob
    person: Person
    patterns: tuple[WorkPattern, ...] = ()
    changes: tuple[MethodChanged, ...] = ()
    supported: bool = True
    covered: bool = True
    figures: Figures | None = None
    leave_year: tuple[date, date] | None = None
    rows: tuple[Row, ...] = ()
    returns: tuple[DayWeeks, ...] = ()
    papers: tuple[RunningPaper, ...] = ()
    employer_counts: tuple[EmployerCount, ...] = ()
    difference: CountDifference | None = None
    assumed: tuple[str, ...] = ()
    earlier_rows: int = 0
    problem: str = ""
