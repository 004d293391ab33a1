"""The words of self-care: calm, and none of them keeps score."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from caregiver_app.domain.calendar import Span, hours_of
from caregiver_app.domain.company import Where, Window
from caregiver_app.domain.kinds import PartOfDay
from caregiver_app.domain.selfcare import CareKind, Feel, SmallThingTime
from caregiver_app.domain.selfcare_week import Cover, NotAvailable, ThingThisWeek
from caregiver_app.domain.spoken import (
    clock_words,
    day_words,
    in_part_words,
    list_words,
    minutes_words,
    short_day_names,
)
from caregiver_app.domain.tasks import State
from caregiver_app.words import tr


def kind_words(kind: CareKind) -> str:
    """A sort of small thing."""
    return {
        CareKind.REST: tr("Rest"),
        CareKind.MOVE: tr("Move a little"),
        CareKind.SLEEP: tr("Sleep"),
        CareKind.PEOPLE: tr("See people"),
        CareKind.GROUP: tr("Support group"),
        CareKind.QUIET: tr("A quiet moment"),
        CareKind.OTHER: tr("Something else"),
    }[kind]


def ideas(kind: CareKind) -> tuple[tuple[str, str, int], ...]:
    """Small things to start from: each with its two-minute version and its minutes."""
    return {
        CareKind.REST: ((tr("Lie down with the phone off"), tr("Close your eyes for two minutes"), 20),),
        CareKind.MOVE: (
            (tr("Walk around the block"), tr("Stand outside for two minutes"), 20),
            (tr("Stretch"), tr("Roll your shoulders"), 15),
        ),
        CareKind.SLEEP: ((tr("Lights out at 10"), tr("Put the phone in another room"), 15),),
        CareKind.PEOPLE: ((tr("Coffee with a friend"), tr("Send one short message"), 60),),
        CareKind.GROUP: ((tr("Support group"), tr("Read one post of the group"), 60),),
        CareKind.QUIET: (
            (tr("Read a few pages"), tr("Read one page"), 20),
            (tr("Sit with a cup of tea"), tr("Three slow breaths"), 15),
        ),
        CareKind.OTHER: ((tr("Something that is only yours"), tr("Two minutes of it"), 20),),
    }[kind]


def feel_words(feel: Feel) -> str:
    """An answer to the question how today is."""
    return {
        Feel.GOOD: tr("Good"),
        Feel.OKAY: tr("Okay"),
        Feel.TIRED: tr("Tired"),
        Feel.VERY_HARD: tr("Very hard"),
    }[feel]


def done_words() -> str:
    """What is said when a small thing was done."""
    return tr("Glad you took that time.")


def left_words() -> str:
    """What is said when it is left for another week."""
    return tr("Rest counts too.")


def when_words(each: ThingThisWeek, *, clock24: bool, today: date | None = None) -> str:
    """When a small thing is this week: “Thu Nov 26, 2:00 pm, 20 min”; without a day, “Whenever it fits”.

    A day before `today` is not held up to anybody: then it is whenever it fits, too. A time in the next week is told.
    """
    length = minutes_words(each.thing.minutes)
    later = time_words(each.later, clock24=clock24) if each.later is not None else ""
    if later and each.only_later:
        return tr("{when} (next week), {length}").format(when=later, length=length)
    day = each.time.day
    when = tr("Whenever it fits")
    if day is not None and (today is None or day >= today):
        when = time_words(each.time, clock24=clock24)
    words = tr("{when}, {length}").format(when=when, length=length)
    return tr("{this_week}. Next week: {when}").format(this_week=words, when=later) if later else words


def time_words(time_: SmallThingTime, *, clock24: bool) -> str:
    """A chosen day with its time: “Tue Dec 1, 8:15 am”; “Whenever it fits” without a day."""
    if time_.day is None:
        return tr("Whenever it fits")
    if time_.clock is None:
        return day_words(time_.day)
    return tr("{day}, {time}").format(day=day_words(time_.day), time=clock_words(time_.clock, clock24))


def cover_words(cover: Cover | None, name: str) -> str:
    """Who is with her meanwhile; empty when nothing is known. `name` is what she is called."""
    if cover is None:
        return ""
    if cover.names:
        return tr("{helpers} with {name}").format(helpers=list_words(cover.names), name=name)
    if cover.asked:
        return tr("You asked {helpers} to be with {name}").format(helpers=list_words(cover.asked), name=name)
    return tr("Nobody is asked yet to be with {name}").format(name=name) if cover.state is State.NEEDS_HELPER else ""


def window_words(window: Window, names: Mapping[UUID, str], name: str, *, clock24: bool) -> str:
    """Why a time is free: “Thu Nov 26, 2:00 pm – 4:00 pm: Ana is with Maria”."""
    why = why_words(window, names, name, clock24=clock24)
    return tr("{span}: {why}").format(span=span_words(window, clock24=clock24), why=why)


def checked_words(day: date) -> str:
    """When somebody saw that a number is right: “Checked on Fri Nov 20, 2026”."""
    return tr("Checked on {day}").format(day=day_words(day, with_year=True))


def span_words(window: Window, *, clock24: bool, week: Span | None = None) -> str:
    """When a free time is: “Thu Nov 26, 2:00 pm – 4:00 pm”, “Thu Nov 26, in the afternoon” while the hour is open.

    With `week`, which is this one, a day after it is told to be of the next.
    """
    day = window.start.date()
    if window.part is not None:
        words = tr("{day}, {part}").format(day=day_words(day), part=in_part_words(window.part))
    else:
        start, end = (clock_words(each.time(), clock24) for each in (window.start, window.end))
        words = tr("{day}, {start} – {end}").format(day=day_words(day), start=start, end=end)
    return tr("{when} (next week)").format(when=words) if week is not None and day > week.last else words


def why_words(window: Window, names: Mapping[UUID, str], name: str, *, clock24: bool) -> str:
    """Who is with her: “Ana is with Maria”, “Maria is out with Ben”; and between which hours, where that is all."""
    who = _with_her(window, names, name)
    return tr("{who}, {hours}").format(who=who, hours=_hours(window.part, clock24)) if window.part is not None else who


def _hours(part: PartOfDay, clock24: bool) -> str:
    """What is known of the hour: “some time between 2:00 pm and 5:30 pm”."""
    first, last = hours_of(part)
    if last is None:
        return tr("some time after {start}").format(start=clock_words(first, clock24))
    if part is PartOfDay.MORNING:
        return tr("some time before {end}").format(end=clock_words(last, clock24))
    start, end = (clock_words(each, clock24) for each in (first, last))
    return tr("some time between {start} and {end}").format(start=start, end=end)


def _with_her(window: Window, names: Mapping[UUID, str], name: str) -> str:
    who = [names[each] for each in window.with_ids if each in names]
    if window.where is not Where.HOME:
        out = tr("{name} is out with {helpers}") if who else tr("{name} is out")
        return out.format(name=name, helpers=list_words(who))
    if len(who) == 1:
        return tr("{helper} is with {name}").format(helper=who[0], name=name)
    return tr("{helpers} are with {name}").format(helpers=list_words(who), name=name)


def not_available_span(shadow: NotAvailable, *, clock24: bool) -> str:
    """The same within a sentence of a sheet: “Thu Nov 26, 2:00 pm – 4:00 pm”."""
    start, end = (clock_words(each.time(), clock24) for each in (shadow.start, shadow.end))
    return tr("{day}, {start} – {end}").format(day=day_words(shadow.day), start=start, end=end)


def not_available_words(shadow: NotAvailable, *, clock24: bool) -> str:
    """All that others learn of a small thing: “Not available Thu 2:00 pm – 4:00 pm”."""
    start, end = (clock_words(each.time(), clock24) for each in (shadow.start, shadow.end))
    weekday = short_day_names()[shadow.day.weekday()]
    return tr("Not available {day} {start} – {end}").format(day=weekday, start=start, end=end)
