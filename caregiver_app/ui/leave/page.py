"""The Leave tab. Its head is there at once; the numbers come when the file is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.page import Page
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PRIMARY, Button
from caregiver_app.ui.widgets.page_header import PageHeader
from caregiver_app.ui.widgets.scrolling import PageOfWords, scroll_page
from caregiver_app.words import tr

if TYPE_CHECKING:
    from uuid import UUID

    from caregiver_app.domain.leave.answers import LeaveView
    from caregiver_app.domain.records import Record
    from caregiver_app.ui.leave.panel import LeavePanel


class LeavePage(Page):
    """How much family leave is left, and what it was used for."""

    sheet = "payform"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        theme = parts.theme
        self._panel: LeavePanel | None = None
        self.print_button = Button(theme, tr("Print"), icon="printer")
        self.log_button = Button(theme, tr("Log time off"), kind=PRIMARY, icon="plus")
        self.head = PageHeader(
            theme, tr("FMLA leave"), tr("Your family leave from work"), [self.print_button, self.log_button]
        )
        self._column, self._scrolling = scroll_page(theme, self, PageOfWords(), self.head)
        self.print_button.clicked.connect(self._print)
        self.log_button.clicked.connect(self._log_when_open)

    @property
    def shows(self) -> tuple[type[Record], ...]:  # type: ignore[override]
        """Kinds of records on this page; asked for only after something was saved."""
        from caregiver_app.ui.leave.panel import SHOWS

        return SHOWS

    @property
    def panel(self) -> LeavePanel:
        """The numbers and the log, built when they are first needed."""
        if self._panel is None:
            from caregiver_app.ui.leave.panel import LeavePanel

            self._panel = LeavePanel(self.parts)
            self._panel.shown.connect(self._shown)
            self._panel.begun.connect(self.log_button.setFocus)
            self._panel.sight_wanted.connect(self._scrolling.show_whole)
            self._column.addWidget(self._panel, 1)
        return self._panel

    def reload(self) -> None:
        self.panel.reload()

    def new_thing(self) -> None:
        self.panel.new_time_off()

    def find_text(self) -> None:
        self.panel.log.find_text()

    def go_back(self) -> None:
        self.panel.year.turn(-1)

    def go_on(self) -> None:
        self.panel.year.turn(1)

    def go_today(self) -> None:
        self.panel.year.turn(0)

    def show_record(self, record_id: UUID) -> None:
        """Go to an entry of the log, or to a paper; a visit without an entry opens the form for it."""
        self.parts.actions.when_open(partial(self._show_record, record_id))

    def _show_record(self, record_id: UUID) -> None:
        if not (self.panel.show_paper(record_id) or self.panel.show_record(record_id)):
            self.panel.log_for_visit(record_id)

    def _shown(self, view: LeaveView | None) -> None:
        """Who and where, below the title; before anything is set up, the one filled button is the page's."""
        self.log_button.setVisible(view is not None)
        if view is None:
            self.head.hint.setText(tr("Your family leave from work"))
        else:
            from caregiver_app.ui.leave.job_choice import job_name

            self.head.hint.setText(job_name(view.person.name, view.job))

    def _log_when_open(self) -> None:
        self.parts.actions.when_open(self.new_thing)

    def _print(self) -> None:
        about = self._panel.view.job.id if self._panel is not None and self._panel.view is not None else None
        self.print_wanted.emit(self.sheet, self.print_day(), about)
