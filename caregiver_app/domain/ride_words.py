"""Words about rides: what a driver is asked and told, made only of what a helper may see; and the names of things."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from caregiver_app.domain.appointments import AppointmentKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.rides import Leg, Need, Trip, where_to
from caregiver_app.domain.spoken import clock_words, day_words, list_words, minutes_words, short_day
from caregiver_app.words import ntr, tr


def ride_question(
    trip: Trip,
    person: Person,
    caregiver: Person | None,
    cared_for: Person | None,
    clock24: bool,
    *,
    place: bool = False,
    back: Trip | None = None,
) -> str:
    """A text message that asks a person to drive one leg, or with `back` both, with an easy way out.

    It names whom to drive by an initial at most, and the place only when it is asked for; never the title or notes.
    """
    whom = _whom(trip, caregiver, cared_for)
    if back is not None:
        sentences = [*_both_question(trip, back, whom, clock24), _seats(max(trip.ride.seats, back.ride.seats))]
    elif trip.ride.leg is Leg.THERE:
        sentences = [*_there_question(trip, whom, clock24), _seats(trip.ride.seats)]
    else:
        sentences = [*_home_question(trip, whom, clock24), _seats(trip.ride.seats)]
    if place:
        sentences.append(_place(trip))
    return _message(person, caregiver, *sentences, _way_out(person))


class Why(StrEnum):
    """Why somebody who said yes, or was asked, does not need to drive."""

    CANCELLED = "cancelled"
    MOVED = "moved"
    TAKEN = "taken"  # another driver does it
    FREED = "freed"  # nobody does it yet
    REMOVED = "removed"


def moved_words(trip: Trip, person: Person, caregiver: Person | None, cared_for: Person | None, clock24: bool) -> str:
    """A text message to somebody who knows of an earlier plan: from what was agreed to what is planned now."""
    return all_moved_words([trip], person, caregiver, cared_for, clock24)


def all_moved_words(
    trips: Sequence[Trip], person: Person, caregiver: Person | None, cared_for: Person | None, clock24: bool
) -> str:
    """One text message to a person about every ride that has moved; see `moved_words`."""
    rides = [_the_ride(trip, caregiver, cared_for) for trip in trips]
    if len(trips) > 1:
        changes = [
            tr("{ride} {change}").format(ride=ride, change=_change(trip, clock24))
            for ride, trip in zip(rides, trips, strict=True)
        ]
        moved = any(_is_other_time(trip) for trip in trips)
        words = tr("{n} rides have moved: {rides}.") if moved else tr("{n} rides have changed: {rides}.")
        sentence = words.format(n=len(trips), rides=tr("; ").join(changes))
    else:
        words = tr("{ride} has moved {change}.") if _is_other_time(trips[0]) else tr("{ride} {change} has changed.")
        sentence = words.format(ride=rides[0], change=_change(trips[0], clock24))
    asked = all(person.id in trip.item.waiting for trip in trips)
    question = tr("Could you drive then?") if asked else tr("Does that still work for you?")
    facts = (sentence, _new_place(trips), _booked(trips, person))
    return _message(person, caregiver, *facts, question, tr("If not, no problem at all."))


def all_off_words(
    trips: Sequence[Trip],
    person: Person,
    caregiver: Person | None,
    cared_for: Person | None,
    clock24: bool,
    *,
    why: Why,
) -> str:
    """One text message to a person about every ride that they need not drive; `trips` are as they were before."""
    rides = [
        tr("{ride} on {when}").format(ride=_the_ride(trip, caregiver, cared_for), when=_agreed_or_now(trip, clock24))
        for trip in trips
    ]
    words = _off(why) if len(rides) == 1 else _all_off(why)
    when, several = _agreed_or_now(trips[0], clock24), tr("; ").join(rides)
    sentence = words.format(ride=rides[0], when=when, n=len(rides), rides=several)
    asked = any(person.id in trip.item.waiting for trip in trips)
    answer = tr("You don’t need to answer any more.") if asked else ""
    return _message(person, caregiver, sentence, _booked(trips, person), answer)


def _booked(trips: Sequence[Trip], person: Person) -> str:
    """The numbers by which a service finds its bookings."""
    numbers = list(dict.fromkeys(number for trip in trips if (number := " ".join(trip.ride.booking.split()))))
    if person.role is not Role.SERVICE or not numbers:
        return ""
    words = ntr("The booking number is {numbers}.", "The booking numbers are {numbers}.", len(numbers))
    return words.format(numbers=list_words(numbers))


def _off(why: Why) -> str:
    return {
        Why.CANCELLED: tr("{ride} is not needed after all, because the visit is cancelled."),
        Why.MOVED: tr("{ride} is not needed after all, because the visit has moved."),
        Why.TAKEN: tr("{ride} is taken care of now, so you don’t need to drive."),
        Why.FREED: tr("you don’t need to drive on {when} after all."),
        Why.REMOVED: tr("{ride} is not needed after all."),
    }[why]


def _all_off(why: Why) -> str:
    if why is Why.TAKEN:
        return tr("{n} rides are taken care of now, so you don’t need to drive: {rides}.")
    if why is Why.FREED:
        return tr("you don’t need to drive after all: {rides}.")
    return tr("{n} rides are not needed after all: {rides}.")


def pick_up_words(trip: Trip, clock24: bool) -> str:
    """When the driver picks up, in one line: “Pick up 8:15 am”, or “Calls when ready, about 12:30 pm”."""
    start = trip.pick_up
    if start is None:
        return tr("Calls when ready") if trip.ride.will_call else tr("Pick-up time still open")
    time = _time_near(start, trip.appointment.day, clock24)
    if trip.ride.will_call:
        return tr("Calls when ready, about {time}").format(time=time)
    return tr("Pick up {time}").format(time=time)


def leg_words(leg: Leg) -> str:
    """The name of a leg: “Ride there”."""
    return tr("Ride there") if leg is Leg.THERE else tr("Ride home")


def way_words(leg: Leg) -> str:
    """A leg inside a sentence: “the way there”."""
    return tr("the way there") if leg is Leg.THERE else tr("the way home")


def need_words(need: Need) -> str:
    """What makes getting in and out of a car easier."""
    return {
        Need.CANE: tr("Cane"),
        Need.WALKER: tr("Walker"),
        Need.WHEELCHAIR: tr("Wheelchair"),
        Need.ARM: tr("An arm to hold"),
        Need.EXTRA_TIME: tr("Extra time"),
    }[need]


def kind_words(kind: AppointmentKind) -> str:
    """The name of a kind of visit."""
    return {
        AppointmentKind.VISIT: tr("Visit"),
        AppointmentKind.INFUSION: tr("Infusion"),
        AppointmentKind.SCAN: tr("Scan"),
        AppointmentKind.LAB: tr("Lab"),
        AppointmentKind.RADIATION: tr("Radiation"),
        AppointmentKind.PROCEDURE: tr("Procedure"),
        AppointmentKind.SECOND_OPINION: tr("Second opinion"),
        AppointmentKind.DENTAL: tr("Dental"),
        AppointmentKind.OTHER: tr("Other"),
    }[kind]


def _both_question(trip: Trip, back: Trip, whom: str, clock24: bool) -> list[str]:
    question = tr("could you drive {whom} on {day}?").format(whom=whom, day=day_words(_day(trip)))
    home = back.drop_off
    if trip.pick_up is not None and home is not None:
        times = tr("Pick up {start}, home about {end}.").format(
            start=clock_words(trip.pick_up.time(), clock24), end=_time_near(home, trip.pick_up.date(), clock24)
        )
    else:
        times = tr("{there} The way home is after the visit.").format(there=_there_time(trip, clock24))
    return [question, times, _call(back, whom)]


def _there_question(trip: Trip, whom: str, clock24: bool) -> list[str]:
    question = tr("could you drive {whom} to a visit on {day}?").format(whom=whom, day=day_words(_day(trip)))
    return [question, _there_time(trip, clock24), _length(trip)]


def _there_time(trip: Trip, clock24: bool) -> str:
    if trip.pick_up is not None:
        return tr("Pick up {time}.").format(time=clock_words(trip.pick_up.time(), clock24))
    if trip.appointment.clock is not None:
        return tr("The visit begins at {time}.").format(time=clock_words(trip.appointment.clock, clock24))
    return tr("The time is not set yet.")


def _length(trip: Trip) -> str:
    minutes = trip.place.travel_minutes if trip.place is not None else None
    return tr("The drive takes about {length}.").format(length=minutes_words(minutes)) if minutes else ""


def _home_question(trip: Trip, whom: str, clock24: bool) -> list[str]:
    if trip.pick_up is None:
        question = tr("could you drive {whom} home from a visit on {day}?")
        return [question.format(whom=whom, day=day_words(_day(trip))), _call(trip, whom), _length(trip)]
    question = tr("could you drive {whom} home from a visit on {day}, about {time}?")
    time = clock_words(trip.pick_up.time(), clock24)
    return [question.format(whom=whom, day=day_words(_day(trip)), time=time), _call(trip, whom), _length(trip)]


def _call(trip: Trip, whom: str) -> str:
    if not trip.ride.will_call:
        return ""
    if whom == tr("me"):
        return tr("I will call when ready.")
    if whom == tr("one of us"):
        return tr("We will call when ready.")
    return tr("{whom} will call when ready.").format(whom=whom)


def _seats(seats: int) -> str:
    return tr("{seats} seats are needed.").format(seats=seats) if seats > 1 else ""


def _place(trip: Trip) -> str:
    words = " ".join(where_to(trip.ride, trip.place).split())
    return tr("Place: {place}.").format(place=words.rstrip(".")) if words else ""


def _way_out(person: Person) -> str:
    if person.role is Role.SERVICE:
        return tr("Please tell me if this is possible, and the booking number.")
    return tr("If not this time, no problem at all.")


def _message(person: Person, caregiver: Person | None, *sentences: str) -> str:
    """A greeting, the sentences that say something, and thanks."""
    name = " ".join(person.name.split()) if person.role is Role.SERVICE else person.first_name
    first, *rest = (sentence for sentence in sentences if sentence)
    words = [tr("Hi {name}, {sentence}").format(name=name, sentence=first), *rest]
    if caregiver is not None:
        words.append(tr("Thank you, {name}").format(name=caregiver.first_name))
    return " ".join(words)


def _whom(trip: Trip, caregiver: Person | None, cared_for: Person | None) -> str:
    """Whom to drive: an initial, or “me” on the caregiver's own visit."""
    person_id = trip.appointment.person_id
    if caregiver is not None and person_id == caregiver.id:
        return tr("me")
    if cared_for is None or person_id not in (None, cared_for.id):
        return tr("one of us")
    return tr("{letter}.").format(letter=cared_for.first_name[0].upper())


