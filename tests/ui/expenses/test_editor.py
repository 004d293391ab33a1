"""The form of a cost: few fields at first, the rest by kind; shares to the cent; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from caregiver_app.domain.expenses import Expense, PaidHow, Share
from caregiver_app.domain.people import Role
from caregiver_app.services.people import everybody
from caregiver_app.ui.expenses.draft import Payer
from caregiver_app.ui.expenses.editor import ExpenseEditor
from caregiver_app.ui.expenses.kind_picker import KindPicker
from tests.stage import Stage, spin
from tests.ui.expenses.conftest import newest


def opened(stage: Stage, expense: Expense | None = None) -> ExpenseEditor:
    form = ExpenseEditor(stage.parts, expense, stage.window)
    form.show()
    form.activateWindow()
    spin()
    return form


@pytest.fixture
def form(spent: Stage) -> Iterator[ExpenseEditor]:
    spent.show(1280, 800)
    made = opened(spent)
    made.kind.choose("parking_tolls")
    yield made
    if isValid(made):
        made.done(0)


def saved(stage: Stage, form: ExpenseEditor) -> Expense:
    form.save_button.click()
    spin()
    assert not isValid(form)
    return newest(stage).expense


def test_an_amount_and_enter_is_enough(spent: Stage, form: ExpenseEditor) -> None:
    assert QApplication.focusWidget() is form.amount
    assert not form.more.isVisible()
    assert not form.shares.isVisible()
    QTest.keyClicks(form.amount, "12.50")
    QTest.keyClick(form.amount, Qt.Key.Key_Return)
    spin()
    cost = newest(spent).expense
    assert (cost.amount, cost.kind, cost.day) == (Decimal("12.50"), "parking_tolls", date(2026, 11, 22))
    assert cost.paid_by == ()


def test_words_beside_the_amount_go_to_their_fields(form: ExpenseEditor) -> None:
    form.amount.setText("food 8.40 yesterday")
    form.amount.editingFinished.emit()
    assert (form.amount.text(), form.day.text(), form.kind.value()) == ("8.40", "Sat Nov 21", "meals_out")


def test_miles_come_from_a_place_with_the_rate_of_the_day(spent: Stage, form: ExpenseEditor) -> None:
    form.kind.choose("mileage")
    form.kind.changed.emit("mileage")
    assert not form.amount.isVisible()
    assert not form.payer.isVisible()
    form.trip.from_to.setEditText("Home to Harbor Hospital and back")
    assert form.trip.miles.text() == "24.5"
    assert form.trip.fields["miles"].help.text() == "On Sun Nov 22 at 23.5 cents a mile: $5.76."
    form.day.setEditText("jun 30")
    assert form.trip.fields["miles"].help.text() == "On Tue Jun 30 2026 at 20.5 cents a mile: $5.02."
    form.day.setEditText("1/5/1999")
    assert "no rate is published" in form.trip.fields["miles"].help.text()
    form.day.setEditText("jun 30")
    cost = saved(spent, form)
    assert (cost.kind, cost.miles, cost.amount) == ("mileage", Decimal("24.5"), Decimal(0))
    assert cost.from_to == "Home to Harbor Hospital and back"


def test_lodging_asks_for_nights_people_and_the_hospital(spent: Stage, form: ExpenseEditor) -> None:
    form.kind.choose("lodging")
    form.kind.changed.emit("lodging")
    form.amount.setText("210")
    form.lodging.nights.setText("3")
    form.lodging.people.setText("two")
    assert form.question.words.text() == "Was the care by a doctor in a licensed hospital or the like?"
    assert form.question.counts() is None
    form.question.answer.choose("yes")
    cost = saved(spent, form)
    assert (cost.nights, cost.people, cost.counts) == (3, 2, True)


def test_a_kind_is_found_by_a_word(form: ExpenseEditor) -> None:
    form.kind.more.click()
    spin()
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, KindPicker)
    QTest.keyClicks(picker.search, "wig")
    assert picker.model.index(0, 0).data() == "Wig"
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    spin()
    assert form.kind.value() == "wig"
    assert form.question.isVisible()
    assert "only if the answer below is yes" in form.fields["kind"].help.text()


def test_several_people_pay_and_shares_are_exact_to_the_cent(spent: Stage, form: ExpenseEditor) -> None:
    form.amount.setText("100.01")
    form.payer.choose(Payer.SEVERAL)
    assert form.shares.isVisible()
    me = next(each.id for each in spent.workspace.read(everybody) if each.role is Role.CAREGIVER)
    other = next(each for each in form.shares.paid if each != me)
    form.shares.paid[me].setText("60")
    assert form.shares.told.text().startswith("$40.01 is left to fill in.")
    form.shares.paid[other].setText("40.01")
    form.shares.parts[me].setText("1")
    form.shares.parts[other].setText("1")
    assert form.shares.told.text().startswith("Shares: You $50.01, ")
    cost = saved(spent, form)
    assert {part.person_id: part.amount for part in cost.paid_by} == {me: Decimal(60), other: Decimal("40.01")}
    assert set(cost.shares) == {Share(person_id=me, parts=1), Share(person_id=other, parts=1)}


def test_amounts_that_do_not_add_up_are_told_and_nothing_is_lost(spent: Stage, form: ExpenseEditor) -> None:
    before = newest(spent).expense
    form.amount.setText("100")
    form.payer.choose(Payer.SEVERAL)
    next(iter(form.shares.paid.values())).setText("60")
    form.save_button.click()
    spin()
    assert form.isVisible()
    assert "adds up to $60.00, but the cost is $100.00" in form.shares.wrong.text()
    assert form.amount.text() == "100.00"
    assert newest(spent).expense == before


def test_what_is_wrong_with_shares_is_in_sight_with_the_keyboard_there(form: ExpenseEditor) -> None:
    form.resize(form.width(), 420)
    form.amount.setText("100")
    form.payer.showPopup()
    form.payer.hidePopup()
    form.activateWindow()
    spin()
    form.payer.choose(Payer.SEVERAL)
    form.payer.activated.emit(form.payer.currentIndex())
    spin()
    first = next(iter(form.shares.paid.values()))
    assert QApplication.focusWidget() is first
    assert not first.visibleRegion().isEmpty()
    first.setText("60")
    form.amount.setFocus()
    form.save_button.click()
    spin()
    assert QApplication.focusWidget() is first
    assert not form.shares.wrong.visibleRegion().isEmpty()


def test_a_bill_that_is_not_paid_is_in_no_year(spent: Stage, form: ExpenseEditor) -> None:
    form.amount.setText("80")
    form.payer.choose(Payer.NOT_YET)
    assert form.fields["day"].label.text() == "Day of the bill"
    cost = saved(spent, form)
    assert (cost.paid_on, cost.served_on) == (None, date(2026, 11, 22))


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("amount", "12.5.0", "We could not read “12.5.0” as dollars. Try 12 or 12.50."),
        ("amount", "", "Type an amount of money, like 12 or 12.50."),
        ("day", "feb 30", None),
        ("served_on", "feb 30", None),
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    form: ExpenseEditor, field: str, text: str, sentence: str | None
) -> None:
    form.amount.setText("5")
    if field == "day":
        form.day.setEditText(text)
    else:
        {"amount": form.amount, "served_on": form.more.served_on}[field].setText(text)
    form.save_button.click()
    spin()
    assert form.isVisible()
    assert form.fields[field].isVisible()
    told = form.fields[field].error.text()
    assert told == sentence if sentence is not None else told


def test_everything_that_is_known_of_a_cost_comes_back(spent: Stage, form: ExpenseEditor) -> None:
    form.amount.setText("45")
    form.folds.more_fold.open()
    form.more.payee.setEditText("Bay Oncology")
    form.more.served_on.setText("nov 2")
    form.more.paid_how.choose(PaidHow.HSA)
    form.more.notes.setPlainText("Ask for a new bill")
    form.folds.no_receipt.setChecked(True)
    assert "does not count again" in form.more.fields["paid_how"].help.text()
    cost = saved(spent, form)
    assert (cost.payee, cost.served_on, cost.paid_how) == ("Bay Oncology", date(2026, 11, 2), PaidHow.HSA)
    assert (cost.notes, cost.receipt_needed) == ("Ask for a new bill", False)
    again = opened(spent, cost)
    again.save_button.click()
    spin()
    assert newest(spent).expense == cost


def test_a_cost_is_changed_under_its_number_and_removed(spent: Stage, form: ExpenseEditor) -> None:
    cost = newest(spent).expense
    change = opened(spent, cost)
    change.amount.setText("19.25")
    change.save_button.click()
    spin()
    after = newest(spent).expense
    assert (after.id, after.number, after.amount) == (cost.id, cost.number, Decimal("19.25"))
    gone = opened(spent, after)
    gone.remove_button.click()
    spin()
    assert newest(spent).expense.number == cost.number - 1
    spent.parts.actions.undo()
    assert newest(spent).expense == after


@pytest.mark.parametrize(
    ("typed", "shown", "day"),
    [
        ("2027-03-01", "Mon Mar 1 2027", date(2027, 3, 1)),
        ("2026-12-18", "Fri Dec 18 2026", date(2026, 12, 18)),
        ("12/18", "Thu Dec 18 2025", date(2025, 12, 18)),
        ("11/20", "Fri Nov 20", date(2026, 11, 20)),
    ],
)
def test_a_day_stays_in_its_year(spent: Stage, form: ExpenseEditor, typed: str, shown: str, day: date) -> None:
    form.amount.setText("5")
    for field in (form.day.line, form.more.served_on):
        field.setText(typed)
        field.editingFinished.emit()
        assert field.text() == shown
    is_ahead = day > date(2026, 11, 22)
    assert form.fields["day"].help.text() == ("That day is still to come." if is_ahead else "")
    cost = saved(spent, form)
    assert (cost.paid_on, cost.served_on) == (day, day)
    again = opened(spent, cost)
    again.amount.setText("6")
    assert (saved(spent, again).paid_on, newest(spent).expense.served_on) == (day, day)
