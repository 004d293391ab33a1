"""One line to add a cost: an amount and Enter is enough. What was understood shows below while it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.expense_answers import FIRST_KIND
from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.expenses import ledger
from caregiver_app.services.expenses.rates import rate_on
from caregiver_app.services.people import everybody
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.expenses.understood import added_words, understood_words
from caregiver_app.ui.expenses.words import names_of
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.words import tr

if TYPE_CHECKING:

    from caregiver_app.storage.unit_of_work import UnitOfWork

STILL_MS = 120


class QuickAdd(Card):
    """`added` brings the Expense that was kept; `more_wanted` the one to go on with in the form."""

    added = Signal(object)
    more_wanted = Signal(object)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts.theme, parent=parent)
        theme = parts.theme
        self._parts = parts
        self._names: Mapping[UUID, str] = {}
        self._kind = FIRST_KIND
        self.setAccessibleName(tr("Add in one line"))
        self.line = LineEdit()
        self.line.setPlaceholderText(tr("Parking 12.50 yesterday"))
        self.field = Field(theme, tr("Add in one line"), self.line)
        self.add_button = Button(theme, tr("Add"))
        self.more_button = Button(theme, tr("More details…"), kind=QUIET)
        self._lay_out()
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(self.look)
        self.line.textChanged.connect(self._still.start)
        self.line.returnPressed.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self.more_button.clicked.connect(self._more)

    def _lay_out(self) -> None:
        theme = self._parts.theme
        buttons = QWidget()  # beside the line, not beside its label
        column = QVBoxLayout(buttons)
        above = self.field.label.sizeHint().height() + theme.px(4)
        column.setContentsMargins(0, above, 0, 0)
        column.addWidget(Flow(theme.px(4), [self.add_button, self.more_button]))
        row = Reflow(theme.px(12), 34)
        row.add(self.field, 1, Qt.AlignmentFlag.AlignTop)
        row.add(buttons, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        self.body.addWidget(row)

    def renew(self) -> None:
        """People may have other names now, and the last cost may be another one."""
        actions = self._parts.actions
        self._names = names_of(actions.read(everybody))
        self._kind = actions.read(partial(ledger.defaults, today=actions.clock.today())).kind
        self.look()

    def expense(self) -> Expense | None:
        """The cost as it is typed; None while nothing is. Raises InvalidEntry for what can’t be read."""
        text = self.line.text()
        if not text.strip():
            return None
        return self._parts.actions.read(partial(ledger.from_typed, typed=text, today=self._parts.actions.clock.today()))

    def look(self) -> None:
        """Show what was understood so far; what is not whole yet is no mistake."""
        self._still.stop()
        try:
            expense = self.expense()
        except InvalidEntry:
            expense = None
        self.field.set_help(self._understood(expense) if expense is not None else self._hint())

    def _understood(self, expense: Expense) -> str:
        rate = self._parts.actions.read(partial(rate_on, day=expense.served_on))
        return understood_words(expense, rate, self._names, self._parts.actions.clock.today())

    def _hint(self) -> str:
        words = tr("An amount and Enter is enough. Without more words it is: {kind}, today.")
        return words.format(kind=kind_label(self._kind))

    def add(self) -> None:
        """Keep it; what can’t be read is told at the line."""
        try:
            expense = self.expense()
        except InvalidEntry as problem:
            self._refuse(problem.message)
            return
        if expense is None:
            self._refuse(tr("Type an amount, like 12.50. A word for what it was may stand beside it."))
            return
        if not expense.amount and expense.miles is None:
            self._refuse(tr("That is $0.00. Type what it cost, like 12.50."))
            return
        kept: list[Expense] = []
        keep = partial(_keep, expense=expense, kept=kept)
        if self._parts.actions.run(tr("Add expense"), keep, told=added_words(expense)):
            self.clear()
            self.added.emit(kept[0])

    def _refuse(self, sentence: str) -> None:
        self.field.set_error(sentence)
        announce(self.line, sentence)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _more(self) -> None:
        """Go on in the form with what could be read; the line stays until that is kept."""
        try:
            expense = self.expense()
        except InvalidEntry:
            expense = None
        self.more_wanted.emit(expense)

    def clear(self) -> None:
        """Empty the line: what stood there was kept."""
        self.line.clear()
        self.look()


def _keep(work: UnitOfWork, *, expense: Expense, kept: list[Expense]) -> None:
    kept.append(ledger.add(work, expense=expense))
