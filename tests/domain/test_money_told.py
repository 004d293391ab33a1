"""Money that can't be counted is told at its field; a figure that is missing is an answer, never a guess."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from caregiver_app.domain.money import paid_back, tax_return
from caregiver_app.domain.money.car import CarCosts, car_year
from caregiver_app.domain.money.dollars import to_cents
from caregiver_app.domain.money.lodging import Night, Stay, lodging
from caregiver_app.domain.money.mileage import Mileage, Trip, mileage
from caregiver_app.domain.money.rates import AGI_FLOOR, LODGING_CAP, MILEAGE, Figure, NotPublished, Rates
from caregiver_app.domain.money.shares import check_shares, fewest_payments, settle_up, split
from caregiver_app.domain.money.tax_year import EstateBill, EstatePayer, Payment, PayMethod, estate_years
from caregiver_app.domain.problems import InvalidEntry
from tests.domain.money_ops import RATES

NO_FIGURES = Rates.of([])
TEN, HUNDRED = Decimal("10.00"), Decimal("100.00")


def refused(action: Callable[[], object]) -> tuple[str, str]:
    """The field and the sentence of an entry that is not taken."""
    with pytest.raises(InvalidEntry) as refusal:
        action()
    return refusal.value.field, refusal.value.message


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [
        (["60.00", "30.00"], "The shares add up to $10.00 less than $100.00. Please give it to somebody."),
        (["60.00", "40.01"], "The shares add up to $0.01 more than $100.00. Please make one smaller."),
    ],
)
def test_shares_that_do_not_add_up_say_by_how_much(shares: list[str], sentence: str) -> None:
    assert refused(lambda: check_shares(HUNDRED, map(Decimal, shares))) == ("shares", sentence)


def test_shares_that_add_up_are_taken() -> None:
    check_shares(HUNDRED, [Decimal("60.00"), Decimal("40.00")])


@pytest.mark.parametrize("weights", [[], ["0", "0"], ["2", "-1"]])
def test_somebody_needs_a_share(weights: list[str]) -> None:
    assert refused(lambda: split(TEN, list(map(Decimal, weights))))[0] == "weights"


def test_each_person_needs_a_share_of_the_whole() -> None:
    assert refused(lambda: settle_up([TEN, TEN], [Decimal(1)]))[0] == "weights"


def test_balances_that_are_not_even_together_can_not_be_settled() -> None:
    assert refused(lambda: fewest_payments([TEN, -HUNDRED]))[0] == "shares"


@pytest.mark.parametrize(
    ("method", "field"),
    [
        (PayMethod.CREDIT_CARD, "charged_on"),
        (PayMethod.CHECK, "mailed_on"),
        (PayMethod.ONLINE, "statement_on"),
        (PayMethod.CASH, "paid_on"),
    ],
)
def test_the_day_that_sets_the_tax_year_is_asked_for(method: PayMethod, field: str) -> None:
    payment = Payment(method=method, amount=TEN, service_on=date(2026, 1, 2))
    where, sentence = refused(lambda: payment.counts_on)
    assert where == field
    assert "sets the tax year" in sentence


def test_a_plan_without_a_premium_has_no_share() -> None:
    assert refused(lambda: paid_back.excess_premium_share(Decimal(0), TEN, TEN))[0] == "annual_premium"


def test_parts_of_a_cent_are_no_amount_of_money() -> None:
    with pytest.raises(ValueError, match="two digits"):
        to_cents(Decimal("1.005"))


def test_without_a_figure_nothing_is_guessed() -> None:
    tax = tax_return.TaxYear(year=2026, filing=tax_return.Filing.SINGLE, agi=HUNDRED)
    earlier = paid_back.EarlierReturn(
        agi=HUNDRED, net_medical=TEN, itemized_total=HUNDRED, standard_deduction=TEN, year=2015
    )
    nights = Stay(nights=(Night(people=1, paid=TEN, day=date(1983, 12, 31)),))
    trip = Trip(day=date(2027, 1, 1), miles=TEN)
    floor = NotPublished(key=AGI_FLOOR, day=date(2026, 12, 31))
    assert tax_return.itemize_or_standard(tax, TEN, NO_FIGURES) == floor
    assert tax_return.schedule_a(HUNDRED, TEN, NO_FIGURES) == NotPublished(key=AGI_FLOOR)
    assert isinstance(paid_back.later_recovery(earlier, TEN, RATES), NotPublished)
    assert lodging(nights, RATES) == NotPublished(key=LODGING_CAP, day=date(1983, 12, 31))
    assert car_year([trip], CarCosts(gas=TEN), RATES) == NotPublished(key=MILEAGE, day=trip.day)


def test_a_rate_that_runs_over_new_year_is_rounded_in_each_year() -> None:
    rate = Figure(key=MILEAGE, first=date(2025, 7, 1), last=None, value=Decimal("0.205"))
    trips = [Trip(day=date(2025, 12, 31), miles=Decimal(1)), Trip(day=date(2026, 1, 1), miles=Decimal(1))]
    told = mileage(trips, Rates.of([rate]))
    assert isinstance(told, Mileage)
    assert [(each.first, each.last, each.amount) for each in told.by_period] == [
        (date(2025, 7, 1), date(2025, 12, 31), Decimal("0.21")),
        (date(2026, 1, 1), date(2026, 12, 31), Decimal("0.21")),
    ]


@pytest.mark.parametrize(
    ("death_on", "paid_on", "counts"),
    [
        ("2026-06-01", "2026-06-01", False),
        ("2026-06-01", "2026-06-02", True),
        ("2026-06-01", "2027-06-01", True),
        ("2026-06-01", "2027-06-02", False),
        ("2024-02-29", "2025-02-28", True),
        ("2024-02-29", "2025-03-01", False),
    ],
)
def test_an_estate_has_from_the_day_after_to_the_first_anniversary(death_on: str, paid_on: str, counts: bool) -> None:
    died = date.fromisoformat(death_on)
    bill = EstateBill(service_on=died, paid_on=date.fromisoformat(paid_on), paid_by=EstatePayer.ESTATE, amount=TEN)
    assert bool(estate_years(died, [bill], elected=True).decedent_by_year) is counts
