"""Asks where the PDF or the table goes, beginning in the folder of the last time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.ui.settings import Settings
from caregiver_app.words import tr


class SaveDialog(QFileDialog):
    """The computer's own dialog. `picked` brings the path; an existing file is asked about first."""

    picked = Signal(object)

    def __init__(self, settings: Settings, name: str, parent: QWidget | None = None, *, table: bool = False) -> None:
        super().__init__(parent, tr("Save as a table") if table else tr("Save as PDF"))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilter(tr("Tables (*.csv)") if table else tr("PDF files (*.pdf)"))
        self.setDefaultSuffix("csv" if table else "pdf")
        self.setDirectory(_folder(settings))
        self.selectFile(name)
        self.fileSelected.connect(self._selected)

    def _selected(self, path: str) -> None:
        self.picked.emit(Path(path))


def _folder(settings: Settings) -> str:
    last = settings.text("save folder")
    if last and Path(last).is_dir():
        return last
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
