"""Many photos at once: one after the other becomes a new cost with the amount typed, or goes with one that lacks it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidgetItem, QVBoxLayout, QWidget

from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.expenses import ledger, receipts
from caregiver_app.services.people import everybody
from caregiver_app.ui.expenses.receipt_feed import ReceiptFeed
from caregiver_app.ui.expenses.receipt_piece import Piece, piece_of
from caregiver_app.ui.expenses.receipt_rows import PictureRows, framed
from caregiver_app.ui.expenses.sorting import Choice, fitting, keep_sorted
from caregiver_app.ui.expenses.sorting_fields import CostsLacking, SortingLine
from caregiver_app.ui.expenses.understood import understood_words
from caregiver_app.ui.expenses.words import names_of
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button
from caregiver_app.ui.widgets.fields import Field
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.exchange.receipt_files import TakenIn

ROWS = 5
PICTURE = 150
YEARS = 2  # whose costs without a receipt are offered


class ManyReceipts(Editor):
    """Enter makes a new cost of what is typed, or takes the cost that is chosen, and goes on to the next receipt."""

    WIDTH = 900

    def __init__(self, parts: Parts, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Sort your receipts"), tr("Keep"), parent)
        self._today = parts.actions.clock.today()
        self._names = names_of(parts.actions.read(everybody))
        self._pieces: list[Piece] = []
        self._choices: list[Choice | None] = []
        self._lacking = self._read_lacking()
        self.feed = ReceiptFeed(parts)
        self.body.addWidget(self.feed)
        self._build()
        self._connect()
        self._tell_rows()
        self._show_current()
        self.feed.take_paths(paths)
        self.line.setFocus()

    def _read_lacking(self) -> list[Expense]:
        years = range(self._today.year, self._today.year - YEARS, -1)
        return [each for year in years for each in self.parts.actions.read(partial(receipts.missing, year=year))]

    # Building

    def _build(self) -> None:
        theme = self.theme
        self.save_button.setDefault(False)  # Enter goes on; Ctrl+Enter keeps
        self.list = PictureRows(theme, tr("Receipts"))
        self.list.setMinimumWidth(theme.px(240))
        self.list.setFixedHeight(self.list.high(ROWS))
        row = Reflow(theme.px(20), 44)
        row.add(self.list, 2, Qt.AlignmentFlag.AlignTop)
        row.add(self._build_sorting(), 3)
        self.body.addWidget(row)
        self.body.addStretch(1)

    def _build_sorting(self) -> QWidget:
        theme = self.theme
        self.line = SortingLine()
        self.line.setPlaceholderText(tr("12.50, or “parking 12.50 yesterday”"))
        self.costs = CostsLacking(theme)
        self.costs_label = Text(theme, tr("Or does it go with one of these?"), "strong")
        self.same_button = Button(theme, tr("&Same cost as the one before"), kind=QUIET)
        self.out_button = Button(theme, tr("&Leave it out"), kind=QUIET)
        field = Field(theme, tr("A new cost: how much was it?"), self.line, help_text=_hint())
        self.fields["receipts"] = field
        sorting = QWidget()
        column = QVBoxLayout(sorting)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(12))
        for widget in (self._build_picture(), field, self.costs_label, self.costs):
            column.addWidget(widget)
        column.addWidget(Flow(theme.px(4), [self.same_button, self.out_button]))
        return sorting

    def _build_picture(self) -> QWidget:
        theme = self.theme
        self.picture = QLabel()
        self.picture.setFixedSize(theme.px(PICTURE), theme.px(PICTURE))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.where, self.became = Text(theme, "", "h3"), Text(theme, "", ink="text2")
        self.open_button = Button(theme, tr("Loo&k closely"), kind=PLAIN, icon="zoom-in")
        words = QVBoxLayout()
        words.setSpacing(theme.px(8))
        for widget in (self.where, self.became):
            words.addWidget(widget)
        words.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(16))
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return holder

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_current)
        self.line.textChanged.connect(self._look)
        self.line.returnPressed.connect(self.make_new)
        self.line.down.connect(self._go_to_costs)
        self.costs.taken.connect(self.take_cost)
        self.costs.up.connect(self.line.setFocus)
        self.same_button.clicked.connect(self.same_as_before)
        self.out_button.clicked.connect(self.leave_out)
        self.open_button.clicked.connect(self.look_closely)
        self.feed.accepted.connect(self._accepted)
        self.feed.resized.connect(self.grow_soon)
        for key, step in (("Alt+Down", 1), ("PgDown", 1), ("Alt+Up", -1), ("PgUp", -1)):
            QShortcut(QKeySequence(key), self, partial(self._step, step))

    # The receipts

    def _accepted(self, taken: Sequence[TakenIn]) -> None:
        for each in taken:
            piece = piece_of(each)
            self._pieces.append(piece)
            self._choices.append(None)
            item = QListWidgetItem(piece.name)
            item.setIcon(self.list.picture(piece.preview))
            self.list.addItem(item)
        self._tell_rows()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.where.setText(self._place())

    @property
    def _row(self) -> int:
        return self.list.currentRow()

    def _show_current(self, _row: int = 0) -> None:
        """The receipt that is sorted now, large, and what it became so far."""
        there = 0 <= self._row < len(self._pieces)
        for each in (self.line, self.costs, self.out_button, self.open_button):
            each.setEnabled(there)
        self.same_button.setEnabled(there and self._row > 0 and self._choices[self._row - 1] is not None)
        if not there:
            self.where.setText(tr("No receipt to sort yet"))
            self.became.setText("")
            return
        piece, choice = self._pieces[self._row], self._choices[self._row]
        self.picture.setPixmap(framed(self.theme, piece.preview, self.picture.size(), self.devicePixelRatioF()))
        self.where.setText(self._place())
        self.became.setText(tr("{name}. {choice}").format(name=piece.name, choice=_words(choice)))
        self.line.clear()
        self._look()

    def _place(self) -> str:
        return tr("Receipt {n} of {of}").format(n=self._row + 1, of=len(self._pieces))

    def _tell_rows(self) -> None:
        for item, piece, choice in zip(self.list.all_items, self._pieces, self._choices, strict=True):
            item.setText(f"{piece.name}\n{_words(choice)}")
            said = tr("{name}, {choice}").format(name=piece.name, choice=_words(choice))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        n = sum(choice is not None and choice.expense is not None for choice in self._choices)
        self.save_button.setText(ntr("Keep {n} receipt", "Keep {n} receipts", n).format(n=n) if n else tr("Keep"))
        self.save_button.setEnabled(any(self._choices))

    # Sorting

    def _typed(self) -> Expense | None:
        """The cost as it is typed; None while nothing is. Raises InvalidEntry at `receipts`."""
        text = self.line.text()
        if not text.strip():
            return None
        return self.parts.actions.read(partial(ledger.from_typed, typed=text, today=self._today, field="receipts"))

    def _look(self, _text: str = "") -> None:
        """Show what was understood, and the costs that fit what is typed."""
        try:
            expense = self._typed()
        except InvalidEntry:
            expense = None
        told = understood_words(expense, None, self._names, self._today) if expense is not None else _hint()
        self.fields["receipts"].set_help(told)
        taken = {each.expense.id for each in self._choices if each is not None and each.expense is not None}
        lacking = [each for each in self._lacking if each.id not in taken]
        found = fitting(lacking, self.line.text()) or fitting(lacking, "")
        self.costs.show_costs(found)
        self.costs_label.setVisible(bool(found))

    def _go_to_costs(self) -> None:
        if self.costs.isVisible():
            self.costs.setFocus(Qt.FocusReason.TabFocusReason)

    def make_new(self) -> None:
        """A new cost with what is typed; what can't be read is told at the line."""
        try:
            expense = self._typed()
        except InvalidEntry as problem:
            self.refuse("receipts", problem.message)
            return
        if expense is None:
            self.refuse("receipts", tr("Type an amount, like 12.50. Or choose a cost below."))
            return
        self._decide(Choice(expense=expense, is_new=True))

    def take_cost(self, expense: Expense) -> None:
        """The receipt goes with a cost that is there."""
        self._decide(Choice(expense=expense))

    def same_as_before(self) -> None:
        """A second page, or the card slip: it goes where the one before goes."""
        before = self._choices[self._row - 1] if self._row > 0 else None
        if before is not None:
            self._decide(before)

    def leave_out(self) -> None:
        """It is kept nowhere; the file on the disk stays."""
        self._decide(Choice())

    def _decide(self, choice: Choice) -> None:
        self.put_right("receipts")
        self._choices[self._row] = choice
        self._tell_rows()
        after = [*range(self._row + 1, len(self._choices)), *range(self._row)]
        open_ones = [row for row in after if self._choices[row] is None]
        if open_ones:
            self.list.setCurrentRow(open_ones[0])
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._show_current()
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, step: int) -> None:
        self.list.setCurrentRow(max(0, min(self._row + step, self.list.count() - 1)))

    def look_closely(self) -> None:
        """The receipt in full."""
        from caregiver_app.ui.expenses.receipt_window import ReceiptWindow

        window = ReceiptWindow(self.parts, self._pieces, self._row, self)
        window.finished.connect(self._back_to_line)
        window.open()

    def _back_to_line(self, _result: int) -> None:
        """What was read there is typed here."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keeping

    def values(self) -> object:
        return tuple(self._choices), self.line.text()

    def save(self) -> bool:
        self.feed.check()
        if self.line.text().strip():  # the last amount, and Ctrl+Enter at once
            self.make_new()
            if self.line.text().strip():
                return False
        done = [
            (piece.taken, choice)
            for piece, choice in zip(self._pieces, self._choices, strict=True)
            if choice is not None and piece.taken is not None
        ]
        n = sum(choice.expense is not None for _, choice in done)
        label = ntr("Add {n} receipt", "Add {n} receipts", n).format(n=n)
        keep = partial(keep_sorted, sorted_out=done, today=self._today)
        if not done or not self.parts.actions.run(label, keep):
            return False
        return self._is_all_kept()

    def _is_all_kept(self) -> bool:
        """Whether nothing is left to sort; what is left stays here."""
        left = [piece for piece, choice in zip(self._pieces, self._choices, strict=True) if choice is None]
        if not left:
            return True
        self._pieces, self._choices = [], []
        self._lacking = self._read_lacking()
        self.list.clear()
        self._accepted([piece.taken for piece in left if piece.taken is not None])
        self._show_current()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return False


def _words(choice: Choice | None) -> str:
    return choice.words() if choice is not None else tr("Not sorted yet")


def _hint() -> str:
    return tr("Type the amount and press Enter. The next receipt comes up then.")
