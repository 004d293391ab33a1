"""Workweeks as time that people know: minutes of the usual week, whole weeks and days. Values, no words."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from caregiver_app.domain.leave.days import ORDINARY_WEEKS
from caregiver_app.domain.leave.schedule import Week, average_week, check_usual_week


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayTime:
    """An amount of leave in minutes of the average week; `whole_weeks` and `days` beside it when days were asked."""

    average_week_minutes: Fraction
    minutes: Fraction
    whole_weeks: int | None = None
    days: Fraction | None = None
    not_settled: bool = False


def display_time(
    weeks: Fraction = ORDINARY_WEEKS, *, schedule_weeks: tuple[Week, ...], days_per_week: int | None = None
) -> DisplayTime:
    """Workweeks as minutes of the average week, and as weeks and days. 29 CFR 825.205(b)(1), FMLA2025-02-A.

    Never rounded. Raises InvalidEntry at `weeks` for a schedule without hours.
    """
    check_usual_week(schedule_weeks)
    average = average_week(schedule_weeks)
    whole = days = None
    if days_per_week is not None:
        whole = weeks.numerator // weeks.denominator
        days = (weeks - whole) * days_per_week
    return DisplayTime(average_week_minutes=average, minutes=weeks * average, whole_weeks=whole, days=days)
