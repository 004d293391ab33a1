"""One entry of the log in words, as short as a column needs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from caregiver_app.domain.leave.answers import Row
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.records import LeaveReason, TimeOff
from caregiver_app.domain.leave_names import kind_words, told_words
from caregiver_app.domain.leave_stretches import repeat_words
from caregiver_app.domain.leave_words import counted_weeks_words, hours_words
from caregiver_app.domain.spoken import day_words, short_day
from caregiver_app.words import tr


def time_words(minutes: Fraction | int) -> str:
    """Minutes as hours."""
    return hours_words(Fraction(minutes))


def days_of(time_off: TimeOff, today: date) -> str:
    """When an entry is: “Tue Nov 24”, or “Nov 24 – 28”, the year only when it is another one."""
    first, last = time_off.first, time_off.last
    if first == last:
        return day_words(first, with_year=first.year != today.year)
    if first.year != last.year:
        if first.year == today.year:
            return tr("{first} – {last}, {year}").format(first=short_day(first), last=short_day(last), year=last.year)
        words = tr("{first}, {first_year} – {last}, {year}")
        return words.format(first=short_day(first), first_year=first.year, last=short_day(last), year=last.year)
    end = str(last.day) if first.month == last.month else short_day(last)
    words = tr("{first} – {last}").format(first=short_day(first), last=end)
    return words if last.year == today.year else tr("{day}, {year}").format(day=words, year=last.year)


def reason_of(row: Row) -> str:
    """What the time off is for, the visit or the reason in a few words, and how often: “Care, every other Friday”."""
    words = _purpose(row)
    often = repeat_words(row.time_off.first, row.time_off.every_days) if row.time_off.last > row.time_off.first else ""
    return tr("{words}, {often}").format(words=words, often=often) if often else words


def _purpose(row: Row) -> str:
    if row.appointment is not None:
        return " ".join(row.appointment.title.split())
    return {
        LeaveReason.CARE: tr("Care"),
        LeaveReason.APPOINTMENT: tr("Appointment"),
        LeaveReason.OTHER: tr("Other reason"),
    }[row.time_off.reason]


def told_of(row: Row, today: date) -> str:
    """Whether work was told: “Yes, Nov 10”, “Same day” or “Not yet”."""
    return tr("Same day") if row.time_off.told_on == row.time_off.first else told_words(row, today)


def counted_words(row: Row) -> str:
    """What was counted, as weeks: “0.2 weeks”; or that the law gives no more."""
    if row.time_off.kind is not LeaveKind.FMLA:
        return tr("Not counted")
    if row.over_weeks:
        return tr("Past the limit") if row.over_weeks == row.weeks else tr("Partly past")
    return counted_weeks_words(row.weeks) if row.weeks else tr("–")


def is_to_come(time_off: TimeOff, today: date) -> bool:
    """Whether an entry is still planned: once its days are over, it counts as taken."""
    return time_off.planned and time_off.last >= today


def status_words(time_off: TimeOff, today: date) -> str:
    """How an entry stands."""
    if time_off.kind is LeaveKind.NOT_FMLA:
        return kind_words(time_off.kind)
    if time_off.kind is LeaveKind.OTHER_EMPLOYER:
        return tr("Other job")
    if is_to_come(time_off, today):
        return tr("Planned")
    return tr("As planned") if time_off.planned else tr("Taken")
