"""The computer's printers: which there are, and handing a sheet to one of them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from caregiver_app.domain.household import Paper
from caregiver_app.domain.problems import FileProblem
from caregiver_app.ui.printing.command import Command
from caregiver_app.words import tr

MEDIA = {Paper.LETTER: "Letter", Paper.A4: "A4"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """One print queue. A `resting` one is paused or needs a hand: what it gets waits in its line."""

    name: str
    is_usual: bool = False
    resting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """A finished sheet and how it is to be printed."""

    pdf: bytes
    title: str
    paper: Paper
    printer: str
    copies: int = 1
    both_sides: bool = False


class Printers(QObject):
    """Looks for printers and sends jobs. Answers come later: `found` a list, `sent` the job, `refused` why."""

    found = Signal(object)
    sent = Signal(object)
    refused = Signal(object)

    def look(self) -> None:
        """Find the printers; the usual one comes first."""
        if shutil.which("lpstat"):
            self._run("lpstat", ("-e",), self._listed)
        else:
            self.found.emit(_of_qt())

    def send(self, job: PrintJob) -> None:
        """Hand over a sheet: the PDF itself where the system's queue takes one, else its pages as images."""
        if shutil.which("lp"):
            self._run("lp", lp_arguments(job), partial(self._taken, job), job.pdf)
        else:
            self._send_images(job)

    def _listed(self, code: int, words: str) -> None:
        names = words.split() if code == 0 else []
        if names:
            self._run("lpstat", ("-d", "-p"), partial(self._described, names))
        else:
            self.found.emit([])

    def _described(self, names: Sequence[str], _code: int, words: str) -> None:
        self.found.emit(of_cups(names, words))

    def _taken(self, job: PrintJob, code: int, _words: str) -> None:
        if code == 0:
            self.sent.emit(job)
        else:
            self.refused.emit(not_taken(job.printer))

    def _send_images(self, job: PrintJob) -> None:
        from caregiver_app.ui.printing.raster import print_images

        if print_images(job):
            self.sent.emit(job)
        else:
            self.refused.emit(not_taken(job.printer))

    def _run(self, program: str, arguments: Sequence[str], then: object, fed: bytes = b"") -> None:
        command = Command(program, arguments, self)
        command.ended.connect(then)
        command.start(fed)


def lp_arguments(job: PrintJob) -> tuple[str, ...]:
    """How lp is asked for a job; the PDF itself goes in at its standard input."""
    sides = "two-sided-long-edge" if job.both_sides else "one-sided"
    options = (f"media={MEDIA[job.paper]}", f"sides={sides}", "collate=true", "print-scaling=none")
    chosen = [word for option in options for word in ("-o", option)]
    return ("-d", job.printer, "-n", str(job.copies), "-t", job.title, *chosen)


def of_cups(names: Sequence[str], words: str) -> list[Printer]:
    """The printers that `lpstat -d -p` describes, the usual one first."""
    usual = re.search(r"^system default destination: (\S+)", words, re.MULTILINE)
    resting = set(re.findall(r"^printer (\S+) disabled", words, re.MULTILINE))
    first = usual.group(1) if usual else names[0]
    found = [Printer(name=name, is_usual=name == first, resting=name in resting) for name in names]
    return sorted(found, key=_usual_first)


def _of_qt() -> list[Printer]:
    """The printers of a system without lpstat."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    broken = QPrinter.PrinterState.Error
    found = [
        Printer(name=name, is_usual=name == usual, resting=QPrinterInfo.printerInfo(name).state() is broken)
        for name in QPrinterInfo.availablePrinterNames()
    ]
    return sorted(found, key=_usual_first)


def _usual_first(printer: Printer) -> bool:
    return not printer.is_usual


def none_found() -> FileProblem:
    """There is nothing to print on."""
    return FileProblem(tr("No printer was found."), tr("Save it as a PDF instead, and print it later."))


def not_taken(name: str) -> FileProblem:
    """A printer did not accept the job."""
    return FileProblem(
        tr("The printer “{name}” did not take the sheet.").format(name=name),
        tr("Check that it is on, then try again. Or save a PDF, and print it later."),
    )
