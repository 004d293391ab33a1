"""Opens a calendar file that a clinic sent: chosen in the menu, or dropped on the visits."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.ui.parts import Parts
from caregiver_app.words import tr


def ics_path_of(mime: QMimeData) -> Path | None:
    """The calendar file that is dragged here, if it is one."""
    for url in mime.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.casefold() in (".ics", ".ical", ".ifb", ".vcs"):
            return path
    return None


def choose_file(parts: Parts, parent: QWidget) -> QFileDialog:
    """Ask for a calendar file and show what it would bring."""
    downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    dialog = QFileDialog(parent, tr("Bring in a calendar file"), downloads, tr("Calendar files (*.ics *.vcs)"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(partial(open_file, parts, parent))
    dialog.open()
    return dialog


def open_file(parts: Parts, parent: QWidget, path: str | Path) -> None:
    """Show what a calendar file would bring."""
    from caregiver_app.ui.rides.incoming import IncomingDialog

    IncomingDialog(parts, Path(path), parent).open()
