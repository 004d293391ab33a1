"""The live line of the time-off form: what it will count as, and what is left after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.records import TimeOff
from caregiver_app.domain.leave_open_words import open_point_words
from caregiver_app.domain.leave_plan_words import left_words
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words, list_words, minutes_words, short_day
from caregiver_app.services.leave.trying import Tried
from caregiver_app.words import ntr, tr

MOST_HOLIDAYS = 4  # that are named one by one


@dataclass(frozen=True)
class LiveWords:
    """A bold line, the sentences below, and the tone of the card."""

    title: str
    sentences: tuple[str, ...] = ()
    tone: str = "info"


def problem_words(problem: InvalidEntry) -> LiveWords:
    """Why time off can't be kept, before anybody tries to save it."""
    if problem.field == "worker":
        return LiveWords(problem.message)
    first, stop, rest = problem.message.partition(". ")
    return LiveWords(first + stop.strip(), (rest,) if rest else (), "warn")


def live_words(
    tried: Tried | None, entries: Sequence[TimeOff], holidays: Sequence[tuple[date, str]] = (), not_yet: str = ""
) -> LiveWords:
    """What is said of time off while it is typed; `holidays` among its days are asked about.

    `not_yet` is what may keep it from being FMLA leave; it can be logged all the same.
    """
    if tried is None:
        return LiveWords(tr("Add a usual week first."), (tr("The hours are counted from it."),))
    if not tried.covered:
        none = tr("FMLA leave does not cover this relative, so none is counted.")
        return LiveWords(tr("This is kept in your log."), (none,))
    is_fmla = any(entry.kind is LeaveKind.FMLA for entry in entries)
    if not tried.work_minutes:
        return LiveWords(_no_work(entries), (_left(tried, entries),))
    if not is_fmla:
        return LiveWords(tr("It takes nothing from your FMLA leave."), (_left(tried, entries),))
    asked = tuple(words for words in (not_yet, _holiday_words(holidays) if holidays else "") if words)
    title = _counts(tried, may=bool(not_yet))
    if tried.over.minutes:
        return LiveWords(title, (_over(tried, entries), _left(tried, entries), *asked), "warn")
    open_words = (open_point_words(tried.open_points),) if tried.not_settled else ()
    return LiveWords(title, (_left(tried, entries), *open_words, *asked))


def _holiday_words(holidays: Sequence[tuple[date, str]]) -> str:
    if len(holidays) == 1:
        day, name = holidays[0]
        words = tr("{day} is {name}. Is work closed then? Add the holiday to the job and nothing is counted that day.")
        return words.format(day=day_words(day), name=name)
    if len(holidays) > MOST_HOLIDAYS:
        words = tr("{n} of these days are holidays, the first on {day}.").format(
            n=len(holidays), day=day_words(holidays[0][0])
        )
    else:
        words = tr("{days} are holidays.").format(days=list_words([short_day(day) for day, _ in holidays]))
    asked = tr("Is work closed then? Add them to the job and nothing is counted on those days.")
    return f"{words} {asked}"


def _counts(tried: Tried, *, may: bool) -> str:
    hours = minutes_of(tried.counted.minutes)
    if tried.days > 1:
        words = tr("This counts as {hours} of FMLA leave, over {days} workdays.")
        if may:
            words = tr("This may count as {hours} of FMLA leave, over {days} workdays.")
        return words.format(hours=hours, days=tried.days)
    words = tr("This may count as {hours} of FMLA leave.") if may else tr("This counts as {hours} of FMLA leave.")
    return words.format(hours=hours)


def _left(tried: Tried, entries: Sequence[TimeOff]) -> str:
    hours = minutes_of(tried.left.minutes) if int(tried.left.minutes) else ""
    last = max(entry.last for entry in entries)
    if not hours or last == min(entry.first for entry in entries):
        return left_words(hours, tr("that"))
    return left_words(hours, day_words(last, with_year=True))


def _over(tried: Tried, entries: Sequence[TimeOff]) -> str:
    hours = minutes_of(tried.over.minutes)
    if len(entries) == 1 and entries[0].first == entries[0].last:
        words = tr("This day goes {hours} past what is left. You can still save it as unpaid time off.")
    else:
        words = tr("These days go {hours} past what is left. You can still save them as unpaid time off.")
    return words.format(hours=hours)


def _no_work(entries: Sequence[TimeOff]) -> str:
    count = sum(len(entry.entry().numbers()) for entry in entries)
    return ntr("This is a day without work. It counts as nothing.", "These are days without work.", count)


def minutes_of(minutes: Fraction) -> str:
    """Time to the minute; what is less than one is left off, never added."""
    return minutes_words(int(minutes))
