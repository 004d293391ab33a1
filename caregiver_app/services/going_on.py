"""A visit becomes a series, a series goes on, or the rest of it slides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from caregiver_app.domain import series as rules
from caregiver_app.domain.appointments import Appointment, AppointmentStatus, Series
from caregiver_app.domain.calendar import Repeat, Span
from caregiver_app.domain.holiday_names import holidays_in
from caregiver_app.domain.people import Person
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.rides import Ride, Trip
from caregiver_app.domain.spoken import day_names
from caregiver_app.domain.visits import Visit
from caregiver_app.services import appointments
from caregiver_app.services.agenda import assemble, one_visit
from caregiver_app.services.tasks import Scope
from caregiver_app.storage import visits as rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

SATURDAY = 5


def repeat(work: UnitOfWork, *, appointment: Appointment, repeat: Repeat, now: datetime) -> list[Appointment]:
    """A visit that stood alone becomes the first of a series; the others get its rides and no drivers yet.

    All visits of the series are returned. Raises InvalidEntry at "repeat".
    """
    appointments.check(work, appointment)
    if appointment.series_id is not None:
        raise InvalidEntry("repeat", tr("This visit belongs to a series. You can add more dates to that one."))
    days = rules.dates_from(appointment.day, repeat)
    series = Series(title=appointment.title, first=appointment.day, repeat=repeat)
    first = replace(appointment, series_id=series.id, original=appointment.day)
    rides = [trip.ride for trip in one_visit(work, appointment).trips]
    work.put(series)
    work.put(first)
    return [first, *(_plan_next(work, first, day, rides, now) for day in days[1:])]


def _plan_next(work: UnitOfWork, like: Appointment, day: date, rides: Iterable[Ride], now: datetime) -> Appointment:
    """One more visit of a series, like another one of it, without drivers."""
    original = day - timedelta(like.slid)
    fresh = replace(like, id=uuid4(), day=day, original=original, status=AppointmentStatus.PLANNED, calendar_uid="")
    appointments.plan_one(work, fresh, [ride.for_anyone for ride in rides], appointments.NO_DRIVERS, now)
    return fresh


def add_more(work: UnitOfWork, *, series_id: UUID, count: int, now: datetime) -> list[Appointment]:
    """The series goes on as it was planned, with the rides of its last visit and no drivers yet."""
    series = work.need(Series, series_id)
    last = one_visit(work, max(rows.of_series(work, series_id), key=_by_original))
    rides = [trip.ride for trip in last.trips]
    days = more_days(series, last.appointment, count)
    return [_plan_next(work, last.appointment, day, rides, now) for day in days]


def _by_original(appointment: Appointment) -> date:
    return appointment.original or appointment.day


def more_days(series: Series, last: Appointment, count: int) -> list[date]:
    """The next days on which a series would go on after its last visit."""
    return rules.next_days(series, last, count)


def last_of(work: UnitOfWork, *, series_id: UUID) -> Appointment:
    """The visit of a series that was planned for the latest day."""
    return max(rows.of_series(work, series_id), key=_by_original)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideMove:
    """One visit that would slide: to which day, on what holiday, weekend or other visit, and who had said yes.

    `moved_from` is the day that the series had for it, when it was moved alone before.
    """

    appointment: Appointment
    day: date
    holiday: str = ""
    lands_on: str = ""
    moved_from: date | None = None
    said_yes: tuple[tuple[Trip, Person], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """All that would happen if the rest of a series slid."""

    moves: tuple[SlideMove, ...] = ()

    @property
    def said_yes(self) -> tuple[tuple[Trip, Person], ...]:
        """Every driver who would have to be told, with the ride as it is now."""
        return tuple(pair for move in self.moves for pair in move.said_yes)


def slide_preview(work: UnitOfWork, *, appointment: Appointment, days: int) -> Slide:
    """What would move if this visit and the later ones of its series slid by some days, back or on."""
    planned = rules.slid(_series_of(work, appointment), appointment.day, days)
    if not planned:
        return Slide()
    new_days = [day for _, day in planned]
    holidays = holidays_in(Span(min(new_days), max(new_days)))
    trips = {visit.id: visit.trips for visit in assemble(work, [each for each, _ in planned])}
    moving = {each.id for each, _ in planned}
    staying = rows.in_span(work, Span(min(new_days), max(new_days)))
    return Slide(
        moves=tuple(
            SlideMove(
                appointment=each,
                day=day,
                holiday=holidays.get(day) or _weekend(each.day, day),
                lands_on=_met(day, each, staying, moving),
                moved_from=_moved_from(each),
                said_yes=tuple(_said_yes(work, trips[each.id])),
            )
            for each, day in planned
        )
    )


def _moved_from(appointment: Appointment) -> date | None:
    """The day that the series had for a visit that was moved alone."""
    if appointment.original is None:
        return None
    planned = appointment.original + timedelta(appointment.slid)
    return planned if planned != appointment.day else None


def _weekend(before: date, after: date) -> str:
    """The name of a weekend day that takes the place of a weekday."""
    return day_names()[after.weekday()] if after.weekday() >= SATURDAY > before.weekday() else ""


def _met(day: date, moved: Appointment, staying: Iterable[Appointment], moving: set[UUID]) -> str:
    """The title of another visit of the same person that stays on that day."""
    met = (
        each.title
        for each in staying
        if each.day == day and each.id not in moving and each.is_planned and each.person_id == moved.person_id
    )
    return next(met, "")


def _said_yes(work: UnitOfWork, trips: Iterable[Trip]) -> list[tuple[Trip, Person]]:
    return [(trip, work.need(Person, driver)) for trip in trips for driver in trip.drivers]


def _series_of(work: UnitOfWork, appointment: Appointment) -> list[Appointment]:
    return rows.of_series(work, appointment.series_id) if appointment.series_id is not None else [appointment]


def planned_from(work: UnitOfWork, *, appointment: Appointment) -> list[Visit]:
    """This visit and the later planned ones of its series, in order, as a change for “this and later” meets them."""
    return assemble(work, appointments.in_scope(work, appointment, Scope.LATER))


def slide(work: UnitOfWork, *, appointment: Appointment, days: int, now: datetime) -> None:
    """Slide this visit and the later ones of its series; drivers keep their rides and are to be told."""
    appointments.check(work, appointment)
    planned = dict(rules.slid(_series_of(work, appointment), appointment.day, days))
    if not planned:
        raise InvalidEntry("days", tr("No planned visit is left to slide."))
    for visit in assemble(work, list(planned)):
        known = visit.appointment
        after = replace(known, day=planned[known], slid=known.slid + days)
        appointments.change_one(work, visit, after, None, appointments.ALL_FOLLOW, now)
