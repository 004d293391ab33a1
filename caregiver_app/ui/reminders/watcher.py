"""Watches the clock for reminders, asleep in between: one timer, set to the next moment."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from caregiver_app.domain.problems import FileProblem
from caregiver_app.domain.reminders import Due, OwnReminder, ReminderRules, Seen, Touched, Waiting
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.reminders.seen_here import SeenHere

if TYPE_CHECKING:
    from caregiver_app.domain.records import ChangeSet
    from caregiver_app.services.workspace import Workspace
    from caregiver_app.storage.unit_of_work import UnitOfWork

LONGEST_MS = 60_000  # a timer knows nothing of sleep and of clocks that are set: the clock is compared this often
SOON_MS, SETTLED_MS = 50, 2_000
JUMP = timedelta(seconds=20)  # by so much the clock may differ from the time that went by


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one look at the file found; `at` is the local time of it, without a zone."""

    at: datetime
    waiting: Waiting
    is_quiet: bool


def read_look(work: UnitOfWork, *, at: datetime, seen: Seen) -> Look:
    """What waits at a local moment, beside what was `seen`."""
    from caregiver_app.services import reminding

    return Look(at=at, waiting=reminding.look(work, at=at, seen=seen), is_quiet=reminding.rules(work).is_quiet(at))


def read_family(work: UnitOfWork) -> UUID | None:
    """Whose file it is, however it is called; None before anybody has a name."""
    from caregiver_app.domain.people import Role
    from caregiver_app.services.household import person_in_role

    found = person_in_role(work, Role.CAREGIVER) or person_in_role(work, Role.CARED_FOR)
    return found.id if found is not None else None


class Watcher(QObject):
    """Knows what waits. Until something is done about a reminder it waits on, also over a restart.

    `changed` when something else waits now; `came` with what is new by itself and what is new but from before.
    """

    changed = Signal()
    came = Signal(object, object)  # tuple[Due, ...] twice

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.waiting: tuple[Due, ...] = ()
        self._parts = parts
        self._told: set[UUID] = set()
        self._memory = SeenHere(parts.settings, _name_of(parts.actions.workspace))
        self._next: datetime | None = None
        self._at, self._zone = self._now(), self._offset()
        self._gone_by = QElapsedTimer()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.beat)
        parts.actions.changed.connect(self._changed)
        parts.actions.ready.connect(self.stop)  # another file: the window gets another watcher

    def begin(self) -> None:
        """Look for the first time, away from the screen: much is imported for it."""
        actions = self._parts.actions
        if self._memory.is_known:
            self._parts.background.run(partial(actions.workspace.read, read_family), done=self._is_of)
        else:
            self._is_of(actions.read(read_family))  # it may be known by another name
        question = partial(read_look, at=self._now(), seen=self._memory.seen(self._now()))
        self._parts.background.run(partial(actions.workspace.read, question), done=self._found, failed=self._try_later)

    @property
    def has_begun(self) -> bool:
        """Whether the first look is over."""
        return self._next is not None

    def look(self) -> None:
        """Look at the file now."""
        question = partial(read_look, at=self._now(), seen=self._memory.seen(self._now()))
        try:
            found = self._parts.actions.read(question)
        except FileProblem:
            self._try_later()  # whoever does something now hears of it; a watch has nothing to say
        else:
            self._found(found)

    def beat(self) -> None:
        """Look when something is due, or when the clock is not where it should be; go back to sleep otherwise."""
        now = self._now()
        if self._next is None or now >= self._next or self._has_jumped(now):
            self.look()
        else:
            self._sleep()

    def stop(self) -> None:
        """Watch no more."""
        self.timer.stop()
        self._parts.actions.changed.disconnect(self._changed)
        self._parts.actions.ready.disconnect(self.stop)

    def forget(self, dues: Iterable[Due]) -> None:
        """Something was done about these: should they come again, they are new."""
        self._told -= {due.id for due in dues}

    # The clock

    def _now(self) -> datetime:
        if hasattr(time, "tzset"):
            time.tzset()  # else a program that runs on never hears of another time zone
        return self._parts.actions.clock.local().replace(tzinfo=None)

    def _offset(self) -> timedelta | None:
        return self._parts.actions.clock.local().utcoffset()

    def _has_jumped(self, now: datetime) -> bool:
        """Whether the computer slept, or somebody set its clock or its zone."""
        expected = self._at + timedelta(milliseconds=self._gone_by.elapsed())
        return abs(now - expected) > JUMP or self._offset() != self._zone

    def _sleep(self) -> None:
        self._at, self._zone = self._now(), self._offset()
        self._gone_by.restart()
        wait = LONGEST_MS if self._next is None else round((self._next - self._at).total_seconds() * 1000) + SOON_MS
        self.timer.start(min(max(wait, SOON_MS), LONGEST_MS))

    # What was found

    def _is_of(self, family: UUID | None) -> None:
        if family is not None:
            self._memory.is_of(family)

    def _try_later(self) -> None:
        self._next = None
        self.timer.start(LONGEST_MS)

    def _found(self, look: Look) -> None:
        found = (*look.waiting.gathered, *look.waiting.now)
        new = [due for due in found if due.id not in self._told]
        self._told |= {due.id for due in new}
        self._next = look.waiting.next_at
        self._memory.looked(look.at, found, is_quiet=look.is_quiet)
        if found != self.waiting:
            self.waiting = found
            self.changed.emit()
        if new:
            gathered = set(look.waiting.gathered)
            self.came.emit(
                tuple(due for due in new if due not in gathered), tuple(due for due in new if due in gathered)
            )
        self._sleep()

    def _changed(self, changes: ChangeSet) -> None:
        for before, after in changes.of(Touched):
            if before is not None and (after is None or (before.closed and not after.closed)):  # as Undo does
                self._memory.waits_again(before, self._now())
        soon = changes.touches(Touched, OwnReminder, ReminderRules)
        self._next = None
        self.timer.start(SOON_MS if soon else SETTLED_MS)


def _name_of(workspace: Workspace) -> str:
    """A word for the file that this computer remembers, without its path."""
    return sha256(str(workspace.path).encode()).hexdigest()[:12] if workspace.path else "server"
