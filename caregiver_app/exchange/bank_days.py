"""The days of a file from a bank: one order of day and month for all of them, never one for each line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from caregiver_app.domain.day_order import DayOrder
from caregiver_app.domain.entries.typed import shown
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

EARLIEST = 1990
MOST_EXAMPLES = 2
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january ene enero janv janvier", "feb februar february febrero fév février",
            "mar mär märz march marzo mars", "apr april abr abril avr avril", "may mai mayo",
            "jun juni june junio juin", "jul juli july julio juil juillet", "aug august ago agosto août",
            "sep sept september septiembre septembre", "oct okt oktober october octubre octobre",
            "nov november noviembre novembre", "dec dez dezember december dic diciembre déc décembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_CLOCK = re.compile(r"[ t,]+\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:z|[a-z]{2,5}|[+-]\d\d:?\d\d)?$")
_ISO = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2}) ?[/.-] ?(\d{1,2}) ?(['’/.-]) ?(\d{4}|\d{1,2})")
_WORDED = re.compile(
    r"(?:[^\W\d]+\.?,? )??(?:(\d{1,2})[. -]+([^\W\d]+)|([^\W\d]+)[. -]+(\d{1,2}))[,. '’-]+(\d{4}|\d\d)"
)
_NO_YEAR = re.compile(r"\d{1,2}[/.-]\d{1,2}\.?|[^\W\d]+[. -]+\d{1,2}|\d{1,2}[. -]+[^\W\d]+")


def looks_like_day(text: str) -> bool:
    """Whether a cell is a day with its year, in any of the ways that are read."""
    plain = _plain(text)
    found = _WORDED.fullmatch(plain)
    if found:
        return (found[2] or found[3]) in _MONTHS
    iso = _ISO.fullmatch(plain)
    return bool(iso and EARLIEST <= int(iso[1]) < EARLIEST + 200) or bool(_NUMBERS.fullmatch(plain))


class Days:
    """Reads the days of one file. `order` is what all of them say together; None: it must be asked.

    `examples` are days that can be read both ways, as they stand in the file.
    """

    def __init__(self, texts: Iterable[str], *, today: date, told: DayOrder | None = None) -> None:
        self._today = today
        self._known: dict[str, date | str] = {}
        found, self.examples = _order_of(dict.fromkeys(texts))
        self.order = told or found

    def read(self, text: str) -> date:
        """One day. Raises InvalidEntry at `day`; without a sentence while the order is not known."""
        known = self._known.get(text)
        if known is None:
            try:
                known = self._checked(self._read(_plain(text), text), text)
            except InvalidEntry as problem:
                known = problem.message
            self._known[text] = known
        if isinstance(known, str):
            raise InvalidEntry("day", known)
        return known

    def _read(self, plain: str, text: str) -> date:
        if not plain:
            raise InvalidEntry("day", tr("There is no day in this line."))
        iso, numbers, worded = _ISO.fullmatch(plain), _NUMBERS.fullmatch(plain), _WORDED.fullmatch(plain)
        if iso:
            return _day(int(iso[1]), int(iso[3]), int(iso[4]), text)
        if numbers:
            return self._of_numbers(numbers, text)
        month = _MONTHS.get(worded[2] or worded[3]) if worded else None
        if worded and month:
            return _day(_year(worded[5]), month, int(worded[1] or worded[4]), text)
        if _NO_YEAR.fullmatch(plain):
            raise InvalidEntry("day", tr("“{text}” has no year.").format(text=shown(text)))
        raise InvalidEntry("day", tr("We could not read “{text}” as a day.").format(text=shown(text)))

    def _of_numbers(self, match: re.Match[str], text: str) -> date:
        one, two = int(match[1]), int(match[2])
        if self.order is None and one != two:
            raise InvalidEntry("day", "")
        month, day = (two, one) if self.order is DayOrder.DAY_FIRST else (one, two)
        if month > 12 >= day:
            sentence = tr("“{text}” has the day and the month the other way around than the rest.")
            raise InvalidEntry("day", sentence.format(text=shown(text)))
        return _day(_year(match[4], is_late=match[3] in "'’"), month, day, text)

    def _checked(self, day: date, text: str) -> date:
        if EARLIEST <= day.year <= self._today.year + 1:
            return day
        sentence = tr("“{text}” is in the year {year}. That can’t be right.")
        raise InvalidEntry("day", sentence.format(text=shown(text), year=day.year))


def _order_of(texts: Iterable[str]) -> tuple[DayOrder | None, tuple[str, ...]]:
    """What all days say together, and which of them could be read both ways."""
    month_first = day_first = False
    doubtful: list[str] = []
    for text in texts:
        match = _NUMBERS.fullmatch(_plain(text))
        if match is None:
            continue
        one, two = int(match[1]), int(match[2])
        day_first = day_first or one > 12 >= two
        month_first = month_first or two > 12 >= one
        if one != two and one <= 12 and two <= 12 and len(doubtful) < MOST_EXAMPLES:
            doubtful.append(text)
    examples = tuple(doubtful)
    if month_first != day_first:
        return (DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST), examples
    return (None if month_first or doubtful else DayOrder.MONTH_FIRST), examples


def _plain(text: str) -> str:
    """Small letters, single spaces, no time of day."""
    words = " ".join(text.casefold().split())
    return _CLOCK.sub("", words).strip(" ,.") if ":" in words else words.strip(" ,.")


def _year(digits: str, *, is_late: bool = False) -> int:
    """A year of two figures is one of this century, or of the last one after 69; Quicken writes '19 for 2019."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return 2000 + year if is_late or year < 70 else 1900 + year


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise InvalidEntry("day", tr("There is no day “{text}.”").format(text=shown(text))) from None
