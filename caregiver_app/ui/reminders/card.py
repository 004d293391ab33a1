"""The quiet card of what is due: one thing, or all that came up meanwhile in one card, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_app.domain.reminders import About, Due, said_once
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.reminders.later_button import LaterButton
from caregiver_app.ui.reminders.words import heading, moment_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import Button
from caregiver_app.ui.widgets.card import INK, Card
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.tab_order import come_last
from caregiver_app.ui.widgets.texts import Picture, Text
from caregiver_app.words import ntr, tr

TONE = "accent"
ROWS = 3
ONE_ROW = 46  # letters
FEW, SHORT = 3, 60  # so many are named in a short heading, in so many letters


class ReminderCard(Card):
    """Open, Later and Not today are of one size. With several, Open shows them all; what somebody typed has Done."""

    opened = Signal()
    done = Signal()
    later_asked = Signal()  # what to offer there
    later = Signal(object)  # Later
    not_today = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tone=TONE, parent=parent)
        self.setObjectName("reminder card")
        self._headings = "", ""  # with lines below, and without
        self.body.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self.title = Text(theme, "", "strong", ink=INK[TONE])
        self.lines = Text(theme, "", ink=INK[TONE])
        self.done_button = Button(theme, tr("Done"), icon="check")
        self.open_button = Button(theme, tr("Open"))
        self.later_button = LaterButton(theme)
        self.not_today_button = Button(theme, tr("Not today"))
        self.done_button.clicked.connect(self.done)
        self.open_button.clicked.connect(self.opened)
        self.later_button.asked.connect(self.later_asked)
        self.later_button.chosen.connect(self.later)
        self.not_today_button.clicked.connect(self.not_today)
        row = Reflow(theme.px(12), ONE_ROW)
        row.add(self._words(), 1, Qt.AlignmentFlag.AlignVCenter)
        row.add(Flow(theme.px(8), self._buttons()), 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(row)

    def show_dues(self, dues: Sequence[Due], now: datetime, *, clock24: bool) -> None:
        """Tell of these, each thing once. At most three lines; the rest is counted."""
        title = heading(dues, now)
        dues = said_once(dues)
        self._headings = title, _short_heading(title, dues)
        self.title.setText(title)
        self.open_button.setText(tr("Open") if len(dues) == 1 else tr("See all"))
        self.done_button.setVisible(len(dues) == 1 and dues[0].about is About.OWN)
        self._even_out()
        lines = _lines(dues, now, clock24=clock24)
        self.lines.setText("\n".join(lines))
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(lines))

    def be_short(self, *, short: bool) -> None:
        """With `short` the heading is all that is shown; of a few it names what fits."""
        self.title.setText(self._headings[short])
        self.lines.setVisible(bool(self.lines.text()) and not short)

    def say(self) -> None:
        """Have a screen reader tell of it."""
        announce(self, f"{self.accessibleName()}. {self.accessibleDescription()}")

    def come_last(self) -> None:
        """The Tab key comes here behind all that stands above, also what was built later."""
        come_last(self, self._buttons())

    def _words(self) -> QWidget:
        theme, holder, words = self._theme, QWidget(), QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(2))
        column.addWidget(self.title)
        column.addWidget(self.lines)
        row = QHBoxLayout(holder)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(12))
        row.addWidget(Picture(theme, "bell", 24, ink=INK[TONE]), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return holder

    def _buttons(self) -> list[Button]:
        return [self.done_button, self.open_button, self.later_button, self.not_today_button]

    def _even_out(self) -> None:
        """No answer is larger than the others."""
        for button in self._buttons():
            button.setMinimumWidth(0)
        widest = max(button.sizeHint().width() for button in self._buttons())
        for button in self._buttons():
            button.setMinimumWidth(widest)


def _short_heading(title: str, dues: Sequence[Due]) -> str:
    """The heading where no lines are below it: “2 reminders: Water the plants, Call HR”."""
    if not 1 < len(dues) <= FEW:
        return title
    names = [due.in_window for due in dues]
    said = tr(", ").join(names)
    if len(said) > SHORT:
        rest = len(names) - 1
        said = ntr("{name}, and {n} more", "{name}, and {n} more", rest).format(name=names[0], n=rest)
    return tr("{count}: {names}").format(count=title, names=said)


def _lines(dues: Sequence[Due], now: datetime, *, clock24: bool) -> list[str]:
    """What stands below the heading."""
    if len(dues) == 1:
        late = moment_words(dues[0].at, now, clock24=clock24) if now.date() != dues[0].at.date() else ""
        return [each for each in (dues[0].detail, late) if each]
    some = list(dues[:ROWS]) if len(dues) != ROWS + 1 else list(dues)
    lines = [
        tr("{moment}: {title}").format(moment=moment_words(due.at, now, clock24=clock24), title=due.in_window)
        for due in some
    ]
    rest = len(dues) - len(some)
    return [*lines, ntr("And {n} more.", "And {n} more.", rest).format(n=rest)] if rest else lines
