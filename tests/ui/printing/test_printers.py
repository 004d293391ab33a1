"""Finding printers and printing on them, on a real print queue."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from caregiver_app.domain.household import Paper
from caregiver_app.domain.problems import FileProblem
from caregiver_app.ui.printing.printers import Printer, Printers, PrintJob, lp_arguments, of_cups
from tests.ui.printing.cups import PrintServer

LETTER = (612, 792)


@pytest.fixture
def printers(qtbot: QtBot) -> Printers:
    """What the print window uses."""
    del qtbot  # brings the application
    return Printers()


def sheet(folder: Path, *pages: str) -> bytes:
    """A PDF with one line on each page."""
    path = folder / "sheet.pdf"
    canvas = Canvas(str(path), pagesize=LETTER)
    for words in pages:
        canvas.drawString(72, 700, words)
        canvas.showPage()
    canvas.save()
    return path.read_bytes()


def look(printers: Printers, qtbot: QtBot) -> list[Printer]:
    """The printers that are found."""
    with qtbot.waitSignal(printers.found, timeout=10_000) as answer:
        printers.look()
    return list(answer.args[0])


def test_printers_are_found_the_usual_one_first_and_a_paused_one_is_known(
    printers: Printers, print_server: PrintServer, qtbot: QtBot
) -> None:
    for name in ("Attic", "Hall", "Kitchen"):
        print_server.add_queue(name)
    print_server.make_usual("Kitchen")
    print_server.pause("Hall")
    assert look(printers, qtbot) == [
        Printer(name="Kitchen", is_usual=True),
        Printer(name="Attic"),
        Printer(name="Hall", resting=True),
    ]


def test_the_pdf_itself_is_printed_so_that_text_stays_text(
    printers: Printers, print_server: PrintServer, qtbot: QtBot, tmp_path: Path
) -> None:
    output = print_server.add_queue("Hall")
    pdf = sheet(tmp_path, "Soup for Monday", "Walk the dog")
    job = PrintJob(pdf=pdf, title="Week sheet", paper=Paper.LETTER, printer="Hall", copies=2)
    with qtbot.waitSignal(printers.sent, timeout=10_000):
        printers.send(job)
    qtbot.waitUntil(lambda: output.exists() and print_server.jobs_waiting("Hall") == 0, timeout=20_000)
    pages = PdfReader(output).pages
    assert [page.extract_text().strip() for page in pages] == ["Soup for Monday", "Walk the dog"] * 2
    assert all(tuple(page.mediabox)[2:] == LETTER for page in pages)


def test_a_printer_that_is_gone_is_said_in_words(
    printers: Printers, print_server: PrintServer, qtbot: QtBot, tmp_path: Path
) -> None:
    print_server.add_queue("Hall")
    job = PrintJob(pdf=sheet(tmp_path, "Soup"), title="Week sheet", paper=Paper.A4, printer="Gone")
    with qtbot.waitSignal(printers.refused, timeout=10_000) as answer:
        printers.send(job)
    problem = answer.args[0]
    assert isinstance(problem, FileProblem)
    assert "“Gone” did not take the sheet" in problem.what
    assert "save a PDF" in problem.what_to_do


@pytest.mark.usefixtures("no_printers")
def test_without_a_print_system_no_printer_is_found(printers: Printers, qtbot: QtBot) -> None:
    assert look(printers, qtbot) == []


def test_a_paused_printer_keeps_the_sheet_in_its_line(
    printers: Printers, print_server: PrintServer, qtbot: QtBot, tmp_path: Path
) -> None:
    print_server.add_queue("Hall")
    print_server.pause("Hall")
    job = PrintJob(pdf=sheet(tmp_path, "Soup"), title="Week sheet", paper=Paper.LETTER, printer="Hall")
    with qtbot.waitSignal(printers.sent, timeout=10_000):
        printers.send(job)
    assert print_server.jobs_waiting("Hall") == 1


def test_paper_copies_and_sides_are_asked_for_and_nothing_is_scaled() -> None:
    job = PrintJob(pdf=b"", title="Week sheet", paper=Paper.A4, printer="Hall", copies=3, both_sides=True)
    words = lp_arguments(job)
    assert words[:6] == ("-d", "Hall", "-n", "3", "-t", "Week sheet")
    assert {"media=A4", "sides=two-sided-long-edge", "print-scaling=none"} <= set(words)


def test_without_a_usual_printer_the_first_is_offered() -> None:
    found = of_cups(["Hall", "Attic"], "no system default destination\nprinter Hall is idle.\n")
    assert [(printer.name, printer.is_usual) for printer in found] == [("Hall", True), ("Attic", False)]
