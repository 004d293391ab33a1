"""Reminders of papers: one quiet line when the program opens, from a week before their day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import LeaveJob, LeavePaper
from caregiver_app.services import leave
from caregiver_app.services.workspace import Clock as Today
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.database import open_file
from caregiver_app.ui.theme import Theme
from tests import stage as stages
from tests.stage import TODAY, spin

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

DUE = date(2026, 11, 29)


def only(work: UnitOfWork, *, paper: LeavePaper) -> None:
    """Keep this paper and no other."""
    for each in work.all(LeavePaper):
        work.remove(each)
    leave.start_paper(work, paper=replace(paper, job_id=work.all(LeaveJob)[0].id))


@pytest.mark.parametrize(
    ("due", "remind", "said"),
    [
        (DUE, True, "Your doctor form (certification) is due at work by Nov 29."),
        (DUE + timedelta(1), True, ""),
        (DUE, False, ""),
    ],
)
def test_a_paper_is_told_of_when_the_program_opens(
    theme: Theme, tmp_path: Path, due: date, remind: bool, said: str
) -> None:
    path = stages.file_of("leave", tmp_path)
    paper = LeavePaper(job_id=UUID(int=0), clock=Clock.CERTIFICATION_DUE, start=due - timedelta(15), remind=remind)
    workspace = Workspace(open_file(path), Today(TODAY))
    workspace.write(partial(only, paper=paper))
    workspace.close()
    stage = stages.open_stage(theme, path)
    stage.show(1280, 900)
    spin()
    assert stage.window.notices.text() == said
    stage.close()
