"""A task as it is typed into its form, and the task that is meant by it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from caregiver_app.domain.calendar import ANY_TIME, Every, Repeat, When
from caregiver_app.domain.entries import parse_day, parse_minutes, parse_time
from caregiver_app.domain.kind_guess import guess_kind
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.problems import InvalidEntry, Refused
from caregiver_app.domain.sharing import first_audience, neutral_title
from caregiver_app.domain.spoken import day_words, minutes_words, shown_day, time_words
from caregiver_app.domain.tasks import Task
from caregiver_app.words import tr

T = TypeVar("T")


class Again(StrEnum):
    """The repeats that the form offers; the last three have details of their own."""

    ONCE = "once"
    DAILY = "daily"
    WEEKLY = "weekly"
    OTHER_WEEK = "every other week"
    WEEKDAYS = "weekdays"
    DAYS = "days"
    CYCLE = "cycle"


class Ends(StrEnum):
    """How a repeat ends."""

    NEVER = "never"
    ON_DAY = "on a day"
    AFTER = "after some times"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What stands in the fields of the form. Texts are kept as they were typed."""

    title: str = ""
    helper_id: UUID | None = None
    day: str = ""
    time: str = ""
    again: Again = Again.ONCE
    notes: str = ""
    kind: TaskKind | None = None
    length: str = ""
    place: str = ""
    needed: str = "1"
    backup_id: UUID | None = None
    public_title: str = ""
    audience: Audience | None = None
    every: str = "1"
    weekdays: frozenset[int] = frozenset()
    cycle_days: str = ""
    ends: Ends = Ends.NEVER
    until: str = ""
    count: str = ""
    cared_for: str = ""  # what the person cared for is called; it stands in no field


def draft_of(task: Task, day: date, today: date, *, clock24: bool = False, helper_id: UUID | None = None) -> Draft:
    """The form filled in with a task, for the time of it that takes place on a day."""
    repeat = task.repeat
    return Draft(
        title=task.title,
        helper_id=helper_id,
        day=shown_day(day, today),
        time="" if task.when == ANY_TIME else time_words(task.when, clock24),
        again=_again(repeat, day),
        notes=task.notes,
        kind=task.kind,
        length=minutes_words(task.minutes) if task.minutes is not None else "",
        place=task.place,
        needed=str(task.needed),
        backup_id=task.backup_id,
        public_title=task.public_title,
        audience=None if task.audience is first_audience(task.kind, task.title) else task.audience,
        every=str(repeat.n) if repeat else "1",
        weekdays=frozenset(repeat.on if repeat and repeat.every is Every.WEEKS else (day.weekday(),)),
        cycle_days=", ".join(map(str, repeat.on)) if repeat and repeat.every is Every.CYCLE else "",
        ends=_ends(repeat),
        until=day_words(repeat.until, with_year=True) if repeat and repeat.until else "",
        count=str(repeat.count) if repeat and repeat.count else "",
    )


def _ends(repeat: Repeat | None) -> Ends:
    if repeat is None or (repeat.until is None and repeat.count is None):
        return Ends.NEVER
    return Ends.ON_DAY if repeat.until is not None else Ends.AFTER


def _again(repeat: Repeat | None, day: date) -> Again:
    if repeat is None:
        return Again.ONCE
    match repeat.every:
        case Every.DAYS:
            return Again.DAILY if repeat.n == 1 else Again.DAYS
        case Every.CYCLE:
            return Again.CYCLE
    if repeat.on != (day.weekday(),) or repeat.n > 2:
        return Again.WEEKDAYS
    return Again.WEEKLY if repeat.n == 1 else Again.OTHER_WEEK


def kind_of(draft: Draft) -> TaskKind:
    """The kind that was chosen, else the one that the title speaks of."""
    return draft.kind or guess_kind(draft.title, draft.cared_for) or TaskKind.ERRAND


def audience_of(draft: Draft) -> Audience:
    """Who may see the task: as chosen, else as is usual for its kind; prescriptions start at Helper."""
    return draft.audience or first_audience(kind_of(draft), draft.title)


