"""When the family’s data can’t be opened: what is wrong in plain words, and three ways out of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.domain.problems import FileProblem
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from caregiver_app.ui.widgets.texts import Text, breakable
from caregiver_app.words import tr


class FileTrouble(Dialog):
    """Stands over the empty window until a file is open. `chosen` brings another file, `again` asks for a new try.

    Esc quits: with no file open there is nothing to lose.
    """

    WIDTH = 620
    chosen = Signal(object)  # Path
    again = Signal()
    quit = Signal()

    def __init__(self, parts: Parts, problem: FileProblem, where: str, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Your file did not open"), parent)
        theme = self.theme
        self.body.addWidget(Text(theme, problem.what, "strong"))
        if problem.what_to_do:
            self.body.addWidget(Text(theme, problem.what_to_do))
        if where:
            self.body.addWidget(Text(theme, breakable(where), "caption", ink="text2"))
        self.body.addStretch(1)
        self.quit_button = Button(theme, tr("Quit"), kind=QUIET)
        self.choose_button = Button(theme, tr("Choose another file…"), kind=PLAIN, icon="folder-open")
        self.again_button = Button(theme, tr("Try again"), kind=PRIMARY)
        self.foot.addWidget(self.quit_button)
        self.foot.addStretch(1)
        for button, deed in (
            (self.quit_button, self.reject),
            (self.choose_button, self.choose),
            (self.again_button, self.try_again),
        ):
            button.clicked.connect(deed)
        self.foot.addWidget(self.choose_button)
        self.foot.addWidget(self.again_button)
        self.again_button.setDefault(True)
        self.again_button.setFocus()

    def choose(self) -> None:
        """Ask for another file."""
        picker = QFileDialog(self, tr("Choose a file"), str(Path.home()))
        picker.setFileMode(QFileDialog.FileMode.ExistingFile)
        picker.setNameFilters([tr("Caregiver Organizer files (*.care)"), tr("All files (*)")])
        picker.fileSelected.connect(self._picked)
        picker.open()

    def try_again(self) -> None:
        """Open the same file once more."""
        self.accept()
        self.again.emit()

    def reject(self) -> None:
        """Leave the program."""
        super().reject()
        self.quit.emit()

    def _picked(self, file: str) -> None:
        self.accept()
        self.chosen.emit(Path(file))
