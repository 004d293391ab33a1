"""One car in one year: the standard rate, or gas and oil instead; never both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from caregiver_app.domain.money.dollars import ZERO
from caregiver_app.domain.money.mileage import Trip, mileage
from caregiver_app.domain.money.rates import NotPublished, Rates


class CarWay(StrEnum):
    """How the costs of a car are counted."""

    STANDARD = "standard"
    ACTUAL = "actual"


@dataclass(frozen=True, slots=True, kw_only=True)
class CarCosts:
    """Dollars of one car in one year; insurance, repairs and depreciation are kept but count in neither way."""

    gas: Decimal = ZERO
    oil: Decimal = ZERO
    tolls_parking: Decimal = ZERO
    insurance: Decimal = ZERO
    repairs: Decimal = ZERO
    depreciation: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class CarYear:
    """Both ways to count, each with tolls and parking, and the larger one."""

    actual_total: Decimal
    standard_mileage: Decimal
    standard_total: Decimal
    method: CarWay
    includible: Decimal


def car_year(trips: Iterable[Trip], costs: CarCosts, rates: Rates) -> CarYear | NotPublished:
    """The standard rate against actual gas and oil for one car and calendar year. Pub. 502 (“Car expenses”).

    Tolls and parking are added to both; on a tie the standard rate is taken. Without a rate they can't be compared.
    """
    driven = mileage(trips, rates)
    if isinstance(driven, NotPublished):
        return driven
    actual = costs.gas + costs.oil + costs.tolls_parking
    standard = driven.total + costs.tolls_parking
    return CarYear(
        actual_total=actual,
        standard_mileage=driven.total,
        standard_total=standard,
        method=CarWay.ACTUAL if actual > standard else CarWay.STANDARD,
        includible=max(actual, standard),
    )
