"""What the visit form understood: each field read back in words, and what all of it would make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from caregiver_app.domain.calendar import Repeat, Span
from caregiver_app.domain.entries import parse_day, parse_minutes, parse_time
from caregiver_app.domain.entries.series import parse_series, series_words
from caregiver_app.domain.planned import Planned, pick_up_clock
from caregiver_app.domain.problems import InvalidEntry, Refused
from caregiver_app.domain.rides import Leg, pick_up_at
from caregiver_app.domain.series import dates_from, dates_of
from caregiver_app.domain.spoken import minutes_words, shown_day, time_words
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.rides.draft import Known, VisitDraft, leg_field, read_draft, read_drive, read_seats
from caregiver_app.ui.rides.typed_pick_up import read_pick_up, typed_pick_up
from caregiver_app.words import tr


def day_read(text: str, known: Known) -> str:
    """A day as it was understood."""
    return shown_day(parse_day(text, known.today), known.today)


def time_read(text: str, name: str, known: Known) -> str:
    """A time of the clock as it was understood; a part of the day is refused."""
    when = parse_time(text, name)
    if when.clock is None:
        raise InvalidEntry(name, tr("Type a time, like “9:30 am.” If it is not known yet, leave this empty."))
    return time_words(when, known.clock24)


def repeat_read(text: str, first: str, known: Known, *, planned: bool) -> str:
    """A repeat as it was understood, when the series that it makes is not too long.

    When the first visit is `planned` already, the series has to begin with its day.
    """
    try:
        day = parse_day(first, known.today)
    except InvalidEntry:  # told at its own field
        day = known.today
    repeat = parse_series(text, day, known.today)
    days_of(day, repeat, planned=planned)
    return series_words(repeat)


def days_of(first: date, repeat: Repeat | None, *, planned: bool) -> list[date]:
    """The days of all visits that are meant. Raises InvalidEntry at "repeat"."""
    return dates_from(first, repeat) if planned and repeat is not None else dates_of(first, repeat)


def drive_read(text: str) -> str:
    """The length of a drive as it was understood."""
    minutes = read_drive(text)
    return minutes_words(minutes) if minutes is not None else ""


def length_read(text: str) -> str:
    """The length of a visit as it was understood."""
    return minutes_words(parse_minutes(text) or 0)


def planned_of(draft: VisitDraft, known: Known, visit: Visit | None) -> Planned | None:
    """What would be made of what stands in the form; None while it can't be read. A title may still be missing."""
    try:
        meant = read_draft(replace(draft, title=draft.title or "?"), known, visit)
        days = dates_of(meant.appointment.day, meant.repeat)
    except (Refused, InvalidEntry):
        return None
    return Planned(
        appointment=meant.appointment,
        days=days,
        rides=meant.rides,
        place=meant.place,
        drivers=len(meant.drivers),
        first_alone=visit is not None,
        holidays=_holidays(days),
    )


def seats_read(text: str) -> str:
    """How many seats, as it was understood."""
    return str(read_seats(text))


def pick_up_read(text: str, leg: Leg, draft: VisitDraft, known: Known, visit: Visit | None) -> str:
    """A time of one way as it was understood, when it fits the visit as that stands in the form."""
    clock, before = read_pick_up(text, leg, _day_in(draft, known))
    understood = typed_pick_up(clock, known.clock24, before=before)
    name = leg_field(leg, "pick_up")
    wrong = next((each for each in _problems(draft, known, visit) if each.field == name), None)
    if wrong is not None:
        raise wrong
    return understood


def _day_in(draft: VisitDraft, known: Known) -> date:
    try:
        return parse_day(draft.day, known.today) if draft.day.strip() else known.today
    except InvalidEntry:  # told at its own field
        return known.today


def _problems(draft: VisitDraft, known: Known, visit: Visit | None) -> Sequence[InvalidEntry]:
    try:
        read_draft(replace(draft, title=draft.title or "?"), known, visit)
    except Refused as refused:
        return refused.problems
    return ()


def unread_of(draft: VisitDraft, known: Known, visit: Visit | None) -> InvalidEntry | None:
    """The first thing in the form that can’t be read; None when all can. A title may still be missing."""
    try:
        meant = read_draft(replace(draft, title=draft.title or "?"), known, visit)
        dates_of(meant.appointment.day, meant.repeat)
    except Refused as refused:
        return refused.problems[0]
    except InvalidEntry as problem:
        return problem
    return None


def _holidays(days: list[date]) -> dict[date, str]:
    from caregiver_app.domain.holiday_names import holidays_in

    return holidays_in(Span(days[0], days[-1]))


def pick_up_words(leg: Leg, planned: Planned | None, clock24: bool) -> str:
    """The pick-up that is worked out for one way; empty when it can't be."""
    ride = next((each for each in planned.rides if each.leg is leg), None) if planned else None
    if planned is None or ride is None:
        return ""
    at = pick_up_at(replace(ride, pick_up=None), planned.appointment, planned.place)
    return pick_up_clock(at, planned.appointment.day, clock24) if at is not None else ""
