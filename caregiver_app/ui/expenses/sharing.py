"""Sharing costs: how new ones are shared, who owes whom, and what was paid back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMargins, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.expenses import AgreedShares, PaidBack
from caregiver_app.domain.money.family import Payment, Settled
from caregiver_app.domain.money_words import FOOT, dollars
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.spoken import day_words
from caregiver_app.domain.year_words import owed_words
from caregiver_app.services.expense_sheets.settling import standing_section
from caregiver_app.services.expenses import family
from caregiver_app.services.people import everybody
from caregiver_app.services.sheet_contents import names_on_paper
from caregiver_app.ui.expenses.choices import payers_of
from caregiver_app.ui.expenses.section_table import SectionTable
from caregiver_app.ui.expenses.sharing_forms import AgreedEditor, Gave, PaidBackEditor, how_words, share_words
from caregiver_app.ui.expenses.year_parts import Stretch
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.undo_here import UndoHere
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.empty_state import EmptyState
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork


class SharingDialog(Dialog):
    """What is told here is kept at once, and can be undone here."""

    WIDTH = 820

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Sharing costs"), parent)
        theme = self.theme
        self.people: list[Person] = []
        self.names: dict[UUID, str] = {}
        self.settled: Settled | None = None
        self.table = SectionTable(theme, tr("How each one stands"))
        self.how, self.example = Text(theme, "", "strong"), Text(theme, "", ink="text2")
        self.agree_button = Button(theme, tr("Change"), icon="pencil")
        self.empty = self._empty_state()
        self.owed = Rows(theme)
        self.given = Rows(theme)
        self.sum, self.came_back = Text(theme, "", ink="text2"), Text(theme, "", ink="text2")
        self.pay_button = Button(theme, tr("Add money paid back"), icon="plus")
        self.print_button = Button(theme, tr("Print"), icon="printer")
        self._lay_out()
        self._add_foot()
        self.agree_button.clicked.connect(self.agree)
        self.pay_button.clicked.connect(partial(self._pay_back, Gave()))
        self.print_button.clicked.connect(self._print)
        parts.actions.changed.connect(self.refresh)
        self.refresh()

    # What is there

    def _empty_state(self) -> EmptyState:
        sentence = tr(
            "Say once how you share, and new costs begin that way. Or open a cost and fill in who carries which part."
        )
        empty = EmptyState(
            self.theme, "users", tr("No cost is shared yet"), sentence, button=tr("Say how we share"), filled=True
        )
        assert empty.button is not None, "it was asked for"
        empty.button.clicked.connect(self.agree)
        return empty

    def _lay_out(self) -> None:
        theme = self.theme
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(4))
        for text in (Text(theme, tr("New costs"), "h3"), self.how, self.example):
            column.addWidget(text)
        row = Reflow(theme.px(12), 0)
        row.add(words, 1)
        row.add(self.agree_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._new = Card(theme)
        self._new.setAccessibleName(tr("How new costs are shared"))
        self._new.body.addWidget(row)
        self._even = Card(theme, tone="info")
        self._even.setAccessibleName(tr("To be even"))
        self._even.body.addWidget(Text(theme, tr("To be even"), "h3", ink="on_info_soft"))
        self._even.body.addWidget(self.owed)
        self._stands = Stretch(theme, tr("How each one stands"), [self.table])
        self._since = Stretch(theme, tr("Paid back since"), [self.given])
        buttons = Flow(theme.px(12), [self.pay_button, self.print_button])
        for widget in (self.empty, self._even, self._stands, self.came_back, self.sum, self._since, buttons, self._new):
            self.body.addWidget(widget)
        self.body.addWidget(Text(theme, FOOT, "caption", ink="text2"))
        self.body.addStretch(1)

    def _add_foot(self) -> None:
        self.undo_button = UndoHere(self.parts)
        self.close_button = Button(self.theme, tr("Close"), kind=PLAIN)
        self.close_button.clicked.connect(self.reject)
        self.foot.addWidget(self.undo_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)

    # Showing it

    def refresh(self, _changes: object = None) -> None:
        """Read how all stand and show it."""
        self.people, self.settled, agreed, given = self.parts.actions.read(_ask)
        self.names = names_on_paper(self.people)
        begun = bool(self.settled is not None and (self.settled.count or given))
        self.empty.setVisible(not begun and not agreed.shares)
        self._new.setVisible(begun or bool(agreed.shares))
        for widget in (self._even, self._stands, self.came_back, self.sum, self.print_button, self.pay_button):
            widget.setVisible(begun)
        self._show_agreed(agreed)
        if self.settled is not None and begun:
            self._show_settled(self.settled)
        self._since.setVisible(bool(given))
        self.given.show_rows([self._given_row(each) for each in given])
        self._order_tab()
        self.grow_soon()

    def _order_tab(self) -> None:
        """Tab goes down the window as it is read."""
        rows = [*self.owed.buttons(), self.table, *self.given.buttons()]
        last = [self.pay_button, self.print_button, self.agree_button, self.undo_button, self.close_button]
        for one, after in pairwise([*rows, *last]):
            self.setTabOrder(one, after)

    def _show_agreed(self, agreed: AgreedShares) -> None:
        self.how.setText(how_words(agreed.shares, self.names))
        self.example.setText(share_words(agreed.shares, self.names) if len(agreed.shares) > 1 else "")
        self.example.setVisible(bool(self.example.text()))

    def _show_settled(self, settled: Settled) -> None:
        section = standing_section(settled, self.names)
        self.table.show_section(section)
        self._stands.setVisible(bool(section.lines))
        self.came_back.setText(" ".join(section.says))
        self.came_back.setVisible(bool(section.says))
        count = ntr("{n} shared cost", "{n} shared costs", settled.count).format(n=f"{settled.count:,}")
        sentence = tr("{costs}: {sum}, with what came back for them taken off.")
        self.sum.setText(sentence.format(costs=count, sum=dollars(settled.sum)))
        self.owed.show_rows(
            [self._owed_row(each) for each in settled.payments]
            or [Text(self.theme, tr("All are even."), "strong", ink="on_info_soft")]
        )

    def _owed_row(self, payment: Payment) -> QWidget:
        words = owed_words(payment, self.names)
        button = Button(self.theme, tr("Paid back"), kind=PLAIN, icon="check")
        button.setAccessibleDescription(words)
        start = Gave(from_id=payment.from_id, to_id=payment.to_id, amount=payment.amount)
        button.clicked.connect(partial(self._pay_back, start))
        row = Reflow(self.theme.px(12), 0)
        row.add(Text(self.theme, words, "strong", ink="on_info_soft"), 1, Qt.AlignmentFlag.AlignVCenter)
        row.add(button, 0)
        return row

    def _given_row(self, payment: PaidBack) -> QWidget:
        words = given_words(payment, self.names)
        change, remove = (Button(self.theme, text, kind=QUIET) for text in (tr("Change"), tr("Remove")))
        for button in (change, remove):
            button.setAccessibleDescription(words)
        change.clicked.connect(partial(self._change_payment, payment))
        remove.clicked.connect(partial(self._remove_soon, payment))
        row = Reflow(self.theme.px(12), 0)
        row.add(Text(self.theme, words), 1, Qt.AlignmentFlag.AlignVCenter)
        row.add(change, 0)
        row.add(remove, 0)
        return row

    # What is wanted

    def agree(self) -> AgreedEditor:
        """Open the form of how new costs are shared."""
        form = AgreedEditor(self.parts, self.people, self.names, self)
        form.open()
        return form

    def _pay_back(self, start: Gave, _checked: bool = False) -> PaidBackEditor:
        form = PaidBackEditor(self.parts, self.payers(), self._filled(start), self)
        form.open()
        return form

    def _change_payment(self, payment: PaidBack, _checked: bool = False) -> PaidBackEditor:
        start = Gave(from_id=payment.from_id, to_id=payment.to_id, amount=payment.amount)
        form = PaidBackEditor(self.parts, self.payers(), start, self, payment)
        form.open()
        return form

    def payers(self) -> Mapping[UUID, str]:
        """Who may have given money: those of the shares first, the others below them."""
        stand = [each.person_id for each in self.settled.standings] if self.settled is not None else []
        ids = [*stand, *(person.id for person in payers_of(self.people) if person.id not in stand)]
        return {person: self.names[person] for person in ids if person in self.names}

    def _filled(self, start: Gave) -> Gave:
        """With two different people in it."""
        if start.from_id is not None:
            return start
        ids = list(self.payers())
        return Gave(from_id=ids[-1] if len(ids) < 2 else ids[1], to_id=ids[0])

    def _remove_soon(self, payment: PaidBack, _checked: bool = False) -> None:
        """When the click is over: it takes the button away that was clicked."""
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, partial(self._remove, payment))

    def _remove(self, payment: PaidBack) -> None:
        self.parts.actions.run(
            tr("Remove money paid back"), partial(family.remove_payment, payment=payment), silent=True
        )

    def _print(self) -> None:
        from caregiver_app.ui.printing.window import PrintWindow

        PrintWindow(self.parts, "settleup", parent=self).open()


class Rows(QWidget):
    """Rows that are put in place of those before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(theme.px(8))

    def show_rows(self, rows: list[QWidget]) -> None:
        """Show these from now on."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = rows
        for row in rows:
            self._column.addWidget(row)

    def buttons(self) -> list[Button]:
        """All buttons of the rows, as they are read."""
        return [button for row in self.rows for button in row.findChildren(Button)]


def given_words(payment: PaidBack, names: Mapping[UUID, str]) -> str:
    """A payment that was made, such as “Mon Nov 2 2026: Ana gave Sam $20.00”."""
    nobody = tr("Somebody")
    return tr("{day}: {giver} gave {taker} {amount}.").format(
        day=day_words(payment.day, with_year=True),
        giver=names.get(payment.from_id, nobody),
        taker=names.get(payment.to_id, nobody),
        amount=dollars(payment.amount),
    )


def _ask(work: UnitOfWork) -> tuple[list[Person], Settled | None, AgreedShares, list[PaidBack]]:
    people = everybody(work)
    is_known = any(each.role is Role.CAREGIVER for each in people)
    settled = family.settle(work) if is_known else None
    return people, settled, family.agreed(work), family.payments(work)
