"""The dialogs that answer questions about leave, over the made-up family’s job."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.papers import Clock
from caregiver_app.services import leave
from caregiver_app.ui.leave.compare import CompareDialog
from caregiver_app.ui.leave.eligibility import EligibilityDialog
from caregiver_app.ui.leave.papers import PapersDialog
from caregiver_app.ui.leave.states import StatesDialog
from caregiver_app.ui.leave.what_if import WhatIfDialog
from tests.leave_family import fill
from tests.stage import TODAY, Stage, spin

PATIENCE = 10_000
HR = "Date\tHours\n11/2/2026\t8\n11/9/2026\t8\nNov 10: 4 hours"


def view_of(stage: Stage) -> LeaveView:
    """The job of the stage."""
    if not stage.workspace.read(leave.jobs):  # a file without a job
        stage.workspace.write(fill)
    job = stage.workspace.read(leave.jobs)[0]
    return stage.workspace.read(partial(leave.view, job_id=job.id, today=TODAY))


def _wait(ready: Callable[[], bool]) -> None:
    patience = QDeadlineTimer(PATIENCE)
    while not ready() and not patience.hasExpired():
        spin(1)


def _what_if(stage: Stage) -> QWidget:
    return WhatIfDialog(stage.parts, view_of(stage), stage.window)


def _what_if_answered(stage: Stage) -> QWidget:
    form = WhatIfDialog(stage.parts, view_of(stage), stage.window)
    form.day.setText("Dec 15")
    form.plan.setText("every other Friday through June")
    form.weeks.setText("6 weeks")
    for look in (form.look_at_day, form.look_at_plan, form.look_at_weeks):
        look()
    _wait(lambda: not form.is_waiting)
    form.fold.open()
    return form


def _what_if_wrong(stage: Stage) -> QWidget:
    form = WhatIfDialog(stage.parts, view_of(stage), stage.window)
    form.day.setText("someday")
    form.plan.setText("now and then")
    form.look_at_day()
    form.look_at_plan()
    return form


def _comparing(stage: Stage) -> QWidget:
    form = CompareDialog(stage.parts, view_of(stage), stage.window)
    form.lines.setPlainText(HR)
    form.look()
    _wait(lambda: not form.is_waiting)
    return form


def _comparing_wrong(stage: Stage) -> QWidget:
    form = CompareDialog(stage.parts, view_of(stage), stage.window)
    form.lines.setPlainText("Nov 3, eight or so")
    form.look()
    return form


def _papers(clock: Clock, stage: Stage) -> QWidget:
    form = PapersDialog(stage.parts, view_of(stage), stage.window)
    form.what.choose(clock)
    return form


def _states(state: str, relation: Relation | None, stage: Stage) -> QWidget:
    form = StatesDialog(stage.parts, view_of(stage), stage.window)
    form.state.choose(state)
    form.relation.choose(relation)
    return form


def _eligibility(stage: Stage) -> QWidget:
    form = EligibilityDialog(stage.parts, view_of(stage), stage.window)
    form.hours.setText("1,100")
    return form


LEAVE_ANSWER_SCREENS: tuple[tuple[str, Callable[[Stage], QWidget]], ...] = (
    ("what if", _what_if),
    ("what if, answered", _what_if_answered),
    ("what if, wrong", _what_if_wrong),
    ("compare with HR", _comparing),
    ("compare with HR, wrong", _comparing_wrong),
    ("papers and dates", partial(_papers, Clock.RECERTIFICATION)),
    ("papers and dates, health plan", partial(_papers, Clock.PREMIUM_STOP)),
    ("state programs", partial(_states, "", None)),
    ("state programs, a state", partial(_states, "RI", Relation.PARENT)),
    ("state programs, a sister", partial(_states, "MD", Relation.SIBLING)),
    ("does FMLA cover me", _eligibility),
)
