"""A driver can't come after all: the way that was meant, and the other way too where they drive both."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from caregiver_app.domain.rides import Leg, Trip
from caregiver_app.domain.tasks import State
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.actions import Actions
from caregiver_app.ui.rides.leg_words import LegWords
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork


class CantCome:
    """One step, which one Undo takes back. `other` is the other way while the same driver has it."""

    def __init__(self, actions: Actions, visit: Visit, row: LegWords) -> None:
        trip = visit.trip(row.leg)
        assert trip is not None, "the row is about a way"
        assert row.person_id is not None, "the row names a driver"
        self._actions, self._row, self._person_id = actions, row, row.person_id
        self._trip = trip
        self.other = _other_of(visit, trip, row.person_id)
        if visit.appointment.day < actions.clock.today():
            self.other = None  # what is over is noted as it was

    def keep(self, *, both: bool = True) -> bool:
        """Note it; whether it was saved."""
        ways = [self._trip, self.other] if both and self.other is not None else [self._trip]
        label = tr("{name} can’t come").format(name=self._row.short_name)
        free = partial(_free, trips=ways, person_id=self._person_id, now=self._actions.clock.now())
        return self._actions.run(label, free)

    def change(self, *, both: bool) -> bool:
        """The last step once more, for both ways or for the one alone."""
        self._actions.undo()
        return self.keep(both=both)

    def words(self) -> str:
        """The other way, as a sentence to tick."""
        there = self.other is not None and self.other.ride.leg is Leg.THERE
        if self._row.is_you:
            return tr("You can’t drive there either") if there else tr("You can’t drive home either")
        words = tr("{name} can’t drive there either") if there else tr("{name} can’t drive home either")
        return words.format(name=self._row.short_name)


def _other_of(visit: Visit, trip: Trip, person_id: UUID) -> Trip | None:
    """The other way, while the same person is to drive it."""
    off = (State.DONE, State.NOT_NEEDED)
    ways = (each for each in visit.trips if each.ride.leg is not trip.ride.leg and each.item.state not in off)
    return next((each for each in ways if person_id in each.drivers), None)


def _free(work: UnitOfWork, *, trips: list[Trip], person_id: UUID, now: datetime) -> None:
    from caregiver_app.services import rides

    for trip in trips:
        rides.cant_come(work, trip=trip, person_id=person_id, now=now)
