"""What can be done on the Self-care tab, each as one step that Undo takes back. Nothing is counted."""

from __future__ import annotations

from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from caregiver_app.domain.selfcare import Feel, SmallThing, SmallThingTime
from caregiver_app.domain.selfcare_week import ThingThisWeek
from caregiver_app.domain.selfcare_words import done_words, left_words, time_words
from caregiver_app.services import selfcare
from caregiver_app.services.household import household
from caregiver_app.ui.actions import Actions
from caregiver_app.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from caregiver_app.domain.tasks import Item
    from caregiver_app.storage.unit_of_work import UnitOfWork


class CareDeeds:
    """Every deed tells whether it was kept."""

    def __init__(self, actions: Actions, tell: Callable[[Sequence[Item]], object] | None = None) -> None:
        self._actions, self._tell = actions, tell  # `tell` shows the words for whoever was asked and need not come

    def did(self, each: ThingThisWeek) -> bool:
        """It was done, in full or in its two-minute version."""
        now = self._actions.clock.now()
        deed = partial(selfcare.done, thing=each.thing, week=each.time.week, now=now)
        return self._run(tr("I did this"), deed, told=done_words())

    def not_done(self, each: ThingThisWeek) -> bool:
        """It is still to come after all."""
        return self._run(tr("Still to come"), partial(selfcare.not_done, thing=each.thing, week=each.time.week))

    def not_this_week(self, week: date, thing: SmallThing | None = None) -> bool:
        """One small thing, or all that are still to come, are for another week."""
        deed = partial(selfcare.not_this_week, week=week, thing=thing)
        asked = partial(selfcare.still_asked, week=week, thing=thing)
        return self._leave(tr("Not this week"), deed, asked, told=left_words())

    def after_all(self, each: ThingThisWeek) -> bool:
        """It is for this week after all."""
        deed = partial(selfcare.this_week_after_all, week=each.time.week, thing=each.thing)
        return self._run(tr("This week after all"), deed)

    def plan(
        self, each: ThingThisWeek, week: date, day: date | None, clock: time | None, beside_id: UUID | None = None
    ) -> bool:
        """A small thing has its time, in place of the one it had; `beside_id` gives her company meanwhile."""
        thing = each.thing
        chosen = partial(selfcare.plan_time, thing=thing, week=week, day=day, clock=clock, beside_id=beside_id)
        deed = partial(chosen, instead_of=each.next_time)
        after = SmallThingTime(thing_id=thing.id, week=week, day=day, clock=clock)
        when = time_words(after, clock24=self._actions.read(household).clock24)
        told = tr("{title}: {when} (next week)") if week > each.time.week else tr("{title}: {when}")
        title = " ".join(thing.title.split())
        label = tr("Choose a time for {title}").format(title=title)
        return self._run(label, deed, told=told.format(title=title, when=when))

    def begin(
        self, thing: SmallThing, week: date, day: date, clock: time | None, beside_id: UUID | None = None
    ) -> bool:
        """A new small thing with its first time, in one step."""
        title = " ".join(thing.title.split())
        chosen = SmallThingTime(thing_id=thing.id, week=week, day=day, clock=clock)
        when = time_words(chosen, clock24=self._actions.read(household).clock24)
        deed = partial(_begin, thing=thing, week=week, day=day, clock=clock, beside_id=beside_id)
        told = tr("{title}: {when}").format(title=title, when=when)
        return self._run(tr("Add {title}").format(title=title), deed, told=told)

    def save(self, before: SmallThing | None, after: SmallThing) -> bool:
        """A small thing, new or changed."""
        words = tr("Change {title}") if before is not None else tr("Add {title}")
        deed = partial(selfcare.save_thing, before=before, after=after)
        return self._run(words.format(title=after.title.strip()), deed)

    def rest(self, thing: SmallThing, *, resting: bool = True) -> bool:
        """A small thing rests for now, or is offered again."""
        if not resting:
            deed = partial(selfcare.rest_thing, thing=thing, resting=False)
            return self._run(tr("Bring {title} back").format(title=thing.title.strip()), deed)
        label = tr("Let {title} rest").format(title=thing.title.strip())
        asked = partial(selfcare.still_asked, thing=thing)
        return self._leave(label, partial(selfcare.rest_thing, thing=thing), asked)

    def remove(self, thing: SmallThing) -> bool:
        """A small thing goes, with all its weeks."""
        words = tr("Remove {title}").format(title=thing.title.strip())
        asked = partial(selfcare.still_asked, thing=thing)
        return self._leave(words, partial(selfcare.remove_thing, thing=thing), asked)

    def feel(self, day: date, feel: Feel | None) -> bool:
        """How a day is, or nothing; without a word about it."""
        label = tr("Note how today is")
        return self._actions.run(label, partial(selfcare.set_feeling, day=day, feel=feel), silent=True)

    def _leave(
        self,
        label: str,
        deed: Callable[[UnitOfWork], object],
        asked: Callable[[UnitOfWork], list[Item]],
        told: str = "",
    ) -> bool:
        """Something is left; then whoever was asked to come meanwhile is to hear of it."""
        items = self._actions.read(asked)
        left = self._run(label, deed, told=told)
        if left and items and self._tell is not None:
            self._tell(items)
        return left

    def _run(self, label: str, action: Callable[[UnitOfWork], object], told: str = "") -> bool:
        return self._actions.run(label, action, told=told)


def _begin(
    work: UnitOfWork, *, thing: SmallThing, week: date, day: date, clock: time | None, beside_id: UUID | None
) -> None:
    selfcare.save_thing(work, before=None, after=thing)
    selfcare.plan_time(work, thing=thing, week=week, day=day, clock=clock, beside_id=beside_id)
