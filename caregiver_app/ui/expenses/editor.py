"""The form of a cost: amount, kind, day and who paid at once; everything else is folded until it is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from caregiver_app.domain.entries import parse_dollars, parse_miles
from caregiver_app.domain.expense_answers import MILEAGE, Defaults
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.people import Role, in_role
from caregiver_app.domain.problems import InvalidEntry, Refused
from caregiver_app.domain.receipts import r_number
from caregiver_app.domain.spoken import shown_day
from caregiver_app.services.expenses import ledger
from caregiver_app.services.expenses.rates import rate_on
from caregiver_app.services.people import everybody
from caregiver_app.ui.expenses.choices import caregiver_id, payers_of
from caregiver_app.ui.expenses.deeds import ExpenseDeeds
from caregiver_app.ui.expenses.draft import ExpenseDraft, Payer, draft_of, read_day, read_draft
from caregiver_app.ui.expenses.editor_folds import EditorFolds
from caregiver_app.ui.expenses.editor_steps import is_kept, keep, understood_amount, understood_day, visit_of
from caregiver_app.ui.expenses.kind_choice import KindChoice
from caregiver_app.ui.expenses.kind_fields import LodgingFields, QuestionFields, TripFields
from caregiver_app.ui.expenses.kind_picker import KindPicker
from caregiver_app.ui.expenses.kinds import seen_words
from caregiver_app.ui.expenses.payer_choice import PayerChoice
from caregiver_app.ui.expenses.receipt_intake import can_take
from caregiver_app.ui.expenses.receipt_paste import PasteWatch
from caregiver_app.ui.expenses.understood import added_words, rate_words, still_to_come
from caregiver_app.ui.expenses.words import LODGING
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.buttons import DANGER, Button
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.fold import Fold
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.ui.widgets.typed_choice import TypedChoice
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.exchange.receipt_files import TakenIn

DAYS_OFFERED = 14
ROW_EMS = 30


class ExpenseEditor(Editor):
    """Adds a cost, or changes one. `expense` may be one that is not kept yet: the form begins with it."""

    WIDTH = 680

    def __init__(
        self,
        parts: Parts,
        expense: Expense | None = None,
        parent: QWidget | None = None,
        *,
        taken: Sequence[TakenIn] = (),
    ) -> None:
        kept = expense is not None and parts.actions.read(partial(is_kept, expense=expense))
        self._before = expense if kept else None
        title = tr("Cost {number}").format(number=r_number(expense.number)) if kept and expense else tr("Add expense")
        super().__init__(parts, title, tr("Save cost"), parent)
        self._today = parts.actions.clock.today()
        self._people = parts.actions.read(everybody)
        self._start = expense or self._begin()
        self._draft = draft_of(self._start, self._today, caregiver_id(self._people))
        self.trip = TripFields(self.theme, self._draft, parts.actions.read(ledger.trips))
        self.lodging = LodgingFields(self.theme, self._draft)
        self.question = QuestionFields(self.theme, self._draft)
        self._add_visit()
        self._add_main()
        self._add_kind()
        self._add_payer()
        self._add_folds(taken)
        self._add_foot()
        self._connect()
        self._kind_changed()
        self._tell_day(self.day.text())
        (self.trip.miles if self._draft.kind == MILEAGE else self.amount).setFocus()

    def _begin(self) -> Expense:
        """A new cost: today, as the last one was."""
        found: Defaults = self.parts.actions.read(partial(ledger.defaults, today=self._today))
        return found.expense(Decimal(0))

    # The form

    def _add_visit(self) -> None:
        """The visit that a cost belongs to, by its name."""
        visit = self.parts.actions.read(partial(visit_of, expense=self._start))
        if visit is not None:
            day = shown_day(visit.day, self._today)
            words = tr("For the visit: {title}, {day}").format(title=visit.title, day=day)
            self.body.addWidget(Text(self.theme, words, ink="text2"))

    def _add_main(self) -> None:
        theme, draft = self.theme, self._draft
        self.amount = LineEdit(draft.amount)
        self.amount.setPlaceholderText("12.50")
        self.day = TypedChoice(
            theme, draft.day, [shown_day(self._today - timedelta(n), self._today) for n in range(DAYS_OFFERED)]
        )
        self.fields["amount"] = Field(theme, tr("Amount in dollars"), self.amount)
        self.fields["miles"] = self.trip.fields["miles"]
        self.fields["day"] = Field(theme, tr("Day it was paid"), self.day)
        how_much = QWidget()  # dollars, or the miles of a trip
        column = QVBoxLayout(how_much)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fields["amount"])
        column.addWidget(self.fields["miles"])
        self.body.addWidget(Beside(theme, ROW_EMS, [how_much, self.fields["day"]]))

    def _add_kind(self) -> None:
        self.kind = KindChoice(self.theme, ledger.kinds_first(), self._draft.kind, self._cared_for())
        self.add_field("kind", Field(self.theme, tr("Kind"), self.kind))
        for part in (self.trip, self.lodging, self.question):
            self.fields |= part.fields
            self.body.addWidget(part)

    def _add_payer(self) -> None:
        self.payer = PayerChoice(self.theme, payers_of(self._people), self._draft.payer)
        self.add_field("payer", Field(self.theme, tr("Who paid"), self.payer))

    def _cared_for(self) -> str:
        person = in_role(self._people, Role.CARED_FOR)
        return person.first_name if person is not None else ""

    def _add_folds(self, taken: Sequence[TakenIn]) -> None:
        self.folds = EditorFolds(self.parts, self._draft, self._start, payers_of(self._people), taken)
        self.more, self.shares, self.strip = self.folds.more, self.folds.shares, self.folds.strip
        self.fields |= self.folds.fields
        self.body.addWidget(self.folds)
        self.body.addStretch(1)
        self.folds.opened.connect(self._fold_opened)
        self.folds.resized.connect(self.grow_soon)
        self.folds.money_wanted.connect(self._open_money)
        self.setAcceptDrops(True)
        self._watch = PasteWatch(self, self.take_receipts)

    def take_receipts(self, mime: QMimeData) -> None:
        """Photos or PDFs that were dropped or pasted anywhere on the form."""
        self.folds.take_receipts(mime)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_receipts(event.mimeData())

    def _open_money(self) -> None:
        from caregiver_app.ui.expenses.money_back import MoneyBackEditor

        assert self._before is not None, "money comes back for a kept cost"
        MoneyBackEditor(self.parts, self._before, self).open()

    def _fold_opened(self, fold: Fold) -> None:
        self.grow_soon()
        QTimer.singleShot(0, self, partial(self.show_field, fold))

    def _add_foot(self) -> None:
        if self._before is None:
            return
        self.remove_button = Button(self.theme, tr("Remove"), kind=DANGER)
        self.remove_button.clicked.connect(self._remove)
        self.foot.insertWidget(0, self.remove_button)

    def _connect(self) -> None:
        self.kind.changed.connect(self._kind_changed)
        self.kind.more_wanted.connect(self._pick_kind)
        self.payer.currentIndexChanged.connect(self._payer_changed)
        self.payer.activated.connect(self._payer_chosen)
        self.trip.changed.connect(self._tell_rate)
        self.day.currentTextChanged.connect(self._tell_rate)
        self.day.currentTextChanged.connect(self._tell_day)
        self.shares.changed.connect(self._tell_shares)
        self.amount.textChanged.connect(self._tell_shares)
        self.amount.editingFinished.connect(self._amount_left)
        self.day.line.editingFinished.connect(partial(self._settle_day, "day", self.day.line))
        self.more.served_on.editingFinished.connect(partial(self._settle_day, "served_on", self.more.served_on))
        self.more.payee.activated.connect(self._payee_chosen)

    # While it is filled in

    def _amount_left(self) -> None:
        """Words beside the amount go to their fields: “parking 12.50 yesterday”."""
        if not isValid(self):  # a form that closes leaves its fields once more
            return
        text = self.amount.text()
        if any(letter.isalpha() for letter in text) and self._spread(text):
            return
        self.settle("amount", self.amount, understood_amount)

    def _spread(self, text: str) -> bool:
        """Fill the form from one line; whether it could be read."""
        try:
            typed = self.parts.actions.read(partial(ledger.from_typed, typed=text, today=self._today, field="amount"))
        except InvalidEntry:
            return False
        read = draft_of(typed, self._today, caregiver_id(self._people))
        self.amount.setText(read.amount)
        self.day.setEditText(read.day)
        self.trip.miles.setText(read.miles)
        self.trip.from_to.setEditText(read.from_to)
        self.lodging.nights.setText(read.nights)
        self.more.payee.setEditText(read.payee)
        self.put_right("amount")
        self._kind_picked(typed.kind)
        return True

    def _settle_day(self, name: str, line: Any) -> None:
        self.settle(name, line, partial(understood_day, today=self._today, field=name))

    def _pick_kind(self) -> None:
        picker = KindPicker(self.parts, self.kind.value(), self._cared_for(), self)
        picker.picked.connect(self._kind_picked)
        picker.open()

    def _kind_picked(self, kind: str) -> None:
        self.kind.choose(kind)
        self._kind_changed()

    def _kind_changed(self, _kind: str = "") -> None:
        kind = self.kind.value()
        is_trip = kind == MILEAGE
        of_trips: tuple[QWidget, ...] = (self.trip, self.fields["miles"])
        of_others: tuple[QWidget, ...] = (self.fields["amount"], self.fields["payer"], self.folds.share_fold.button)
        for each in (*of_trips, *of_others):
            each.setVisible(is_trip == (each in of_trips))
        self.lodging.setVisible(kind == LODGING)
        self.question.show_kind(kind)
        self.fields["kind"].set_help(seen_words(kind))
        self._payer_changed()
        self._tell_rate()

    def _payer_changed(self, _index: int = 0) -> None:
        payer = self.payer.value()
        self.fields["day"].label.setText(
            tr("Day of the bill")
            if payer is Payer.NOT_YET
            else tr("Day driven")
            if self._is_trip
            else tr("Day it was paid")
        )
        several = payer is Payer.SEVERAL
        self.shares.show_paid(several=several)
        if several and self.isVisible():
            self.folds.share_fold.open()
        self._tell_shares()
        self.grow_soon()

    def _payer_chosen(self, _index: int) -> None:
        """Who paid how much is asked right away."""
        if self.payer.value() is Payer.SEVERAL:
            if self.payer.is_from_list:
                self.shares.begin("paid_by")
            QTimer.singleShot(0, self, partial(self.show_field, self.folds.share_fold))

    @property
    def _is_trip(self) -> bool:
        return self.kind.value() == MILEAGE

    def _payee_chosen(self, _index: int) -> None:
        """A payee who is known brings the kind of the last time, while the form is new."""
        known = {each.name: each.kind for each in self.parts.actions.read(ledger.payees)}
        kind = known.get(self.more.payee.text())
        if kind is not None and self._before is None:
            self._kind_picked(kind)

    def _tell_rate(self, _text: str = "") -> None:
        """What the trip is worth at the rate of its day, as far as it can be read."""
        if not self._is_trip:
            return
        try:
            day = read_day(self.day.text() or tr("today"), self._today, "day")
            miles = parse_miles(self.trip.miles.text())
        except InvalidEntry:
            self.trip.tell_rate("")
            return
        found = self.parts.actions.read(partial(rate_on, day=day))
        on = tr("On {day} {rate}.").format(day=shown_day(day, self._today), rate=rate_words(miles, found))
        self.trip.tell_rate(on)

    def _tell_day(self, text: str) -> None:
        """A day ahead may be a slip: it is told, not refused."""
        try:
            is_ahead = read_day(text or tr("today"), self._today, "day") > self._today
        except InvalidEntry:
            is_ahead = False
        told = tr("{sentence}.").format(sentence=still_to_come()) if is_ahead else ""
        if told != self.fields["day"].help.text():
            self.fields["day"].set_help(told)
            self.grow_soon()

    def _tell_shares(self, _text: str = "") -> None:
        try:
            amount = parse_dollars(self.amount.text())
        except InvalidEntry:
            amount = None
        self.shares.tell(amount)

    def draft(self) -> ExpenseDraft:
        """What stands in the form now."""
        values: dict[str, Any] = {
            "amount": self.amount.text(),
            "kind": self.kind.value(),
            "day": self.day.text(),
            "payer": self.payer.value(),
            "miles": self.trip.miles.text(),
            "from_to": self.trip.from_to.text(),
            "car": self.trip.car.text(),
            "nights": self.lodging.nights.text(),
            "people": self.lodging.people.text(),
            "counts": self.question.counts(),
            "counted": self.question.counted.text(),
            **self.folds.typed(),
        }
        return replace(self._draft, **values)

    def values(self) -> object:
        return self.draft(), self.strip.hashes

    # Saving

    def save(self) -> bool:
        self._amount_left()  # Enter does not leave the field
        try:
            expense = read_draft(self.draft(), self._today, self._start)
        except Refused as refused:
            for each in refused.problems[:-1]:
                if each.field in self.fields:
                    self.fields[each.field].set_error(each.message)
            raise refused.problems[-1] from None
        self.strip.check()
        label = tr("Add expense") if self._before is None else tr("Change a cost")
        step = partial(keep, before=self._before, expense=expense, strip=self.strip, today=self._today)
        told = added_words(expense) if self._before is None else ""
        return self.parts.actions.run(label, step, told=told)

    def refuse(self, name: str, sentence: str) -> None:
        """What is folded away comes into sight, and the keyboard goes there."""
        self.folds.open_part_of(name, sentence)
        super().refuse(name, sentence)
        if name in ("paid_by", "shares"):
            self.shares.begin(name)
            QTimer.singleShot(0, self, partial(self.show_field, self.shares))

    def _remove(self) -> None:
        assert self._before is not None, "only a kept cost can be removed"
        if ExpenseDeeds(self.parts.actions).remove([self._before]):
            self.done(self.DialogCode.Rejected)
