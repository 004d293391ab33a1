"""Makes the PDF beside the window: reads the file, draws on the worker, tells when it is there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from caregiver_app.domain.kinds import Audience
from caregiver_app.services import fridge_guard, printing
from caregiver_app.services.fridge_guard import FridgeHit
from caregiver_app.services.printing import SHEETS, Prepared, Request
from caregiver_app.ui.background import Job
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.printing.drawing import PageFacts, facts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeSheet:
    """A finished PDF with what there is to know about it."""

    prepared: Prepared
    pdf: bytes
    facts: list[PageFacts]
    hits: tuple[FridgeHit, ...]


class SheetMaker(QObject):
    """Only the last request counts: an older one that is not done yet is forgotten."""

    made = Signal(object)
    problem = Signal(object)

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._job: Job | None = None

    def make(self, request: Request) -> None:
        """Begin; `made` brings the sheet."""
        self.forget()
        actions = self._parts.actions
        prepared = actions.read(partial(printing.prepare, request=request, at=actions.clock.local()))
        hangs = SHEETS[request.sheet].audience is Audience.FRIDGE
        hits = actions.read(partial(fridge_guard.hits, request=request)) if hangs else []
        work = partial(_make, prepared, tuple(hits))
        self._job = self._parts.background.run(work, done=self._done, failed=self.problem.emit)
        self._job.finished.connect(self._ended)

    def forget(self) -> None:
        """Nobody waits for what is being made now."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _done(self, sheet: MadeSheet) -> None:
        self.made.emit(sheet)

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None


def _make(prepared: Prepared, hits: tuple[FridgeHit, ...]) -> MadeSheet:
    pdf = printing.make(prepared)
    return MadeSheet(prepared=prepared, pdf=pdf, facts=facts_of(pdf), hits=hits)
