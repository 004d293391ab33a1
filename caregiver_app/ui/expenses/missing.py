"""Costs without a receipt: drop a photo onto one, choose a file for it, or say that there will be none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.domain.expense_answers import Asked, Column
from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.money_words import dollars
from caregiver_app.domain.problems import FileProblem, InvalidEntry
from caregiver_app.domain.receipts import Receipt, r_number
from caregiver_app.domain.records import ChangeSet, Record
from caregiver_app.domain.spoken import day_words
from caregiver_app.services.expenses import ledger, receipts
from caregiver_app.services.expenses.lists import rows
from caregiver_app.ui.expenses.missing_list import MissingList
from caregiver_app.ui.expenses.receipt_disk import ask_for_receipts
from caregiver_app.ui.expenses.receipt_feed import ReceiptFeed
from caregiver_app.ui.expenses.receipt_paste import PasteWatch
from caregiver_app.ui.expenses.receipt_question import cost_words
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from caregiver_app.ui.widgets.entry_list import Entry
from caregiver_app.ui.widgets.fields import ComboBox, Field
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.notices import Notices
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.exchange.receipt_files import TakenIn
    from caregiver_app.storage.unit_of_work import UnitOfWork


class MissingDialog(Dialog):
    """Each deed is kept at once, as a step of its own that can be taken back."""

    WIDTH = 720
    HEIGHT = 680

    def __init__(self, parts: Parts, parent: QWidget | None = None, *, year: int | None = None) -> None:
        super().__init__(parts, tr("Receipts missing"), parent)
        self._target: Expense | None = None
        self._watch: PasteWatch | None = None
        self._add_head(year)
        self.list = MissingList(self.theme, tr("Costs without a receipt"))
        self.feed = ReceiptFeed(parts)
        self.body.addWidget(self.feed)
        self.body.addWidget(self.list, 1)
        self._add_deeds()
        self.notices = Notices(self.theme)
        self.layout().insertWidget(self.layout().indexOf(self._scrolling) + 1, self.notices)
        self._add_foot()
        self._connect()
        self.reload()
        self.list.setFocus()

    def fit(self) -> None:
        super().fit()
        room = self.screen().availableGeometry()
        self.resize(self.width(), min(self.theme.px(self.HEIGHT), round(room.height() * 0.9)))

    # Building

    def _add_head(self, year: int | None) -> None:
        self.year = ComboBox(self.theme)
        for each in self._years():
            self.year.add(str(each), each)
        self.year.choose(year)
        self.year.setMaximumWidth(self.theme.px(160))
        self.told = Text(self.theme, "", ink="text2")
        self.body.addWidget(Field(self.theme, tr("Year"), self.year))
        self.body.addWidget(self.told)

    def _years(self) -> list[int]:
        """This year, and those before it back to the first cost."""
        actions = self.parts.actions
        first = actions.read(partial(rows, asked=Asked(sort=Column.DAY, descending=False, limit=1)))
        this = actions.clock.today().year
        return list(range(this, min(first[0].expense.day.year if first else this, this) - 1, -1))

    def _add_deeds(self) -> None:
        theme = self.theme
        self.add_button = Button(theme, tr("Add a receipt…"), kind=PLAIN, icon="plus")
        self.scan_button = Button(theme, tr("From the scan folder…"), kind=QUIET)
        self.paste_button = Button(theme, tr("Paste"), kind=QUIET)
        self.none_button = Button(theme, tr("No receipt will come"), kind=QUIET)
        self.open_button = Button(theme, tr("Open the cost…"), kind=QUIET)
        self.deeds = (self.add_button, self.scan_button, self.paste_button, self.none_button, self.open_button)
        self._deeds_row = Flow(theme.px(4), self.deeds)
        self.body.addWidget(self._deeds_row)

    def _add_foot(self) -> None:
        self.close_button = Button(self.theme, tr("Close"), kind=PRIMARY)
        self.close_button.clicked.connect(self.accept)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)

    def _connect(self) -> None:
        self.year.currentIndexChanged.connect(self.reload)
        buttons = self.deeds
        for button, deed in zip(
            buttons,
            (self.choose_files, self.open_scan_folder, self.paste, self.no_receipt, self.open_cost),
            strict=True,
        ):
            button.clicked.connect(deed)
        self.list.opened.connect(self.choose_files)
        self.list.removed.connect(self.no_receipt)
        self.list.dropped.connect(self.take_mime)
        self.list.chosen_changed.connect(self._chosen_changed)
        self.feed.accepted.connect(self._accepted)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.parts.actions.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, self.parts.actions.redo)
        self.parts.actions.changed.connect(self._changed)
        self.parts.actions.problem.connect(self._warn)
        self._watch = PasteWatch(self, self.take_mime)

    # Showing

    def reload(self) -> None:
        """Show what is missing now."""
        chosen = self.year.value()
        year = chosen if isinstance(chosen, int) else self.parts.actions.clock.today().year
        missing = self.parts.actions.read(partial(receipts.missing, year=year))
        n = len(missing)
        some = ntr("{n} cost of {year} has no receipt yet.", "{n} costs of {year} have no receipt yet.", n)
        none = tr("Every cost of {year} has its receipt, or needs none.")
        how = tr("Drop a photo onto a cost, or stand on it and press Ctrl+V.")
        self.told.setText(tr("{some} {how}").format(some=some, how=how).format(n=n, year=year) if n else
                          none.format(year=year))  # fmt: skip
        self.list.setVisible(bool(n))
        self._deeds_row.setVisible(bool(n))
        self.list.show_entries([_entry(expense) for expense in missing])
        self._chosen_changed()
        if not n and self.isVisible():
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Expense, Receipt):
            self.reload()

    def _chosen_changed(self) -> None:
        for button in self.deeds:
            button.setEnabled(self.current() is not None)

    def _warn(self, problem: FileProblem) -> None:
        self.notices.warn(problem)

    def current(self) -> Expense | None:
        """The cost that the keyboard is on."""
        record = self.list.record()
        return record if isinstance(record, Expense) else None

    # Deeds

    def choose_files(self, _record: Record | None = None) -> None:
        """Ask for files for the current cost."""
        if self._begin():
            self.feed.take_paths(ask_for_receipts(self.parts, self))

    def open_scan_folder(self) -> None:
        """Offer the newest photos and PDFs of the folder that a scanner saves into."""
        from caregiver_app.ui.expenses.scan_folder import ScanFolderDialog

        if self._begin():
            dialog = ScanFolderDialog(self.parts, self)
            dialog.chosen.connect(self.take_paths)
            dialog.open()

    def paste(self) -> None:
        """What is in the clipboard goes with the current cost."""
        if not self.take_mime(QApplication.clipboard().mimeData()):
            self.notices.tell(tr("There is no photo and no file to paste. Copy one first."))

    def take_mime(self, mime: QMimeData) -> bool:
        """What was dropped or pasted goes with the current cost; whether there is anything in it."""
        return self._begin() and self.feed.take_mime(mime)

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Files for the current cost."""
        if self._begin():
            self.feed.take_paths(paths)

    def _begin(self) -> bool:
        """From now on what comes is for the current cost; not while something for another one is open."""
        expense = self.current()
        if expense is None:
            return False
        if self._target is not None and self._target.id != expense.id:
            try:
                self.feed.check()
            except InvalidEntry as problem:
                self.notices.tell(problem.message)
                return False
        self._target = expense
        self.feed.expect((), expense.id)
        return True

    def _accepted(self, taken: Sequence[TakenIn]) -> None:
        expense = self._target
        if expense is None:
            return
        label = ntr("Add a receipt", "Add {n} receipts", len(taken)).format(n=len(taken))
        today = self.parts.actions.clock.today()
        keep = partial(_attach, expense_id=expense.id, taken=tuple(taken), today=today)
        if self.parts.actions.run(label, keep, silent=True):
            self._tell(tr("The receipt is with {cost} now.").format(cost=cost_words(expense)))

    def no_receipt(self, _record: Record | None = None) -> None:
        """There will never be a paper for the current cost."""
        expense = self.current()
        if expense is None:
            return
        change = partial(ledger.change, before=expense, after=replace(expense, receipt_needed=False))
        if self.parts.actions.run(tr("Needs no receipt"), change, silent=True):
            self._tell(tr("{cost} needs no receipt.").format(cost=cost_words(expense)))

    def open_cost(self) -> None:
        """The form of the current cost."""
        from caregiver_app.ui.expenses.editor import ExpenseEditor

        expense = self.current()
        if expense is not None:
            ExpenseEditor(self.parts, expense, self).open()

    def _tell(self, sentence: str) -> None:
        self.notices.tell(sentence, tr("Undo"), self._undo)
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo(self) -> None:
        self.notices.clear()
        self.parts.actions.undo()


def _entry(expense: Expense) -> Entry:
    """A cost as the list tells of it: amount and place large, day and number below."""
    what = expense.payee or kind_label(expense.kind)
    name = tr("{amount}, {what}").format(amount=dollars(expense.amount), what=what)
    day = day_words(expense.paid_on or expense.served_on)
    facts = (r_number(expense.number), day, kind_label(expense.kind) if expense.payee else "")
    line = tr(" · ").join(fact for fact in facts if fact)
    return Entry(record=expense, name=name, lines=((line, "caption", "text2"),))


def _attach(work: UnitOfWork, *, expense_id: UUID, taken: Sequence[TakenIn], today: date) -> None:
    for each in taken:
        receipts.attach(work, expense_id=expense_id, taken=each, today=today)
