"""Money that comes back: what it takes from the year, and what is income when it comes later or is too much."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from caregiver_app.domain.expenses import Source
from caregiver_app.domain.money.dollars import ZERO, fraction_in_cents, not_below_zero, rounded_half_up, total
from caregiver_app.domain.money.rates import NotPublished, Rates
from caregiver_app.domain.money.tax_return import schedule_a
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

NOT_FOR_CARE = frozenset({Source.LOST_EARNINGS})


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyBack:
    """Dollars that came back, and from where."""

    source: Source
    amount: Decimal

    @property
    def for_care(self) -> bool:
        """Whether it reduces medical costs; pay for lost earnings does not. Pub. 502 (“Reimbursements”)."""
        return self.source not in NOT_FOR_CARE


@dataclass(frozen=True, slots=True, kw_only=True)
class NetYear:
    """Costs of one year, what came back for them in that year, what is left, and what came back beyond them."""

    gross: Decimal
    offset: Decimal
    net_medical: Decimal
    excess: Decimal


def net_of_reimbursements(paid: Iterable[Decimal], received: Iterable[MoneyBack]) -> NetYear:
    """All costs less all that came back in the same year: on the total, never by kind, not below zero.

    IRC 213(a), “not compensated for by insurance or otherwise”; Pub. 502 (“How Do You Treat Reimbursements?”).
    """
    gross = total(paid)
    offset = total(each.amount for each in received if each.for_care)
    return NetYear(
        gross=gross,
        offset=offset,
        net_medical=not_below_zero(gross - offset),
        excess=not_below_zero(offset - gross),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReturn:
    """The return of the year in which a cost was deducted; `year` None takes the floor that is open-ended."""

    agi: Decimal
    net_medical: Decimal
    itemized_total: Decimal
    standard_deduction: Decimal
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterRecovery:
    """What of a later reimbursement is income; it never reduces the later year's costs."""

    deduction: Decimal
    benefit_over_standard: Decimal
    income: Decimal
    reduces_later_expenses_by: Decimal = ZERO


def later_recovery(earlier: EarlierReturn, reimbursed: Decimal, rates: Rates) -> LaterRecovery | NotPublished:
    """A reimbursement received in a later year: income up to what the deduction was worth. Pub. 525 (“Recoveries”).

    The least of the reimbursement, the medical deduction and the itemized deductions above the standard one.
    """
    medical = schedule_a(earlier.agi, earlier.net_medical, rates, tax_year=earlier.year)
    if isinstance(medical, NotPublished):
        return medical
    benefit = not_below_zero(earlier.itemized_total - earlier.standard_deduction)
    return LaterRecovery(
        deduction=medical.deduction,
        benefit_over_standard=benefit,
        income=not_below_zero(min(reimbursed, medical.deduction, benefit)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcessShare:
    """The employer's part of the premium, to four digits, and the excess that is income, of the exact part."""

    employer_fraction: Decimal
    taxable_excess: Decimal


def excess_premium_share(annual_premium: Decimal, employer_paid: Decimal, excess: Decimal) -> ExcessShare:
    """Reimbursements beyond the costs are income in the employer's share of the premium. Pub. 502 (“Excess”).

    Raises InvalidEntry at `annual_premium` when there is none.
    """
    if annual_premium <= 0:
        raise InvalidEntry("annual_premium", tr("Type what the plan costs in a year, like 2,400."))
    share = Fraction(employer_paid) / Fraction(annual_premium)
    return ExcessShare(
        employer_fraction=Decimal(rounded_half_up(share * 10_000)).scaleb(-4),
        taxable_excess=fraction_in_cents(Fraction(excess) * share),
    )
