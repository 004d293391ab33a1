"""Time off pasted from a spreadsheet: each line read, or told why not. Nothing is guessed and nothing corrected."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from caregiver_app.domain.day_order import DayOrder
from caregiver_app.domain.entries.days import parse_day
from caregiver_app.domain.entries.typed import NUMBER_WORDS, shown
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.records import LeaveReason, PaidFrom, TimeOff
from caregiver_app.domain.leave_typed import is_whole_day, parse_hours
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

V = TypeVar("V")
MOST_LINES = 5000
_NUMBERS = re.compile(r"(?:[A-Za-z]+\.?,? )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: 0?0:00(?::00)?)?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]0?0:00(?::00)?)?")
_FULL = r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}"
_BLOCK = re.compile(rf"({_FULL})(?: (?:to|through|until|-|–) |–)({_FULL})", re.IGNORECASE)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary|r)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH_DAY = rf"(?:{_MONTH}\.?[ -]\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH}\.?)"
_NO_YEAR = re.compile(rf"(?:[a-z]+\.?,? )?(?:\d{{1,2}}[/.-]\d{{1,2}}|{_MONTH_DAY})")
_WORDED = re.compile(rf"(?:[a-z]+\.?,? )?{_MONTH_DAY}(?:,? |-)(?:\d{{4}}|\d\d)")
_PAID = {
    "pto": PaidFrom.PTO,
    "vacation": PaidFrom.PTO,
    "paid time off": PaidFrom.PTO,
    "sick": PaidFrom.SICK,
    "sick leave": PaidFrom.SICK,
    "unpaid": PaidFrom.UNPAID,
    "state": PaidFrom.STATE,
    "state program": PaidFrom.STATE,
    "pfl": PaidFrom.STATE,
}
_REASON = {
    "care": LeaveReason.CARE,
    "appointment": LeaveReason.APPOINTMENT,
    "visit": LeaveReason.APPOINTMENT,
    "other": LeaveReason.OTHER,
}
_KIND = {
    "fmla": LeaveKind.FMLA,
    "not fmla": LeaveKind.NOT_FMLA,
    "non-fmla": LeaveKind.NOT_FMLA,
    "non fmla": LeaveKind.NOT_FMLA,
}
_HEADS = {
    "first": ("date", "day", "from", "start", "first day", "start date", "date off"),
    "last": ("to", "until", "through", "end", "last", "last day", "end date"),
    "hours": ("hours", "hrs", "time", "hours off", "amount", "length"),
    "minutes": ("minutes", "mins", "min"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedLine:
    """One line: what was read of it, or `problem` says why it can't be. `caution` is worth a look all the same."""

    number: int
    text: str
    time_off: TimeOff | None = None
    problem: str = ""
    caution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """All lines of a paste. `order` is the order of day and month in it; None: it is not clear, ask.

    `head` is the number of the line that names the columns; 0 without one.
    """

    lines: tuple[PastedLine, ...]
    order: DayOrder | None
    head: int = 0

    @property
    def good(self) -> list[PastedLine]:
        """The lines that were read."""
        return [line for line in self.lines if line.time_off is not None]

    @property
    def bad(self) -> list[PastedLine]:
        """The lines that need a hand."""
        return [line for line in self.lines if line.time_off is None]


def order_of(text: str) -> DayOrder | None:
    """The one order that the days of a paste allow; month first when none of them can be taken two ways.

    None when it is not clear: each could be meant, or some days speak for one and some for the other.
    """
    month_first = day_first = doubtful = False
    for day in (day for row in _rows(text) for cell in row[1] for day in _ends(cell)):
        match = _NUMBERS.fullmatch(day)
        if match:
            one, two = int(match[1]), int(match[2])
            day_first = day_first or one > 12 >= two
            month_first = month_first or two > 12 >= one
            doubtful = doubtful or (one != two and one <= 12 and two <= 12)
    if month_first and day_first:
        return None
    if month_first or day_first:
        return DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST
    return None if doubtful else DayOrder.MONTH_FIRST


