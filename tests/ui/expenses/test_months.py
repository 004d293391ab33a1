"""Months side by side: every kind in every month, with sums that are those of the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.money_words import dollars
from caregiver_app.services.expenses import add, figures
from caregiver_app.services.expenses.figures import side_by_side
from caregiver_app.ui.expenses.months import MonthsDialog, plain_dollars
from tests.stage import TODAY, Stage, spin


@pytest.fixture
def form(stage: Stage) -> Iterator[MonthsDialog]:
    made = MonthsDialog(stage.parts, stage.window)
    made.show()
    made.resize(1180, 700)
    spin()
    yield made
    if isValid(made):
        made.done(0)
    spin()


def heads(form: MonthsDialog) -> list[str]:
    model = form.table.model()
    return [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]


def row(form: MonthsDialog, name: str, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
    model = form.table.model()
    place = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == name)
    return [model.index(place, column).data(role) for column in range(model.columnCount())]


def test_twelve_months_with_the_sums_of_the_page(stage: Stage, form: MonthsDialog) -> None:
    assert heads(form) == ["Kind", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                           "All 12"]  # fmt: skip
    page = stage.workspace.read(partial(figures, today=TODAY, year=TODAY.year))
    exact = row(form, "All", Qt.ItemDataRole.ToolTipRole)
    assert exact[1:-1] == [dollars(each.total) if each.total else "–" for each in page.months]
    assert exact[-1] == dollars(sum((each.total for each in page.months), Decimal(0)))
    assert form.usual.text() == f"Next month usually costs about ${plain_dollars(page.usual_month or Decimal(0))}."


def test_kinds_sum_up_to_the_months(stage: Stage) -> None:
    answer = stage.workspace.read(partial(side_by_side, today=TODAY, year=TODAY.year))
    assert answer.total == sum((answer.month_total(place) for place in range(12)), Decimal(0))
    assert [each.total for each in answer.kinds] == sorted((each.total for each in answer.kinds), reverse=True)
    assert all(kind.kind not in ("mileage", "lost_income_caregiver") for kind in answer.kinds)


def test_lost_pay_is_a_row_of_its_own_in_no_sum(stage: Stage, form: MonthsDialog) -> None:
    before = row(form, "All", Qt.ItemDataRole.ToolTipRole)
    lost = Expense(
        served_on=date(2026, 10, 5), paid_on=date(2026, 10, 5), kind="lost_income_patient", amount=Decimal("500.00")
    )
    stage.parts.actions.run("Add", partial(add, expense=lost))
    spin()
    assert row(form, "All", Qt.ItemDataRole.ToolTipRole) == before
    assert row(form, "Lost pay, in no total")[-2] == "168"
    assert row(form, "Lost pay, in no total")[-3] == "500"


def test_where_it_is_narrow_half_of_the_months_are_shown(form: MonthsDialog) -> None:
    assert not form.table.half.isVisible()
    form.resize(760, 700)
    spin()
    assert form.table.half.isVisible()
    assert heads(form) == ["Kind", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "All 12"]
    all_12 = row(form, "All")[-1]
    first = form.table.half.findChild(QAbstractButton, "segment first")
    assert first is not None
    first.click()
    spin()
    assert heads(form) == ["Kind", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "All 12"]
    assert row(form, "All")[-1] == all_12


def test_an_earlier_year_has_its_own_months(stage: Stage, form: MonthsDialog) -> None:
    early = Expense(served_on=date(2024, 2, 5), paid_on=date(2024, 2, 5), kind="visit", amount=Decimal("1234.56"))
    stage.workspace.write(partial(add, expense=early))
    again = MonthsDialog(stage.parts, stage.window)
    again.show()
    again.resize(1180, 700)
    again.year.choose(2024)
    spin()
    assert heads(again)[1:3] == ["Jan", "Feb"]
    assert row(again, "All")[2] == "1,235"
    assert not again.usual.isVisible()
    again.done(0)
