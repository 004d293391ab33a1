"""Whose leave, and at which employer: shown only where there are several."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.leave.records import LeaveJob
from caregiver_app.domain.people import Person
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox, Field
from caregiver_app.words import tr


class JobChoice(QWidget):
    """`chosen` brings the id of a job."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ComboBox(theme)
        self.box.setMaximumWidth(theme.px(420))
        self.box.activated.connect(self._chosen)
        self._shown: tuple[tuple[str, UUID], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.addWidget(Field(theme, tr("Whose leave"), self.box))

    def show_jobs(self, jobs: Sequence[LeaveJob], people: Sequence[Person], job_id: UUID) -> None:
        """Offer the jobs; one alone is no choice."""
        names = {person.id: person.name for person in people}
        shown = tuple((job_name(names.get(job.person_id, ""), job), job.id) for job in jobs)
        if shown != self._shown:
            self._shown = shown
            self.box.clear()
            for words, each in shown:
                self.box.add(words, each)
        self.box.choose(job_id)
        self.setVisible(len(jobs) > 1)

    def _chosen(self) -> None:
        self.chosen.emit(self.box.value())


def job_name(person: str, job: LeaveJob) -> str:
    """“Dana Ortiz, Lakeside School District”."""
    return tr(", ").join(" ".join(part.split()) for part in (person, job.employer) if part.strip()) or tr("My job")
