"""Makes what one line says of the caregiver’s own: time off work, a small thing, a line in the journal."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.domain.calendar import When, week_of
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_any import AnyKind, TypedLine, fits_week
from caregiver_app.domain.spoken import minutes_words
from caregiver_app.services.household import household
from caregiver_app.services.quick_told import Understood, moment_told, times_told, together
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.domain.leave.records import LeaveJob, TimeOff
    from caregiver_app.domain.leave_stretches import Stretch
    from caregiver_app.domain.selfcare import SmallThing


_MONTHLY = re.compile(r"\b(?:(?:each|every|a|per|the|other) months?|monthly)\b", re.IGNORECASE)


def time_off(work: UnitOfWork, typed: TypedLine, now: datetime) -> Understood:
    """Time off work as the Leave tab reads and counts it. Raises InvalidEntry without a job that is set up."""
    from caregiver_app.domain.leave_stretches import words_of
    from caregiver_app.domain.quick_time_off import read_time_off
    from caregiver_app.services import leave

    job = next(iter(leave.jobs(work)), None)
    if job is None:
        raise InvalidEntry("line", tr("No job is set up yet to count time off. That is done on the Leave tab."))
    read = read_time_off(typed.whole, now.date())
    entries = _entries(job, read.stretches, read.note, now.date())
    problem = next((each for each in leave.problems(work, entries=entries) if each is not None), None)
    if problem is not None:
        raise problem
    return Understood(
        kind=AnyKind.TIME_OFF,
        told=_time_off_told(job, entries, words_of(read.stretches, now.date()), read.note),
        label=tr("Log time off"),
        record=entries[0],
        keep=partial(leave.log, entries=entries),
        tab="leave",
    )


def _entries(job: LeaveJob, stretches: tuple[Stretch, ...], note: str, today: date) -> list[TimeOff]:
    from caregiver_app.domain.leave.entries import LeaveKind
    from caregiver_app.domain.leave.records import TimeOff
    from caregiver_app.services.leave.stored import is_covered

    kind = LeaveKind.FMLA if is_covered(job) else LeaveKind.NOT_FMLA
    return [
        TimeOff(
            job_id=job.id,
            first=each.first,
            last=each.last,
            every_days=each.every_days,
            minutes=each.minutes,
            kind=kind,
            planned=each.first > today,
            notes=note,
        )
        for stretch in stretches
        for each in stretch.entries()
    ]


def _time_off_told(job: LeaveJob, entries: list[TimeOff], days: str, note: str) -> str:
    from caregiver_app.domain.leave.entries import LeaveKind

    first = entries[0]
    told = tr("Time off work: {days}, planned.") if first.planned else tr("Time off work: {days}, taken.")
    whole = tr("{days}, the whole day").format(days=days) if first.minutes is None else days
    counted = (
        tr("It is logged as FMLA leave.") if first.kind is LeaveKind.FMLA else tr("It is logged as not FMLA leave.")
    )
    where = tr("At {employer}.").format(employer=job.employer) if job.employer else ""
    kept = tr("Your note: “{note}.”").format(note=note) if note else ""
    return together([told.format(days=whole), where, counted, kept])


def small_thing(work: UnitOfWork, typed: TypedLine, now: datetime) -> Understood:
    """A small thing for the caregiver, with its time in that week; one of that name gets the time.

    Raises InvalidEntry for a day that is over, for what is not on one day of each week, and for a fourth small thing.
    """
    from caregiver_app.domain.selfcare import SmallThing

    _refuse_other_weeks(typed)
    known = next((each for each in work.all(SmallThing) if _is_same(each, typed.text)), None)
    thing = known or _new_thing(typed)
    if known is None:
        _refuse_fourth(work)
    if typed.day is not None and typed.day < now.date():
        raise InvalidEntry("line", tr("This day is past. Type today or a later day."))
    keep = partial(_keep_thing, thing=thing, is_new=known is None, typed=typed, now=now)
    return Understood(
        kind=AnyKind.SMALL_THING,
        told=_thing_told(work, thing, typed, now),
        label=tr("Add small thing") if known is None else tr("Choose a time"),
        record=thing,
        keep=keep,
        tab="selfcare",
    )


def _refuse_other_weeks(typed: TypedLine) -> None:
    """Refuse how often it comes again where a small thing can’t keep it."""
    if not fits_week(typed.repeat):
        sentence = tr("A small thing is on one day of each week, without an end. Keep this as a task instead.")
        raise InvalidEntry("line", sentence)
    if _MONTHLY.search(typed.text):
        raise InvalidEntry("line", tr("One line can’t plan each month. Type the next day, like “Tue Dec 1 7 pm.”"))


def _is_same(thing: SmallThing, title: str) -> bool:
    return not thing.resting and thing.title.casefold() == title.casefold()


def _refuse_fourth(work: UnitOfWork) -> None:
    from caregiver_app.domain.selfcare import SMALL_THINGS, SmallThing

    if sum(not each.resting for each in work.all(SmallThing)) >= SMALL_THINGS:
        sentence = tr("Three small things are plenty for a week. Let one of them rest first, or keep this as a task.")
        raise InvalidEntry("line", sentence)


def _new_thing(typed: TypedLine) -> SmallThing:
    from caregiver_app.domain.quick_care import care_kind
    from caregiver_app.domain.selfcare import SmallThing
    from caregiver_app.domain.selfcare_words import ideas

    kind = care_kind(typed.text)
    return SmallThing(
        title=typed.text,
        kind=kind,
        minutes=typed.minutes or ideas(kind)[0][2],
        weekday=_weekday(typed),
        clock=typed.hour if typed.repeat is not None else None,
    )


def _weekday(typed: TypedLine) -> int | None:
    """The weekday on which it is each week, when there is one."""
    repeat = typed.repeat
    return repeat.on[0] if repeat is not None and fits_week(repeat) else None


def _keep_thing(work: UnitOfWork, *, thing: SmallThing, is_new: bool, typed: TypedLine, now: datetime) -> None:
    from caregiver_app.services import selfcare

    if is_new:
        selfcare.save_thing(work, before=None, after=thing)
    if typed.repeat is None and typed.tells_time:
        day = typed.day_from(now)
        first = week_of(day, household(work).week_start).first
        selfcare.plan_time(work, thing=thing, week=first, day=day, clock=typed.hour)


def _thing_told(work: UnitOfWork, thing: SmallThing, typed: TypedLine, now: datetime) -> str:
    clock24, at = household(work).clock24, When(clock=typed.hour)
    length = minutes_words(thing.minutes)
    told = tr("A small thing for you: “{title},” {length}, {when}. Only you see it.")
    stays = tr("It stays in your plan each week until you let it rest.")
    if _weekday(typed) is not None and typed.day is not None:
        when, stays = times_told(typed.day, at, typed.repeat, now, clock24), ""
    elif not typed.tells_time:
        when = tr("this week, on no set day")
    else:
        when = moment_told(typed.day_from(now), at, now, clock24)
    return together([told.format(title=thing.title, length=length, when=when), stays])


def journal(_work: UnitOfWork, typed: TypedLine, now: datetime) -> Understood:
    """A line in the journal, as it was written."""
    from caregiver_app.domain.selfcare import JournalEntry
    from caregiver_app.services import selfcare

    entry = JournalEntry(day=now.date(), text=typed.text, written_at=now.astimezone(UTC))
    return Understood(
        kind=AnyKind.JOURNAL,
        told=tr("A line in your journal. Only you see this."),
        label=tr("Write in the journal"),
        record=entry,
        keep=partial(selfcare.save_entry, before=None, after=entry),
        tab="selfcare",
    )
