"""What to look at before a visit, in good time: a ride still open, a driver who can't, two places at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import islice
from uuid import UUID

from caregiver_app.domain.appointments import AppointmentStatus
from caregiver_app.domain.business_days import business_days
from caregiver_app.domain.clashes import (
    Engagement,
    Travel,
    clash,
    clashes_of,
    engagements_of_trip,
    engagements_of_visit,
    no_travel,
)
from caregiver_app.domain.people import Person, Role, id_in_role, short_names
from caregiver_app.domain.ride_words import way_words
from caregiver_app.domain.rides import Leg, Trip, travel_of
from caregiver_app.domain.spoken import clock_words, day_words, list_words, minutes_words, short_day
from caregiver_app.domain.tasks import State
from caregiver_app.domain.visits import Caution, Doubt, Strength, Visit
from caregiver_app.words import ntr, tr

SOON, NEAR = 2, 5  # business days


def cautions_of(
    visit: Visit,
    *,
    today: date,
    people: Mapping[UUID, Person],
    closed: Mapping[date, str],
    busy: Mapping[UUID, Sequence[Engagement]],
    travel: Travel,
    clock24: bool,
    at_work: int = 0,
) -> tuple[Caution, ...]:
    """All cautions about a planned visit from today on, the strongest first; of a cancelled one, whom to tell.

    `closed` are holidays with their names. `busy` holds what else each person has around that day, without what
    this visit itself takes of their time. `at_work` are minutes of the caregiver's work that day, while she is needed
    there and has no time off; 0 for none.
    """
    if visit.appointment.day < today or visit.appointment.status is AppointmentStatus.DONE:
        return ()
    left = sum(1 for _ in islice(business_days(today, visit.appointment.day, closed), NEAR + 1))
    caregiver_id, cared_for_id = (id_in_role(people.values(), role) for role in (Role.CAREGIVER, Role.CARED_FOR))
    view = _View(visit, today, people, closed, busy, travel, caregiver_id, cared_for_id, clock24, left, at_work)
    rules = _RULES if visit.appointment.is_planned else (_is_off, _company_to_tell)
    found = [caution for rule in rules for caution in rule(view)]
    return tuple(sorted(found, key=_rank))


@dataclass(frozen=True, slots=True)
class _View:
    """A visit and what it is held against; `left` are the business days until then, counted to one past `NEAR`."""

    visit: Visit
    today: date
    people: Mapping[UUID, Person]
    closed: Mapping[date, str]
    busy: Mapping[UUID, Sequence[Engagement]]
    travel: Travel
    caregiver_id: UUID | None
    cared_for_id: UUID | None
    clock24: bool
    left: int
    at_work: int = 0

    @property
    def day(self) -> date:
        return self.visit.appointment.day

    @property
    def person_id(self) -> UUID | None:
        """Whose visit it is."""
        return self.visit.appointment.person_id or self.cared_for_id

    @property
    def trouble(self) -> Strength:
        """How much a plan that can't work stands out."""
        return Strength.BOLD if self.left <= SOON else Strength.AMBER

    def name(self, person_id: UUID) -> str:
        """The short name of a person, and the full one of a service."""
        person = self.people.get(person_id)
        if person is None:
            return tr("Someone")
        if person.role is Role.SERVICE:
            return " ".join(person.name.split())
        first = person.first_name.casefold()
        alike = [each for each in self.people.values() if each.first_name.casefold() == first]
        return short_names(alike)[person_id]

    def has(self, person_id: UUID | None) -> Sequence[Engagement]:
        return self.busy.get(person_id, ()) if person_id is not None else ()

    def drivers(self) -> Iterator[tuple[Trip, Person]]:
        """Each leg that is on, with each of its drivers."""
        for trip in self.visit.trips:
            if trip.item.state not in (State.DONE, State.NOT_NEEDED):
                for person_id in trip.drivers:
                    if person_id in self.people:
                        yield trip, self.people[person_id]

    def neighbors(self) -> Iterator[tuple[Trip, Person]]:
        """The drivers who are people, not services: only they can be away, ill or in one place at a time."""
        return ((trip, person) for trip, person in self.drivers() if person.role is not Role.SERVICE)


