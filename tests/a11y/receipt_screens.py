"""Receipts in all their windows, over the made-up family's file with costs; the photos are made here."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp

from PIL import Image, ImageDraw
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.expense_answers import Asked
from caregiver_app.domain.expenses import Expense
from caregiver_app.services.expenses import lists, receipts
from caregiver_app.services.expenses.receipts import Looked
from caregiver_app.ui.expenses.editor import ExpenseEditor
from caregiver_app.ui.expenses.many_receipts import ManyReceipts
from caregiver_app.ui.expenses.missing import MissingDialog
from caregiver_app.ui.expenses.receipt_piece import piece_of
from caregiver_app.ui.expenses.receipt_window import ReceiptWindow
from caregiver_app.ui.expenses.scan_folder import SCANS, ScanFolderDialog
from tests.stage import Stage, spin

PATIENCE = 10_000
LONG = "IMG_20261120_0912 parking at the hospital, second level.jpg"


def photo(words: str = "Lakeside garage $18.00", kind: str = "JPEG") -> bytes:
    """A photo of a ticket with some words on it."""
    made = io.BytesIO()
    picture = Image.new("RGB", (300, 450), "white")
    ImageDraw.Draw(picture).text((20, 40), words, fill="black", font_size=22)
    picture.save(made, kind)
    return made.getvalue()


@cache
def _folder() -> Path:
    """A folder with three photos, a PDF of two pages and a file that is none."""
    folder = Path(mkdtemp(prefix="caregiver-receipts-"))
    for name in ("ticket.jpg", LONG, "pharmacy.jpg"):
        (folder / name).write_bytes(photo(name[:20]))
    pages = [Image.new("RGB", (300, 400), color) for color in ("white", "ivory")]
    pages[0].save(folder / "bill.pdf", "PDF", save_all=True, append_images=pages[1:])
    (folder / "broken.jpg").write_bytes(photo()[:400])
    return folder


def files() -> list[Path]:
    """All of them by name."""
    return sorted(_folder().iterdir())


def wait_until(is_done: Callable[[], bool]) -> None:
    """Let the worker work."""
    patience = QDeadlineTimer(PATIENCE)
    while not is_done() and not patience.hasExpired():
        spin(1)


def _cost(stage: Stage) -> Expense:
    return stage.workspace.read(partial(lists.rows, asked=Asked(kind="rx", limit=1)))[0].expense


def _large() -> Looked:
    """A photo that is offered smaller, with one that is not there."""
    taken = receipts.look_at(photo("A very large photo"), LONG)
    return Looked(
        taken=(taken,),
        refused=("pharmacy.jpg is damaged or was not copied whole. Copy it again, or take a new photo.",),
        smaller={taken.sha256: receipts.look_at(photo("A")[:], "smaller.jpg")},
    )


def _strip(stage: Stage) -> QWidget:
    """A form with receipts, one of them taken off."""
    form = ExpenseEditor(stage.parts, _cost(stage), stage.window)
    form.folds.receipt_fold.open()
    form.strip.take_paths(files())
    wait_until(lambda: not form.strip.feed.intake.is_busy)
    form.strip.remove_at(0)
    return form


def _strip_empty(stage: Stage) -> QWidget:
    form = ExpenseEditor(stage.parts, parent=stage.window)
    form.folds.receipt_fold.open()
    return form


def _question(stage: Stage) -> QWidget:
    form = ExpenseEditor(stage.parts, parent=stage.window)
    form.folds.receipt_fold.open()
    form.strip.feed.show_looked(_large())
    return form


def _window(stage: Stage) -> QWidget:
    pieces = [piece_of(receipts.look_at(path.read_bytes(), path.name)) for path in files() if path.stem != "broken"]
    window = ReceiptWindow(stage.parts, pieces, 1, stage.window)
    window.resize(900, 655)
    wait_until(lambda: window.sheet.has_image)
    return window


def _scans(folder: bool, stage: Stage) -> QWidget:
    stage.parts.settings.keep(SCANS, str(_folder()) if folder else "")
    dialog = ScanFolderDialog(stage.parts, stage.window)
    wait_until(lambda: dialog.pictures_read)
    return dialog


def _many(stage: Stage) -> QWidget:
    dialog = ManyReceipts(stage.parts, files(), stage.window)
    wait_until(lambda: not dialog.feed.intake.is_busy)
    dialog.line.setText("parking 18 yesterday")
    dialog.make_new()
    dialog.leave_out()
    return dialog


def _none_missing(stage: Stage) -> QWidget:
    return MissingDialog(stage.parts, stage.window)


RECEIPT_SCREENS: tuple[tuple[str, Callable[[Stage], QWidget]], ...] = (
    ("receipts of a cost", _strip),
    ("receipts of a new cost", _strip_empty),
    ("a large receipt", _question),
    ("a receipt in full", _window),
    ("scan folder", partial(_scans, True)),
    ("scan folder, none chosen", partial(_scans, False)),
    ("many receipts", _many),
    ("receipts missing", lambda stage: MissingDialog(stage.parts, stage.window)),
)
NO_RECEIPT_MISSING: tuple[str, Callable[[Stage], QWidget]] = ("no receipt missing", _none_missing)
