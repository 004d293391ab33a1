"""One line is enough to add a cost; what was understood is shown before it is kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.expenses.editor import ExpenseEditor
from caregiver_app.ui.expenses.page import ExpensesPage
from tests.stage import Stage, spin
from tests.ui.expenses.conftest import newest


def understood(page: ExpensesPage, text: str) -> str:
    page.panel.quick.line.setText(text)
    page.panel.quick.look()
    return page.panel.quick.field.help.text()


def test_an_amount_and_enter_is_enough(spent: Stage, page: ExpensesPage) -> None:
    quick = page.panel.quick
    QTest.keyClicks(quick.line, "12.50")
    QTest.keyClick(quick.line, Qt.Key.Key_Return)
    spin()
    cost = newest(spent).expense
    assert (cost.amount, cost.day, cost.served_on) == (Decimal("12.50"), date(2026, 11, 22), date(2026, 11, 22))
    assert quick.line.text() == ""
    assert page.panel.list.current() == cost
    assert page.panel.list.table.property("resting") is False
    spent.parts.actions.undo()
    spin()
    assert newest(spent).expense.number == cost.number - 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("parking 12.50 yesterday", "Parking, tolls: $12.50. Yesterday. You paid."),
        ("24 miles", "Miles driven: 24 miles, at 23.5 cents a mile: $5.64. Today."),
        ("20 miles on 6/30", "Miles driven: 20 miles, at 20.5 cents a mile: $4.10. Tue Jun 30 2026."),
        (
            "parking 8 on 2026-12-18",
            "Parking, tolls: $8.00. Fri Dec 18. You paid. That day is still to come.",
        ),
        ("hotel 210 for 3 nights", "Lodging: $210.00. Today, 3 nights. You paid."),
    ],
)
def test_what_was_understood_is_shown(page: ExpensesPage, text: str, words: str) -> None:
    assert understood(page, text) == words


def test_what_is_not_whole_yet_is_no_mistake(page: ExpensesPage) -> None:
    assert understood(page, "park").startswith("An amount and Enter is enough")
    assert not page.panel.quick.field.error.text()


@pytest.mark.parametrize("text", ["", "12.5.0", "parking 0", "$-5", "parking on feb 30 12.00"])
def test_what_can_not_be_read_is_told_at_the_line(spent: Stage, page: ExpensesPage, text: str) -> None:
    before = newest(spent).expense
    quick = page.panel.quick
    quick.line.setText(text)
    quick.add()
    assert quick.field.error.text()
    assert quick.line.text() == text
    assert newest(spent).expense == before


def test_more_details_go_on_in_the_form(page: ExpensesPage) -> None:
    page.panel.quick.line.setText("parking 12.50 yesterday")
    page.panel.quick.more_button.click()
    form = QApplication.activeModalWidget()
    assert isinstance(form, ExpenseEditor)
    assert (form.amount.text(), form.day.text(), form.kind.value()) == ("12.50", "Sat Nov 21", "parking_tolls")
    form.close()


def test_the_line_stays_until_what_it_said_is_kept(spent: Stage, page: ExpensesPage) -> None:
    quick = page.panel.quick
    quick.line.setText("parking 12.50 yesterday")
    quick.more_button.click()
    form = QApplication.activeModalWidget()
    assert isinstance(form, ExpenseEditor)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    spin()
    assert quick.line.text() == "parking 12.50 yesterday"
    quick.more_button.click()
    form = QApplication.activeModalWidget()
    assert isinstance(form, ExpenseEditor)
    form.save_button.click()
    spin()
    assert quick.line.text() == ""
    assert newest(spent).expense.amount == Decimal("12.50")


def test_a_day_of_another_year_stays_in_it_in_the_form(spent: Stage, page: ExpensesPage) -> None:
    page.panel.quick.line.setText("30 miles on 2027-03-01")
    page.panel.quick.more_button.click()
    form = QApplication.activeModalWidget()
    assert isinstance(form, ExpenseEditor)
    assert form.day.text() == "Mon Mar 1 2027"
    form.day.setFocus()
    form.save_button.click()
    spin()
    assert newest(spent).expense.day == date(2027, 3, 1)
