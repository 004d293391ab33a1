"""In which order day and month are written: one answer for a whole file or paste."""

from __future__ import annotations

from enum import StrEnum


class DayOrder(StrEnum):
    """Whether 3/4/2026 is in March or in April."""

    MONTH_FIRST = "month"
    DAY_FIRST = "day"
