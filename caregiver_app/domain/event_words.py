"""What a calendar says: the caregiver's own may say all about a visit, a helper's only what helpers may know."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar_events import Event
from caregiver_app.domain.places import Place
from caregiver_app.domain.ride_words import leg_words, need_words, pick_up_words
from caregiver_app.domain.rides import Leg, Trip, arrive_by, where_to
from caregiver_app.domain.sharing import guarded
from caregiver_app.domain.spoken import clock_words, part_words
from caregiver_app.domain.tasks import Item
from caregiver_app.domain.visits import Visit
from caregiver_app.words import tr

BEFORE_RIDE = timedelta(hours=1)
BEFORE_VISIT = timedelta(hours=2)
_EVENING = time(18)
_NOON = time(12)
_LONGEST = 24 * 60


def visit_event(visit: Visit, uid: str, *, clock24: bool) -> Event:
    """A visit for the caregiver's own calendar.

    A reminder comes two hours before; for a visit in the morning, on the evening before.
    """
    appointment = visit.appointment
    clinician = visit.clinician.name if visit.clinician is not None else ""
    lines = (
        _labeled(tr("With {words}"), clinician),
        _be_there(appointment, clock24),
        _labeled(tr("Prepare: {words}"), appointment.prepare),
        _labeled(tr("Bring: {words}"), appointment.bring),
        _labeled(tr("Parking: {words}"), visit.place.parking if visit.place is not None else ""),
    )
    early = appointment.clock is None or appointment.clock < _NOON
    return Event(
        uid=uid,
        summary=appointment.title,
        day=appointment.day,
        clock=appointment.clock,
        minutes=appointment.minutes,
        location=_whole_place(visit.place),
        description=_lines(*lines),
        alarm=_since_evening(appointment.clock) if early else BEFORE_VISIT,
    )


def ride_event(trip: Trip, uid: str, *, clock24: bool) -> Event:
    """A ride for its driver's calendar: from the pick-up on, with a reminder an hour before.

    It says what a helper may read: the public title, the place as far as it is ticked, what the ride needs.
    """
    ride, appointment, start = trip.ride, trip.appointment, trip.pick_up
    needs = "\n".join(sorted(need_words(need) for need in ride.needs))
    place = trip.place
    lines = (
        pick_up_words(trip, clock24) if start is None or ride.will_call else "",
        _be_there(appointment, clock24) if ride.leg is Leg.THERE else "",
        _labeled(tr("Getting in and out: {words}"), needs),
        tr("Someone comes along.") if ride.companion else "",
        _labeled(tr("Where to stop: {words}"), place.drop_off if place is not None else ""),
        _labeled(tr("Parking: {words}"), place.parking if place is not None else ""),
        _labeled(tr("Bring: {words}"), ride.bring),
        ride.notes.strip(),
    )
    return Event(
        uid=uid,
        summary=_ride_title(trip),
        day=start.date() if start is not None else appointment.day,
        clock=start.time() if start is not None else None,
        minutes=_minutes(start, trip.drop_off),
        location=where_to(ride, place),
        description=_lines(*lines),
        alarm=BEFORE_RIDE if start is not None else _since_evening(None),
    )


def task_event(item: Item, uid: str) -> Event:
    """One time of a task, such as time with the kids, for the calendar of the helper who does it.

    It says what the helper's own sheet says. A part of the day has no hour: it stands in the words.
    """
    task = item.task
    part = task.when.part
    return Event(
        uid=uid,
        summary=task.shown_title,
        day=item.day,
        clock=task.when.clock,
        minutes=task.minutes or task.kind.minutes,
        location=task.place,
        description=_lines(part_words(part) if part is not None else "", task.notes.strip()),
        alarm=BEFORE_RIDE if task.when.clock is not None else _since_evening(None),
    )


def _ride_title(trip: Trip) -> str:
    public = guarded(trip.appointment.public_title)
    leg = leg_words(trip.ride.leg)
    return tr("{leg}: {title}").format(leg=leg, title=public) if public else leg


def _be_there(appointment: Appointment, clock24: bool) -> str:
    by = arrive_by(appointment)
    return tr("Be there by {time}.").format(time=clock_words(by.time(), clock24)) if by is not None else ""


def _since_evening(clock: time | None) -> timedelta:
    """How long it is from the evening before; a whole day begins at midnight."""
    begin = timedelta(hours=clock.hour, minutes=clock.minute) if clock is not None else timedelta(0)
    return timedelta(days=1) - timedelta(hours=_EVENING.hour) + begin


def _minutes(start: datetime | None, end: datetime | None) -> int:
    """How long a drive takes; an hour when that is not known."""
    if start is None or end is None or end <= start:
        return 60
    return min(round((end - start).total_seconds() / 60), _LONGEST)


def _whole_place(place: Place | None) -> str:
    if place is None:
        return ""
    words = (place.name, place.building, place.entrance, place.department, place.address)
    return ", ".join(word.strip() for word in words if word.strip())


def _labeled(pattern: str, words: str) -> str:
    """Words with what they are about; several lines become one."""
    lines = [line.strip().rstrip(",;") for line in words.splitlines() if line.strip()]
    return pattern.format(words=tr(", ").join(lines)) if lines else ""


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
