"""Letters on paper: what the bundled fonts can draw, how wide it is, and where it wraps."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from threading import Lock
from typing import TYPE_CHECKING

from caregiver_app.resources import resource

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

# The first font that has a letter draws it. The second holds Vietnamese, Greek and Cyrillic letters.
REGULAR = ("AtkinsonHyperlegible-Regular.ttf", "DejaVuSans.ttf")
BOLD = ("AtkinsonHyperlegible-Bold.ttf", "DejaVuSans-Bold.ttf")

# Scripts whose letters stand side by side in reading order. Others, such as Arabic or Devanagari, need shaping:
# a font may hold their letters and still draw them wrong.
_SIMPLE_SCRIPTS = re.compile(
    "[\u0020-\u007e\u00a0-\u058f\u10a0-\u10ff\u1d00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2bff"
    "\u2c60-\u2c7f\u2de0-\u2e5f\ua640-\ua69f\ua720-\ua7ff\ufb00-\ufb06]"
)
_BLANK = "\u2028\u2029\u202f\u205f\u3000\t\r\v\f"
_PICTURE_PARTS = "\ufe0e\ufe0f\u200d\u20e3"
_DROPPED = frozenset(("Cc", "Cf", "Cs", "Cn", "Co", "So", "Sk"))
GAP = "______"  # stands in a text where letters can't be printed, to be filled in by hand
_MANY_GAPS = re.compile(f"{GAP}(?: ?{GAP})+")
_lock = Lock()


class Letters(dict[str, float | None]):
    """The letters of one font: each with its width in thousandths of the type size, or None when it is not there."""

    def __init__(self, font: TTFont) -> None:
        super().__init__()
        self.name: str = font.fontName
        self._glyphs = font.face.charToGlyph
        self._widths = font.face.charWidths
        self._default = font.face.defaultWidth

    def __missing__(self, letter: str) -> float | None:
        code = ord(letter)
        there = code in self._glyphs and _SIMPLE_SCRIPTS.match(letter)
        found = self[letter] = self._widths.get(code, self._default) if there else None
        return found

    def hold(self, text: str) -> bool:
        """Whether every letter of the text is there."""
        return all(self[letter] is not None for letter in text)


class Face:
    """One weight of type: a main font and one for the letters that it does not have, each read when first needed."""

    def __init__(self, files: tuple[str, ...]) -> None:
        self._files = files
        self._fonts: list[Letters] = []

    @property
    def main(self) -> Letters:
        """The font that draws all it can."""
        return self._font(0)

    def font_of(self, text: str) -> Letters | None:
        """The first font that holds all of a text."""
        for number in range(len(self._files)):
            if (font := self._font(number)).hold(text):
                return font
        return None

    @property
    def fonts(self) -> list[Letters]:
        """All fonts of this weight."""
        return [self._font(number) for number in range(len(self._files))]

    def _font(self, number: int) -> Letters:
        if number >= len(self._fonts):
            with _lock:
                while number >= len(self._fonts):
                    self._fonts.append(_register(self._files[len(self._fonts)]))
        return self._fonts[number]


def _register(file: str) -> Letters:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(file.removesuffix(".ttf"), str(resource(f"fonts/{file}")))
    registerFont(font)
    return Letters(font)


_regular = Face(REGULAR)
_bold = Face(BOLD)


def face(bold: bool = False) -> Face:
    """The bundled type in one weight."""
    return _bold if bold else _regular


def can_draw(text: str) -> bool:
    """Whether the bundled fonts hold every letter of a text; emoji, which are dropped, do not count."""
    return all(letter in _BLANK or _is_dropped(letter) or _is_known(letter) for letter in _composed(text))


def printable(text: str) -> str:
    """A text as it can be printed, with its line breaks.

    Pictures are dropped, or named in words where nothing else is left; letters that no bundled font can draw leave a
    gap to write in.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    lines = (_printable_line(line) for line in re.split(r"\r\n|[\n\r\u2028\u2029]", _composed(text)))
    return "\n".join(line for line in lines if line) or _picture_words(text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _is_dropped(letter: str) -> bool:
    if letter in _PICTURE_PARTS:
        return True
    return unicodedata.category(letter) in _DROPPED and not _is_known(letter)


def _printable_line(line: str) -> str:
    kept = [" " if letter in _BLANK else letter for letter in line]
    kept = [letter for letter in kept if not _is_dropped(letter)]
    parts = ("".join(group) if known else _gap("".join(group)) for known, group in groupby(kept, _is_known))
    return _MANY_GAPS.sub(GAP, " ".join("".join(parts).split()))


def _is_known(letter: str) -> bool:
    return face().font_of(letter) is not None


def _gap(unknown: str) -> str:
    return GAP if unknown.strip() else " "


def _picture_words(text: str) -> str:
    """The names of the pictures in a text that holds nothing else, such as "dog face"."""
    names = (unicodedata.name(letter, "") for letter in text if unicodedata.category(letter) == "So")
    return ", ".join(name.lower() for name in names if name)


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a printable text is, in points."""
    if text.isascii():
        return _width_in(face(bold).main, text) * size / 1000
    return sum(_width_in(font, stretch) for font, stretch in _stretches(text, bold)) * size / 1000


def _width_in(font: Letters, text: str) -> float:
    return sum(font[letter] or 0 for letter in text)


def runs(text: str, bold: bool = False) -> list[tuple[str, str]]:
    """A printable text in stretches of one font each: (font, stretch)."""
    if text.isascii():
        return [(face(bold).main.name, text)]
    return [(font.name, stretch) for font, stretch in _stretches(text, bold)]


@lru_cache(maxsize=4096)
def _stretches(text: str, bold: bool) -> tuple[tuple[Letters, str], ...]:
    """Each word in the first font that holds all of it, so that no name changes its look half way."""
    face_ = face(bold)
    parts: list[tuple[Letters, str]] = []
    for word in re.split("( +)", text):
        font = face_.font_of(word)
        pieces = [(font, word)] if font else [(face_.font_of(letter) or face_.main, letter) for letter in word]
        for font, piece in pieces:
            if parts and parts[-1][0] is font:
                parts[-1] = (font, parts[-1][1] + piece)
            else:
                parts.append((font, piece))
    return tuple(parts)


def wrap(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """A printable text in lines that are no wider than `room` points; a word that is wider breaks between letters."""
    if "\n" not in text and width(text, size, bold) <= room:
        return [text] if text else []
    return [fitted for line in text.split("\n") for fitted in _filled(line, room, size, bold)]


def _filled(line: str, room: float, size: float, bold: bool) -> list[str]:
    space = width(" ", size, bold)
    lines: list[list[str]] = []
    used = room
    for word in (piece for each in line.split() for piece in _pieces(each, room, size, bold)):
        needed = width(word, size, bold)
        if lines and used + space + needed <= room:
            lines[-1].append(word)
            used += space + needed
        else:
            lines.append([word])
            used = needed
    return [" ".join(words) for words in lines]


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """A word, in pieces when it is wider than the room."""
    if width(word, size, bold) <= room:
        return [word]
    pieces = [""]
    used = 0.0
    for letter in word:
        needed = _widest(letter, bold) * size / 1000
        if pieces[-1] and used + needed > room:
            pieces.append("")
            used = 0.0
        pieces[-1] += letter
        used += needed
    return pieces


@cache
def _widest(letter: str, bold: bool) -> float:
    """A letter's width in the font that makes it widest: which one draws it depends on the rest of its piece."""
    return max(_width_in(font, letter) for font in face(bold).fonts)
