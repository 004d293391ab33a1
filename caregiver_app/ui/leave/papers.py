"""Paper clocks: start one in plain words, see its day, be reminded, mark it done; quiet, and all of it undoable."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.entries.typed import NUMBER_WORDS, shown
from caregiver_app.domain.leave.answers import LeaveView, RunningPaper
from caregiver_app.domain.leave.papers import Clock, deadline
from caregiver_app.domain.leave.records import LeaveJob, LeavePaper
from caregiver_app.domain.leave_late_words import late_words
from caregiver_app.domain.leave_names import clock_name, paper_words, reminder_words, start_name
from caregiver_app.domain.leave_open_words import business_days_words
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import short_day
from caregiver_app.services import leave
from caregiver_app.services.leave.views import paper_clock, papers
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.undo_here import UndoHere
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

FOREVER = {"lifetime", "life", "no end", "for life", "always", "forever", "unknown"}
UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
LONGEST = 10 * 366  # days
REMIND = "remind"


def read_duration(text: str, field: str = "duration") -> tuple[int | None, bool]:
    """Days a doctor form speaks of, and whether it has no end: “6 months”, “90 days”, “lifetime”; nothing is None.

    Raises InvalidEntry at `field`.
    """
    words = " ".join(text.casefold().split()).strip(" .")
    if not words or words in FOREVER:
        return None, bool(words)
    match = re.fullmatch(r"(\d{1,4}|[a-z]+) (day|week|month|year)s?", words)
    number = (int(match[1]) if match[1].isdecimal() else NUMBER_WORDS.get(match[1])) if match else None
    days = int(number * UNITS[match[2]]) if match and number else 0
    if not 1 <= days <= LONGEST:
        sentence = tr("We could not read “{text}.” Try “90 days,” “6 months” or “lifetime.”")
        raise InvalidEntry(field, sentence.format(text=shown(text)))
    return days, False


class PapersDialog(Editor):
    """Each clock keeps itself at once; the form below starts another."""

    WIDTH = 640

    def __init__(self, parts: Parts, view: LeaveView, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Papers and dates"), tr("Add this date"), parent)
        self._job = view.job
        self._today = parts.actions.clock.today()
        self.rows: list[PaperRow] = []
        self._place: tuple[UUID, str] | None = None  # the clock that the keyboard is on, and its control
        theme = self.theme
        self.cancel_button.setText(tr("Close"))
        about = tr("Dates from the leave rules, so that you do not have to keep them in mind.")
        self.body.addWidget(Text(theme, about, ink="text2"))
        self.list = QWidget()
        column = QVBoxLayout(self.list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self.body.addWidget(self.list)
        self.undo_button = UndoHere(parts)
        self.body.addWidget(Flow(theme.px(8), [self.undo_button]))
        self.body.addWidget(Text(theme, tr("Add a date"), "h3"))
        self._add_form()
        self.undo_button.then = self.what
        self.body.addStretch(1)
        parts.actions.changed.connect(self.refresh)
        parts.actions.history_changed.connect(self.grow_soon)
        self.refresh()
        self._what_changed()

    def _add_form(self) -> None:
        """What happened, when, and what else that clock needs to know."""
        theme = self.theme
        self.what = ComboBox(theme)
        for clock in (
            Clock.CERTIFICATION_DUE,
            Clock.CERTIFICATION_CURE,
            Clock.RECERTIFICATION,
            Clock.NOTICE_BY,
            Clock.ELIGIBILITY_NOTICE,
            Clock.DESIGNATION_NOTICE,
            Clock.BALANCE_REQUEST,
            Clock.PREMIUM_STOP,
            Clock.METHOD_CHANGE,
        ):
            self.what.add(clock_name(clock), clock)
        self.start = LineEdit(tr("Today"))
        self.fields["what"] = Field(theme, tr("What is it about?"), self.what)
        self.fields["start"] = Field(theme, tr("Day"), self.start)
        self.body.addWidget(Beside(theme, 30, [self.fields["what"], self.fields["start"]]))
        self.mailed, self.duration = LineEdit(), LineEdit()
        self.duration.setPlaceholderText(tr("6 months"))
        self.add_field("notice_mailed", Field(theme, tr("Day work mailed its notice"), self.mailed))
        help_text = tr("As the last form says: “90 days,” “6 months” or “lifetime.” Empty is 30 days.")
        self.add_field("duration", Field(theme, tr("For how long?"), self.duration, help_text=help_text, optional=True))
        self.taken = CheckBox(tr("I took leave since that day"))
        self.taken.setChecked(True)
        self.body.addWidget(self.taken)
        self.preview = Text(theme, "", "strong")
        self.body.addWidget(self.preview)
        self.what.currentIndexChanged.connect(self._what_changed)
        for line in (self.start, self.mailed, self.duration):
            line.textChanged.connect(self.look)
        self.taken.toggled.connect(self.look)

    @property
    def clock(self) -> Clock:
        """What is chosen."""
        found = self.what.value()
        assert isinstance(found, Clock), "the list has nothing else"
        return found

    def values(self) -> object:
        """Nothing is lost by closing: what was kept is kept."""
        return None

    def save(self) -> bool:
        paper = self._paper()
        if self.parts.actions.run(tr("Add a date"), partial(leave.start_paper, paper=paper)):
            self.start.setText(tr("Today"))
            self.mailed.clear()
            self.duration.clear()
            announce(self.list, self._words(paper))
        return False  # it stays open for the next one

    def look(self) -> None:
        """The day that the clock would end on, as far as it can be read."""
        try:
            words = self._words(self._paper())
        except InvalidEntry:
            words = ""
        self.preview.setText(words)

    def refresh(self, _changes: object = None) -> None:
        """Show the clocks that there are; where the job itself was taken back, there is nothing to show."""
        found = self.parts.actions.read(partial(_papers_of, job_id=self._job.id))
        if found is None:
            self.reject()
            return
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [PaperRow(self, running) for running in found]
        for row in self.rows:
            self.list.layout().addWidget(row)
        self.list.setVisible(bool(self.rows))
        self._order_tab()
        self._go_back_to_row()
        self.grow_soon()

    def _order_tab(self) -> None:
        """Tab goes down the clocks before it goes into the form, as they are read."""
        controls = [each for row in self.rows for each in (row.done_button, row.remind, row.remove_button)]
        form = [self.what, self.start, self.mailed, self.duration, self.taken]
        for one, after in pairwise([*controls, self.undo_button, *form]):
            self.setTabOrder(one, after)

    def _go_back_to_row(self) -> None:
        """The keyboard stays on the clock that was changed; on the next one when it is gone."""
        if self._place is None or not self.rows:
            return
        paper_id, control = self._place
        row = next((row for row in self.rows if row.paper.id == paper_id), self.rows[0])
        stays = row.remind if control == REMIND and row.paper.done_on is None else row.done_button
        stays.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place = None

    def run_soon(self, label: str, action: Callable[..., object], paper: LeavePaper, control: str = "") -> None:
        """Keep a change when the click is over: it takes the button away that was clicked."""
        self._place = (paper.id, control)
        QTimer.singleShot(0, self, partial(self.run_at_once, label, action))

    def stand_on(self, paper_id: UUID) -> None:
        """The keyboard goes to one of the clocks."""
        self._place = (paper_id, "")
        self._go_back_to_row()

    @property
    def today(self) -> date:
        """The day it is."""
        return self._today

    def _what_changed(self) -> None:
        clock = self.clock
        self.fields["start"].label.setText(start_name(clock))
        self.start.setAccessibleName(start_name(clock))
        self.fields["notice_mailed"].setVisible(clock is Clock.PREMIUM_STOP)
        self.fields["duration"].setVisible(clock is Clock.RECERTIFICATION)
        self.taken.setVisible(clock in {Clock.RECERTIFICATION, Clock.BALANCE_REQUEST})
        self._clear_errors()
        self.look()
        self.grow_soon()

    def _paper(self) -> LeavePaper:
        """The clock as it stands in the form. Raises InvalidEntry."""
        clock = self.clock
        mailed = None
        if clock is Clock.PREMIUM_STOP:
            mailed = parse_day(self.mailed.text(), self._today, "notice_mailed")
        days, lifetime = read_duration(self.duration.text()) if clock is Clock.RECERTIFICATION else (None, False)
        return LeavePaper(
            id=uuid4(),
            job_id=self._job.id,
            clock=clock,
            start=parse_day(self.start.text(), self._today, "start"),
            notice_mailed=mailed,
            minimum_days=days,
            lifetime=lifetime,
            leave_taken=self.taken.isChecked() or self.taken.isHidden(),
        )

    def _words(self, paper: LeavePaper) -> str:
        running = RunningPaper(paper=paper, deadline=deadline(paper_clock(paper, self._job)))
        return paper_words(running, self._today)


def _papers_of(work: UnitOfWork, *, job_id: UUID) -> tuple[RunningPaper, ...] | None:
    job = work.get(LeaveJob, job_id)
    return papers(work, job=job) if job is not None else None


class PaperRow(Card):
    """One clock: its sentence, and what can be done with it."""

    def __init__(self, dialog: PapersDialog, running: RunningPaper) -> None:
        super().__init__(dialog.theme)
        theme: Theme = dialog.theme
        self._dialog, self.paper = dialog, running.paper
        done = running.paper.done_on
        self.words = paper_words(running, dialog.today)
        self.setAccessibleName(self.words)
        self.body.addWidget(Text(theme, self.words, "body" if done else "strong"))
        if done is not None:
            self.body.addWidget(Text(theme, tr("Done on {day}.").format(day=short_day(done)), ink="text2"))
        elif running.deadline.not_settled:
            self.body.addWidget(Text(theme, business_days_words(), "caption", ink="text2"))
        self.late = Text(theme, late_words(running, dialog.today), ink="text2")
        self.late.setVisible(bool(self.late.text()))
        self.body.addWidget(self.late)
        self.remind = CheckBox(tr("Remind me"), self)
        self.remind.setChecked(running.paper.remind)
        self.remind.setVisible(done is None)
        self.done_button = Button(theme, tr("Done") if done is None else tr("Not done yet"), kind=PLAIN)
        self.remove_button = Button(theme, tr("Remove"), kind=QUIET)
        for control, name in ((self.remind, tr("Remind me")), (self.done_button, self.done_button.text()),
                              (self.remove_button, tr("Remove"))):  # fmt: skip
            control.setAccessibleName(tr("{name}: {words}").format(name=name, words=self.words))
        row = Reflow(theme.px(12), 24)
        row.add(self.done_button, 0)
        row.add(self.remind if done is None else QWidget(), 1, Qt.AlignmentFlag.AlignVCenter)
        row.add(self.remove_button, 0)
        self.body.addWidget(row)
        if done is None and running.paper.remind:
            self.body.addWidget(Text(theme, reminder_words(running.deadline.due, dialog.today), "caption", ink="text2"))
        self.remind.toggled.connect(self._remind)
        self.done_button.clicked.connect(self._turn)
        self.remove_button.clicked.connect(self._remove)

    def _remind(self, on: bool) -> None:
        after = replace(self.paper, remind=on)
        label = tr("Remind me of a paper") if on else tr("Do not remind me of a paper")
        self._dialog.run_soon(label, partial(leave.change_paper, before=self.paper, after=after), self.paper, REMIND)

    def _turn(self) -> None:
        if self.paper.done_on is None:
            action = partial(leave.finish_paper, paper=self.paper, day=self._dialog.today)
            self._dialog.run_soon(tr("Mark a paper done"), action, self.paper)
        else:
            action = partial(leave.change_paper, before=self.paper, after=replace(self.paper, done_on=None))
            self._dialog.run_soon(tr("Mark a paper not done"), action, self.paper)

    def _remove(self) -> None:
        self._dialog.run_soon(tr("Remove a paper"), partial(leave.remove_paper, paper=self.paper), self.paper)
