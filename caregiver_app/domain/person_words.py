"""What is known of a person in plain words: what they are glad to do, when they are free, when they are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from caregiver_app.domain.entries import WEEKDAYS, WEEKEND
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.people import Person, Reach, Slot
from caregiver_app.domain.spoken import list_words, short_day, short_day_names, span_words
from caregiver_app.words import ntr, tr

EVERY_DAY = tuple(range(7))


def kind_words(kind: TaskKind) -> str:
    """The name of a kind of help."""
    return {
        TaskKind.MEAL: tr("Meals"),
        TaskKind.RIDE: tr("Rides"),
        TaskKind.ERRAND: tr("Errands"),
        TaskKind.SHOPPING: tr("Shopping"),
        TaskKind.CHORES: tr("Chores"),
        TaskKind.CHILDCARE: tr("Childcare"),
        TaskKind.PETS: tr("Pets"),
        TaskKind.STAY: tr("Stay with her"),
        TaskKind.CALLS: tr("Phone calls and paperwork"),
        TaskKind.VISIT: tr("Visits"),
    }[kind]


def reach_words(reach: Reach) -> str:
    """How somebody likes to be reached."""
    return {
        Reach.ANY: tr("Any way is fine"),
        Reach.TEXT: tr("Text message"),
        Reach.CALL: tr("Phone call"),
        Reach.EMAIL: tr("Email"),
    }[reach]


def glad_words(person: Person) -> str:
    """What somebody is glad to do, in one line: “meals, rides”; empty when it was not told."""
    return tr(", ").join(kind_words(kind).lower() for kind in TaskKind if kind in person.glad_to)


def free_words(free: Iterable[Slot]) -> list[str]:
    """When somebody is free as a rule, one phrase for days that are alike: “Weekday mornings”."""
    parts_of: dict[int, set[PartOfDay]] = defaultdict(set)
    for slot in free:
        parts_of[slot.weekday].add(slot.part)
    days_with: dict[frozenset[PartOfDay], list[int]] = defaultdict(list)
    for day in sorted(parts_of):
        days_with[frozenset(parts_of[day])].append(day)
    return [_phrase(tuple(days), parts) for parts, days in days_with.items()]


def not_now_words(person: Person, today: date) -> list[str]:
    """Why somebody should not be asked right now or soon: away days to come, a cold."""
    words = []
    if person.cold_until is not None and person.cold_until >= today:
        words.append(tr("Has a cold until {day}").format(day=short_day(person.cold_until)))
    coming = [span for span in person.away if span.last >= today]
    if coming:
        words.append(tr("Away {days}").format(days=tr("; ").join(span_words(span) for span in coming)))
    return words


def there_already_words(known: Person) -> str:
    """Why somebody of a name that is taken is not added without a word."""
    words = tr("{name} is there already. For somebody else, type another name, like “{name} Smith.”")
    return words.format(name=known.first_name)


def same_number_words(known: Person) -> str:
    """A number that somebody else has as well, as in one home."""
    return tr("{name} has this number, too.").format(name=known.first_name)


def limit_words(at_most: int) -> str:
    """How often somebody can help: “At most twice a month”."""
    if at_most == 2:
        return tr("At most twice a month")
    return ntr("At most once a month", "At most {n} times a month", at_most).format(n=at_most)


def _phrase(days: tuple[int, ...], parts: frozenset[PartOfDay]) -> str:
    if len(parts) == len(PartOfDay):
        return _whole_days(days)
    times = list_words(_part_words(part) for part in PartOfDay if part in parts)
    if days == EVERY_DAY:
        return times[:1].upper() + times[1:]
    if days == WEEKDAYS:
        return tr("Weekday {times}").format(times=times)
    if days == WEEKEND:
        return tr("Weekend {times}").format(times=times)
    return tr("{days} {times}").format(days=_names(days), times=times)


def _whole_days(days: tuple[int, ...]) -> str:
    if days == EVERY_DAY:
        return tr("Any day")
    if days == WEEKDAYS:
        return tr("Weekdays")
    return tr("Weekends") if days == WEEKEND else tr("All day {days}").format(days=_names(days))


def _names(days: Iterable[int]) -> str:
    return tr(", ").join(short_day_names()[day] for day in days)


def _part_words(part: PartOfDay) -> str:
    return {
        PartOfDay.MORNING: tr("mornings"),
        PartOfDay.MIDDAY: tr("midday"),
        PartOfDay.AFTERNOON: tr("afternoons"),
        PartOfDay.EVENING: tr("evenings"),
    }[part]
