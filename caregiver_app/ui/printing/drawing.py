"""Draws the pages of a PDF as images, on any thread: for the screen, and for printers that take no PDF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

POINTS_PER_INCH = 72
_METERS_PER_INCH = 0.0254


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of a page before it is drawn: its size in points, and its words for those who hear them."""

    width: float
    height: float
    words: str


def facts_of(pdf: bytes) -> list[PageFacts]:
    """The facts of each page."""
    with _opened(pdf) as document:
        return [_facts(document[number]) for number in range(len(document))]


def draw_page(pdf: bytes, number: int, dpi: float) -> QImage:
    """One page as a gray image at this many dots per inch; the very same page that goes to paper."""
    with _opened(pdf) as document:
        return _draw(document[number], dpi)


def draw_pages(pdf: bytes, dpi: float) -> list[QImage]:
    """Each page as a gray image."""
    with _opened(pdf) as document:
        return [_draw(document[number], dpi) for number in range(len(document))]


@contextmanager
def _opened(pdf: bytes) -> Iterator[PdfDocument]:
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def _facts(page: PdfPage) -> PageFacts:
    width, height = page.get_size()
    return PageFacts(width, height, page.get_textpage().get_text_bounded())


def _draw(page: PdfPage, dpi: float) -> QImage:
    bitmap = page.render(scale=dpi / POINTS_PER_INCH, grayscale=True)
    form = QImage.Format.Format_Grayscale8
    # The copy owns its pixels; the bitmap's buffer is freed when this returns.
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form).copy()
    dots_per_meter = round(dpi / _METERS_PER_INCH)
    image.setDotsPerMeterX(dots_per_meter)
    image.setDotsPerMeterY(dots_per_meter)
    return image
