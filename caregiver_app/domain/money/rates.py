"""Dated figures: each with the days it holds, its source and how sure it is; a day without one is “not published”."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

Key = tuple[str, str]  # the table and the name of a figure, as in rates.json

MILEAGE: Key = ("medical_mileage", "usd_per_mile")
LODGING_CAP: Key = ("lodging_cap", "usd_per_night_per_person")
AGI_FLOOR: Key = ("agi_floor", "rate")
STANDARD_DEDUCTION = "standard_deduction"
LTC_PREMIUM_CAP = "ltc_premium_cap"
CLOCKS = "clocks"

DAY = timedelta(1)
_FACTS = frozenset({"from", "to", "year", "name", "source", "as_of", "confidence"})


class Confidence(StrEnum):
    """How sure a figure is."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    POLICY = "policy"
    TO_CONFIRM = "to confirm"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotPublished:
    """The answer when there is no figure for a day; the figure of another time is never used instead.

    `day` is None when no day was asked for and no figure is open-ended.
    """

    key: Key
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number and the days it holds, both included; `last` None is open, `value` None is not published.

    `own` is one that the person typed.
    """

    key: Key
    first: date
    last: date | None
    value: Decimal | None
    source: str = ""
    as_of: date | None = None
    confidence: Confidence = Confidence.OWN

    @property
    def own(self) -> bool:
        """Whether the person typed it."""
        return self.confidence is Confidence.OWN

    def holds(self, day: date) -> bool:
        """Whether a day is one of its days."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """All figures, by key; those of one key are in order and never overlap. Made by `Rates.of`."""

    by_key: Mapping[Key, tuple[Figure, ...]]

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> Rates:
        """Rates of figures in any order; where two overlap, the later one of the list holds."""
        by_key: dict[Key, tuple[Figure, ...]] = {}
        for figure in figures:
            by_key[figure.key] = _laid_over(by_key.get(figure.key, ()), figure)
        return cls(by_key=by_key)

    def with_own(self, figures: Iterable[Figure]) -> Rates:
        """The same with figures of the person's own, which hold on their days in place of the others."""
        return Rates.of([*self.figures(), *figures])

    def figures(self) -> Iterator[Figure]:
        """Every figure, table by table, in the order of the days."""
        for figures in self.by_key.values():
            yield from figures

    def figure(self, key: Key, day: date | None) -> Figure | NotPublished:
        """The figure of a day. Without a day: the one that is open-ended."""
        figures = self.by_key.get(key, ())
        if day is None:
            found = next((each for each in reversed(figures) if each.last is None), None)
        else:
            place = bisect_right(figures, day, key=lambda each: each.first) - 1
            found = figures[place] if place >= 0 and figures[place].holds(day) else None
        return NotPublished(key=key, day=day) if found is None or found.value is None else found

    def value(self, key: Key, day: date | None) -> Decimal | NotPublished:
        """The number of a day; dollars or a fraction, as the key says."""
        found = self.figure(key, day)
        return found if isinstance(found, NotPublished) else _number(found)

    def in_year(self, key: Key, year: int) -> Decimal | NotPublished:
        """The number of a calendar year, as it stands at its end."""
        return self.value(key, date(year, 12, 31))


def key_named(name: str, rates: Rates) -> Key:
    """The key of a figure by its written name, “standard_deduction.single”; the table alone when it has one figure.

    Raises KeyError for a name that no figure has.
    """
    found = [key for key in rates.by_key if name in (key[0], written_key(key))]
    if len(found) != 1:
        raise KeyError(name)
    return found[0]


def written_key(key: Key) -> str:
    """A key as one word, as a figure of one's own keeps it: “standard_deduction.single”."""
    return ".".join(key)


def _number(figure: Figure) -> Decimal:
    assert figure.value is not None
    return figure.value


def _laid_over(figures: Iterable[Figure], new: Figure) -> tuple[Figure, ...]:
    """Figures in order, cut where a new one holds."""
    kept = [piece for figure in figures for piece in _outside(figure, new)]
    return tuple(sorted([*kept, new], key=lambda each: each.first))


def _outside(figure: Figure, new: Figure) -> Iterator[Figure]:
    """What is left of a figure beside a newer one."""
    if figure.first < new.first:
        end = new.first - DAY
        yield figure if figure.last is not None and figure.last <= end else replace(figure, last=end)
    if new.last is not None and (figure.last is None or new.last < figure.last):
        start = new.last + DAY
        yield figure if figure.first >= start else replace(figure, first=start)


def read_rates(tables: Mapping[str, Any]) -> Rates:
    """The rates of a file in the form of rates.json. Raises ValueError naming a row that can't be read."""
    return Rates.of(
        figure for table, rows in tables.items() if table != "meta" for row in rows for figure in _of_row(table, row)
    )


def _of_row(table: str, row: Mapping[str, Any]) -> Iterator[Figure]:
    """The figures of one row: a year, days from and to, or a named clock that always holds."""
    first, last = _days(row)
    for name, value in row.items():
        if name not in _FACTS:
            yield Figure(
                key=(table, row.get("name", name)),
                first=first,
                last=last,
                value=_value(f"{table}.{name}", value),
                source=row["source"] or "",
                as_of=date.fromisoformat(row["as_of"]),
                confidence=Confidence(row["confidence"]),
            )


def _days(row: Mapping[str, Any]) -> tuple[date, date | None]:
    if "year" in row:
        return date(row["year"], 1, 1), date(row["year"], 12, 31)
    first = date.min if row["from"] is None else date.fromisoformat(row["from"])
    return first, None if row["to"] is None else date.fromisoformat(row["to"])


def _value(where: str, value: object) -> Decimal | None:
    """An exact number; true is 1."""
    if value is None:
        return None
    if isinstance(value, str | int):
        return Decimal(value)
    raise ValueError(f"{where}: write numbers as text, so that they stay exact")
