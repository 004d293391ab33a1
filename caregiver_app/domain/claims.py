"""Getting money back: claims with their days, and the calls that were made about them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from caregiver_app.domain.expenses import check_name
from caregiver_app.domain.outcomes import MOST_MONEY
from caregiver_app.domain.people import LONGEST_NOTE
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record
from caregiver_app.words import tr


class PlanKind(StrEnum):
    """Who decides a claim; how long there is to appeal hangs on it."""

    EMPLOYER_PLAN = "employer plan"
    OWN_PLAN = "own plan"
    MEDICARE = "medicare"
    MEDICARE_ADVANTAGE = "medicare advantage"
    MEDICARE_DRUGS = "medicare drugs"
    MEDICAID = "medicaid"
    OTHER = "other"


class ClaimState(StrEnum):
    """How far a claim is, worked out of its days."""

    NOT_FILED = "not filed"
    FILED = "filed"
    ANSWERED = "answered"
    DENIED = "denied"
    APPEALED = "appealed"
    PAID = "paid"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """One claim for a bill: the days that each step happened, None for "not yet", and what was asked and allowed.

    `eob_on` is the day of the explanation of benefits, `denied_on` the day the last notice of denial came.
    `appeal_by` is the last day to appeal as the notice says it; None leaves it to the rules. Amounts are dollars.
    `closed` ends it.
    """

    expense_id: UUID | None = None
    company: str = ""
    plan: PlanKind = PlanKind.OTHER
    reference: str = ""
    billed_on: date | None = None
    billed: Decimal | None = None
    filed_on: date | None = None
    eob_on: date | None = None
    allowed: Decimal | None = None
    paid_on: date | None = None
    denied_on: date | None = None
    appeal_by: date | None = None
    appealed_on: date | None = None
    closed: bool = False
    notes: str = ""

    def __post_init__(self) -> None:
        for name in ("company", "reference"):
            check_name(name, getattr(self, name))
        for name in ("billed", "allowed"):
            amount = getattr(self, name)
            if amount is not None and not 0 <= amount <= MOST_MONEY:
                raise InvalidEntry(name, tr("Type an amount of money, like 12 or 12.50."))
        if len(self.notes) > LONGEST_NOTE:
            raise InvalidEntry("notes", tr("This note is over 20,000 letters. Please keep a shorter one here."))
        self._check_order("billed_on", "filed_on", tr("It was filed before the bill. Please check the days."))
        self._check_order("filed_on", "denied_on", tr("It was denied before it was filed. Please check the days."))
        self._check_order("denied_on", "appeal_by", tr("Appeal by: this is before the denial. Please check the days."))

    def _check_order(self, first: str, then: str, sentence: str) -> None:
        earlier, later = getattr(self, first), getattr(self, then)
        if earlier is not None and later is not None and later < earlier:
            raise InvalidEntry(then, sentence)

    @property
    def state(self) -> ClaimState:
        """How far it is: the last step that happened; one that was denied again after an appeal is denied."""
        if self.closed:
            return ClaimState.CLOSED
        after_appeal = self.denied_on if self.is_denied_again else None
        steps = (
            (self.paid_on, ClaimState.PAID),
            (after_appeal, ClaimState.DENIED),
            (self.appealed_on, ClaimState.APPEALED),
            (self.denied_on, ClaimState.DENIED),
            (self.eob_on, ClaimState.ANSWERED),
            (self.filed_on, ClaimState.FILED),
        )
        return next((state for day, state in steps if day is not None), ClaimState.NOT_FILED)

    @property
    def is_denied_again(self) -> bool:
        """Whether the denial is the answer to an appeal."""
        return self.denied_on is not None and self.appealed_on is not None and self.denied_on > self.appealed_on

    @property
    def is_open(self) -> bool:
        """Whether somebody may still have to do something."""
        return self.state not in (ClaimState.PAID, ClaimState.CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNote(Record):
    """One call about money: with whom, what came of it, and when to call back. `call_back_done` ends that."""

    day: date
    company: str = ""
    person: str = ""
    reference: str = ""
    outcome: str = ""
    call_back_on: date | None = None
    call_back_done: bool = False
    claim_id: UUID | None = None

    def __post_init__(self) -> None:
        for name in ("company", "person", "reference"):
            check_name(name, getattr(self, name))
        if len(self.outcome) > LONGEST_NOTE:
            raise InvalidEntry("outcome", tr("This note is over 20,000 letters. Please keep a shorter one here."))
        if self.call_back_on is not None and self.call_back_on < self.day:
            raise InvalidEntry("call_back_on", tr("Call back: this is before the call. Please check the day."))
