"""What time off would count as before it is saved: the live line of the form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from operator import attrgetter
from uuid import UUID

from caregiver_app.domain.leave.answers import Amount, OpenPoint
from caregiver_app.domain.leave.balance import check_worker
from caregiver_app.domain.leave.charge import Charges
from caregiver_app.domain.leave.entries import LeaveEntry, LeaveKind
from caregiver_app.domain.leave.plan import protect_plan
from caregiver_app.domain.leave.records import LeaveReason, TimeOff, YearKnown
from caregiver_app.services.leave.counting import Counting
from caregiver_app.services.leave.open_points import open_points
from caregiver_app.services.leave.stored import is_covered, stored
from caregiver_app.storage.leave_rows import Logged, logged
from caregiver_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """Time off that is not saved yet, held against the log and what is planned.

    `work_minutes` are the scheduled minutes of its days, `counted` what it takes of the leave, `over` what goes past
    what is left, `left` what is left after its last day. `days` are those with work. `not_settled`: ask the employer.
    `covered` is False where the law does not count the person cared for: then nothing of it is FMLA leave.
    `open_points` is what is open on its first and last day.
    """

    work_minutes: int
    days: int
    counted: Amount
    over: Amount
    first_over: date | None
    left: Amount
    not_settled: bool = False
    covered: bool = True
    open_points: tuple[OpenPoint, ...] = ()


def try_out(
    work: UnitOfWork, *, job_id: UUID, entries: Sequence[TimeOff], instead_of: TimeOff | None = None
) -> Tried | None:
    """What new time off would count as; `instead_of` is the entry it replaces. None without a usual week.

    Raises TooManyMinutes at `minutes` for more time off than a day has work, and OtherRules at `worker`.
    """
    kept = stored(work, job_id)
    check_worker(kept.job.worker)
    if not kept.patterns:
        return None
    rest = _without(logged(work, job_id), instead_of)
    before = Counting(kept, rest)
    new = [Logged(each.entry(), each.planned, each.reason) for each in entries]
    after = Counting(kept, [*rest, *new])
    return _tried(before, after, new)


def _without(entries: list[Logged], gone: TimeOff | None) -> list[Logged]:
    """The log without one entry; which of two that say the same does not matter."""
    if gone is not None:
        entry = gone.entry()
        place = next((n for n, each in enumerate(entries) if _same(each.entry, entry)), None)
        if place is not None:
            del entries[place]
    return entries


def _same(one: LeaveEntry, other: LeaveEntry) -> bool:
    said = attrgetter("first", "last", "every_days", "minutes", "kind")
    return bool(said(one) == said(other))


def _tried(before: Counting, after: Counting, new: list[Logged]) -> Tried:
    first = min(each.entry.first for each in new)
    last = max(date.fromordinal(each.entry.numbers()[-1]) for each in new)
    calendar = before.calendar
    days = sorted({number for each in new for number in each.entry.numbers() if calendar.minutes(number)})
    mine = [each.entry for each in new if each.entry.kind is LeaveKind.FMLA]
    other = [each.entry for each in new if each.entry.kind is LeaveKind.FMLA and each.reason is LeaveReason.OTHER]
    plans = [protect_plan(count, mine, other=other) for count in before.counts]
    choose = min if before.job.known is YearKnown.NOT_SURE else max
    plan = choose(plans, key=attrgetter("protected_weeks"))
    over_day = plan.first_unprotected_day or last
    return Tried(
        work_minutes=sum(map(calendar.minutes, days)),
        days=len(days),
        counted=_amount(before, plan.protected_weeks + plan.unprotected_weeks, mine, first),
        over=_amount(before, plan.unprotected_weeks, mine, over_day),
        first_over=plan.first_unprotected_day,
        left=after.amount(after.remaining(last), last),
        not_settled=plan.not_settled or (bool(mine) and before.is_shared(first)),
        covered=is_covered(before.job),
        open_points=open_points(before, first, last),
    )


def _amount(counting: Counting, weeks: Fraction, mine: list[LeaveEntry], day: date) -> Amount:
    """Workweeks as time of the workweek of a day: overtime in it makes an hour a smaller part of it."""
    amount = counting.amount(weeks, day)
    charged = {each.week_minutes for each in Charges(counting.rules_job, mine).days} if weeks else set()
    if len(charged) == 1:
        return Amount(weeks=weeks, minutes=weeks * charged.pop(), whole_weeks=amount.whole_weeks, days=amount.days)
    return amount