def _no_driver(view: _View) -> Iterator[Caution]:
    if view.left > NEAR:
        return
    for trip in view.visit.trips:
        if trip.is_open:
            first = tr("No driver yet for {way}.").format(way=way_words(trip.ride.leg))
            words = (first, _asked(view, trip), _left(view))
            yield Caution(" ".join(filter(None, words)), view.trouble, trip.ride.leg, left=_left(view))


def _asked(view: _View, trip: Trip) -> str:
    names = [view.name(each) for each in trip.item.waiting if each in view.people]
    if not names:
        return ""
    words = ntr("{names} was asked and has not answered.", "{names} were asked and have not answered.", len(names))
    return words.format(names=list_words(names))


def _left(view: _View) -> str:
    if view.left == 1 and view.today in business_days(view.today, view.day, view.closed):
        return tr("Today is the last business day before the visit.")
    if view.left:
        return ntr("{n} business day is left.", "{n} business days are left.", view.left).format(n=view.left)
    if view.day == view.today:
        return tr("The visit is today.")
    if view.day == view.today + timedelta(1):
        return tr("The visit is tomorrow.")
    return tr("The visit is on {day}.").format(day=day_words(view.day))


def _driver_away(view: _View) -> Iterator[Caution]:
    for trip, person in view.neighbors():
        if any(trip.item.day in span for span in person.away):
            yours = tr("You said yes to {way} and are away that day.")
            words = yours if person.id == view.caregiver_id else tr("{name} said yes to {way} and is away that day.")
            yield _about(view, trip, words.format(name=view.name(person.id), way=way_words(trip.ride.leg)))


def _driver_ill(view: _View) -> Iterator[Caution]:
    for trip, person in view.neighbors():
        if person.cold_until is not None and person.has_cold(trip.item.day):
            yours = tr("You have a cold until {day}. Ask if someone else can drive {way}.")
            theirs = tr("{name} has a cold until {day}. Ask if someone else can drive {way}.")
            words = yours if person.id == view.caregiver_id else theirs
            name, day = view.name(person.id), short_day(person.cold_until)
            yield _about(view, trip, words.format(name=name, day=day, way=way_words(trip.ride.leg)))


def _too_few_seats(view: _View) -> Iterator[Caution]:
    for trip, person in view.drivers():
        needed, seats = trip.ride.seats_needed, person.seats
        if seats is not None and needed > seats:
            has = ntr("{name} has {n} free seat.", "{name} has {n} free seats.", seats)
            if person.id == view.caregiver_id:
                has = ntr("You have {n} free seat.", "You have {n} free seats.", seats)
            needs = tr("This ride needs {needed}.").format(needed=needed)
            yield _about(view, trip, f"{has.format(name=view.name(person.id), n=seats)} {needs}")


def _driver_clash(view: _View) -> Iterator[Caution]:
    for trip, person in view.neighbors():
        mine = engagements_of_trip(trip, person.id)
        for sentence in _clash_sentences(view, mine, person.id):
            yield _about(view, trip, sentence)


def _to_tell(view: _View) -> Iterator[Caution]:
    for trip in view.visit.trips:
        ride = trip.ride
        if not ride.was_agreed or trip.item.state in (State.DONE, State.NOT_NEEDED):
            continue
        for person_id in (*trip.drivers, *trip.item.waiting):
            if person_id in view.people and person_id != view.caregiver_id:
                yield _about(view, trip, _tell(view, trip, person_id), Doubt.NOT_TOLD)


def _company_to_tell(view: _View) -> Iterator[Caution]:
    """Somebody comes along and knows of an earlier plan, or does not know that the visit is off."""
    visit = view.visit.appointment
    person_id = visit.companion_id
    if visit.companion_day is None or person_id is None or person_id not in view.people:
        return
    if person_id == view.caregiver_id:
        return
    words = tr("{name} was to come along. Tell {name} the visit is cancelled.")
    if visit.is_planned:
        words = tr("{name} comes along and knows of {known}. Tell {name} it is {now} now.")
    known = _plan(short_day(visit.companion_day), visit.companion_clock, view.clock24)
    now = _plan(day_words(visit.day), visit.clock, view.clock24)
    yield Caution(words.format(name=view.name(person_id), known=known, now=now), view.trouble)


