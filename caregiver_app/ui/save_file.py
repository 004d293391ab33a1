"""Asks where a file goes, beginning in the folder of the last time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.ui.settings import Settings

FOLDER = "save folder"


class SaveFile(QFileDialog):
    """The computer's own dialog. `picked` brings the path; an existing file is asked about first.

    `kinds` are words with a pattern, such as “Tables (*.csv)”; a name that is typed without an ending gets the one of
    `name`.
    """

    picked = Signal(object)

    def __init__(
        self, settings: Settings, title: str, name: str, kinds: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilter(kinds)
        self.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        last = settings.text(FOLDER)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.setDirectory(last if last and Path(last).is_dir() else documents)
        self.selectFile(name)
        self.fileSelected.connect(self._selected)

    def _selected(self, path: str) -> None:
        self.picked.emit(Path(path))
