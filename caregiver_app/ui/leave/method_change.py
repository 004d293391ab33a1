"""The job goes over to another way of counting the year: told everybody on one day, in force from another on."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.leave.methods import CHANGE_NOTICE
from caregiver_app.domain.leave.records import LeaveJob, YearKnown
from caregiver_app.domain.leave_names import method_words
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words
from caregiver_app.services import leave
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.leave.year_fields import YearFields
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class MethodChangeDialog(Editor):
    """Asks for the new way, the day everybody was told, and the day it starts: 60 days later at least."""

    WIDTH = 620

    def __init__(self, parts: Parts, job: LeaveJob, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("A new way to count the year"), tr("Save the change"), parent)
        self._job = job
        self._today = parts.actions.clock.today()
        now = tr("Now: {words}. For 12 months after a change, the better of the two counts for you.")
        self.body.addWidget(Text(self.theme, now.format(words=method_words(job.method, job.fixed_start)), ink="text2"))
        self.year = YearFields(self.theme, tr("The new way"), year=(YearKnown.TOLD, job.method))
        self.fields |= self.year.fields
        self.body.addWidget(self.year)
        self.notice = LineEdit(self._shown(self._today))
        self.effective = LineEdit(self._shown(self._today + CHANGE_NOTICE))
        row = {
            "notice": Field(self.theme, tr("The job told everybody on"), self.notice),
            "effective": Field(
                self.theme, tr("It starts on"), self.effective, help_text=tr("At least 60 days after the notice.")
            ),
        }
        self.fields |= row
        self.body.addWidget(Beside(self.theme, 24, list(row.values())))
        self.body.addStretch(1)
        self.year.changed.connect(self.grow_soon)
        for name, line in (("notice", self.notice), ("effective", self.effective)):
            line.editingFinished.connect(partial(self._left, name, line))

    @staticmethod
    def _shown(day: date) -> str:
        return day_words(day, with_year=True)

    def values(self) -> object:
        return self.year.values(), self.notice.text(), self.effective.text()

    def save(self) -> bool:
        _, method = self.year.year()
        if method is None:
            raise InvalidEntry("method", tr("Choose the new way."))
        notice = parse_day(self.notice.text(), self._today, "notice")
        change = partial(
            leave.change_method,
            job=self._job,
            method=method,
            fixed_start=self.year.fixed_start(),
            notice=notice,
            effective=parse_day(self.effective.text(), max(notice, self._today), "effective"),
        )
        return self.parts.actions.run(tr("Change how the year is counted"), change)

    def _left(self, name: str, line: QLineEdit) -> None:
        self.settle(name, line, partial(self._understood, name))

    def _understood(self, name: str, text: str) -> str:
        return self._shown(parse_day(text, self._today, name))
