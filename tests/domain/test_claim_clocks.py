"""What comes next for a claim, and until when."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_app.domain.claims import CallNote, Claim, ClaimState, PlanKind
from caregiver_app.domain.money.claim_clocks import ClaimClock, NextStep, months_after, next_clock
from caregiver_app.domain.problems import InvalidEntry

FILED = date(2026, 9, 1)
DENIED = date(2026, 10, 30)
APPEALED = date(2026, 11, 20)
AGAIN = date(2027, 1, 15)


@pytest.mark.parametrize(
    ("claim", "state", "clock"),
    [
        (Claim(billed_on=FILED), ClaimState.NOT_FILED, ClaimClock(step=NextStep.FILE)),
        (
            Claim(plan=PlanKind.EMPLOYER_PLAN, filed_on=FILED),
            ClaimState.FILED,
            ClaimClock(step=NextStep.ANSWER, day=date(2026, 10, 31)),
        ),
        (Claim(plan=PlanKind.MEDICAID, filed_on=FILED), ClaimState.FILED, ClaimClock(step=NextStep.ANSWER)),
        (Claim(filed_on=FILED, eob_on=DENIED), ClaimState.ANSWERED, ClaimClock(step=NextStep.CHECK)),
        (
            Claim(plan=PlanKind.OWN_PLAN, denied_on=DENIED),
            ClaimState.DENIED,
            ClaimClock(step=NextStep.APPEAL, day=date(2027, 4, 28)),
        ),
        (
            Claim(plan=PlanKind.MEDICARE, denied_on=DENIED),
            ClaimState.DENIED,
            ClaimClock(step=NextStep.APPEAL, day=date(2027, 2, 27)),
        ),
        (
            Claim(plan=PlanKind.MEDICARE_ADVANTAGE, denied_on=DENIED),
            ClaimState.DENIED,
            ClaimClock(step=NextStep.APPEAL, day=date(2026, 12, 29)),
        ),
        (Claim(plan=PlanKind.MEDICAID, denied_on=DENIED), ClaimState.DENIED, ClaimClock(step=NextStep.APPEAL)),
        (
            Claim(plan=PlanKind.MEDICAID, denied_on=DENIED, appeal_by=date(2027, 1, 28)),
            ClaimState.DENIED,
            ClaimClock(step=NextStep.APPEAL, day=date(2027, 1, 28), by_notice=True),
        ),
        (
            Claim(plan=PlanKind.EMPLOYER_PLAN, denied_on=DENIED, appealed_on=APPEALED),
            ClaimState.APPEALED,
            ClaimClock(step=NextStep.APPEAL_ANSWER, day=date(2027, 1, 19)),
        ),
        (
            Claim(plan=PlanKind.EMPLOYER_PLAN, denied_on=AGAIN, appealed_on=APPEALED),
            ClaimState.DENIED,
            ClaimClock(step=NextStep.OUTSIDE_REVIEW, day=date(2027, 5, 15)),
        ),
        (
            Claim(plan=PlanKind.MEDICARE, denied_on=AGAIN, appealed_on=APPEALED),
            ClaimState.DENIED,
            ClaimClock(step=NextStep.APPEAL),
        ),
        (Claim(denied_on=DENIED, paid_on=AGAIN), ClaimState.PAID, None),
        (Claim(denied_on=DENIED, closed=True), ClaimState.CLOSED, None),
    ],
)
def test_the_next_step_of_a_claim(claim: Claim, state: ClaimState, clock: ClaimClock | None) -> None:
    assert claim.state is state
    assert next_clock(claim) == clock


@pytest.mark.parametrize(
    ("day", "four_months_later"),
    [
        (date(2026, 10, 30), date(2027, 3, 1)),
        (date(2027, 10, 29), date(2028, 2, 29)),
        (date(2026, 7, 31), date(2026, 12, 1)),
        (date(2026, 8, 31), date(2026, 12, 31)),
        (date(2026, 9, 15), date(2027, 1, 15)),
    ],
)
def test_four_months_end_on_the_same_day_or_the_first_after(day: date, four_months_later: date) -> None:
    assert months_after(day, 4) == four_months_later


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"billed_on": DENIED, "filed_on": FILED}, "filed_on"),
        ({"filed_on": DENIED, "denied_on": FILED}, "denied_on"),
        ({"denied_on": DENIED, "appeal_by": FILED}, "appeal_by"),
    ],
)
def test_days_of_a_claim_the_wrong_way_round_are_told_at_the_later_one(days: dict[str, date], field: str) -> None:
    with pytest.raises(InvalidEntry) as told:
        Claim(**days)  # type: ignore[arg-type]
    assert told.value.field == field


def test_a_call_back_before_the_call_is_told() -> None:
    with pytest.raises(InvalidEntry, match="Call back: this is before the call"):
        CallNote(day=DENIED, call_back_on=FILED)
