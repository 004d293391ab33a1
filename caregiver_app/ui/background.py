"""Slow work away from the screen: one thread, values in, values out, results as signals."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

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


class _Work(QRunnable):
    def __init__(self, job: Job, work: Callable[[], object]) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        if self._job.is_cancelled:
            self._job._ended.emit(None, None)  # noqa: SLF001  # the two are one
            return
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001  # the edge of the thread: it goes to the screen's
            self._job._ended.emit(None, error)  # noqa: SLF001
        else:
            self._job._ended.emit(result, None)  # noqa: SLF001


class Background(QObject):
    """The one worker."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

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
        self._pool.start(_Work(job, work))
        return job

    def finish(self) -> None:
        """Wait for what was begun."""
        self._pool.waitForDone()
