"""Ride legs: the way there and the way home of a visit, their times, and the task that a driver is asked to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import ANY_TIME, When
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.people import LONGEST_NOTE
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record
from caregiver_app.domain.sharing import neutral_words
from caregiver_app.domain.tasks import Item, Task
from caregiver_app.words import tr

MOST_SEATS = 8


class Leg(StrEnum):
    """Which way a ride goes."""

    THERE = "there"
    HOME = "home"


class Need(StrEnum):
    """What makes getting in and out of a car easier."""

    CANE = "cane"
    WALKER = "walker"
    WHEELCHAIR = "wheelchair"
    ARM = "arm"
    EXTRA_TIME = "extra time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ride(Record):
    """One leg. Who drives is told by the asks of its task, whose id is `task_id`.

    `pick_up` is a time typed by hand; None means worked out. `pick_up_before`: it is on the day before the visit, which
    only a way there can be. `will_call`: she calls when she is ready. `seats` are
    those needed beside the driver. `number` is the R-number that paper and screen share. `agreed_day`,
    `agreed_time` and `agreed_place_id` are set while somebody has said yes to, or was asked for, an earlier plan and
    was not told of the new one.
    """

    appointment_id: UUID
    leg: Leg
    id: UUID = field(default=UUID(int=0))  # always worked out of the two above
    number: int = 0
    pick_up: time | None = None
    pick_up_before: bool = False
    will_call: bool = False
    seats: int = 1
    needs: frozenset[Need] = frozenset()
    companion: bool = False
    backup_id: UUID | None = None
    bring: str = ""
    notes: str = ""
    show_address: bool = False
    show_department: bool = False
    booking: str = ""
    agreed_day: date | None = None
    agreed_time: time | None = None
    agreed_place_id: UUID | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", ride_id(self.appointment_id, self.leg))
        if self.pick_up is None or self.leg is Leg.HOME:
            object.__setattr__(self, "pick_up_before", False)
        if not 1 <= self.seats <= MOST_SEATS:
            raise InvalidEntry("seats", tr("Type how many seats are needed, from 1 to 8."))
        for name in ("bring", "notes"):
            if len(getattr(self, name)) > LONGEST_NOTE:
                raise InvalidEntry(name, tr("This note is over 20,000 letters. Please keep a shorter one here."))

    @property
    def seats_needed(self) -> int:
        """The seats beside the driver, with one for whoever rides along."""
        return max(self.seats, 1 + self.companion)

    @property
    def was_agreed(self) -> bool:
        """Whether somebody knows of an earlier plan only."""
        return self.agreed_day is not None

    @property
    def agreed(self) -> Ride:
        """The same leg when everybody knows of the plan as it is."""
        return replace(self, agreed_day=None, agreed_time=None, agreed_place_id=None)

    @property
    def for_anyone(self) -> Ride:
        """The same leg without what was meant for one driver alone: the booking, and the ticks for their slip."""
        return replace(self.agreed, booking="", show_address=False, show_department=False)

    @property
    def task_id(self) -> UUID:
        """The id of the task that asks for a driver."""
        return ride_task_id(self.appointment_id, self.leg)

    def of(self, appointment: Appointment) -> Ride:
        """The same leg for another visit, with nothing agreed yet."""
        return replace(self.agreed, appointment_id=appointment.id, number=0, booking="")


def ride_id(appointment_id: UUID, leg: Leg) -> UUID:
    """A visit has one ride for each way; its id is the same on every computer."""
    return uuid5(appointment_id, leg.value)


def ride_task_id(appointment_id: UUID, leg: Leg) -> UUID:
    """The id of the task that asks for the driver of one way of a visit."""
    return uuid5(ride_id(appointment_id, leg), "task")


def is_drive_of(task_id: UUID, appointment_id: UUID) -> bool:
    """Whether a task asks for the driver of a visit; a drive that somebody does during the visit is another thing."""
    return any(task_id == ride_task_id(appointment_id, leg) for leg in Leg)


def travel_of(place: Place | None) -> timedelta | None:
    """How long the drive from home takes; None when nobody told."""
    if place is None or place.travel_minutes is None:
        return None
    return timedelta(minutes=place.travel_minutes)


def arrive_by(appointment: Appointment) -> datetime | None:
    """When to be at the place: some minutes before the visit."""
    return appointment.starts - timedelta(minutes=appointment.early) if appointment.starts is not None else None


def pick_up_at(ride: Ride, appointment: Appointment, place: Place | None) -> datetime | None:
    """When the driver picks her up: at home on the way there, at the place on the way home.

    A typed time goes first; it may be of the day before, or on the way home from a visit over midnight of the next
    day. There: visit minus
    early minus travel, which may fall on the day before. Home: when the visit is over; with `will_call` that is only
    about. None when there is not enough to work it out.
    """
    if ride.pick_up is not None:
        day = appointment.day - timedelta(ride.pick_up_before)
        return datetime.combine(day, ride.pick_up) + _after_midnight(ride, appointment)
    if ride.leg is Leg.HOME:
        return appointment.ends
    travel, arrival = travel_of(place), arrive_by(appointment)
    return arrival - travel if arrival is not None and travel is not None else None


def _after_midnight(ride: Ride, appointment: Appointment) -> timedelta:
    """A day for a typed way home that is earlier by the clock than a visit over midnight; else nothing."""
    if ride.leg is Leg.THERE or ride.pick_up is None or appointment.clock is None or appointment.ends is None:
        return timedelta()
    over_midnight = appointment.ends.date() > appointment.day and ride.pick_up <= appointment.clock
    return timedelta(days=1) if over_midnight else timedelta()


def drop_off_at(ride: Ride, appointment: Appointment, place: Place | None) -> datetime | None:
    """When that leg is over: at the place, or back home."""
    start, travel = pick_up_at(ride, appointment, place), travel_of(place)
    if start is not None and travel is not None:
        return start + travel
    return arrive_by(appointment) if ride.leg is Leg.THERE else None


def shifted_pick_up(ride: Ride, before: Appointment, after: Appointment) -> Ride:
    """A typed pick-up goes along when the time of the visit changes; worked out again where the day is too short.

    One of the evening before stays as it is: moved by hours, it would be one of the night.
    """
    if ride.pick_up is None or ride.pick_up_before or before.clock is None or after.clock is None:
        return ride
    return replace(ride, pick_up=shifted_clock(ride.pick_up, before.clock, after.clock))


def shifted_clock(clock: time, before: time, after: time) -> time | None:
    """A time of the same day that keeps its distance from another one that moves; None past midnight."""
    day = date(2000, 1, 1)
    moved = datetime.combine(day, clock) + (datetime.combine(day, after) - datetime.combine(day, before))
    return moved.time() if moved.date() == day else None


def check_ways(rides: Iterable[Ride], appointment: Appointment) -> None:
    """Refuse a typed way home that comes before the typed way there, while the time of the visit is not known."""
    rides = list(rides)
    typed = {ride.leg: ride.pick_up for ride in rides}
    there, home = typed.get(Leg.THERE), typed.get(Leg.HOME)
    before = any(ride.pick_up_before for ride in rides)
    if appointment.clock is None and there is not None and home is not None and home <= there and not before:
        raise InvalidEntry("pick_up", tr("The way home is before the way there. Type a later time for it."))


def check_times(ride: Ride, appointment: Appointment) -> None:
    """Refuse a typed pick-up that can't be meant: after the visit has begun, or home before it."""
    typed, visit = ride.pick_up, appointment.clock
    if typed is None or visit is None:
        return
    if ride.leg is Leg.THERE and typed >= visit and not ride.pick_up_before:
        sentence = tr("The pick-up is after the visit begins. Type an earlier time, or add “the evening before.”")
        raise InvalidEntry("pick_up", sentence)
    if ride.leg is Leg.HOME and typed <= visit and not _after_midnight(ride, appointment):
        raise InvalidEntry("pick_up", tr("The way home is before the visit begins. Type a later time."))


