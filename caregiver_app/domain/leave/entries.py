"""Time off as it is logged: a day, days in a row, or days that repeat; and the minutes of each day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caregiver_app.domain.leave.schedule import DAY_MINUTES, WorkCalendar
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words, short_day
from caregiver_app.words import tr


class LeaveKind(StrEnum):
    """What time off is counted as: FMLA leave, time off for another reason, or leave from another employer."""

    FMLA = "fmla"
    NOT_FMLA = "not_fmla"
    OTHER_EMPLOYER = "other_employer"


class TooManyMinutes(InvalidEntry):
    """More time off on a day than that day has work, or hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveEntry:
    """Time off on a day, or on every `every_days`-th day of a stretch, both ends included.

    `minutes` are those of each day; None means every scheduled minute. `paid` changes nothing: paid leave runs at
    the same time, 29 CFR 825.207. Raises InvalidEntry at `last`, `every_days` or `minutes`.
    """

    first: date
    last: date
    every_days: int = 1
    minutes: int | None = None
    kind: LeaveKind = LeaveKind.FMLA
    paid: bool = False

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidEntry("last", tr("The last day is before the first day."))
        if self.every_days < 1:
            raise InvalidEntry("every_days", tr("Type how many days lie between, 1 or more."))
        if self.minutes is None:
            return
        if self.minutes < 0:
            raise InvalidEntry("minutes", tr("Type how long you were away."))
        if self.minutes > DAY_MINUTES:
            raise TooManyMinutes("minutes", tr("A day has 24 hours. Type the time you were away on this day."))

    def numbers(self) -> range:
        """The day numbers it falls on, workdays or not."""
        return range(self.first.toordinal(), self.last.toordinal() + 1, self.every_days)


def one_day(
    day: date, minutes: int | None = None, *, kind: LeaveKind = LeaveKind.FMLA, paid: bool = False
) -> LeaveEntry:
    """Time off on a single day."""
    return LeaveEntry(first=day, last=day, minutes=minutes, kind=kind, paid=paid)


def fmla_minutes(calendar: WorkCalendar, entries: Iterable[LeaveEntry]) -> dict[int, int]:
    """FMLA minutes by day number, of days with scheduled work; the entries of a day add up.

    Raises TooManyMinutes at `minutes` when the entries of a day, FMLA leave or not, exceed its scheduled minutes.
    """
    fmla: dict[int, int] = {}
    away: dict[int, int] = {}
    for entry in entries:
        if entry.kind is LeaveKind.OTHER_EMPLOYER:
            continue
        counts = entry.kind is LeaveKind.FMLA
        for number in entry.numbers():
            work = calendar.minutes(number)
            if not work:
                continue
            minutes = work if entry.minutes is None else entry.minutes
            all_minutes = away[number] = away.get(number, 0) + minutes
            if all_minutes > work:
                raise too_many(number)
            if counts and minutes:
                fmla[number] = fmla.get(number, 0) + minutes
    return fmla


def too_many(number: int) -> TooManyMinutes:
    """What is said of a day with more time off than work."""
    text = tr("On {day} there is more time off than work. Check the hours of that day.")
    return TooManyMinutes("minutes", text.format(day=day_words(date.fromordinal(number), with_year=True)))


def _check_overlap(entry: LeaveEntry, others: Iterable[LeaveEntry]) -> None:
    """Raises InvalidEntry at `first` when whole days of an entry are whole days of another one of the same job."""
    mine = set(entry.numbers())
    for other in others:
        if other.minutes is None and other.kind is not LeaveKind.OTHER_EMPLOYER:
            both = mine.intersection(other.numbers())
            if both:
                text = tr("{day} is already off in your log. Choose other days, or change that entry.")
                raise InvalidEntry("first", text.format(day=_entry_words(other, min(both))))


def _entry_words(entry: LeaveEntry, number: int) -> str:
    """Days in a row as they stand in the log: “Nov 9 to 13, 2026”; of other entries the one day that is meant."""
    if entry.first == entry.last or entry.every_days > 1:
        return day_words(date.fromordinal(number), with_year=True)
    first, last = entry.first, entry.last
    if first.year != last.year:
        days = tr("{first}, {first_year} to {last}, {year}")
    elif first.month != last.month:
        days = tr("{first} to {last}, {year}")
    else:
        days = tr("{first} to {last_day}, {year}")
    return days.format(
        first=short_day(first), first_year=first.year, last=short_day(last), last_day=last.day, year=last.year
    )


def check_entry(
    entry: LeaveEntry, others: Iterable[LeaveEntry], calendar: WorkCalendar, hire_date: date | None = None
) -> None:
    """Whether an entry can be logged beside the others.

    Raises InvalidEntry at `first` for leave before the job began, or for days that are logged as off already, and
    TooManyMinutes at `minutes` when the entries of a day exceed its scheduled minutes.
    """
    if hire_date is not None and entry.first < hire_date:
        text = tr("This job began on {day}. Choose a later day, or change the day the job began.")
        raise InvalidEntry("first", text.format(day=day_words(hire_date, with_year=True)))
    rest = list(others)
    if entry.kind is not LeaveKind.OTHER_EMPLOYER:
        if entry.minutes is None:
            _check_overlap(entry, rest)
        fmla_minutes(calendar, [*rest, entry])
