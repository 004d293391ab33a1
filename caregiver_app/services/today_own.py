"""What Today shows of the caregiver's own: small things and typed reminders, of today and the days after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING

from caregiver_app.domain import today_words as words
from caregiver_app.domain.calendar import Span, days_of
from caregiver_app.domain.spoken import clock_words
from caregiver_app.domain.today_view import OWN, REMINDER, TodayRow
from caregiver_app.domain.today_words import Names
from caregiver_app.storage.looking import has_any
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.domain.reminders import OwnReminder
    from caregiver_app.domain.selfcare_week import ThingThisWeek

Own = tuple[date, time | None, TodayRow]


def own_rows(work: UnitOfWork, *, span: Span, names: Names) -> list[Own]:
    """Rows with their day and time; after the first day only what is still to be done at a time."""
    return [*_things(work, span, names), *_reminders(work, span, names)]


def _things(work: UnitOfWork, span: Span, names: Names) -> Iterator[Own]:
    """The small things that are not left for another week. Their tables load where there are any."""
    if not has_any(work, "small_things"):
        return
    from caregiver_app.services.small_things import of_days

    for thing in of_days(work, span):
        day, clock = thing.time.day, thing.time.clock
        if day == span.first:
            yield day, clock, thing_row(thing, names)
        elif day is not None and clock is not None and not thing.is_done:
            yield day, clock, thing_row(thing, names, day=words.day_in_short(day, span.first))


def thing_row(thing: ThingThisWeek, names: Names, *, day: str = "") -> TodayRow:
    """One of the caregiver's own small things."""
    clock = thing.time.clock
    return TodayRow(
        record_id=thing.thing.id,
        tab="selfcare",
        sign=OWN,
        title=words.plain(thing.thing.title),
        time=clock_words(clock, names.clock24) if clock is not None else "",
        detail=tr("A moment for you."),
        day=day,
        done=thing.is_done,
        thing=thing,
    )


def _reminders(work: UnitOfWork, span: Span, names: Names) -> Iterator[Own]:
    """The reminders that somebody typed, each on its next day alone: one of every day would hide what else comes.

    What is done, or put away for a day, is no more of that day; what is put off stands at the time it comes again.
    """
    if not has_any(work, "own_reminders"):
        return
    from caregiver_app.domain.reminders import OwnReminder, Touched, due_of
    from caregiver_app.storage import care_tables  # noqa: F401  # adds its tables

    first = Span(span.first, span.first)
    own = work.all(OwnReminder)
    of_today = [due_of(each, span.first).id for each in own if days_of(each.day, each.repeat, first)]
    known = {each.source_id: each for each in work.among(Touched, "id", of_today)}
    for each in own:
        touched = known.get(each.id)
        is_off = touched is not None and touched.is_off(span.first)
        for day in [day for day in days_of(each.day, each.repeat, span) if day != span.first or not is_off][:1]:
            later = touched.later_at if touched is not None and day == span.first else None
            clock = later.time() if later is not None else each.clock
            yield day, clock, _reminder_row(each, day, clock, span.first, names)


def _reminder_row(own: OwnReminder, day: date, clock: time, today: date, names: Names) -> TodayRow:
    return TodayRow(
        record_id=own.id,
        tab="selfcare",
        sign=REMINDER,
        title=words.plain(own.text),
        time=clock_words(clock, names.clock24),
        detail=tr("Your reminder."),
        day=words.day_in_short(day, today) if day != today else "",
        reminder=own,
    )
