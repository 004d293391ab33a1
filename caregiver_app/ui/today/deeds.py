"""What can be done with a row of Today, each as one step that Undo takes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.domain.today_words import LABEL, plain
from caregiver_app.ui.actions import Actions
from caregiver_app.ui.tasks.deeds import Deeds
from caregiver_app.words import tr

if TYPE_CHECKING:
    from datetime import date

    from caregiver_app.domain.reminders import OwnReminder
    from caregiver_app.domain.selfcare_week import ThingThisWeek
    from caregiver_app.domain.tasks import Item
    from caregiver_app.storage.unit_of_work import UnitOfWork


class TodayDeeds:
    """Ticks tasks and small things."""

    def __init__(self, actions: Actions) -> None:
        self._actions = actions
        self.tasks = Deeds(actions)

    def tick_task(self, item: Item) -> bool:
        """Done, or open again."""
        return self.tasks.tick(item)

    def tick_thing(self, thing: ThingThisWeek) -> bool:
        """A small thing was done, or is still to come after all."""
        from caregiver_app.services import selfcare

        week = thing.time.week
        if thing.is_done:
            label = tr("Mark “{thing}” not done").format(thing=plain(thing.thing.title, LABEL))
            return self._run(label, partial(selfcare.not_done, thing=thing.thing, week=week))
        deed = partial(selfcare.done, thing=thing.thing, week=week, now=self._actions.clock.now())
        return self._run(tr("Glad you took that time"), deed)

    def tick_reminder(self, reminder: OwnReminder, day: date) -> bool:
        """What somebody wanted to be reminded of on a day is done."""
        from caregiver_app.domain.reminders import due_of
        from caregiver_app.ui.reminders.deeds import ReminderDeeds

        return ReminderDeeds(self._actions).done([due_of(reminder, day)])

    def _run(self, label: str, action: Callable[[UnitOfWork], object]) -> bool:
        return self._actions.run(label, action)