def read_pasted(
    text: str,
    *,
    job_id: UUID,
    today: date,
    order: DayOrder | None = None,
    kind: LeaveKind = LeaveKind.FMLA,
    numbers: Sequence[int] = (),
) -> Pasted:
    """Every line of a paste, head lines left out. `order` is the answer to the question of `Pasted.order`.

    `kind` is what time off counts as where a line does not say so. `numbers` are those of the lines in the paste that
    they are left over from, one for each; without them they are counted.

    While the order is not clear and not told, the lines that hang on it have no time off and no problem yet.
    """
    found = order or order_of(text)
    heads: Mapping[int, str] = {}
    head = 0
    lines: list[PastedLine] = []
    for number, cells, raw in _numbered(text, numbers):
        named = _head(cells)
        if named and not lines:
            heads, head = named, number
            continue
        line = PastedLine(number=number, text=raw)
        try:
            reader = _Row(cells=cells, heads=heads, job_id=job_id, today=today, order=found, kind=kind)
            lines.append(replace(line, time_off=reader.time_off()))
        except InvalidEntry as problem:
            lines.append(replace(line, problem=problem.message))
    return Pasted(lines=tuple(_marked_twice(lines)), order=found, head=head)


def _rows(text: str) -> list[tuple[str, list[str]]]:
    """Each line with its cells."""
    return [(line, _cells(line.rstrip())) for line in text.splitlines()[:MOST_LINES]]


def _cells(line: str) -> list[str]:
    """The cells of one line: between the first of tabs, semicolons and commas that sets a day apart."""
    alone = re.fullmatch(r"\s*(\d+[/.-]\d+[/.-]\d+)\s+([^,;\t]+)", line)
    if alone:
        return [alone[1], " ".join(alone[2].split())]
    signs = [sign for sign in "\t;," if sign in line] or [","]
    ways = [_cut(line, sign) for sign in signs]
    return next((cells for cells in ways if any(map(_is_day, cells))), ways[0])


def _cut(line: str, sign: str) -> list[str]:
    if sign == ",":  # “Nov 24, 2026” is one cell
        line = re.sub(r"([A-Za-z]{3,}\.? \d{1,2}(?:st|nd|rd|th)?), ?(\d{4})", r"\1 \2", line)
    return [" ".join(cell.split()) for cell in next(csv.reader([line], delimiter=sign), [])]


def _numbered(text: str, numbers: Sequence[int]) -> Iterable[tuple[int, list[str], str]]:
    for place, (raw, cells) in enumerate(_rows(text)):
        if any(cells):
            yield numbers[place] if place < len(numbers) else place + 1, cells, " ".join(raw.split())


