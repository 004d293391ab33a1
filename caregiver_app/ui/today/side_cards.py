"""The cards at the right of Today: a moment for you, leave left, spent this month, and days that come up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_app.domain.spoken import day_words
from caregiver_app.domain.today_beside import DueSoon, LeaveLeft, Moment, Spent
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.today.day_row import OpenSentence
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button, OnceButton
from caregiver_app.ui.widgets.card import INK, Card, FewRows
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Picture, Text, unbroken
from caregiver_app.words import tr


class MomentCard(Card):
    """`taken` when the break was taken, `put_off` for not today; both are the same size."""

    taken = Signal()
    put_off = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tone="care")
        ink = INK["care"]
        self.setAccessibleName(tr("A moment for you"))
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(10))
        row.addWidget(Picture(theme, "heart", 24, ink="care"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(theme, tr("A moment for you"), "h3", ink=ink), 1)
        self.sentence = Text(theme, "", ink=ink)
        self.take_button = OnceButton(theme, tr("I took a break"), kind=PLAIN, icon="check")
        self.later_button = OnceButton(theme, tr("Not today"), kind=PLAIN)
        self.take_button.clicked.connect(self.taken)
        self.later_button.clicked.connect(self.put_off)
        self.body.addWidget(head)
        self.body.addWidget(self.sentence)
        self.body.addWidget(Flow(theme.px(12), [self.take_button, self.later_button]))

    def show_moment(self, moment: Moment) -> None:
        """Say what makes it possible."""
        self.sentence.setText(unbroken(moment.sentence))
        self.take_button.setText(tr("I did this") if moment.thing is not None else tr("I took a break"))


class LeaveCard(Card):
    """`opened` goes to the Leave tab."""

    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        from caregiver_app.ui.leave.leave_bar import LeaveBar

        super().__init__(theme)
        self.setAccessibleName(tr("FMLA leave"))
        self.headline = Text(theme, "", "strong")
        self.bar = LeaveBar(theme)
        self.next_day = Text(theme, "", ink="text2")
        self.open_button = Button(theme, tr("Open leave"), kind=QUIET, icon="briefcase")
        self.open_button.clicked.connect(self.opened)
        self.body.addWidget(Text(theme, tr("FMLA leave"), "h3"))
        for widget in (self.headline, self.bar, self.next_day):
            self.body.addWidget(widget)
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_left(self, left: LeaveLeft) -> None:
        """Show the answer."""
        self.headline.setText(left.headline)
        self.bar.setVisible(left.legend is not None)
        if left.legend is not None:
            self.bar.tell(left.used, left.planned, left.legend)
        self.next_day.setVisible(left.next_day is not None)
        if left.next_day is not None:
            self.next_day.setText(tr("Next day off work: {day}").format(day=day_words(left.next_day)))


class SpentCard(Card):
    """`add_wanted` for a new cost. A total is never bad news."""

    add_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName(tr("Spent this month"))
        self.total = Text(theme, "", "figure")
        self.receipts = Text(theme, "", ink="text2")
        self.add_button = Button(theme, tr("Add expense"), kind=QUIET, icon="plus")
        self.add_button.clicked.connect(self.add_wanted)
        self.body.addWidget(Text(theme, tr("Spent this month"), "h3"))
        self.body.addWidget(self.total)
        self.body.addWidget(self.receipts)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_spent(self, spent: Spent) -> None:
        """Show the sum, and what is still to be added."""
        from caregiver_app.domain.money_words import dollars
        from caregiver_app.domain.today_words import missing_words

        self.total.setText(dollars(spent.total))
        self.receipts.setText(missing_words(spent.missing))


class DueCard(FewRows):
    """Papers, claims and calls with a day. `opened` brings a tab and an id."""

    opened = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: tuple[DueSoon, ...] = ()
        self.setAccessibleName(tr("Papers and claims"))
        self.body.addWidget(Text(theme, tr("Papers and claims"), "h3"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(4))
        self.lines: list[OpenSentence] = []
        self.body.addLayout(self._rows)
        self.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_due(self, due: Sequence[DueSoon]) -> None:
        """Show them, the soonest first."""
        if tuple(due) != self._shown:
            self._shown = tuple(due)
            self.show_again()
        self.setVisible(bool(due))

    def show_again(self) -> None:
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(each) for each in self.few(self._shown)]
        for line in self.lines:
            self._rows.addWidget(line)

    def _line(self, due: DueSoon) -> OpenSentence:
        line = OpenSentence(self._theme, due.sentence, "file-text")
        line.opened.connect(partial(self.opened.emit, due.tab, due.record_id))
        return line


def is_today(kept: str, today: date) -> bool:
    """Whether something was put away for this day."""
    return kept == today.isoformat()
