"""The last change of the way a job counts its leave year: what changes when, and a way to take it back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.days import YearRule
from caregiver_app.domain.leave.records import MethodChanged
from caregiver_app.domain.leave_names import day_near, method_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, Button
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


def coming_change(view: LeaveView, today: date) -> MethodChanged | None:
    """The change that is still to come; None without one."""
    return next((change for change in view.changes if change.effective > today), None)


def rule_before(change: MethodChanged) -> YearRule:
    """What holds until a change."""
    return YearRule(method=change.old_method, fixed_start=change.old_fixed_start)


class LastChange(QWidget):
    """One sentence and `back`; gone while nothing changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = Text(theme, "", ink="text2")
        self.back = Button(theme, tr("Take this change back"), kind=PLAIN, icon="undo-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(8))
        column.addWidget(self.words)
        column.addWidget(Flow(theme.px(8), [self.back]))

    def show_change(self, view: LeaveView, today: date) -> None:
        """Show the last change of a job."""
        self.setVisible(bool(view.changes))
        if view.changes:
            self.words.setText(_words(view, view.changes[-1], today))


def _words(view: LeaveView, last: MethodChanged, today: date) -> str:
    day = day_near(last.effective, today)
    if last.effective > today:
        new = method_words(view.job.method, view.job.fixed_start)
        return tr("From {day} on the job counts it another way: {words}.").format(day=day, words=new)
    old = method_words(last.old_method, last.old_fixed_start)
    return tr("The job has counted it this way since {day}. Before: {words}.").format(day=day, words=old)
