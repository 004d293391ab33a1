"""Forgiving readers of what a person types about leave: hours, usual weeks, days off; and the same in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from caregiver_app.domain.entries.days import parse_day, parse_days_list
from caregiver_app.domain.entries.typed import shown, tidy
from caregiver_app.domain.leave.days import MonthDay
from caregiver_app.domain.leave.schedule import DAY_MINUTES, DAYS, DIVISOR_WEEKS, DayMinutes, Span, Week, variable_total
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_names, day_words, minutes_words, short_day_names
from caregiver_app.words import tr

WEEK_MINUTES = DAYS * DAY_MINUTES
YEAR_MINUTES = 366 * DAY_MINUTES
WORKDAYS = (1, 2, 3, 4, 5)  # Sunday = 0
USUAL_WEEK: Week = (0, 480, 480, 480, 480, 480, 0)
LEAP_YEAR = date(2028, 1, 1)
MONDAY_FIRST = (1, 2, 3, 4, 5, 6, 0)
_HALVES = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_HOURS = r"(?:hours?|hrs?|h)"
_MINUTES = r"(?:minutes?|mins?|m)"
_NUMBER = r"\d{1,5}(?:[.]\d{1,6})?(?: \d/\d)?|\d/\d|[.]\d{1,6}"
_AMOUNT = re.compile(
    rf"\d{{1,2}}:\d\d(?:\s*{_HOURS})?|(?:{_NUMBER})\s*{_MINUTES}\b"
    rf"|(?:{_NUMBER})(?:\s*{_HOURS}\b\.?(?:\s*(?:and )?\d{{1,2}}\s*{_MINUTES}\b)?)?"
)


def _say_hours(text: str) -> str:
    return tr("We could not read “{text}” as hours. Try 8, 7.5 or “7 h 30 min.”").format(text=shown(text))


def _spelled(text: str) -> str:
    """Small letters, single spaces, halves as fractions."""
    for sign, words in _HALVES.items():
        text = text.replace(sign, f" {words}")
    return " ".join(text.casefold().split())


def parse_hours(text: str, field: str = "minutes", most: int = DAY_MINUTES) -> int:
    """Minutes of a day: “8”, “7.5”, “7:30”, “7 h 30 min”, “450 min”; a bare number means hours. Never rounded.

    Raises InvalidEntry at `field`, also for more than `most`, a day or a week, and for parts of a minute.
    """
    words = _spelled(text).strip(" .")
    if not words:
        raise InvalidEntry(field, tr("Type how many hours, like 8 or 7.5."))
    minutes = _exact_minutes(words)
    if minutes is None:
        raise InvalidEntry(field, _say_hours(text))
    if minutes > most:
        sentence = tr("“{text}” is more than a day has. A day has 24 hours.")
        if most == YEAR_MINUTES:
            sentence = tr("“{text}” is more hours than 12 months have.")
        elif most > DAY_MINUTES:
            sentence = tr("“{text}” is more than a week has. A week has 168 hours.")
        raise InvalidEntry(field, sentence.format(text=shown(text)))
    if minutes.denominator != 1:
        sentence = tr("“{text}” is not a whole number of minutes. Try {near}.")
        raise InvalidEntry(field, sentence.format(text=shown(text), near=_near(minutes)))
    return int(minutes)


def parse_year_hours(text: str, field: str) -> int:
    """Minutes of 12 months: “1,560” or “1560 hours”; “30 a week” is 52 such weeks.

    Raises InvalidEntry at `field`; a number that only a week can be is asked about, not taken for one.
    """
    words = text.replace(",", "").strip()
    weekly = re.fullmatch(r"(.+?)\s*(?:a|per|each|every|/)\s*(?:week|wk)\.?", words, re.IGNORECASE)
    if weekly:
        return parse_hours(weekly[1], field, WEEK_MINUTES) * DIVISOR_WEEKS
    minutes = parse_hours(words, field, YEAR_MINUTES)
    if 0 < minutes <= WEEK_MINUTES:
        sentence = tr("Is “{text}” for one week? Then type “{text} a week.” Else type the hours of all 12 months.")
        raise InvalidEntry(field, sentence.format(text=shown(words)))
    return minutes


def _near(minutes: Fraction) -> str:
    """The whole minutes below, as they are typed."""
    hours, rest = divmod(int(minutes), 60)
    return tr("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def _exact_minutes(words: str) -> Fraction | None:
    clock = re.fullmatch(rf"(\d{{1,3}}):([0-5]\d)(?: ?{_HOURS})?", words)
    if clock:
        return Fraction(int(clock[1]) * 60 + int(clock[2]))
    only = re.fullmatch(rf"({_NUMBER}) ?{_MINUTES}", words)
    if only:
        return _fraction(only[1])
    match = re.fullmatch(rf"({_NUMBER})(?: ?{_HOURS}\.?(?: ?(?:and )?(\d{{1,2}}) ?{_MINUTES}?)?)?", words)
    if match is None:
        return None
    hours = _fraction(match[1])
    return None if hours is None else hours * 60 + int(match[2] or 0)


def _fraction(words: str) -> Fraction | None:
    """“7”, “7.5” or “7 1/2”, exactly."""
    try:
        return sum((Fraction(word) for word in words.split()), Fraction(0))
    except ZeroDivisionError:
        return None


def parse_week(text: str, field: str = "weeks", *, may_be_empty: bool = False) -> Week:
    """Minutes of a usual week, Sunday first: “8 hours, Mon-Fri”, “10 h Mon-Thu, 4 h Fri”, “Mon-Fri 7.5”.

    A week of no hours is one only where weeks take turns. Raises InvalidEntry at `field`.
    """
    words = _spelled(text)
    amounts = list(_AMOUNT.finditer(words))
    if not amounts:
        raise InvalidEntry(field, tr("Type the hours and the days, like “8 hours, Mon-Fri.”"))
    week = [0] * DAYS
    given: set[int] = set()
    for amount, days in _pairs(words, amounts):
        minutes = parse_hours(amount, field)
        for day in _weekdays(days, field):
            if day in given:
                sentence = tr("{day} is there twice. Type each day once.")
                raise InvalidEntry(field, sentence.format(day=day_names()[(day - 1) % DAYS]))
            given.add(day)
            week[day] = minutes
    if not may_be_empty and not any(week):
        raise InvalidEntry(field, tr("This week has no hours. Type the hours of a usual week."))
    return tuple(week)


def _pairs(words: str, amounts: Sequence[re.Match[str]]) -> list[tuple[str, str]]:
    """Each amount with the words for its days, which stand either all behind or all before."""
    gaps = [words[: amounts[0].start()]]
    ends = [*(match.start() for match in amounts[1:]), len(words)]
    gaps += [words[match.end() : end] for match, end in zip(amounts, ends, strict=True)]
    days = gaps[:-1] if gaps[0].strip(" ,;:") else gaps[1:]
    return [(match[0], gap) for match, gap in zip(amounts, days, strict=True)]


def _weekdays(words: str, field: str) -> list[int]:
    """Weekdays that are named, Sunday = 0."""
    words = re.sub(r"\b(?:a day|per day|daily|and|from)\b", " ", words).strip(" ,;:.")
    if not words:
        raise InvalidEntry(field, tr("Which days? Add them, like “8 hours, Mon-Fri.”"))
    return [(day + 1) % DAYS for day in parse_days_list(words, field)]


def weeks_words(weeks: tuple[Week, ...]) -> str:
    """Weeks that repeat, in words; where hours change from week to week, those of 12 months."""
    total = variable_total(weeks)
    if total is not None:
        return tr("Hours that change, {hours} in 12 months").format(hours=minutes_words(total))
    return tr("; then ").join(week_words(week) or tr("no work") for week in weeks)


def week_words(week: Week) -> str:
    """A usual week as `parse_week` reads it back: “8 hours, Mon-Fri”."""
    groups: dict[int, list[int]] = {}
    for day in MONDAY_FIRST:
        if week[day]:
            groups.setdefault(week[day], []).append(day)
    pattern = tr("{hours}, {days}")
    parts = [pattern.format(hours=minutes_words(minutes), days=_day_list(days)) for minutes, days in groups.items()]
    return tr("; ").join(parts)


def _day_list(days: Sequence[int]) -> str:
    """Weekdays in the order of a week that starts on Monday; three or more in a row as a range."""
    runs: list[list[int]] = []
    for place in sorted((day - 1) % DAYS for day in days):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    names = short_day_names()
    words = []
    for run in runs:
        words += [f"{names[run[0]]}-{names[run[-1]]}"] if len(run) > 2 else [names[place] for place in run]
    return tr(", ").join(words)


def parse_month_day(text: str, field: str = "fixed_start") -> MonthDay:
    """The day on which a leave year starts: “Oct 1”, “10/1”, “1 July”. Raises InvalidEntry at `field`."""
    if not text.strip():
        raise InvalidEntry(field, tr("Type the day the leave year starts, like “Oct 1.”"))
    try:
        day = parse_day(text, LEAP_YEAR, field)
    except InvalidEntry as problem:
        sentence = tr("We could not read “{text}” as a day of the year. Try “Oct 1.”")
        raise InvalidEntry(field, sentence.format(text=shown(text))) from problem
    return MonthDay(month=day.month, day=day.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list that is typed, and its number."""

    number: int
    text: str


