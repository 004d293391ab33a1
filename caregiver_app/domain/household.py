"""What belongs to the family as a whole: how weeks, clocks and paper look, and the words on the sheets."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from uuid import UUID

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record
from caregiver_app.words import tr

HOUSEHOLD_ID = UUID("3f1c5f0e-8a51-4a3e-9d0c-6a1c0b7d2e01")
MOST_PLEASE, MOST_HOUSE_NOTES = 300, 2000  # letters


class Paper(StrEnum):
    """The paper in the printer."""

    LETTER = "letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Household(Record):
    """The one record of the family's own choices; `week_start` counts from Monday = 0.

    `please` hangs on the fridge; `house_notes` are for helpers and stand on their own sheets alone.
    """

    id: UUID = field(default=HOUSEHOLD_ID)
    week_start: int = 6
    clock24: bool = False
    paper: Paper = Paper.LETTER
    large_print: bool = False
    home_zone: str = ""
    sheet_name: str = ""
    please: str = ""
    house_notes: str = ""
    ride_times_on_fridge: bool = False
    phone_lines_on_fridge: bool = False
    welcomed: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.week_start <= 6:
            raise InvalidEntry("week_start", tr("Choose the day your week starts on."))
        if len(self.please) > MOST_PLEASE:
            raise InvalidEntry("please", tr("Keep this to two lines, 300 letters at most."))
        if len(self.house_notes) > MOST_HOUSE_NOTES:
            raise InvalidEntry("house_notes", tr("Keep the house notes to 2,000 letters at most."))
