"""The big answer: what is left, in hours, weeks and days, as a bar, and what it rests on."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from caregiver_app.domain.leave.answers import Figures, LeaveView
from caregiver_app.domain.leave.records import YearKnown
from caregiver_app.domain.leave_eligibility_words import may_not_yet_words
from caregiver_app.domain.leave_open_words import in_hours_words
from caregiver_app.domain.leave_words import (
    headline,
    leave_year_words,
    most_words,
    parts,
    returns_words,
    under_headline,
    week_minutes,
)
from caregiver_app.ui.leave import sentences
from caregiver_app.ui.leave.leave_bar import LeaveBar
from caregiver_app.ui.leave.words import time_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class Hairline(QWidget):
    """A thin line between two parts of a card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.token("line"))
        painter.end()


class _Fact(QWidget):
    """A small name above its value."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(2))
        self.value = Text(theme, "", "strong")
        column.addWidget(Text(theme, name, "caption", ink="text2"))
        column.addWidget(self.value)
        column.addStretch(1)


class Headline(Card):
    """`change_wanted` when the facts behind the numbers are to be changed, `states_wanted` where other laws may help.

    `check_wanted` when somebody asks whether the law covers them at all, beside what speaks against it.

    Where the law does not count the person cared for, that is the answer, and no number stands above it.
    """

    change_wanted = Signal()
    states_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(tr("What is left"))
        self.figure = Text(theme, "", "figure")
        self.sentence = Text(theme, "", ink="text2")
        self.sure = Text(theme, "")
        self.not_yet = Text(theme, "")
        self.check = Button(theme, tr("Does FMLA cover me?"), kind=QUIET)
        self.check.clicked.connect(self.check_wanted)
        self._check_row = Reflow(theme.px(12), 34)
        self._check_row.add(self.not_yet, 1, Qt.AlignmentFlag.AlignVCenter)
        self._check_row.add(self.check, 0)
        self.bar = LeaveBar(theme)
        self.over = Text(theme, "")
        self.returns = Text(theme, "")
        self.not_settled = Text(theme, "", ink="text2")
        self.year, self.most, self.taken_as = (
            _Fact(theme, name) for name in (tr("Leave year"), tr("Most you can use"), tr("Taken as"))
        )
        self.change = Button(theme, tr("Change"), kind=QUIET, icon="pencil")
        self.change.setAccessibleDescription(tr("Your job, your week and how the leave year is counted"))
        self.change.clicked.connect(self.change_wanted)
        self.states = Button(theme, tr("State programs"))
        self.states.clicked.connect(self.states_wanted)
        facts = Reflow(theme.px(16), 40, [self.year, self.most, self.taken_as])
        facts.add(Flow(theme.px(8), [self.states, self.change]), 0)
        for widget in (
            self.figure, self.sentence, self.sure, self._check_row, self.bar, self.over, self.returns,
            self.not_settled,
        ):  # fmt: skip
            self.body.addWidget(widget)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(Hairline(theme))
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(facts)

    def show_view(self, view: LeaveView, today: date) -> None:
        """Show one job's numbers; there must be some, unless the law does not count the person cared for."""
        for widget in (self.bar, self.year, self.most, self.taken_as):
            widget.setVisible(view.covered)
        self.states.setVisible(not view.covered)
        if not view.covered:
            self._show_uncounted(view)
            return
        figures = view.figures
        assert figures is not None, "shown only with numbers"
        self.figure.setText(headline(view))
        _tell(self.sentence, sentences.that_is_words(view))
        _tell(self.sure, f"{sentences.sure_words(view)} {in_hours_words(figures)}".strip())
        _tell(self.not_yet, may_not_yet_words(view.job, week_minutes(figures), today))
        self._check_row.setVisible(bool(self.not_yet.text()))
        _tell(self.returns, returns_words(view, today))
        _tell(self.over, sentences.limit_words(figures))
        _tell(self.not_settled, sentences.open_words(view))
        self._show_bar(figures)
        not_sure = view.job.known is YearKnown.NOT_SURE
        self.year.value.setText(tr("Not sure yet") if not_sure else leave_year_words(view))
        self.most.value.setText(most_words(figures))
        self.taken_as.value.setText(sentences.taken_as_words(view))

    def _show_uncounted(self, view: LeaveView) -> None:
        """Kind words first, and where to look further."""
        self.figure.setText(headline(view))
        _tell(self.sentence, under_headline(view))
        self._check_row.hide()
        for label in (self.sure, self.returns, self.over, self.not_settled):
            _tell(label, "")

    def _show_bar(self, figures: Figures) -> None:
        whole = Fraction(int(figures.entitlement.minutes))
        used, planned, free = parts(figures)
        words = (
            tr("Used: {time}").format(time=time_words(used)),
            tr("Planned: {time}").format(time=time_words(planned)),
            tr("Free: {time}").format(time=time_words(free)),
        )
        self.bar.tell(float(used / whole), float(min(planned, whole - used) / whole), words)


def _tell(label: Text, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
