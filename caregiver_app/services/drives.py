"""Who drives what: the rides of a visit that are still to be driven, by driver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Person
from caregiver_app.domain.rides import Trip
from caregiver_app.domain.tasks import State
from caregiver_app.domain.visits import Visit
from caregiver_app.services import sheet_contents as contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Drive:
    """What one person drives for one visit: one way, or both."""

    visit: Visit
    trips: tuple[Trip, ...]
    driver_id: UUID | None
    audience: Audience

    @property
    def day(self) -> date:
        """The day on which the driver starts: on the way there, it may be the day before the visit."""
        start = self.trips[0].pick_up
        return start.date() if start is not None else self.visit.appointment.day

    @property
    def backup_id(self) -> UUID | None:
        """Who stands in when the driver can't come."""
        return next((trip.ride.backup_id for trip in self.trips if trip.ride.backup_id), None)

    @property
    def named(self) -> tuple[UUID | None, ...]:
        """Whose names the slip holds."""
        return (self.driver_id, self.backup_id)


def to_drive(visit: Visit) -> list[Trip]:
    """The rides of a visit that are still to be driven."""
    if not visit.appointment.is_planned:
        return []
    return [trip for trip in visit.trips if trip.item.state not in (State.NOT_NEEDED, State.DONE)]


def drives_of(visit: Visit, people: Mapping[UUID, Person], person_id: UUID | None) -> Iterator[Drive]:
    """The drives of one visit, or those of one person; a way without a driver is one of its own."""
    for driver_id, group in groupby(to_drive(visit), _driver):
        together = tuple(group)
        trips = [(trip,) for trip in together] if driver_id is None else [together]
        if person_id not in (None, driver_id):
            continue
        driver = people.get(driver_id) if driver_id else None
        audience = contents.audience_of(driver) if driver is not None else Audience.HELPER
        yield from (Drive(visit=visit, trips=each, driver_id=driver_id, audience=audience) for each in trips)


def _driver(trip: Trip) -> UUID | None:
    return next(iter(trip.drivers), None)
