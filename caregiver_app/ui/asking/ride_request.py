"""Asking people, and the services that can be booked, to drive one way of a visit."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.spoken import day_words
from caregiver_app.domain.tasks import Answer, Item
from caregiver_app.ui.actions import Actions
from caregiver_app.ui.asking.request import Circle, Request
from caregiver_app.ui.asking.task_request import TaskRequest
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.domain.choosing import Choice
    from caregiver_app.domain.household import Household
    from caregiver_app.domain.rides import Trip
    from caregiver_app.storage.unit_of_work import UnitOfWork


class RideRequest(Request):
    """A new driver takes the place of whoever had said yes; a booking number stays as long as its service drives.

    `other` is the other way of the same visit while it needs a driver too; with `both`, people are asked for it along.
    """

    opens_icon = "car"

    def __init__(self, actions: Actions, trip: Trip, other: Trip | None = None, *, both: bool = False) -> None:
        super().__init__(actions, trip.item)
        self.trip = trip
        self.other = other
        self.both = both and other is not None

    @property
    def trips(self) -> tuple[Trip, ...]:
        """What is asked for, the way there first."""
        from caregiver_app.domain.rides import Leg

        if not self.both or self.other is None:
            return (self.trip,)
        return (self.trip, self.other) if self.trip.ride.leg is Leg.THERE else (self.other, self.trip)

    @property
    def title(self) -> str:
        return tr("Choose a driver")

    @property
    def opens(self) -> str:
        return tr("Open the visit")

    def about(self, family: Household) -> str:
        from caregiver_app.domain.ride_words import leg_words, pick_up_words

        visit = self.trip.appointment
        return tr("{leg}: {title}, {day}. {pick_up}").format(
            leg=leg_words(self.trip.ride.leg),
            title=" ".join(visit.title.split()),
            day=day_words(visit.day),
            pick_up=pick_up_words(self.trip, family.clock24),
        )

    @property
    def place(self) -> str:
        from caregiver_app.domain.rides import where_to

        return where_to(self.trip.ride, self.trip.place)

    def message(self, person: Person, circle: Circle, *, place: bool) -> str:
        from caregiver_app.domain.ride_words import ride_question

        caregiver, cared_for = circle.in_role(Role.CAREGIVER), circle.in_role(Role.CARED_FOR)
        first, *back = self.trips
        return ride_question(
            first, person, caregiver, cared_for, circle.family.clock24, place=place, back=back[0] if back else None
        )

    def choices(self, work: UnitOfWork) -> list[Choice]:
        from caregiver_app.services import rides

        other = self.other if self.both else None
        return rides.choices(work, trip=self.trip, other=other, today=self.actions.clock.today())

    def again(self) -> RideRequest | None:
        return self.actions.read(self._again)

    def look_again(self) -> None:
        """Take the ride, and the other way, as they are kept now."""
        found = self.actions.read(partial(_trips_of, item=self.item))
        if found is not None:
            self.trip, self.other = found
            self.item = self.trip.item
            self.both = self.both and self.other is not None

    def yes_words(self, person: Person) -> str:
        return tr("Booked") if person.role is Role.SERVICE else super().yes_words(person)

    def book(self, person: Person, booking: str) -> bool:
        """A service drives; `booking` is the number to name when something changes, if it gave one."""
        label = tr("{name} is booked").format(name=person.first_name)
        return self._run(label, partial(self._keep_booked, person_id=person.id, booking=booking))

    def keep_given(self, work: UnitOfWork, *, person_id: UUID | None, now: datetime) -> None:
        from caregiver_app.services import rides

        for trip in self.trips:
            if person_id is not None:
                rides.promise(work, trip=trip, person_id=person_id, now=now)
                continue
            for driver in trip.drivers:
                rides.free(work, trip=trip, person_id=driver, now=now)

    def keep_asked(self, work: UnitOfWork, *, person_id: UUID, now: datetime) -> None:
        from caregiver_app.services import rides

        for trip in self.trips:
            rides.ask(work, trip=trip, person_id=person_id, now=now)

    def keep_answer(self, work: UnitOfWork, *, person_id: UUID, answer: Answer, now: datetime) -> None:
        from caregiver_app.services import rides

        for trip in self.trips:
            rides.answer(work, trip=trip, person_id=person_id, answer=answer, now=now)

    def keep_freed(self, work: UnitOfWork, *, person_id: UUID, now: datetime) -> None:
        from caregiver_app.services import rides

        rides.cant_come(work, trip=self.trip, person_id=person_id, now=now)

    def _keep_booked(self, work: UnitOfWork, *, person_id: UUID, booking: str, now: datetime) -> None:
        from caregiver_app.services import rides

        for trip in self.trips:
            rides.promise(work, trip=trip, person_id=person_id, booking=booking, now=now)

    def _again(self, work: UnitOfWork) -> RideRequest | None:
        found = _trips_of(work, self.item)
        return RideRequest(self.actions, *found, both=self.both) if found is not None else None


def request_of(actions: Actions, item: Item) -> Request:
    """The way to ask for one time of a task: for a ride of a visit, with all that is known of the visit."""
    if item.task.is_ride_leg:
        found = actions.read(partial(_trips_of, item=item))
        if found is not None:
            return RideRequest(actions, *found)
    return TaskRequest(actions, item)


def _trips_of(work: UnitOfWork, item: Item) -> tuple[Trip, Trip | None] | None:
    """The ride behind a task as it is kept now, and the other way where that needs a driver as well."""
    from caregiver_app.domain.appointments import Appointment
    from caregiver_app.services import agenda

    appointment = work.get(Appointment, item.task.appointment_id) if item.task.appointment_id else None
    trips = agenda.one_visit(work, appointment).trips if appointment is not None else ()
    found = next((trip for trip in trips if trip.item.task.id == item.task.id), None)
    if found is None:
        return None
    return found, next((trip for trip in trips if trip is not found and trip.is_open and found.is_open), None)
