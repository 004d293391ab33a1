"""Laws of money that hold whatever is typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.expenses import Source
from caregiver_app.domain.money.car import CarCosts, car_year
from caregiver_app.domain.money.care_at_home import nursing_split
from caregiver_app.domain.money.dollars import from_cents, in_cents, to_cents, total, whole_dollars
from caregiver_app.domain.money.lodging import Lodging, Night, Stay, lodging
from caregiver_app.domain.money.mileage import Mileage, Trip, mileage
from caregiver_app.domain.money.paid_back import (
    EarlierReturn,
    LaterRecovery,
    MoneyBack,
    later_recovery,
    net_of_reimbursements,
)
from caregiver_app.domain.money.rates import MILEAGE, Figure, NotPublished, Rates
from caregiver_app.domain.money.shares import Transfer, fewest_payments, settle_up, split
from caregiver_app.domain.money.tax_return import ScheduleA, schedule_a
from caregiver_app.domain.money.tax_year import EstateBill, EstatePayer, estate_years, joint_account
from tests.domain.money_ops import RATES

HALF_A_CENT = Decimal("0.005")
CENT = Decimal("0.01")
FIRST = date(2018, 1, 1)
LAST = date(2026, 12, 31)

signed = st.integers(-5_000_000, 5_000_000).map(from_cents)
dollars = st.integers(0, 5_000_000).map(from_cents)
small = st.integers(-6, 6).map(from_cents)
weights = st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=8).filter(any)
days = st.dates(FIRST, LAST)
trips = st.lists(st.builds(Trip, day=days, miles=st.decimals(0, 2000, places=2)), max_size=12)
back = st.lists(st.builds(MoneyBack, source=st.sampled_from(Source), amount=dollars), max_size=6)


@given(signed, weights)
def test_shares_add_up_to_the_cent_and_are_fair(amount: Decimal, parts: list[Decimal]) -> None:
    shares = split(amount, parts)
    assert total(shares) == amount
    whole = sum(map(Fraction, parts), Fraction(0))
    for share, part in zip(shares, parts, strict=True):
        assert abs(Fraction(share) - Fraction(amount) * Fraction(part) / whole) < Fraction(CENT)
        assert part or not share


@given(dollars, weights)
def test_a_refund_mirrors_the_charge(amount: Decimal, parts: list[Decimal]) -> None:
    assert split(-amount, parts) == tuple(-share for share in split(amount, parts))


@given(dollars, st.integers(1, 9))
def test_equal_shares_differ_by_a_cent_at_most_and_the_first_carry_it(amount: Decimal, people: int) -> None:
    shares = split(amount, [Decimal(1)] * people)
    assert list(shares) == sorted(shares, reverse=True)
    assert shares[0] - shares[-1] <= CENT


@given(dollars)
def test_a_joint_account_is_halved(paid: Decimal) -> None:
    first, second = joint_account(paid)
    assert first + second == paid
    assert 0 <= first - second <= CENT


def after(balances: Sequence[Decimal], payments: Sequence[Transfer]) -> list[Decimal]:
    """What each is ahead once all has been paid."""
    left = list(balances)
    for payment in payments:
        assert payment.amount > 0
        left[payment.payer] += payment.amount
        left[payment.payee] -= payment.amount
    return left


@st.composite
def groups(draw: st.DrawFn) -> tuple[list[Decimal], list[Decimal]]:
    people = draw(st.integers(1, 10))
    paid = draw(st.lists(signed, min_size=people, max_size=people))
    parts = draw(st.lists(st.integers(0, 5).map(Decimal), min_size=people, max_size=people).filter(any))
    return paid, parts


@given(groups())
def test_settling_up_leaves_nobody_ahead_or_behind(group: tuple[list[Decimal], list[Decimal]]) -> None:
    told = settle_up(*group)
    assert total(told.owed) == total(group[0])
    assert total(told.balance) == 0
    assert not any(after(told.balance, told.payments))
    assert told.payment_count <= max(0, len(group[0]) - 1)


def partitions(places: list[int]) -> Iterator[list[list[int]]]:
    """Every way to put people in groups."""
    if not places:
        yield []
        return
    for rest in partitions(places[1:]):
        yield [[places[0]], *rest]
        for n in range(len(rest)):
            yield [*rest[:n], [places[0], *rest[n]], *rest[n + 1 :]]


def fewest(balances: list[Decimal]) -> int:
    """The fewest payments, found by trying every way: a group that is even in itself needs one less than it has."""
    ways = partitions([place for place, balance in enumerate(balances) if balance])
    even = (way for way in ways if all(not total(balances[place] for place in group) for group in way))
    return min(sum(len(group) - 1 for group in way) for way in even)


@given(st.lists(small, min_size=1, max_size=6))
def test_no_way_to_settle_up_has_fewer_payments(some: list[Decimal]) -> None:
    balances = [*some, -total(some)]
    payments = fewest_payments(balances)
    assert not any(after(balances, payments))
    assert len(payments) == fewest(balances)


def test_a_large_group_is_settled_too() -> None:
    balances = [from_cents(3 ** (n % 19) + n) for n in range(39)]
    balances.append(-total(balances))
    payments = fewest_payments(balances)
    assert not any(after(balances, payments))
    assert len(payments) <= len(balances) - 1


def miles_of(some: list[Trip], rates: Rates = RATES) -> Mileage:
    told = mileage(some, rates)
    assert isinstance(told, Mileage)
    return told


@given(trips, st.randoms(use_true_random=False))
def test_mileage_is_the_same_in_any_order_of_entry(some: list[Trip], random: object) -> None:
    mixed = list(some)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    told, again = miles_of(some), miles_of(mixed)
    assert (told.by_period, told.by_year, told.total) == (again.by_period, again.by_year, again.total)
    assert sorted(told.by_trip) == sorted(again.by_trip)


@given(trips)
def test_mileage_is_rounded_once_a_period(some: list[Trip]) -> None:
    told = miles_of(some)
    assert told.total == total(year.total for year in told.by_year) == total(each.amount for each in told.by_period)
    assert abs(told.total - sum(told.by_trip, Decimal(0))) <= HALF_A_CENT * len(told.by_period)
    assert sum((each.miles for each in told.by_period), Decimal(0)) == sum((each.miles for each in some), Decimal(0))


@given(trips, st.dates(date(2027, 1, 1), date(2040, 1, 1)))
def test_a_trip_without_a_rate_never_takes_another_years(some: list[Trip], day: date) -> None:
    assert mileage([*some, Trip(day=day, miles=Decimal(1))], RATES) == NotPublished(key=MILEAGE, day=day)


@given(trips, dollars, dollars)
def test_gas_never_comes_on_top_of_miles(some: list[Trip], gas: Decimal, tolls: Decimal) -> None:
    told = car_year(some, CarCosts(gas=gas, tolls_parking=tolls), RATES)
    assert not isinstance(told, NotPublished)
    assert told.includible == tolls + max(gas, miles_of(some).total)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    first = draw(days)
    length = draw(st.none() | st.integers(0, 500))
    last = None if length is None else first + timedelta(length)
    return Figure(key=MILEAGE, first=first, last=last, value=draw(st.decimals(0, 1, places=3)))


@given(st.lists(figures(), max_size=6), days)
def test_the_figure_typed_last_holds_on_its_days(own: list[Figure], day: date) -> None:
    holding = [figure.value for figure in own if figure.holds(day)]
    expected = holding[-1] if holding else RATES.value(MILEAGE, day)
    assert RATES.with_own(own).value(MILEAGE, day) == expected


@given(st.lists(figures(), max_size=6), trips)
def test_periods_never_overlap(own: list[Figure], some: list[Trip]) -> None:
    told = miles_of(some, RATES.with_own(own))
    for earlier, later in zip(told.by_period, told.by_period[1:], strict=False):
        assert earlier.last < later.first


@given(st.lists(dollars, max_size=6), back)
def test_net_cost_is_never_below_zero_and_nothing_gets_lost(paid: list[Decimal], received: list[MoneyBack]) -> None:
    told = net_of_reimbursements(paid, received)
    assert told.net_medical >= 0
    assert told.excess >= 0
    assert told.gross - told.offset == told.net_medical - told.excess


@given(signed, signed, st.integers(2017, 2100))
def test_a_deduction_is_never_below_zero_or_above_the_cost(agi: Decimal, net: Decimal, year: int) -> None:
    told = schedule_a(agi, net, RATES, tax_year=year)
    assert isinstance(told, ScheduleA)
    assert 0 <= told.deduction <= max(net, Decimal(0))
    assert told.line4 >= 0
    assert abs(told.deduction - told.deduction_exact) <= HALF_A_CENT


@given(dollars, dollars, dollars)
def test_more_income_never_deducts_more(agi: Decimal, more: Decimal, net: Decimal) -> None:
    low, high = (schedule_a(income, net, RATES) for income in (agi, agi + more))
    assert isinstance(low, ScheduleA)
    assert isinstance(high, ScheduleA)
    assert high.deduction <= low.deduction


@given(dollars, dollars, dollars, dollars, dollars)
def test_a_later_recovery_is_at_most_what_the_deduction_was_worth(
    agi: Decimal, net: Decimal, itemized: Decimal, standard: Decimal, reimbursed: Decimal
) -> None:
    earlier = EarlierReturn(agi=agi, net_medical=net, itemized_total=itemized, standard_deduction=standard)
    told = later_recovery(earlier, reimbursed, RATES)
    assert isinstance(told, LaterRecovery)
    assert 0 <= told.income <= min(reimbursed, told.deduction, told.benefit_over_standard)
    assert told.reduces_later_expenses_by == 0


nights = st.lists(st.builds(Night, people=st.integers(0, 9), paid=dollars, day=st.none() | days), max_size=8)


@given(nights)
def test_no_night_counts_for_more_than_was_paid_or_two_people(some: list[Night]) -> None:
    told = lodging(Stay(nights=tuple(some)), RATES)
    assert isinstance(told, Lodging)
    for night, counted in zip(some, told.by_night, strict=True):
        assert 0 <= counted <= min(night.paid, Decimal(100), Decimal(50) * night.people)
    assert told.includible == total(told.by_night)


@given(dollars, st.integers(0, 60).map(Decimal), st.integers(1, 60).map(Decimal))
def test_nursing_and_household_add_up_to_the_pay(pay: Decimal, nursing: Decimal, household: Decimal) -> None:
    told = nursing_split(pay, nursing, household)
    assert told.medical + told.household == pay


bills = st.lists(
    st.builds(EstateBill, service_on=days, paid_on=days, paid_by=st.sampled_from(EstatePayer), amount=dollars),
    max_size=6,
)


@given(days, bills, st.booleans())
def test_every_bill_of_an_estate_is_in_one_place(death_on: date, some: list[EstateBill], elected: bool) -> None:
    told = estate_years(death_on, some, elected=elected)
    counted = total(year.total for year in (*told.decedent_by_year, *told.spouse_by_year))
    assert counted + told.excluded == total(bill.amount for bill in some)


@given(signed)
def test_cents_and_dollars_are_the_same_amount(amount: Decimal) -> None:
    assert from_cents(to_cents(amount)) == amount == in_cents(amount)
    assert abs(whole_dollars(amount) - amount) <= Decimal("0.50")
    assert not str(in_cents(amount - amount)).startswith("-")
