"""Reads receipts as phones, scanners and shops make them: what a file is, if it is whole, a small picture of it."""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.receipts import LARGE, LARGEST, ReceiptType
from caregiver_app.words import tr

if TYPE_CHECKING:
    from PIL.Image import Image

PREVIEW_SIDE = 480  # pixels
SMALLER_SIDE = 2400  # pixels: small print stays readable
_SMALLER_QUALITY = 85
_MOST_PIXELS = 250_000_000
_SHARPEST = 6  # times a PDF's own points: small print stays sharp, a narrow till receipt does not grow without end
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_ENDINGS = {
    ReceiptType.JPEG: {".jpg", ".jpeg", ".jpe", ".jfif"},
    ReceiptType.PNG: {".png"},
    ReceiptType.HEIC: {".heic", ".heif"},
    ReceiptType.PDF: {".pdf"},
}
ENDINGS = tuple(sorted(ending for endings in _ENDINGS.values() for ending in endings))
_PASSWORD_WANTED = 4  # what PDFium calls it


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """A receipt that was looked at: whole and readable. `preview` is a small JPEG of its first page."""

    name: str
    type: ReceiptType
    content: bytes
    preview: bytes
    sha256: str

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.content)

    @property
    def can_be_smaller(self) -> bool:
        """Whether it is large enough to offer a smaller copy, and a photo, of which one can be made."""
        return self.size > LARGE and self.type is not ReceiptType.PDF


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPage:
    """A page as points: three bytes each (red, green, blue), row by row without a gap."""

    width: int
    height: int
    rgb: bytes


def look_at_file(path: Path) -> TakenIn:
    """A receipt on the disk. Raises InvalidEntry at `receipt` when it can’t be one, OSError when it can’t be read."""
    if path.is_dir():
        raise _refused(tr("{name} is a folder. Choose the photos or PDFs in it."), path.name)
    if path.stat().st_size > LARGEST:
        raise _too_large(path.name)
    return look_at(path.read_bytes(), path.name)


def look_at(content: bytes, name: str) -> TakenIn:
    """A receipt as bytes. Raises InvalidEntry at `receipt`, with what is wrong and what helps."""
    if not content:
        raise _refused(tr("{name} is empty. Copy it again from the phone or the email."), name)
    if len(content) > LARGEST:
        raise _too_large(name)
    kind = type_of(content)
    if kind is None:
        raise _refused(_not_a_receipt(content, name), name)
    return TakenIn(
        name=name,
        type=kind,
        content=content,
        preview=_preview(content, kind, name),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def type_of(content: bytes) -> ReceiptType | None:
    """What a file is by its first bytes, whatever its name says; None for what is no photo and no PDF."""
    if content.startswith(b"\xff\xd8\xff"):
        return ReceiptType.JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return ReceiptType.PNG
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return ReceiptType.HEIC
    if b"%PDF-" in content[:1024]:
        return ReceiptType.PDF
    return None


def smaller(taken: TakenIn) -> TakenIn:
    """A smaller copy of a photo as a JPEG in which small print can still be read."""
    with _readable(taken.name):
        picture = _upright(taken.content, taken.type, SMALLER_SIDE)
        content = _jpeg(picture, _SMALLER_QUALITY)
    return look_at(content, f"{Path(taken.name).stem}.jpg")


def count_pages(content: bytes, kind: ReceiptType) -> int:
    """How many pages a receipt has; a photo is one."""
    if kind is not ReceiptType.PDF:
        return 1
    import pypdfium2

    with _readable(""):
        document = pypdfium2.PdfDocument(content)
        try:
            return len(document)
        finally:
            document.close()


def page_drawn(content: bytes, kind: ReceiptType, page: int, side: int) -> DrawnPage:
    """One page, counted from 0, to look at; its longest side at most `side` pixels."""
    with _readable(""):
        if kind is ReceiptType.PDF:
            picture: Image = next(_pdf_pages(content, side, page))
        else:
            picture = _upright(content, kind, side)
        return DrawnPage(width=picture.width, height=picture.height, rgb=picture.tobytes())


def _preview(content: bytes, kind: ReceiptType, name: str) -> bytes:
    with _readable(name):
        if kind is ReceiptType.PDF:
            return _jpeg(next(_pdf_pages(content, PREVIEW_SIDE)), 80)
        return _jpeg(_upright(content, kind, PREVIEW_SIDE), 80)


def _upright(content: bytes, kind: ReceiptType, side: int) -> Image:
    """The whole photo, the way up that the phone was held, within a square of `side` pixels."""
    from PIL import Image, ImageOps

    picture = _heic(content) if kind is ReceiptType.HEIC else Image.open(io.BytesIO(content))
    if picture.width * picture.height > _MOST_PIXELS:
        raise ValueError("more points than any photo has")
    if picture.format == "JPEG":
        picture.draft("RGB", (side, side))  # far faster for large photos
    picture.load()
    picture = ImageOps.exif_transpose(picture)
    picture.thumbnail((side, side))
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        picture = Image.new("RGB", clear.size, "white")
        picture.paste(clear, mask=clear.getchannel("A"))
    return picture.convert("RGB")


def _heic(content: bytes) -> Image:
    """A photo as phones take them. Raises ImportError on a computer where the library for them does not run."""
    import pillow_heif

    picture: Image = pillow_heif.open_heif(io.BytesIO(content)).to_pillow()
    return picture


def _pdf_pages(content: bytes, side: int, first: int = 0) -> Iterator[Any]:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        if not len(document):
            raise ValueError("a PDF without a page")
        for place in range(first, len(document)):
            page = document[place]
            scale = side / max(*page.get_size(), 1)
            yield page.render(scale=min(scale, _SHARPEST)).to_pil().convert("RGB")
    finally:
        document.close()


def _jpeg(picture: Image, quality: int) -> bytes:
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=quality, optimize=True)
    return made.getvalue()


