"""The one way from a click to the database, with undo and redo for everything that goes along it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from caregiver_app.domain.problems import FileProblem, InvalidEntry, StaleEdit
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.domain.records import ChangeSet
    from caregiver_app.services.workspace import Clock, Workspace
    from caregiver_app.storage.unit_of_work import UnitOfWork

T = TypeVar("T")
STEPS = 100


class Step(NamedTuple):
    """One thing that was done and can be taken back."""

    label: str
    changes: ChangeSet


class Actions(QObject):
    """Runs what a person does. Until the file is open, what they do waits for it."""

    ready = Signal()
    changed = Signal(object)  # ChangeSet
    done = Signal(str, str, str)  # the label of what can be undone; a day when it can't be seen now; a sentence for it
    told = Signal(str)  # a sentence, when there was nothing to do
    undone = Signal(str)  # the label of what was taken back
    redone = Signal(str)
    refused = Signal(str, str)  # field, sentence
    problem = Signal(object)  # FileProblem
    outdated = Signal()  # somebody else changed what is on the screen
    history_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._waiting: list[Callable[[], object]] = []
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._forgotten = 0  # steps that are too old to be taken back

    @property
    def is_open(self) -> bool:
        """Whether there is a file to read from."""
        return self._workspace is not None

    @property
    def workspace(self) -> Workspace:
        """The open file."""
        assert self._workspace is not None, "nothing asks before the file is open"
        return self._workspace

    @property
    def clock(self) -> Clock:
        """What day it is."""
        return self.workspace.clock

    @property
    def depth(self) -> int:
        """How many steps were done since the file was opened and not taken back."""
        return self._forgotten + len(self._undo)

    def opened(self, workspace: Workspace) -> None:
        """The file is there: do what waited for it."""
        self._workspace = workspace
        self._forgotten = 0
        self._undo.clear()
        self._redo.clear()
        self.history_changed.emit()
        self.ready.emit()
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            action()

    def when_open(self, action: Callable[[], object]) -> None:
        """Do it now, or as soon as the file is open."""
        if self.is_open:
            action()
        else:
            self._waiting.append(action)

    def read(self, question: Callable[[UnitOfWork], T]) -> T:
        """The answer to a question."""
        return self.workspace.read(question)

    def run(
        self,
        label: str,
        action: Callable[[UnitOfWork], object],
        *,
        silent: bool = False,
        day: str = "",
        told: str = "",
        nothing: str = "",
    ) -> bool:
        """Do something that can be undone; False when it was refused or not saved.

        `silent` shows no notice, `day` tells in it where to look, `told` is its own sentence,
        `nothing` is told when there was nothing to do.
        """
        changes = self._write(action)
        if isinstance(changes, Exception):
            return False
        if changes:
            self._keep(Step(label, changes))
            if not silent:
                self.done.emit(label, day, told)
        elif nothing:
            self.told.emit(nothing)
        return True

    def wrote(self, label: str, changes: ChangeSet, *, told: str = "") -> None:
        """What was written away from the screen’s thread is a step like any other."""
        if changes:
            self.changed.emit(changes)
            self._keep(Step(label, changes))
            self.done.emit(label, "", told)

    def note(self, action: Callable[[UnitOfWork], object]) -> bool:
        """Keep something that is no step of its own, such as the count of printed copies."""
        return not isinstance(self._write(action), Exception)

    def undo(self) -> None:
        """Take the last step back."""
        if self._undo:
            self._turn(self._undo, self._redo, self._undo[-1].changes.inverse(), self.undone)

    def redo(self) -> None:
        """Do the last step that was taken back again."""
        if self._redo:
            self._turn(self._redo, self._undo, self._redo[-1].changes, self.redone)

    def undo_text(self) -> str:
        """For the menu: "Undo Mark done"; empty when there is nothing to take back."""
        return tr("Undo {step}").format(step=self._undo[-1].label) if self._undo else ""

    def redo_text(self) -> str:
        """For the menu; empty when there is nothing to do again."""
        return tr("Redo {step}").format(step=self._redo[-1].label) if self._redo else ""

    def _keep(self, step: Step) -> None:
        self._undo.append(step)
        self._forgotten += max(0, len(self._undo) - STEPS)
        del self._undo[:-STEPS]
        self._redo.clear()
        self.history_changed.emit()

    def _turn(self, source: list[Step], target: list[Step], changes: ChangeSet, told: SignalInstance) -> None:
        result = self._write(lambda work: work.apply(changes))
        if isinstance(result, FileProblem) and not isinstance(result, StaleEdit):
            return  # such as a full disk: it can be tried again
        step = source.pop()
        if not isinstance(result, Exception):
            target.append(step)
            told.emit(step.label)
        self.history_changed.emit()

    def _write(self, action: Callable[[UnitOfWork], object]) -> ChangeSet | InvalidEntry | FileProblem:
        """What changed; or what stood in the way, which is told as well."""
        try:
            changes = self.workspace.write(action)
        except InvalidEntry as refusal:
            self.refused.emit(refusal.field, refusal.message)
            return refusal
        except FileProblem as problem:
            if isinstance(problem, StaleEdit):
                self.outdated.emit()
            self.problem.emit(problem)
            return problem
        if changes:
            self.changed.emit(changes)
        return changes
