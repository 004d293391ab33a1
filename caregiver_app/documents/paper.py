"""Everything that is drawn on paper: sizes, the pen, and the parts that all sheets share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from caregiver_app.documents.lettering import face, runs, width
from caregiver_app.domain.household import Paper

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
SIZES = {Paper.LETTER: (215.9 * MM, 279.4 * MM), Paper.A4: (210 * MM, 297 * MM)}

# What fits inside the margins of Letter and A4 alike, so that one layout serves both.
SAFE_WIDTH = 184 * MM
SAFE_HEIGHT = 254 * MM


@dataclass(frozen=True, slots=True)
class Area:
    """A safe box: how much there is to draw on, in points."""

    across: float
    down: float


UPRIGHT = Area(SAFE_WIDTH, SAFE_HEIGHT)
SIDEWAYS = Area(SAFE_HEIGHT, SAFE_WIDTH)  # the same paper, turned
HALF_SAFE_WIDTH = 121 * MM
HALF_SAFE_HEIGHT = 192 * MM

SMALL = 10.0  # row numbers, labels and the footer: the smallest type on any sheet
LINE = 1.25  # line height, in type sizes
TICK_BOX = 5 * MM
WRITING_ROW = 8 * MM  # lines to write on are never closer
TINT = 0.92
HAIRLINE = 0.3
WRITING = 0.6
_FOLD_FROM, _FOLD_TO = 3 * MM, 5 * MM  # how far fold marks stand outside the safe box
_BASELINE = 0.35  # how far below the middle of a line its letters stand, in type sizes


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a sheet is printed: on which paper, in larger print or not, and `dense` where it lies in a binder."""

    paper: Paper = Paper.LETTER
    large: bool = False
    dense: bool = False

    @property
    def body(self) -> float:
        """The type size of the sheet's items, in points."""
        if self.large:
            return 18.0
        return 12.0 if self.dense else 14.0

    @property
    def title(self) -> float:
        """The type size of the sheet's title, in points."""
        return 24.0 if self.large else 20.0

    @property
    def subtitle(self) -> float:
        """The type size of what stands under the title, in points."""
        return 20.0 if self.large else 16.0

    @property
    def line(self) -> float:
        """The height of one line of an item, in points."""
        return self.body * LINE


class Pen:
    """Draws in points, from the top left corner of a safe box down and to the right."""

    def __init__(self, canvas: Canvas, left: float, top: float) -> None:
        self._canvas = canvas
        self._left = left
        self._top = top

    def text(self, x: float, y: float, text: str, size: float, bold: bool = False) -> None:
        """One line of printable text whose middle is `y` below the top."""
        canvas = self._canvas
        left = self._left + x
        baseline = self._top - y - size * _BASELINE
        for font, stretch in runs(text, bold):
            canvas.setFont(font, size)
            canvas.drawString(left, baseline, stretch)
            left += width(stretch, size, bold)

    def text_to(self, right: float, y: float, text: str, size: float, bold: bool = False) -> None:
        """One line of printable text that ends at `right`."""
        self.text(right - width(text, size, bold), y, text, size, bold)

    def line(self, x: float, y: float, length: float, weight: float = HAIRLINE) -> None:
        """A level line to the right."""
        self._canvas.setLineWidth(weight)
        self._canvas.line(self._left + x, self._top - y, self._left + x + length, self._top - y)

    def box(self, x: float, y: float, across: float, down: float, weight: float = 1) -> None:
        """An empty frame whose top left corner is at (x, y)."""
        self._canvas.setLineWidth(weight)
        self._canvas.rect(self._left + x, self._top - y - down, across, down)

    def tint(self, x: float, y: float, across: float, down: float) -> None:
        """A light grey ground that a copier leaves alone."""
        self._canvas.setFillGray(TINT)
        self._canvas.rect(self._left + x, self._top - y - down, across, down, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def tick_box(self, x: float, middle: float) -> None:
        """A box to tick by hand: always empty, so that a copy looks the same whenever it was printed."""
        self.box(x, middle - TICK_BOX / 2, TICK_BOX, TICK_BOX)

    def cut_line(self, x: float, down: float) -> None:
        """A dashed line from the top, to cut along."""
        self._canvas.setLineWidth(HAIRLINE)
        self._canvas.setDash(4, 4)
        self._canvas.line(self._left + x, self._top, self._left + x, self._top - down)
        self._canvas.setDash()

    def tear_line(self, y: float, across: float) -> None:
        """A dashed level line, to tear along."""
        self._canvas.setLineWidth(WRITING)
        self._canvas.setDash(4, 4)
        self._canvas.line(self._left, self._top - y, self._left + across, self._top - y)
        self._canvas.setDash()

    def squares(self, boxes: Iterable[tuple[float, float, float, float]]) -> None:
        """Black boxes (x, y, across, down), filled all at once so that no light shows between them."""
        path = self._canvas.beginPath()
        for x, y, across, down in boxes:
            path.rect(self._left + x, self._top - y - down, across, down)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def fold_marks(self, across: float, down: float) -> None:
        """Small marks around a safe box of this size, at the middle of its sides: outside all words."""
        canvas, left, top = self._canvas, self._left, self._top
        canvas.setLineWidth(WRITING)
        middle, level = left + across / 2, top - down / 2
        for edge, out in ((left, -1), (left + across, 1)):
            canvas.line(edge + out * _FOLD_FROM, level, edge + out * _FOLD_TO, level)
        for edge, out in ((top, 1), (top - down, -1)):
            canvas.line(middle, edge + out * _FOLD_FROM, middle, edge + out * _FOLD_TO)


class Sheets:
    """A PDF in the making, neutral in all that it says of itself."""

    def __init__(self, title: str, look: Look, *, sideways: bool = False) -> None:
        """`sideways` turns the paper, for two half sheets or a wide one."""
        from reportlab.pdfgen.canvas import Canvas

        self._bytes = BytesIO()
        self._across, self._down = SIZES[look.paper][::-1] if sideways else SIZES[look.paper]
        self._canvas = Canvas(
            self._bytes,
            pagesize=(self._across, self._down),
            pageCompression=1,
            invariant=1,
            lang="en-US",
            initialFontName=face().main.name,
            initialFontSize=SMALL,
        )
        self._canvas.setTitle(title)
        for empty in (
            self._canvas.setAuthor,
            self._canvas.setSubject,
            self._canvas.setCreator,
            self._canvas.setProducer,
        ):
            empty("")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def pen(self, area: Area) -> Pen:
        """A pen for the safe box of a full page."""
        return Pen(self._canvas, (self._across - area.across) / 2, self._down - (self._down - area.down) / 2)

    def half_pen(self, number: int) -> Pen:
        """A pen for the safe box of the left half (0) or the right half (1) of the page."""
        half = self._across / 2
        return Pen(
            self._canvas,
            half * number + (half - HALF_SAFE_WIDTH) / 2,
            self._down - (self._down - HALF_SAFE_HEIGHT) / 2,
        )

    def cut_in_half(self) -> None:
        """Draw the line between two half sheets."""
        Pen(self._canvas, 0, self._down).cut_line(self._across / 2, self._down)

    def end_page(self) -> None:
        """Go on to the next page."""
        self._canvas.showPage()

    def done(self) -> bytes:
        """The finished PDF."""
        self._canvas.save()
        return self._bytes.getvalue()
