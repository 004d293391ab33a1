"""What the visit form says it will make."""

from __future__ import annotations

from datetime import date, time, timedelta

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.places import Place
from caregiver_app.domain.planned import (
    Planned,
    days_words,
    holiday_words,
    missing_words,
    rides_words,
    times_words,
)
from caregiver_app.domain.rides import Leg, Ride

DAY = date(2026, 11, 24)
VISIT = Appointment(title="Infusion", day=DAY, clock=time(9), minutes=180)
NEAR, UNKNOWN = Place(name="Lakeside Clinic", travel_minutes=25), Place(name="Harbor Hospital")
BOTH = [Ride(appointment_id=VISIT.id, leg=leg) for leg in Leg]


def days(count: int, step: int = 21) -> list[date]:
    return [DAY + timedelta(step * n) for n in range(count)]


def test_the_days_of_a_series_are_named_and_a_long_one_is_cut_short() -> None:
    assert days_words(Planned(appointment=VISIT, days=[DAY])) == "One visit: Tuesday, November 24."
    assert days_words(Planned(appointment=VISIT, days=days(3))) == "3 visits: Nov 24, Dec 15 and Jan 5."
    long = days_words(Planned(appointment=VISIT, days=days(30, 1)))
    assert long == "30 visits: Nov 24, Nov 25, Nov 26, Nov 27, Nov 28 … Dec 23."


def test_holidays_are_pointed_out() -> None:
    met = {date(2026, 11, 26): "Thanksgiving Day"}
    assert holiday_words(Planned(appointment=VISIT, days=days(3, 1), holidays=met)) == (
        "Nov 26 is Thanksgiving Day. Ask if they are open."
    )
    met[date(2026, 12, 25)] = "Christmas Day"
    assert holiday_words(Planned(appointment=VISIT, days=days(40, 1), holidays=met)) == (
        "Nov 26 is Thanksgiving Day. Another holiday: Dec 25."
    )
    assert holiday_words(Planned(appointment=VISIT, days=days(3), holidays=met)) == ""


def test_rides_without_a_driver_are_counted() -> None:
    assert rides_words(Planned(appointment=VISIT, days=days(6), rides=BOTH)) == "12 rides will need a driver."
    assert rides_words(Planned(appointment=VISIT, days=days(6), rides=BOTH, drivers=1)) == "6 rides will need a driver."
    first = Planned(appointment=VISIT, days=days(6), rides=BOTH, drivers=1, first_alone=True)
    assert rides_words(first) == "11 rides will need a driver."
    assert rides_words(Planned(appointment=VISIT, days=[DAY], rides=BOTH[:1])) == "1 ride will need a driver."
    assert rides_words(Planned(appointment=VISIT, days=days(6), rides=BOTH, drivers=2)) == "Every ride has a driver."
    assert rides_words(Planned(appointment=VISIT, days=days(6))) == "No rides: nobody is asked to drive."


def test_when_to_leave_and_when_to_be_back() -> None:
    planned = Planned(appointment=VISIT, days=[DAY], rides=BOTH, place=NEAR)
    assert times_words(planned, False) == "Leave home by 8:20 am, home about 12:25 pm."
    assert times_words(planned, True) == "Leave home by 08:20, home about 12:25."
    assert missing_words(planned) == ""


def test_what_is_missing_for_the_pick_up_is_asked_for() -> None:
    planned = Planned(appointment=VISIT, days=[DAY], rides=BOTH, place=UNKNOWN)
    assert times_words(planned, False) == ""
    assert missing_words(planned) == "How long is the drive? Add the minutes, or type a pick-up time."
    typed = [Ride(appointment_id=VISIT.id, leg=Leg.THERE, pick_up=time(8))]
    planned = Planned(appointment=VISIT, days=[DAY], rides=typed, place=UNKNOWN)
    assert times_words(planned, False) == "Leave home by 8:00 am."
    assert missing_words(planned) == ""
    timeless = Appointment(title="Infusion", day=DAY)
    planned = Planned(appointment=timeless, days=[DAY], rides=BOTH, place=NEAR)
    assert missing_words(planned) == "The pick-up waits for the time of the visit."
