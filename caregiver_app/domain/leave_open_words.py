"""What the rules of leave leave open, in one short sentence each."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from caregiver_app.domain.leave.answers import Figures, OpenPoint
from caregiver_app.domain.leave_words import hours_words
from caregiver_app.words import tr


def open_point_words(points: Iterable[OpenPoint]) -> str:
    """What is not settled, and whom to ask; where it is no point of its own, it is single days of a plan."""
    named = _sentences()
    sentences = [named[point] for point in points] or [
        tr("The rules speak of weeks, so they leave a single day open.")
    ]
    return " ".join([*sentences, tr("Ask your employer.")])


def business_days_words() -> str:
    """What is open in the five business days of an employer."""
    return tr("No rule says which days are business days. Holidays may not count.")


def in_hours_words(figures: Figures) -> str:
    """What is left by the count of an employer that turns weeks into hours; empty for one that does not."""
    if figures.hours_left is None:
        return ""
    if figures.hours_left == int(figures.left.minutes):
        return tr("Your job counts in hours. That comes to the same today.")
    text = tr("Your job counts in hours. By that count, {hours} are left today.")
    return text.format(hours=hours_words(Fraction(figures.hours_left)))


def _sentences() -> dict[OpenPoint, str]:
    return {
        OpenPoint.METHOD: tr("It hangs on how your job counts the year."),
        OpenPoint.SHARED: tr("A spouse at the same employer may share this leave."),
        OpenPoint.LEAP_DAY: tr("No rule says how Feb 29 falls into this leave year."),
        OpenPoint.CLOSED_DAYS: tr("No rule says how one of these weeks with a holiday or a closed day counts."),
        OpenPoint.CHANGE: tr("No rule says when the change to a new leave year ends."),
        OpenPoint.SERVICEMEMBER: tr("The rules name two last days for these 12 months."),
        OpenPoint.FIXED_YEAR: tr("No rule says if a year from the day you began may count too."),
    }
