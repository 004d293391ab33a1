"""The way to one paper of leave, from a line of another tab that names it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from uuid import uuid4

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import LeaveJob, LeavePaper
from caregiver_app.services import leave
from caregiver_app.services.people import everybody
from caregiver_app.ui.leave.page import LeavePage
from caregiver_app.ui.leave.papers import PapersDialog
from caregiver_app.ui.today.page import TodayPage
from tests.leave_family import school_job, usual_week
from tests.stage import TODAY, Stage, spin


def begin(stage: Stage, job: LeaveJob, days_ago: int) -> LeavePaper:
    """Start a paper of a job."""
    start = TODAY - timedelta(days_ago)
    paper = LeavePaper(id=uuid4(), job_id=job.id, clock=Clock.CERTIFICATION_DUE, start=start)
    assert stage.parts.actions.run("Add", partial(leave.start_paper, paper=paper))
    spin()
    return paper


def test_a_paper_that_is_due_leads_from_today_to_its_line(at_work: Stage, qtbot: QtBot) -> None:
    at_work.show(1280, 900)
    paper = begin(at_work, at_work.workspace.read(leave.jobs)[0], 14)
    today = at_work.window.page
    assert isinstance(today, TodayPage)
    qtbot.waitUntil(lambda: today.panel.side is not None and len(today.panel.side.due.lines) > 1)
    assert today.panel.side is not None
    today.panel.side.due.lines[0].opened.emit()
    spin()
    page = at_work.window.page
    assert isinstance(page, LeavePage)
    line = next(each for each in page.panel.papers.lines if each.isAncestorOf(at_work.window.focusWidget()))
    assert line.paper == paper
    assert not line.visibleRegion().isEmpty()


def test_a_paper_that_has_no_line_is_in_the_window_of_all_papers(at_work: Stage, page: LeavePage) -> None:
    job = at_work.workspace.read(leave.jobs)[0]
    paper = [begin(at_work, job, days_ago) for days_ago in (3, 2, 1, 0)][-1]
    page.show_record(paper.id)
    spin()
    form = QApplication.activeModalWidget()
    assert isinstance(form, PapersDialog)
    row = next(each for each in form.rows if each.isAncestorOf(form.focusWidget()))
    assert row.paper.id == paper.id
    form.reject()


def test_a_paper_of_another_job_shows_that_job(at_work: Stage, page: LeavePage) -> None:
    me = at_work.workspace.read(everybody)[0]
    other = school_job(me, employer="Corner Bakery")
    assert at_work.parts.actions.run("Add", partial(leave.set_up, job=other, pattern=usual_week(other)))
    paper = begin(at_work, other, 1)
    page.show_record(paper.id)
    spin()
    assert page.panel.view is not None
    assert page.panel.view.job.id == other.id
    assert paper in [each.paper for each in page.panel.papers.lines if each.isAncestorOf(at_work.window.focusWidget())]
