"""Asks where the PDF or the table goes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.save_file import SaveFile
from caregiver_app.ui.settings import Settings
from caregiver_app.words import tr


class SaveDialog(SaveFile):
    """Asks where a sheet goes, as a PDF or, with `table`, for a spreadsheet."""

    def __init__(self, settings: Settings, name: str, parent: QWidget | None = None, *, table: bool = False) -> None:
        title = tr("Save as a table") if table else tr("Save as PDF")
        super().__init__(settings, title, name, tr("Tables (*.csv)") if table else tr("PDF files (*.pdf)"), parent)
