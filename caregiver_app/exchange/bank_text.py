"""The words of a file from a bank, whatever letters they are written in; and what is no such file at all."""

from __future__ import annotations

import re

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

LARGEST = 50 * 1024 * 1024  # bytes
_TOP = 4096
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)


def text_of(content: bytes) -> str:
    """What is written in a file. Raises InvalidEntry at `file` when it is something else, or nothing."""
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xfe\xff"):
        raise InvalidEntry("file", tr("This file is empty. Save it from your bank’s page once more."))
    if len(content) > LARGEST:
        raise InvalidEntry("file", tr("This file is over 50 MB. Save a shorter stretch of time, such as one year."))
    _refuse_others(content[:_TOP])
    text = _decoded(content)
    if _PAGE.match(text[:_TOP]):
        sentence = tr("This is a web page, not a list. Sign in at your bank again, and save the list as CSV.")
        raise InvalidEntry("file", sentence)
    if text.count("\0") > len(text) // 100:
        raise InvalidEntry("file", _no_list())
    return text.replace("\0", "")


def _refuse_others(top: bytes) -> None:
    start = top.lstrip()[:1024]
    if b"%PDF-" in start:
        sentence = tr("This is a PDF. Our reader needs a list: at your bank, choose CSV, QFX or QIF to save.")
        raise InvalidEntry("file", sentence)
    if top.startswith(_PICTURES) or top[4:8] == b"ftyp" or top[8:12] == b"WEBP":
        sentence = tr("This is a picture. Our reader needs a list: at your bank, choose CSV, QFX or QIF to save.")
        raise InvalidEntry("file", sentence)
    if top.startswith(_BOOKS):
        sentence = tr("This is a workbook or a ZIP file. Open it, and save the list as CSV.")
        raise InvalidEntry("file", sentence)


def _decoded(content: bytes) -> str:
    for bom, name in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(name, "replace")
    zeros = content[:_TOP].count(0)
    if zeros > len(content[:_TOP]) // 4:  # two bytes for each letter, and nothing that says so
        return content.decode("utf-16-be" if content[:1] == b"\0" else "utf-16-le", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _no_list() -> str:
    return tr("We could not read this file as a list. At your bank, choose CSV, QFX or QIF to save.")
