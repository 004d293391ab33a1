"""What part of one absence is FMLA leave, to the minute."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from caregiver_app.domain.leave.entries import TooManyMinutes
from caregiver_app.words import tr

LARGEST_INCREMENT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """One time away from work, all in minutes.

    `travel_minutes`: all ways together. `shift_left_minutes`: work left from the moment of leaving, None when not
    known. `forced_shift_minutes`: the whole absence when joining mid-shift is truly impossible.
    """

    care_minutes: int = 0
    travel_minutes: int = 0
    errand_minutes: int = 0
    shift_left_minutes: int | None = None
    forced_shift_minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceMinutes:
    """What of an absence is FMLA leave and what is not, in minutes; and its charge when the week is known."""

    fmla_minutes: int
    not_fmla_minutes: int
    weeks: Fraction | None = None
    not_settled: bool = False


def absence_minutes(absence: Absence, week_minutes: int | None = None) -> AbsenceMinutes:
    """Care and travel count, errands do not; never more than the shift that was left, never rounded up.

    29 CFR 825.124, 825.205(a)(1), (2); opinion letter FMLA2026-2. `week_minutes` are the scheduled minutes of the
    workweek. Raises TooManyMinutes at `week_minutes` for more leave than the week has work.
    """
    fmla = max(absence.care_minutes + absence.travel_minutes, absence.forced_shift_minutes or 0)
    if absence.shift_left_minutes is not None:
        fmla = min(fmla, absence.shift_left_minutes)
    weeks = None
    if week_minutes is not None:
        if fmla > week_minutes or week_minutes == 0:
            raise TooManyMinutes("week_minutes", tr("This is more time off than the week has work."))
        weeks = Fraction(fmla, week_minutes)
    return AbsenceMinutes(fmla_minutes=fmla, not_fmla_minutes=absence.errand_minutes, weeks=weeks)


def largest_increment(other_leave_increments: Collection[int]) -> int:
    """The largest unit, in minutes, in which leave may be counted. 29 CFR 825.205(a)(1).

    The smallest one used for any other leave, and one hour at most.
    """
    return min([LARGEST_INCREMENT, *other_leave_increments])
