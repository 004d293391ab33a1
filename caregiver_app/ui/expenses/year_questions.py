"""The questions that costs of a year hang on, as quiet rows that are answered where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.category_words import category_label, question
from caregiver_app.domain.money_words import dollars
from caregiver_app.ui.expenses.words import count_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.ui.widgets.segmented import Segmented
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.services.expenses.years import Question

YES, NO, UNSURE = "yes", "no", "unsure"
ANSWERS: dict[str, bool | None] = {YES: True, NO: False, UNSURE: None}
ROW_EMS = 40


class QuestionRows(QWidget):
    """`answered` brings a question and the answer: True, False, or None for not sure yet."""

    answered = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[QuestionRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(theme.px(16))

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show these; a row whose kind stays keeps the keyboard."""
        if [row.question.category for row in self.rows] != [each.category for each in questions]:
            self._rebuild(questions)
        for row, each in zip(self.rows, questions, strict=True):
            row.show_question(each)

    def _rebuild(self, questions: Sequence[Question]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [QuestionRow(self._theme, each) for each in questions]
        for row in self.rows:
            row.answers.chosen.connect(partial(self._chosen, row))
            self._column.addWidget(row)

    def _chosen(self, row: QuestionRow, answer: str) -> None:
        self.answered.emit(row.question, ANSWERS[answer])


class QuestionRow(QWidget):
    """A kind of cost, its question, and three answers."""

    def __init__(self, theme: Theme, asked: Question) -> None:
        super().__init__()
        self.question = asked
        kind = category_label(asked.category)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(4))
        self.kind, self.asks = Text(theme, kind, "strong"), Text(theme, question(asked.category))
        self.about = Text(theme, "", "caption", ink="text2")
        for each in (self.kind, self.asks, self.about):
            column.addWidget(each)
        choices = {YES: tr("Yes"), NO: tr("No"), UNSURE: tr("Not sure yet")}
        name = tr("{kind}. {question}").format(kind=kind, question=question(asked.category))
        self.answers = Segmented(theme, name, choices, answer_of(asked))
        row = Reflow(theme.px(16), ROW_EMS)
        row.add(words, 1)
        row.add(self.answers, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(QMargins())
        outer.addWidget(row)

    def show_question(self, asked: Question) -> None:
        """Show how it stands now."""
        self.question = asked
        answer = answer_of(asked)
        if answer:
            self.answers.choose(answer)
        self.about.setText(" ".join(filter(None, (_amount_words(asked), _mixed_words(asked)))))


def answer_of(asked: Question) -> str:
    """The answer that holds for all, not sure while one is open; empty where they differ."""
    if asked.open:
        return UNSURE
    return next((name for name, each in ANSWERS.items() if asked.answers == {each}), "")


def _amount_words(asked: Question) -> str:
    return tr("{costs}, {amount}.").format(costs=count_words(len(asked.costs)), amount=dollars(asked.amount))


def _mixed_words(asked: Question) -> str:
    """That some of the costs have another answer than the others."""
    if len(asked.answers) == 1:
        return ""
    if asked.open:
        return tr("Still open: {costs}.").format(costs=count_words(len(asked.open)))
    return tr("Some of them count and some do not.")
