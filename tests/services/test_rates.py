"""Figures by day: the published ones, those of the person laid over them, and days that have none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from caregiver_app.domain.expenses import OwnFigure
from caregiver_app.domain.money.rates import (
    AGI_FLOOR,
    LODGING_CAP,
    MILEAGE,
    Confidence,
    NotPublished,
    Rates,
    read_rates,
)
from caregiver_app.services import rates as service


def own(**changes: Any) -> OwnFigure:
    facts: dict[str, Any] = {
        "figure": "medical_mileage",
        "first": date(2027, 1, 1),
        "last": date(2027, 12, 31),
        "value": Decimal("0.24"),
    }
    return OwnFigure(**facts | changes)


def rate(rates: Rates, day: date) -> object:
    return rates.value(MILEAGE, day)


def test_every_figure_says_where_it_is_from() -> None:
    figures = list(service.published().figures())
    assert len(figures) > 100
    assert all(each.as_of for each in figures)
    assert all(each.source for each in figures if each.value is not None)


def test_a_day_without_a_figure_is_an_answer_of_its_own() -> None:
    day = date(2027, 3, 1)
    assert rate(service.published(), day) == NotPublished(key=MILEAGE, day=day)


def test_an_open_figure_holds_without_a_day() -> None:
    assert service.published().value(LODGING_CAP, None) == Decimal("50.00")
    assert service.published().value(MILEAGE, None) == NotPublished(key=MILEAGE)


def test_a_null_figure_is_not_published() -> None:
    assert service.published().in_year(("part_d", "oop_cap"), 2027) == NotPublished(
        key=("part_d", "oop_cap"), day=date(2027, 12, 31)
    )


def test_a_figure_of_ones_own_adds_a_year() -> None:
    rates = service.with_own([own()])
    assert rate(rates, date(2027, 3, 1)) == Decimal("0.24")
    assert rate(rates, date(2026, 12, 31)) == Decimal("0.235")
    assert rate(rates, date(2028, 1, 1)) == NotPublished(key=MILEAGE, day=date(2028, 1, 1))


def test_a_figure_of_ones_own_holds_in_place_of_the_published_one_on_its_days() -> None:
    rates = service.with_own([own(first=date(2026, 8, 1), last=date(2026, 9, 30), value=Decimal("0.25"))])
    days = [date(2026, 7, 31), date(2026, 8, 1), date(2026, 9, 30), date(2026, 10, 1)]
    assert [rate(rates, day) for day in days] == [Decimal(each) for each in ("0.235", "0.25", "0.25", "0.235")]
    figure = rates.figure(MILEAGE, date(2026, 8, 15))
    assert not isinstance(figure, NotPublished)
    assert figure.own


def test_the_figure_typed_later_holds() -> None:
    later = own(value=Decimal("0.26"))
    assert rate(service.with_own([own(), later]), date(2027, 3, 1)) == Decimal("0.26")


def test_an_open_figure_can_be_ended_by_ones_own() -> None:
    rates = service.with_own([own(figure="agi_floor", first=date(2030, 1, 1), last=None, value=Decimal("0.10"))])
    assert rates.in_year(AGI_FLOOR, 2029) == Decimal("0.075")
    assert rates.in_year(AGI_FLOOR, 2031) == Decimal("0.10")
    assert rates.value(AGI_FLOOR, None) == Decimal("0.10")


def test_one_figure_of_a_table_with_several_is_named_with_it() -> None:
    mine = own(figure="standard_deduction.joint", value=Decimal(33_000))
    rates = service.with_own([mine])
    assert rates.in_year(("standard_deduction", "joint"), 2027) == Decimal(33_000)
    assert isinstance(rates.in_year(("standard_deduction", "single"), 2027), NotPublished)


@pytest.mark.parametrize("name", ["standard_deduction", "moon_phase"])
def test_a_figure_that_nothing_is_called_is_told_by_name(name: str) -> None:
    with pytest.raises(KeyError, match=name):
        service.with_own([own(figure=name)])


def test_a_number_that_is_not_text_is_refused_by_its_name() -> None:
    row = {"year": 2030, "usd": 1.5, "source": "made up", "as_of": "2026-01-01", "confidence": "policy"}
    with pytest.raises(ValueError, match=r"sums\.usd"):
        read_rates({"sums": [row]})


def test_a_clock_is_read_by_its_name() -> None:
    figure = service.published().figure(("clocks", "plan_internal_appeal_days"), date(2026, 1, 1))
    assert not isinstance(figure, NotPublished)
    assert (figure.value, figure.confidence) == (Decimal(180), Confidence.SECONDARY)
