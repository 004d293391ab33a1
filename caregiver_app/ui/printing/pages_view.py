"""The true preview: every page of the PDF itself, drawn when it comes into view."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.printing.drawing import POINTS_PER_INCH, PageFacts, draw_page
from caregiver_app.words import tr

ZOOMS = (1.0, 1.35, 1.8, 2.4)
LEAST_SCALE = 0.6  # of the page's true size at 72 dots per inch
_SETTLED_MS = 120


class PagesView(QScrollArea):
    """Shows whole pages; `zoom` makes them larger than the room. Arrow keys and the wheel scroll."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._pages: list[_PageView] = []
        self._zoom = ZOOMS[0]
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        set_role(self, "Document")
        self.setAccessibleName(tr("Preview"))
        self._paper = _Table(parts)
        self._column = QVBoxLayout(self._paper)
        gap = parts.theme.px(20)
        self._column.setContentsMargins(gap, gap, gap, gap)
        self._column.setSpacing(gap)
        self._column.addStretch(1)
        self._column.addStretch(1)
        self.setWidget(self._paper)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._sharpen)

    def show_pdf(self, pdf: bytes, facts: list[PageFacts]) -> None:
        """Show another PDF, at the same place of the page as before."""
        place = self.verticalScrollBar().value()
        for page in self._pages:
            self._column.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages = [_PageView(self._parts, pdf, number, facts) for number in range(len(facts))]
        for number, page in enumerate(self._pages):
            self._column.insertWidget(number + 1, page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()
        self._paper.adjustSize()
        self.verticalScrollBar().setValue(place)

    def page_images(self) -> list[QImage | None]:
        """What is drawn of each page so far."""
        return [page.image for page in self._pages]

    @property
    def can_grow(self) -> bool:
        """Whether there is a larger view."""
        return self._zoom < ZOOMS[-1]

    @property
    def can_shrink(self) -> bool:
        """Whether there is a smaller view."""
        return self._zoom > ZOOMS[0]

    def larger(self) -> None:
        """One step closer."""
        self._set_zoom(ZOOMS[min(ZOOMS.index(self._zoom) + 1, len(ZOOMS) - 1)])

    def smaller(self) -> None:
        """One step back, at most to whole pages."""
        self._set_zoom(ZOOMS[max(ZOOMS.index(self._zoom) - 1, 0)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._fit()

    def _fit(self) -> None:
        """Pages as large as a whole one can be in this room, times the zoom."""
        gap = 2 * self._parts.theme.px(20)
        width, height = max(self.viewport().width() - gap, 40), max(self.viewport().height() - gap, 40)
        for page in self._pages:
            page.fit(width, height, self._zoom)
        self._settled.start()

    def _sharpen(self) -> None:
        for page in self._pages:
            page.settle()


class _Table(QWidget):
    """The ground that the pages lie on."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._theme = parts.theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.token("bg" if self._theme.high_contrast else "line"))
        painter.end()


class _PageView(QWidget):
    """One page on its sheet of paper. It asks for its image when it is first painted at a size."""

    def __init__(self, parts: Parts, pdf: bytes, number: int, facts: list[PageFacts]) -> None:
        super().__init__()
        self._parts, self._pdf, self._number, self._facts = parts, pdf, number, facts[number]
        self.image: QImage | None = None
        self._asked_dpi = 0.0
        self._settled = True
        self._size = QSize(100, 100)
        set_role(self, "Graphic")
        self.setAccessibleName(tr("Page {number} of {of}").format(number=number + 1, of=len(facts)))
        self.setAccessibleDescription(self._facts.words)

    def fit(self, width: int, height: int, zoom: float) -> None:
        """Be whole in this room, or as wide as it where a whole page would be tiny; times the zoom."""
        across = width / self._facts.width
        whole = min(across, height / self._facts.height)
        scale = max(whole, min(across, LEAST_SCALE)) * zoom
        size = QSize(round(self._facts.width * scale), round(self._facts.height * scale))
        if size != self._size:
            self._size = size
            self._settled = self.image is None
            self.setFixedSize(size)

    def settle(self) -> None:
        """The size stays for now: draw sharply for it."""
        self._settled = True
        self.update()

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        if self.image is not None:
            painter.drawImage(QRectF(self.rect()), self.image)
        painter.setPen(QPen(self._parts.theme.token("line_strong"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
        if self._settled:
            self._ask()

    def _ask(self) -> None:
        dpi = self.width() * self.devicePixelRatioF() / self._facts.width * POINTS_PER_INCH
        if abs(dpi - self._asked_dpi) > 0.5:
            self._asked_dpi = dpi
            self._parts.background.run(partial(draw_page, self._pdf, self._number, dpi), done=self._drawn)

    def _drawn(self, image: QImage) -> None:
        self.image = image
        self.update()
