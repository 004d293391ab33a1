"""The year: the table of the sheet, questions answered in place, cars, an income that is only tried, and Undo."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from caregiver_app.domain.expenses import Expense, PaidHow, Reimbursement, Source, TaxYear
from caregiver_app.domain.money.categories import Category
from caregiver_app.domain.money_words import FOOT, dollars
from caregiver_app.services.expense_sheets.sections import lodging_section, summary_sections
from caregiver_app.services.expenses import add, claims, receipts, years
from caregiver_app.services.expenses.exporting import folder_name, write_year
from caregiver_app.ui.expenses.saving import SaveCosts, save_year_table
from caregiver_app.ui.expenses.year import YearDialog
from caregiver_app.ui.expenses.year_questions import QuestionRow
from caregiver_app.ui.printing.window import PrintWindow
from caregiver_app.ui.widgets.texts import Text
from tests.documents import reading
from tests.stage import Stage, spin

YEAR = 2026


@pytest.fixture
def opened(stage: Stage) -> Iterator[Callable[..., YearDialog]]:
    made: list[YearDialog] = []

    def open_year(**told: int) -> YearDialog:
        form = YearDialog(stage.parts, stage.window, **told)
        made.append(form)
        form.show()
        form.activateWindow()
        spin()
        return form

    yield open_year
    for form in made:
        if isValid(form):
            form.done(0)
    spin()


def cost(stage: Stage, kind: str, amount: str, day: date = date(YEAR, 3, 4), **told: object) -> Expense:
    """One more cost in the file."""
    kept: list[Expense] = []
    new = Expense(served_on=day, paid_on=day, kind=kind, amount=Decimal(amount), **told)  # type: ignore[arg-type]
    stage.workspace.write(lambda work: kept.append(add(work, expense=new)))
    return kept[0]


def told(stage: Stage, year: int = YEAR) -> TaxYear:
    """What the file has about a year."""
    return stage.workspace.read(partial(years.tax_year, year=year))


def row(form: YearDialog, kind: Category) -> QuestionRow:
    """The question of a kind."""
    return next(each for each in form.questions.rows if each.question.category is kind)


def press(each: QuestionRow, answer: str) -> None:
    button = each.answers.findChild(QAbstractButton, f"segment {answer}")
    assert button is not None
    button.click()
    spin()


def says(form: YearDialog) -> list[str]:
    """Every sentence in sight."""
    return [text.text() for text in form.findChildren(Text) if text.isVisible() and text.text()]


def test_the_table_has_the_words_and_numbers_of_the_sheet(stage: Stage, opened: Callable[..., YearDialog]) -> None:
    form = opened()
    summary = stage.workspace.read(partial(years.summary, year=YEAR))
    section = summary_sections(summary)[0]
    assert form.table.texts() == [line.cells for line in section.lines]
    model = form.table.model()
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(5)] == [
        "Kind", "Paid", "Came back", "Net", "May count",
    ]  # fmt: skip
    last = [model.index(model.rowCount() - 1, column).data() for column in range(5)]
    net = dollars(summary.net)
    assert last == ["All of 2026", dollars(summary.paid), dollars(summary.back), net, dollars(summary.counts)]
    stays = lodging_section(summary)
    assert stays is not None
    assert form.lodging.texts() == [line.cells for line in stays.lines]


def test_miles_stand_with_each_rate(opened: Callable[..., YearDialog]) -> None:
    kinds = [cells[0] for cells in opened().table.texts()]
    miles = next(each for each in kinds if each.startswith("Miles driven for care"))
    assert "× 20.5 cents =" in miles
    assert "× 23.5 cents =" in miles


def test_no_row_of_the_table_is_cut(opened: Callable[..., YearDialog]) -> None:
    form = opened()
    rows = sum(form.table.rowHeight(n) for n in range(form.table.model().rowCount()))
    assert form.table.viewport().height() >= rows
    widths = sum(form.table.columnWidth(n) for n in range(5))
    assert widths <= form.table.viewport().width() + 1


def test_the_page_follows_the_row_that_the_keys_reach(opened: Callable[..., YearDialog]) -> None:
    form = opened()
    form.resize(860, 480)
    form.table.setFocus()
    spin()
    for _ in range(form.table.model().rowCount()):
        QTest.keyClick(form.table, Qt.Key.Key_Down)
        row = form.table.visualRect(form.table.currentIndex())
        at = form.table.viewport().mapTo(form, row.center()).y()
        assert at - row.height() // 2 >= 0
        assert at + row.height() // 2 <= form.height() - form.close_button.height()


def test_a_question_is_answered_where_it_stands(stage: Stage, opened: Callable[..., YearDialog]) -> None:
    form = opened()
    wig = row(form, Category.WIG)
    before = form.table.texts()[-1]
    press(wig, "yes")
    assert row(form, Category.WIG) is wig  # the keyboard stays there
    assert wig.answers.value() == "yes"
    assert all(each.counts is True for each in wig.question.costs)
    assert form.table.texts()[-1] != before
    press(wig, "unsure")
    assert form.table.texts()[-1] == before
    asked = {each.category: each for each in stage.workspace.read(partial(years.questions, year=YEAR))}
    assert asked[Category.WIG].open == asked[Category.WIG].costs


def test_an_answer_is_taken_back_here(opened: Callable[..., YearDialog]) -> None:
    form = opened()
    assert not form.undo_button.isVisible()
    press(row(form, Category.WIG), "no")
    assert form.undo_button.isVisible()
    form.undo_button.click()
    spin()
    assert row(form, Category.WIG).answers.value() == "unsure"


def test_an_answer_leaves_costs_alone_that_were_answered(stage: Stage, opened: Callable[..., YearDialog]) -> None:
    cost(stage, "wig", "90.00", counts=False)
    form = opened()
    wig = row(form, Category.WIG)
    assert "Still open: 1 cost." in wig.about.text()
    press(wig, "yes")
    assert wig.question.answers == {True, False}
    assert "Some of them count and some do not." in wig.about.text()


def test_gas_and_oil_take_the_place_of_miles(stage: Stage, opened: Callable[..., YearDialog]) -> None:
    assert not opened().cars.isVisible()
    cost(stage, "gas_actual", "900.00")
    form = opened()
    assert list(form.cars.boxes) == [""]
    assert any("gas and oil come to $900.00" in each for each in says(form))
    before = form.counts.text()
    form.cars.boxes[""].click()
    spin()
    assert told(stage).gas_cars == {""}
    assert form.counts.text() != before
    form.undo_button.click()
    spin()
    assert not form.cars.boxes[""].isChecked()
    assert form.counts.text() == before


def test_an_income_is_tried_and_not_kept(stage: Stage, opened: Callable[..., YearDialog]) -> None:
    form = opened()
    assert not form.income.says.isVisible()
    form.income.line.setText("48,000")
    assert form.income.says.text() == "7.5% of an income of $48,000.00 is $3,600.00. Above it: $0.00."
    assert "$16,100.00, or $32,200.00 jointly" in form.income.more.text()
    form.income.line.setText("$10,000")
    net = stage.workspace.read(partial(years.summary, year=YEAR)).net_medical
    assert form.income.says.text().endswith(f"Above it: {dollars(net - 750)}.")
    form.done(0)
    assert told(stage).agi is None


def test_an_income_is_kept_when_the_person_says_so(stage: Stage, opened: Callable[..., YearDialog]) -> None:
    form = opened()
    form.income.line.setText("10,000")
    form.income.keep.click()
    assert told(stage).agi == 10000
    form.income.line.setText("12,000")
    form.income.line.editingFinished.emit()
    assert told(stage).agi == 12000
    form.done(0)
    again = opened()
    assert again.income.line.text() == "12,000"
    assert again.income.keep.isChecked()
    again.income.keep.click()
    assert told(stage).agi is None
    assert again.income.line.text() == "12,000"  # it can still be tried


def test_nothing_can_not_be_kept(stage: Stage, opened: Callable[..., YearDialog]) -> None:
    form = opened()
    form.income.keep.click()
    assert not form.income.keep.isChecked()
    assert form.income.field.error.text() == "Type the income for the year, like 48,000."
    form.income.line.setText("48.000.5")
    form.income.line.editingFinished.emit()
    assert form.income.field.error.text()
    assert told(stage).agi is None


def test_enter_in_the_income_does_not_close_the_window(opened: Callable[..., YearDialog]) -> None:
    form = opened()
    form.income.line.setFocus()
    QTest.keyClicks(form.income.line, "9000")
    QTest.keyClick(form.income.line, Qt.Key.Key_Return)
    spin()
    assert isValid(form)
    assert form.isVisible()


def test_lost_pay_and_money_of_earlier_years_stand_apart(stage: Stage, opened: Callable[..., YearDialog]) -> None:
    earlier = cost(stage, "visit", "200.00", date(2025, 11, 3))
    money = Reimbursement(
        expense_id=earlier.id, received_on=date(YEAR, 2, 9), amount=Decimal("80.00"), source=Source.INSURER
    )
    stage.workspace.write(partial(claims.save_reimbursement, before=None, after=money))
    said = opened().beside.sentences()
    assert any("lost pay" in each.lower() and "in no total" in each for each in said)
    assert "$80.00 came back in 2026 for costs of an earlier year. Ask a tax preparer about it." in said
    assert "Feb 9: $80.00, Insurance" in said


def test_missing_receipts_are_counted_and_listed(stage: Stage, opened: Callable[..., YearDialog]) -> None:
    form = opened()
    count = len(stage.workspace.read(partial(receipts.missing, year=YEAR)))
    assert form.missing.text() == f"{count} receipts are still to be found."
    form.missing_button.click()
    spin()
    window = form.findChild(PrintWindow)
    assert window is not None
    window.close()


def test_another_year_is_shown_and_opened_with(stage: Stage, opened: Callable[..., YearDialog]) -> None:
    cost(stage, "visit", "35.00", date(2024, 5, 6))
    form = opened(year=2024)
    assert form.table.texts()[-1] == ("All of 2024", "$35.00", "–", "$35.00", "$35.00")
    form.income.line.setText("1000")
    form.year.choose(YEAR)
    spin()
    assert form.table.texts()[-1][0] == "All of 2026"
    assert form.income.line.text() == ""  # it was of the other year


def test_a_year_without_costs_says_so(theme: object, stage: Stage, opened: Callable[..., YearDialog]) -> None:
    cost(stage, "visit", "10.00", date(2023, 5, 6), notes="")
    gone = cost(stage, "visit", "10.00", date(2022, 5, 6))
    form = opened(year=2022)
    stage.parts.actions.run("Remove", lambda work: work.remove(gone))
    spin()
    assert form.empty.text() == "Nothing was paid in 2022."
    assert not form.table.isVisible()


def test_the_year_goes_out_as_paper_table_and_folder(opened: Callable[..., YearDialog]) -> None:
    form = opened()
    form.print_button.click()
    spin()
    printed = form.findChild(PrintWindow)
    assert printed is not None
    printed.close()
    form.table_button.click()
    form.folder_button.click()
    names = [each.windowTitle() for each in form.findChildren(SaveCosts)]
    assert len(names) == 2
    assert folder_name(YEAR) == "Expenses 2026.zip"
    for each in form.findChildren(SaveCosts):
        each.close()


def test_the_table_of_a_year_is_the_one_of_its_folder(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "year.csv"
    with qtbot.waitSignal(stage.parts.actions.told, timeout=10_000):
        save_year_table(stage.parts, YEAR, path)
    at = stage.workspace.clock.local()
    file = BytesIO()
    stage.workspace.read(partial(write_year, year=YEAR, at=at, file=file))
    with ZipFile(file) as folder:
        assert path.read_bytes() == folder.read("Expenses 2026.csv")


def something_of_everything(stage: Stage) -> None:
    """Lost pay, a capped stay, miles of two cars, what an HSA paid, and money back for a cost and for none."""
    cost(stage, "lost_income_caregiver", "504.00")
    cost(stage, "lodging", "159.75", nights=1, people=2, counts=True)
    cost(stage, "rx", "55.60", paid_how=PaidHow.HSA)
    for day in (1, 2, 3):
        cost(stage, "mileage", "0", date(YEAR, 8, day), miles=Decimal("7.3"), car="Van")
    visit = cost(stage, "visit", "80.00")
    money = partial(Reimbursement, received_on=date(YEAR, 9, 9), source=Source.INSURER)
    for each in (money(expense_id=visit.id, amount=Decimal("25.25")), money(amount=Decimal("100.00"))):
        stage.workspace.write(partial(claims.save_reimbursement, before=None, after=each))


def column_sum(rows: list[dict[str, str]], name: str) -> str:
    return dollars(sum((Decimal(row[name] or 0) for row in rows), Decimal(0)))


def test_screen_paper_and_table_of_the_year_have_the_same_sums(
    stage: Stage, opened: Callable[..., YearDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    something_of_everything(stage)
    screen = opened().table.texts()
    with qtbot.waitSignal(stage.parts.actions.told, timeout=10_000):
        save_year_table(stage.parts, YEAR, tmp_path / "year.csv")
    file = BytesIO()
    stage.workspace.read(partial(write_year, year=YEAR, at=stage.workspace.clock.local(), file=file))
    with ZipFile(file) as folder:
        table, pdf = folder.read("Expenses 2026.csv"), folder.read("Summary 2026.pdf")
    assert (tmp_path / "year.csv").read_bytes() == table
    rows = list(csv.DictReader(StringIO(table.decode("utf-8-sig"), newline="")))
    sums = tuple(column_sum(rows, name) for name in ("Amount", "Reimbursed", "Net", "May count"))
    assert screen[-1] == ("All of 2026", *sums)
    paper = " ".join(reading.words(pdf).split())
    for cells in screen:
        assert " ".join(cell for cell in cells if cell) in paper
    assert column_sum([row for row in rows if row["Kind"] == "Came back for no one cost"], "Reimbursed") == "$200.00"
    van = [row for row in rows if row["Car"] == "Van"]
    assert column_sum(van, "May count") == "$5.15"  # 21.9 miles at 23.5 cents, rounded once


def test_the_window_says_why_less_counts_than_was_paid(stage: Stage, opened: Callable[..., YearDialog]) -> None:
    something_of_everything(stage)
    said = "“May count” is before money that came back. What an HSA or FSA paid is not in it."
    assert f"{said} A night away counts up to a limit." in says(opened())


def test_the_foot_is_said_once(opened: Callable[..., YearDialog]) -> None:
    assert says(opened()).count(FOOT) == 1
