"""Days, times, lengths and repeats in plain words, the same whatever the language of the computer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta

from caregiver_app.domain.calendar import Every, Repeat, Span, When
from caregiver_app.domain.kinds import PartOfDay
from caregiver_app.words import ntr, tr


def day_names() -> tuple[str, ...]:
    """The names of the days, Monday first."""
    return (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )


def short_day_names() -> tuple[str, ...]:
    """The short names of the days, Monday first."""
    return (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))


def month_names() -> tuple[str, ...]:
    """The names of the months, January first."""
    return (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )


def short_month_names() -> tuple[str, ...]:
    """The short names of the months, January first."""
    return (
        tr("Jan"),
        tr("Feb"),
        tr("Mar"),
        tr("Apr"),
        tr("May"),
        tr("Jun"),
        tr("Jul"),
        tr("Aug"),
        tr("Sep"),
        tr("Oct"),
        tr("Nov"),
        tr("Dec"),
    )


def short_day(day: date) -> str:
    """A day without its weekday: “Nov 24”."""
    return tr("{month} {day}").format(month=short_month_names()[day.month - 1], day=day.day)


def day_words(day: date, *, with_year: bool = False) -> str:
    """A day as the sheets write it: “Tue Nov 24”, or “Tue Nov 24 2026”."""
    weekday = short_day_names()[day.weekday()]
    if with_year:
        return tr("{weekday} {day} {year}").format(weekday=weekday, day=short_day(day), year=day.year)
    return tr("{weekday} {day}").format(weekday=weekday, day=short_day(day))


def shown_day(day: date, today: date) -> str:
    """A day as a form shows it: with its year when that is not this one, or without it another day would be read."""
    near = timedelta(-80) <= day - today <= timedelta(250)
    return day_words(day, with_year=not near or day.year != today.year)


def long_day(day: date) -> str:
    """A day in full: “Sunday, November 22”."""
    return tr("{weekday}, {month} {day}").format(
        weekday=day_names()[day.weekday()], month=month_names()[day.month - 1], day=day.day
    )


def span_words(span: Span) -> str:
    """A stretch of days: “Nov 22 – 28”, or “Nov 29 – Dec 5”."""
    first, last = span.first, span.last
    if first == last:
        return short_day(first)
    same_month = (first.year, first.month) == (last.year, last.month)
    return tr("{first} – {last}").format(first=short_day(first), last=last.day if same_month else short_day(last))


def clock_words(clock: time, clock24: bool) -> str:
    """A clock time: “3:00 pm”, or “15:00”."""
    if clock24:
        return f"{clock:%H:%M}"
    hour = clock.hour % 12 or 12
    pattern = tr("{hour}:{minute} am") if clock.hour < 12 else tr("{hour}:{minute} pm")
    return pattern.format(hour=hour, minute=f"{clock.minute:02}")


def part_words(part: PartOfDay | None) -> str:
    """A part of the day: “Morning”; None is “Any time”."""
    names = {
        PartOfDay.MORNING: tr("Morning"),
        PartOfDay.MIDDAY: tr("Midday"),
        PartOfDay.AFTERNOON: tr("Afternoon"),
        PartOfDay.EVENING: tr("Evening"),
    }
    return names[part] if part is not None else tr("Any time")


def in_part_words(part: PartOfDay) -> str:
    """A part of the day within a sentence: “in the morning”."""
    return {
        PartOfDay.MORNING: tr("in the morning"),
        PartOfDay.MIDDAY: tr("around midday"),
        PartOfDay.AFTERNOON: tr("in the afternoon"),
        PartOfDay.EVENING: tr("in the evening"),
    }[part]


def time_words(when: When, clock24: bool) -> str:
    """A time of day: “3:00 pm”, “15:00”, “Morning” or “Any time”."""
    return clock_words(when.clock, clock24) if when.clock is not None else part_words(when.part)


def minutes_words(minutes: int) -> str:
    """A length: “45 min”, “2 hours” or “1 hour 30 min”."""
    hours, rest = divmod(minutes, 60)
    short = tr("{minutes} min").format(minutes=rest)
    if not hours:
        return short
    long = ntr("{hours} hour", "{hours} hours", hours).format(hours=f"{hours:,}")
    return tr("{hours} {minutes}").format(hours=long, minutes=short) if rest else long


def list_words(words: Iterable[str]) -> str:
    """Words in a row: “Monday, Wednesday and Friday”."""
    words = list(words)
    if len(words) < 2:
        return "".join(words)
    return tr("{most} and {last}").format(most=tr(", ").join(words[:-1]), last=words[-1])


def weekdays_words(weekdays: Iterable[int]) -> str:
    """Weekdays in a row, Monday = 0: “Tuesday and Friday”."""
    names = day_names()
    return list_words(names[day] for day in sorted(set(weekdays)))


def repeat_words(repeat: Repeat | None, first: date) -> str:
    """A repeat that starts on `first`: “Every Tuesday, through Dec 15”."""
    if repeat is None:
        return tr("Does not repeat")
    words = _PATTERN_WORDS[repeat.every](repeat)
    if repeat.count is not None:
        words = ntr("{words}, one time", "{words}, {count} times", repeat.count).format(words=words, count=repeat.count)
    if repeat.until is not None:
        words = tr("{words}, through {day}").format(words=words, day=_end_words(repeat.until, first))
    return words


def _end_words(until: date, first: date) -> str:
    if until.year == first.year:
        return short_day(until)
    return tr("{day}, {year}").format(day=short_day(until), year=until.year)


def _weeks_words(repeat: Repeat) -> str:
    if repeat.n == 1:
        return tr("Every {days}").format(days=_weekly_words(sorted(set(repeat.on))))
    days = weekdays_words(repeat.on)
    if repeat.n == 2:
        return tr("Every other week on {days}").format(days=days)
    return tr("Every {n} weeks on {days}").format(n=repeat.n, days=days)


def _weekly_words(on: Sequence[int]) -> str:
    if len(on) == 7:
        return tr("day")
    return tr("weekday") if on == [0, 1, 2, 3, 4] else weekdays_words(on)


def _days_words(repeat: Repeat) -> str:
    if repeat.n == 1:
        return tr("Every day")
    return tr("Every other day") if repeat.n == 2 else tr("Every {n} days").format(n=repeat.n)


def _cycle_words(repeat: Repeat) -> str:
    on = sorted(set(repeat.on))
    off = repeat.n - len(on)
    if on == list(range(1, len(on) + 1)) and off and len(on) > 1:
        days_on = ntr("{n} day on", "{n} days on", len(on)).format(n=len(on))
        days_off = ntr("{n} day off", "{n} days off", off).format(n=off)
        return tr("{days_on}, {days_off}").format(days_on=days_on, days_off=days_off)
    days = list_words(str(number) for number in on)
    return ntr("Day {days} of every {n} days", "Days {days} of every {n} days", len(on)).format(days=days, n=repeat.n)


_PATTERN_WORDS = {Every.WEEKS: _weeks_words, Every.DAYS: _days_words, Every.CYCLE: _cycle_words}
