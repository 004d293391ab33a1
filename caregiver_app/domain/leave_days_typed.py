"""Which days somebody is off, as it is typed: a day, a block, every other Friday through June; and back in words."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.calendar import Span as Stretch
from caregiver_app.domain.entries.days import parse_day
from caregiver_app.domain.entries.series import parse_series
from caregiver_app.domain.entries.typed import tidy
from caregiver_app.domain.leave_typed import parse_span
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_names, day_words, month_names, short_month_names
from caregiver_app.words import tr

WEEK = 7
_END = r"(?:through|thru|until|till|ending|ends)"
_REPEATS = re.compile(r"^(?:every|each|weekdays|weekly|daily|days? \d)\b|\b\d+ times$|\bof \d+\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysOff:
    """A day, days in a row, or every `every_days`-th day of a stretch, both ends included."""

    first: date
    last: date
    every_days: int = 1


def parse_days_off(text: str, today: date, field: str = "first") -> tuple[DaysOff, ...]:
    """Days off: “Fri”, “Dec 7 - 11”, “every other Friday through June”, “every Mon, Wed, 6 times”.

    Days that repeat on several weekdays become one stretch for each. Raises InvalidEntry at `field`.
    """
    words = tidy(text)
    if not words:
        raise InvalidEntry(field, tr("Type a day, like “Fri,” or days, like “Dec 7 to Dec 11.”"))
    if not _REPEATS.search(words):
        span = parse_span(text, today, field)
        return (DaysOff(first=span.first, last=span.last),)
    return _repeating(text, today, field)


def _repeating(text: str, today: date, field: str) -> tuple[DaysOff, ...]:
    words, start = _start(" ".join(text.casefold().split()), today, field)
    repeat = parse_series(_spelled_out(words, start), start, today, field)
    if repeat is None:
        raise InvalidEntry(field, tr("Type the days, like “Every Friday through June.”"))
    first = repeat.first_on_or_after(start)
    days = list(repeat.days(first, Stretch(first, repeat.last_day(first))))
    if not days:
        raise InvalidEntry(field, tr("The end day is before the first day."))
    return _stretches(days, _step(repeat))


def _start(words: str, today: date, field: str) -> tuple[str, date]:
    """The words without their first day, and that day."""
    match = re.search(rf",? ?\b(?:from|starting|beginning|since)(?: on)? (.+?)(?=,? {_END}\b|, \d+ times|$)", words)
    if match is None:
        return words, today
    return words[: match.start()] + words[match.end() :], parse_day(match[1], today, field)


def _spelled_out(words: str, start: date) -> str:
    """“every other friday through june” as the reader of series knows it."""
    words = re.sub(r"\bevery (?:other|second|2nd) (?!days?\b|weeks?\b)", "every 2 weeks on ", words)
    words = re.sub(r"\bevery (?:third|3rd) (?!days?\b|weeks?\b)", "every 3 weeks on ", words)
    return re.sub(rf"({_END}) (the end of )?([a-z]+)(?: (\d{{4}}))?$", partial(_month_end, start), words)


def _month_end(start: date, match: re.Match[str]) -> str:
    """A month that ends a series: “through June” means its last day, “until June” the day before it."""
    names = [name.casefold() for name in (*month_names(), *short_month_names())]
    if match[3] not in names:
        return match[0]
    month = names.index(match[3]) % 12 + 1
    year = int(match[4]) if match[4] else start.year + (month < start.month)
    if match[1] in {"until", "till"} and not match[2]:
        end = date(year, month, 1) - timedelta(1)
    else:
        end = date(year, month, monthrange(year, month)[1])
    return f"{match[1]} {end.isoformat()}"


def _step(repeat: Repeat) -> int:
    return repeat.n * (WEEK if repeat.every is Every.WEEKS else 1)


def _stretches(days: list[date], step: int) -> tuple[DaysOff, ...]:
    """Days that come again, one stretch for each day of the pattern."""
    groups: dict[int, list[date]] = {}
    for day in days:
        groups.setdefault(day.toordinal() % step, []).append(day)
    return tuple(
        DaysOff(first=group[0], last=group[-1], every_days=1 if len(group) == 1 else step) for group in groups.values()
    )


def days_off_words(days: DaysOff) -> str:
    """Days off in words that `parse_days_off` reads back."""
    first, last = (day_words(day, with_year=True) for day in (days.first, days.last))
    if days.first == days.last:
        return first
    if days.every_days == 1:
        return tr("{first} to {last}").format(first=first, last=last)
    weeks, rest = divmod(days.every_days, WEEK)
    if rest:
        words = tr("Every {n} days from {first} through {last}")
        return words.format(n=days.every_days, first=first, last=last)
    return _weekly_words(weeks).format(n=weeks, day=day_names()[days.first.weekday()], first=first, last=last)


def _weekly_words(weeks: int) -> str:
    if weeks == 1:
        return tr("Every {day} from {first} through {last}")
    if weeks == 2:
        return tr("Every other {day} from {first} through {last}")
    return tr("Every {n} weeks on {day} from {first} through {last}")
