"""What can be done about reminders, from the card, from the list and from the desktop alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.domain.reminders import Due, Later, Touched, comes_again, later_time, laters
from caregiver_app.domain.today_words import LABEL, plain
from caregiver_app.ui.actions import Actions
from caregiver_app.ui.reminders.words import again_words
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork


class ReminderDeeds:
    """Each is one step that Undo takes back; what was only read is no step, unless another step is before it."""

    def __init__(self, actions: Actions) -> None:
        self._actions = actions

    def laters(self, dues: Sequence[Due]) -> list[Later]:
        """The choices with which each of them still comes again."""
        from caregiver_app.services import reminding

        return laters(dues, self._at(), self._actions.read(reminding.rules))

    def later(self, dues: Sequence[Due], later: Later) -> bool:
        """Let them come again; what would come too late waits on."""
        at = self._at()
        put_off = partial(_put_off_all, dues=tuple(dues), later=later, at=at)
        told = self._actions.read(partial(_again, later=later, at=at))
        too_late = tr("That is too late for this reminder, so it waits here.")
        return self._actions.run(tr("Put a reminder off"), put_off, told=told, nothing=too_late)

    def not_today(self, dues: Sequence[Due]) -> bool:
        """They are closed for today."""
        told = tr("Put away for today.")
        return self._actions.run(tr("Put a reminder away"), self._closing(dues, off=True), told=told)

    def done(self, dues: Sequence[Due]) -> bool:
        """What somebody typed is done; it may stand there for several days."""
        title = plain(dues[0].title, LABEL)
        told = tr("“{task}” is done.").format(task=title)
        return self._actions.run(tr("Mark “{task}” done").format(task=title), self._closing(dues, off=True), told=told)

    def read(self, dues: Sequence[Due]) -> bool:
        """They were opened: nothing more to tell. What was put off before is a step, or Undo could go no further."""
        if self._actions.read(partial(_was_touched, dues=tuple(dues))):
            return self._actions.run(tr("Open a reminder"), self._closing(dues), silent=True)
        return self._actions.note(self._closing(dues))

    def _closing(self, dues: Sequence[Due], *, off: bool = False) -> partial[None]:
        from caregiver_app.services import reminding

        return partial(reminding.close, dues=tuple(dues), at=self._at(), off=off)

    def _at(self) -> datetime:
        return self._actions.clock.local().replace(tzinfo=None)


def _put_off_all(work: UnitOfWork, *, dues: Sequence[Due], later: Later, at: datetime) -> None:
    from caregiver_app.services import reminding

    rules = reminding.rules(work)
    for due in dues:
        if comes_again(due, later, at, rules):
            reminding.put_off(work, due=due, later=later, at=at)


def _was_touched(work: UnitOfWork, *, dues: Sequence[Due]) -> bool:
    return any(work.get(Touched, due.id) is not None for due in dues)


def _again(work: UnitOfWork, *, later: Later, at: datetime) -> str:
    from caregiver_app.services import household, reminding

    again = reminding.rules(work).first_loud(later_time(later, at))
    return again_words(again, at, clock24=household.household(work).clock24)
