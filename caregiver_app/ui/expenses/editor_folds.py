"""What is folded away in the form of a cost: its receipts, what is rarer, and who shares it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QMimeData, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.people import Person
from caregiver_app.services.expenses import ledger
from caregiver_app.ui.expenses.choices import sharers_of
from caregiver_app.ui.expenses.draft import ExpenseDraft
from caregiver_app.ui.expenses.more_fields import MoreFields
from caregiver_app.ui.expenses.receipts_strip import ReceiptStrip
from caregiver_app.ui.expenses.share_fields import ShareFields
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import Field
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.fold import Fold
from caregiver_app.words import tr

if TYPE_CHECKING:
    from uuid import UUID

    from caregiver_app.exchange.receipt_files import TakenIn


class EditorFolds(QWidget):
    """Buttons in a row, and below them what is open.

    `opened` tells which part a person opened, `resized` that it takes other room.
    `money_wanted` asks for what came back, of a cost that is kept.
    """

    opened = Signal(object)  # Fold
    resized = Signal()
    money_wanted = Signal()

    def __init__(
        self, parts: Parts, draft: ExpenseDraft, start: Expense, people: Sequence[Person], taken: Sequence[TakenIn]
    ) -> None:
        super().__init__()
        theme = parts.theme
        kept_id: UUID | None = start.id if start.number else None
        self.strip = ReceiptStrip(parts, kept_id, taken)
        self.no_receipt = CheckBox(tr("There will be no receipt for this"))
        self.no_receipt.setChecked(not draft.receipt_needed)
        self.strip.add_below(self.no_receipt)
        payees = [each.name for each in parts.actions.read(ledger.payees)]
        self.more = MoreFields(theme, draft, people, payees)
        self.shares = ShareFields(theme, draft, people, sharers_of(people, start))
        self.fields: dict[str, Field] = dict(self.more.fields)
        self.receipt_fold = Fold(theme, tr("Receipts"), self.strip)
        self.more_fold = Fold(theme, tr("More about it"), self.more)
        self.share_fold = Fold(theme, tr("Share it"), self.shares)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(12))
        self.money_button = Button(theme, tr("Money came back…"), kind=QUIET)
        self.money_button.clicked.connect(self.money_wanted)
        column.addWidget(Flow(theme.px(8), [*(fold.button for fold in self.folds), self.money_button]))
        self.money_button.setVisible(bool(start.number and start.amount))
        for fold in self.folds:
            column.addWidget(fold)
            fold.button.clicked.connect(partial(self._turned, fold))
        self.strip.resized.connect(self.resized)
        self.strip.changed.connect(self.resized)
        if self.strip.pieces or taken:
            self.receipt_fold.open()

    @property
    def folds(self) -> tuple[Fold, ...]:
        """All parts, as they stand."""
        return (self.receipt_fold, self.more_fold, self.share_fold)

    def _turned(self, fold: Fold, _checked: bool = False) -> None:  # Qt sends it
        if fold.is_open:
            self.opened.emit(fold)
        else:
            self.resized.emit()

    def take_receipts(self, mime: QMimeData) -> None:
        """Photos or PDFs that were dropped or pasted."""
        self.receipt_fold.open()
        self.strip.take_mime(mime)
        self.resized.emit()

    def open_part_of(self, name: str, sentence: str) -> None:
        """Bring what is wrong into sight; that about shares is told in their table."""
        field = self.fields.get(name)
        if field is not None:
            self.more_fold.open()
        if name == "receipts":
            self.receipt_fold.open()
        if name in ("paid_by", "shares"):
            self.share_fold.open()
            self.shares.refuse(sentence)

    def typed(self) -> dict[str, object]:
        """What stands in the parts, by the names of the draft."""
        paid, parts = self.shares.typed()
        needed = not self.no_receipt.isChecked()
        return {"paid": paid, "parts": parts, "receipt_needed": needed, **self.more.typed()}