def _lines(text: str) -> list[Line]:
    lines = [Line(number=number, text=line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
    return [line for line in lines if line.text]


def _at_line(line: Line, problem: InvalidEntry, field: str) -> InvalidEntry:
    sentence = tr("Line {n}: {why}").format(n=line.number, why=problem.message)
    return InvalidEntry(field, sentence)


def parse_day_lines(text: str, today: date, field: str) -> tuple[date, ...]:
    """Days, one on each line, in order, each once. Raises InvalidEntry at `field` with the number of the line."""
    days: set[date] = set()
    for line in _lines(text):
        try:
            days.add(parse_day(line.text, today, field))
        except InvalidEntry as problem:
            raise _at_line(line, problem, field) from problem
    return tuple(sorted(days))


def day_lines(days: Sequence[date]) -> str:
    """Days, one on each line, with their years."""
    return "\n".join(day_words(day, with_year=True) for day in days)


def parse_span(text: str, today: date, field: str) -> Span:
    """A day or days in a row: “Dec 24”, “Dec 24 - Jan 2”, “Dec 7-11”. Raises InvalidEntry at `field`."""
    ends = re.split(r"\s+(?:-|–|—|to|through|thru|until|till)\s+|\s*–\s*", text.strip(), maxsplit=1)
    if len(ends) == 1:
        short = re.fullmatch(r"(.*(?:[A-Za-z]|\d/).*\d(?:st|nd|rd|th)?)\s*-\s*([A-Za-z0-9][^-]*)", text.strip())
        ends = [short[1], short[2]] if short else ends
    first = parse_day(ends[0], today, field)
    if len(ends) == 1:
        return Span(first=first, last=first)
    try:
        last = parse_day(ends[1], first, field)
        return Span(first=first, last=last)
    except InvalidEntry as problem:
        raise InvalidEntry(field, problem.message) from problem


def span_line(span: Span) -> str:
    """Days in a row with their years, as `parse_span` reads them."""
    first, last = (day_words(day, with_year=True) for day in (span.first, span.last))
    return first if span.first == span.last else tr("{first} to {last}").format(first=first, last=last)


def parse_span_lines(text: str, today: date, field: str) -> tuple[Span, ...]:
    """Stretches of days, one on each line. Raises InvalidEntry at `field` with the number of the line."""
    spans = []
    for line in _lines(text):
        try:
            spans.append(parse_span(line.text, today, field))
        except InvalidEntry as problem:
            raise _at_line(line, problem, field) from problem
    return tuple(spans)


def parse_overtime_lines(text: str, today: date, field: str) -> tuple[DayMinutes, ...]:
    """Required overtime, one day on each line: “Dec 5: 4 hours”. Raises InvalidEntry at `field`."""
    extra = []
    for line in _lines(text):
        try:
            extra.append(_overtime(line.text, today, field))
        except InvalidEntry as problem:
            raise _at_line(line, problem, field) from problem
    return tuple(extra)


def _overtime(text: str, today: date, field: str) -> DayMinutes:
    day, sign, hours = text.partition(":")
    if not sign:
        raise InvalidEntry(field, tr("Type the day, then the hours, like “Dec 5: 4 hours.”"))
    return DayMinutes(day=parse_day(day, today, field), minutes=parse_hours(hours, field))


def overtime_lines(extra: Sequence[DayMinutes]) -> str:
    """Required overtime, one day on each line."""
    line = tr("{day}: {hours}")
    return "\n".join(
        line.format(day=day_words(each.day, with_year=True), hours=minutes_words(each.minutes)) for each in extra
    )


def is_whole_day(text: str) -> bool:
    """Whether the words ask for every scheduled hour."""
    return tidy(text) in {"", "whole day", "whole days", "all day", "full day", "full days", "day", "a day", "one day"}
