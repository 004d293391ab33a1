"""Places that visits are at: remembered once, with the way there and where to stop."""

from __future__ import annotations

from decimal import Decimal

from caregiver_app.domain.people import LONGEST_NAME, LONGEST_NOTE
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record
from caregiver_app.words import tr

LONGEST_DRIVE = 12 * 60  # minutes
FARTHEST = Decimal(2000)  # miles


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """A clinic, a lab, a dentist. `travel_minutes` and `miles` are one way from home; None means "not told".

    `department` may give an illness away: it stays off every sheet but the family's own until it is ticked. A
    `former` place is offered no more and stays with the visits that were there.
    """

    name: str
    address: str = ""
    building: str = ""
    entrance: str = ""
    department: str = ""
    drop_off: str = ""
    parking: str = ""
    phone: str = ""
    travel_minutes: int | None = None
    miles: Decimal | None = None
    notes: str = ""
    former: bool = False

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidEntry("name", tr("Type a name for the place, like “Lakeside Clinic.”"))
        if len(self.name) > LONGEST_NAME:
            raise InvalidEntry(
                "name", tr("This name is very long. Keep it to 200 letters; the rest can go in the notes.")
            )
        if self.travel_minutes is not None and not 0 <= self.travel_minutes <= LONGEST_DRIVE:
            raise InvalidEntry("travel_minutes", tr("Type how long the drive takes, up to 12 hours, like “25 min.”"))
        if self.miles is not None and not 0 <= self.miles <= FARTHEST:
            raise InvalidEntry("miles", tr("Type the miles one way, like 12 or 12.5."))
        if len(self.notes) > LONGEST_NOTE:
            raise InvalidEntry("notes", tr("This note is over 20,000 letters. Please keep a shorter one here."))