@contextmanager
def _readable(name: str) -> Iterator[None]:
    """Whatever a library says about a file that it can’t read becomes one sentence of ours."""
    import pypdfium2

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about odd tags in photos: they are kept as they are
            yield
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_WANTED or "password" in str(error).casefold():
            sentence = tr("{name} asks for a password. Open it, print it to a new PDF without one, and add that.")
            raise _refused(sentence, name) from error
        raise _damaged(name) from error
    except ImportError as error:  # only HEIC hangs on a library that some computers lack
        sentence = tr("{name} is a HEIC photo. They can’t be read on this computer. Save it as a JPEG, then add that.")
        raise _refused(sentence, name) from error
    except (OSError, ValueError, SyntaxError, EOFError, RuntimeError, MemoryError, StopIteration) as error:
        raise _damaged(name) from error


def _damaged(name: str) -> InvalidEntry:
    return _refused(tr("{name} is damaged or was not copied whole. Copy it again, or take a new photo."), name)


def _too_large(name: str) -> InvalidEntry:
    return _refused(tr("{name} is over 50 MB. Take a smaller photo of it, or save only the pages you need."), name)


def _not_a_receipt(content: bytes, name: str) -> str:
    ending = Path(name).suffix.casefold()
    promised = next((kind for kind, endings in _ENDINGS.items() if ending in endings), None)
    if promised is not None and re.match(rb"\s*<(?:!doctype html|html|\?xml)", content[:200], re.IGNORECASE):
        return tr("{name} is a web page inside, not a receipt. Download the receipt again.")
    if promised is ReceiptType.PDF:
        return tr("{name} is not a PDF inside, whatever its name says. Copy it again, or choose another file.")
    if promised is not None:
        return tr("{name} is not a photo inside, whatever its name says. Copy it again, or choose another file.")
    return tr("{name} can’t be kept as a receipt. Photos (JPEG, PNG, HEIC) and PDFs can.")


def _refused(sentence: str, name: str) -> InvalidEntry:
    return InvalidEntry("receipt", sentence.format(name=name or tr("This picture")))
