"""Each kind of reminder comes from what the family keeps, and Open goes there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import LeaveJob, LeavePaper
from caregiver_app.domain.reminders import About, Due, ReminderRules
from caregiver_app.services import leave, reminding
from caregiver_app.ui.theme import Theme
from tests import stage as stages
from tests.stage import TODAY, Stage
from tests.ui.reminders.conftest import Watched

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork


@pytest.fixture
def all_kinds(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Watched]:
    """A family with a job and its papers; everything is told."""
    stage = stages.open_stage(theme, stages.file_of("leave", tmp_path))
    stage.show(1280, 900)
    watched = Watched(stage, qtbot)
    stage.workspace.write(lambda work: work.put(ReminderRules()))
    yield watched
    watched.desk.close()
    stage.close()


def only(work: UnitOfWork, *, paper: LeavePaper) -> None:
    """Keep this paper and no other."""
    for each in work.all(LeavePaper):
        work.remove(each)
    leave.start_paper(work, paper=replace(paper, job_id=work.all(LeaveJob)[0].id))


def test_a_paper_is_told_of_on_its_day_without_its_name_and_opens_leave(qtbot: QtBot, all_kinds: Watched) -> None:
    paper = LeavePaper(job_id=UUID(int=0), clock=Clock.CERTIFICATION_DUE, start=TODAY - timedelta(14), remind=True)
    all_kinds.stage.workspace.write(partial(only, paper=paper))
    all_kinds.after(days=1)
    papers = [due for due in all_kinds.desk.waiting if due.about is About.LEAVE]
    assert len(papers) == 1
    assert "certification" not in papers[0].title + papers[0].detail
    all_kinds.stage.window.show_tab("tasks")
    all_kinds.desk.open_due(papers[0])
    assert all_kinds.stage.window.windowTitle().startswith("Leave")
    qtbot.waitUntil(lambda: papers[0] not in all_kinds.desk.waiting)


def first(stage: Stage, about: About) -> Due:
    """The first reminder of a kind in the coming weeks."""
    dues = stage.workspace.read(partial(reminding.dues, first=TODAY, last=TODAY + timedelta(30)))
    return next(due for due in dues if due.about is about)


@pytest.mark.parametrize(("about", "title"), [(About.TASK, "Tasks"), (About.RIDE, "Rides"), (About.CLAIM, "Expenses")])
def test_open_goes_to_where_it_is_kept(all_kinds: Watched, about: About, title: str, spin: Callable[..., None]) -> None:
    all_kinds.stage.window.show_tab("leave")
    all_kinds.desk.open_due(first(all_kinds.stage, about))
    spin()
    assert all_kinds.stage.window.windowTitle().startswith(title)
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
    spin()
