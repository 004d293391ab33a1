"""Figures by day: the published ones, those of the person laid over them, and days that have none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from caregiver_app.domain.money.own_figures import OwnFigure
from caregiver_app.domain.money.rates import (
    AGI_FLOOR,
    LODGING_CAP,
    MILEAGE,
    Confidence,
    NotPublished,
    Rates,
    read_rates,
)
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services import rates as service

NOTED = date(2027, 1, 20)


def own(**changes: Any) -> OwnFigure:
    facts: dict[str, Any] = {
        "table": MILEAGE[0],
        "name": MILEAGE[1],
        "first": date(2027, 1, 1),
        "last": date(2027, 12, 31),
        "value": Decimal("0.24"),
        "noted_on": NOTED,
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
    assert figure.as_of == NOTED


def test_the_figure_typed_later_holds() -> None:
    later = own(value=Decimal("0.26"), noted_on=date(2027, 2, 1))
    assert rate(service.with_own([later, own()]), date(2027, 3, 1)) == Decimal("0.26")


def test_an_open_figure_can_be_ended_by_ones_own() -> None:
    table, name = AGI_FLOOR
    rates = service.with_own([own(table=table, name=name, first=date(2030, 1, 1), last=None, value=Decimal("0.10"))])
    assert rates.in_year(AGI_FLOOR, 2029) == Decimal("0.075")
    assert rates.in_year(AGI_FLOOR, 2031) == Decimal("0.10")
    assert rates.value(AGI_FLOOR, None) == Decimal("0.10")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"last": date(2026, 12, 31)}, "last"),
        ({"value": Decimal("-0.01")}, "value"),
        ({"first": date(1200, 1, 1)}, "first"),
        ({"source": "x" * 2000}, "source"),
    ],
)
def test_a_figure_that_can_not_be_is_told_at_its_field(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        own(**changes)
    assert refused.value.field == field


def test_a_number_that_is_not_text_is_refused_by_its_name() -> None:
    row = {"year": 2030, "usd": 1.5, "source": "made up", "as_of": "2026-01-01", "confidence": "policy"}
    with pytest.raises(ValueError, match=r"sums\.usd"):
        read_rates({"sums": [row]})


def test_a_clock_is_read_by_its_name() -> None:
    figure = service.published().figure(("clocks", "plan_internal_appeal_days"), date(2026, 1, 1))
    assert not isinstance(figure, NotPublished)
    assert (figure.value, figure.confidence) == (Decimal(180), Confidence.SECONDARY)
