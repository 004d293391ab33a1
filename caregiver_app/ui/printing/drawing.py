"""Draws the pages of a PDF as images, on any thread: for the screen, and for printers that take no PDF."""

from __future__ import annotations

from PySide6.QtGui import QImage

POINTS_PER_INCH = 72
_METERS_PER_INCH = 0.0254


def draw_pages(pdf: bytes, dpi: float) -> list[QImage]:
    """Each page as a gray image at this many dots per inch; the very same page that goes to paper."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        return [_draw(document[number], dpi) for number in range(len(document))]
    finally:
        document.close()


def _draw(page: object, dpi: float) -> QImage:
    bitmap = page.render(scale=dpi / POINTS_PER_INCH, grayscale=True)  # type: ignore[attr-defined]
    form = QImage.Format.Format_Grayscale8
    # The copy owns its pixels; the bitmap's buffer is freed when this returns.
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form).copy()
    dots_per_meter = round(dpi / _METERS_PER_INCH)
    image.setDotsPerMeterX(dots_per_meter)
    image.setDotsPerMeterY(dots_per_meter)
    return image


def text_of(pdf: bytes) -> list[str]:
    """The words of each page, for people who hear the preview instead of seeing it."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        return [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    finally:
        document.close()
