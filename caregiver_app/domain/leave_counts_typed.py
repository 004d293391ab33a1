"""What the employer counts, as it is typed or pasted: a day and its hours in each line; and the same in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.entries.typed import shown
from caregiver_app.domain.leave.answers import Figures
from caregiver_app.domain.leave.methods import CountDifference
from caregiver_app.domain.leave.schedule import DAY_MINUTES
from caregiver_app.domain.leave_typed import parse_hours
from caregiver_app.domain.leave_words import hours_words
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words, minutes_words
from caregiver_app.words import ntr, tr

MOST_LINES = 1000
_YEAR = re.compile(r"\b\d{4}\b|\d{1,2}[-/.]\d{1,2}[-/.]\d{2}\b")
_BREAK = re.compile(r"\s*[,:=–]\s*|\s+-\s+|\s+")


def parse_counts(text: str, today: date, field: str = "counts") -> dict[date, int]:
    """Minutes by day, from lines such as “Nov 3, 8 hours” or a pasted table with the day first and the hours last.

    A first line without a number is a heading. A day without a year is one that is over. Raises InvalidEntry at
    `field`, which names the line.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if lines and not re.search(r"\d", lines[0][1]):
        del lines[0]
    if len(lines) > MOST_LINES:
        raise InvalidEntry(field, tr("These are more than 1,000 lines. Paste a part of them."))
    found: dict[date, int] = {}
    for number, line in lines:
        day, minutes = _read(number, line, today, field)
        if day in found:
            sentence = tr("Line {n}: {day} is there twice. Put its hours in one line.")
            raise InvalidEntry(field, sentence.format(n=number, day=day_words(day, with_year=True)))
        found[day] = minutes
    return found


def _read(number: int, line: str, today: date, field: str) -> tuple[date, int]:
    for day_text, hours in _splits(line):
        try:
            return _over(day_text, today, field), parse_hours(hours, field)
        except InvalidEntry:
            continue
    sentence = tr("Line {n}: “{text}” does not read as a day and hours. Try “Nov 3, 8 hours.”")
    raise InvalidEntry(field, sentence.format(n=number, text=shown(line)))


def _splits(line: str) -> Iterator[tuple[str, str]]:
    """The ways a line may part into a day and hours; a table has the day first and the hours last."""
    cells = [cell.strip() for cell in re.split(r"[\t;]", line) if cell.strip()]
    if len(cells) > 1:
        yield cells[0], cells[-1]
        return
    for gap in _BREAK.finditer(line):
        yield line[: gap.start()], line[gap.end() :]


def _over(text: str, today: date, field: str) -> date:
    """The day that was meant: without a year the last one that is over, or one that is near."""
    day = parse_day(text, today, field)
    if day > today + timedelta(31) and not _YEAR.search(text):
        return parse_day(f"{day.month}/{day.day}/{day.year - 1}", today, field)
    return day


def counts_text(counts: Iterable[tuple[date, int]]) -> str:
    """The same as lines that `parse_counts` reads back."""
    lines = (
        tr("{day}, {length}").format(day=day_words(day, with_year=True), length=minutes_words(minutes))
        for day, minutes in sorted(counts)
    )
    return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedDay:
    """One day as both count it, in minutes; `words` is empty where both count the same."""

    day: date
    mine: int
    theirs: int
    words: str


def compared_days(theirs: Mapping[date, int], difference: CountDifference, today: date) -> tuple[ComparedDay, ...]:
    """All days that one of both counts, in order; days to come are not compared."""
    days = sorted({day for day in theirs if day <= today} | difference.by_day.keys())
    made = []
    for day in days:
        more, counted = difference.by_day.get(day, 0), theirs.get(day, 0)
        words = _day_words(day, more, today, is_told=day in theirs)
        made.append(ComparedDay(day=day, mine=counted - more, theirs=counted, words=words))
    return tuple(made)


def _day_words(day: date, more: int, today: date, *, is_told: bool) -> str:
    if not more:
        return ""
    length, named = minutes_words(abs(more)), day_words(day, with_year=day.year != today.year)
    if more > 0:
        return tr("HR has {length} more than you on {day}.").format(length=length, day=named)
    if not is_told:
        return tr("You have {length} on {day} that HR does not list.").format(length=length, day=named)
    return tr("HR has {length} less than you on {day}.").format(length=length, day=named)


def summary(days: Sequence[ComparedDay], today: date) -> str:
    """The whole difference in a sentence or two, with the day it begins on and the days compared."""
    differing = [each for each in days if each.words]
    first, last = (_named(day.day, today) for day in (days[0], days[-1]))
    compared = tr("Compared: {day}.").format(day=first)
    if len(days) > 1:
        compared = tr("Compared: {first} to {last}.").format(first=first, last=last)
    if not differing:
        return f"{tr('You and HR count the same on all these days.')} {compared}"
    total = sum(each.theirs - each.mine for each in differing)
    begins = ntr(
        "You and HR differ on {n} day: {day}.", "You and HR differ on {n} days, from {day} on.", len(differing)
    ).format(n=len(differing), day=_named(differing[0].day, today))
    in_all = tr("In all it is the same time.")
    if total:
        text = tr("In all HR counts {length} more.") if total > 0 else tr("In all HR counts {length} less.")
        in_all = text.format(length=minutes_words(abs(total)))
    return f"{begins} {in_all} {compared}"


def _named(day: date, today: date) -> str:
    return day_words(day, with_year=day.year != today.year)


MOST_LEFT = 26 * 7 * DAY_MINUTES


def parse_left(text: str, field: str = "left") -> int:
    """Minutes that the employer says are left: “390”, “390 hours are left”. Raises InvalidEntry at `field`."""
    words = re.sub(r"\s*(?:are |is )?left\.?$", "", text.strip(), flags=re.IGNORECASE).replace(",", "")
    return parse_hours(words, field, MOST_LEFT)


def left_difference_words(theirs: int, mine: Figures, today: date) -> str:
    """What the employer says is left, held against what is left by the log at the end of the same day."""
    day = _named(mine.day, today)
    if mine.least == mine.most:
        return _left_words(Fraction(theirs), mine.left.minutes, day)
    least, most = mine.least.minutes, mine.most.minutes
    if least <= theirs <= most:
        text = tr("By your log it is between {least} and {most} on {day}, so HR’s total can be right.")
        return text.format(least=hours_words(least), most=hours_words(most), day=day)
    return _left_words(Fraction(theirs), least if theirs < least else most, day)


def _left_words(theirs: Fraction, mine: Fraction, day: str) -> str:
    if theirs == mine:
        return tr("You and HR have the same left on {day}: {mine}.").format(day=day, mine=hours_words(mine))
    text = tr("By your log you have {mine} left on {day}. HR has {length} less.")
    if theirs > mine:
        text = tr("By your log you have {mine} left on {day}. HR has {length} more.")
    return text.format(mine=hours_words(mine), day=day, length=hours_words(abs(theirs - mine)))
