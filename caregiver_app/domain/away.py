"""Reads when somebody is away, such as “Dec 1 to Dec 8; Dec 24”, and writes it the same way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import short_day, span_words
from caregiver_app.words import tr

_BETWEEN = re.compile(
    r"\s*(?:;|\n|\band\b|&|(?<!\bmon)(?<!\btue)(?<!\bwed)(?<!\bthu)(?<!\bfri)(?<!\bsat)(?<!\bsun)"
    r",(?!\s*\d{4}\b))\s*",
    re.IGNORECASE,
)
_TO = re.compile(r"\s+(?:to|through|thru|until|till)\s+|\s*[–—]\s*|\s+-\s+", re.IGNORECASE)
_TO_OR_HYPHEN = re.compile(rf"{_TO.pattern}|(?<=\d)-(?=\d)", re.IGNORECASE)
_UP_TO = re.compile(r"(?:from today )?(?:to|through|thru|until|till)\s+", re.IGNORECASE)
_ISO_DAY = re.compile(r"\d{4}-\d\d?-\d\d?")
_DAY_ALONE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")


def parse_away(text: str, today: date, field: str = "away") -> tuple[Span, ...]:
    """The stretches of days that were meant, in order. Raises InvalidEntry at `field`."""
    pieces = [piece for piece in _BETWEEN.split(text.strip(" .")) if piece]
    return tuple(sorted((_span(piece, today, field) for piece in pieces), key=_first))


def away_words(spans: Iterable[Span], today: date) -> str:
    """The stretches as `parse_away` reads them: “Dec 1 – 8; Dec 24”."""
    return "; ".join(_words(span, today) for span in spans)


def _span(piece: str, today: date, field: str) -> Span:
    if match := _UP_TO.match(piece):
        return _checked(today, parse_day(piece[match.end() :], today, field), field)
    to = _TO if _ISO_DAY.search(piece) else _TO_OR_HYPHEN
    ends = to.split(piece, maxsplit=1)
    first = parse_day(ends[0].removeprefix("from "), today, field)
    if len(ends) == 1:
        return Span(first, first)
    last = ends[1]
    if _DAY_ALONE.fullmatch(last):  # “Dec 1 to 8”
        last = f"{first:%Y-%m}-{int(re.sub('[a-z]', '', last)):02}"
    return _checked(first, parse_day(last, first, field), field)


def _checked(first: date, last: date, field: str) -> Span:
    if last < first:
        sentence = tr("The end day, {last}, is before the start day, {first}.")
        raise InvalidEntry(field, sentence.format(last=short_day(last), first=short_day(first)))
    return Span(first, last)


def _words(span: Span, today: date) -> str:
    near = abs((span.first - today).days) < 80 and abs((span.last - today).days) < 250
    if near:
        return span_words(span)
    if span.first == span.last:
        return span.first.isoformat()
    return tr("{first} to {last}").format(first=span.first.isoformat(), last=span.last.isoformat())


def _first(span: Span) -> date:
    return span.first
