"""A figure that the person typed, such as a rate that came out after the program did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from caregiver_app.domain.money.rates import Confidence, Figure, Key
from caregiver_app.domain.people import LONGEST_NAME
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.records import Record
from caregiver_app.words import tr

MOST = Decimal(1_000_000)
FIRST_YEAR = 1900
LAST_YEAR = 2200


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFigure(Record):
    """One number in place of the program's, or beside it, from `first` to `last` (None: no end).

    `table` and `name` are those of rates.json. `noted_on` is the day it was typed. Raises InvalidEntry at `last`,
    `value`, `first` or `source`.
    """

    table: str
    name: str
    first: date
    last: date | None = None
    value: Decimal
    source: str = ""
    noted_on: date

    def __post_init__(self) -> None:
        for field, day in (("first", self.first), ("last", self.last)):
            if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
                raise InvalidEntry(field, tr("Please check the year. It should be close to this one."))
        if self.last is not None and self.last < self.first:
            raise InvalidEntry("last", tr("The last day is before the first day. Please check both."))
        if not 0 <= self.value <= MOST:
            raise InvalidEntry("value", tr("Type a number, like 0.21 or 50."))
        if len(self.source) > LONGEST_NAME:
            raise InvalidEntry("source", tr("Please use fewer words for where this number is from."))

    @property
    def key(self) -> Key:
        """Which number it stands in for."""
        return self.table, self.name

    def figure(self) -> Figure:
        """The figure as the rates hold it."""
        return Figure(
            key=self.key,
            first=self.first,
            last=self.last,
            value=self.value,
            source=self.source,
            as_of=self.noted_on,
            confidence=Confidence.OWN,
        )
