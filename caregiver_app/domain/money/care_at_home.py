"""Help at home, changes to the home, conferences and long-term-care premiums: the part that is medical."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from caregiver_app.domain.money.dollars import ZERO, in_cents, not_below_zero, total
from caregiver_app.domain.money.rates import LTC_PREMIUM_CAP, NotPublished, Rates
from caregiver_app.domain.money.shares import split

EMPLOYER_FICA = Decimal("0.0765")
_CAP_TO_AGE = ((40, "to40"), (50, "to50"), (60, "to60"), (70, "to70"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NursingSplit:
    """Pay for nursing-type care, and for household work."""

    medical: Decimal
    household: Decimal


def nursing_split(pay: Decimal, medical_time: Decimal, household_time: Decimal) -> NursingSplit:
    """An attendant's pay by time, to the cent, nursing first on a tie. Pub. 502 (“Nursing Services”).

    Raises InvalidEntry at `weights` when there is no time at all.
    """
    medical, household = split(pay, (medical_time, household_time))
    return NursingSplit(medical=medical, household=household)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendantYear:
    """An attendant's weekly pay, the weeks, time for each sort of work, and the employer's payroll tax."""

    weekly_pay: Decimal
    weeks: int
    medical_time: Decimal
    household_time: Decimal
    employer_fica_rate: Decimal = EMPLOYER_FICA


@dataclass(frozen=True, slots=True, kw_only=True)
class NursingYear:
    """Wages and the employer's tax of a year, the nursing part of each, and both parts together."""

    wages: Decimal
    employer_fica: Decimal
    medical_wages: Decimal
    medical_fica: Decimal
    includible: Decimal


def nursing_year(attendant: AttendantYear) -> NursingYear:
    """Wages and the employer's FICA of a year, each split by time. Pub. 502, “Nursing Services”; Pub. 926."""
    wages = attendant.weekly_pay * attendant.weeks
    fica = in_cents(wages * attendant.employer_fica_rate)
    medical_wages = nursing_split(wages, attendant.medical_time, attendant.household_time).medical
    medical_fica = nursing_split(fica, attendant.medical_time, attendant.household_time).medical
    return NursingYear(
        wages=wages,
        employer_fica=fica,
        medical_wages=medical_wages,
        medical_fica=medical_fica,
        includible=medical_wages + medical_fica,
    )


def home_change(cost: Decimal, increase_in_value: Decimal = ZERO, *, accessibility_item: bool = False) -> Decimal:
    """A change to the home: its cost less what the home is worth more, not below zero.

    Ramps, grab bars and the like count in full. Pub. 502, “Capital Expenses” and its worksheet.
    """
    return cost if accessibility_item else not_below_zero(cost - increase_in_value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """Dollars of a conference on the illness; lodging and meals are kept but never count."""

    registration: Decimal
    transport: Decimal
    local_transport: Decimal
    lodging: Decimal = ZERO
    meals: Decimal = ZERO
    primarily_for_care: bool = True


def conference(costs: Conference) -> Decimal:
    """Fee and travel, when the conference is primarily for the care. Rev. Rul. 2000-24; Pub. 502."""
    return costs.registration + costs.transport + costs.local_transport if costs.primarily_for_care else ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Premium:
    """A person's long-term-care premiums of a year, and the age at its end."""

    age: int
    paid: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class LtcPremiums:
    """What counts for each person, as given, and for all."""

    includible: tuple[Decimal, ...]
    total: Decimal


def ltc_premiums(tax_year: int, premiums: Iterable[Premium], rates: Rates) -> LtcPremiums | NotPublished:
    """Long-term-care premiums up to the cap of each age. IRC 213(d)(10); the Rev. Proc. of the figures."""
    counted = []
    caps = {name: rates.in_year((LTC_PREMIUM_CAP, name), tax_year) for name in _cap_names()}
    for cap in caps.values():
        if isinstance(cap, NotPublished):
            return cap
    for premium in premiums:
        cap = caps[_cap_name(premium.age)]
        assert not isinstance(cap, NotPublished)
        counted.append(min(premium.paid, cap))
    return LtcPremiums(includible=tuple(counted), total=total(counted))


def _cap_names() -> tuple[str, ...]:
    return (*(name for _, name in _CAP_TO_AGE), "over70")


def _cap_name(age: int) -> str:
    return next((name for oldest, name in _CAP_TO_AGE if age <= oldest), "over70")
