"""A year is being saved with its receipts: how far it is, and a way to stop it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.problems import FileProblem
from caregiver_app.services.expenses import exporting
from caregiver_app.services.expenses.exporting import YearFolder
from caregiver_app.services.long_work import Stopped
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.long_work import ProgressLine, Watch
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, Button
from caregiver_app.words import tr


class SavingYear(Dialog):
    """Closes when it is done; `saved` brings a YearFolder. Stopping leaves no file behind."""

    WIDTH = 480
    saved = Signal(object)

    def __init__(self, parts: Parts, year: int, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Save the year {year}").format(year=year), parent)
        self.progress = ProgressLine(self.theme)
        self.progress.begin(tr("Writing “{name}”…").format(name=path.name))
        self.body.addWidget(self.progress)
        self.body.addStretch(1)
        self.stop_button = Button(self.theme, tr("Stop"), kind=PLAIN)
        self.stop_button.clicked.connect(self.reject)
        self.foot.addStretch(1)
        self.foot.addWidget(self.stop_button)
        self._year, self._path = year, path
        self._watch: Watch | None = None

    def begin(self) -> None:
        """Open, and save."""
        watch = self._watch = Watch(self.parts.background)
        watch.moved.connect(self.progress.advance)
        workspace = self.parts.actions.workspace
        make = partial(exporting.save_year, workspace, year=self._year, path=self._path, progress=watch.tell)
        job = self.parts.background.run(make, done=self._done, failed=self._failed)
        job.finished.connect(watch.deleteLater)
        self.open()

    def _done(self, folder: YearFolder) -> None:
        self._watch = None
        self.accept()
        self.saved.emit(folder)

    def _failed(self, problem: FileProblem) -> None:
        self._watch = None
        super().reject()
        if isinstance(problem, Stopped):
            self.parts.actions.told.emit(tr("Stopped. Nothing was saved."))
        else:
            self.parts.actions.problem.emit(problem)

    def reject(self) -> None:
        """Stop; it closes when the work has ended."""
        if self._watch is None:
            super().reject()
            return
        self._watch.stop()
        self.progress.words.setText(tr("Stopping…"))
        self.stop_button.setEnabled(False)
