"""The people of one family's circle: the caregiver, the person cared for, and the helpers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record
from caregiver_app.words import tr

LONGEST_NAME = 200
LONGEST_NOTE = 20_000


class Role(StrEnum):
    """What a person is in this circle."""

    CAREGIVER = "caregiver"
    CARED_FOR = "cared for"
    HELPER = "helper"
    SERVICE = "service"  # a taxi, a hospital van, a volunteer program: it drives, and needs a booking


class Reach(StrEnum):
    """How a person likes to be reached."""

    ANY = "any"
    TEXT = "text"
    CALL = "call"
    EMAIL = "email"


class Slot(NamedTuple):
    """A part of a weekday (Monday = 0) on which somebody is free as a rule."""

    weekday: int
    part: PartOfDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody in the circle.

    No `free` slots and no `glad_to` kinds mean "not told", not "never". A `former` helper is asked no more and stays
    for what was done. `seats` are those in the car beside the driver; None means "not told".
    """

    name: str
    role: Role = Role.HELPER
    latin_name: str = ""
    phone: str = ""
    email: str = ""
    reach: Reach = Reach.ANY
    glad_to: frozenset[TaskKind] = frozenset()
    free: frozenset[Slot] = frozenset()
    away: tuple[Span, ...] = ()
    cold_until: date | None = None
    at_most: int | None = None
    drives: bool = False
    phone_on_paper: bool = False
    family_circle: bool = False
    notes: str = ""
    offered_on: date | None = None
    former: bool = False
    seats: int | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidEntry("name", tr("Type a name, like “Ana.”"))
        if len(self.name) > LONGEST_NAME:
            raise InvalidEntry(
                "name", tr("This name is very long. Keep it to 200 letters; the rest can go in the notes.")
            )
        if self.email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", self.email):
            raise InvalidEntry("email", tr("An email needs an @ and a place, like ana@example.com."))
        if self.at_most is not None and not 1 <= self.at_most <= 99:
            raise InvalidEntry("at_most", tr("Type a number from 1 to 99, or leave it empty."))
        if self.seats is not None and not 1 <= self.seats <= 60:
            raise InvalidEntry("seats", tr("Type how many people fit in beside the driver, from 1 to 60."))
        if any(span.last < span.first for span in self.away):
            raise InvalidEntry("away", tr("The end day is before the start day."))
        if len(self.notes) > LONGEST_NOTE:
            raise InvalidEntry("notes", tr("This note is over 20,000 letters. Please keep a shorter one here."))

    @property
    def first_name(self) -> str:
        """What the person is called: the first word of the name. A service is called by its whole name."""
        words = self.name.split()
        return " ".join(words) if self.role is Role.SERVICE else words[0]

    def has_cold(self, day: date) -> bool:
        """Whether the person said to have a cold through this day."""
        return self.cold_until is not None and day <= self.cold_until


def in_role(people: Iterable[Person], role: Role) -> Person | None:
    """The caregiver or the person cared for, once named."""
    return next((person for person in people if person.role is role), None)


def id_in_role(people: Iterable[Person], role: Role) -> UUID | None:
    """The id of the caregiver or of the person cared for, once named."""
    person = in_role(people, role)
    return person.id if person is not None else None


def short_names(people: Iterable[Person]) -> dict[UUID, str]:
    """First names, with the last name's initial only where two people share a first name; a service keeps its whole."""
    people = list(people)
    firsts = [person.first_name.casefold() for person in people if person.role is not Role.SERVICE]
    return {person.id: _short_name(person, firsts) for person in people}


def _short_name(person: Person, firsts: list[str]) -> str:
    if person.role is Role.SERVICE:
        return " ".join(person.name.split())
    return _with_initial(person) if firsts.count(person.first_name.casefold()) > 1 else person.first_name


def _with_initial(person: Person) -> str:
    words = person.name.split()
    if person.role is Role.SERVICE or len(words) == 1:
        return person.first_name
    return f"{words[0]} {words[-1][0]}."
