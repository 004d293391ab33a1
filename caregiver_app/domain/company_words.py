"""Words to whoever comes along to a visit that moved or is off: only what a helper may see, never what it is for."""

from __future__ import annotations

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.people import Person
from caregiver_app.domain.spoken import clock_words, day_words, short_day
from caregiver_app.words import tr


def company_moved_words(
    appointment: Appointment, person: Person, caregiver: Person | None, cared_for: Person | None, clock24: bool
) -> str:
    """A text message: the visit is at another time than this person knows."""
    words = tr("Hi {name}, {visit} that you come along to has moved {change}.")
    visit, change = _visit(appointment, caregiver, cared_for), _change(appointment, clock24)
    moved = words.format(name=person.first_name, visit=visit, change=change)
    question = tr("Does that still work for you? If not, no problem at all.")
    return _signed(f"{moved} {question}", caregiver)


def company_off_words(
    appointment: Appointment, person: Person, caregiver: Person | None, cared_for: Person | None
) -> str:
    """A text message: nobody needs to come along, because the visit is off, or all the same; on the day they know."""
    off = tr("Hi {name}, {visit} on {day} is cancelled, so you don’t need to come along.")
    on = tr("Hi {name}, you don’t need to come along to {visit} on {day} after all.")
    words = on if appointment.is_planned else off
    day, _clock = appointment.known_plan
    visit = _visit(appointment, caregiver, cared_for)
    return _signed(words.format(name=person.first_name, visit=visit, day=day_words(day)), caregiver)


def company_again_words(
    appointment: Appointment, person: Person, caregiver: Person | None, cared_for: Person | None, clock24: bool
) -> str:
    """A text message: a visit that was off is on again."""
    words = tr("Hi {name}, {visit} on {when} is on again. Could you come along?")
    when = _when(appointment, clock24)
    visit = _visit(appointment, caregiver, cared_for)
    asked = words.format(name=person.first_name, visit=visit, when=when)
    return _signed(f"{asked} {tr('If not, no problem at all.')}", caregiver)


def _visit(appointment: Appointment, caregiver: Person | None, cared_for: Person | None) -> str:
    """Whose visit it is, by an initial at most."""
    person_id = appointment.person_id
    if caregiver is not None and person_id == caregiver.id:
        return tr("my visit")
    if cared_for is None or person_id not in (None, cared_for.id):
        return tr("the visit")
    return tr("the visit for {letter}.").format(letter=cared_for.first_name[0].upper())


def _change(appointment: Appointment, clock24: bool) -> str:
    """From which day to which; from which time to which when the day stays."""
    day, old = appointment.known_plan
    if day != appointment.day:
        return tr("from {old} to {new}").format(old=short_day(day), new=_when(appointment, clock24))
    if old is None or appointment.clock is None:
        return tr("to {new}").format(new=_when(appointment, clock24))
    times = (clock_words(each, clock24) for each in (old, appointment.clock))
    return tr("from {old} to {new} on {day}").format(old=next(times), new=next(times), day=day_words(day))


def _when(appointment: Appointment, clock24: bool) -> str:
    day = day_words(appointment.day)
    if appointment.clock is None:
        return day
    return tr("{day} at {time}").format(day=day, time=clock_words(appointment.clock, clock24))


def _signed(words: str, caregiver: Person | None) -> str:
    if caregiver is None:
        return words
    return tr("{words} Thank you, {name}").format(words=words, name=caregiver.first_name)