def _the_ride(trip: Trip, caregiver: Person | None, cared_for: Person | None) -> str:
    words = tr("the ride for {whom}") if trip.ride.leg is Leg.THERE else tr("the ride home for {whom}")
    return words.format(whom=_whom(trip, caregiver, cared_for))


def _is_other_time(trip: Trip) -> bool:
    """Whether the day or the time is another one than was agreed, and not the place alone."""
    time = trip.pick_up.time() if trip.pick_up is not None else None
    return (trip.ride.agreed_day, trip.ride.agreed_time) != (_day(trip), time)


def _change(trip: Trip, clock24: bool) -> str:
    """From what was agreed to what is planned now; the old time is named only when the day stays the same."""
    old_day, old_time = trip.ride.agreed_day, trip.ride.agreed_time
    new_day = _day(trip)
    now = _plan(trip, new_day, clock24)
    if old_day is not None and old_day != new_day:
        return tr("from {old} to {now}").format(old=short_day(old_day), now=now)
    if not _is_other_time(trip):
        return tr("on {when}").format(when=_agreed_or_now(trip, clock24))
    if old_time is not None and trip.pick_up is not None:
        return tr("from {old} to {new} on {day}").format(
            old=clock_words(old_time, clock24), new=clock_words(trip.pick_up.time(), clock24), day=day_words(new_day)
        )
    return tr("to {now}").format(now=now)


