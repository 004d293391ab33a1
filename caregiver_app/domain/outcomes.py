"""How a visit went: what is told once, on the day, for every part of the program that needs it."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime, time
from decimal import Decimal
from uuid import UUID, uuid5

from caregiver_app.domain.people import LONGEST_NOTE
from caregiver_app.domain.places import FARTHEST
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record
from caregiver_app.words import tr

MOST_MONEY = Decimal(1_000_000)  # dollars


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Record):
    """What was told about one visit afterwards; a visit has at most one.

    `home_at` is when they were home. `miles` are there and back. `parking` and `tolls` are dollars. None means
    "not told", which is not zero. `next_task_id` is the task that the next step became.
    """

    appointment_id: UUID
    id: UUID = field(default=UUID(int=0))  # always worked out of the visit
    home_at: time | None = None
    miles: Decimal | None = None
    parking: Decimal | None = None
    tolls: Decimal | None = None
    notes: str = ""
    next_task_id: UUID | None = None
    told_at: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", outcome_id(self.appointment_id))
        if self.miles is not None and not 0 <= self.miles <= 2 * FARTHEST:
            raise InvalidEntry("miles", tr("Type the miles there and back, like 24 or 24.5."))
        for name in ("parking", "tolls"):
            amount = getattr(self, name)
            if amount is not None and not 0 <= amount <= MOST_MONEY:
                raise InvalidEntry(name, tr("Type an amount of money, like 12 or 12.50."))
        if len(self.notes) > LONGEST_NOTE:
            raise InvalidEntry("notes", tr("This note is over 20,000 letters. Please keep a shorter one here."))


def outcome_id(appointment_id: UUID) -> UUID:
    """A visit is told of once; its outcome has the same id on every computer."""
    return uuid5(appointment_id, "outcome")
