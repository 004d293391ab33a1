"""What a bank's file brings: the dialog before a file, with lines, with a question, with the reason for nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.expenses.bring_in import BringInDialog
from caregiver_app.ui.expenses.saving_year import SavingYear
from tests.stage import Stage

SAMPLES = Path(__file__).parents[1] / "data" / "bank"
PATIENCE = 10_000


def _bank_file(name: str, stage: Stage) -> QWidget:
    dialog = BringInDialog(stage.parts, SAMPLES / name if name else None, stage.window)
    if name:
        read = QEventLoop()
        dialog.was_read.connect(read.quit)
        QTimer.singleShot(PATIENCE, read.quit)
        read.exec()
    return dialog


def _saving_year(stage: Stage) -> QWidget:
    dialog = SavingYear(stage.parts, 2026, Path("Expenses 2026.zip"), stage.window)
    dialog.progress.advance(3, 12)
    return dialog


BANK_SCREENS: tuple[tuple[str, Callable[[Stage], QWidget]], ...] = (
    ("bank file, none yet", partial(_bank_file, "")),
    ("bank file", partial(_bank_file, "02 card, sale and payment.csv")),
    ("bank file, some refused", partial(_bank_file, "22 quotes left open.csv")),
    ("bank file, days to ask", partial(_bank_file, "20 days that fit both ways.csv")),
    ("bank file, columns to ask", partial(_bank_file, "25 names that tell nothing.csv")),
    ("bank file, nothing in it", partial(_bank_file, "33 a web page.csv")),
    ("saving a year", _saving_year),
)