def _is_off(view: _View) -> Iterator[Caution]:
    """A cancelled visit whose drivers may still come."""
    for trip in view.visit.trips:
        for person_id in (*trip.drivers, *trip.item.waiting):
            if trip.ride.was_agreed and person_id in view.people and person_id != view.caregiver_id:
                yes = tr("{name} said yes to {way}. Tell {name} the visit is cancelled.")
                asked = tr("{name} was asked about {way}. Tell {name} the visit is cancelled.")
                words = yes if person_id in trip.drivers else asked
                yield _about(view, trip, words.format(name=view.name(person_id), way=way_words(trip.ride.leg)))


def _tell(view: _View, trip: Trip, person_id: UUID) -> str:
    """What somebody knows, and what to tell them."""
    ride, start, name = trip.ride, trip.pick_up, view.name(person_id)
    yes = person_id in trip.drivers
    said = tr("{name} said yes for {agreed}.") if yes else tr("{name} was asked for {agreed}.")
    agreed = _plan(short_day(ride.agreed_day or trip.item.day), ride.agreed_time, view.clock24)
    now = _plan(day_words(trip.item.day), start.time() if start is not None else None, view.clock24)
    words = [said.format(name=name, agreed=agreed)]
    if (ride.agreed_day, ride.agreed_time) != (trip.item.day, start.time() if start is not None else None):
        words.append(tr("Tell {name} it is {now} now.").format(name=name, now=now))
    if ride.agreed_place_id != trip.appointment.place_id:
        words.append(tr("Tell {name} that the place is another one now.").format(name=name))
    return " ".join(words)


def _two_places(view: _View) -> Iterator[Caution]:
    mine = engagements_of_visit(view.visit.appointment, view.cared_for_id)
    driving = [each for trip, person in view.drivers() for each in engagements_of_trip(trip, person.id)]
    for engagement in mine:
        told = [each for each in driving if each.person_id == engagement.person_id]
        others = view.has(engagement.person_id)
        fresh = [other for other in others if not any(clash(each, other, view.travel) for each in told)]
        for sentence in _clash_sentences(view, [engagement], engagement.person_id, fresh):
            yield Caution(sentence, view.trouble, doubt=Doubt.CHECK)


def _companion_away(view: _View) -> Iterator[Caution]:
    person = view.people.get(view.visit.appointment.companion_id or UUID(int=0))
    if person is not None and any(view.day in span for span in person.away):
        yours = tr("You come along and are away that day.")
        words = yours if person.id == view.caregiver_id else tr("{name} comes along and is away that day.")
        yield Caution(words.format(name=view.name(person.id)), view.trouble)


def _caregiver_at_work(view: _View) -> Iterator[Caution]:
    """The hours of the day are not known, so it may fit around them: a calm question."""
    if view.at_work:
        words = tr("You work {length} that day, and no time off is noted for it. Do you need some?")
        yield Caution(words.format(length=minutes_words(view.at_work)))


def _late(view: _View) -> Iterator[Caution]:
    """A typed pick-up that comes to the visit after it begins."""
    trip = view.visit.trip(Leg.THERE)
    starts = view.visit.appointment.starts
    if trip is None or trip.item.state is State.NOT_NEEDED or starts is None or travel_of(trip.place) is None:
        return
    arrival = trip.drop_off
    if arrival is not None and arrival > starts:
        words = tr("The drive there is over at {arrival}, and the visit begins at {start}.")
        times = (clock_words(each.time(), view.clock24) for each in (arrival, starts))
        yield Caution(words.format(arrival=next(times), start=next(times)), view.trouble, Leg.THERE, doubt=Doubt.CHECK)


