"""Schedule A: the part of medical costs above the floor, and whether itemizing beats the standard deduction."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from caregiver_app.domain.money.dollars import ZERO, in_cents, not_below_zero, whole_dollars
from caregiver_app.domain.money.rates import AGI_FLOOR, STANDARD_DEDUCTION, NotPublished, Rates


class Filing(StrEnum):
    """How a return is filed: alone, jointly, or as head of a household."""

    SINGLE = "single"
    JOINT = "joint"
    HEAD = "head"


class Better(StrEnum):
    """Which of the two deductions is larger."""

    ITEMIZED = "itemized"
    STANDARD = "standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleA:
    """The floor and the deduction, exact and to the cent, and lines 1 to 4 of the form in whole dollars."""

    floor_exact: Decimal
    floor: Decimal
    deduction_exact: Decimal
    deduction: Decimal
    line1: Decimal
    line2: Decimal
    line3: Decimal
    line4: Decimal


def schedule_a(
    agi: Decimal, net_medical: Decimal, rates: Rates, *, tax_year: int | None = None
) -> ScheduleA | NotPublished:
    """Medical costs above 7.5 % of adjusted gross income (`agi`), never below zero. IRC 213(a); Pub. 502.

    Without a year the floor is the one that is open-ended.
    """
    rate = rates.value(AGI_FLOOR, None) if tax_year is None else rates.in_year(AGI_FLOOR, tax_year)
    if isinstance(rate, NotPublished):
        return rate
    floor = not_below_zero(agi * rate)
    deduction = not_below_zero(net_medical - floor)
    line1, line2 = whole_dollars(net_medical), whole_dollars(agi)
    line3 = not_below_zero(whole_dollars(line2 * rate))
    return ScheduleA(
        floor_exact=floor,
        floor=in_cents(floor),
        deduction_exact=deduction,
        deduction=in_cents(deduction),
        line1=line1,
        line2=line2,
        line3=whole_dollars(line3),
        line4=whole_dollars(not_below_zero(line1 - line3)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Itemizing:
    """Itemized deductions with the medical part against the standard deduction, and what they are above it."""

    medical_deduction: Decimal
    itemized: Decimal
    standard_deduction: Decimal
    better: Better
    extra_over_standard: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxYear:
    """What a person may type of one year: how it is filed, adjusted gross income, other itemized deductions."""

    year: int
    filing: Filing
    agi: Decimal
    other_itemized: Decimal = ZERO


def itemize_or_standard(tax: TaxYear, net_medical: Decimal, rates: Rates) -> Itemizing | NotPublished:
    """Whether itemizing is above the standard deduction (under 65, not blind); on a tie it is not. IRC 63."""
    medical = schedule_a(tax.agi, net_medical, rates, tax_year=tax.year)
    standard = rates.in_year((STANDARD_DEDUCTION, tax.filing), tax.year)
    if isinstance(medical, NotPublished):
        return medical
    if isinstance(standard, NotPublished):
        return standard
    itemized = medical.deduction + tax.other_itemized
    return Itemizing(
        medical_deduction=medical.deduction,
        itemized=itemized,
        standard_deduction=standard,
        better=Better.ITEMIZED if itemized > standard else Better.STANDARD,
        extra_over_standard=not_below_zero(itemized - standard),
    )
