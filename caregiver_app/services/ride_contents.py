"""Finds the visits and rides that go on paper, and words what a driver needs: times, names, what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from caregiver_app.domain.appointments import AppointmentStatus
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.rides import Trip
from caregiver_app.domain.spoken import clock_words, day_words, short_day
from caregiver_app.domain.tasks import State
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda
from caregiver_app.services.sheet_rules import LeftOut, Request, Shown
from caregiver_app.storage import visits as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

_NEAR = timedelta(days=1)  # a drive begins on the day of its visit, or the one before or after


def visits_for(work: UnitOfWork, request: Request, audience: Audience) -> tuple[list[Visit], list[LeftOut]]:
    """The visits of the span that take place and that this audience may see; and those that it does not show."""
    return _sorted_out(agenda.assemble(work, rows.in_span(work, request.span)), audience)


def rides_for(work: UnitOfWork, request: Request, audience: Audience) -> tuple[list[Visit], list[LeftOut]]:
    """The same for the visits with a ride in the span: it goes by the day of the pick-up, which may be the day before.

    For one visit alone, all of its rides count.
    """
    near = Span(request.span.first - _NEAR, request.span.last + _NEAR)
    found = agenda.assemble(work, rows.in_span(work, near))
    if request.about_id is not None:
        return _sorted_out([visit for visit in found if visit.id == request.about_id], audience)
    return _sorted_out([visit for visit in found if _is_on(visit, request.span)], audience)


def _is_on(visit: Visit, span: Span) -> bool:
    """Whether somebody drives in the span; for a cancelled visit, whether somebody would have."""
    return any(trip.item.day in span for trip in visit.trips)


def trips_in(visit: Visit, span: Span) -> Visit:
    """A visit with those of its rides alone that begin in the span."""
    return replace(visit, trips=tuple(trip for trip in visit.trips if trip.item.day in span))


def _sorted_out(found: Sequence[Visit], audience: Audience) -> tuple[list[Visit], list[LeftOut]]:
    """Those that the audience sees, and those that it does not, with the reason."""
    shown = [visit for visit in found if not _why_not(visit, audience)]
    left_out = [(visit, _why_not(visit, audience)) for visit in found]
    return shown, [LeftOut(what=visit_words(visit), why=why) for visit, why in left_out if why]


def _why_not(visit: Visit, audience: Audience) -> str:
    """Why a visit is not on a sheet; empty when it is."""
    appointment = visit.appointment
    if appointment.status is AppointmentStatus.CANCELLED:
        return tr("The visit is cancelled.")
    if audience.may_see(appointment.audience):
        return ""
    return tr("It is kept for you alone.") if appointment.audience is Audience.ME else tr("It is kept for the family.")


def visit_words(visit: Visit) -> str:
    """One visit in a list for the caregiver's own eyes: “CT scan, Nov 24”."""
    return tr("{title}, {day}").format(title=visit.appointment.title.strip(), day=short_day(visit.appointment.day))


def watched(work: UnitOfWork, request: Request, visits: Sequence[Visit], today: date) -> list[Visit]:
    """The same visits with what there is to look at about each, as the Rides tab says it."""
    span = Span(request.span.first - _NEAR, request.span.last + _NEAR)
    people = {person.id: person for person in work.all(Person)}
    around = agenda.surroundings(work, span, visits, people)
    return [replace(visit, cautions=around.cautions(visit, today)) for visit in visits]


def wanted_trips(visit: Visit) -> list[Trip]:
    """The rides of a visit that somebody has to drive, or drove."""
    return [trip for trip in visit.trips if trip.item.state is not State.NOT_NEEDED]


def time_near(moment: datetime | None, day: date, *, clock24: bool) -> str:
    """A clock time, with its day when that is another; empty when there is none."""
    if moment is None:
        return ""
    time = clock_words(moment.time(), clock24)
    if moment.date() == day:
        return time
    return tr("{time} on {day}").format(time=time, day=day_words(moment.date()))


def name_and_phone(name: str, person: Shown) -> str:
    """A name with its number, where it may be printed; a taxi's or a program's number always may."""
    return " ".join(part for part in (name, phone_on_paper(person)) if part)


def phone_on_paper(person: Shown) -> str:
    """The number, where it may be printed."""
    return " ".join(str(person.phone).split()) if person.phone_on_paper or person.role is Role.SERVICE else ""


def phones_left_out(people: Iterable[Person]) -> list[LeftOut]:
    """The numbers of people on the sheet that may not be printed."""
    why = tr("“Phone may be printed” is off for {name}.")
    return [
        LeftOut(
            what=tr("{name}’s phone number").format(name=person.first_name),
            why=why.format(name=person.first_name),
            person_id=person.id,
        )
        for person in people
        if person.phone.strip() and not person.phone_on_paper and person.role is not Role.SERVICE
    ]


def those(people: Mapping[UUID, Person], ids: Iterable[UUID | None]) -> list[Person]:
    """The people with these ids, each once and in order."""
    return [people[each] for each in dict.fromkeys(ids) if each is not None and each in people]


def things(texts: Sequence[str]) -> tuple[str, ...]:
    """Lists typed with commas or line by line, as single things, each once."""
    found = [thing.strip() for text in texts for thing in re.split(r"[\n,;]+", text)]
    return tuple(dict.fromkeys(thing for thing in found if thing))
