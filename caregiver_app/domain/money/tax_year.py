"""To which year a payment belongs, and on whose return: by day paid, joint accounts, estates, support together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from caregiver_app.domain.money.dollars import ZERO, YearTotal, by_year, not_below_zero, total
from caregiver_app.domain.money.shares import split
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr


class PayMethod(StrEnum):
    """How something was paid; each has its own day that counts."""

    CREDIT_CARD = "credit_card"
    CHECK = "check"
    ONLINE = "online"
    CASH = "cash"


DAY_THAT_COUNTS = {
    PayMethod.CREDIT_CARD: "charged_on",
    PayMethod.CHECK: "mailed_on",
    PayMethod.ONLINE: "statement_on",
    PayMethod.CASH: "paid_on",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Dollars paid and the days that may be known of it; only one of them fixes the year."""

    method: PayMethod
    amount: Decimal
    service_on: date | None = None
    charged_on: date | None = None
    card_bill_paid_on: date | None = None
    mailed_on: date | None = None
    cleared_on: date | None = None
    scheduled_on: date | None = None
    statement_on: date | None = None
    paid_on: date | None = None

    @property
    def counts_on(self) -> date:
        """The day that counts: charged, mailed, on the bank's statement, or paid in cash; never the day of service.

        Pub. 502, “What Expenses Can You Include This Year?” Raises InvalidEntry at the day that is missing.
        """
        field = DAY_THAT_COUNTS[self.method]
        day: date | None = getattr(self, field)
        if day is None:
            raise InvalidEntry(field, _missing_day(self.method))
        return day


def _missing_day(method: PayMethod) -> str:
    sentences = {
        PayMethod.CREDIT_CARD: tr("Type the day the card was charged. That day sets the tax year."),
        PayMethod.CHECK: tr("Type the day the check was mailed. That day sets the tax year."),
        PayMethod.ONLINE: tr("Type the day on the bank’s statement. That day sets the tax year."),
        PayMethod.CASH: tr("Type the day it was paid. That day sets the tax year."),
    }
    return sentences[method]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidYears:
    """The tax year of each payment, as given, and the dollars of each year."""

    tax_years: tuple[int, ...]
    by_year: tuple[YearTotal, ...]


def paid_years(payments: Iterable[Payment]) -> PaidYears:
    """Payments by the year that counts. IRC 213(a), “paid during the taxable year”; Pub. 502."""
    payments = tuple(payments)
    years = tuple(payment.counts_on.year for payment in payments)
    amounts = (payment.amount for payment in payments)
    return PaidYears(tax_years=years, by_year=by_year(zip(years, amounts, strict=True)))


def joint_account(paid: Decimal) -> tuple[Decimal, Decimal]:
    """Separate returns, paid from a joint account: half each, an odd cent to the first spouse. Pub. 502."""
    first, second = split(paid, (Decimal(1), Decimal(1)))
    return first, second


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportShare:
    """What the one who is treated as claiming may include, and what the others may: nothing."""

    payer_includes: Decimal
    others_include: Decimal = ZERO


def multiple_support(paid: Decimal, repaid: Iterable[Decimal]) -> SupportShare:
    """What was paid less what the others repaid. Pub. 502 (“Support claimed under a multiple support agreement”)."""
    return SupportShare(payer_includes=not_below_zero(paid - total(repaid)))


class EstatePayer(StrEnum):
    """Who pays a bill after a death."""

    ESTATE = "estate"
    SPOUSE = "spouse"


@dataclass(frozen=True, slots=True, kw_only=True)
class EstateBill:
    """A bill for care given before a death."""

    service_on: date
    paid_on: date
    paid_by: EstatePayer
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class EstateYears:
    """Bills on the returns of the one who died and of the spouse, by year, and those on neither."""

    decedent_by_year: tuple[YearTotal, ...]
    spouse_by_year: tuple[YearTotal, ...]
    excluded: Decimal


def _first_anniversary(death_on: date) -> date:
    """A year after the day; Feb 28 for Feb 29, since the year starts the day after."""
    day = 28 if (death_on.month, death_on.day) == (2, 29) else death_on.day
    return death_on.replace(year=death_on.year + 1, day=day)


def estate_years(death_on: date, bills: Iterable[EstateBill], *, elected: bool) -> EstateYears:
    """Bills paid after a death. IRC 213(c); Pub. 502 (“Decedents”).

    With the election, what the estate pays from the day after death to its first anniversary counts in the year of
    the care. What a spouse pays counts in the year paid.
    """
    first, last = death_on + timedelta(1), _first_anniversary(death_on)
    decedent, spouse, excluded = [], [], []
    for bill in bills:
        if bill.paid_by is EstatePayer.SPOUSE:
            spouse.append((bill.paid_on.year, bill.amount))
        elif elected and first <= bill.paid_on <= last and bill.service_on <= death_on:
            decedent.append((bill.service_on.year, bill.amount))
        else:
            excluded.append(bill.amount)
    return EstateYears(decedent_by_year=by_year(decedent), spouse_by_year=by_year(spouse), excluded=total(excluded))
