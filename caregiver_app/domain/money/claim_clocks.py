"""The next day that matters for a claim. The notice of the plan decides; these are the usual days of the law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from caregiver_app.domain.claims import Claim, ClaimState, PlanKind

PLAN_APPEAL = timedelta(180)  # 45 CFR 147.136(b); 29 CFR 2560.503-1(h)(3)(i)
PLAN_DECISION = timedelta(60)  # after the care was given: 29 CFR 2560.503-1(i)(2)(iii)
MEDICARE_APPEAL = timedelta(120)  # from the Medicare summary notice: 42 CFR 405.942
MEDICARE_DECISION = timedelta(60)  # 42 CFR 405.950
PRIVATE_MEDICARE_APPEAL = timedelta(60)  # 65 under the newer rule: the shorter one is safe
REVIEW_MONTHS = 4  # 45 CFR 147.136(d)(2)(i)
_PRIVATE = (PlanKind.EMPLOYER_PLAN, PlanKind.OWN_PLAN)
_PRIVATE_MEDICARE = (PlanKind.MEDICARE_ADVANTAGE, PlanKind.MEDICARE_DRUGS)


class NextStep(StrEnum):
    """What comes next for a claim."""

    FILE = "file"
    ANSWER = "answer"  # the plan's
    CHECK = "check"  # the explanation of benefits against the bill
    APPEAL = "appeal"
    APPEAL_ANSWER = "appeal answer"
    OUTSIDE_REVIEW = "outside review"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimClock:
    """The next step of a claim, and its last day. None means that no day is known: the notice or the plan tells.

    `by_notice`: the day was read off the notice, so it holds; else it is the usual one.
    """

    step: NextStep
    day: date | None = None
    by_notice: bool = False


def next_clock(claim: Claim) -> ClaimClock | None:
    """The next step of a claim, None when nothing is open. 29 CFR 2560.503-1; 45 CFR 147.136; 42 CFR 405.942."""
    if not claim.is_open:
        return None
    if claim.state is ClaimState.DENIED:
        return _after_denial(claim)
    if claim.state is ClaimState.APPEALED and claim.appealed_on is not None:
        return ClaimClock(step=NextStep.APPEAL_ANSWER, day=_decision(claim.plan, claim.appealed_on))
    if claim.state is ClaimState.ANSWERED:
        return ClaimClock(step=NextStep.CHECK)
    if claim.state is ClaimState.FILED and claim.filed_on is not None:
        day = claim.filed_on + PLAN_DECISION if claim.plan in _PRIVATE else None
        return ClaimClock(step=NextStep.ANSWER, day=day)
    return ClaimClock(step=NextStep.FILE)


def _after_denial(claim: Claim) -> ClaimClock | None:
    if claim.denied_on is None:
        return None
    again = claim.is_denied_again
    step = NextStep.OUTSIDE_REVIEW if again and claim.plan in _PRIVATE else NextStep.APPEAL
    if claim.appeal_by is not None:
        return ClaimClock(step=step, day=claim.appeal_by, by_notice=True)
    if again:  # the later steps differ: only that of private plans has one day for all
        day = months_after(claim.denied_on, REVIEW_MONTHS) if claim.plan in _PRIVATE else None
        return ClaimClock(step=step, day=day)
    return ClaimClock(step=step, day=_appeal_by(claim.plan, claim.denied_on))


def _appeal_by(plan: PlanKind, denied_on: date) -> date | None:
    """The last day to appeal; not moved for weekends or holidays, which is the safe side."""
    if plan in _PRIVATE:
        return denied_on + PLAN_APPEAL
    if plan is PlanKind.MEDICARE:
        return denied_on + MEDICARE_APPEAL
    if plan in _PRIVATE_MEDICARE:
        return denied_on + PRIVATE_MEDICARE_APPEAL
    return None  # states and others differ


def _decision(plan: PlanKind, appealed_on: date) -> date | None:
    if plan in _PRIVATE:
        return appealed_on + PLAN_DECISION
    return appealed_on + MEDICARE_DECISION if plan is PlanKind.MEDICARE else None


def months_after(day: date, months: int) -> date:
    """The same day some months later; where the month has none, the first of the next. 45 CFR 147.136(d)(2)(i)."""
    years, month = divmod(day.month - 1 + months, 12)
    try:
        return day.replace(year=day.year + years, month=month + 1)
    except ValueError:  # no such day: the month that follows has a first
        years, month = divmod(day.month + months, 12)
        return date(day.year + years, month + 1, 1)
