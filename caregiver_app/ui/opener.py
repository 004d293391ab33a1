"""Opens the family's data beside the first paint: the window never waits for the database layer."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.domain.problems import FileProblem

if TYPE_CHECKING:
    from caregiver_app.services.workspace import Workspace


class Opener(QObject):
    """One try at opening. `opened` brings the workspace, `problem` the trouble in words, `bug` anything else."""

    opened = Signal(object)
    problem = Signal(object)
    bug = Signal(object)

    def __init__(self, opening: Callable[[], Workspace], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opening = opening

    def start(self) -> None:
        """Begin; the answer comes as a signal on the screen's thread."""
        Thread(target=self._open, name="opener", daemon=True).start()

    def _open(self) -> None:
        try:
            self.opened.emit(self._opening())
        except FileProblem as problem:
            self.problem.emit(problem)
        except Exception as error:  # noqa: BLE001 - a worker's edge: the excepthook does not see this thread
            self.bug.emit(error)
