"""What Today shows beside the day: it follows the first paint, so it stands in a module of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from caregiver_app.domain.selfcare_week import ThingThisWeek
    from caregiver_app.domain.today_view import TodayRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment for the caregiver: what makes it possible, in a sentence, and the small thing that fits, if any.

    `until` is the local time at which the sentence is true no more; None for one that goes by no clock.
    """

    sentence: str
    until: datetime | None = None
    thing: ThingThisWeek | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveLeft:
    """The big answer of one job: words, and parts of the whole from 0 to 1 for its bar."""

    headline: str
    used: float = 0.0
    planned: float = 0.0
    legend: tuple[str, str, str] | None = None
    next_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What was paid this month in dollars, and how many receipts of the year are not added yet."""

    total: Decimal
    missing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSoon:
    """A paper of leave, a claim or a call with its day, in one sentence; `tab` and `record_id` say where it opens."""

    day: date
    sentence: str
    tab: str
    record_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayMore:
    """What follows the first paint. None, or empty, for what was never set up."""

    waiting: tuple[TodayRow, ...] = ()
    moment: Moment | None = None
    leave: LeaveLeft | None = None
    spent: Spent | None = None
    due: tuple[DueSoon, ...] = field(default=())
