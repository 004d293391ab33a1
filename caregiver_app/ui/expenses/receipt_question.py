"""What is asked about a receipt before it is taken: a very large photo, or a file that another cost has already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.receipts import r_number
from caregiver_app.domain.spoken import list_words
from caregiver_app.ui.expenses.receipt_piece import size_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.banner import BesideIcon
from caregiver_app.ui.widgets.buttons import PLAIN, Button
from caregiver_app.ui.widgets.card import INK, Card
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.exchange.receipt_files import TakenIn

_SHOWN = 3  # costs that are named


class Answer(Enum):
    """What becomes of the file."""

    AS_IT_IS = auto()
    SMALLER = auto()
    LEAVE_OUT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A file with what is asked about it: the costs that have it already, or a smaller copy of it."""

    taken: TakenIn
    smaller: TakenIn | None = None
    costs: tuple[Expense, ...] = ()

    def outcome(self, answer: Answer) -> TakenIn | None:
        """The file to keep; None when it is left out."""
        if answer is Answer.LEAVE_OUT:
            return None
        return self.smaller if answer is Answer.SMALLER and self.smaller is not None else self.taken

    def title(self) -> str:
        """What is asked, or what it is about."""
        if self.costs:
            named = list_words([cost_words(each) for each in self.costs[:_SHOWN]])
            return tr("This file is already with {costs}. Add it here too?").format(costs=named)
        size = size_words(self.taken.size)
        return tr("{name} is a large photo ({size}).").format(name=self.taken.name, size=size)

    def sentence(self) -> str:
        """What helps to answer."""
        if self.costs:
            return tr("{name} is the very same file. It is kept only once.").format(name=self.taken.name)
        return tr("A smaller copy keeps your file and your backups light. Small print can still be read.")

    def answers(self) -> tuple[tuple[str, Answer], ...]:
        """The buttons, the first one is what most people want."""
        leave_out = (tr("Leave it out"), Answer.LEAVE_OUT)
        if self.costs:
            return (tr("Add it here too"), Answer.AS_IT_IS), leave_out
        assert self.smaller is not None, "else there is nothing to ask"
        smaller = tr("Keep a smaller copy ({size})").format(size=size_words(self.smaller.size))
        return (smaller, Answer.SMALLER), (tr("Keep as it is"), Answer.AS_IT_IS), leave_out


def cost_words(expense: Expense) -> str:
    """A cost in a sentence: “R-014, Lakeside garage”."""
    what = expense.payee or expense.from_to or kind_label(expense.kind)
    return tr("{number}, {what}").format(number=r_number(expense.number), what=what)


class QuestionCard(Card):
    """Asks about one file; `answered` brings an Answer, and whether it holds for all others that are asked the same."""

    answered = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tone="info", parent=parent)
        ink = INK["info"]
        self.title, self.sentence = Text(theme, "", "strong", ink=ink), Text(theme, "", ink=ink)
        self.for_all = CheckBox("")
        palette = self.for_all.palette()
        palette.setColor(self.for_all.foregroundRole(), theme.token(ink))
        self.for_all.setPalette(palette)
        self.buttons = {answer: Button(theme, "", kind=PLAIN) for answer in _IN_ORDER}
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(8))
        for widget in (self.title, self.sentence, self.for_all, Flow(theme.px(8), list(self.buttons.values()))):
            column.addWidget(widget)
        for answer, button in self.buttons.items():
            button.clicked.connect(partial(self._answer, answer))
        self.body.addWidget(BesideIcon(theme, "info", words))
        self.hide()

    def ask(self, doubts: Sequence[Doubt]) -> None:
        """Ask about the first of some that are alike."""
        doubt, more = doubts[0], len(doubts) - 1
        self.title.setText(doubt.title())
        self.sentence.setText(doubt.sentence())
        same = ntr("Do the same for {n} other file", "Do the same for the {n} other files", more)
        self.for_all.setText(same.format(n=more))
        self.for_all.setChecked(False)
        self.for_all.setVisible(bool(more))
        words = {answer: text for text, answer in doubt.answers()}
        for answer, button in self.buttons.items():
            button.setText(words.get(answer, ""))
            button.setVisible(answer in words)
        self.setAccessibleName(doubt.title())
        self.show()

    def first_button(self) -> Button:
        """What most people want."""
        return next(button for button in self.buttons.values() if not button.isHidden())

    def _answer(self, answer: Answer) -> None:
        self.answered.emit(answer, self.for_all.isChecked())


_IN_ORDER = (Answer.SMALLER, Answer.AS_IT_IS, Answer.LEAVE_OUT)
