"""Tasks for helpers: what is to be done, when it comes again, who was asked and where each one stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import chain, islice
from uuid import UUID, uuid5

from caregiver_app.domain.calendar import ANY_TIME, FOREVER, Repeat, Span, When, days_of
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import LONGEST_NOTE
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record
from caregiver_app.words import tr

LONGEST_TITLE = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Record):
    """One thing to be done, once or again and again.

    `day` is its first day; services move it to the first day of its pattern. `minutes` is its length. `suggested_id`
    is a person to offer first, as when last week was copied. An empty `public_title` means that the title is public.
    `appointment_id` is the visit that it hangs from, if any.
    """

    title: str
    day: date
    kind: TaskKind = TaskKind.ERRAND
    when: When = ANY_TIME
    minutes: int | None = None
    repeat: Repeat | None = None
    place: str = ""
    notes: str = ""
    needed: int = 1
    backup_id: UUID | None = None
    suggested_id: UUID | None = None
    public_title: str = ""
    audience: Audience = Audience.FRIDGE
    appointment_id: UUID | None = None

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidEntry("title", tr("Type a few words, like “Walk the dog.”"))
        if len(self.title) > LONGEST_TITLE:
            raise InvalidEntry("title", tr("This is very long for a task. The details can go in the notes."))
        if len(self.notes) > LONGEST_NOTE:
            raise InvalidEntry("notes", tr("This note is over 20,000 letters. Please keep a shorter one here."))
        if not 1 <= self.needed <= 20:
            raise InvalidEntry("needed", tr("Type how many people are needed, from 1 to 20."))
        if self.minutes is not None and not 1 <= self.minutes <= 24 * 60:
            raise InvalidEntry("minutes", tr("Type a length up to 24 hours, like “45 min” or “2 hours.”"))
        if self.repeat and self.repeat.until and self.repeat.until < self.day:
            raise InvalidEntry("until", tr("The end day is before the start day."))
        if self.repeat and self.appointment_id:
            raise InvalidEntry("again", tr("A task that belongs to a visit takes place once, like the visit."))

    @property
    def last_day(self) -> date:
        """The day of its last time; `FOREVER` when it has no end."""
        return self.repeat.last_day(self.day) if self.repeat else self.day

    @property
    def shown_title(self) -> str:
        """The title that a sheet may show to its audience."""
        return self.public_title.strip() or self.title.strip()

    @property
    def is_ride_leg(self) -> bool:
        """Whether it is the drive to or from a visit: its day and words then follow that visit.

        A drive that somebody does during a visit, such as one to school, is not.
        """
        if self.appointment_id is None or self.kind is not TaskKind.RIDE:
            return False
        from caregiver_app.domain.rides import is_drive_of  # it is made of tasks, so it comes later

        return is_drive_of(self.id, self.appointment_id)

    def days(self, span: Span) -> list[date]:
        """The days in the span that its pattern meets."""
        return days_of(self.day, self.repeat, span)


class Status(StrEnum):
    """What was set by hand for one time. A skipped time is not shown at all."""

    OPEN = "open"
    DONE = "done"
    NOT_NEEDED = "not needed"
    CALLED_OFF = "called off"  # with its visit, or by a season; not needed until that is on again, or over
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence(Record):
    """One time of a task that was touched: promised, moved, done or skipped. `original` is its day in the pattern."""

    task_id: UUID
    original: date
    day: date
    status: Status = Status.OPEN
    done_at: datetime | None = None


def occurrence_of(task: Task, original: date) -> Occurrence:
    """One untouched time of a task; its id is the same on every computer, and stays when a single task moves."""
    name = original.isoformat() if task.repeat else "once"
    return Occurrence(id=uuid5(task.id, name), task_id=task.id, original=original, day=original)


class Answer(StrEnum):
    """What a person said when asked; or that they said yes, somebody else does it now, and nobody told them yet."""

    NONE = "none"
    YES = "yes"
    NOT_THIS_TIME = "not this time"
    LET_GO = "let go"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Record):
    """A person was asked, or offered, to do one time of a task; without `occurrence_id`, every time of it.

    `answered_at` stays with a yes that was called off and counts as asked now that the task goes on again.
    """

    task_id: UUID
    occurrence_id: UUID | None = None
    person_id: UUID
    asked_at: datetime
    answer: Answer = Answer.NONE
    answered_at: datetime | None = None

    @property
    def had_said_yes(self) -> bool:
        """Whether they said yes before the task was called off, and were not asked again since."""
        return self.answer is Answer.NONE and self.answered_at is not None


class State(StrEnum):
    """Where one time of a task stands; worked out, never stored."""

    NEEDS_HELPER = "needs a helper"
    ASKED = "asked"
    COVERED = "covered"
    DONE = "done"
    NOT_NEEDED = "not needed"


@dataclass(frozen=True, slots=True)
class Item:
    """One time of a task on the board, with the asks that count for it: each person's latest word."""

    task: Task
    occurrence: Occurrence
    asks: tuple[Ask, ...] = ()

    @property
    def id(self) -> UUID:
        """The id of the occurrence."""
        return self.occurrence.id

    @property
    def day(self) -> date:
        """The day on which it takes place now."""
        return self.occurrence.day

    @property
    def helpers(self) -> tuple[UUID, ...]:
        """Who said yes, first come first."""
        return self._who(Answer.YES)

    @property
    def waiting(self) -> tuple[UUID, ...]:
        """Who was asked and has not answered."""
        return self._who(Answer.NONE)

    @property
    def said_yes_before(self) -> tuple[UUID, ...]:
        """Who of those had said yes before it was called off, and is to be asked again."""
        return tuple(ask.person_id for ask in self.asks if ask.had_said_yes)

    @property
    def declined(self) -> tuple[UUID, ...]:
        """Who said "not this time"."""
        return self._who(Answer.NOT_THIS_TIME)

    @property
    def let_go(self) -> tuple[UUID, ...]:
        """Who had said yes, does not do it any more, and is still to be told."""
        return self._who(Answer.LET_GO)

    @property
    def still_needed(self) -> int:
        """How many more people it needs."""
        return max(0, self.task.needed - len(self.helpers))

    @property
    def state(self) -> State:
        """Set by hand when done or not needed; else worked out of the asks."""
        if self.occurrence.status is Status.DONE:
            return State.DONE
        if self.occurrence.status in (Status.NOT_NEEDED, Status.CALLED_OFF):
            return State.NOT_NEEDED
        if not self.still_needed:
            return State.COVERED
        return State.ASKED if self.waiting else State.NEEDS_HELPER

    @property
    def ended_by_season(self) -> bool:
        """Whether a season called it off: no board and no sheet speaks of it until that season goes back."""
        return self.occurrence.status is Status.CALLED_OFF and self.task.appointment_id is None

    @property
    def is_open(self) -> bool:
        """Whether it still needs somebody."""
        return self.state in (State.NEEDS_HELPER, State.ASKED)

    @property
    def sort_key(self) -> tuple[date, tuple[bool, object], str, UUID]:
        """Orders a week: by day, time, then title."""
        return (self.day, self.task.when.sort_key, self.task.title.casefold(), self.id)

    def _who(self, answer: Answer) -> tuple[UUID, ...]:
        return tuple(ask.person_id for ask in self.asks if ask.answer is answer)


