"""Days of planned time off that come again or stand in a row, as entries of the log and in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from caregiver_app.domain.entries import WEEKDAYS
from caregiver_app.domain.leave.entries import LeaveEntry
from caregiver_app.domain.spoken import day_names, day_words, list_words, minutes_words, weekdays_words
from caregiver_app.words import ntr, tr

_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One part of a plan: the days from `first` to `last` that are `step` days apart, or weekdays every nth week.

    `on` are weekdays, Monday = 0, every `step` // 7 weeks counted from `first`; without them each `step`-th day.
    `minutes` are those of each day, None means the whole workday.
    """

    first: date
    last: date
    step: int = 1
    on: tuple[int, ...] = ()
    minutes: int | None = None

    def entries(self) -> tuple[LeaveEntry, ...]:
        """The same as entries of the log, one for each weekday; each ends on a day of its own."""
        starts = [self.first + timedelta((day - self.first.weekday()) % _WEEK) for day in self.on] or [self.first]
        return tuple(self._entry(start) for start in sorted(starts) if start <= self.last)

    def _entry(self, first: date) -> LeaveEntry:
        last = first + timedelta((self.last - first).days // self.step * self.step)
        return LeaveEntry(first=first, last=last, every_days=self.step if last > first else 1, minutes=self.minutes)


def words_of(stretches: tuple[Stretch, ...], today: date) -> str:
    """What was understood, such as “Every other Friday, Nov 27 to Jun 25, 4 hours each day”."""
    return tr("; ").join(_words(stretch, today) for stretch in stretches)


def _words(stretch: Stretch, today: date) -> str:
    entries = stretch.entries()
    first, last = entries[0].first, max(date.fromordinal(entry.numbers()[-1]) for entry in entries)
    if first == last:
        days = _day(first, today)
    else:
        days = tr("{first} to {last}").format(first=_day(first, today), last=_day(last, today))
        if stretch.on or stretch.step > 1:
            days = tr("{pattern}, {days}").format(pattern=_pattern_words(stretch), days=days)
    if stretch.minutes is None:
        return days
    length = minutes_words(stretch.minutes)
    if first == last:
        return tr("{days}, {length}").format(days=days, length=length)
    return tr("{days}, {length} each day").format(days=days, length=length)


def _day(day: date, today: date) -> str:
    return day_words(day, with_year=day.year != today.year)


def _pattern_words(stretch: Stretch) -> str:
    weeks, left = divmod(stretch.step, _WEEK)
    if left:
        n = stretch.step
        return tr("Every other day") if n == 2 else tr("Every {n} days").format(n=n)
    days = tr("weekday") if stretch.on == WEEKDAYS else list_words([weekdays_words([day]) for day in stretch.on])
    if not stretch.on:
        return ntr("Every week", "Every {n} weeks", weeks).format(n=weeks)
    if weeks == 1:
        return tr("Every {days}").format(days=days)
    if weeks == 2:
        return tr("Every other {days}").format(days=days)
    return tr("Every {n} weeks on {days}").format(n=weeks, days=days)


def entry_words(entry: LeaveEntry) -> str:
    """The days of an entry in words that are read back as the same days."""
    first, last = (day_words(day, with_year=True) for day in (entry.first, entry.last))
    if entry.first == entry.last:
        return first
    if entry.every_days == 1:
        return tr("{first} to {last}").format(first=first, last=last)
    weeks, rest = divmod(entry.every_days, _WEEK)
    if rest:
        return tr("Every {n} days from {first} through {last}").format(n=entry.every_days, first=first, last=last)
    return _weekly_words(weeks).format(n=weeks, day=day_names()[entry.first.weekday()], first=first, last=last)


def repeat_words(first: date, every_days: int) -> str:
    """How often days come again: “every other Friday”; empty for days in a row."""
    weeks, rest = divmod(every_days, _WEEK)
    day = day_names()[first.weekday()]
    if every_days == 1:
        return ""
    if rest:
        return tr("every other day") if every_days == 2 else tr("every {n} days").format(n=every_days)
    if weeks <= 2:
        return (tr("every {day}") if weeks == 1 else tr("every other {day}")).format(day=day)
    return tr("every {n} weeks on {day}").format(n=weeks, day=day)


def _weekly_words(weeks: int) -> str:
    if weeks == 1:
        return tr("Every {day} from {first} through {last}")
    if weeks == 2:
        return tr("Every other {day} from {first} through {last}")
    return tr("Every {n} weeks on {day} from {first} through {last}")
