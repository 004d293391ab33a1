"""What the employer counts against what you count, day by day; typed or pasted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QMargins, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.methods import CountDifference
from caregiver_app.domain.leave_counts_typed import ComparedDay, compared_days, counts_text, parse_counts, summary
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words, minutes_words
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.leave.asking import Asking
from caregiver_app.ui.leave.compare_total import CompareTotal
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import Field, TextArea
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

STILL_MS = 300
MOST_ROWS = 60


class CompareDialog(Editor):
    """The days of the employer's count as lines; below, how they differ from the log, as soon as they can be read."""

    WIDTH = 740

    def __init__(self, parts: Parts, view: LeaveView, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Compare with HR"), tr("Keep these days"), parent)
        self._view = view
        self._today = parts.actions.clock.today()
        self._shown: Mapping[date, int] | None = None
        theme = self.theme
        about = tr("Ask HR which days and hours it counted. You may ask once in 30 days in which you took leave.")
        self.body.addWidget(Text(theme, about, ink="text2"))
        known = counts_text((count.day, count.minutes) for count in view.employer_counts)
        self.lines = TextArea(theme, known, lines=5)
        help_text = tr("One day in each line, like “Nov 3, 8 hours.” You can paste a table.")
        self.add_field("counts", Field(theme, tr("What HR counts"), self.lines, help_text=help_text))
        self.summary = Text(theme, "", "h3")
        self.body.addWidget(self.summary)
        self.table = DayTable(theme)
        self.body.addWidget(self.table)
        note = tr("A difference can be a slip on either side. Ask HR to go through the days with you.")
        self.note = Text(theme, note, "caption", ink="text2")
        self.body.addWidget(self.note)
        self.total = CompareTotal(parts, view.job.id)
        self.total.grown.connect(self.grow_soon)
        self.total.failed.connect(self._world)
        self.body.addWidget(self.total)
        self.body.addStretch(1)
        self._asking = Asking(parts, self)
        self._asking.answered.connect(self._show)
        self._asking.refused.connect(self._cannot)
        self._asking.failed.connect(self._world)
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(self.look)
        self.lines.textChanged.connect(self._still.start)
        self._show(None)
        self.look()

    @property
    def is_waiting(self) -> bool:
        """Whether the comparison is still to come."""
        return self._asking.is_waiting or self.total.asking.is_waiting

    def values(self) -> object:
        return self.lines.toPlainText()

    def look(self) -> None:
        """Compare what stands there now."""
        try:
            self._shown = parse_counts(self.lines.toPlainText(), self._today)
        except InvalidEntry as problem:
            self._asking.forget()
            self._show(None)
            self.fields["counts"].set_error(problem.message)
            return
        from caregiver_app.services.leave.comparing import compared

        self.put_right("counts")
        self._asking.ask(partial(compared, job_id=self._view.job.id, minutes=self._shown, today=self._today))

    def save(self) -> bool:
        from caregiver_app.services.leave.comparing import keep_counts

        minutes = parse_counts(self.lines.toPlainText(), self._today)
        keep = partial(keep_counts, job_id=self._view.job.id, minutes=minutes, before=self._view.employer_counts)
        return self.parts.actions.run(tr("Keep what HR counts"), keep, nothing=tr("Nothing changed."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter behind the one number compares, and closes nothing."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if not (is_enter and self.total.isAncestorOf(self.focusWidget())):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self._asking.forget()
        self.total.asking.forget()
        super().done(result)

    def _show(self, difference: CountDifference | None) -> None:
        days = compared_days(self._shown or {}, difference, self._today) if difference is not None else ()
        self.summary.setText(summary(days, self._today) if days else "")
        for widget in (self.summary, self.table):
            widget.setVisible(bool(days))
        self.note.setVisible(any(day.words for day in days))
        self.table.show_days(days, self._today)
        if days:
            announce(self.summary, self.summary.text())
        self.grow_soon()

    def _cannot(self, refusal: InvalidEntry) -> None:
        """The log itself can't be counted."""
        self._show(None)
        self.fields["counts"].set_error(refusal.message)


class DayTable(Card):
    """One line for each day that differs, and how many are the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName(tr("Day by day"))
        self._inner: QWidget | None = None

    def show_days(self, days: Sequence[ComparedDay], today: date) -> None:
        """Show these from now on."""
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(QMargins())
        grid.setHorizontalSpacing(self._theme.px(16))
        grid.setVerticalSpacing(self._theme.px(10))
        grid.setColumnStretch(3, 1)
        differing = [day for day in days if day.words]
        if differing:
            for column, name in enumerate((tr("Day"), tr("You"), tr("HR"))):
                grid.addWidget(Text(self._theme, name, "caption", ink="text2", wrap=False), 0, column)
        for row, day in enumerate(differing[:MOST_ROWS], start=1):
            self._add_row(grid, row, day, today)
        rest = _rest_words(len(days) - len(differing), len(differing) - MOST_ROWS)
        if rest:
            grid.addWidget(Text(self._theme, rest, ink="text2"), MOST_ROWS + 1, 0, 1, 4)
        self.body.addWidget(inner)

    def _add_row(self, grid: QGridLayout, row: int, day: ComparedDay, today: date) -> None:
        name = day_words(day.day, with_year=day.day.year != today.year)
        cells = (
            Text(self._theme, name, "strong", wrap=False),
            Text(self._theme, _length(day.mine), wrap=False),
            Text(self._theme, _length(day.theirs), wrap=False),
            Text(self._theme, day.words, ink="text2"),
        )
        for column, cell in enumerate(cells):
            grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)


def _length(minutes: int) -> str:
    return minutes_words(minutes) if minutes else tr("none")


def _rest_words(same: int, more: int) -> str:
    """How many days are the same, and how many are not shown."""
    words = []
    if more > 0:
        words.append(ntr("{n} more day differs.", "{n} more days differ.", more).format(n=more))
    if same:
        words.append(ntr("{n} day is the same.", "{n} days are the same.", same).format(n=same))
    return " ".join(words)
