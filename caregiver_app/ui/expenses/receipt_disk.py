"""Files of receipts on this computer: asked for, and a receipt saved as it was given."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from caregiver_app.domain.problems import FileProblem, InvalidEntry
from caregiver_app.services.expenses.receipts import ENDINGS
from caregiver_app.services.saving import save_file
from caregiver_app.ui.expenses.receipt_piece import Piece
from caregiver_app.ui.parts import Parts
from caregiver_app.words import tr

FOLDER = "receipts folder"
Tell = Callable[[str], object]


def ask_for_receipts(parts: Parts, parent: QWidget) -> list[Path]:
    """Files that a person chooses, where they chose them the last time; none when they change their mind."""
    endings = " ".join(f"*{ending} *{ending.upper()}" for ending in ENDINGS)
    folder = parts.settings.text(FOLDER)
    chosen, _ = QFileDialog.getOpenFileNames(
        parent,
        tr("Choose photos or PDFs of receipts"),
        folder if folder and Path(folder).is_dir() else str(Path.home()),
        tr("Photos and PDFs ({endings})").format(endings=endings),
    )
    if chosen:
        parts.settings.keep(FOLDER, str(Path(chosen[0]).parent))
    return [Path(each) for each in chosen]


def save_receipt(parts: Parts, piece: Piece, parent: QWidget, tell: Tell) -> None:
    """Ask where to, and save the file as it was given; `tell` says how it went."""
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save a copy of the receipt"), str(Path.home() / piece.name))
    if chosen:
        save_receipt_to(parts, piece, Path(chosen), parent, tell)


def save_receipt_to(parts: Parts, piece: Piece, path: Path, parent: QWidget, tell: Tell) -> None:
    """The same, at a place that is known."""
    try:
        content = piece.content(parts.actions)
    except InvalidEntry as problem:
        tell(problem.message)
        return
    saved = tr("Saved as {name}.").format(name=path.name)
    parts.background.run(
        partial(save_file, path, content),
        done=partial(_saved, parent, tell, saved),
        failed=partial(_not_saved, parent, tell),
    )


def _saved(parent: QWidget, tell: Tell, sentence: str, _result: object) -> None:
    if isValid(parent):
        tell(sentence)


def _not_saved(parent: QWidget, tell: Tell, problem: FileProblem) -> None:
    if isValid(parent):
        tell(str(problem))
