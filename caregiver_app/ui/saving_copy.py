"""File > Save a copy of the file: a whole, safe copy at a place of the person's choice."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from caregiver_app.ui.parts import Parts
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.ui.main_window import MainWindow


def save_copy(parts: Parts, window: MainWindow) -> None:
    """Ask where, copy in the background, and say how it went."""
    workspace = parts.actions.workspace
    name = tr("Caregiver Organizer copy {day}.care").format(day=workspace.clock.today().isoformat())
    chosen, _ = QFileDialog.getSaveFileName(window, tr("Save a copy of the file"), str(Path.home() / name))
    if chosen:
        parts.background.run(
            partial(workspace.copy_to, Path(chosen)),
            done=partial(_saved, window, Path(chosen)),
            failed=window.show_problem,
        )


def _saved(window: MainWindow, path: Path, _result: object) -> None:
    window.notices.tell(tr("Saved a copy as {name}.").format(name=path.name))