def read_draft(draft: Draft, today: date, base: Task | None = None) -> Task:
    """The task that is meant. `base` is the task as it was. Raises Refused with a sentence for each wrong field."""
    reading = _Reading()
    day = reading.take(_day, draft.day, today) or today
    repeat = reading.take(_repeat, draft, day, today)
    when = reading.take(parse_time, draft.time) or When()
    values = {
        "title": draft.title.strip(),
        "day": day,
        "when": when,
        "minutes": reading.take(parse_minutes, draft.length),
        "repeat": repeat,
        "kind": kind_of(draft),
        "place": draft.place.strip(),
        "notes": draft.notes.strip(),
        "needed": reading.take(_needed, draft.needed) or 1,
        "backup_id": draft.backup_id,
        "public_title": _public_title(draft, when, new=base is None),
        "audience": audience_of(draft),
    }
    task = reading.take(_task, base, values)
    if reading.problems or task is None:
        raise Refused(reading.problems)
    return task


def _public_title(draft: Draft, when: When, *, new: bool) -> str:
    """As typed; a new ride, stay, visit or pick-up starts with neutral words, in case it is lifted to the fridge."""
    typed = draft.public_title.strip()
    return neutral_title(kind_of(draft), draft.title, when) if new and not typed else typed


class _Reading:
    """Reads field after field and collects what can't be read."""

    def __init__(self) -> None:
        self.problems: list[InvalidEntry] = []

    def take(self, reader: Callable[..., T], *values: object) -> T | None:
        """The value of a field; None and one more problem when it can't be read."""
        try:
            return reader(*values)
        except InvalidEntry as problem:
            known = {each.field for each in self.problems}
            if problem.field not in known:
                self.problems.append(problem)
            return None


def _task(base: Task | None, values: dict[str, object]) -> Task:
    return replace(base, **values) if base is not None else Task(**values)  # type: ignore[arg-type]


def _day(text: str, today: date) -> date:
    return parse_day(text, today) if text.strip() else today


def _needed(text: str) -> int:
    return _number(text or "1", "needed", tr("Type how many people are needed, from 1 to 20."))


def _number(text: str, field: str, sentence: str) -> int:
    if not re.fullmatch(r"\s*\d{1,4}\s*", text):
        raise InvalidEntry(field, sentence)
    return int(text)


def _repeat(draft: Draft, day: date, today: date) -> Repeat | None:
    if draft.again is Again.ONCE:
        return None
    pattern = _pattern(draft, day)
    until = parse_day(draft.until, today, "until") if draft.ends is Ends.ON_DAY else None
    times = tr("Type a number from 1 to 1000 for how many times.")
    count = _number(draft.count, "count", times) if draft.ends is Ends.AFTER else None
    if until is not None and until < day:
        raise InvalidEntry("until", tr("The end day is before the start day."))
    return _built(replace(pattern, until=until), count, times)


def _built(pattern: Repeat, count: int | None, times: str) -> Repeat:
    try:
        return replace(pattern, count=count)
    except InvalidEntry as problem:
        raise InvalidEntry("count", times) from problem


def _pattern(draft: Draft, day: date) -> Repeat:
    here = (day.weekday(),)
    match draft.again:
        case Again.WEEKLY:
            return Repeat(every=Every.WEEKS, on=here)
        case Again.OTHER_WEEK:
            return Repeat(every=Every.WEEKS, n=2, on=here)
        case Again.WEEKDAYS:
            return _pattern_at("weekdays", every=Every.WEEKS, n=_every(draft), on=tuple(sorted(draft.weekdays)))
        case Again.DAYS:
            return _pattern_at("every", every=Every.DAYS, n=_every(draft))
        case Again.CYCLE:
            return _pattern_at("cycle_days", every=Every.CYCLE, n=_every(draft), on=_cycle_days(draft.cycle_days))
    return Repeat(every=Every.DAYS)


def _pattern_at(field: str, **values: object) -> Repeat:
    """A pattern; what is wrong with it is told at the field that it comes from."""
    try:
        return Repeat(**values)  # type: ignore[arg-type]
    except InvalidEntry as problem:
        raise InvalidEntry(field, problem.message) from problem


def _every(draft: Draft) -> int:
    sentence = tr("Type a number from 1 to 366 for how often it repeats.")
    number = _number(draft.every, "every", sentence)
    if not 1 <= number <= 366:
        raise InvalidEntry("every", sentence)
    return number


def _cycle_days(text: str) -> tuple[int, ...]:
    """Day numbers of a cycle: “1, 8, 15” or “1-21”."""
    days: set[int] = set()
    for part in re.split(r"[,;\s]+", re.sub(r"\s*[-–]\s*", "-", text.strip())):
        match = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", part)
        if match is None:
            raise InvalidEntry("cycle_days", tr("Type the days of the cycle as numbers, like “1, 8, 15.”"))
        days.update(range(int(match[1]), int(match[2] or match[1]) + 1))
    return tuple(sorted(days))
