"""Receipts of the made-up family: a small slip of paper as a PDF, with a picture of it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

_WIDTH, _LINE, _EDGE = 204, 14, 14  # points; lines are set in a font as wide as 0.6 of its size
_SIZE = 9
_WHITE, _GRAY = b"\xff", b"\x9a"


def slip(lines: Sequence[str]) -> bytes:
    """A PDF of one narrow page with these lines."""
    height = 2 * _EDGE + _LINE * len(lines)
    words = [f"({_escaped(line)}) Tj T*".encode("latin-1") for line in lines]
    text = b"\n".join([b"BT /F1 %d Tf %d TL %d %d Td" % (_SIZE, _LINE, _EDGE, height - 2 * _EDGE), *words, b"ET"])
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>" % (_WIDTH, height),
        b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
    ]
    return _file(parts)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(parts: Sequence[bytes]) -> bytes:
    """A PDF file of its objects, with the table of where each begins."""
    written, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(parts) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % count
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(written))
    return written + head + table + tail


def picture(lines: Sequence[str]) -> bytes:
    """A PNG of the page, so small that its lines are strokes."""
    rows: list[bytes] = [_WHITE * _WIDTH] * _EDGE
    for line in lines:
        rows += [_stroke(line)] * _SIZE + [_WHITE * _WIDTH] * (_LINE - _SIZE)
    rows += [_WHITE * _WIDTH] * _EDGE
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows))
    head = struct.pack(">IIBBBBB", _WIDTH, len(rows), 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _stroke(line: str) -> bytes:
    """One row of dots with gray where letters are."""
    wide = _SIZE * 6 // 10
    dots = b"".join((_WHITE if letter == " " else _GRAY) * wide for letter in line)
    return (_WHITE * _EDGE + dots)[:_WIDTH].ljust(_WIDTH, _WHITE)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
