"""Receipts as phones and shops make them are taken in whole, and what can't be one is told in words."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pillow_heif
import pypdf
import pytest
from PIL import Image, ImageDraw

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.receipts import LARGEST, ReceiptType
from caregiver_app.exchange.receipt_files import (
    PREVIEW_SIDE,
    SMALLER_SIDE,
    count_pages,
    look_at,
    look_at_file,
    page_drawn,
    smaller,
)

TURNED_LEFT = 8  # how a phone says that it was held upright
ORIENTATION = 0x0112


def photo(width: int = 900, height: int = 600) -> Image.Image:
    """A white ticket with a black bar at its top."""
    picture = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(picture).rectangle((0, 0, width, height // 10), fill="black")
    return picture


def saved(picture: Image.Image, form: str, **more: object) -> bytes:
    """The picture as a file."""
    made = io.BytesIO()
    picture.save(made, form, **more)
    return made.getvalue()


def heic() -> bytes:
    """The photo as newer phones save it."""
    made = io.BytesIO()
    pillow_heif.from_pillow(photo()).save(made)
    return made.getvalue()


def pdf(password: str = "", pages: int = 2) -> bytes:
    """A receipt of some pages."""
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(300, 500)
    if password:
        writer.encrypt(password)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("ticket.jpg", saved(photo(), "JPEG"), ReceiptType.JPEG),
        ("ticket.png", saved(photo(), "PNG"), ReceiptType.PNG),
        ("IMG_0001.HEIC", heic(), ReceiptType.HEIC),
        ("bill.pdf", pdf(), ReceiptType.PDF),
        ("really a png.jpg", saved(photo(), "PNG"), ReceiptType.PNG),
        ("no ending", saved(photo().convert("L"), "JPEG"), ReceiptType.JPEG),
        ("seen through.png", saved(photo().convert("RGBA"), "PNG"), ReceiptType.PNG),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_receipt_is_kept_as_it_was_given(name: str, content: bytes, kind: ReceiptType) -> None:
    taken = look_at(content, name)
    assert (taken.type, taken.content, taken.name) == (kind, content, name)
    with Image.open(io.BytesIO(taken.preview)) as preview:
        assert preview.format == "JPEG"
        assert max(preview.size) <= PREVIEW_SIDE
    assert look_at(content, "again").sha256 == taken.sha256


def test_a_photo_of_a_kind_that_this_computer_can_not_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    content = heic()
    monkeypatch.setitem(sys.modules, "pillow_heif", None)  # as where it is not installed
    with pytest.raises(InvalidEntry) as refused:
        look_at(content, "IMG_0001.HEIC")
    said = "IMG_0001.HEIC is a HEIC photo. They can’t be read on this computer. Save it as a JPEG, then add that."
    assert (refused.value.field, refused.value.message) == ("receipt", said)


def test_a_photo_stands_the_way_the_phone_was_held() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED_LEFT
    taken = look_at(saved(photo(), "JPEG", exif=exif), "ticket.jpg")
    with Image.open(io.BytesIO(taken.preview)) as preview:
        assert preview.height > preview.width


def test_each_page_of_a_pdf_is_shown() -> None:
    content = pdf(pages=3)
    assert count_pages(content, ReceiptType.PDF) == 3
    last = page_drawn(content, ReceiptType.PDF, 2, 400)
    assert max(last.width, last.height) == 400
    assert len(last.rgb) == last.width * last.height * 3


REFUSED = {
    "empty.jpg": (b"", "empty.jpg is empty. Copy it again from the phone or the email."),
    "broken.jpg": (
        saved(photo(), "JPEG")[:700],
        "broken.jpg is damaged or was not copied whole. Copy it again, or take a new photo.",
    ),
    "broken.heic": (
        heic()[:200],
        "broken.heic is damaged or was not copied whole. Copy it again, or take a new photo.",
    ),
    "broken.pdf": (
        b"%PDF-1.7\nnot much of one",
        "broken.pdf is damaged or was not copied whole. Copy it again, or take a new photo.",
    ),
    "locked.pdf": (
        pdf("secret"),
        "locked.pdf asks for a password. Open it, print it to a new PDF without one, and add that.",
    ),
    "words.jpg": (
        b"Parking 12.50",
        "words.jpg is not a photo inside, whatever its name says. Copy it again, or choose another file.",
    ),
    "photo.pdf.zip": (
        b"PK\3\4",
        "photo.pdf.zip can’t be kept as a receipt. Photos (JPEG, PNG, HEIC) and PDFs can.",
    ),
    "download.pdf": (
        b"<!DOCTYPE html><title>Sign in</title>",
        "download.pdf is a web page inside, not a receipt. Download the receipt again.",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_can_not_be_a_receipt_is_told(name: str) -> None:
    content, sentence = REFUSED[name]
    with pytest.raises(InvalidEntry) as told:
        look_at(content, name)
    assert (told.value.field, told.value.message) == ("receipt", sentence)


def test_a_file_that_is_far_too_large_is_not_even_read(tmp_path: Path) -> None:
    large = tmp_path / "film.jpg"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(InvalidEntry, match=r"^film.jpg is over 50 MB"):
        look_at_file(large)
    with pytest.raises(InvalidEntry, match="is a folder"):
        look_at_file(tmp_path)


def test_a_large_photo_has_a_smaller_copy_that_can_be_read() -> None:
    noise = Image.effect_noise((4200, 3600), 90).convert("RGB")
    taken = look_at(saved(noise, "PNG"), "ticket.png")
    assert taken.can_be_smaller
    less = smaller(taken)
    assert less.size < taken.size / 2
    assert (less.type, less.name) == (ReceiptType.JPEG, "ticket.jpg")
    with Image.open(io.BytesIO(less.content)) as picture:
        assert max(picture.size) == SMALLER_SIDE
