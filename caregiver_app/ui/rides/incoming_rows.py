"""What a calendar file would bring, as rows: the dates of one repeating event stand together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from caregiver_app.domain.appointment_guess import guess_early
from caregiver_app.domain.spoken import clock_words, day_words, minutes_words, short_day
from caregiver_app.services.calendar_incoming import Arrival, News
from caregiver_app.words import ntr, tr

MOST_DAYS = 4
MOST_LETTERS = 240  # of a note; all of it comes in
_NEAR_DAYS = 330
_ORDER = tuple(News)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalRow:
    """One event with all its dates for which the same is true. `title` is for the tick, `lines` stand below it."""

    title: str
    lines: tuple[str, ...]
    news: News
    arrivals: tuple[Arrival, ...]
    over: bool = False


def rows_of(arrivals: Sequence[Arrival], today: date, *, clock24: bool) -> list[ArrivalRow]:
    """The rows: new ones first, then changed ones, then what stays out; days that are over come last in each."""
    groups: dict[tuple[object, ...], list[Arrival]] = {}
    for arrival in arrivals:
        one = arrival.incoming
        what = arrival.what if arrival.news is News.CHANGED else ()
        groups.setdefault((arrival.news, one.series or one.uid, one.title, arrival.over, what), []).append(arrival)
    rows = [_row(group, today, clock24) for group in groups.values()]
    return sorted(rows, key=_order)


def _order(row: ArrivalRow) -> tuple[int, bool]:
    return (_ORDER.index(row.news), row.over)


def _row(group: Sequence[Arrival], today: date, clock24: bool) -> ArrivalRow:
    first = group[0]
    lines = [first.incoming.location, *_sentences(group), *_brought(first)]
    if first.over and first.can_come_in:
        lines.append(ntr("This day is over.", "These days are over.", len(group)))
    when = _when(group, today, clock24)
    title = first.incoming.title
    return ArrivalRow(
        title=tr("{title}: {when}").format(title=title, when=when) if when else title,
        lines=tuple(line for line in lines if line),
        news=first.news,
        arrivals=tuple(group),
        over=first.over,
    )


def _brought(arrival: Arrival) -> list[str]:
    """What else of a new visit comes in: how early to be there, and what goes into its notes."""
    if arrival.news is not News.NEW:
        return []
    one, lines = arrival.incoming, []
    if (early := guess_early(one.description)) is not None:
        lines.append(tr("Be there {length} early.").format(length=minutes_words(early)))
    if text := " ".join(one.description.split()):
        shown = text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS].rstrip() + "…"
        lines.append(tr("Goes into the notes: {text}").format(text=shown))
    return lines


def _sentences(group: Iterable[Arrival]) -> Iterable[str]:
    """What is told of these dates, each sentence once."""
    return dict.fromkeys(sentence for arrival in group for sentence in (*arrival.what, *arrival.incoming.notes))


def _when(group: Sequence[Arrival], today: date, clock24: bool) -> str:
    days = sorted(each.incoming.day for each in group if each.incoming.day is not None)
    if not days:
        return ""
    one = group[0].incoming
    alike = len({each.incoming.clock for each in group}) == 1
    clock = clock_words(one.clock, clock24) if one.clock is not None and alike else ""
    length = minutes_words(one.minutes) if one.minutes and len(days) == 1 else ""
    return tr(", ").join(part for part in (_days(days, today), clock, length) if part)


def _days(days: Sequence[date], today: date) -> str:
    if len(days) == 1:
        return day_words(days[0], with_year=days[0].year != today.year)
    named = tr(", ").join(_day(day, today) for day in days[:MOST_DAYS])
    rest = len(days) - MOST_DAYS
    if rest > 0:
        last = day_words(days[-1], with_year=days[-1].year != today.year)
        named = tr("{days} and {n} more until {last}").format(days=named, n=rest, last=last)
    return tr("{n} dates, {days}").format(n=len(days), days=named)


def _day(day: date, today: date) -> str:
    """A day in short; with its year when that is not the next one of its name."""
    if abs((day - today).days) < _NEAR_DAYS:
        return short_day(day)
    return tr("{day} {year}").format(day=short_day(day), year=day.year)
