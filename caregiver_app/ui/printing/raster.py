"""Prints a sheet's pages as images, on systems whose printers take no PDF."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from caregiver_app.domain.household import Paper
from caregiver_app.ui.printing.drawing import draw_pages
from caregiver_app.ui.printing.printers import PrintJob

LEAST_DPI, MOST_DPI = 300, 600
_PAGE_SIZE = {Paper.LETTER: QPageSize.PageSizeId.Letter, Paper.A4: QPageSize.PageSizeId.A4}


def print_images(job: PrintJob) -> bool:
    """Print the job on its printer; False when that printer is gone or does not answer."""
    if job.printer not in QPrinterInfo.availablePrinterNames():
        return False  # QPrinter would keep the default printer without a word
    printer = QPrinter(QPrinterInfo.printerInfo(job.printer), QPrinter.PrinterMode.HighResolution)
    prepare(printer, job)
    return paint(printer, draw_pages(job.pdf, dpi_for(printer)))


def dpi_for(printer: QPrinter) -> int:
    """Dots per inch to draw at: the printer's own, but no less than 300 and no more than 600."""
    return min(max(printer.resolution(), LEAST_DPI), MOST_DPI)


def prepare(printer: QPrinter, job: PrintJob) -> None:
    """Set paper, copies and name; the page fills the whole sheet, as the margins are in the PDF already."""
    duplex = QPrinter.DuplexMode.DuplexLongSide if job.both_sides else QPrinter.DuplexMode.DuplexNone
    printer.setDocName(job.title)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(_PAGE_SIZE[job.paper]))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setCopyCount(job.copies)
    printer.setDuplex(duplex)


def paint(printer: QPrinter, pages: Sequence[QImage]) -> bool:
    """Paint the pages at their true size; False when the printer can't begin."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, image in enumerate(pages):
        if number:
            printer.newPage()
        scale = printer.resolution() / (image.dotsPerMeterX() * 0.0254)
        painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)
    return painter.end()
