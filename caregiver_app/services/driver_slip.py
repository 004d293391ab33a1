"""The driver slip: finds the rides to drive, and what their driver may know of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from caregiver_app.documents.driver_slip import DriverSlip, driver_slips
from caregiver_app.documents.pages import Stamp
from caregiver_app.documents.paper import Look
from caregiver_app.documents.slip_parts import Figure
from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.household import Household
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride, Trip, arrive_by
from caregiver_app.domain.sharing import guarded, neutral_words
from caregiver_app.domain.spoken import clock_words, day_words
from caregiver_app.domain.tasks import Task
from caregiver_app.services import ride_contents as rides
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services.drives import Drive, drives_of, to_drive
from caregiver_app.services.household import household, person_in_role
from caregiver_app.services.people import everybody
from caregiver_app.services.sheet_rules import Gathered, LeftOut, Made, Request, Sheet, Shown, Stretch
from caregiver_app.services.slip_code import event_code
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# All that a driver slip may show. A new field is private until it is listed here.
FIELDS: Mapping[type, frozenset[str]] = {
    Trip: frozenset({"pick_up", "drop_off", "drivers"}),
    Ride: frozenset(
        {"leg", "number", "will_call", "needs", "companion", "seats_needed", "bring", "notes", "backup_id", "booking"}
    ),
    Appointment: frozenset({"day", "person_id"}),
    Task: frozenset({"public_title", "when"}),
    Place: frozenset({"name", "building", "entrance", "drop_off", "parking"}),
    Person: frozenset({"phone", "phone_on_paper", "role"}),  # and the name, in the form that prints
    Household: frozenset({"clock24"}),
}


_LONGEST_BIG = 30  # letters of a name in the big times; a longer one stands above them already


def fields_for(ride: Ride) -> Mapping[type, frozenset[str]]:
    """The allow-list for one ride: the department and the address only where they are ticked for it."""
    ticked = {name for name, on in (("department", ride.show_department), ("address", ride.show_address)) if on}
    return {**FIELDS, Place: FIELDS[Place] | ticked}


def people_with_a_ride(work: UnitOfWork, request: Request) -> list[Person]:
    """Everybody who drives somebody in the span, by name."""
    found, _ = rides.rides_for(work, request, Audience.ME)
    driving = {
        driver for visit in found for trip in to_drive(visit) if _is_on(trip, request) for driver in trip.drivers
    }
    return [person for person in everybody(work) if person.id in driving]


def gather(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    """A slip for each driver of a visit: one for both ways when the same person drives them."""
    blank = DriverSlip(stamp=_stamp(work, request, made, None))
    if request.blank:
        return Gathered(data=(blank,))
    found, left_out = rides.rides_for(work, request, Audience.ME)
    people = {person.id: person for person in work.all(Person)}
    drives = [drive for visit in found for drive in drives_of(visit, people, request.person_id)]
    drives = [drive for drive in drives if any(_is_on(trip, request) for trip in drive.trips)]
    seen = [drive for drive in drives if drive.audience.may_see(drive.visit.appointment.audience)]
    left_out += [contents.kept_back(drive.trips[0].item) for drive in drives if drive not in seen]
    writer = _Writer(work, request, people)
    slips = [writer.slip(drive, _stamp(work, request, made, drive.driver_id)) for drive in seen]
    contact = person_in_role(work, Role.CAREGIVER)
    named = rides.those(people, (each for drive in seen for each in drive.named))
    return Gathered(
        data=tuple(slips) or (blank,),
        people=tuple(dict.fromkeys(drive.driver_id for drive in seen)) or (None,),
        left_out=(
            *left_out,
            *dict.fromkeys(left for drive in seen for left in _not_on_it(drive)),
            *rides.phones_left_out(rides.those(people, (drive.backup_id for drive in seen))),
            *contents.number_left_out(contact),
        ),
        to_write=contents.names_to_write(people.values(), (person.id for person in named)),
        nothing="" if slips else _nothing_words(request, people),
    )


def _nothing_words(request: Request, people: Mapping[UUID, Person]) -> str:
    """That nobody drives, or that one person does not, in these days."""
    first, last = day_words(request.span.first), day_words(request.span.last)
    person = people.get(request.person_id) if request.person_id else None
    if person is None:
        return tr("There are no rides to drive from {first} to {last}.").format(first=first, last=last)
    words = tr("{name} has no rides to drive from {first} to {last}.")
    return words.format(name=person.first_name, first=first, last=last)


def _is_on(trip: Trip, request: Request) -> bool:
    """Whether a ride begins in the span; for one visit alone, each one counts."""
    return request.about_id is not None or trip.item.day in request.span


def _stamp(work: UnitOfWork, request: Request, made: Made, person_id: UUID | None) -> Stamp:
    contact = person_in_role(work, Role.CAREGIVER)
    clock24 = Shown(household(work), FIELDS).clock24
    return contents.stamp(work, request, made, contact, clock24=clock24, person_id=person_id)


class _Writer:
    """Words one slip after another, from what the allow-list lets through."""

    def __init__(self, work: UnitOfWork, request: Request, people: Mapping[UUID, Person]) -> None:
        self._names = contents.names_on_paper(people.values())
        self._people = people
        self._qr = request.qr
        self._clock24 = bool(Shown(household(work), FIELDS).clock24)
        cared_for = person_in_role(work, Role.CARED_FOR)
        self._cared_for = self._names.get(cared_for.id, "") if cared_for is not None else ""

    def slip(self, drive: Drive, stamp: Stamp) -> DriverSlip:
        """All that the driver of some rides gets to know."""
        shown = [Shown(trip.ride, FIELDS) for trip in drive.trips]
        name = self._whom(drive)
        bare = DriverSlip(
            day=drive.day,
            legs=tuple(ride.leg for ride in shown),
            number=_numbers(shown),
            name=name,
            driver=self._driver(drive),
            service=_each_once(", ", (ride.booking for ride in shown)),
            figures=self._figures(drive, name),
            backup=self._backup(drive),
            code=self._code(drive),
            code_words=self._start_words(drive),
            stamp=stamp,
        )
        return self._with_help(self._with_places(bare, drive), shown)

    def _whom(self, drive: Drive) -> str:
        person_id = Shown(drive.visit.appointment, FIELDS).person_id
        return self._names.get(person_id, "") if person_id else self._cared_for

    def _with_places(self, slip: DriverSlip, drive: Drive) -> DriverSlip:
        """From where to where; both turn around on the way home."""
        home = tr("{name}’s home").format(name=slip.name) if slip.name else tr("home")
        ends = (home, self._where(drive))
        start, end = ends if slip.legs[0] is Leg.THERE else ends[::-1]
        slip = replace(slip, where_from=start, where_to=end)
        if drive.visit.place is None:
            return slip
        place = Shown(drive.visit.place, FIELDS)
        return replace(slip, drop_off=place.drop_off, parking=place.parking)

    def _with_help(self, slip: DriverSlip, shown: Sequence[Shown]) -> DriverSlip:
        """What makes the ride easier, and what goes along."""
        return replace(
            slip,
            needs=tuple(need for ride in shown for need in ride.needs),
            companion=any(ride.companion for ride in shown),
            seats=max(ride.seats_needed for ride in shown),
            bring=rides.things([ride.bring for ride in shown]),
            notes=_each_once("\n", (ride.notes for ride in shown)),
        )

    def _where(self, drive: Drive) -> str:
        """The place in the words that are ticked for these rides."""
        place = drive.visit.place
        if place is None:
            return ""
        words: list[str] = []
        for name in ("name", "building", "entrance", "department", "address"):
            for trip in drive.trips:
                fields = fields_for(trip.ride)
                if name in fields[Place]:
                    words.append(str(getattr(Shown(place, fields), name)).strip())
        return ", ".join(dict.fromkeys(word for word in words if word))

    def _driver(self, drive: Drive) -> str:
        if drive.driver_id is None:
            return ""
        name, person = self._names.get(drive.driver_id, ""), self._people.get(drive.driver_id)
        if person is None or person.role is not Role.SERVICE:
            return name
        return rides.name_and_phone(name, Shown(person, FIELDS))

    def _backup(self, drive: Drive) -> str:
        person = self._people.get(drive.backup_id) if drive.backup_id else None
        return rides.name_and_phone(self._names[person.id], Shown(person, FIELDS)) if person is not None else ""

    # Times

    def _time(self, moment: datetime | None, day: date) -> str:
        return rides.time_near(moment, day, clock24=self._clock24)

    def _figures(self, drive: Drive, name: str) -> tuple[Figure, ...]:
        there, back = (next((trip for trip in drive.trips if trip.ride.leg is leg), None) for leg in Leg)
        day = drive.day
        if there is None:
            assert back is not None, "a slip has at least one way"
            done = [Figure(label=tr("Home"), value=self._about(back.drop_off, day))] if back.drop_off else []
            return (Figure(label=tr("Pick up"), value=self._home_words(back, name, day)), *done)
        figures = [
            Figure(label=tr("Pick up"), value=self._time(there.pick_up, day)),
            Figure(label=tr("Arrive by"), value=self._time(arrive_by(there.appointment), day)),
        ]
        if back is not None:
            figures.append(Figure(label=tr("Home"), value=self._home_words(back, name, day)))
        elif drive.visit.trip(Leg.HOME) is not None:
            figures.append(Figure(label=tr("Home"), value=_other_way(drive)))
        return tuple(figures)

    def _about(self, moment: datetime, day: date) -> str:
        return tr("about {time}").format(time=self._time(moment, day))

    def _home_words(self, trip: Trip, name: str, day: date) -> str:
        """When the way home begins; without a pronoun, for nobody told which one is right."""
        time = self._time(trip.pick_up, day)
        name = name if len(name) <= _LONGEST_BIG else ""
        if not trip.ride.will_call:
            return tr("about {time}").format(time=time) if time else ""
        if time:
            words = tr("{name} will call, about {time}") if name else tr("after a call, about {time}")
        else:
            words = tr("{name} will call") if name else tr("after a call")
        return words.format(name=name, time=time)

    # The code

    def _code(self, drive: Drive) -> str:
        first, last = Shown(drive.trips[0], FIELDS), Shown(drive.trips[-1], FIELDS)
        if not self._qr or first.pick_up is None:
            return ""
        end = last.drop_off or last.pick_up or first.drop_off
        return event_code(_neutral(drive.trips[0]), first.pick_up, end, self._code_details(drive))

    def _code_details(self, drive: Drive) -> str:
        """Times alone: whoever finds the slip reads no place in its code."""
        day = drive.day
        words = []
        for trip in drive.trips:
            arrival = self._time(arrive_by(trip.appointment), day)
            if trip.ride.leg is Leg.THERE and arrival:
                words.append(tr("Arrive by {time}").format(time=arrival))
            if trip.ride.leg is Leg.HOME and trip.pick_up and len(drive.trips) > 1:
                words.append(tr("Home about {time}").format(time=self._time(trip.pick_up, day)))
        return tr(". ").join(words)

    def _start_words(self, drive: Drive) -> str:
        start = drive.trips[0].pick_up
        if start is None:
            return ""
        return tr("{day}, {time}").format(day=day_words(start.date()), time=clock_words(start.time(), self._clock24))


def _neutral(trip: Trip) -> str:
    """The public title of a ride, or neutral words where that says too much."""
    task = Shown(trip.item.task, FIELDS)
    return guarded(str(task.public_title)) or neutral_words(TaskKind.RIDE, "", task.when)


def _other_way(drive: Drive) -> str:
    """Who drives home, for a driver who only drives there: nobody’s name."""
    back = drive.visit.trip(Leg.HOME)
    return tr("another driver") if back is not None and back.drivers else tr("no driver yet")


def _each_once(between: str, words: Iterable[str]) -> str:
    return between.join(dict.fromkeys(word.strip() for word in words if word.strip()))


def _numbers(shown: Sequence[Shown]) -> str:
    return ", ".join(tr("R-{number}").format(number=ride.number) for ride in shown if ride.number)


def _not_on_it(drive: Drive) -> list[LeftOut]:
    """What stays off a slip: what the visit is for, and the department and address that were not ticked."""
    visit, place = drive.visit, drive.visit.place
    left = [LeftOut(what=rides.visit_words(visit), why=tr("What the visit is for stays off the slip."))]
    if place is None:
        return left
    why = tr("It is not ticked for this ride.")
    if place.department.strip() and not any(trip.ride.show_department for trip in drive.trips):
        left.append(LeftOut(what=tr("The department at {place}").format(place=place.name), why=why))
    if place.address.strip() and not any(trip.ride.show_address for trip in drive.trips):
        left.append(LeftOut(what=tr("The address of {place}").format(place=place.name), why=why))
    return left


def draw(data: Sequence[DriverSlip], look: Look) -> bytes:
    """The slips as a PDF, two on a page."""
    return driver_slips(data, look)


def title() -> str:
    """The sheet's name for people."""
    return tr("Driver slip")


SHEET = Sheet(
    name="slip",
    title=title,
    audience=Audience.HELPER,
    stretches=(Stretch.WEEK, Stretch.TWO_WEEKS),
    gather=gather,
    draw=draw,
    people=people_with_a_ride,
    for_one_visit=True,
    has_qr=True,
)
