"""A calendar year of costs summed up: the day paid decides, miles have the rate of their day, nothing counts twice."""

# Decimal dollars equal whole numbers.
# mypy: disable-error-code="comparison-overlap"

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.expenses import Expense, PaidHow, Reimbursement, Source, TaxYear
from caregiver_app.domain.money.categories import MEMO, Category, Heading
from caregiver_app.domain.money.tax_return import ScheduleA
from caregiver_app.domain.money.year_lines import YearSummary
from caregiver_app.domain.money.year_summary import year_summary
from caregiver_app.services.rates import published

DAY = date(2026, 3, 3)


def cost(kind: str, amount: str = "0", day: date = DAY, **more: Any) -> Expense:
    """A cost that was paid on the day of the service, unless said."""
    return Expense(**{"kind": kind, "amount": Decimal(amount), "served_on": day, "paid_on": day, **more})


def back(expense: Expense | None, amount: str, day: date = DAY, source: Source = Source.INSURER) -> Reimbursement:
    """Money that came back."""
    return Reimbursement(
        expense_id=expense.id if expense else None, received_on=day, amount=Decimal(amount), source=source
    )


def year(
    *costs: Expense, money: tuple[Reimbursement, ...] = (), of: int = 2026, tax: TaxYear | None = None
) -> YearSummary:
    """The year with these in it."""
    return year_summary(of, costs, money, tax or TaxYear(year=of), published())


def test_miles_have_the_rate_of_their_day_and_are_rounded_once_for_each_rate() -> None:
    trips = (
        cost("mileage", day=date(2025, 12, 30), miles=Decimal(100)),
        cost("mileage", day=date(2026, 6, 30), miles=Decimal(17)),
        cost("mileage", day=date(2026, 7, 1), miles=Decimal(17)),
        cost("mileage", day=date(2026, 7, 2), miles=Decimal("0.5")),
    )
    in_2026 = year(*trips)
    assert [(each.usd_per_mile, each.miles, each.amount) for each in in_2026.periods] == [
        (Decimal("0.205"), Decimal(17), Decimal("3.49")),
        (Decimal("0.235"), Decimal("17.5"), Decimal("4.11")),
    ]
    assert in_2026.counts == Decimal("7.60")
    assert (in_2026.paid, in_2026.miles) == (0, Decimal("34.5"))
    assert year(*trips, of=2025).counts == Decimal("21.00")


def test_miles_on_days_without_a_published_rate_are_told_apart() -> None:
    found = year(cost("mileage", day=date(2027, 2, 1), miles=Decimal(40)), of=2027)
    assert (found.no_rate, found.periods, found.counts) == (40, (), 0)


def test_the_day_paid_decides_and_a_bill_that_is_not_paid_is_in_no_year() -> None:
    late = cost("visit", "30", day=date(2025, 12, 28), paid_on=date(2026, 1, 4))
    unpaid = cost("visit", "99", paid_on=None)
    assert year(late, unpaid).paid == 30
    assert year(late, unpaid, of=2025).paid == 0


def test_what_came_back_reduces_the_total_of_the_year_it_came_in() -> None:
    scan = cost("labs_scans", "240")
    visit = cost("visit", "50")
    found = year(scan, visit, money=(back(scan, "100"), back(None, "80")))
    assert (found.counts, found.offset, found.net_medical) == (290, 180, 110)
    assert (found.paid, found.back, found.net) == (290, 180, 110)
    care = found.groups[0]
    assert (care.heading, care.paid, care.back, care.net) == (Heading.CARE, 290, 100, 190)


def test_money_for_a_cost_of_an_earlier_year_takes_nothing_from_this_one() -> None:
    earlier = cost("labs_scans", "240", day=date(2025, 11, 1))
    came = back(earlier, "200", date(2026, 2, 1))
    found = year(earlier, cost("visit", "50"), money=(came,))
    assert (found.net_medical, found.offset, found.earlier) == (50, 0, (came,))
    assert year(earlier, money=(came,), of=2025).net_medical == 240