def _head(cells: Sequence[str]) -> dict[int, str]:
    """What the columns are called, when a line is the head of a table."""
    known = {name: column for column, names in _HEADS.items() for name in names}
    found = {place: known[word] for place, cell in enumerate(cells) if (word := cell.casefold()) in known}
    return found if "first" in found.values() else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Reads the cells of one line."""

    cells: Sequence[str]
    heads: Mapping[int, str]
    job_id: UUID
    today: date
    order: DayOrder | None
    kind: LeaveKind

    def time_off(self) -> TimeOff:
        """The record of the line. Raises InvalidEntry."""
        places = self._day_places()
        ends = [end for place in places for end in _ends(self.cells[place])]
        first, last = self._day(ends[0]), self._day(ends[-1])
        rest = [place for place, cell in enumerate(self.cells) if cell and place not in places]
        hours = self._hours_place(rest)
        minutes = self._minutes(hours) if hours is not None else None
        words = [self.cells[place] for place in rest if place != hours]
        return TimeOff(
            job_id=self.job_id,
            first=first,
            last=last,
            minutes=minutes,
            kind=_found(_KIND, words) or self.kind,
            planned=first > self.today,
            reason=_found(_REASON, words) or LeaveReason.CARE,
            paid=_found(_PAID, words) or PaidFrom.UNPAID,
            notes=tr(", ").join(word for word in words if not _is_known(word)),
        )

    def _day_places(self) -> list[int]:
        """The columns of the first and the last day."""
        named = [place for place, head in self.heads.items() if head in {"first", "last"}]
        places = [place for place in named if place < len(self.cells) and self.cells[place]]
        if not places:
            places = self._places(_is_day) or self._places(_looks_like_day)
        if not places:
            raise InvalidEntry("first", tr("There is no day in this line. Add one, like 11/24/2026."))
        return sorted(places)

    def _places(self, looks: Callable[[str], bool]) -> list[int]:
        return [place for place, cell in enumerate(self.cells) if cell and looks(cell)][:2]

    def _hours_place(self, rest: Sequence[int]) -> int | None:
        for place in rest:
            if self.heads.get(place) in {"hours", "minutes"}:
                return place
        return next((place for place in rest if _looks_like_time(self.cells[place])), None)

    def _minutes(self, place: int) -> int | None:
        cell = self.cells[place]
        if is_whole_day(cell):
            return None
        if self.heads.get(place) == "minutes" and cell.isdecimal():
            cell = f"{cell} min"
        minutes = parse_hours(re.sub(r"^(\d+):(\d\d):00$", r"\1:\2", cell))
        if not minutes:
            raise InvalidEntry("minutes", tr("0 hours: there is nothing to log in this line."))
        return minutes

    def _day(self, cell: str) -> date:
        """A day with its year. Raises InvalidEntry at `first`."""
        iso = _ISO.fullmatch(cell)
        if iso:
            return parse_day(f"{iso[1]}-{iso[2]}-{iso[3]}", self.today, "first")
        match = _NUMBERS.fullmatch(cell)
        if match:
            return self._of_numbers(match, cell)
        if _NO_YEAR.fullmatch(cell.casefold()):
            sentence = tr("“{text}” has no year. Add it, like 11/24/2026.")
            raise InvalidEntry("first", sentence.format(text=shown(cell)))
        words = re.sub(r"[-/]", " ", cell)
        if not re.search(r"\d{4}|\d{1,2} [A-Za-z]+ \d\d$", words):
            sentence = tr("We could not read “{text}” as a day. Write it like 11/24/2026.")
            raise InvalidEntry("first", sentence.format(text=shown(cell)))
        return parse_day(words, self.today, "first")

    def _of_numbers(self, match: re.Match[str], cell: str) -> date:
        one, two = int(match[1]), int(match[2])
        order = self.order or (DayOrder.MONTH_FIRST if one == two else None)
        if order is None:
            raise InvalidEntry("order", "")
        month, day = (one, two) if order is DayOrder.MONTH_FIRST else (two, one)
        if month > 12 >= day:
            sentence = tr("“{text}” has the day and the month the other way around than the rest.")
            raise InvalidEntry("first", sentence.format(text=shown(cell)))
        year = match[3] if len(match[3]) == 4 else f"20{match[3]}"
        return parse_day(f"{year}-{month}-{day}", self.today, "first")


def _ends(cell: str) -> tuple[str, ...]:
    """The first and the last day of a cell such as “12/8/2026 to 12/9/2026”; else the cell."""
    block = _BLOCK.fullmatch(cell)
    return (block[1], block[2]) if block else (cell,)


def _is_day(cell: str) -> bool:
    """Whether a cell is a day, with its year or without, or two with “to” between; hours and other words are not."""
    if _BLOCK.fullmatch(cell):
        return True
    if re.fullmatch(r"\d{1,2}\.\d{1,2}", cell):  # such as 7.5 hours
        return False
    words = cell.casefold()
    return bool(
        _ISO.fullmatch(cell) or _NUMBERS.fullmatch(cell) or _NO_YEAR.fullmatch(words) or _WORDED.fullmatch(words)
    )


def _looks_like_day(cell: str) -> bool:
    """Whether a cell may have been meant for a day, such as one with a month that is misspelled."""
    return bool(re.search(r"[A-Za-z]{3}", cell) and re.search(r"\d{4}|\d[ -][A-Za-z]{3,9}[ -]\d\d$", cell))


def _looks_like_time(cell: str) -> bool:
    """Whether a cell was meant for hours, also where it may not read as such: “7.5”, “whole day”, “eight”."""
    word = cell.casefold().split()[0]
    return bool(re.match(r"\d|[.½¼¾]|-\d", cell)) or is_whole_day(cell) or word in NUMBER_WORDS


def _is_known(word: str) -> bool:
    word = word.casefold()
    return word in _PAID or word in _REASON or word in _KIND


def _found(names: Mapping[str, V], words: Sequence[str]) -> V | None:
    return next((names[word.casefold()] for word in words if word.casefold() in names), None)


def _marked_twice(lines: Sequence[PastedLine]) -> Iterable[PastedLine]:
    """The same lines; one that says the same as a line above gets a caution."""
    seen: dict[object, int] = {}
    for line in lines:
        if line.time_off is None:
            yield line
            continue
        said = (line.time_off.first, line.time_off.last, line.time_off.minutes, line.time_off.kind)
        above = seen.setdefault(said, line.number)
        words = tr("The same as line {n}.").format(n=above) if above != line.number else ""
        yield replace(line, caution=words)