def _new_place(trips: Sequence[Trip]) -> str:
    """Where the rides go now, when that is not where they went; in the words that a driver may read."""
    elsewhere = [trip for trip in trips if trip.ride.agreed_place_id != trip.appointment.place_id]
    if not elsewhere:
        return ""
    found = {" ".join(where_to(trip.ride, trip.place).split()).rstrip(".") for trip in elsewhere}
    places = list_words(sorted(filter(None, found)))
    if not places:
        return tr("The place is not set yet.")
    if len(trips) > 1:
        return tr("The visit is at {place} now.").format(place=places)
    words = tr("It goes to {place} now.") if trips[0].ride.leg is Leg.THERE else tr("It starts at {place} now.")
    return words.format(place=places)


def _plan(trip: Trip, day: date, clock24: bool) -> str:
    if trip.pick_up is None:
        return tr("{day}, with the time still open").format(day=day_words(day))
    words = tr("{day}, about {time}") if trip.ride.leg is Leg.HOME else tr("{day}, pick up {time}")
    return words.format(day=day_words(day), time=clock_words(trip.pick_up.time(), clock24))


def _agreed_or_now(trip: Trip, clock24: bool) -> str:
    """The day and time as this person knows them."""
    if trip.ride.agreed_day is not None:
        day, time = trip.ride.agreed_day, trip.ride.agreed_time
    else:
        day, time = _day(trip), trip.pick_up.time() if trip.pick_up is not None else None
    if time is None:
        return day_words(day)
    return tr("{day} at {time}").format(day=day_words(day), time=clock_words(time, clock24))


def _day(trip: Trip) -> date:
    return trip.pick_up.date() if trip.pick_up is not None else trip.appointment.day


def _time_near(moment: datetime, day: date, clock24: bool) -> str:
    """A clock time, with its day when that is not the day of the visit."""
    time = clock_words(moment.time(), clock24)
    if moment.date() == day:
        return time
    return tr("{time} on {day}").format(time=time, day=day_words(moment.date()))
