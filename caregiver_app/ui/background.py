"""Slow work away from the screen: one thread, values in, values out, results as signals."""

from __future__ import annotations

from collections.abc import Callable
from queue import Queue
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from caregiver_app.domain.problems import FileProblem


class Job(QObject):
    """One piece of slow work, as the screen sees it."""

    done = Signal(object)
    problem = Signal(object)  # FileProblem
    finished = Signal()
    _ended = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cancelled = Event()
        self._ended.connect(self._tell)

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for the result any more. Work in steps asks this between them."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Forget the result; work that has not begun never will."""
        self._cancelled.set()

    def _tell(self, result: object, error: Exception | None) -> None:
        if not self.is_cancelled:
            if error is None:
                self.done.emit(result)
            elif isinstance(error, FileProblem):
                self.problem.emit(error)
        self.finished.emit()
        self.deleteLater()
        if error is not None and not isinstance(error, FileProblem):
            raise error  # on the screen's thread: our own bug, told as such


_Piece = tuple[Job, Callable[[], object]]


def _do_all(pieces: Queue[_Piece | None]) -> None:
    """Do one piece after the other, until None comes."""
    while (piece := pieces.get()) is not None:
        try:
            _do(*piece)
        finally:
            del piece  # nothing of the screen's may be dropped here later
            pieces.task_done()
    pieces.task_done()


def _do(job: Job, work: Callable[[], object]) -> None:
    result: object = None
    problem: Exception | None = None
    if not job.is_cancelled:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001  # the edge of the thread: it goes to the screen's
            problem = error
    job._ended.emit(result, problem)  # noqa: SLF001  # the two are one


class Background(QObject):
    """The one worker.

    A thread of Python's own: Qt would delete what it runs at a moment that Python's garbage collector knows nothing of.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces: Queue[_Piece | None] = Queue()
        self._thread: Thread | None = None

    def run(
        self,
        work: Callable[[], object],
        *,
        done: Callable[..., object] | None = None,
        failed: Callable[..., object] | None = None,
    ) -> Job:
        """Do `work` in the background; `done` gets its result, or `failed` a FileProblem, on the screen's thread."""
        job = Job(self)
        if done is not None:
            job.done.connect(done)
        if failed is not None:
            job.problem.connect(failed)
        self._pieces.put((job, work))
        if self._thread is None:
            self._thread = Thread(target=_do_all, args=(self._pieces,), name="background", daemon=True)
            self._thread.start()
        return job

    def finish(self) -> None:
        """Wait for what was begun; the thread ends, and a new one comes with new work."""
        if self._thread is not None:
            self._pieces.put(None)
            self._thread.join()
            self._thread = None
