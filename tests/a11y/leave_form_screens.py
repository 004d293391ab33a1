"""The forms about leave, over the made-up family’s file: the set-up, a job, time off, a paste."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.records import YearKnown
from caregiver_app.services import leave
from caregiver_app.ui.leave.job_editor import JobEditor
from caregiver_app.ui.leave.method_change import MethodChangeDialog
from caregiver_app.ui.leave.paste import PasteDialog
from caregiver_app.ui.leave.setup import SOMEBODY_NEW, SetUpDialog
from caregiver_app.ui.leave.time_off import TimeOffEditor
from caregiver_app.ui.leave.usual_week import UsualWeekEditor
from caregiver_app.ui.leave.week_fields import WeekKind
from caregiver_app.ui.leave.year_fields import FIXED
from tests.leave_family import fill
from tests.stage import TODAY, Stage, spin

if TYPE_CHECKING:
    pass


PASTED = """Date\tHours\tReason\tPaid
6/2/2026\t8\tAppointment\tPTO
2026-06-04\t7.5\tcare\tsick
26 Jun 2026\t4:30\tdrove her home\tunpaid
6/9/2026\t26
Jul 6\t8"""


def _set_up(stage: Stage) -> QWidget:
    return SetUpDialog(stage.parts, parent=stage.window)


def _set_up_answered(stage: Stage) -> QWidget:
    """Every question with the answer that takes the most room."""
    form = SetUpDialog(stage.parts, parent=stage.window)
    form.person.choose(SOMEBODY_NEW)
    form.week.kind.choose(WeekKind.EACH)
    form.year.choice.choose(FIXED)
    form.relation.choose(Relation.SIBLING)
    form.since.setEditText("Mar 2 2026")
    form.since.line.editingFinished.emit()
    return form


def _set_up_wrong(stage: Stage) -> QWidget:
    form = SetUpDialog(stage.parts, parent=stage.window)
    form.week.line.setText("26 hours, Mon-Fri")
    form.show()
    spin()
    form.try_to_save()
    return form


def leave_view(stage: Stage) -> LeaveView:
    """The job of the made-up family, with its log; both are made where there are none."""
    if not stage.workspace.read(leave.jobs):
        stage.workspace.write(fill)
    job = stage.workspace.read(leave.jobs)[0]
    return stage.workspace.read(partial(leave.view, job_id=job.id, today=TODAY))


def _log(days: str, stage: Stage) -> QWidget:
    form = TimeOffEditor(stage.parts, leave_view(stage), parent=stage.window)
    form.days.setEditText(days)
    form.look()
    return form


def _log_wrong(stage: Stage) -> QWidget:
    form = TimeOffEditor(stage.parts, leave_view(stage), parent=stage.window)
    form.days.setEditText("nov 24")
    form.hours.setEditText("26 hours")
    form.show()
    spin()
    form.try_to_save()
    return form


def _logged(stage: Stage) -> QWidget:
    view = leave_view(stage)
    return TimeOffEditor(stage.parts, view, view.rows[-1].time_off, parent=stage.window)


def _job(folds: bool, stage: Stage) -> QWidget:
    form = JobEditor(stage.parts, leave_view(stage), stage.window)
    for fold in form.folds if folds else ():
        fold.open()
    return form


def _usual_week(stage: Stage) -> QWidget:
    form = UsualWeekEditor(stage.parts, leave_view(stage).job, parent=stage.window)
    form.week.kind.choose(WeekKind.TURNS)
    form.week.turns.setPlainText("9 hours, Mon-Thu; 8 hours, Fri\n9 hours, Mon-Thu")
    return form


def _method_change(stage: Stage) -> QWidget:
    job = replace(leave_view(stage).job, known=YearKnown.TOLD, method=Method.CALENDAR)
    return MethodChangeDialog(stage.parts, job, stage.window)


def _paste(text: str, stage: Stage) -> QWidget:
    form = PasteDialog(stage.parts, leave_view(stage), stage.window)
    form.box.setPlainText(text)
    form.look()
    return form


LEAVE_FORM_SCREENS: tuple[tuple[str, Callable[[Stage], QWidget]], ...] = (
    ("set up leave", _set_up),
    ("set up leave, answered", _set_up_answered),
    ("set up leave, wrong", _set_up_wrong),
    ("log time off", partial(_log, "nov 30")),
    ("log time off, past what is left", partial(_log, "jan 4 to jun 30")),
    ("log time off, wrong", _log_wrong),
    ("change time off", _logged),
    ("job of leave", partial(_job, False)),
    ("job of leave, all open", partial(_job, True)),
    ("usual week", _usual_week),
    ("change of the leave year", _method_change),
    ("paste time off", partial(_paste, "")),
    ("paste time off, read", partial(_paste, PASTED)),
)