def test_what_an_hsa_or_fsa_paid_is_not_counted_again() -> None:
    by_card = cost("visit", "40")
    found = year(cost("visit", "25", paid_how=PaidHow.HSA), by_card, money=(back(by_card, "15", source=Source.FSA),))
    assert (found.paid, found.counts, found.net_medical) == (65, 40, 25)


def test_medicine_from_the_shelf_is_for_the_hsa_only() -> None:
    found = year(cost("otc", "12.40"), cost("rx", "20"))
    assert (found.counts, found.hsa_only) == (20, Decimal("12.40"))


def test_a_stay_counts_up_to_its_cap_once_its_question_is_answered() -> None:
    asked = cost("lodging", "420", nights=2, people=3)
    found = year(asked)
    assert [(each.most, each.counts) for each in found.stays] == [(200, 0)]
    assert [(each.category, each.amount) for each in found.questions] == [(Category.LODGING, 420)]
    answered = cost("lodging", "420", nights=2, people=3, counts=True)
    assert year(answered).counts == 200
    assert year(cost("lodging", "90", nights=1, people=2, counts=True)).counts == 90


def test_gas_and_oil_or_the_miles_never_both() -> None:
    blue = [cost("mileage", miles=Decimal(100), car="Blue"), cost("gas_actual", "30", car="Blue")]
    red = [cost("mileage", miles=Decimal(200), car="Red"), cost("gas_actual", "25", car="Red")]
    parking = cost("parking_tolls", "10")
    by_miles = year(*blue, *red, parking)
    assert [(car.counts, car.other_way_is_more) for car in by_miles.cars] == [(Decimal("20.50"), True), (41, False)]
    assert by_miles.counts == Decimal("71.50")
    chosen = year(*blue, *red, parking, tax=TaxYear(year=2026, gas_cars=frozenset({"Blue"})))
    assert [(car.counts, car.uses_gas) for car in chosen.cars] == [(30, True), (41, False)]
    assert chosen.counts == 81


def test_lost_pay_is_a_memo_in_no_total() -> None:
    found = year(cost("lost_income_caregiver", "500"), cost("lost_income_patient", "200"), cost("meals_out", "8"))
    assert found.lost_pay == ((Category.LOST_INCOME_CAREGIVER, 500), (Category.LOST_INCOME_PATIENT, 200))
    assert (found.paid, found.counts) == (8, 0)
    assert [group.heading for group in found.groups] == [Heading.NOT_DEDUCTIBLE]


def test_the_income_that_was_typed_gives_the_lines_of_the_form() -> None:
    found = year(cost("hospital", "5000"), tax=TaxYear(year=2026, agi=Decimal(48_000)))
    assert isinstance(found.form, ScheduleA)
    assert (found.form.floor, found.form.deduction) == (3600, 1400)
    assert year(cost("hospital", "5000")).form is None


KINDS = [each.value for each in Category]


@given(
    st.lists(
        st.tuples(st.sampled_from(KINDS), st.integers(0, 100_000), st.dates(date(2024, 1, 1), date(2027, 12, 31))),
        max_size=12,
    )
)
def test_no_dollar_is_lost_or_counted_twice(drawn: list[tuple[str, int, date]]) -> None:
    costs = [
        cost(kind, "0" if kind == "mileage" else str(Decimal(cents) / 100), day, miles=Decimal(10), counts=True)
        for kind, cents, day in drawn
    ]
    sums = [year(*costs, of=each) for each in range(2024, 2028)]
    memo = [each.amount for each in costs if each.kind in MEMO]
    assert sum(each.paid for each in sums) + sum(memo) == sum(each.amount for each in costs)
    for each in sums:
        rated = sum(car.at_rate or 0 for car in each.cars)
        assert 0 <= each.counts <= each.paid + rated
        assert each.paid == sum(group.paid for group in each.groups)
