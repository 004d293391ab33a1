"""Leave once the person cared for has died: papers stay where they are, without advice or a push."""

from __future__ import annotations

from functools import partial

from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import LeavePaper
from caregiver_app.domain.seasons import Season
from caregiver_app.services import leave, seasons
from caregiver_app.ui.leave.page import LeavePage
from caregiver_app.ui.leave.paper_lines import PaperLine
from caregiver_app.ui.widgets.texts import Text
from tests.stage import TODAY, Stage, spin


def said(line: PaperLine) -> str:
    """What a line says."""
    texts = " ".join(each.text() for each in line.findChildren(Text) if not each.isHidden())
    return f"{texts} {line.accessibleDescription()}".strip()


def test_a_paper_stays_listed_without_a_push(at_work: Stage, page: LeavePage) -> None:
    job = at_work.workspace.read(leave.jobs)[0]
    paper = LeavePaper(job_id=job.id, clock=Clock.CERTIFICATION_DUE, start=TODAY)
    at_work.parts.actions.run("Add", partial(leave.start_paper, paper=paper))
    spin()
    line = next(each for each in page.panel.papers.lines if each.paper == paper)
    assert "Ask the clinic now." in said(line) and line.remind_button.isVisible()
    now = at_work.workspace.clock.now()
    at_work.parts.actions.run("x", partial(seasons.change, season=Season.DIED, today=TODAY, now=now))
    spin()
    lines = page.panel.papers.lines
    assert paper in [each.paper for each in lines]
    assert all("clinic" not in said(each) and not each.remind_button.isVisible() for each in lines)
    page.show_record(paper.id)
    spin()
    focus = at_work.window.focusWidget()
    assert any(each.done_button is focus for each in lines)
    at_work.parts.actions.undo()
    spin()
    assert any("Ask the clinic now." in said(each) for each in page.panel.papers.lines)
