"""Questions of a year with their answers, twelve months by kind, and receipts counted, on both databases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.money.categories import Category
from caregiver_app.domain.money.mileage import mileage_rate
from caregiver_app.domain.money.rates import MILEAGE, NotPublished
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.expenses import receipts, years
from caregiver_app.services.expenses.figures import side_by_side
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork
from tests.services.conftest import TODAY


def cost(number: int, kind: str, amount: str, day: date = TODAY, **more: Any) -> Expense:
    return Expense(number=number, kind=kind, amount=Decimal(amount), served_on=day, paid_on=day, **more)


WIG, OTHER_WIG = cost(1, "wig", "180.00", counts=True), cost(2, "wig", "20.00", date(2026, 3, 1))
OF_2025 = cost(3, "wig", "90.00", date(2025, 3, 1))
GAS, VISIT = cost(4, "gas_actual", "40.00"), cost(5, "visit", "50.00")
TRIP = cost(6, "mileage", "0", miles=Decimal(40), receipt_needed=False)
LOST = cost(7, "lost_income_caregiver", "300.00", date(2026, 2, 3), receipt_needed=False)
LODGING = cost(8, "lodging", "70.00", counts=False)


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    def fill(work: UnitOfWork) -> None:
        for record in (WIG, OTHER_WIG, OF_2025, GAS, VISIT, TRIP, LOST, LODGING):
            work.put(record)

    workspace.write(fill)
    return workspace


def test_questions_stay_when_they_are_answered(filled: Workspace) -> None:
    wig, lodging = filled.read(partial(years.questions, year=2026))
    assert (wig.category, wig.costs, wig.open) == (Category.WIG, (WIG, OTHER_WIG), (OTHER_WIG,))
    assert (set(wig.answers), wig.amount) == ({True, None}, Decimal("200.00"))
    assert (lodging.category, set(lodging.answers)) == (Category.LODGING, {False})


def test_an_answer_can_be_made_open_again(filled: Workspace) -> None:
    filled.write(partial(years.answer, expenses=[WIG], counts=None))
    assert filled.read(partial(years.questions, year=2026))[0].answers == {None}
    with pytest.raises(InvalidEntry):
        filled.write(partial(years.answer, expenses=[VISIT], counts=None))


def test_missing_receipts_are_counted_as_they_are_listed(filled: Workspace) -> None:
    count = filled.read(partial(years.missing_count, year=2026))
    assert count == len(filled.read(partial(receipts.missing, year=2026)))
    assert count > 0


def test_months_by_kind_hold_every_cost_once(filled: Workspace) -> None:
    found = filled.read(partial(side_by_side, today=TODAY, year=TODAY.year))
    assert (found.months[0], found.months[-1]) == (date(2025, 12, 1), date(2026, 11, 1))
    assert [(each.kind, each.total) for each in found.kinds] == [
        ("wig", Decimal("200.00")), ("lodging", Decimal("70.00")), ("visit", Decimal("50.00")),
        ("gas_actual", Decimal("40.00")),
    ]  # fmt: skip
    assert found.total == Decimal("360.00")
    assert found.month_total(3) == Decimal("20.00")
    assert found.lost_pay[2] == Decimal("300.00")
    assert found.usual is None or found.usual >= 0


def test_an_earlier_year_has_its_own_twelve_months(filled: Workspace) -> None:
    found = filled.read(partial(side_by_side, today=TODAY, year=2025))
    assert found.months == tuple(date(2025, month, 1) for month in range(1, 13))
    assert found.total == Decimal("90.00")


def test_nothing_is_published_for_a_day_after_the_last(filled: Workspace) -> None:
    from caregiver_app.services.expenses import rates

    found = mileage_rate(filled.read(rates), date(2031, 1, 1))
    assert isinstance(found, NotPublished)
    assert found.key == MILEAGE
