"""Reminds of papers when the program opens: one quiet line at the foot of the window, and no alarm."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from datetime import date

    from caregiver_app.storage.unit_of_work import UnitOfWork
    from caregiver_app.ui.main_window import MainWindow


def remind_of_papers(window: MainWindow) -> None:
    """Tell of the first paper that somebody wants to be reminded of, once its day is near."""
    actions = window.parts.actions
    sentences = actions.read(partial(_due, today=actions.clock.today()))
    if not sentences:
        return
    n = len(sentences) - 1
    more = ntr("And {n} more paper.", "And {n} more papers.", n).format(n=n) if n else ""
    window.notices.tell(f"{sentences[0]} {more}".strip(), tr("Open Leave"), partial(window.show_tab, "leave"))


def _due(work: UnitOfWork, *, today: date) -> list[str]:
    """The papers that are due in a week or sooner, in words, the first one first."""
    from caregiver_app.domain.leave.records import LeaveJob, LeavePaper

    if not work.where(LeavePaper, remind=True, done_on=None):
        return []
    from caregiver_app.domain.leave_names import paper_words, reminder_from
    from caregiver_app.services.leave.views import papers

    found = [
        running
        for job in work.where(LeaveJob, former=False)
        for running in papers(work, job=job)
        if running.paper.remind and running.paper.done_on is None
    ]
    near = [(each.deadline.due, paper_words(each, today)) for each in found if each.deadline.due is not None]
    return [words for due, words in sorted(near) if reminder_from(due) <= today]
