"""A visit with all that hangs from it, as a page or a sheet shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from uuid import UUID

from caregiver_app.domain.appointments import Appointment, AppointmentStatus, Series
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.domain.people import Person
from caregiver_app.domain.places import Place
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.rides import Leg, Trip
from caregiver_app.domain.tasks import Item


class Strength(StrEnum):
    """How much a caution stands out."""

    CALM = "calm"
    AMBER = "amber"
    BOLD = "bold"


class Doubt(StrEnum):
    """Why a ride with a driver is not settled all the same."""

    NOT_TOLD = "not told"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to look at in good time, in one sentence; `leg` when it is about one way alone.

    `left` is how much time is left, where the sentence says else only what the row of the way says already. `doubt`
    is there when a ride that has a driver may not take place as it stands; of all ways when there is no `leg`.
    """

    sentence: str
    strength: Strength = Strength.CALM
    leg: Leg | None = None
    left: str = field(default="", compare=False)
    doubt: Doubt | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One appointment and its children.

    `number` of `count` is its place in its series, 0 without one. `trips` are in the order there, home; `tasks` are
    the other children.
    """

    appointment: Appointment
    place: Place | None = None
    clinician: Clinician | None = None
    series: Series | None = None
    number: int = 0
    count: int = 0
    trips: tuple[Trip, ...] = ()
    tasks: tuple[Item, ...] = ()
    outcome: Outcome | None = None
    cautions: tuple[Caution, ...] = ()

    @property
    def id(self) -> UUID:
        """The id of the appointment."""
        return self.appointment.id

    @property
    def needs_driver(self) -> bool:
        """Whether some leg still needs a driver."""
        return any(trip.is_open for trip in self.trips)

    @property
    def may_repeat(self) -> bool:
        """Whether it can become a series: it is in none and was not cancelled."""
        return self.series is None and self.appointment.status is not AppointmentStatus.CANCELLED

    def trip(self, leg: Leg) -> Trip | None:
        """The ride of one way, if there is one."""
        return next((trip for trip in self.trips if trip.ride.leg is leg), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The visits in a stretch of days, in order, and everybody who may be named there."""

    span: Span
    visits: tuple[Visit, ...] = ()
    people: Mapping[UUID, Person] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfound:
    """How many rides to come have no driver and nobody was asked, and of how many visits they are: all there are."""

    rides: int = 0
    visits: int = 0
