"""Opens the dialogs of the Leave tab, each imported when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.records import TimeOff
from caregiver_app.ui.parts import Parts


class LeaveDialogs:
    """Every dialog belongs to one widget and is modal to its window."""

    def __init__(self, parts: Parts, parent: QWidget) -> None:
        self._parts = parts
        self._parent = parent

    def set_up(self, started: Callable[[UUID], object]) -> None:
        """The five questions, for a first or another job; `started` gets the id of what was set up."""
        from caregiver_app.ui.leave.setup import SetUpDialog

        dialog = SetUpDialog(self._parts, self._parent)
        dialog.started.connect(started)
        dialog.open()

    def change_job(self, view: LeaveView) -> None:
        """All that is known of a job."""
        from caregiver_app.ui.leave.job_editor import JobEditor

        JobEditor(self._parts, view, self._parent).open()

    def log(self, view: LeaveView, *, visit_id: UUID | None = None) -> None:
        """The empty form, or the one for a visit."""
        from caregiver_app.ui.leave.time_off import TimeOffEditor

        TimeOffEditor(self._parts, view, visit_id=visit_id, parent=self._parent).open()

    def edit(self, view: LeaveView, time_off: TimeOff) -> None:
        """The form of one entry."""
        from caregiver_app.ui.leave.time_off import TimeOffEditor

        TimeOffEditor(self._parts, view, time_off=time_off, parent=self._parent).open()

    def what_if(self, view: LeaveView) -> None:
        """What would be left on a date, or after a plan."""
        from caregiver_app.ui.leave.what_if import WhatIfDialog

        WhatIfDialog(self._parts, view, self._parent).open()

    def compare(self, view: LeaveView) -> None:
        """The employer's count beside one's own."""
        from caregiver_app.ui.leave.compare import CompareDialog

        CompareDialog(self._parts, view, self._parent).open()

    def papers(self, view: LeaveView, *, paper_id: UUID | None = None) -> None:
        """All papers with their clocks; the keyboard is on the one that is asked for."""
        from caregiver_app.ui.leave.papers import PapersDialog

        dialog = PapersDialog(self._parts, view, self._parent)
        dialog.open()
        if paper_id is not None:
            dialog.stand_on(paper_id)

    def states(self, view: LeaveView) -> None:
        """State programs that may pay at the same time."""
        from caregiver_app.ui.leave.states import StatesDialog

        StatesDialog(self._parts, view, self._parent).open()

    def eligibility(self, view: LeaveView) -> None:
        """The three tests of FMLA."""
        from caregiver_app.ui.leave.eligibility import EligibilityDialog

        EligibilityDialog(self._parts, view, self._parent).open()

    def paste(self, view: LeaveView) -> None:
        """Entries out of a spreadsheet."""
        from caregiver_app.ui.leave.paste import PasteDialog

        PasteDialog(self._parts, view, self._parent).open()
