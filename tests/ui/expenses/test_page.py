"""The Expenses tab on a real file: figures, pictures and list agree; done by key, taken back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu, QRadioButton
from pytestqt.qtbot import QtBot

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.expenses import Expense
from caregiver_app.services.expenses import ledger, receipts
from caregiver_app.ui.expenses.editor import ExpenseEditor
from caregiver_app.ui.expenses.page import ExpensesPage
from tests.expense_family import without_costs
from tests.stage import Stage, spin
from tests.ui.expenses.conftest import newest, page_of


def column(page: ExpensesPage, n: int) -> list[str]:
    """What stands in a column of the list, from top to bottom."""
    model = page.panel.list.model
    return [str(model.index(row, n).data()) for row in range(model.rowCount())]


def menu_texts(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.text()]


def a_photo(path: str) -> str:
    image = QImage(600, 800, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert image.save(path)
    return path


def test_the_figures_are_there_without_a_click(page: ExpensesPage) -> None:
    cards = page.panel.cards
    shown = [(card.figure.text(), card.below.text()) for card in (cards.month, cards.year, cards.miles, cards.missing)]
    assert shown == [
        ("$331.12", "11 costs paid"),
        ("$1,882.35", "Since Jan 1, 2026"),
        ("588", "This year"),
        ("73", "Add a photo any time"),
    ]
    assert cards.year.accessibleName() == "This year: $1,882.35"
    assert page.panel.foot.text() == "We keep count; a tax preparer decides."


def test_pictures_table_and_list_have_the_same_numbers(page: ExpensesPage) -> None:
    pictures = page.panel.pictures
    assert [(bar.name, bar.amount) for bar in pictures.kinds.bars][:2] == [
        ("Equipment", Decimal(129)),
        ("Parking, tolls", Decimal("82.53")),
    ]
    assert pictures.kinds.accessibleDescription().startswith("Equipment: $129.00, Parking, tolls: $82.53")
    assert pictures.months.accessibleDescription().endswith("October 2026: $405.35, November 2026: $331.12")
    table = pictures.kind_table
    last = table.rowCount() - 1
    assert [table.index(last, n).data() for n in range(3)] == ["All", "$331.12", "$1,882.35"]
    months = pictures.month_table
    assert months.index(11, 1).data() == "$331.12"
    assert pictures.usual.text() == "Next month usually costs about $271."
    told = "99 costs, $1,882.35, 588 miles, not paid yet: $212.00, lost pay, apart: $240.00"
    assert page.panel.list.count.text() == told


def test_a_bar_shows_its_costs_in_the_list(page: ExpensesPage) -> None:
    pictures = page.panel.pictures
    QTest.mouseClick(pictures.kinds, Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
    assert set(column(page, 2)) == {"Parking, tolls"}
    assert page.panel.list.count.text() == "4 costs, $82.53"
    pictures.months.chosen.emit(date(2026, 10, 1))
    assert page.panel.list.count.text() == "16 costs, $405.35, 98 miles"
    assert page.panel.list.when.currentText() == "October 2026"


def test_the_year_is_one_click_from_the_month(page: ExpensesPage) -> None:
    pictures = page.panel.pictures
    _month, year = pictures.by.findChildren(QRadioButton)
    year.click()
    assert pictures.kinds.bars[0].name == "Parking, tolls"
    assert pictures.kinds.bars[-1].name.endswith("other kinds")
    pictures.fold.button.click()
    spin()
    assert pictures.fold.isVisible()


def test_the_list_is_found_filtered_and_sorted(spent: Stage, page: ExpensesPage) -> None:
    spent.window.find_text()
    assert QApplication.focusWidget() is page.panel.list.search
    QTest.keyClicks(page.panel.list.search, "anti")
    assert column(page, 1) == ["Lakeside Pharmacy"]
    page.panel.list.search.setText("nothing like it")
    assert page.panel.list.count.text() == "No cost fits. Try another word or choice."
    page.panel.list.search.clear()
    page.panel.list.payer.setCurrentText("Ana")
    assert column(page, 1) == ["Home Medical Supply"]
    page.panel.list.payer.setCurrentIndex(0)
    page.panel.list.missing.setChecked(True)
    assert set(column(page, 5)) == {"Missing"}
    page.panel.list.missing.setChecked(False)
    page.panel.list.table.sortByColumn(6, Qt.SortOrder.DescendingOrder)
    assert column(page, 6)[:3] == ["$240.00", "$212.00", "$178.00"]
    page.panel.list.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert column(page, 2)[:2] == ["Equipment", "Food while out"]


def test_what_came_back_is_told_beside_what_it_was(page: ExpensesPage) -> None:
    page.panel.list.search.setText("wig")
    assert column(page, 1) == ["Wigs by Ada ($100.00 came back)"]


def test_rows_come_as_they_are_scrolled_to(page: ExpensesPage) -> None:
    listing = page.panel.list
    assert listing.model.rowCount() == 60
    assert listing.table.height() < 560
    listing.table.scrollToBottom()
    spin()
    assert listing.model.rowCount() == 99
    assert len(set(column(page, 4))) == 99


def test_delete_removes_a_cost_and_undo_brings_it_back(spent: Stage, page: ExpensesPage) -> None:
    table = page.panel.list.table
    table.setFocus()
    assert column(page, 1)[0] == "Harbor Hospital garage"
    QTest.keyClick(table, Qt.Key.Key_Delete)
    spin()
    assert page.panel.cards.month.figure.text() == "$313.12"
    assert column(page, 1)[0] == "Lunch at the clinic"
    spent.parts.actions.undo()
    spin()
    assert column(page, 1)[0] == "Harbor Hospital garage"
    assert page.panel.cards.month.figure.text() == "$331.12"


def test_what_hangs_on_a_cost_goes_and_comes_back_with_it(spent: Stage, page: ExpensesPage, qtbot: QtBot) -> None:
    page.panel.list.search.setText("wig")
    page.panel.list.table.setFocus()
    with qtbot.waitSignal(spent.parts.actions.done) as done:
        QTest.keyClick(page.panel.list.table, Qt.Key.Key_Delete)
    assert QApplication.focusWidget() is page.panel.list.search
    assert done.args[2] == "Removed, together with 1 entry of money back."
    spent.parts.actions.undo()
    spin()
    assert column(page, 1) == ["Wigs by Ada ($100.00 came back)"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_and_f2_open_a_cost(page: ExpensesPage, qtbot: QtBot, key: Qt.Key) -> None:
    page.panel.list.table.setFocus()
    number = column(page, 4)[0]
    QTest.keyClick(page.panel.list.table, key)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ExpenseEditor))
    form = QApplication.activeModalWidget()
    assert form.windowTitle() == f"Cost {number}"
    form.close()


def test_the_menu_of_a_cost_says_what_can_be_done(spent: Stage, page: ExpensesPage) -> None:
    page.panel.list.search.setText("ct scan")
    page.panel.list.table.pressed_key.emit(Qt.Key.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu_texts(menu) == [
        "Edit…", "Add the same today", "Add one like it…", "Paid today", "Needs no receipt", "Money came back…",
        "Its claim…", "Remove"
    ]  # fmt: skip
    menu.actions()[3].trigger()
    menu.close()
    spin()
    assert column(page, 0) == ["Sun Nov 22"]
    assert page.panel.cards.month.figure.text() == "$543.12"


def test_the_same_once_more_gets_a_number_of_its_own(spent: Stage, page: ExpensesPage) -> None:
    before = newest(spent).expense
    page.panel.deeds.repeat(page.panel.list.model.rows[0].expense)
    spin()
    again = newest(spent).expense
    assert (again.number, again.payee, again.day) == (before.number + 1, "Harbor Hospital garage", date(2026, 11, 22))


def test_print_asks_for_the_summary(page: ExpensesPage) -> None:
    page.print_wanted.disconnect()  # the window would open it
    spy = QSignalSpy(page.print_wanted)
    page.print_button.click()
    assert spy.at(0)[0] == "expenses"


def test_add_expense_opens_the_form(spent: Stage, page: ExpensesPage, qtbot: QtBot) -> None:
    spent.window.new_thing()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ExpenseEditor))
    QApplication.activeModalWidget().close()


def test_a_file_without_costs_says_why_to_jot_them_down(stage: Stage) -> None:
    stage.workspace.write(without_costs)
    page = page_of(stage)
    assert page.panel.empty is not None
    assert page.panel.empty.isVisible()
    assert not page.panel.cards.isVisible()
    page.panel.quick.line.setText("12.50")
    page.panel.quick.add()
    spin()
    assert not page.panel.empty.isVisible()
    assert page.panel.cards.month.figure.text() == "$12.50"


def test_a_visit_opens_the_form_with_its_place_and_day(spent: Stage, page: ExpensesPage) -> None:
    visit = Appointment(title="Scan", day=date(2026, 11, 18))
    assert spent.parts.actions.run("Visit", lambda work: work.put(visit))
    page.show_record(visit.id)
    spin()
    form = QApplication.activeModalWidget()
    assert isinstance(form, ExpenseEditor)
    form.amount.setText("9")
    form.save_button.click()
    spin()
    cost = newest(spent).expense
    assert (cost.appointment_id, cost.day, cost.kind) == (visit.id, date(2026, 11, 18), "parking_tolls")
    page.show_record(cost.id)
    assert page.panel.list.current() == cost


def test_a_cost_far_down_is_shown_by_its_number(spent: Stage, page: ExpensesPage) -> None:
    old = Expense(served_on=date(2019, 3, 1), paid_on=date(2019, 3, 1), kind="rx", amount=Decimal(5), payee="Old Town")
    spent.parts.actions.run("Cost", partial(ledger.add, expense=old))
    spin()
    page.show_record(old.id)
    current = page.panel.list.current()
    assert current is not None
    assert current.payee == "Old Town"
    assert page.panel.list.when.findText("2019") > 0


def test_a_photo_that_is_dropped_becomes_the_receipt_of_a_new_cost(
    spent: Stage, page: ExpensesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(a_photo(str(tmp_path / "ticket.jpg")))])
    page.panel.take_receipts(mime)
    form = QApplication.activeModalWidget()
    assert isinstance(form, ExpenseEditor)
    qtbot.waitUntil(lambda: len(form.strip.pieces) == 1)
    form.amount.setText("14")
    form.save_button.click()
    spin()
    row = newest(spent)
    assert row.has_receipt
    kept = spent.workspace.read(partial(receipts.of_expense, expense_id=row.expense.id))
    assert [receipt.name for receipt in kept] == ["ticket.jpg"]
    spent.parts.actions.undo()
    assert newest(spent).expense.number == row.expense.number - 1


def test_a_photo_is_pasted_wherever_the_keyboard_is(page: ExpensesPage, qtbot: QtBot, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(a_photo(str(tmp_path / "ticket.jpg")))])
    QApplication.clipboard().setMimeData(mime)
    page.panel.quick.line.setFocus()
    QTest.keyClick(page.panel.quick.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    form = QApplication.activeModalWidget()
    assert isinstance(form, ExpenseEditor)
    qtbot.waitUntil(lambda: len(form.strip.pieces) == 1)
    assert form.strip.isVisible()
    form.done(0)


def test_words_are_pasted_as_words(page: ExpensesPage) -> None:
    QApplication.clipboard().setText("12.50")
    page.panel.quick.line.setFocus()
    QTest.keyClick(page.panel.quick.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.panel.quick.line.text() == "12.50"


def test_every_button_opens_its_dialog(page: ExpensesPage) -> None:
    tools = page.panel.tools
    names = []
    for button in (tools.year, tools.claims, tools.sharing, tools.missing):
        button.click()
        spin()
        dialog = QApplication.activeModalWidget()
        names.append(type(dialog).__name__)
        dialog.close()
        spin()
    assert names == ["YearDialog", "ClaimsDialog", "SharingDialog", "MissingDialog"]


@pytest.mark.parametrize(
    ("names", "opened"),
    [(("one.jpg",), "ExpenseEditor"), (("a.jpg", "b.jpg"), "ManyReceipts"), (("card.csv",), "BringInDialog")],
)
def test_what_is_dropped_goes_where_it_belongs(
    page: ExpensesPage, tmp_path: Path, names: tuple[str, ...], opened: str
) -> None:
    for name in names:
        (tmp_path / name).write_text("Date,Amount\n")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    page.panel.take_receipts(mime)
    spin()
    dialog = QApplication.activeModalWidget()
    assert type(dialog).__name__ == opened
    dialog.done(0)
    spin()


def test_years_that_have_costs_are_offered(spent: Stage, page: ExpensesPage) -> None:
    first = date(2023, 1, 5)
    old = [
        Expense(served_on=first + timedelta(n), paid_on=first + timedelta(n), kind="rx", amount=Decimal(n + 1))
        for n in range(3)
    ]
    spent.parts.actions.run("Costs", partial(ledger.add_many, expenses=old))
    spin()
    box = page.panel.list.when
    assert [box.itemText(n) for n in range(box.count())] == ["All years", "This month", "2026", "2023"]
    box.setCurrentIndex(3)
    assert page.panel.list.count.text() == "3 costs, $6.00"
