"""Words to somebody whose help for a visit is on another day, or not needed: only what this person may see."""

from __future__ import annotations

from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import Person
from caregiver_app.domain.sharing import neutral_words
from caregiver_app.domain.spoken import clock_words, day_words, short_day
from caregiver_app.domain.tasks import Item, Task
from caregiver_app.words import tr


def help_moved_words(before: Item, after: Item, person: Person, caregiver: Person | None, clock24: bool) -> str:
    """A text message: what somebody said yes to, or was asked for, has moved along with the visit."""
    words = tr("Hi {name}, “{title}” has moved {change}.")
    title = _title_for(person, before.task)
    moved = words.format(name=person.first_name, title=title, change=_change(before, after, clock24))
    asked = person.id in after.waiting
    question = tr("Could you do it then?") if asked else tr("Does that still work for you?")
    return _signed(f"{moved} {question} {tr('If not, no problem at all.')}", caregiver)


def _change(before: Item, after: Item, clock24: bool) -> str:
    """From which day to which; from which time to which when the day stays."""
    old, new, day = before.task.when.clock, after.task.when.clock, day_words(after.day)
    if before.day == after.day and old is not None and new is not None:
        times = (clock_words(each, clock24) for each in (old, new))
        return tr("from {old} to {new} on {day}").format(old=next(times), new=next(times), day=day)
    if new is not None:
        day = tr("{day} at {time}").format(day=day, time=clock_words(new, clock24))
    if before.day == after.day:
        return tr("to {new}").format(new=day)
    return tr("from {old} to {new}").format(old=short_day(before.day), new=day)


def help_off_words(item: Item, person: Person, caregiver: Person | None, cared_for: Person | None = None) -> str:
    """A text message: what somebody said yes to, or was asked for, is not needed.

    A stay that bears other words in public is named as it was when they were asked, with `cared_for` by an initial.
    """
    words = tr("Hi {name}, “{title}” on {day} is not needed after all.")
    initial = ""
    if cared_for is not None and item.task.kind is TaskKind.STAY and item.task.public_title.strip():
        words = tr("Hi {name}, nobody needs to stay with {initial} on {day} after all.")
        initial = tr("{letter}.").format(letter=cared_for.first_name[0].upper())
    title, day = _title_for(person, item.task), day_words(item.day)
    off = words.format(name=person.first_name, title=title, initial=initial, day=day)
    if person.id in item.waiting:
        off = tr("{words} You don’t need to answer any more.").format(words=off)
    return _signed(off, caregiver)


def _title_for(person: Person, task: Task) -> str:
    circle = Audience.FAMILY if person.family_circle else Audience.HELPER
    if task.public_title.strip() or circle.may_see(task.audience):
        return " ".join(task.shown_title.split())
    return neutral_words(task.kind, task.title, task.when)


def _signed(words: str, caregiver: Person | None) -> str:
    return (
        words if caregiver is None else tr("{words} Thank you, {name}").format(words=words, name=caregiver.first_name)
    )
