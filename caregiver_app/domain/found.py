"""One thing that Find found, in words."""

from __future__ import annotations

from enum import StrEnum

from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record


class FoundKind(StrEnum):
    """What it is. The order is that of the list."""

    PERSON = "person"
    TASK = "task"
    VISIT = "visit"
    SMALL_THING = "small thing"
    COST = "cost"
    PLACE = "place"
    CLINICIAN = "clinician"
    CLAIM = "claim"
    CALL = "call"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Record):
    """What it is called and more about it; `id` is that of the record that was found.

    `tab` is where it stands; empty for the directories.
    """

    kind: FoundKind
    title: str
    detail: str = ""
    tab: str = ""
