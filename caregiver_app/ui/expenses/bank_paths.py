"""Files from banks by their names: what is offered, and what may be dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

ENDINGS = (".csv", ".qfx", ".ofx", ".qif", ".qbo", ".tsv", ".txt")


def bank_path_of(mime: QMimeData, *, any_ending: bool = False) -> Path | None:
    """The file that is dragged here, if it is one of a bank; with `any_ending`, any file, to be told what it is."""
    for url in mime.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and (any_ending or path.suffix.casefold() in ENDINGS):
            return path
    return None
