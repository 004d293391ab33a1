"""Dollars that never lose a cent: how they are rounded, added up and told by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

ZERO = Decimal("0.00")
CENT = Decimal("0.01")
DOLLAR = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearTotal:
    """Dollars of one calendar year."""

    year: int
    total: Decimal


def in_cents(amount: Decimal) -> Decimal:
    """Dollars to the cent; half a cent goes away from zero. Zero has no sign."""
    return amount.quantize(CENT, ROUND_HALF_UP) + ZERO


def whole_dollars(amount: Decimal) -> Decimal:
    """Dollars as a tax form wants them: 50 cents and more go up. Form 1040 instructions, “Rounding Off”."""
    return amount.quantize(DOLLAR, ROUND_HALF_UP) + 0


def sum_on_form(amounts: Iterable[Decimal]) -> Decimal:
    """Several amounts on one line of a form: added with their cents, then rounded once. Form 1040 instructions."""
    return whole_dollars(total(amounts))


def fraction_in_cents(amount: Fraction) -> Decimal:
    """A fraction of dollars to the cent, rounded once; half a cent goes away from zero."""
    return from_cents(rounded_half_up(amount * 100))


def rounded_half_up(number: Fraction) -> int:
    """A fraction as a whole number; a half goes away from zero."""
    size = (2 * abs(number.numerator) + number.denominator) // (2 * number.denominator)
    return -size if number < 0 else size


def to_cents(amount: Decimal) -> int:
    """Dollars as whole cents. Raises ValueError for parts of a cent."""
    cents = amount.scaleb(2)
    whole = int(cents)
    if whole != cents:
        raise ValueError("an amount of money has at most two digits after the point")
    return whole


def from_cents(cents: int) -> Decimal:
    """Whole cents as dollars, with two digits after the point."""
    return Decimal(cents).scaleb(-2)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The sum, with its cents; 0.00 of nothing."""
    return sum(amounts, ZERO)


def not_below_zero(amount: Decimal) -> Decimal:
    """The amount, or 0.00 when there is none left."""
    return max(ZERO, amount)


def by_year(amounts: Iterable[tuple[int, Decimal]]) -> tuple[YearTotal, ...]:
    """Dollars of each year that has any, in order."""
    sums: dict[int, Decimal] = {}
    for year, amount in amounts:
        sums[year] = sums.get(year, ZERO) + amount
    return tuple(YearTotal(year=year, total=sums[year]) for year in sorted(sums))