def _home_too_early(view: _View) -> Iterator[Caution]:
    """A typed way home that begins before the visit is over."""
    trip, ends = view.visit.trip(Leg.HOME), view.visit.appointment.ends
    if trip is None or ends is None or trip.item.state is State.NOT_NEEDED or trip.ride.pick_up is None:
        return
    start = trip.pick_up
    if start is not None and start < ends:
        words = tr("The way home is set for {start}. The visit is over about {end}.")
        times = (clock_words(each.time(), view.clock24) for each in (start, ends))
        yield Caution(words.format(start=next(times), end=next(times)), Strength.CALM, Leg.HOME)


def _no_pick_up(view: _View) -> Iterator[Caution]:
    trip, appointment, place = view.visit.trip(Leg.THERE), view.visit.appointment, view.visit.place
    if trip is None or trip.item.state is State.NOT_NEEDED or trip.pick_up is not None:
        return
    if appointment.clock is None:
        sentence = tr("What time is the visit? The pick-up time is worked out from it.")
    elif place is None:
        sentence = tr("Where is the visit? Add the place, or type a pick-up time.")
    else:
        words = tr("How long is the drive to {place}? Add the minutes there, or type a pick-up time.")
        sentence = words.format(place=place.name.strip())
    yield Caution(sentence, Strength.CALM, Leg.THERE)


def _day_before(view: _View) -> Iterator[Caution]:
    for trip in view.visit.trips:
        start = trip.pick_up
        if start is not None and start.date() < view.day and trip.item.state is not State.NOT_NEEDED:
            words = tr("The pick-up is the day before, on {day} at {time}.")
            clock = clock_words(start.time(), view.clock24)
            yield Caution(words.format(day=day_words(start.date()), time=clock), Strength.CALM, trip.ride.leg)


def _holiday(view: _View) -> Iterator[Caution]:
    if name := view.closed.get(view.day, ""):
        yield Caution(tr("{holiday}. Ask if the clinic is open.").format(holiday=name))


_Rule = Callable[[_View], Iterator[Caution]]
_RULES: tuple[_Rule, ...] = (
    _no_driver,
    _driver_away,
    _driver_ill,
    _too_few_seats,
    _driver_clash,
    _to_tell,
    _two_places,
    _company_to_tell,
    _companion_away,
    _caregiver_at_work,
    _late,
    _home_too_early,
    _no_pick_up,
    _day_before,
    _holiday,
)
_STRENGTHS = (Strength.BOLD, Strength.AMBER, Strength.CALM)


def _rank(caution: Caution) -> int:
    return _STRENGTHS.index(caution.strength)


def _about(view: _View, trip: Trip, sentence: str, doubt: Doubt = Doubt.CHECK) -> Caution:
    return Caution(sentence, view.trouble, trip.ride.leg, doubt=doubt)


def _plan(day: str, clock: time | None, clock24: bool) -> str:
    return day if clock is None else tr("{day}, {time}").format(day=day, time=clock_words(clock, clock24))


def _clash_sentences(
    view: _View, mine: Sequence[Engagement], person_id: UUID, others: Sequence[Engagement] | None = None
) -> Iterator[str]:
    """What a person has already at that time, and whether it is only the road that is too long."""
    for other in clashes_of(mine, view.has(person_id) if others is None else others, view.travel):
        words = _engaged(view, other)
        if not any(clash(each, other, no_travel) for each in mine):
            words = tr("{words} There is not enough time to get from one to the other.").format(words=words)
        yield words


def _engaged(view: _View, other: Engagement) -> str:
    name, clock = view.name(other.person_id), clock_words(other.start.time(), view.clock24)
    day = tr("that day") if other.start.date() == view.day else tr("on {day}").format(day=day_words(other.start.date()))
    you = other.person_id == view.caregiver_id
    if other.drives:
        words = tr("You already drive at {time} {day}.") if you else tr("{name} already drives at {time} {day}.")
        return words.format(name=name, time=clock, day=day)
    yours = tr("You already have “{title}” at {time} {day}.")
    words = yours if you else tr("{name} already has “{title}” at {time} {day}.")
    return words.format(name=name, title=" ".join(other.what.split()), time=clock, day=day)
