"""How the days are, and what somebody wrote down for themselves. Nobody else ever sees either."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from caregiver_app.domain.selfcare import Feel, Feeling, JournalEntry, feeling_id, is_hard_time
from caregiver_app.storage import care_rows as rows
from caregiver_app.storage.unit_of_work import UnitOfWork

PAGE = 50
_DAY = timedelta(1)
_MOMENT, _SECOND = timedelta(microseconds=1), timedelta(seconds=1)


def feelings(work: UnitOfWork, *, first: date, last: date) -> dict[date, Feel]:
    """How the days from `first` to `last` were, where somebody said so."""
    return {each.day: each.feel for each in rows.feelings_between(work, first, last)}


def set_feeling(work: UnitOfWork, *, day: date, feel: Feel | None) -> None:
    """Say how a day is, or with None take it back."""
    known = work.get(Feeling, feeling_id(day))
    if feel is not None:
        work.put(Feeling(day=day, feel=feel))
    elif known is not None:
        work.remove(known)


def hard_time(work: UnitOfWork, *, today: date) -> bool:
    """Whether today and the day before were both very hard: then help lines come first, without comment."""
    return is_hard_time(feelings(work, first=today - _DAY, last=today), today, today - _DAY)


def entries(work: UnitOfWork, *, limit: int = PAGE, before: JournalEntry | None = None) -> list[JournalEntry]:
    """A page of the journal, newest first; the next page goes on after the last entry of the one before."""
    return rows.journal_page(work, limit, before)


def search(work: UnitOfWork, *, typed: str, limit: int = PAGE) -> list[JournalEntry]:
    """The entries that hold a word starting with each word typed, newest first; all of them for nothing typed."""
    return rows.journal_found(work, typed, limit)


def save_entry(work: UnitOfWork, *, before: JournalEntry | None, after: JournalEntry) -> None:
    """Keep an entry, new (`before` is None) or changed. Raises StaleEdit when `before` is not what is stored.

    Of several in one moment the last one comes last, as a clock that stands would not tell.
    """
    if before is not None:
        work.expect(before)
    else:
        last = rows.last_written(work, after.day)
        if last is not None and after.written_at <= last < after.written_at + _SECOND:
            after = replace(after, written_at=last + _MOMENT)
    work.put(after)


def remove_entry(work: UnitOfWork, *, entry: JournalEntry) -> None:
    """Take an entry out."""
    work.expect(entry)
    work.remove(entry)
