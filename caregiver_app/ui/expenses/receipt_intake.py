"""Takes in files and pictures that were dropped, pasted or chosen, and looks at them beside the screen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from caregiver_app.domain.problems import FileProblem, InvalidEntry
from caregiver_app.services.expenses import receipts
from caregiver_app.services.expenses.receipts import Looked
from caregiver_app.ui.background import Job
from caregiver_app.ui.parts import Parts
from caregiver_app.words import tr


class _Counter(QObject):
    """Brings the count from the worker's thread; it lives as long as the work, whatever is closed meanwhile."""

    counted = Signal(int)


class Intake(QObject):
    """One lot after the other: `began` and `counted` bring numbers of files, `looked` a Looked, `ended` comes last."""

    began = Signal(int)
    counted = Signal(int)
    looked = Signal(object)
    ended = Signal()

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._job: Job | None = None
        self._stopped = Event()
        self._waiting: list[Sequence[Path] | QImage] = []

    @property
    def is_busy(self) -> bool:
        """Whether files are being looked at."""
        return self._job is not None

    def take_mime(self, mime: QMimeData) -> bool:
        """What was dropped or pasted; whether there is a file or a picture in it."""
        paths = files_of(mime)
        if paths:
            self.take_paths(paths)
            return True
        picture = mime.imageData() if mime.hasImage() else None
        if not isinstance(picture, QImage) or picture.isNull():
            return False
        self._take(picture.copy())
        return True

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Look at files."""
        self._take(list(paths))

    def _take(self, lot: Sequence[Path] | QImage) -> None:
        """Now; or, while others are looked at, when it is its turn."""
        if self._job is not None:
            self._waiting.append(lot)
        elif isinstance(lot, QImage):
            self._run(1, partial(_look_at_picture, lot))
        else:
            self._look_at(lot)

    def _look_at(self, paths: Sequence[Path]) -> None:
        counter = _Counter(self._parts.background)
        counter.counted.connect(self.counted)
        self._stopped = Event()
        looking = partial(
            receipts.look_at_files, paths, is_cancelled=self._stopped.is_set, progress=counter.counted.emit
        )
        self._run(min(len(paths), receipts.MOST_AT_ONCE), looking).finished.connect(counter.deleteLater)

    def cancel(self) -> None:
        """Stop; nothing of this lot is taken in."""
        self._waiting.clear()
        if self._job is not None:
            self._stopped.set()
            self._job.cancel()

    def _run(self, count: int, work: partial[Looked]) -> Job:
        self._job = self._parts.background.run(work, done=self._done, failed=self._failed)
        self._job.finished.connect(self._finished)
        self.began.emit(count)
        return self._job

    def _done(self, looked: Looked) -> None:
        self.looked.emit(looked)

    def _failed(self, problem: FileProblem) -> None:
        self.looked.emit(Looked(taken=(), refused=(str(problem),)))

    def _finished(self) -> None:
        self._job = None
        if self._waiting:
            self._take(self._waiting.pop(0))
        else:
            self.ended.emit()


def files_of(mime: QMimeData) -> list[Path]:
    """All files of this computer in it; what can't be a receipt is told by name later."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def can_take(mime: QMimeData) -> bool:
    """Whether there is a file or a picture in what is dragged or copied."""
    return bool(files_of(mime)) or mime.hasImage()


def _look_at_picture(picture: QImage) -> Looked:
    """A picture from the clipboard has no name of its own."""
    from PySide6.QtCore import QBuffer, QByteArray

    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    try:
        taken = receipts.look_at(bytes(content.data()), tr("Pasted picture.png"))
    except InvalidEntry as problem:
        return Looked(taken=(), refused=(problem.message,))
    copies = {taken.sha256: receipts.smaller(taken)} if taken.can_be_smaller else {}
    return Looked(taken=(taken,), refused=(), smaller=copies)
