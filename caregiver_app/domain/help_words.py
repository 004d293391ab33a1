"""Words to somebody whose help for a visit is on another day, or not needed: only what this person may see."""

from __future__ import annotations

from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Person
from caregiver_app.domain.sharing import neutral_words
from caregiver_app.domain.spoken import clock_words, day_words, short_day
from caregiver_app.domain.tasks import Item, Task
from caregiver_app.words import tr


def help_moved_words(before: Item, after: Item, person: Person, caregiver: Person | None, clock24: bool) -> str:
    """A text message: what somebody said yes to has moved along with the visit."""
    day = day_words(after.day)
    if after.task.when.clock is not None:
        day = tr("{day} at {time}").format(day=day, time=clock_words(after.task.when.clock, clock24))
    words = tr("Hi {name}, “{title}” has moved from {old} to {new}.")
    moved = words.format(
        name=person.first_name, title=_title_for(person, before.task), old=short_day(before.day), new=day
    )
    question, way_out = tr("Does that still work for you?"), tr("If not, no problem at all.")
    return _signed(f"{moved} {question} {way_out}", caregiver)


def help_off_words(item: Item, person: Person, caregiver: Person | None) -> str:
    """A text message: what somebody said yes to is not needed."""
    words = tr("Hi {name}, “{title}” on {day} is not needed after all.")
    title = _title_for(person, item.task)
    return _signed(words.format(name=person.first_name, title=title, day=day_words(item.day)), caregiver)


def _title_for(person: Person, task: Task) -> str:
    circle = Audience.FAMILY if person.family_circle else Audience.HELPER
    if task.public_title.strip() or circle.may_see(task.audience):
        return " ".join(task.shown_title.split())
    return neutral_words(task.kind, task.title, task.when)


def _signed(words: str, caregiver: Person | None) -> str:
    return (
        words if caregiver is None else tr("{words} Thank you, {name}").format(words=words, name=caregiver.first_name)
    )
