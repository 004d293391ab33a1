"""Miles driven for care: each trip at the rate of its day, and how many miles there and back are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from caregiver_app.domain.money.dollars import YearTotal, by_year, in_cents, total
from caregiver_app.domain.money.rates import MILEAGE, Figure, NotPublished, Rates

Period = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """Miles driven on a day."""

    day: date
    miles: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodMiles:
    """The trips at one rate within a calendar year: the days of the rate in it, miles, and dollars to the cent."""

    first: date
    last: date
    usd_per_mile: Decimal
    miles: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Mileage:
    """Dollars of trips: exact for each (`by_trip`, as given), rounded once per period; a year adds up its periods."""

    by_trip: tuple[Decimal, ...]
    by_period: tuple[PeriodMiles, ...]
    by_year: tuple[YearTotal, ...]
    total: Decimal


def mileage_rate(rates: Rates, day: date) -> Decimal | NotPublished:
    """The standard medical rate on a day, dollars a mile. Pub. 502, “Car expenses”; the notice of the figure."""
    return rates.value(MILEAGE, day)


def mileage(trips: Iterable[Trip], rates: Rates) -> Mileage | NotPublished:
    """Trips at the rate of each one's day. Pub. 502 (“Car expenses”).

    A trip on a day without a rate makes the whole answer `NotPublished`, at the first such day.
    """
    trips = tuple(trips)
    found = [(trip, rates.figure(MILEAGE, trip.day)) for trip in trips]
    missing = [figure for _, figure in found if isinstance(figure, NotPublished)]
    if missing:
        return min(missing, key=lambda each: each.day or date.min)
    rated = [(trip, figure) for trip, figure in found if isinstance(figure, Figure)]
    periods = _periods(rated)
    years = by_year((period.first.year, period.amount) for period in periods)
    return Mileage(
        by_trip=tuple(trip.miles * _rate(figure) for trip, figure in rated),
        by_period=periods,
        by_year=years,
        total=total(year.total for year in years),
    )


def _rate(figure: Figure) -> Decimal:
    assert figure.value is not None
    return figure.value


def _period(day: date, figure: Figure) -> Period:
    """The days of a rate within the year of a trip."""
    first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    return max(first, figure.first), last if figure.last is None else min(last, figure.last)


def _periods(rated: Sequence[tuple[Trip, Figure]]) -> tuple[PeriodMiles, ...]:
    miles: dict[Period, Decimal] = {}
    rate: dict[Period, Decimal] = {}
    for trip, figure in rated:
        period = _period(trip.day, figure)
        rate[period] = _rate(figure)
        miles[period] = miles.get(period, Decimal(0)) + trip.miles
    return tuple(
        PeriodMiles(
            first=period[0],
            last=period[1],
            usd_per_mile=rate[period],
            miles=miles[period],
            amount=in_cents(miles[period] * rate[period]),
        )
        for period in sorted(miles)
    )


def round_trip(one_way_miles: Decimal, visits: int) -> Decimal:
    """Miles of a number of visits, driven there and back."""
    return one_way_miles * 2 * visits
