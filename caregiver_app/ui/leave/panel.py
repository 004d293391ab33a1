"""Leave of one job below the head of the tab: the answer first, then papers, the log and the year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMargins, QPoint, Qt, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.records import (
    EmployerCount,
    LeaveJob,
    LeavePaper,
    MethodChanged,
    TimeOff,
    WorkPattern,
)
from caregiver_app.domain.leave_words import FOOT
from caregiver_app.domain.people import Person
from caregiver_app.domain.seasons import SeasonNow
from caregiver_app.services import leave
from caregiver_app.services.people import everybody
from caregiver_app.services.today import is_over
from caregiver_app.ui.leave.assumed import Assumed
from caregiver_app.ui.leave.deeds import LeaveDeeds
from caregiver_app.ui.leave.dialogs import LeaveDialogs
from caregiver_app.ui.leave.headline import Headline
from caregiver_app.ui.leave.job_choice import JobChoice
from caregiver_app.ui.leave.log_menu import log_menu
from caregiver_app.ui.leave.log_table import LeaveLog
from caregiver_app.ui.leave.notes_above import NotesAbove
from caregiver_app.ui.leave.paper_lines import PaperLines
from caregiver_app.ui.leave.year_card import YearCard
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.empty_state import EmptyState
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

SHOWS = (LeaveJob, WorkPattern, MethodChanged, TimeOff, EmployerCount, LeavePaper, Person, Appointment, SeasonNow)
SHOWN_JOB = "leave job"


class LeavePanel(QWidget):
    """Reads one job's leave, shows it, and opens the dialogs of the tab."""

    shown = Signal(object)  # LeaveView, or None while there is no job
    sight_wanted = Signal(object)  # QWidget
    begun = Signal()  # a job was set up: the keyboard goes to what can be done next

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.deeds = LeaveDeeds(parts.actions)
        self.dialogs = LeaveDialogs(parts, self)
        self.view: LeaveView | None = None
        self.empty: EmptyState | None = None
        self._since: date | None = None  # the first day of the log that is read; None for the last 12 months
        theme = parts.theme
        self.choice = JobChoice(theme)
        self.headline = Headline(theme)
        self.notes = NotesAbove(theme)
        self.assumed = Assumed(theme)
        self.papers = PaperLines(theme)
        self.log = LeaveLog(theme)
        self.year = YearCard(theme)
        self._full = QWidget()
        self._full.hide()
        self.foot = Text(theme, FOOT, "caption", ink="text2")
        self._build_buttons()
        self._lay_out()
        self._connect()

    def _build_buttons(self) -> None:
        theme = self.parts.theme
        self.what_if, self.compare, self.all_papers, self.states, self.another = (
            Button(theme, words, kind=QUIET)
            for words in (
                tr("What if…"),
                tr("Compare with HR…"),
                tr("Papers…"),
                tr("State programs…"),
                tr("Add another job…"),
            )
        )

    def _lay_out(self) -> None:
        theme = self.parts.theme
        full = QVBoxLayout(self._full)
        full.setContentsMargins(QMargins())
        full.setSpacing(theme.px(12))
        more = [self.what_if, self.compare, self.all_papers, self.states, self.another, self.assumed.button]
        deeds = Flow(theme.px(4), more)
        deeds.setContentsMargins(theme.px(10), 0, 0, 0)  # their words begin where those of the cards do
        for widget in (
            self.choice, self.headline, deeds, self.assumed, self.notes, self.papers, self.log, self.year,
        ):  # fmt: skip
            full.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(self._full)
        self._column.addStretch(1)
        self._column.addWidget(self.foot)

    def _connect(self) -> None:
        for button, deed in (
            (self.what_if, self.dialogs.what_if),
            (self.compare, self.dialogs.compare),
            (self.all_papers, self.dialogs.papers),
            (self.states, self.dialogs.states),
            (self.log.paste, self.dialogs.paste),
        ):
            button.clicked.connect(partial(self._with_view, deed))
        self.another.clicked.connect(self._set_up)
        self.choice.chosen.connect(self._choose_job)
        self.headline.change_wanted.connect(self._change_job)
        self.notes.change_wanted.connect(self._change_job)
        self.notes.compare_wanted.connect(partial(self._with_view, self.dialogs.compare))
        self.headline.states_wanted.connect(partial(self._with_view, self.dialogs.states))
        self.headline.check_wanted.connect(partial(self._with_view, self.dialogs.eligibility))
        self.assumed.confirmed.connect(self._confirm)
        self.assumed.change_wanted.connect(self._change_job)
        self.assumed.opened.connect(partial(self.sight_wanted.emit, self.assumed))
        self.papers.done.connect(self.deeds.finish)
        self.papers.remind.connect(self.deeds.turn_reminder)
        self.papers.all_wanted.connect(partial(self._with_view, self.dialogs.papers))
        self.log.opened.connect(self._edit)
        self.log.removal_wanted.connect(self.deeds.remove)
        self.log.menu_wanted.connect(self._open_menu)
        self.log.earlier_wanted.connect(self._read_all)
        self.year.looked_back.connect(self._read_earlier)
        self.year.opened.connect(self._open_day)
        self.year.fold.opened.connect(partial(self.sight_wanted.emit, self.year))

    @property
    def today(self) -> date:
        """Today by the program's clock."""
        return self.parts.actions.clock.today()

    # Reading and showing

    def reload(self) -> None:
        """Look at the file again."""
        read = self.parts.actions.read
        jobs = read(leave.jobs)
        job = self._chosen(jobs)
        if job is None:
            self.show_view(None, [], [])
            return
        view = read(partial(leave.view, job_id=job.id, today=self.today, since=self._since))
        people = read(everybody) if len(jobs) > 1 else []
        self.show_view(view, jobs, people)

    def _chosen(self, jobs: Sequence[LeaveJob]) -> LeaveJob | None:
        """The job that was looked at last, else the first."""
        kept = self.parts.settings.text(SHOWN_JOB, "")
        return next((job for job in jobs if str(job.id) == kept), jobs[0] if jobs else None)

    def show_view(self, view: LeaveView | None, jobs: Sequence[LeaveJob], people: Sequence[Person]) -> None:
        """Show one job's leave; None is the tab before anything was set up."""
        self.view = view
        self._full.setVisible(view is not None)
        if view is None:
            self._show_empty()
        else:
            if self.empty is not None:
                self.empty.hide()
            self._show_full(view, jobs, people)
        self.shown.emit(view)

    def _show_full(self, view: LeaveView, jobs: Sequence[LeaveJob], people: Sequence[Person]) -> None:
        today, has_numbers = self.today, view.figures is not None
        self.choice.show_jobs(jobs, people, view.job.id)
        has_answer = has_numbers or not view.covered
        self.headline.setVisible(has_answer)
        if has_answer:
            self.headline.show_view(view, today)
        self.notes.show_view(view, today)
        self.assumed.show_view(view, today)
        self.papers.show_papers(view.papers, today, calm=self.parts.actions.read(is_over))
        self.log.show_view(view, today)
        self.year.setVisible(has_numbers)
        if has_numbers:
            self.year.show_view(view, today)
        self.compare.setVisible(has_numbers)
        self.log.paste.setVisible(has_numbers or not view.covered)
        self.what_if.setVisible(has_numbers and view.covered)
        self.states.setVisible(view.covered)  # else it stands above, where it helps
        self._order_keys()

    def _order_keys(self) -> None:
        """Lines come and go: Tab walks in the order of reading all the same."""
        parts = (self.assumed, self.notes, self.papers)
        stops = [self.assumed.button, *(each for part in parts for each in _stops(part)), self.log.search]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _show_empty(self) -> None:
        if self.empty is None:
            theme = self.parts.theme
            self.empty = EmptyState(
                theme,
                "briefcase",
                tr("Track your leave so you always know what is left"),
                tr(
                    "You need two things: your hours in a week and how your job counts the leave year. "
                    "Not sure? Start anyway, and change it later."
                ),
                button=tr("Set up my leave"),
            )
            self.empty.setMinimumHeight(theme.px(440))
            assert self.empty.button is not None, "made with one"
            self.empty.button.clicked.connect(self._set_up)
            self._column.insertWidget(0, self.empty, 10)
        self.empty.show()

    # What is wanted

    def new_time_off(self) -> None:
        """The empty form, or the five questions first."""
        if self.view is None:
            self._set_up()
        else:
            self.dialogs.log(self.view)

    def show_record(self, record_id: UUID) -> bool:
        """Go to an entry of the log by its id or by that of its visit; whether it is there."""
        found = self.log.stand_on(record_id) or (self._read_earlier() and self.log.stand_on(record_id))
        if found:
            self.sight_wanted.emit(self.log)
        return found

    def show_paper(self, paper_id: UUID) -> bool:
        """Go to a paper of leave in its job; one that has no line here is in the window of them all."""
        paper = self.parts.actions.read(partial(_paper, paper_id=paper_id))
        if paper is None:
            return False
        if self.view is None or self.view.job.id != paper.job_id:
            self._choose_job(paper.job_id)
        line = self.papers.stand_on(paper_id)
        if line is not None:
            self.sight_wanted.emit(line)
        else:
            self._with_view(partial(self.dialogs.papers, paper_id=paper_id))
        return True

    def log_for_visit(self, visit_id: UUID) -> None:
        """The form filled in for a visit, or the five questions while there is no job; nothing for another record."""
        if not self.parts.actions.read(partial(_is_visit, record_id=visit_id)):
            return
        if self.view is None:  # the tab was not seen yet
            self.reload()
        if self.view is None:
            self._set_up()
        else:
            self.dialogs.log(self.view, visit_id=visit_id)

    def _read_earlier(self, since: date = date.min) -> bool:
        """Read the log from an earlier day on; whether there was more of it."""
        had_all = self.view is None or not self.view.earlier_rows
        if had_all or (self._since is not None and since >= self._since):
            return False
        self._since = since
        self.reload()
        return True

    def _with_view(self, deed: Callable[[LeaveView], object], _checked: bool = False) -> None:  # Qt sends it
        if self.view is not None:
            deed(self.view)

    def _set_up(self) -> None:
        self.dialogs.set_up(self._begin)

    def _begin(self, job_id: UUID) -> None:
        self._choose_job(job_id)
        self.begun.emit()

    def _change_job(self) -> None:
        self._with_view(self.dialogs.change_job)

    def _read_all(self) -> None:
        self._read_earlier()

    def _choose_job(self, job_id: UUID) -> None:
        self._since = None
        self.parts.settings.keep(SHOWN_JOB, str(job_id))
        self.reload()

    def _confirm(self, facts: tuple[str, ...]) -> None:
        if self.view is not None:
            self.deeds.confirm(self.view.job, facts)

    def _edit(self, time_off: TimeOff) -> None:
        if self.view is not None:
            self.dialogs.edit(self.view, time_off)

    def _open_menu(self, time_off: TimeOff, at: QPoint) -> None:
        log_menu(time_off, self.deeds, self._edit, self.today, self).popup(at)

    def _open_day(self, day: date) -> None:
        """The entry of a day of the year."""
        if self.log.stand_on_day(day):
            self.sight_wanted.emit(self.log)


def _paper(work: UnitOfWork, *, paper_id: UUID) -> LeavePaper | None:
    return work.get(LeavePaper, paper_id)


def _is_visit(work: UnitOfWork, *, record_id: UUID) -> bool:
    return work.get(Appointment, record_id) is not None


def _stops(part: QWidget) -> list[QWidget]:
    """What of a part takes the keyboard, in the order of reading."""
    return [each for each in _deep(part) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _deep(widget: QWidget) -> Iterator[QWidget]:
    """All widgets of a layout, as it places them."""
    layout = widget.layout()
    return _inside(layout) if layout is not None else iter(())


def _inside(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
            yield from _deep(widget)
        elif inner is not None:
            yield from _inside(inner)
