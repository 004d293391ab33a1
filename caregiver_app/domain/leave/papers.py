"""The paper clocks: notice, certification, recertification, employer's notices, premiums."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from caregiver_app.domain.leave.days import is_leap_year
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

NOTICE_DAYS = 30
CERTIFICATION_DAYS = 15
CURE_DAYS = 7
BUSINESS_DAYS = 5
BALANCE_DAYS = 30
METHOD_DAYS = 60
PREMIUM_GRACE_DAYS = 31
PREMIUM_NOTICE_DAYS = 15
RECERTIFICATION_DAYS = 30
RECERTIFICATION_MONTHS = 6
FRIDAY = 5


class Clock(StrEnum):
    """What a date is due for, and what its count starts from."""

    NOTICE_BY = "notice_by"  # first day of leave
    CERTIFICATION_DUE = "certification_due"  # request
    CERTIFICATION_CURE = "certification_cure"  # written notice of what is missing
    ELIGIBILITY_NOTICE = "eligibility_notice"  # request
    DESIGNATION_NOTICE = "designation_notice"  # day of enough information
    BALANCE_REQUEST = "balance_request"  # last request
    METHOD_CHANGE = "method_change"  # notice to all
    PREMIUM_STOP = "premium_stop"  # due date of the premium
    RECERTIFICATION = "recertification"  # last certification


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The latest day; the earliest one for a balance request, method change, premium stop or recertification."""

    due: date | None
    not_settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperClock:
    """A clock with what it needs to know: holidays (business days), leave taken since, mailed notice, and duration.

    `minimum_days` is the duration a certification tells of; `lifetime` that it has no end.
    """

    kind: Clock
    start: date
    holidays: frozenset[date] = frozenset()
    leave_taken: bool = True
    notice_mailed: date | None = None
    minimum_days: int | None = None
    lifetime: bool = False


def business_days_after(start: date, days: int, holidays: Collection[date] = ()) -> date:
    """The last of some business days after a day; weekends and holidays are left out, which is not settled."""
    day = start
    while days:
        day += timedelta(1)
        days -= day.isoweekday() <= FRIDAY and day not in holidays
    return day


def months_after(day: date, months: int) -> date:
    """The same day some months on, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    lengths = (31, 29 if is_leap_year(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return date(year, month + 1, min(day.day, lengths[month]))


def _after(clock: PaperClock, *, days: int) -> Deadline:
    return Deadline(due=clock.start + timedelta(days))


def _business(clock: PaperClock) -> Deadline:
    """The employer's five business days, which no rule defines. 29 CFR 825.300(b)(1), (d)(1)."""
    return Deadline(due=business_days_after(clock.start, BUSINESS_DAYS, clock.holidays), not_settled=True)


def _balance_request(clock: PaperClock) -> Deadline:
    """At most once in 30 days, and only if leave was taken in them. 29 CFR 825.300(d)(6)."""
    return _after(clock, days=BALANCE_DAYS) if clock.leave_taken else Deadline(due=None)


def _premium_stop(clock: PaperClock) -> Deadline:
    """More than 30 days late, and 15 days after a written notice. 29 CFR 825.212(a)."""
    if clock.notice_mailed is None:
        raise InvalidEntry("notice_mailed", tr("Type the day your employer mailed its notice."))
    late = clock.start + timedelta(PREMIUM_GRACE_DAYS)
    return Deadline(due=max(late, clock.notice_mailed + timedelta(PREMIUM_NOTICE_DAYS)))


def _recertification(clock: PaperClock) -> Deadline:
    """With an absence: after 30 days, or the longer duration certified, but in all cases every six months.

    29 CFR 825.308(a), (b). Without an absence there is none.
    """
    if not clock.leave_taken:
        return Deadline(due=None)
    six_months = months_after(clock.start, RECERTIFICATION_MONTHS)
    if clock.lifetime:
        return Deadline(due=six_months)
    days = max(RECERTIFICATION_DAYS, clock.minimum_days or 0)
    return Deadline(due=min(six_months, clock.start + timedelta(days)))


_CLOCKS: dict[Clock, Callable[[PaperClock], Deadline]] = {
    Clock.NOTICE_BY: partial(_after, days=-NOTICE_DAYS),  # 825.302(a)
    Clock.CERTIFICATION_DUE: partial(_after, days=CERTIFICATION_DAYS),  # 825.305(b)
    Clock.CERTIFICATION_CURE: partial(_after, days=CURE_DAYS),  # 825.305(c)
    Clock.ELIGIBILITY_NOTICE: _business,
    Clock.DESIGNATION_NOTICE: _business,
    Clock.BALANCE_REQUEST: _balance_request,
    Clock.METHOD_CHANGE: partial(_after, days=METHOD_DAYS),  # 825.200(d)(1)
    Clock.PREMIUM_STOP: _premium_stop,
    Clock.RECERTIFICATION: _recertification,
}


def deadline(clock: PaperClock) -> Deadline:
    """The date on a paper clock. Raises InvalidEntry at `notice_mailed` for a premium without a mailed notice."""
    return _CLOCKS[clock.kind](clock)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDelay:
    """For how many days the employer may delay protection, and the first day that is protected for sure."""

    delay_days: int
    protected_from: date
    not_settled: bool = False


def notice_delay(
    *, foreseeable_30_days: bool, notice_given: date, leave_begins: date, notice_due: date | None = None
) -> NoticeDelay:
    """What a late notice costs. 29 CFR 825.304.

    Leave known 30 days ahead: 30 days from the notice. Otherwise the days by which notice was late; `notice_due` is
    the day on which it could have been given. Raises InvalidEntry at `notice_due` when that is needed and missing.
    """
    if foreseeable_30_days:
        late = notice_given + timedelta(NOTICE_DAYS) - leave_begins
    elif notice_due is None:
        raise InvalidEntry("notice_due", tr("Type the first day on which you could have told your employer."))
    else:
        late = notice_given - notice_due
    delay = max(timedelta(0), late)
    return NoticeDelay(delay_days=delay.days, protected_from=leave_begins + delay)


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationLate:
    """When a certification was due, and the days a late one may leave without protection; both None when none."""

    due: date
    none_protected: bool
    unprotected_from: date | None
    unprotected_to: date | None
    not_settled: bool = False


def certification_late(requested: date, returned: date | None, *, good_faith: bool = False) -> CertificationLate:
    """What a late certification costs. 29 CFR 825.305(b), 825.313.

    The days after the due date up to the day of receipt; none after diligent good-faith efforts. A certification
    that never comes protects nothing.
    """
    due = requested + timedelta(CERTIFICATION_DAYS)
    is_late = returned is not None and returned > due and not good_faith
    return CertificationLate(
        due=due,
        none_protected=returned is None,
        unprotected_from=due + timedelta(1) if is_late else None,
        unprotected_to=returned if is_late else None,
    )
