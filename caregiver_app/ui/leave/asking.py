"""Asks the file a question that may take a second, away from the screen; only the last question counts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.ui.background import Job
from caregiver_app.ui.parts import Parts

if TYPE_CHECKING:
    from caregiver_app.services.workspace import Workspace
    from caregiver_app.storage.unit_of_work import UnitOfWork


class Asking(QObject):
    """Values in, values out: `answered` brings what the question found, `refused` an InvalidEntry."""

    answered = Signal(object)
    refused = Signal(object)
    failed = Signal(object)  # FileProblem

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._job: Job | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def ask(self, question: Callable[[UnitOfWork], object]) -> None:
        """Begin; an earlier question that is not answered yet is forgotten."""
        self.forget()
        work = partial(_answer, self._parts.actions.workspace, question)
        self._job = self._parts.background.run(work, done=self._done, failed=self._failed)

    def forget(self) -> None:
        """Nobody waits for the answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _done(self, found: object) -> None:
        self._job = None
        if isinstance(found, InvalidEntry):
            self.refused.emit(found)
        else:
            self.answered.emit(found)

    def _failed(self, problem: object) -> None:
        self._job = None
        self.failed.emit(problem)


def _answer(workspace: Workspace, question: Callable[[UnitOfWork], object]) -> object:
    """The answer, or the refusal as a value: on another thread it would be taken for a bug of ours."""
    try:
        return workspace.read(question)
    except InvalidEntry as refusal:
        return refusal
