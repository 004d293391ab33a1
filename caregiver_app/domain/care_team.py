"""The care team: whom a visit is with, and which number to call by day and by night."""

from __future__ import annotations

from uuid import UUID

from caregiver_app.domain.people import LONGEST_NAME, LONGEST_NOTE
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record
from caregiver_app.words import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinician(Record):
    """Somebody on the care team, or a whole desk, such as the infusion nurses.

    `role` is in the family's own words, like “oncologist.” A `former` one is offered no more and stays with old visits.
    """

    name: str
    role: str = ""
    place_id: UUID | None = None
    phone_day: str = ""
    phone_night: str = ""
    notes: str = ""
    former: bool = False

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidEntry("name", tr("Type a name, like “Dr. Lee” or “Infusion nurses.”"))
        if len(self.name) > LONGEST_NAME:
            raise InvalidEntry(
                "name", tr("This name is very long. Keep it to 200 letters; the rest can go in the notes.")
            )
        if len(self.notes) > LONGEST_NOTE:
            raise InvalidEntry("notes", tr("This note is over 20,000 letters. Please keep a shorter one here."))
