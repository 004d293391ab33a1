"""The family's data while it is open: read it, write it, and hear of every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TypeVar

from caregiver_app.domain.records import ChangeSet
from caregiver_app.storage.database import Database
from caregiver_app.storage.unit_of_work import UnitOfWork

T = TypeVar("T")


@dataclass(frozen=True)
class Clock:
    """The one thing that knows what day it is. With `standing_on` it stands at 8:00 am of that day."""

    standing_on: date | None = None

    def now(self) -> datetime:
        """This instant, in UTC."""
        return self.local().astimezone(UTC)

    def local(self) -> datetime:
        """This instant on the computer's own clock, with its zone."""
        if self.standing_on is not None:
            return datetime.combine(self.standing_on, time(8)).astimezone()
        return datetime.now(UTC).astimezone()

    def today(self) -> date:
        """The day on the computer's own calendar."""
        return self.standing_on or self.local().date()


class Workspace:
    """An open file or server together with its clock."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        on_close: Callable[[], None] | None = None,
        half_typed_in: Path | None = None,
    ) -> None:
        self.clock = clock
        self._half_typed_in = half_typed_in  # for a server; beside a file there is a place of its own
        self._database = database
        self._on_close = on_close
        self.at_hand: object = None  # read while opening, for the first page; gone with the first write
        self._listeners: list[Callable[[ChangeSet], None]] = []

    def read(self, question: Callable[[UnitOfWork], T]) -> T:
        """The answer to a question, all of it from one moment."""
        with self._database.reading() as work:
            return question(work)

    def write(self, action: Callable[[UnitOfWork], object]) -> ChangeSet:
        """Do an action as one transaction and say what changed; a refusal changes nothing."""
        self.at_hand = None
        with self._database.writing(self.clock.now()) as work:
            action(work)
            changes = work.changes
        for listener in tuple(self._listeners):
            listener(changes)
        return changes

    def apply(self, changes: ChangeSet) -> ChangeSet:
        """Make these edits, as undo and redo do; refused when a record has changed since."""
        return self.write(lambda work: work.apply(changes))

    def subscribe(self, listener: Callable[[ChangeSet], None]) -> None:
        """Call `listener` with each change that was saved."""
        self._listeners.append(listener)

    @property
    def path(self) -> Path | None:
        """The file; None for a server."""
        return self._database.path

    @property
    def is_kept_here(self) -> bool:
        """Whether it is a file on this computer that stays: neither a server nor a demo's throw-away file."""
        return self.path is not None and self._on_close is None

    @property
    def half_typed_in(self) -> Path | None:
        """The folder for what is typed and not saved yet; None where nothing is to stay, as in a demo."""
        if self.path is None:
            return self._half_typed_in
        return self.path.with_name(f".{self.path.name}.typed") if self.is_kept_here else None

    def copy_to(self, target: Path) -> None:
        """Make a whole copy of the file, also while it is open. A server's data is copied where the server is."""
        self._database.copy_to(target)

    def faults(self) -> list[str]:
        """What is wrong with the file itself; empty when it is sound."""
        return self._database.faults()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
        if self._on_close is not None:
            self._on_close()
