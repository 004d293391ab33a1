"""What a form of visits will make, told while it is filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride, drop_off_at, pick_up_at
from caregiver_app.domain.spoken import clock_words, list_words, long_day, short_day
from caregiver_app.words import ntr, tr

MOST_SHOWN = 6
NOON = 12


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One visit or several with their rides, as they would be kept."""

    appointment: Appointment
    days: Sequence[date]
    rides: Sequence[Ride] = ()
    place: Place | None = None
    drivers: int = 0  # ways that have a driver already
    first_alone: bool = False  # these drivers drive to the first visit, and to no other yet
    holidays: Mapping[date, str] | None = None


def days_words(planned: Planned) -> str:
    """On which days, as in “6 visits: Dec 1, Dec 22, Jan 12, Feb 2, Feb 23 and Mar 16”."""
    days = planned.days
    if len(days) == 1:
        return tr("One visit: {day}.").format(day=long_day(days[0]))
    shown = [short_day(day) for day in days]
    if len(days) <= MOST_SHOWN + 2:
        return tr("{n} visits: {days}.").format(n=len(days), days=list_words(shown))
    some = tr(", ").join(shown[: MOST_SHOWN - 1])
    return tr("{n} visits: {some} … {last}.").format(n=len(days), some=some, last=_last_day(days))


def _last_day(days: Sequence[date]) -> str:
    last = days[-1]
    if last.year == days[0].year:
        return short_day(last)
    return tr("{day}, {year}").format(day=short_day(last), year=last.year)


def holiday_words(planned: Planned) -> str:
    """Which of the days are holidays; empty when none is."""
    met = [(day, name) for day, name in (planned.holidays or {}).items() if day in planned.days]
    if not met:
        return ""
    first = tr("{day} is {holiday}.").format(day=short_day(met[0][0]), holiday=met[0][1])
    if len(met) > 1:
        more = list_words([short_day(day) for day, _ in met[1:4]])
        also = ntr("Another holiday: {days}.", "More holidays: {days}.", len(met) - 1).format(days=more)
        return f"{first} {also}"
    return tr("{first} Ask if they are open.").format(first=first)


def rides_words(planned: Planned) -> str:
    """How many rides will look for a driver, or that there are none."""
    ways = len(planned.rides)
    if not ways:
        return tr("No rides: nobody is asked to drive.")
    driven = planned.drivers * (1 if planned.first_alone else len(planned.days))
    still = ways * len(planned.days) - driven
    if not still:
        return tr("Every ride has a driver.")
    return ntr("{n} ride will need a driver.", "{n} rides will need a driver.", still).format(n=still)


def times_words(planned: Planned, clock24: bool) -> str:
    """When to leave and when to be back: “Leave home by 8:35 am, home about 1:00 pm.” Empty when not known."""
    visit, place = planned.appointment, planned.place
    ways = {ride.leg: ride for ride in planned.rides}
    there = ways.get(Leg.THERE) or Ride(appointment_id=visit.id, leg=Leg.THERE)
    home = ways.get(Leg.HOME) or Ride(appointment_id=visit.id, leg=Leg.HOME)
    leave, back = pick_up_at(there, visit, place), drop_off_at(home, visit, place)
    if leave is None:
        return ""
    by = pick_up_clock(leave, visit.day, clock24)
    if back is None:
        return tr("Leave home by {time}.").format(time=by)
    about = clock_words(back.time(), clock24)
    return tr("Leave home by {time}, home about {back}.").format(time=by, back=about)


def pick_up_clock(at: datetime, day: date, clock24: bool) -> str:
    """A pick-up for a visit of a day: “8:00 am”, or “10:45 pm the evening before”; a form reads it back."""
    time_ = clock_words(at.time(), clock24)
    if at.date() >= day:
        return time_
    words = tr("{time} the evening before") if at.hour >= NOON else tr("{time} the day before")
    return words.format(time=time_)


def missing_words(planned: Planned) -> str:
    """What is still needed to work the pick-up out; empty when nothing is."""
    there = next((ride for ride in planned.rides if ride.leg is Leg.THERE), None)
    if there is None or there.pick_up is not None:
        return ""
    if planned.appointment.clock is None:
        return tr("The pick-up waits for the time of the visit.")
    if planned.place is None or planned.place.travel_minutes is None:
        return tr("How long is the drive? Add the minutes, or type a pick-up time.")
    return ""