def task_of(ride: Ride, appointment: Appointment, place: Place | None, name: str) -> Task:
    """The task that a driver is asked to do; `name` is whom to drive. It follows the visit in all things."""
    start = pick_up_at(ride, appointment, place)
    when = When(clock=start.time()) if start is not None else _loose(ride, appointment)
    title = tr("Drive {name} to {title}") if ride.leg is Leg.THERE else tr("Drive {name} home from {title}")
    travel = travel_of(place)
    return Task(
        id=ride.task_id,
        title=title.format(name=name, title=appointment.title.strip()),
        day=start.date() if start is not None else appointment.day,
        kind=TaskKind.RIDE,
        when=when,
        minutes=place.travel_minutes if place is not None and travel else None,
        place=where_to(ride, place),
        notes=ride.notes,
        backup_id=ride.backup_id,
        public_title=appointment.public_title.strip() or neutral_words(TaskKind.RIDE, "", when),
        audience=appointment.audience,
        appointment_id=appointment.id,
    )


def _loose(ride: Ride, appointment: Appointment) -> When:
    """The part of the day of the visit, while there is no time for the drive."""
    clock = appointment.clock
    return When(part=When(clock=clock).part_of_day) if clock is not None and ride.leg is Leg.THERE else ANY_TIME


def where_to(ride: Ride, place: Place | None) -> str:
    """The place in the words that a driver may read: its address and department only where they are ticked."""
    if place is None:
        return ""
    words = [place.name, place.building, place.entrance]
    if ride.show_department:
        words.append(place.department)
    if ride.show_address:
        words.append(place.address)
    return ", ".join(word.strip() for word in words if word.strip())


@dataclass(frozen=True, slots=True)
class Trip:
    """One leg with everything it depends on."""

    ride: Ride
    appointment: Appointment
    item: Item
    place: Place | None = None

    @property
    def pick_up(self) -> datetime | None:
        """When the driver picks her up; see `pick_up_at`."""
        return pick_up_at(self.ride, self.appointment, self.place)

    @property
    def drop_off(self) -> datetime | None:
        """When the leg is over; see `drop_off_at`."""
        return drop_off_at(self.ride, self.appointment, self.place)

    @property
    def drivers(self) -> tuple[UUID, ...]:
        """Who said yes."""
        return self.item.helpers

    @property
    def is_open(self) -> bool:
        """Whether it still needs a driver: nobody said yes, and the visit is on."""
        return self.appointment.is_planned and self.item.is_open
