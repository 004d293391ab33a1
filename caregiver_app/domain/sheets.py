"""How often each sheet was printed, so that a new copy can say which one it replaces."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid5

from caregiver_app.domain.household import HOUSEHOLD_ID
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSheet(Record):
    """The copies made of one sheet for one week and, for a helper's sheet, one person."""

    sheet: str
    first_day: date
    person_id: UUID | None = None
    copies: int = 1
    printed_at: datetime


def printed_sheet_id(sheet: str, first_day: date, person_id: UUID | None = None) -> UUID:
    """The same sheet of the same week has the same id on every computer."""
    return uuid5(HOUSEHOLD_ID, f"{sheet} {first_day.isoformat()} {person_id or ''}")