def items_of(span: Span, tasks: Iterable[Task], occurrences: Iterable[Occurrence], asks: Iterable[Ask]) -> list[Item]:
    """Everything that takes place in the span, in order.

    A touched time shows on its own day even when the pattern has changed since; the pattern fills in the rest.
    """
    touched: dict[UUID, dict[date, Occurrence]] = defaultdict(dict)
    for occurrence in occurrences:
        touched[occurrence.task_id][occurrence.original] = occurrence
    standing, single = _by_owner(asks)
    items = []
    for task in tasks:
        of_task = touched.get(task.id, {})
        fresh = [occurrence_of(task, day) for day in task.days(span) if day not in of_task]
        for occurrence in (*of_task.values(), *fresh):
            if occurrence.day in span and occurrence.status is not Status.SKIPPED:
                counting = _latest(standing.get(task.id, ()), single.get(occurrence.id, ()))
                items.append(Item(task, occurrence, counting))
    return sorted(items, key=_sort_key)


def _sort_key(item: Item) -> tuple[date, tuple[bool, object], str, UUID]:
    return item.sort_key


def _by_owner(asks: Iterable[Ask]) -> tuple[dict[UUID, list[Ask]], dict[UUID, list[Ask]]]:
    standing: dict[UUID, list[Ask]] = defaultdict(list)
    single: dict[UUID, list[Ask]] = defaultdict(list)
    for ask in asks:
        if ask.occurrence_id is None:
            standing[ask.task_id].append(ask)
        else:
            single[ask.occurrence_id].append(ask)
    return standing, single


