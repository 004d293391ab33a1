"""Photos and PDFs that are dropped or pasted: which they are, and looking at them beside the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMimeData
from PySide6.QtGui import QImage

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.expenses import receipts
from caregiver_app.services.expenses.receipts import ENDINGS, Looked
from caregiver_app.ui.parts import Parts
from caregiver_app.words import tr


def holds_receipts(mime: QMimeData) -> bool:
    """Whether there is a photo or PDF among what is dragged or copied."""
    return bool(paths_of(mime)) or mime.hasImage()


def paths_of(mime: QMimeData) -> list[Path]:
    """The files of it that can be receipts, by their endings."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.casefold() in ENDINGS]


def look(parts: Parts, mime: QMimeData, done: Callable[[Looked], object]) -> bool:
    """Look at receipts in the background; False when there are none. What can’t be one is told with why."""
    paths = paths_of(mime)
    if paths:
        parts.background.run(partial(receipts.look_at_files, paths), done=done, failed=parts.actions.problem.emit)
        return True
    picture = mime.imageData() if mime.hasImage() else None
    if not isinstance(picture, QImage) or picture.isNull():
        return False
    content = _as_png(picture)
    parts.background.run(partial(_look_at_picture, content), done=done, failed=parts.actions.problem.emit)
    return True


def _as_png(picture: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


def _look_at_picture(content: bytes) -> Looked:
    """A picture from the clipboard has no name of its own."""
    try:
        return Looked(taken=(receipts.look_at(content, tr("Pasted picture.png")),), refused=())
    except InvalidEntry as problem:
        return Looked(taken=(), refused=(problem.message,))
