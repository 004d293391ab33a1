"""Brings a finished sheet to paper or into a file, and offers a way out where that does not work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from caregiver_app.domain.problems import FileProblem
from caregiver_app.services import printing
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.printing.making import MadeSheet
from caregiver_app.ui.printing.printers import Printer, Printers, PrintJob, none_found
from caregiver_app.ui.save_file import FOLDER
from caregiver_app.words import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A copy went out: `words` say where; `folder` is where a file lies. A table is no copy that is counted."""

    sheet: MadeSheet
    words: str
    folder: Path | None = None
    is_table: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """It did not work. `again` tries the same once more; `save` is the label of the other way out."""

    problem: FileProblem
    save: str
    again: Callable[[], object] | None = None

    @property
    def tone(self) -> str:
        """How loud to say it: a missing printer is nothing bad."""
        return "danger" if self.again else "info"


class Delivery(QObject):
    """`delivered` brings what went out, `stuck` what did not."""

    delivered = Signal(object)
    stuck = Signal(object)

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._sheet: MadeSheet | None = None
        self._found: dict[str, Printer] = {}
        self._printers = Printers(self)
        self._printers.found.connect(self._printers_found)
        self._printers.sent.connect(self._sent)
        self._printers.refused.connect(self._refused)

    def print_sheet(self, sheet: MadeSheet) -> None:
        """Ask for the printer and print."""
        self._sheet = sheet
        self._printers.look()

    def save_sheet(self, sheet: MadeSheet) -> None:
        """Ask where to, and save the PDF."""
        from caregiver_app.ui.printing.where import SaveDialog

        dialog = SaveDialog(self._parts.settings, sheet.prepared.file_name, self._window)
        dialog.picked.connect(partial(self.save_to, sheet))
        dialog.open()

    def save_to(self, sheet: MadeSheet, path: Path) -> None:
        """Save the PDF at a place."""
        done, failed = partial(self._saved, sheet, path), partial(self._not_saved, sheet, path)
        self._save(path, sheet.pdf, done, failed)

    def save_table(self, sheet: MadeSheet) -> None:
        """Ask where to, and save the lines of the sheet for a spreadsheet; nothing for a sheet without any."""
        from caregiver_app.ui.printing.where import SaveDialog

        if not sheet.prepared.table:
            return
        name = sheet.prepared.file_name.removesuffix(".pdf") + ".csv"
        dialog = SaveDialog(self._parts.settings, name, self._window, table=True)
        dialog.picked.connect(partial(self.save_table_to, sheet))
        dialog.open()

    def save_table_to(self, sheet: MadeSheet, path: Path) -> None:
        """Save the table at a place."""
        done, failed = partial(self._saved_table, sheet, path), partial(self._table_not_saved, sheet, path)
        self._save(path, printing.table_file(sheet.prepared), done, failed)

    def _save(self, path: Path, content: bytes, done: Callable[..., object], failed: Callable[..., object]) -> None:
        self._parts.background.run(
            partial(printing.save_pdf, path, content),
            done=partial(self._while_here, done),
            failed=partial(self._while_here, failed),
        )

    def _while_here(self, tell: Callable[..., object], result: object) -> None:
        """The file is written even when the window was closed meanwhile; then there is nobody to tell."""
        if isValid(self):
            tell(result)

    def _printers_found(self, printers: list[Printer]) -> None:
        from caregiver_app.ui.printing.printer_dialog import PrinterDialog

        if self._sheet is None:
            return
        if not printers:
            self.stuck.emit(Stuck(problem=none_found(), save=tr("Save as PDF…")))
            return
        self._found = {printer.name: printer for printer in printers}
        dialog = PrinterDialog(self._parts, printers, len(self._sheet.facts), self._window)
        dialog.chosen.connect(partial(self._print_on, self._sheet))
        dialog.open()

    def _print_on(self, sheet: MadeSheet, printer: str, copies: int, both_sides: bool) -> None:
        self._sheet = sheet
        job = PrintJob(
            pdf=sheet.pdf,
            title=sheet.prepared.file_name.removesuffix(".pdf"),
            paper=sheet.prepared.request.look.paper,
            printer=printer,
            copies=copies,
            both_sides=both_sides,
        )
        self._printers.send(job)

    def _sent(self, job: PrintJob) -> None:
        resting = tr("{printer} is paused or needs a hand. The sheet waits in its line.")
        words = resting if self._found[job.printer].resting else tr("Sent to {printer}.")
        sheet = self._sheet
        assert sheet is not None, "only a sheet is sent"
        self.delivered.emit(Delivered(sheet=sheet, words=words.format(printer=job.printer.replace("_", " "))))

    def _refused(self, problem: FileProblem) -> None:
        assert self._sheet is not None, "only a sheet is refused"
        again = partial(self.print_sheet, self._sheet)
        self.stuck.emit(Stuck(problem=problem, again=again, save=tr("Save as PDF…")))

    def _saved(self, sheet: MadeSheet, path: Path, _nothing: object = None) -> None:
        self.delivered.emit(Delivered(sheet=sheet, words=self._where(path), folder=path.parent))

    def _saved_table(self, sheet: MadeSheet, path: Path, _nothing: object = None) -> None:
        self.delivered.emit(Delivered(sheet=sheet, words=self._where(path), folder=path.parent, is_table=True))

    def _where(self, path: Path) -> str:
        """Keep the folder for the next time, and say where the file is."""
        self._parts.settings.keep(FOLDER, str(path.parent))
        folder = path.parent.name or str(path.parent)
        return tr("Saved as “{name}” in {folder}.").format(name=path.name, folder=folder)

    def _not_saved(self, sheet: MadeSheet, path: Path, problem: FileProblem) -> None:
        again = partial(self.save_to, sheet, path)
        self.stuck.emit(Stuck(problem=problem, again=again, save=tr("Save somewhere else…")))

    def _table_not_saved(self, sheet: MadeSheet, path: Path, problem: FileProblem) -> None:
        again = partial(self.save_table_to, sheet, path)
        self.stuck.emit(Stuck(problem=problem, again=again, save=tr("Save as PDF…")))
