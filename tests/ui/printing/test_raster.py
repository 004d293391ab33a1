"""Pages printed as images come out at their true size, sharp enough to read."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from caregiver_app.domain.household import Paper
from caregiver_app.ui.printing.drawing import draw_pages, facts_of
from caregiver_app.ui.printing.printers import PrintJob
from caregiver_app.ui.printing.raster import dpi_for, paint, prepare, print_images
from tests.ui.printing.test_printers import sheet


def test_each_page_is_drawn_at_its_size_and_can_be_read_aloud(tmp_path: Path) -> None:
    pdf = sheet(tmp_path, "Soup for Monday", "Walk the dog")
    pages = draw_pages(pdf, 144)
    assert [(page.width(), page.height()) for page in pages] == [(1224, 1584)] * 2
    assert darkest(pages[0]) < 40
    assert [facts.words.strip() for facts in facts_of(pdf)] == ["Soup for Monday", "Walk the dog"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("paper", "size"), [(Paper.LETTER, (612, 792)), (Paper.A4, (595, 842))])
def test_images_fill_the_whole_sheet_at_300_dots_per_inch(tmp_path: Path, paper: Paper, size: tuple[int, int]) -> None:
    job = PrintJob(pdf=sheet(tmp_path, "Soup", "Dog"), title="Week sheet", paper=paper, printer="")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    prepare(printer, job)
    assert 300 <= dpi_for(printer) <= 600
    assert paint(printer, draw_pages(job.pdf, 300))
    pages = PdfReader(tmp_path / "out.pdf").pages
    assert len(pages) == 2
    assert tuple(round(float(side)) for side in pages[0].mediabox[2:]) == size
    assert len(pages[0].images) == 1


@pytest.mark.usefixtures("qapp")
def test_a_printer_that_is_not_there_is_refused_not_replaced_by_another(tmp_path: Path) -> None:
    job = PrintJob(pdf=sheet(tmp_path, "Soup"), title="Week sheet", paper=Paper.LETTER, printer="Gone")
    assert not print_images(job)


def darkest(image: QImage) -> int:
    """The darkest gray on a page, 0 for black."""
    return min(bytes(image.constBits()))
