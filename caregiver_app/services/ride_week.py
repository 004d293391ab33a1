"""The ride sheet: finds who drives on which day, for the family, and whom to call when nobody can."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from caregiver_app.documents.paper import Look
from caregiver_app.documents.ride_week import Fallback, RideRow, RideWeek, ride_week
from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.household import Household
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride, Trip
from caregiver_app.domain.sharing import guarded, neutral_words
from caregiver_app.domain.spoken import list_words
from caregiver_app.domain.tasks import Task
from caregiver_app.domain.visits import Caution, Doubt, Visit
from caregiver_app.services import ride_contents as rides
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services.household import household, person_in_role
from caregiver_app.services.people import everybody
from caregiver_app.services.sheet_rules import Gathered, LeftOut, Made, Request, Sheet, Shown, Stretch
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# All that the ride sheet may show. A new field is private until it is listed here.
FIELDS: Mapping[type, frozenset[str]] = {
    Trip: frozenset({"pick_up", "drivers", "is_open"}),
    Ride: frozenset({"leg", "will_call", "backup_id"}),
    Appointment: frozenset({"public_title"}),
    Task: frozenset({"when"}),
    Place: frozenset({"name"}),
    Caution: frozenset({"leg", "doubt"}),  # that something is to be looked at, and never what
    Person: frozenset({"phone", "phone_on_paper", "role"}),  # and the name, in the form that prints
    Household: frozenset({"clock24"}),
}
SERVICE_FIELDS: Mapping[type, frozenset[str]] = {Person: frozenset({"phone", "notes"})}


def gather(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    """The rides of the span with their drivers, and the family's own list of rides to book."""
    contact = person_in_role(work, Role.CAREGIVER)
    clock24 = Shown(household(work), FIELDS).clock24
    stamp = contents.stamp(work, request, made, contact, clock24=clock24)
    people = {person.id: person for person in everybody(work)}
    names = contents.names_on_paper(people.values())
    if request.blank:
        return Gathered(data=(RideWeek(span=request.span, blank=True, stamp=stamp),))
    found, left_out = rides.rides_for(work, request, Audience.FAMILY)
    found = rides.watched(work, request, found, made.at.date())
    found = [rides.trips_in(visit, request.span) for visit in found]
    shown = [visit for visit in found if rides.wanted_trips(visit)]
    writer = _Writer(people, names, clock24=clock24, today=made.at.date())
    services = [person for person in people.values() if person.role is Role.SERVICE and not person.former]
    data = RideWeek(
        span=request.span,
        rows=tuple(writer.row(visit) for visit in shown),
        fallbacks=tuple(_fallback(person, names) for person in services),
        away=_away(work, request, names[contact.id], clock24=clock24) if contact is not None else "",
        stamp=stamp,
    )
    named = rides.those(people, (each for visit in shown for each in _named(visit)))
    return Gathered(
        data=(data,),
        left_out=(
            *left_out,
            *_other_words(shown),
            *rides.phones_left_out(named),
            *contents.number_left_out(contact),
        ),
        to_write=contents.names_to_write(people.values(), (person.id for person in named)),
    )


def _away(work: UnitOfWork, request: Request, name: str, *, clock24: bool) -> str:
    """When the caregiver is not available, for whatever reason."""
    from caregiver_app.domain.selfcare_words import not_available_span
    from caregiver_app.services.selfcare import not_available

    spans = [not_available_span(each, clock24=clock24) for each in not_available(work, span=request.span)]
    if not spans:
        return ""
    return tr("{name} is not available {times}.").format(name=name, times=list_words(spans))


def _named(visit: Visit) -> list[UUID | None]:
    """The drivers of a visit, then their backups."""
    trips = rides.wanted_trips(visit)
    return [*(driver for trip in trips for driver in trip.drivers), *(trip.ride.backup_id for trip in trips)]


def _fallback(person: Person, names: Mapping[UUID, str]) -> Fallback:
    shown = Shown(person, SERVICE_FIELDS)
    return Fallback(name=names[person.id], phone=shown.phone, note=shown.notes)


