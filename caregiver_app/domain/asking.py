"""Words for asking one person: short, polite, exact, and made only of what a helper may see."""

from __future__ import annotations

from caregiver_app.domain.kinds import Audience, PartOfDay, TaskKind
from caregiver_app.domain.people import Person
from caregiver_app.domain.sharing import neutral_words
from caregiver_app.domain.spoken import clock_words, day_words, minutes_words
from caregiver_app.domain.tasks import Item, Task
from caregiver_app.words import tr


def ask_message(
    item: Item,
    person: Person,
    caregiver: Person | None,
    cared_for: Person | None,
    clock24: bool,
    *,
    include_place: bool = False,
) -> str:
    """A text message that asks a person to do one time of a task, with an easy way out.

    It holds the title that this person may see, day, time and length, and the person cared for by an initial at
    most; the place only when it is asked for, and never the notes.
    """
    sentences = [_question(item, person, cared_for, clock24), _pick_up(item, cared_for, clock24), _length(item)]
    if include_place and item.task.place.strip():
        sentences.append(_closed(tr("Place: {place}").format(place=_line(item.task.place))))
    sentences.append(tr("If not this time, no problem at all."))
    if caregiver is not None:
        sentences.append(tr("Thank you, {name}").format(name=caregiver.first_name))
    return " ".join(sentence for sentence in sentences if sentence)


def _question(item: Item, person: Person, cared_for: Person | None, clock24: bool) -> str:
    day, name = day_words(item.day), person.first_name
    time = "" if _pick_up(item, cared_for, clock24) else _time(item, clock24)
    if cared_for is not None and _is_about(item, cared_for):
        initial = tr("{letter}.").format(letter=cared_for.first_name[0].upper())
        return _KIND_QUESTIONS[item.task.kind]().format(name=name, initial=initial, day=day, time=time)
    question = tr("Hi {name}, could you help with “{title}” on {day}{time}?")
    return question.format(name=name, title=_line(_title_for(person, item.task)), day=day, time=time)


def _title_for(person: Person, task: Task) -> str:
    """What the task is called to this person: by neutral words where its own title is kept from them."""
    circle = Audience.FAMILY if person.family_circle else Audience.HELPER
    if task.public_title.strip() or circle.may_see(task.audience):
        return task.shown_title
    return neutral_words(task.kind, task.title, task.when)


def _is_about(item: Item, cared_for: Person) -> bool:
    """Whether the task is known to be a drive, a stay or a visit for the person cared for."""
    task = item.task
    if task.kind not in _KIND_QUESTIONS:
        return False
    return bool(task.public_title.strip()) or cared_for.first_name.casefold() in task.title.casefold().split()


def _drive_question() -> str:
    return tr("Hi {name}, could you drive {initial} on {day}{time}?")


def _stay_question() -> str:
    return tr("Hi {name}, could you stay with {initial} on {day}{time}?")


def _visit_question() -> str:
    return tr("Hi {name}, could you visit {initial} on {day}{time}?")


_KIND_QUESTIONS = {
    TaskKind.RIDE: _drive_question,
    TaskKind.STAY: _stay_question,
    TaskKind.VISIT: _visit_question,
}


def _time(item: Item, clock24: bool) -> str:
    when = item.task.when
    if when.clock is not None:
        return tr(" at {time}").format(time=clock_words(when.clock, clock24))
    parts = {
        PartOfDay.MORNING: tr(" in the morning"),
        PartOfDay.MIDDAY: tr(" around midday"),
        PartOfDay.AFTERNOON: tr(" in the afternoon"),
        PartOfDay.EVENING: tr(" in the evening"),
    }
    return parts[when.part] if when.part is not None else tr(", at any time that suits you")


def _pick_up(item: Item, cared_for: Person | None, clock24: bool) -> str:
    """When to be there for a drive; empty for everything else."""
    clock = item.task.when.clock
    if clock is None or item.task.kind is not TaskKind.RIDE or cared_for is None or not _is_about(item, cared_for):
        return ""
    return tr("Pick up {time}.").format(time=clock_words(clock, clock24))


def _length(item: Item) -> str:
    minutes = item.task.minutes
    return tr("It takes about {length}.").format(length=minutes_words(minutes)) if minutes is not None else ""


def _line(text: str) -> str:
    return " ".join(text.split())


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else tr("{text}.").format(text=text)
