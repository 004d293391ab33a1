"""The caregiver's own care: small things, how the day is, a journal, people to call. Nothing here is counted."""

from __future__ import annotations

from dataclasses import field
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID, uuid5

from caregiver_app.domain.people import LONGEST_NAME
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record
from caregiver_app.words import tr

SMALL_THINGS = 3  # of one week
LONGEST_ENTRY = 200_000  # letters of a journal entry
LONGEST_SIGNS = 2_000
PLAN_ID = UUID(int=0x5E1F)
_FEELINGS = UUID(int=0xFEE1)


class CareKind(StrEnum):
    """What sort of small thing it is; it only chooses a picture and ideas."""

    REST = "rest"
    MOVE = "move"
    SLEEP = "sleep"
    PEOPLE = "people"
    GROUP = "group"
    QUIET = "quiet"
    OTHER = "other"


class Feel(StrEnum):
    """How a day is, in the person's own view."""

    GOOD = "good"
    OKAY = "okay"
    TIRED = "tired"
    VERY_HARD = "very hard"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallThing(Record):
    """Something small that does good. `tiny` is its two-minute version for bad days, `minutes` how long it takes.

    `weekday` (Monday = 0) and `clock` are when it usually is; None for whenever. `resting`: not offered for now.
    """

    title: str
    kind: CareKind = CareKind.OTHER
    tiny: str = ""
    minutes: int = 20
    weekday: int | None = None
    clock: time | None = None
    remind: bool = False
    resting: bool = False

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidEntry("title", tr("Type a few words, like “Walk around the block.”"))
        for name in ("title", "tiny"):
            if len(getattr(self, name)) > LONGEST_NAME:
                raise InvalidEntry(name, tr("This is very long. Keep it to 200 letters."))
        if not 1 <= self.minutes <= 24 * 60:
            raise InvalidEntry("minutes", tr("Type a length up to 24 hours, like “20 min.”"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallThingTime(Record):
    """A small thing in one week: when, who is with her meanwhile, and whether it was done or left for another week.

    `week` is the first day of the week. `cover_task_id` is the task in which a helper was asked to stay; `beside_id`
    is the task or visit during which she has company anyway.
    """

    thing_id: UUID
    week: date
    id: UUID = field(default=UUID(int=0))  # always worked out of the thing and its week
    day: date | None = None
    clock: time | None = None
    cover_task_id: UUID | None = None
    beside_id: UUID | None = None
    done_at: datetime | None = None
    not_this_week: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", uuid5(self.thing_id, self.week.isoformat()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling(Record):
    """How one day is; a day has one answer or none."""

    day: date
    id: UUID = field(default=UUID(int=0))  # always worked out of the day
    feel: Feel

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", feeling_id(self.day))


def feeling_id(day: date) -> UUID:
    """The id of the answer of a day."""
    return uuid5(_FEELINGS, day.isoformat())


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry(Record):
    """What somebody wrote down for themselves."""

    day: date
    text: str
    written_at: datetime

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidEntry("text", tr("Type a word or two, or close the page."))
        if len(self.text) > LONGEST_ENTRY:
            raise InvalidEntry("text", tr("This entry is over 200,000 letters. Please go on in a new one."))


@dataclass(frozen=True, slots=True, kw_only=True)
class CarePlan(Record):
    """What the self-care plan says beside the small things; `call_ids` are people to call, `more_to_call` others.

    `more_to_call` has a line for each, name and number.
    """

    id: UUID = field(default=PLAN_ID)
    low_signs: str = ""
    call_ids: tuple[UUID, ...] = ()
    more_to_call: str = ""

    def __post_init__(self) -> None:
        for name in ("low_signs", "more_to_call"):
            if len(getattr(self, name)) > LONGEST_SIGNS:
                raise InvalidEntry(name, tr("Keep this to 2,000 letters at most."))


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine(Record):
    """A number to call for help; `checked_on` is the day somebody saw that it is right."""

    name: str
    phone: str
    about: str = ""
    checked_on: date
    place: int = 0  # in the list

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidEntry("name", tr("Type who answers there."))
        if not self.phone.strip():
            raise InvalidEntry("phone", tr("Type the number to call."))
        for name in ("name", "phone", "about"):
            if len(getattr(self, name)) > LONGEST_NAME:
                raise InvalidEntry(name, tr("This is very long. Keep it to 200 letters."))


def is_hard_time(feelings: dict[date, Feel], today: date, yesterday: date) -> bool:
    """Whether today and the day before were both very hard: then help lines come first."""
    return feelings.get(today) is Feel.VERY_HARD and feelings.get(yesterday) is Feel.VERY_HARD
