"""Reads a PDF back: its words, and where each piece of text stands."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import combinations
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdfium2 import raw

from caregiver_app.documents.paper import HALF_SAFE_HEIGHT, HALF_SAFE_WIDTH, SAFE_HEIGHT, SAFE_WIDTH


@dataclass(frozen=True)
class Piece:
    """One piece of text: its page from 0, its box in points from the bottom left, its type size."""

    page: int
    left: float
    bottom: float
    right: float
    top: float
    size: float
    text: str

    def overlaps(self, other: Piece) -> bool:
        """Whether the two share more than a hair of ink."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.top, other.top) - max(self.bottom, other.bottom)
        return self.page == other.page and across > 0.3 and down > 0.3


def words(pdf: bytes) -> str:
    """All text, with single spaces."""
    return " ".join(" ".join(page.split()) for page in pages(pdf))


def pages(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def letters(pdf: bytes) -> str:
    """All text without any blanks, so that it can be compared however it was wrapped."""
    return "".join(words(pdf).split())


def pieces(pdf: bytes) -> list[Piece]:
    """Every piece of text with its place."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [piece for number in range(len(document)) for piece in _pieces(document, number)]
    finally:
        document.close()


def _pieces(document: pypdfium2.PdfDocument, number: int) -> Iterator[Piece]:
    page = document[number]
    textpage = page.get_textpage()
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(found, size)
        length = raw.FPDFTextObj_GetText(found, textpage, None, 0)
        letters = (ctypes.c_ushort * (length // 2 + 1))()
        raw.FPDFTextObj_GetText(found, textpage, letters, length)
        text = bytes(letters).decode("utf-16-le").rstrip("\0")
        if text.strip():
            left, bottom, right, top = found.get_bounds()
            yield Piece(number, left, bottom, right, top, size.value, text)
    textpage.close()
    page.close()


def strokes(pdf: bytes) -> list[Piece]:
    """Every line, box and ground that is drawn, as a piece without text."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            Piece(number, left, bottom, right, top, 0, "")
            for number in range(len(document))
            for path in document[number].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
            for left, bottom, right, top in [path.get_bounds()]
        ]
    finally:
        document.close()


def facts(pdf: bytes) -> dict[str, object]:
    """What the file says of itself, apart from dates and empty words."""
    reader = PdfReader(BytesIO(pdf))
    catalogue: Any = reader.trailer["/Root"]
    about = {name: value for name, value in (reader.metadata or {}).items() if value and "Date" not in name}
    return {
        **about,
        "language": catalogue["/Lang"],
        "title shown": bool(catalogue["/ViewerPreferences"]["/DisplayDocTitle"]),
    }


def paper(pdf: bytes) -> tuple[float, float]:
    """The size of the first page in points."""
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    return float(box.width), float(box.height)


def safe_boxes(pdf: bytes, *, halves: bool = False) -> list[tuple[float, float, float, float]]:
    """The boxes (left, bottom, right, top) that all ink must keep to."""
    across, down = paper(pdf)
    columns, wide, high = (2, HALF_SAFE_WIDTH, HALF_SAFE_HEIGHT) if halves else (1, SAFE_WIDTH, SAFE_HEIGHT)
    if across > down and not halves:
        wide, high = high, wide  # the paper is turned
    column = across / columns
    lefts = [column * n + (column - wide) / 2 for n in range(columns)]
    bottom = (down - high) / 2
    return [(left, bottom, left + wide, bottom + high) for left in lefts]


def outside(pdf: bytes, *, halves: bool = False) -> list[Piece]:
    """The pieces that stick out of the safe boxes."""
    boxes = safe_boxes(pdf, halves=halves)
    return [piece for piece in pieces(pdf) if not any(_inside(piece, box) for box in boxes)]


def _inside(piece: Piece, box: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = box
    slack = 0.5  # letters reach a hair over their widths
    across = left - slack <= piece.left and piece.right <= right + slack
    return across and bottom - slack <= piece.bottom and piece.top <= top + slack


def overlapping(pdf: bytes) -> list[tuple[str, str]]:
    """Pairs of texts that lie on one another."""
    found = pieces(pdf)
    numbers = {piece.page for piece in found}
    return [
        (one.text, other.text)
        for number in numbers
        for one, other in combinations([piece for piece in found if piece.page == number], 2)
        if one.overlaps(other)
    ]


def fonts_not_embedded(pdf: bytes) -> list[str]:
    """The fonts whose letters are not in the file itself."""
    missing = []
    for page in PdfReader(BytesIO(pdf)).pages:
        for name, font in page["/Resources"]["/Font"].items():  # type: ignore[index]
            described = font.get_object().get("/FontDescriptor")
            if described is None or "/FontFile2" not in described.get_object():
                missing.append(f"{name} {font.get_object()['/BaseFont']}")
    return missing


def is_sound(pdf: bytes, *, halves: bool = False, smallest_item: float = 14) -> None:
    """Hold a sheet to the rules of all sheets: nothing cut, nothing overlapping, fonts inside, type large enough."""
    assert outside(pdf, halves=halves) == []
    assert overlapping(pdf) == []
    assert fonts_not_embedded(pdf) == []
    sizes = {round(piece.size, 2) for piece in pieces(pdf)}
    assert min(sizes) == 10
    assert not [size for size in sizes if 10 < size < smallest_item]
