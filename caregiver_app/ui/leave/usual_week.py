"""A usual week from a day on: the history of a schedule, one entry at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.leave.records import LeaveJob, WorkPattern
from caregiver_app.domain.spoken import day_words
from caregiver_app.services import leave
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.leave.week_fields import WeekFields, sunday_of
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class UsualWeekEditor(Editor):
    """A new usual week, or one that is kept. What was counted before its first day stays as it was."""

    WIDTH = 640

    def __init__(
        self, parts: Parts, job: LeaveJob, pattern: WorkPattern | None = None, parent: QWidget | None = None
    ) -> None:
        title = tr("Change a usual week") if pattern is not None else tr("A new usual week")
        super().__init__(parts, title, tr("Save usual week"), parent)
        self._job, self._before = job, pattern
        self._today = parts.actions.clock.today()
        hint = tr("Time off before its first day counts by the week you had then.")
        self.body.addWidget(Text(self.theme, hint, ink="text2"))
        self.first = LineEdit(day_words(pattern.first_day if pattern else self._today, with_year=True))
        self.add_field("first_day", Field(self.theme, tr("From which day on"), self.first))
        cycle = pattern.cycle_start if pattern is not None else sunday_of(self._today)
        self.week = WeekFields(self.theme, tr("The usual week"), cycle)
        if pattern is not None:
            self.week.show_weeks(pattern.weeks)
        self.fields |= self.week.fields
        self.body.addWidget(self.week)
        self.body.addStretch(1)
        self._cycle = cycle
        self.week.grown.connect(self.grow_soon)
        self.first.editingFinished.connect(self._first_left)

    def values(self) -> object:
        return self.first.text(), self.week.values()

    def save(self) -> bool:
        weeks = self.week.read()
        first_day = self._first_day(self.first.text())
        pattern = self._before or WorkPattern(
            job_id=self._job.id, first_day=first_day, cycle_start=self._cycle, weeks=weeks
        )
        pattern = replace(pattern, first_day=first_day, weeks=weeks)
        keep = partial(leave.save_pattern, pattern=pattern, before=self._before)
        return self.parts.actions.run(tr("Change the usual week"), keep)

    def refuse(self, name: str, sentence: str) -> None:
        """A day with more time off than work is told at the week."""
        super().refuse("week_kind" if name == "minutes" else name, sentence)

    def _first_day(self, text: str) -> date:
        return parse_day(text, self._today, "first_day")

    def _first_left(self) -> None:
        self.settle("first_day", self.first, self._understood)

    def _understood(self, text: str) -> str:
        return day_words(self._first_day(text), with_year=True)
