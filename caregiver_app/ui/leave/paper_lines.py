"""The papers that run: one quiet line each, with a reminder and Done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.leave.answers import RunningPaper
from caregiver_app.domain.leave_late_words import late_words
from caregiver_app.domain.leave_names import paper_words
from caregiver_app.ui.leave.sentences import paper_help
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.banner import BesideIcon
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button
from caregiver_app.ui.widgets.card import INK, Card
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

MOST = 3


class PaperLine(Card):
    """One paper with its day. `done` and `remind` tell what was pressed. A `calm` one stands there and no more."""

    done = Signal()
    remind = Signal()

    def __init__(self, theme: Theme, running: RunningPaper, today: date, *, calm: bool = False) -> None:
        tone = "surface" if calm else "info"
        super().__init__(theme, tone=tone)
        self.paper = running.paper
        self.body.setContentsMargins(theme.px(20), theme.px(10), theme.px(20), theme.px(10))
        ink = INK[tone]
        title = paper_words(running, today)
        sentence = "" if calm else late_words(running, today) or paper_help(running.paper.clock)
        self.title = Text(theme, title, "strong", ink=ink)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(2))
        column.addWidget(self.title)
        if sentence:
            column.addWidget(Text(theme, sentence, ink=ink))
        self.remind_button = Button(theme, tr("Stop reminding") if running.paper.remind else tr("Remind me"))
        self.done_button = Button(theme, tr("Done"), kind=QUIET if calm else PLAIN, icon="check")
        for button in (self.remind_button, self.done_button):
            button.setAccessibleDescription(title)
        self.remind_button.clicked.connect(self.remind)
        self.done_button.clicked.connect(self.done)
        row = Reflow(theme.px(12), 44)
        row.add(words if calm else BesideIcon(theme, "info", words), 1, Qt.AlignmentFlag.AlignVCenter)
        row.add(Flow(theme.px(8), [self.remind_button, self.done_button]), 0)
        if calm:
            self.remind_button.hide()
        self.first_button = self.done_button if calm else self.remind_button
        self.body.addWidget(row)


class PaperLines(QWidget):
    """`done` and `remind` bring a LeavePaper; `all_wanted` when there are more than fit here."""

    done = Signal(object)
    remind = Signal(object)
    all_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self.lines: list[PaperLine] = []
        self.more = Button(theme, "", kind=QUIET)
        self.more.clicked.connect(self.all_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_papers(self, papers: Sequence[RunningPaper], today: date, *, calm: bool = False) -> None:
        """Show those that are due first; calm ones without advice or a reminder."""
        running = [each for each in papers if each.paper.done_on is None]
        more = len(running) - MOST
        self.more.setText(ntr("{n} more paper", "{n} more papers", more).format(n=more))
        self.more.setVisible(more > 0)
        self.setVisible(bool(running))
        if (today, calm, *running) != self._shown:
            self._shown = (today, calm, *running)
            self._build(running[:MOST], today, calm=calm)

    def stand_on(self, paper_id: UUID) -> PaperLine | None:
        """The keyboard goes to the line of a paper; None when it has none here."""
        line = next((each for each in self.lines if each.paper.id == paper_id), None)
        if line is not None:
            line.first_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return line

    def _build(self, running: Sequence[RunningPaper], today: date, *, calm: bool) -> None:
        had = any(line.isAncestorOf(self.window().focusWidget()) for line in self.lines if self.window().focusWidget())
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for place, each in enumerate(running):
            line = PaperLine(self._theme, each, today, calm=calm)
            line.done.connect(partial(self.done.emit, each.paper))
            line.remind.connect(partial(self.remind.emit, each.paper))
            self.lines.append(line)
            self._column.insertWidget(place, line)
        if had and self.lines:
            self.lines[0].first_button.setFocus(Qt.FocusReason.OtherFocusReason)
