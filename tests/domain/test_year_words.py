"""Sentences of a year, of shares and of figures, the same on screen and paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

from caregiver_app.domain.category_words import category_label, heading_label
from caregiver_app.domain.expenses import Expense, PaidHow, TaxYear
from caregiver_app.domain.money.categories import Category, Heading
from caregiver_app.domain.money.claim_clocks import ClaimClock, NextStep
from caregiver_app.domain.money.family import Payment
from caregiver_app.domain.money.rates import AGI_FLOOR, LODGING_CAP, MILEAGE, Confidence, Figure, Rates
from caregiver_app.domain.money.year_summary import with_income, year_summary
from caregiver_app.domain.money_words import clock_words, dollars
from caregiver_app.domain.rate_words import (
    days_words,
    figure_label,
    figure_short,
    later_words,
    origin_words,
    rate_groups,
    value_words,
)
from caregiver_app.domain.year_words import counts_words, earlier_words, income_words, owed_words, why_less_words

DAY = date(2026, 3, 4)
VISIT = Expense(served_on=DAY, paid_on=DAY, kind="visit", amount=Decimal("500.00"))


def share_of_income(rate: str, first: date = date(2017, 1, 1)) -> Rates:
    """A single figure."""
    return Rates.of([Figure(key=AGI_FLOOR, first=first, last=None, value=Decimal(rate))])


def test_an_income_that_is_tried_is_counted_with_the_share_that_holds() -> None:
    rates = share_of_income("0.075")
    summary = year_summary(2026, [VISIT], [], TaxYear(year=2026), rates)
    assert income_words(summary) == ""
    tried = with_income(summary, Decimal(4000), rates)
    assert income_words(tried) == "7.5% of an income of $4,000.00 is $300.00. Above it: $200.00."
    assert tried == year_summary(2026, [VISIT], [], TaxYear(year=2026, agi=Decimal(4000)), rates)
    assert with_income(tried, None, rates) == summary


def test_another_share_is_said_as_it_is() -> None:
    rates = share_of_income("0.10")
    summary = year_summary(2026, [VISIT], [], TaxYear(year=2026, agi=Decimal(4000)), rates)
    assert income_words(summary).startswith("10% of an income of $4,000.00 is $400.00.")


def test_a_year_without_a_share_says_so() -> None:
    rates = share_of_income("0.075", date(2030, 1, 1))
    summary = year_summary(2026, [VISIT], [], TaxYear(year=2026, agi=Decimal(4000)), rates)
    assert income_words(summary) == "For 2026 we have no share of the income to count with."


def test_what_is_not_there_is_not_said() -> None:
    empty = year_summary(2026, [], [], TaxYear(year=2026), share_of_income("0.075"))
    assert counts_words(empty) == earlier_words(empty) == ""


def test_who_owes_whom_is_a_sentence() -> None:
    one, other = uuid4(), uuid4()
    payment = Payment(from_id=one, to_id=other, amount=Decimal("1234.50"))
    assert owed_words(payment, {one: "Ana", other: "Sam"}) == "Ana pays Sam $1,234.50."
    assert owed_words(payment, {one: "Ana"}) == "Ana pays Somebody $1,234.50."


def test_every_figure_of_the_list_has_words() -> None:
    for group in rate_groups():
        for key in group.keys:
            assert figure_label(key) != key[1]
            assert "_" not in figure_short(key)


def test_a_figure_is_said_in_its_own_unit() -> None:
    assert value_words(MILEAGE, Decimal("0.235")) == "23.5 cents"
    assert value_words(AGI_FLOOR, Decimal("0.10")) == "10%"
    assert value_words(LODGING_CAP, Decimal("50.00")) == "$50"


def test_days_are_said_shortly() -> None:
    assert days_words(date(2025, 1, 1), date(2025, 12, 31)) == "2025"
    assert days_words(date(2026, 7, 1), date(2026, 12, 31)) == "Jul 1, 2026 to Dec 31, 2026"
    assert days_words(date(2017, 1, 1), None) == "From Jan 1, 2017 on"


def test_a_figure_says_where_it_is_from_and_how_sure_it_is() -> None:
    known = Figure(
        key=MILEAGE, first=DAY, last=None, value=Decimal(1), source="Notice 1", as_of=DAY,
        confidence=Confidence.SECONDARY,
    )  # fmt: skip
    assert origin_words(known) == "Notice 1, as of Mar 4, 2026. Several sources agree."
    assert origin_words(Figure(key=MILEAGE, first=DAY, last=None, value=Decimal(1))) == "You typed it."


def test_after_the_last_day_it_is_not_published() -> None:
    ended = Rates.of([Figure(key=MILEAGE, first=DAY, last=date(2026, 12, 31), value=Decimal(1))])
    assert later_words(ended, MILEAGE) == "After Dec 31, 2026: not published."
    assert later_words(share_of_income("0.075"), AGI_FLOOR) == ""
    assert later_words(ended, AGI_FLOOR) == ""


def test_no_name_of_a_group_is_that_of_a_column() -> None:
    names = [heading_label(heading) for heading in Heading]
    assert "May count" not in names
    assert names[-3:] == ["Special items", "Not for the tax form", "Lost pay (not in any total)"]
    assert category_label(Category.GAS_ACTUAL) == "Gas and oil"


def test_less_than_nothing_has_the_sign_of_numbers() -> None:
    assert dollars(Decimal(-100)) == "\N{MINUS SIGN}$100.00"


def test_the_eob_is_compared_with_the_bill() -> None:
    clock = ClaimClock(step=NextStep.CHECK)
    assert clock_words(clock) == "Compare the EOB with the bill. An EOB is not a bill."


def test_why_less_counts_is_said_where_it_does() -> None:
    tax, rates = TaxYear(year=2026), share_of_income("0.075")
    paid = replace(VISIT, id=uuid4(), paid_how=PaidHow.HSA)
    assert why_less_words(year_summary(2026, [paid], [], tax, rates)) == ""
    assert why_less_words(year_summary(2026, [VISIT], [], tax, rates)) == (
        "“May count” is before money that came back."
    )
    assert why_less_words(year_summary(2026, [VISIT, paid], [], tax, rates)).endswith(
        "What an HSA or FSA paid is not in it."
    )
