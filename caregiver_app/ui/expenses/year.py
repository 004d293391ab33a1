"""The year: what was paid, what came back, what may count, by the same words and numbers as on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.expenses import TaxYear
from caregiver_app.domain.money.rates import STANDARD_DEDUCTION, NotPublished, Rates
from caregiver_app.domain.money.tax_return import Filing
from caregiver_app.domain.money.year_lines import YearSummary
from caregiver_app.domain.money.year_summary import with_income
from caregiver_app.domain.money_words import FOOT, dollars
from caregiver_app.domain.year_words import counts_words, income_words, why_less_words
from caregiver_app.services.expense_sheets.sections import lodging_section, summary_sections
from caregiver_app.services.expenses import years
from caregiver_app.services.expenses.rates import rates
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.expenses.section_table import SectionTable
from caregiver_app.ui.expenses.year_income import IncomePart
from caregiver_app.ui.expenses.year_parts import Cars, Sentences, Stretch, beside_sentences
from caregiver_app.ui.expenses.year_questions import QuestionRows
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.undo_here import UndoHere
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import ComboBox, Field
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.segmented import Segment
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.documents.money_sheet import Section
    from caregiver_app.services.expenses.years import Question
    from caregiver_app.storage.unit_of_work import UnitOfWork

Read = tuple[YearSummary, TaxYear, "tuple[Question, ...]", int, Rates]


class YearDialog(Dialog):
    """Everything that is answered here is kept at once, and can be undone here."""

    WIDTH = 900

    def __init__(self, parts: Parts, parent: QWidget | None = None, *, year: int | None = None) -> None:
        super().__init__(parts, tr("The year"), parent)
        self._shown: int | None = None
        self._read: Read | None = None
        self._make(year)
        self._lay_out()
        self._add_foot()
        self._connect()
        self.refresh()

    # What is there

    def _make(self, year: int | None) -> None:
        theme, today = self.theme, self.parts.actions.clock.today()
        self.year = ComboBox(theme)
        for each in self.parts.actions.read(partial(years.years, today=today)):
            self.year.add(str(each), each)
        self.year.choose(year or today.year)
        self.print_button = Button(theme, tr("Print summary"), icon="printer")
        self.table_button = Button(theme, tr("Save as CSV"), icon="file-down")
        self.folder_button = Button(theme, tr("Year folder…"), icon="folder-open")
        self.told = Text(theme, "", ink="text2")
        self.table = SectionTable(theme, tr("The year by kind of cost"))
        self.empty = Text(theme, "", ink="text2")
        self.lodging = SectionTable(theme, tr("Lodging"))
        self.cap = Text(theme, "", "caption", ink="text2")
        self.counts = Text(theme, "", "strong")
        self.why_less = Text(theme, "", "caption", ink="text2")
        self.income = IncomePart(theme)
        self.cars = Cars(theme)
        self.questions = QuestionRows(theme)
        self.beside = Sentences(theme, tr("Beside the totals"))
        self.missing = Text(theme, "")
        self.missing_button = Button(theme, tr("Print the list"), kind=QUIET, icon="printer")

    def _lay_out(self) -> None:
        theme = self.theme
        head = Reflow(theme.px(16), 0)
        head.add(Field(theme, tr("Year"), self.year), 1)
        buttons = Flow(theme.px(12), [self.print_button, self.table_button, self.folder_button])
        head.add(buttons, 0, Qt.AlignmentFlag.AlignBottom)
        self._tables = Stretch(theme, tr("By the day paid"), [self.empty, self.table, self.why_less])
        self._stays = Stretch(theme, tr("Lodging"), [self.lodging, self.cap])
        self._asked = Stretch(theme, tr("Counts only if the answer is yes"), [self.questions])
        self._comes_to = Card(theme)
        self._comes_to.setAccessibleName(tr("What may count"))
        for widget in (self.counts, self.income):
            self._comes_to.body.addWidget(widget)
        row = Reflow(theme.px(12), 0)
        row.add(self.missing, 1, Qt.AlignmentFlag.AlignVCenter)
        row.add(self.missing_button, 0)
        self._papers = Stretch(theme, tr("Receipts"), [row])
        self.body.addWidget(head)
        self.body.addWidget(self.told)
        for stretch in (self._tables, self._comes_to, self._asked, self.cars, self._stays, self.beside, self._papers):
            self.body.addWidget(stretch)
        self.body.addWidget(Text(theme, FOOT, "caption", ink="text2"))
        self.body.addStretch(1)
        self.told.hide()

    def _add_foot(self) -> None:
        theme = self.theme
        self.undo_button = UndoHere(self.parts)
        self.close_button = Button(theme, tr("Close"), kind=PLAIN)
        self.foot.addWidget(self.undo_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)

    def _connect(self) -> None:
        actions = self.parts.actions
        self.year.currentIndexChanged.connect(self._year_chosen)
        self.print_button.clicked.connect(self._print_summary)
        self.missing_button.clicked.connect(self._print_missing)
        self.table_button.clicked.connect(self._save_table)
        self.folder_button.clicked.connect(self._save_folder)
        self.income.tried.connect(self._typed_income)
        self.income.kept.connect(self._keep_income)
        self.cars.turned.connect(self._turn_car)
        self.questions.answered.connect(self._answer)
        self.close_button.clicked.connect(self.reject)
        actions.changed.connect(self.refresh)
        actions.told.connect(self._tell)

    # Showing it

    @property
    def chosen_year(self) -> int:
        """The year that is shown."""
        found = self.year.value()
        assert isinstance(found, int), "the list holds years"
        return found

    def refresh(self, _changes: object = None) -> None:
        """Read the year again and show it."""
        self._read = summary, told, asked, missing, _rates = self.parts.actions.read(self._ask)
        anew, self._shown = self._shown != self.chosen_year, self.chosen_year
        self._show_table(summary_sections(summary)[0])
        self._show_stays(lodging_section(summary))
        self.questions.show_questions(asked)
        self._asked.setVisible(bool(asked))
        self.cars.show_cars(summary.cars)
        self.beside.show_sentences(beside_sentences(summary))
        self.counts.setText(counts_words(summary))
        self.counts.setVisible(bool(self.counts.text()))
        self.why_less.setText(why_less_words(summary))
        self.why_less.setVisible(bool(self.why_less.text()))
        self.income.show_income(told.agi, anew=anew)
        self._try_income(self._income())
        self.missing.setText(_missing_words(missing))
        self.missing_button.setVisible(bool(missing))
        self._order_tab()
        self.grow_soon()

    def _order_tab(self) -> None:
        """Tab goes down the window as it is read, also over rows that came later."""
        segments = [each for row in self.questions.rows for each in row.answers.findChildren(Segment)]
        boxes = self.cars.boxes.values()
        for one, after in pairwise([self.income.keep, *segments, *boxes, self.lodging, self.missing_button]):
            self.setTabOrder(one, after)

    def _ask(self, work: UnitOfWork) -> Read:
        year = self.chosen_year
        missing = years.missing_count(work, year=year)
        told = years.tax_year(work, year=year)
        return years.summary(work, year=year), told, years.questions(work, year=year), missing, rates(work)

    def _show_table(self, section: Section) -> None:
        self.table.show_section(section)
        self.table.setVisible(bool(section.lines))
        self.empty.setText("" if section.lines else section.empty)
        self.empty.setVisible(not section.lines)

    def _show_stays(self, section: Section | None) -> None:
        self._stays.setVisible(section is not None)
        if section is not None:
            self.lodging.show_section(section)
            self.cap.setText(" ".join(section.says))

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        self.grow_soon()

    def _year_chosen(self) -> None:
        self._tell("")
        self.refresh()

    # The income

    def _income(self) -> Decimal | None:
        from caregiver_app.domain.problems import InvalidEntry

        try:
            return self.income.income()
        except InvalidEntry:
            return None

    def _typed_income(self, income: Decimal | None) -> None:
        self._try_income(income)
        QTimer.singleShot(0, self, partial(self.show_field, self.income))  # what it comes to is in sight, too

    def _try_income(self, income: Decimal | None) -> None:
        if self._read is None:
            return
        summary, rates_now = self._read[0], self._read[-1]
        tried = with_income(summary, income, rates_now)
        self.income.tell(income_words(tried), standard_words(summary.year, rates_now) if income is not None else "")
        self.grow_soon()

    def _keep_income(self, income: Decimal | None) -> None:
        label = tr("Keep the income") if income is not None else tr("Forget the income")
        self._save_year(label, partial(_with_agi, income))
        announce(self.income.keep, tr("Kept in the file.") if income is not None else tr("No longer in the file."))

    # What is answered

    def _turn_car(self, name: str, uses_gas: bool) -> None:
        label = tr("Count gas and oil") if uses_gas else tr("Count the miles")
        self._save_year(label, partial(_with_car, name, uses_gas))

    def _save_year(self, label: str, change: partial[TaxYear]) -> None:
        assert self._read is not None, "it was read when the window was made"
        after = change(self._read[1])
        if not self.parts.actions.run(label, partial(years.save_year, after=after), silent=True):
            QTimer.singleShot(0, self, self.refresh)

    def _answer(self, asked: Question, counts: bool | None) -> None:
        costs = asked.open if asked.open and counts is not None else asked.costs
        answer = partial(years.answer, expenses=costs, counts=counts)
        if not self.parts.actions.run(tr("Answer a question"), answer, silent=True):
            QTimer.singleShot(0, self, self.refresh)

    # Out again

    def _print_summary(self) -> None:
        self.print_sheet("expenses")

    def _print_missing(self) -> None:
        self.print_sheet("missing")

    def print_sheet(self, sheet: str) -> None:
        """Open the print window for a sheet of this year."""
        from caregiver_app.ui.printing.window import PrintWindow

        PrintWindow(self.parts, sheet, day=date(self.chosen_year, 12, 31), parent=self).open()

    def _save_table(self) -> None:
        from caregiver_app.ui.expenses.saving import ask_for_year_table

        ask_for_year_table(self.parts, self, self.chosen_year)

    def _save_folder(self) -> None:
        from caregiver_app.ui.expenses.saving import ask_for_year

        ask_for_year(self.parts, self, self.chosen_year)

    def done(self, result: int) -> None:
        self.income.settle()
        super().done(result)


def _with_agi(income: Decimal | None, told: TaxYear) -> TaxYear:
    return replace(told, agi=income)


def _with_car(name: str, uses_gas: bool, told: TaxYear) -> TaxYear:
    return replace(told, gas_cars=told.gas_cars | {name} if uses_gas else told.gas_cars - {name})


def standard_words(year: int, published: Rates) -> str:
    """That it matters only to those who itemize, with the standard deduction of the year where it is published."""
    alone, joint = (published.in_year((STANDARD_DEDUCTION, each), year) for each in (Filing.SINGLE, Filing.JOINT))
    if isinstance(alone, NotPublished) or isinstance(joint, NotPublished):
        return tr("It matters only if you itemize. The standard deduction for {year} is not here.").format(year=year)
    sentence = tr("It matters only if you itemize. The standard deduction for {year} is {alone}, or {joint} jointly.")
    return sentence.format(year=year, alone=dollars(alone), joint=dollars(joint))


def _missing_words(count: int) -> str:
    if not count:
        return tr("No receipt is missing.")
    return ntr("{n} receipt is still to be found.", "{n} receipts are still to be found.", count).format(n=f"{count:,}")
