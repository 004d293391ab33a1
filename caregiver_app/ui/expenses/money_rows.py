"""Money that came back, as a small list in a form: a day, an amount and where it came from in each line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from caregiver_app.domain.entries import parse_dollars
from caregiver_app.domain.expenses import Expense, Reimbursement, Source
from caregiver_app.domain.money_words import dollars, source_words
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.ui.expenses.claim_words import account_sentence, source_choices
from caregiver_app.ui.expenses.draft import day_text, read_day
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.tab_order import one_before
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

ROW_EMS = 34


class MoneyRow(QWidget):
    """One line. `money` is what it began as; what was added here is not kept yet."""

    changed = Signal()
    removal_wanted = Signal()

    def __init__(
        self, theme: Theme, money: Reimbursement, today: date, sources: Sequence[Source], *, new: bool
    ) -> None:
        super().__init__()
        self.money, self.is_new = money, new
        self._today = today
        self._first_day = tr("Today") if new else day_text(money.received_on, today)
        self.day = LineEdit(self._first_day)
        self.amount = LineEdit("" if new else f"{money.amount:.2f}")
        self.amount.setPlaceholderText("40.00")
        self.source = ComboBox(theme)
        for source in sources if money.source in sources else (*sources, money.source):
            self.source.add(source_words(source), source)
        self.source.choose(money.source)
        self.fields = {
            f"received_on {money.id}": Field(theme, tr("Day it came"), self.day),
            f"amount {money.id}": Field(theme, tr("Amount in dollars"), self.amount),
            f"source {money.id}": Field(theme, tr("From"), self.source),
        }
        self.remove_button = Button(theme, tr("Remove"), kind=QUIET)
        self._lay_out(theme)
        self._connect()

    def _connect(self) -> None:
        for line in (self.day, self.amount):
            line.textChanged.connect(self.changed)
            line.textChanged.connect(self._name_button)
        self.source.currentIndexChanged.connect(self.changed)
        self.remove_button.clicked.connect(self.removal_wanted)
        self._name_button()

    def _lay_out(self, theme: Theme) -> None:
        row = Reflow(theme.px(12), ROW_EMS)
        for field in self.fields.values():
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(QMargins())
            column.addWidget(field)
            column.addStretch(1)
            row.add(holder)
        holder = QWidget()  # the button stands beside the controls, not beside their labels
        column = QVBoxLayout(holder)
        column.setContentsMargins(QMargins(0, theme.px(24), 0, 0))
        column.addWidget(self.remove_button)
        column.addStretch(1)
        row.add(holder, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.addWidget(row)

    def _name_button(self) -> None:
        about = tr("Money of {day}: {amount}").format(day=self.day.text(), amount=self.amount.text())
        self.remove_button.setAccessibleDescription(about)

    @property
    def is_untouched(self) -> bool:
        """Whether it was only offered, and nothing was typed."""
        return self.is_new and not self.amount.text().strip() and self.day.text() == self._first_day

    def chosen_source(self) -> Source:
        """Where it came from."""
        source = self.source.value()
        assert isinstance(source, Source), "the list holds nothing else"
        return source

    def read_day(self) -> date:
        """The day it came. Raises InvalidEntry."""
        return read_day(self.day.text(), self._today, f"received_on {self.money.id}")

    def read_amount(self) -> Decimal:
        """What came. Raises InvalidEntry."""
        name = f"amount {self.money.id}"
        amount = parse_dollars(self.amount.text(), name)
        if not amount:
            raise InvalidEntry(name, tr("Type what came back, like 40 or 12.50, or remove this line."))
        return amount

    def read(self) -> Reimbursement:
        """The line as typed. Raises InvalidEntry at one of its fields."""
        money = replace(self.money, received_on=self.read_day(), source=self.chosen_source())
        try:
            return replace(money, amount=self.read_amount())
        except InvalidEntry as problem:
            raise InvalidEntry(f"amount {self.money.id}", problem.message) from None


@dataclass(frozen=True, kw_only=True)
class MoneyStart:
    """What the lines begin with: `usual` is where money of this kind comes from."""

    money: Sequence[Reimbursement] = ()
    expense: Expense | None = None
    usual: Source = Source.INSURER


class MoneyRows(QWidget):
    """`changed` comes with every letter, `rows_changed` when a line was added or taken off."""

    changed = Signal()
    rows_changed = Signal()

    def __init__(self, theme: Theme, start: MoneyStart, today: date) -> None:
        super().__init__()
        self._theme, self._today, self._usual = theme, today, start.usual
        self._expense, self._billed = start.expense, start.expense.amount if start.expense else None
        self.rows: list[MoneyRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(12))
        for each in start.money:  # before the button, so that Tab comes to them first
            self._add(each, new=False)
        self.told = Text(theme, "", ink="text2")
        self.account = Text(theme, "", "caption", ink="text2")
        self.add_button = Button(theme, tr("Add money that came"), kind=QUIET, icon="plus")
        self.add_button.clicked.connect(self.add_empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(8))
        column.addLayout(self._list)
        column.addWidget(self.account)
        column.addWidget(self.told)
        column.addWidget(Flow(theme.px(8), [self.add_button]))
        self._tell()

    @property
    def fields(self) -> dict[str, Field]:
        """The fields of all lines, as `amount` and the id of the money."""
        return {name: field for row in self.rows for name, field in row.fields.items()}

    def add_empty(self) -> None:
        """One more line to fill in, with the keyboard in its amount."""
        money = Reimbursement(received_on=self._today, amount=Decimal(0), source=self._usual)
        row = self._add(money, new=True)
        self._order_tab(row)
        self.rows_changed.emit()
        row.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, money: Reimbursement, *, new: bool) -> MoneyRow:
        row = MoneyRow(self._theme, money, self._today, source_choices(self._expense), new=new)
        if new:
            row.source.choose(self._usual)
        row.changed.connect(self._row_changed)
        row.removal_wanted.connect(partial(self._take_off, row))
        row.day.editingFinished.connect(partial(_settle_day, row, self._today))
        row.amount.editingFinished.connect(partial(_settle_amount, row))
        self.rows.append(row)
        self._list.addWidget(row)
        return row

    def _order_tab(self, row: MoneyRow) -> None:
        """Tab goes down the lines before it comes to the button below them."""
        before = _stop_before(self.add_button)
        for one, after in pairwise((before, row.day, row.amount, row.source, row.remove_button)):
            QWidget.setTabOrder(one, after)

    def _take_off(self, row: MoneyRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        near = self.rows[min(place, len(self.rows) - 1)].remove_button if self.rows else self.add_button
        near.setFocus(Qt.FocusReason.OtherFocusReason)  # before it hides: else Qt chooses
        row.hide()
        row.deleteLater()
        self.rows_changed.emit()
        self._row_changed()

    def about(self, expense: Expense | None, billed: Decimal | None, usual: Source) -> None:
        """The money is for another cost or bill now."""
        self._expense, self._billed, self._usual = expense, billed, usual
        self._tell()

    def _row_changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """What came back and what is left, as far as it can be read."""
        came = Decimal(0)
        for row in self.rows:
            try:
                came += parse_dollars(row.amount.text()) or 0
            except InvalidEntry:
                continue
        self.told.setText(left_words(came, self._billed))
        self.told.setVisible(bool(self.told.text()))
        self.account.setText(account_sentence({row.chosen_source() for row in self.rows}, self._expense))
        self.account.setVisible(bool(self.account.text()))

    def typed(self) -> object:
        """What stands in the lines, to tell whether anything changed."""
        filled = [row for row in self.rows if not row.is_untouched]
        return [(row.money.id, row.day.text(), row.amount.text(), row.source.value()) for row in filled]

    def filled(self) -> Sequence[MoneyRow]:
        """The lines that hold something."""
        return [row for row in self.rows if not row.is_untouched]


def left_words(came: Decimal, billed: Decimal | None) -> str:
    """What came back in all, and the rest of the cost."""
    if billed is None:
        return tr("{came} came back.").format(came=dollars(came)) if came else ""
    if came > billed:
        return tr("That is {more} more than the cost.").format(more=dollars(came - billed))
    words = tr("{came} of {billed} came back; {rest} is left.")
    return words.format(came=dollars(came), billed=dollars(billed), rest=dollars(billed - came))


def read_rows(rows: Sequence[MoneyRow]) -> tuple[list[Reimbursement], list[InvalidEntry]]:
    """The lines as typed, and what is wrong with the others."""
    read, wrong = [], []
    for row in rows:
        try:
            read.append(row.read())
        except InvalidEntry as problem:
            wrong.append(problem)
    return read, wrong


def _stop_before(widget: QWidget) -> QWidget:
    """The control that Tab is on before a widget; itself when there is no other."""
    found = one_before(widget)
    while found is not widget and not found.focusPolicy() & Qt.FocusPolicy.TabFocus:
        found = one_before(found)
    return found


def _settle_day(row: MoneyRow, today: date) -> None:
    """What was understood stands in a day that is left, or what is wrong with it."""
    if isValid(row) and row.day.text().strip() and row.day.text() != tr("Today"):
        _settle(row.fields[f"received_on {row.money.id}"], row.day, lambda: day_text(row.read_day(), today))


def _settle_amount(row: MoneyRow) -> None:
    if isValid(row) and row.amount.text().strip():
        _settle(row.fields[f"amount {row.money.id}"], row.amount, lambda: f"{row.read_amount():.2f}")


def _settle(field: Field, line: LineEdit, read: Callable[[], str]) -> None:
    try:
        understood = read()
    except InvalidEntry as problem:
        field.set_error(problem.message)
        return
    field.set_error("")
    if line.text() != understood:
        line.setText(understood)
