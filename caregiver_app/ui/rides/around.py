"""Whom and what the dialogs about a visit know of: the people, the family's choices, what day it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.household import Household
from caregiver_app.domain.people import Person, Role, in_role, short_names
from caregiver_app.domain.rides import Trip
from caregiver_app.domain.spoken import clock_words, day_words, list_words
from caregiver_app.ui.parts import Parts
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Around:
    """Read once when a dialog opens."""

    people: Mapping[UUID, Person]
    names: Mapping[UUID, str]
    family: Household
    today: date

    def in_role(self, role: Role) -> Person | None:
        """The caregiver or the person cared for, once named."""
        return in_role(self.people.values(), role)

    def is_you(self, person_id: UUID) -> bool:
        """Whether it is the one at the keyboard, whom nobody has to tell."""
        person = self.people.get(person_id)
        return person is not None and person.role is Role.CAREGIVER

    @property
    def name(self) -> str:
        """What the person cared for is called."""
        person = self.in_role(Role.CARED_FOR)
        return person.first_name if person is not None else tr("your person")

    def names_of(self, ids: Iterable[UUID]) -> str:
        """Some people by their first names: “Ben and Ana”."""
        return list_words(self.names[each] for each in ids if each in self.names)

    def clock(self, clock: time | None) -> str:
        """A time in words; empty when it is not known."""
        return clock_words(clock, self.family.clock24) if clock is not None else ""

    def day(self, day: date) -> str:
        """A day in words, with its year when that is another one."""
        return day_words(day, with_year=day.year != self.today.year)

    def moment(self, day: date, clock: time | None) -> str:
        """A day and time: “Tue Dec 1, 8:35 am”."""
        if clock is None:
            return self.day(day)
        return tr("{day}, {time}").format(day=self.day(day), time=self.clock(clock))

    def about(self, appointment: Appointment) -> str:
        """A visit in one line: “CT scan, Tue Dec 1, 9:00 am”."""
        moment = self.moment(appointment.day, appointment.clock)
        return tr("{title}, {moment}").format(title=appointment.title.strip(), moment=moment)

    def said_yes(self, trip: Trip) -> str:
        """Who said yes, and for when, as a sentence."""
        start, ride = trip.pick_up, trip.ride
        day = ride.agreed_day or (start.date() if start is not None else trip.appointment.day)
        clock = ride.agreed_time if ride.agreed_day else (start.time() if start is not None else None)
        return tr("{names} said yes for {moment}.").format(
            names=self.names_of(trip.drivers), moment=self.moment(day, clock)
        )


def read_around(parts: Parts) -> Around:
    """What is known now."""
    return parts.actions.read(_Reader(parts.actions.clock.today()).read)


@dataclass(frozen=True)
class _Reader:
    today: date

    def read(self, work: UnitOfWork) -> Around:
        from caregiver_app.services import household, people

        everybody = people.everybody(work)
        return Around(
            people={person.id: person for person in everybody},
            names=_names(everybody),
            family=household.household(work),
            today=self.today,
        )


def _names(people: Iterable[Person]) -> dict[UUID, str]:
    """What each person is called in a sentence: “You” at the keyboard, a taxi or a van by its whole name."""
    names = {Role.CAREGIVER: tr("You")}
    people = list(people)
    found = short_names(person for person in people if person.role is not Role.SERVICE)
    found |= {person.id: " ".join(person.name.split()) for person in people if person.role is Role.SERVICE}
    return found | {person.id: names[person.role] for person in people if person.role in names}


def visits_words(count: int) -> str:
    """How many visits."""
    return ntr("{n} visit", "{n} visits", count).format(n=count)
