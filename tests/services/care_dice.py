"""Things a caregiver might do for themselves, with reminders and with the season; and what must hold of them."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import pairwise
from typing import Any

from caregiver_app.domain.calendar import Every, Repeat, Span, week_of
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.reminders import About, Due, Later, OwnReminder
from caregiver_app.domain.seasons import Season
from caregiver_app.domain.selfcare import (
    SMALL_THINGS,
    Feel,
    Feeling,
    HelpLine,
    JournalEntry,
    SmallThing,
    SmallThingTime,
)
from caregiver_app.services import household, reminding, seasons, selfcare
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork

WORDS = ("rain", "laughter", "Café", "tired", "soup")
CLOCKS = (time(7), time(14), time(20, 30))
OF_CARE = (SmallThing, SmallThingTime, Feeling, JournalEntry, HelpLine, OwnReminder)
Action = partial[Any]


class CareDice:
    """Draws what is done next in a span of days."""

    def __init__(self, dice: random.Random, workspace: Workspace, span: Span) -> None:
        self.dice = dice
        self.workspace = workspace
        self.span = span
        self.now = workspace.clock.now()

    def action(self, helpers: list[Person]) -> Action:
        """Something a person might do now; `helpers` has at least one."""
        kinds = (self.with_thing, self.with_thing, self.with_words, self.with_reminder, self.with_season)
        choices = self.dice.choice(kinds)(helpers)
        return self.dice.choice(choices)

    def with_thing(self, helpers: list[Person]) -> list[Action]:
        """A small thing, new or in one of its weeks."""
        found = self.workspace.read(selfcare.things)
        new = SmallThing(
            title=f"Walk {self.dice.randrange(9)}",
            weekday=self.dice.choice((None, 0, 3)),
            clock=self.dice.choice((None, *CLOCKS)),
            remind=self.dice.random() < 0.5,
        )
        add = partial(selfcare.save_thing, before=None, after=new)
        if not found:
            return [add]
        thing, day = self.dice.choice(found), self.day()
        week = week_of(day, self.workspace.read(household.household).week_start).first
        clock, asked = self.dice.choice(CLOCKS), self.dice.choice((None, helpers[0].id))
        in_week: dict[str, Any] = {"thing": thing, "week": week}
        return [
            add,
            partial(selfcare.save_thing, before=thing, after=replace(thing, minutes=self.dice.randint(5, 90))),
            partial(selfcare.rest_thing, thing=thing, resting=self.dice.random() < 0.5),
            partial(selfcare.remove_thing, thing=thing),
            partial(selfcare.plan_time, **in_week, day=day, clock=clock),
            partial(selfcare.ask_cover, **in_week, day=day, clock=clock, person_id=asked, now=self.now),
            partial(selfcare.done, **in_week, now=self.now),
            partial(selfcare.not_done, **in_week),
            partial(selfcare.not_this_week, week=week),
            partial(selfcare.not_this_week, **in_week),
            partial(selfcare.this_week_after_all, **in_week),
        ]

    def with_words(self, helpers: list[Person]) -> list[Action]:
        """How a day was, the journal, the plan."""
        text = " ".join(self.dice.choices(WORDS, k=3))
        entry = JournalEntry(day=self.day(), text=text, written_at=self.now)
        known = self.workspace.read(selfcare.entries)
        lines, plan = self.workspace.read(selfcare.help_lines), self.workspace.read(selfcare.plan)
        line = self.dice.choice(lines)
        changed = [
            partial(selfcare.save_entry, before=each, after=replace(each, text=text)) for each in known[:1]
        ]
        return [
            *changed,
            *(partial(selfcare.remove_entry, entry=each) for each in known[:1]),
            partial(selfcare.save_entry, before=None, after=entry),
            partial(selfcare.set_feeling, day=self.day(), feel=self.dice.choice((None, *Feel))),
            partial(selfcare.save_help_line, before=line, after=replace(line, checked_on=self.day())),
            partial(selfcare.remove_help_line, line=line),
            partial(selfcare.save_plan, before=plan, after=replace(plan, call_ids=(helpers[0].id,), low_signs=text)),
        ]

    def with_reminder(self, _helpers: list[Person]) -> list[Action]:
        """One that is due, one that is typed, the rules."""
        day, clock = self.day(), self.dice.choice(CLOCKS)
        repeat = self.dice.choice((None, Repeat(every=Every.DAYS, n=3), Repeat(every=Every.WEEKS, on=(1, 4))))
        local = datetime.combine(day, time(8))
        rules, own = self.workspace.read(reminding.rules), self.workspace.read(partial(reminding.own, now=local))
        due = self.workspace.read(partial(reminding.dues, first=day, last=day + timedelta(2)))
        on = frozenset(self.dice.sample(list(About), 4))
        typed = OwnReminder(text=f"Plants {self.dice.randrange(9)}", day=day, clock=clock, repeat=repeat)
        save = partial(reminding.save_own, now=local)
        return [
            *(partial(reminding.close, dues=each, at=local) for each in (due[:1], due) if each),
            *(self.later(each, local) for each in due[:1]),
            *(partial(reminding.remove_own, reminder=each) for each in own[:1]),
            *(partial(save, before=each, after=replace(typed, id=each.id)) for each in own[:1]),
            partial(save, before=None, after=typed),
            partial(reminding.save_rules, before=rules, after=replace(rules, on=on)),
        ]

    def later(self, due: Due, at: datetime) -> Action:
        """A reminder is put off."""
        return partial(reminding.put_off, due=due, later=self.dice.choice(list(Later)), at=at)

    def with_season(self, _helpers: list[Person]) -> list[Action]:
        """The season changes, or the caregiver gets a name."""
        season, today = self.dice.choice(list(Season)), self.workspace.clock.today()
        return [
            partial(seasons.change, season=season, today=today, now=self.now),
            partial(household.name_person, role=Role.CAREGIVER, name=f"Sam {self.dice.randrange(9)}"),
        ]

    def day(self) -> date:
        """A day of the span."""
        return self.span.first + timedelta(self.dice.randrange(28))


def check_care(work: UnitOfWork, *, span: Span) -> None:
    """Few things, each week of a thing that is there, help at hand, free time that is free, each reminder once."""
    found = work.all(SmallThing)
    assert sum(not each.resting for each in found) <= SMALL_THINGS
    assert {each.thing_id for each in work.all(SmallThingTime)} <= {each.id for each in found}
    assert selfcare.help_lines(work)
    free = selfcare.windows(work, span=span, now=datetime.combine(span.first, time.min))
    assert all(one.end <= other.start for one, other in pairwise(each for each in free if each.part is None))
    assert all(each.minutes >= 20 for each in free)
    due = reminding.dues(work, first=span.first, last=span.last)
    assert len({each.id for each in due}) == len(due)
    assert all(each.at.date() in span for each in due)
    for entry in work.all(JournalEntry):
        assert entry in selfcare.search(work, typed=entry.text.split()[0][:4], limit=1000)
