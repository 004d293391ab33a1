"""Receipts as phones and scanners make them, written to the disk for a test."""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

COLORS = ("ivory", "white", "beige", "linen", "snow", "azure", "mintcream", "seashell")


def photo(path: Path, color: str = "white", size: tuple[int, int] = (120, 180)) -> Path:
    """A photo of a ticket."""
    Image.new("RGB", size, color).save(path, "JPEG")
    return path


def photos(folder: Path, count: int) -> list[Path]:
    """Several that differ, by name."""
    return [photo(folder / f"IMG_{n:03d}.jpg", COLORS[n % 8], (120 + n, 180)) for n in range(count)]


def pdf(path: Path, pages: int = 3) -> Path:
    """A bill of some pages, each smaller than the one before."""
    made = [Image.new("RGB", (400 - 40 * page, 600), "white") for page in range(pages)]
    made[0].save(path, "PDF", save_all=True, append_images=made[1:])
    return path


def large_photo(path: Path) -> Path:
    """A photo of over 10 MB, as a new phone makes them: no two points are alike."""
    picture = Image.frombytes("RGB", (2600, 1800), os.urandom(2600 * 1800 * 3))
    made = io.BytesIO()
    picture.save(made, "PNG", compress_level=0)
    path.write_bytes(made.getvalue())
    return path


def mime_of(*paths: Path) -> QMimeData:
    """Files as a file window hands them over."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(target: QWidget, mime: QMimeData, at: QPointF | None = None) -> bool:
    """Drag onto a widget and let go; whether it wanted it."""
    place = at or QPointF(target.rect().center())
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), actions, mime, buttons, keys)
    target.dragEnterEvent(enter)
    if enter.isAccepted():
        target.dropEvent(QDropEvent(place, actions, mime, buttons, keys))
    return enter.isAccepted()
