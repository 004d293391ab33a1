"""Reminders of all sources: what is due, what was put off or closed, the family's rules, and those somebody typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from caregiver_app.domain import reminders as rules_of
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.reminder_typed import aligned, check_to_come, next_time
from caregiver_app.domain.reminders import (
    RULES_ID,
    Due,
    Later,
    OwnReminder,
    ReminderRules,
    Seen,
    Touched,
    Waiting,
    moment_of,
    touched_by,
    waiting,
)
from caregiver_app.services import reminder_sources
from caregiver_app.storage import care_rows as rows
from caregiver_app.storage.unit_of_work import UnitOfWork

LOOK_BACK = timedelta(62)  # after a longer absence older reminders help nobody


def rules(work: UnitOfWork) -> ReminderRules:
    """What the family wants to be reminded of, and when not."""
    return work.get(ReminderRules, RULES_ID) or ReminderRules()


def save_rules(work: UnitOfWork, *, before: ReminderRules, after: ReminderRules) -> None:
    """Keep changed rules. Raises StaleEdit when `before` is not how they are now."""
    if work.get(ReminderRules, RULES_ID) is not None:
        work.expect(before)
    work.put(after)


def dues(work: UnitOfWork, *, first: date, last: date) -> list[Due]:
    """Everything to be reminded of from day to day, by time; the same thing at the same wall time once."""
    found = {due.id: due for due in reminder_sources.all_dues(work, Span(first, last))}
    return sorted(found.values(), key=_due_order)


def _due_order(due: Due) -> tuple[object, ...]:
    return due.at, due.title, due.id


def touched(work: UnitOfWork, *, first: date) -> list[Touched]:
    """What was done about the reminders from a day on, and those that are put off."""
    return rows.touched_since(work, datetime.combine(first, time.min))


def look(work: UnitOfWork, *, at: datetime, seen: Seen | None) -> Waiting:
    """What to show at a local moment, and when to look again: at midnight at the latest. See `reminders.waiting`."""
    at = at.replace(tzinfo=None)
    midnight = datetime.combine(at.date(), time.min)
    seen = seen or Seen(since=midnight, looked=midnight)
    known, every = _since(work, max(min(at, seen.since), at - LOOK_BACK).date(), at.date(), at)
    found = waiting(every, known, rules(work), at, seen)
    midnight += timedelta(1)
    return replace(found, next_at=min(found.next_at or midnight, midnight))


def coming(work: UnitOfWork, *, now: datetime, last: date) -> list[tuple[datetime, Due]]:
    """What shows itself after a local moment and until the end of a day, put off or not: when, and what, by time."""
    known, every = _since(work, now.date() - timedelta(1), last, now)  # the night's come in the morning
    by_id, wanted = {each.id: each for each in known}, rules(work)
    timed = ((moment_of(due, by_id.get(due.id), wanted, now), due) for due in every)
    return sorted(((at, due) for at, due in timed if at is not None and at > now), key=_coming_order)


def _coming_order(pair: tuple[datetime, Due]) -> tuple[object, ...]:
    return pair[0], pair[1].title, pair[1].id


def _since(work: UnitOfWork, first: date, last: date, at: datetime) -> tuple[list[Touched], list[Due]]:
    """What was done about reminders from a day on, and these; earlier ones that are put off are among them."""
    known = touched(work, first=first)
    first = min([first, *(each.due_at.date() for each in known if not each.closed)])
    return known, dues(work, first=max(first, (at - LOOK_BACK).date()), last=last)


def put_off(work: UnitOfWork, *, due: Due, later: Later, at: datetime) -> None:
    """Let a reminder come again later; `at` is the local time now."""
    _forget(work, at)
    known = work.get(Touched, due.id) or touched_by(due)
    after = rules_of.put_off(replace(known, closed=False), later, at.replace(tzinfo=None), rules(work))
    work.put(after)


def close(work: UnitOfWork, *, dues: Iterable[Due], at: datetime, off: bool = False) -> None:
    """These reminders are read; with `off` they are done, or not wanted today. `at` is the local time now."""
    _forget(work, at)
    for due in dues:
        known = work.get(Touched, due.id) or touched_by(due)
        work.put(replace(known, later_at=at.replace(tzinfo=None) if off else None, closed=True))


def _forget(work: UnitOfWork, at: datetime) -> None:
    """What was done about long ago goes, so that it does not grow without end."""
    rows.forget_touched(work, at.replace(tzinfo=None) - 2 * LOOK_BACK)


def own(work: UnitOfWork, *, now: datetime) -> list[OwnReminder]:
    """The reminders that somebody typed: the next one first, those that are over last."""
    found = [(next_time(each, now), each) for each in work.all(OwnReminder)]
    return [each for _, each in sorted(found, key=_own_order)]


def _own_order(pair: tuple[datetime | None, OwnReminder]) -> tuple[object, ...]:
    at, reminder = pair
    return at is None, at or datetime.combine(reminder.day, reminder.clock), reminder.text.casefold(), reminder.id


def save_own(work: UnitOfWork, *, before: OwnReminder | None, after: OwnReminder, now: datetime) -> None:
    """Keep a typed reminder, new (`before` is None) or changed; `now` is local time.

    Raises InvalidEntry at `day`, `clock` or `repeat` when no time of it is still to come.
    """
    if before is not None:
        work.expect(before)
    check_to_come(after, now)
    work.put(aligned(after))


def remove_own(work: UnitOfWork, *, reminder: OwnReminder) -> None:
    """Take a typed reminder off."""
    work.expect(reminder)
    work.remove(reminder)