def _latest(standing: Sequence[Ask], single: Sequence[Ask]) -> tuple[Ask, ...]:
    """Each person's word for one time: what was said about this time goes before what was said about all."""
    if not standing and not single:
        return ()
    word: dict[UUID, Ask] = {}
    for group in (standing, single):
        for ask in sorted(group, key=_asked_order):
            word.pop(ask.person_id, None)
            word[ask.person_id] = ask
    return tuple(word.values())


def _asked_order(ask: Ask) -> tuple[datetime, UUID]:
    return (ask.asked_at, ask.id)


def count_of_helping(items: Iterable[Item]) -> Mapping[UUID, int]:
    """How many of these times each person said yes to."""
    counts: dict[UUID, int] = defaultdict(int)
    for item in items:
        if item.state is not State.NOT_NEEDED:
            for person_id in item.helpers:
                counts[person_id] += 1
    return counts


def overlaps(task: Task, span: Span) -> bool:
    """Whether some time of the task may fall in the span by its pattern."""
    return task.day <= span.last and span.first <= task.last_day


def ends_before(task: Task, day: date) -> Task | None:
    """The part of a series that lies before a day; None when nothing is left."""
    if task.day >= day:
        return None
    assert task.repeat is not None, "only a series can be cut"
    kept = task.days(Span(task.day, day - timedelta(1)))
    return replace(task, repeat=replace(task.repeat, until=kept[-1], count=None)) if kept else None


def starts_on(task: Task, day: date) -> Task:
    """The part of a series from a day on, as a task of its own with the same end.

    It starts on the first day of the pattern from there; when none is left, it is the one time on that day.
    """
    assert task.repeat is not None, "only a series can be cut"
    new_id = uuid5(task.id, f"from {day.isoformat()}")
    first = next(task.repeat.days(task.day, Span(day, FOREVER)), None)
    if first is None:
        return replace(task, id=new_id, day=day, repeat=None)
    until = None if task.last_day == FOREVER else task.last_day
    repeat = task.repeat.turned((first - task.day).days)
    return replace(task, id=new_id, day=first, repeat=replace(repeat, until=until, count=None))


def aligned(task: Task) -> Task:
    """The task with its first day on the first day of its pattern."""
    if task.repeat is None:
        return task
    first = task.repeat.first_on_or_after(task.day)
    return replace(task, day=first, repeat=task.repeat.turned((first - task.day).days))


def remapped(
    touched: Iterable[Occurrence], old: Task, new: Task, staying: Iterable[Occurrence] = ()
) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Each touched time of `old` with its place in `new`: the nth day of one pattern becomes the nth of the other.

    A time that the new pattern has no day for, or that was moved by hand, keeps the day on which it takes place.
    `staying` are the times of `new` that keep their places; no two times ever get the same one.
    """
    touched = sorted(touched, key=lambda occurrence: occurrence.original)
    before = old.days(Span(old.day, touched[-1].original)) if touched else []
    places = dict(zip(before, _first_days(new, len(before)), strict=False))
    used = {occurrence.original for occurrence in staying}
    for occurrence in sorted(touched, key=lambda occurrence: occurrence.original not in places):
        place = places.get(occurrence.original, occurrence.original)
        moved = occurrence.day != occurrence.original or occurrence.original not in places
        original = _free_place(place, new, used)
        used.add(original)
        day = occurrence.day if moved else place
        fresh = replace(_time_of(new, original), day=day, status=occurrence.status, done_at=occurrence.done_at)
        yield occurrence, fresh


def _time_of(task: Task, original: date) -> Occurrence:
    """One time of a task; a single task may keep more times from when it was a series."""
    fresh = occurrence_of(task, original)
    extra = task.repeat is None and original != task.day
    return replace(fresh, id=uuid5(task.id, original.isoformat())) if extra else fresh


def _free_place(place: date, task: Task, used: set[date]) -> date:
    """The place itself, or when it is taken, a day near it that the pattern does not need."""
    if place not in used:
        return place
    near = (place + timedelta(n) for n in range(1, 32))
    before = (task.day - timedelta(n) for n in range(1, len(used) + 2))
    return next(day for day in chain(near, before) if day not in used and not task.days(Span(day, day)))


def _first_days(task: Task, count: int) -> list[date]:
    if task.repeat is None:
        return [task.day]
    return list(islice(task.repeat.days(task.day, Span(task.day, FOREVER)), count))


@dataclass(frozen=True, slots=True)
class Plan:
    """All records behind one stretch of days; `items` are worked out of them."""

    span: Span
    tasks: tuple[Task, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    asks: tuple[Ask, ...] = ()

    def items(self) -> list[Item]:
        """What takes place in the span, in order."""
        return items_of(self.span, self.tasks, self.occurrences, self.asks)
