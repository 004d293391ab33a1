"""Lists people for one time of a task by how well it fits them, each with the reasons in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from uuid import UUID

from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.people import Person, Role, Slot
from caregiver_app.domain.spoken import month_names, short_day
from caregiver_app.domain.tasks import Item, State, Task, count_of_helping
from caregiver_app.words import tr


@dataclass(frozen=True, slots=True)
class Choice:
    """One person for one time of a task. Someone who does not fit can still be chosen.

    `against` are those of the reasons that stand against it; `only_hours` when they are all about the hours that the
    person is usually free, `is_out` when the person is away then or has said no.
    """

    person: Person
    times_this_month: int
    reasons: tuple[str, ...]
    fits: bool
    only_hours: bool = False
    against: tuple[str, ...] = ()
    is_out: bool = False


def choose(
    people: Iterable[Person],
    item: Item,
    plan_items_of_month: Iterable[Item],
    today: date,
    against: Mapping[UUID, Sequence[str]] = MappingProxyType({}),
) -> list[Choice]:
    """Everybody who could do one time of a task, best first.

    `plan_items_of_month` is what takes place in the month of the item. People who fit come first: the backup, the
    person suggested, then who is glad to do it, told to be free then, and helped least; after them the caregiver,
    then those for whom something stands against it, last who is away or said no. For a ride, who drives at other
    hours comes before those whose driving is unknown, and the services that can be booked are at the end.
    `against` adds what only the caller knows, by person.
    """
    others = [other for other in plan_items_of_month if other.id != item.id]
    view = _View(item, others, today, against)
    counts = count_of_helping(others)
    choices = [_choice(person, counts.get(person.id, 0), view) for person in people if _can_help(person, item.task)]
    return sorted(choices, key=_Order(item))


def choose_for_both(choices: Iterable[Choice], others: Iterable[Choice], item: Item, way: str) -> list[Choice]:
    """Everybody who could do one time and another one as well, best first.

    What stands only against the other one is told with `way`, which says which one that is, such as “way home”.
    """
    other = {choice.person.id: choice for choice in others}
    both = [_joined(choice, other[choice.person.id], way) for choice in choices if choice.person.id in other]
    return sorted(both, key=_Order(item))


def _joined(choice: Choice, other: Choice, way: str) -> Choice:
    """What speaks for one time speaks for both only where nothing about the other one is said against it."""
    more = [words for words in other.against if words not in choice.against]
    against = (*choice.against, *(tr("{way}: {reason}").format(way=way, reason=words) for words in more))
    favor = [words for words in choice.reasons if words not in choice.against]
    if more:
        favor = [words for words in favor if words in other.reasons]
    hours = all(each.fits or each.only_hours for each in (choice, other))
    return replace(
        choice,
        reasons=(*against, *favor),
        fits=not against,
        only_hours=bool(against) and hours,
        against=against,
        is_out=choice.is_out or other.is_out,
    )


@dataclass(frozen=True, slots=True)
class _View:
    """What a person is held against."""

    item: Item
    others: Sequence[Item]
    today: date
    against: Mapping[UUID, Sequence[str]]

    @property
    def kind(self) -> TaskKind:
        return self.item.task.kind


def _can_help(person: Person, task: Task) -> bool:
    """The person cared for is not asked; a taxi or a van only drives."""
    if person.role is Role.SERVICE and task.kind is not TaskKind.RIDE:
        return False
    return person.role is not Role.CARED_FOR and not person.former


def _choice(person: Person, times: int, view: _View) -> Choice:
    against = [words for rule in _AGAINST if (words := rule(person, times, view))]
    against.extend(view.against.get(person.id, ()))
    in_favor = [words for rule in _IN_FAVOR if (words := rule(person, times, view))]
    only_hours = len(against) == 1 and bool(_not_free(person, times, view))
    is_out = bool(_away(person, times, view) or _declined(person, times, view))
    reasons = tuple(against + in_favor)
    return Choice(person, times, reasons, not against, only_hours, against=tuple(against), is_out=is_out)


class _Order:
    """The order of choices, as a sort key."""

    def __init__(self, item: Item) -> None:
        self.item = item

    def __call__(self, choice: Choice) -> tuple[int, bool, bool, bool, bool, bool, bool, int, str, str]:
        person, task = choice.person, self.item.task
        return (
            _group(choice, task),
            choice.is_out,
            person.id != task.backup_id,
            person.id != task.suggested_id,
            task.kind is TaskKind.RIDE and not person.drives,
            task.kind not in person.glad_to,
            not person.free,
            choice.times_this_month,
            person.name.casefold(),
            str(person.id),
        )


def _group(choice: Choice, task: Task) -> int:
    """Who fits, and a backup at other hours; the caregiver; for a ride, others who drive; the rest; services."""
    person = choice.person
    if person.role is Role.SERVICE:
        return 5
    if person.role is Role.CAREGIVER:
        return 1 if choice.fits else 4
    if task.kind is TaskKind.RIDE and not person.drives and person.id != task.backup_id:
        return 3 if choice.fits else 4
    if choice.fits or (choice.only_hours and person.id == task.backup_id):
        return 0
    return 2 if choice.only_hours and task.kind is TaskKind.RIDE else 4


_Rule = Callable[[Person, int, _View], str]


def _said_yes(person: Person, _times: int, view: _View) -> str:
    return tr("already said yes") if person.id in view.item.helpers else ""


def _was_asked(person: Person, _times: int, view: _View) -> str:
    return tr("asked, no answer yet") if person.id in view.item.waiting else ""


def _declined(person: Person, _times: int, view: _View) -> str:
    return tr("said not this time") if person.id in view.item.declined else ""


def _away(person: Person, _times: int, view: _View) -> str:
    ends = [span.last for span in person.away if view.item.day in span]
    return tr("away through {day}").format(day=short_day(max(ends))) if ends else ""


def _cold(person: Person, _times: int, view: _View) -> str:
    return tr("has a cold") if view.kind.in_the_house and person.has_cold(view.item.day) else ""


def _at_limit(person: Person, times: int, view: _View) -> str:
    if person.at_most is None or times < person.at_most:
        return ""
    day = view.item.day
    if (day.year, day.month) == (view.today.year, view.today.month):
        return tr("at their limit of {n} this month").format(n=person.at_most)
    return tr("at their limit of {n} in {month}").format(n=person.at_most, month=month_names()[day.month - 1])


def _busy(person: Person, _times: int, view: _View) -> str:
    if person.role is Role.SERVICE:  # it has many drivers
        return ""
    if view.item.task.is_ride_leg:  # its caller knows the way as well as the time
        return ""
    busy = any(person.id in other.helpers and _clash(view.item, other) for other in view.others)
    return tr("already helps at that time") if busy else ""


def _not_free(person: Person, _times: int, view: _View) -> str:
    return "" if not person.free or _free_then(person, view.item) else tr("not usually free then")


def _is_backup(person: Person, _times: int, view: _View) -> str:
    return tr("the backup") if person.id == view.item.task.backup_id else ""


def _was_suggested(person: Person, _times: int, view: _View) -> str:
    return tr("helped last time") if person.id == view.item.task.suggested_id else ""


def _is_glad(person: Person, _times: int, view: _View) -> str:
    return tr("glad to do this") if view.kind in person.glad_to else ""


def _is_free(person: Person, _times: int, view: _View) -> str:
    return tr("free then") if person.free and _free_then(person, view.item) else ""


def _drives(person: Person, _times: int, view: _View) -> str:
    if view.kind is not TaskKind.RIDE or person.role is not Role.HELPER:
        return ""
    return tr("drives") if person.drives else tr("no word yet on driving")


_AGAINST: tuple[_Rule, ...] = (_said_yes, _was_asked, _declined, _away, _cold, _at_limit, _busy, _not_free)
_IN_FAVOR: tuple[_Rule, ...] = (_is_backup, _was_suggested, _is_glad, _is_free, _drives)


def _free_then(person: Person, item: Item) -> bool:
    """Whether one of the free slots holds the item; at any time, one on its weekday is enough."""
    part = item.task.when.part_of_day
    weekday = item.day.weekday()
    if part is None:
        return any(slot.weekday == weekday for slot in person.free)
    return Slot(weekday, part) in person.free


def _clash(item: Item, other: Item) -> bool:
    """Whether one person can't do both: clock times that overlap, or the same loose part of one day."""
    if other.state in (State.DONE, State.NOT_NEEDED):
        return False
    mine, theirs = _hours(item), _hours(other)
    if mine is None or theirs is None:
        part = item.task.when.part
        return item.day == other.day and part is not None and part is other.task.when.part
    return mine[0] < theirs[1] and theirs[0] < mine[1]


def _hours(item: Item) -> tuple[datetime, datetime] | None:
    clock = item.task.when.clock
    if clock is None:
        return None
    start = datetime.combine(item.day, clock)
    return start, start + timedelta(minutes=item.task.minutes or item.task.kind.minutes)
