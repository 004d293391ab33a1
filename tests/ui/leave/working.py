"""Somebody at work with leave in a real file: a rolling year, 40 hours a week, some days taken, one planned."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.records import LeaveJob, TimeOff, WorkPattern, YearKnown
from caregiver_app.domain.people import Person, Role
from caregiver_app.services import leave, people
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file
from caregiver_app.ui.actions import Actions
from caregiver_app.ui.background import Background
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.settings import Settings
from caregiver_app.ui.theme import Theme
from tests.stage import spin

D = TypeVar("D", bound=QWidget)

TODAY = date(2026, 11, 22)
DANA = Person(name="Dana Rivers", role=Role.CAREGIVER)
JOB = LeaveJob(
    person_id=DANA.id,
    employer="Lakeside School District",
    known=YearKnown.TOLD,
    method=Method.ROLLING,
    relation=Relation.PARENT,
    hired_on=date(2020, 1, 6),
)
WEEK = WorkPattern(
    job_id=JOB.id,
    first_day=date(2020, 1, 5),
    cycle_start=date(2020, 1, 5),
    weeks=((0, 480, 480, 480, 480, 480, 0),),
)
LOG = (
    TimeOff(job_id=JOB.id, first=date(2025, 12, 3), last=date(2025, 12, 3)),
    TimeOff(job_id=JOB.id, first=date(2026, 3, 2), last=date(2026, 4, 24)),  # eight weeks
    TimeOff(job_id=JOB.id, first=date(2026, 11, 3), last=date(2026, 11, 3), minutes=240),
    TimeOff(job_id=JOB.id, first=date(2026, 11, 5), last=date(2026, 11, 5)),
    TimeOff(job_id=JOB.id, first=date(2026, 12, 1), last=date(2026, 12, 1), planned=True),
)


@dataclass
class Working:
    """The open file with what dialogs are given; `window` stands behind them."""

    parts: Parts
    workspace: Workspace
    window: QWidget

    def view(self) -> LeaveView:
        """What the Leave tab shows."""
        return self.workspace.read(partial(leave.view, job_id=JOB.id, today=TODAY))

    def show(self, dialog: D) -> D:
        """Show a dialog."""
        dialog.show()
        dialog.activateWindow()
        QApplication.processEvents()
        return dialog


@contextmanager
def at_work(folder: Path, theme: Theme, job: LeaveJob = JOB) -> Iterator[Working]:
    """Dana at work, with leave taken and planned."""
    workspace = Workspace(open_file(folder / "family.care"), Clock(TODAY))
    workspace.write(partial(people.add_all, people=[DANA]))
    workspace.write(partial(leave.set_up, job=job, pattern=WEEK))
    workspace.write(partial(leave.log, entries=LOG))
    parts = Parts(theme, Actions(), Background(), Settings(remember=False))
    parts.actions.opened(workspace)
    made = Working(parts, workspace, QWidget())
    yield made
    made.window.deleteLater()  # with all that stands over it
    spin(2)
    parts.background.finish()
    workspace.close()


def harm(file: Path) -> None:
    """Put into the log what the program never wrote."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE time_off SET reason = 'nothing'")
        connection.commit()


def shown(dialog: QWidget) -> str:
    """All words that stand there."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
