"""Every kind of cost as the table of the rules has it, with its words; what counts, and never the same dollar twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from caregiver_app.domain.category_words import category_label, heading_label, hsa_words, question, tax_words
from caregiver_app.domain.expenses import Expense, PaidHow, Source
from caregiver_app.domain.money.categories import FIRST_KINDS, Category, Counts, Heading, treatment, treatments
from caregiver_app.domain.money.counted import Counted, counted, hsa_can_still_pay, over_the_counter_split
from caregiver_app.domain.money.paid_back import MoneyBack
from tests.domain.cases import cases

KINDS = cases("cost_kinds.json")
TAX = {"yes": Counts.YES, "no": Counts.NO, "cond": Counts.ONLY_IF}
HSA = {"y": Counts.YES, "n": Counts.NO, "c": Counts.ONLY_IF}
DAY = date(2026, 11, 20)


def test_there_is_every_kind_and_no_other() -> None:
    assert {str(kind) for kind in treatments()} == KINDS.keys() == {str(kind) for kind in Category}


@pytest.mark.parametrize("key", KINDS)
def test_a_kind_is_seen_as_the_table_says(key: str) -> None:
    seen = treatment(key)
    assert [seen.schedule_a, seen.hsa_fsa] == [TAX[KINDS[key][0]], HSA[KINDS[key][1]]]
    assert seen.source
    assert (seen.heading is Heading.NOT_DEDUCTIBLE or seen.memo) is not (
        seen.schedule_a is not Counts.NO or seen.hsa_fsa is Counts.YES
    )


@pytest.mark.parametrize("category", Category)
def test_a_kind_has_its_words_and_a_question_where_it_hangs_on_one(category: Category) -> None:
    seen = treatment(category)
    assert category_label(category)
    assert bool(question(category)) is seen.asks
    assert heading_label(seen.heading)
    assert tax_words(seen.schedule_a)
    assert hsa_words(category, seen.hsa_fsa)


def test_no_two_kinds_are_called_the_same() -> None:
    assert len({category_label(category) for category in Category}) == len(Category)


def test_lost_pay_is_called_by_the_name_of_the_person_and_is_a_memo() -> None:
    assert category_label(Category.LOST_INCOME_PATIENT, "Rosa") == "Rosa’s lost pay"
    memo = {category for category in Category if treatment(category).memo}
    assert memo == {Category.LOST_INCOME_PATIENT, Category.LOST_INCOME_CAREGIVER}


def test_a_kind_of_a_later_version_is_other() -> None:
    assert treatment("moon_rock").category is Category.OTHER


def test_quick_add_begins_with_small_costs_on_the_way() -> None:
    assert FIRST_KINDS[0] is Category.PARKING_TOLLS
    assert len(set(FIRST_KINDS)) == len(FIRST_KINDS) == 8


def cost(kind: str, amount: str = "100.00", **changes: Any) -> Expense:
    return Expense(served_on=DAY, paid_on=DAY, kind=kind, amount=Decimal(amount), **changes)


def back(source: Source, amount: str) -> tuple[MoneyBack, ...]:
    return (MoneyBack(source=source, amount=Decimal(amount)),)


@pytest.mark.parametrize(
    ("expense", "counts", "asks"),
    [
        (cost("visit"), "100.00", False),
        (cost("visit", counts=False), "0.00", False),
        (cost("wig"), "0.00", True),
        (cost("wig", counts=True), "100.00", False),
        (cost("wig", counts=False), "0.00", False),
        (cost("home_aide", counts=True, counted=Decimal("60.00")), "60.00", False),
        (cost("meals_out"), "0.00", False),
        (cost("visit", paid_how=PaidHow.HSA), "0.00", False),
        (cost("visit", paid_how=PaidHow.FSA), "0.00", False),
        (cost("other"), "0.00", False),
        (cost("other", counts=True), "100.00", False),
    ],
)
def test_what_counts_on_schedule_a(expense: Expense, counts: str, asks: bool) -> None:
    told = counted(expense)
    assert (told.counts, told.asks) == (Decimal(counts), asks)


def test_money_back_is_taken_off_even_beyond_the_cost() -> None:
    assert counted(cost("visit"), back(Source.INSURER, "130.00")).offset == Decimal("130.00")


def test_money_back_for_what_does_not_count_takes_nothing_from_the_rest() -> None:
    assert counted(cost("otc"), back(Source.HSA, "100.00")) == Counted(hsa_only=Decimal("100.00"))


@pytest.mark.parametrize(
    ("expense", "returned", "deducted", "left"),
    [
        (cost("otc"), (), False, "100.00"),
        (cost("visit"), back(Source.INSURER, "80.00"), False, "20.00"),
        (cost("visit"), back(Source.HSA, "100.00"), False, "0.00"),
        (cost("visit"), back(Source.LOST_EARNINGS, "80.00"), False, "100.00"),
        (cost("visit"), (), True, "0.00"),
        (cost("visit", paid_how=PaidHow.FSA), (), False, "0.00"),
        (cost("meals_out"), (), False, "0.00"),
    ],
)
def test_an_hsa_pays_no_dollar_that_was_paid_back_or_deducted(
    expense: Expense, returned: tuple[MoneyBack, ...], deducted: bool, left: str
) -> None:
    assert hsa_can_still_pay(expense, returned, deducted=deducted) == Decimal(left)


@pytest.mark.parametrize(
    ("bill", "otc", "schedule_a", "hsa_only"),
    [("40.00", "12.50", "27.50", "12.50"), ("10.00", "12.50", "0.00", "10.00")],
)
def test_a_pharmacy_bill_is_told_apart(bill: str, otc: str, schedule_a: str, hsa_only: str) -> None:
    told = over_the_counter_split(Decimal(bill), Decimal(otc))
    assert (told.schedule_a, told.hsa_only) == (Decimal(schedule_a), Decimal(hsa_only))
