"""The log as a table file for a spreadsheet."""

from __future__ import annotations

from fractions import Fraction

from caregiver_app.domain.leave.answers import LeaveView, Row
from caregiver_app.domain.leave_names import kind_words, paid_words, reason_words
from caregiver_app.domain.leave_words import hours_number, weeks_number
from caregiver_app.exchange.csv_table import csv_text
from caregiver_app.words import tr


def csv_of(view: LeaveView) -> str:
    """The rows of a view with their running balance; hours and weeks are cut to a hundredth, minutes are exact."""
    is_counted = view.figures is not None
    return csv_text([_head(), *(_cells(row, is_counted=is_counted) for row in view.rows)])


def _head() -> list[str]:
    return [
        tr("First day"),
        tr("Last day"),
        tr("Hours"),
        tr("Minutes"),
        tr("Weeks"),
        tr("Counts as"),
        tr("Planned or taken"),
        tr("Reason"),
        tr("Paid from"),
        tr("Told work on"),
        tr("Told how"),
        tr("Told whom"),
        tr("Hours left after"),
        tr("Notes"),
    ]


def _cells(row: Row, *, is_counted: bool) -> list[str]:
    entry = row.time_off
    return [
        entry.first.isoformat(),
        entry.last.isoformat(),
        hours_number(Fraction(row.minutes)),
        str(row.minutes),
        weeks_number(row.weeks) if is_counted else "",
        kind_words(entry.kind),
        tr("Planned") if entry.planned else tr("Taken"),
        reason_words(entry.reason),
        paid_words(entry.paid),
        entry.told_on.isoformat() if entry.told_on is not None else "",
        entry.told_how,
        entry.told_whom,
        hours_number(row.left_after.minutes) if is_counted else "",
        entry.notes,
    ]
