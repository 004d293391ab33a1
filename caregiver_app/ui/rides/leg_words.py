"""What a card says about the two ways of a visit: who drives, whom we wait for, who is still to be found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from caregiver_app.domain.appointments import AppointmentStatus
from caregiver_app.domain.people import Role
from caregiver_app.domain.rides import Leg, Trip
from caregiver_app.domain.spoken import short_day
from caregiver_app.domain.tasks import State
from caregiver_app.domain.visits import Strength, Visit
from caregiver_app.ui.rides.view import RidesView
from caregiver_app.words import tr


class Stand(StrEnum):
    """Where a way stands, as its row shows it."""

    OPEN = "open"
    ASKED = "asked"
    COVERED = "covered"
    QUIET = "quiet"  # over, or not needed
    LET_GO = "let go"  # somebody who need not drive any more, and does not know it yet


@dataclass(frozen=True, slots=True, kw_only=True)
class LegWords:
    """One row: a way, and the one person it speaks of. `agreed` while they know only of an earlier plan."""

    leg: Leg
    stand: Stand
    text: str
    note: str = ""
    left: str = ""  # how much time is left to find somebody, once it is near
    strength: Strength = Strength.CALM  # amber once it is near, bold when it is very near
    person_id: UUID | None = None
    full_name: str = ""
    short_name: str = ""
    agreed: bool = False
    is_last_asked: bool = False
    is_you: bool = False

    @property
    def spoken(self) -> str:
        """The row in one breath."""
        return ", ".join(part for part in (self.text, self.note, self.left) if part)


def leg_words(visit: Visit, view: RidesView) -> tuple[LegWords, ...]:
    """A row for each way and each person on it; whoever has something to hear has a mark in their first row.

    Of a visit that is off, only those who do not know it yet.
    """
    off = visit.appointment.status is AppointmentStatus.CANCELLED
    both = ((() if off else _rows(trip, visit, view), _let_go(trip, visit, view)) for trip in visit.trips)
    rows = [row for some in both for each in some for row in each]
    return tuple(_told_once(row, rows[:n]) for n, row in enumerate(rows))


def _told_once(row: LegWords, before: Sequence[LegWords]) -> LegWords:
    known = row.is_you or any(each.agreed and each.person_id == row.person_id for each in before)
    return replace(row, agreed=False) if known else row


def _let_go(trip: Trip, visit: Visit, view: RidesView) -> list[LegWords]:
    """Who drove until now, or was to drive to a visit that is off, and does not know it yet."""
    if visit.appointment.day < view.today:
        return []
    ids = list(trip.item.let_go)
    if not visit.appointment.is_planned and trip.ride.was_agreed:
        ids += [*trip.drivers, *trip.item.waiting]
    text = tr("{name} need not drive there") if trip.ride.leg is Leg.THERE else tr("{name} need not drive home")
    meant = [each for each in ids if each in view.people and each != view.caregiver_id]
    rows = [_row(trip, each, view, Stand.LET_GO, text, tr("Not told yet")) for each in meant]
    return [replace(row, agreed=True) for row in rows]


def _rows(trip: Trip, visit: Visit, view: RidesView) -> list[LegWords]:
    past = visit.appointment.day < view.today
    if trip.item.state is State.NOT_NEEDED:
        return [LegWords(leg=trip.ride.leg, stand=Stand.QUIET, text=_no_ride(trip.ride.leg))]
    rows = [_driver(trip, person_id, view) for person_id in trip.drivers]
    if not rows and trip.item.waiting and not past:
        rows = [_waiting(trip, person_id, view) for person_id in trip.item.waiting]
        left, strength = _left(trip, visit)
        rows[-1] = replace(rows[-1], is_last_asked=True, left=left, strength=strength)
    if rows:
        return rows
    if past or not trip.is_open:
        return [LegWords(leg=trip.ride.leg, stand=Stand.QUIET, text=_nobody(trip.ride.leg))]
    leg, (left, strength) = trip.ride.leg, _left(trip, visit)
    words = tr("Needs a driver")
    return [LegWords(leg=leg, stand=Stand.OPEN, text=words, note=_way(leg), left=left, strength=strength)]


def _left(trip: Trip, visit: Visit) -> tuple[str, Strength]:
    """How much time is left for one way, and how much that stands out; nothing while there is enough."""
    told = next((each for each in visit.cautions if each.leg is trip.ride.leg and each.left), None)
    return (told.left, told.strength) if told is not None else ("", Strength.CALM)


def _driver(trip: Trip, person_id: UUID, view: RidesView) -> LegWords:
    there = trip.ride.leg is Leg.THERE
    if person_id == view.caregiver_id:
        text = tr("You drive there") if there else tr("You drive home")
    elif _is_service(person_id, view):
        text = tr("There: {name}") if there else tr("Home: {name}")
    else:
        text = tr("{name} drives there") if there else tr("{name} drives home")
    quiet = trip.item.state is State.DONE
    return _row(trip, person_id, view, Stand.QUIET if quiet else Stand.COVERED, text, _note(trip, view))


def _is_service(person_id: UUID, view: RidesView) -> bool:
    """Whether it is a taxi, a van or a program: their names are no names of people."""
    person = view.people.get(person_id)
    return person is not None and person.role is Role.SERVICE


def _waiting(trip: Trip, person_id: UUID, view: RidesView) -> LegWords:
    asked = min(ask.asked_at for ask in trip.item.asks if ask.person_id == person_id).astimezone().date()
    text = tr("Waiting for {name}, asked {day}")
    words = text.format(name="{name}", day=short_day(asked))
    return _row(trip, person_id, view, Stand.ASKED, words, _way(trip.ride.leg))


def _row(trip: Trip, person_id: UUID, view: RidesView, stand: Stand, text: str, note: str) -> LegWords:
    person = view.people.get(person_id)
    short = view.name_of(person_id)
    return LegWords(
        leg=trip.ride.leg,
        stand=stand,
        text=text.format(name=short),
        note=note,
        person_id=person_id,
        full_name=person.name if person is not None else short,
        short_name=short,
        agreed=trip.ride.was_agreed,
        is_you=person_id == view.caregiver_id,
    )


def _note(trip: Trip, view: RidesView) -> str:
    parts = []
    if trip.ride.booking.strip():
        parts.append(tr("booking {number}").format(number=trip.ride.booking.strip()))
    backup = trip.ride.backup_id
    if backup is not None and backup in view.people and backup not in trip.drivers:  # nobody, once they were removed
        parts.append(tr("backup {name}").format(name=view.name_of(backup)))
    return ", ".join(parts)[:1].upper() + ", ".join(parts)[1:]


def _way(leg: Leg) -> str:
    return tr("For the way there") if leg is Leg.THERE else tr("For the way home")


def _nobody(leg: Leg) -> str:
    return (
        tr("No driver was noted for the way there") if leg is Leg.THERE else tr("No driver was noted for the way home")
    )


def _no_ride(leg: Leg) -> str:
    return tr("No ride there is needed") if leg is Leg.THERE else tr("No ride home is needed")
