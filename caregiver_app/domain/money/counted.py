"""What of a cost counts on Schedule A, and what an HSA or FSA may still pay: never the same dollar twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from caregiver_app.domain.expenses import Expense, PaidHow
from caregiver_app.domain.money.categories import Category, Counts, treatment
from caregiver_app.domain.money.dollars import ZERO, not_below_zero, total
from caregiver_app.domain.money.paid_back import MoneyBack

PAID_BEFORE_TAX = frozenset({PaidHow.HSA, PaidHow.FSA})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One cost on Schedule A: what counts of it, what came back for that part, and whether its question is open.

    `offset` may be more than `counts`: it is taken from the total of the year, never by cost. `hsa_only` is what an
    HSA or FSA may pay although Schedule A has no place for it, as over-the-counter medicine.
    """

    counts: Decimal = ZERO
    offset: Decimal = ZERO
    hsa_only: Decimal = ZERO
    asks: bool = False


def counted(expense: Expense, back: Iterable[MoneyBack] = ()) -> Counted:
    """A cost on Schedule A, without miles and the lodging cap, which have rules of their own.

    HSA and FSA money is before tax: what they paid is not counted, what they paid back is taken off. Money that came
    back for a cost that does not count takes nothing from the others. IRC 213(a), 223(f)(6), 105(b); Pub. 502, 969.
    """
    seen = treatment(expense.kind)
    reviewed = seen.category is Category.OTHER and expense.counts is True
    if expense.counts is False or (seen.schedule_a is Counts.NO and not reviewed):
        hsa_only = expense.amount if seen.hsa_fsa is Counts.YES else ZERO
        return Counted(hsa_only=hsa_only)
    if seen.asks and expense.counts is None:
        return Counted(asks=True)
    if expense.paid_how in PAID_BEFORE_TAX:
        return Counted()
    whole = expense.amount if expense.counted is None else expense.counted
    return Counted(counts=whole, offset=total(each.amount for each in back if each.for_care))


def hsa_can_still_pay(expense: Expense, back: Iterable[MoneyBack] = (), *, deducted: bool = False) -> Decimal:
    """What an HSA or FSA may still pay back: nothing that was paid back, paid from one, or deducted. Pub. 969.

    For a kind that counts there only if a plan agrees this is the most it can be.
    """
    nothing = treatment(expense.kind).hsa_fsa is Counts.NO or expense.paid_how in PAID_BEFORE_TAX
    if nothing or deducted:
        return ZERO
    return not_below_zero(expense.amount - total(each.amount for each in back if each.for_care))


@dataclass(frozen=True, slots=True, kw_only=True)
class OverTheCounterSplit:
    """A pharmacy bill in two: what Schedule A takes, and what only an HSA or FSA may pay."""

    schedule_a: Decimal
    hsa_only: Decimal


def over_the_counter_split(bill: Decimal, over_the_counter: Decimal) -> OverTheCounterSplit:
    """Medicine sold without a prescription is never on Schedule A; an HSA or FSA may pay it since 2020.

    IRC 213(b); Pub. 502 (“Medicines”); CARES Act sec. 3702.
    """
    only = min(over_the_counter, bill)
    return OverTheCounterSplit(schedule_a=bill - only, hsa_only=only)