class _Writer:
    """Words one visit's rides after another, from what the allow-list lets through."""

    def __init__(self, people: Mapping[UUID, Person], names: Mapping[UUID, str], *, clock24: bool, today: date) -> None:
        self._people = people
        self._names = names
        self._clock24 = clock24
        self._today = today

    def row(self, visit: Visit) -> RideRow:
        """The rides of one visit on one line, under the day of the first pick-up."""
        day = rides.wanted_trips(visit)[0].item.day
        there, home = (self._trip(visit, leg) for leg in Leg)
        first = there or home
        assert first is not None, "the sheet shows visits with a ride"
        return RideRow(
            day=day,
            pick_up=rides.time_near(first.pick_up, day, clock24=self._clock24),
            to=_where_to(visit),
            there=self._driver(there),
            home=self._driver(home),
            home_at=self._home_at(visit, home, day),
            there_doubt=_doubt(visit, Leg.THERE),
            home_doubt=_doubt(visit, Leg.HOME),
            backup=tr(", ").join(self._name(each) for each in self._backups(visit)),
            phones=self._phones(visit),
            is_open=day >= self._today and any(trip.is_open for trip in rides.wanted_trips(visit)),
        )

    def _trip(self, visit: Visit, leg: Leg) -> Shown | None:
        found = [trip for trip in rides.wanted_trips(visit) if trip.ride.leg is leg]
        return Shown(found[0], FIELDS) if found else None

    def _driver(self, trip: Shown | None) -> str | None:
        return None if trip is None else tr(", ").join(self._name(each) for each in trip.drivers)

    def _name(self, person_id: UUID) -> str:
        return self._names.get(person_id, "")

    def _home_at(self, visit: Visit, trip: Shown | None, day: date) -> str:
        """When the way home begins; it is told under its driver, unless the row begins with it."""
        ride = next((trip.ride for trip in visit.trips if trip.ride.leg is Leg.HOME), None)
        if trip is None or ride is None:
            return ""
        time = rides.time_near(trip.pick_up, day, clock24=self._clock24)
        if not Shown(ride, FIELDS).will_call:
            return time
        return tr("will call,\nabout {time}").format(time=time) if time else tr("will call")

    def _backups(self, visit: Visit) -> list[UUID]:
        found = (Shown(trip.ride, FIELDS).backup_id for trip in rides.wanted_trips(visit))
        return [each for each in dict.fromkeys(found) if each is not None]

    def _phones(self, visit: Visit) -> tuple[str, ...]:
        """The numbers that may be printed; with names as soon as more than one person is on the line."""
        named = rides.those(self._people, _named(visit))
        numbers = [(person.id, rides.phone_on_paper(Shown(person, FIELDS))) for person in named]
        if len(named) == 1:
            return tuple(number for _, number in numbers if number)
        return tuple(f"{self._name(person_id)} {number}" for person_id, number in numbers if number)


def _doubt(visit: Visit, leg: Leg) -> str:
    """What is to be done before the driver of one way comes as planned; empty when nothing is, or nobody drives."""
    if not any(trip.drivers for trip in rides.wanted_trips(visit) if trip.ride.leg is leg):
        return ""
    cautions = [Shown(each, FIELDS) for each in visit.cautions]
    doubts = {each.doubt for each in cautions if each.leg in (None, leg)}
    words = [(Doubt.CHECK, tr("check first")), (Doubt.NOT_TOLD, tr("not told yet"))]
    return ",\n".join(said for doubt, said in words if doubt in doubts)


def _where_to(visit: Visit) -> str:
    """Where the ride goes, in words that anyone at the table may read."""
    place = guarded(str(Shown(visit.place, FIELDS).name)) if visit.place is not None else ""
    words = place or guarded(str(Shown(visit.appointment, FIELDS).public_title))
    return words or neutral_words(TaskKind.RIDE, "", Shown(rides.wanted_trips(visit)[0].item.task, FIELDS).when)


def _other_words(visits: Sequence[Visit]) -> list[LeftOut]:
    """What each visit is for, and what its place is called, where the sheet says it in other words."""
    return [
        LeftOut(
            what=rides.visit_words(visit),
            why=tr("What the visit is for stays off this sheet. It says “{words}.”").format(words=_where_to(visit)),
        )
        for visit in visits
    ]


def draw(data: Sequence[RideWeek], look: Look) -> bytes:
    """The sheet as a PDF."""
    return ride_week(data[0], look)


def title() -> str:
    """The sheet's name for people."""
    return tr("Ride sheet")


SHEET = Sheet(
    name="rides",
    title=title,
    audience=Audience.FAMILY,
    stretches=(Stretch.WEEK, Stretch.TWO_WEEKS),
    gather=gather,
    draw=draw,
)
