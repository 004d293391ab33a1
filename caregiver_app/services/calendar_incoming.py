"""Visits from a clinic's calendar file: what would come in, held against what is there; and bringing it in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from caregiver_app.domain.appointment_guess import guess_appointment, guess_early
from caregiver_app.domain.appointments import USUAL_EARLY, Appointment, AppointmentKind, AppointmentStatus
from caregiver_app.domain.calendar import Repeat
from caregiver_app.domain.calendar_events import Incoming, Issued, day_alone
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.from_calendars import fits, place_of, repeat_of
from caregiver_app.domain.people import LONGEST_NOTE
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import FileProblem, InvalidEntry
from caregiver_app.domain.rides import Leg, Ride, check_times
from caregiver_app.domain.spoken import clock_words, day_words, minutes_words
from caregiver_app.services import appointments, care_places
from caregiver_app.services.agenda import one_visit
from caregiver_app.services.household import household
from caregiver_app.services.tasks import Scope
from caregiver_app.storage import arrivals
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


class News(StrEnum):
    """What an event of the file would be here."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "the same already"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One event of the file. `what` are sentences: what changes, or why nothing comes in; `over`: its day has been."""

    incoming: Incoming
    news: News
    appointment: Appointment | None = None
    what: tuple[str, ...] = ()
    over: bool = False

    @property
    def can_come_in(self) -> bool:
        """Whether there is anything to bring in."""
        return self.news in (News.NEW, News.CHANGED)


def read_file(path: Path, zone: str, *, today: date, clock24: bool = False) -> list[Incoming]:
    """The events of a file, which takes a while for a large one; FileProblem when nothing can be had from it."""
    from caregiver_app.exchange.ics import read_events
    from caregiver_app.exchange.ics_text import check_size

    try:
        check_size(path.stat().st_size)
        return read_events(path.read_bytes(), zone, clock24=clock24, today=today)
    except InvalidEntry as refusal:
        raise FileProblem(refusal.message) from refusal
    except OSError as error:
        raise FileProblem(
            tr("“{name}” can’t be opened.").format(name=path.name),
            tr("It may have been moved, or belongs to somebody else. Save it once more and try again."),
        ) from error


def incoming(work: UnitOfWork, *, data: bytes, zone: str, today: date) -> list[Arrival]:
    """What a file would bring; InvalidEntry("file") when nothing can be had from it."""
    from caregiver_app.exchange.ics import read_events

    found = read_events(data, zone, clock24=household(work).clock24, today=today)
    return matched(work, found=found, today=today)


def matched(work: UnitOfWork, *, found: Sequence[Incoming], today: date) -> list[Arrival]:
    """The events of a file held against the visits that are there."""
    days = {each.day for each in found if each.day is not None}
    uids = {each.uid for each in found if not each.refused}
    known = arrivals.met(work, uids | {day_alone(uid) for uid in uids}, days)
    matching = _Matching(work, known, uids, today)
    return [matching.arrival(each) for each in found]


class _Matching:
    """Finds for each event of a file the visit that it is about."""

    def __init__(self, work: UnitOfWork, known: Sequence[Appointment], uids: set[str], today: date) -> None:
        self._work = work
        self._uids = uids
        self._by_uid = {each.calendar_uid: each for each in known if each.calendar_uid}
        self._by_day_alone = {
            day_alone(uid): each for uid, each in self._by_uid.items() if uid not in uids and day_alone(uid) != uid
        }
        self._by_day: dict[date, list[Appointment]] = {}
        for each in known:
            self._by_day.setdefault(each.day, []).append(each)
        self._places = care_places.places(work)
        self._clock24 = household(work).clock24
        self._today = today

    def arrival(self, one: Incoming) -> Arrival:
        """What it would be here."""
        if one.refused or one.day is None:
            return Arrival(incoming=one, news=News.REFUSED, what=(one.refused,))
        over = one.day < self._today
        if self._is_ours(one.uid):
            return Arrival(incoming=one, news=News.SAME, what=(tr("It comes from this program."),), over=over)
        known = self._known_as(one.uid)
        if known is not None:
            return self._known(one, known, over)
        if one.cancelled:
            why = tr("It is cancelled in the file, and was never in your visits.")
            return Arrival(incoming=one, news=News.REFUSED, what=(why,), over=over)
        same = [each for each in self._by_day.get(one.day, ()) if each.clock == one.clock]
        if any(each.title.strip().casefold() == one.title.casefold() for each in same):
            return Arrival(incoming=one, news=News.SAME, what=(tr("You have it already."),), over=over)
        return Arrival(incoming=one, news=News.NEW, what=tuple(self._beside(one, same)), over=over)

    def _known_as(self, uid: str) -> Appointment | None:
        """The visit that came in as this; the usual one of a day may be told with its hour or without."""
        alone = day_alone(uid)
        if uid in self._by_uid or alone in self._uids - {uid}:
            return self._by_uid.get(uid)
        return self._by_uid.get(alone) or self._by_day_alone.get(uid)

    def _beside(self, one: Incoming, same: Iterable[Appointment]) -> Iterable[str]:
        planned = [each for each in same if each.is_planned]
        if planned and one.clock is not None:
            yield tr("At the same time you have “{title}.”").format(title=planned[0].title.strip())

    def _is_ours(self, uid: str) -> bool:
        try:
            return self._work.get(Issued, UUID(uid)) is not None
        except ValueError:
            return False

    def _known(self, one: Incoming, known: Appointment, over: bool) -> Arrival:
        if known.status is AppointmentStatus.DONE:
            what = (tr("You have it already, and it is over."),)
        elif known.status is AppointmentStatus.CANCELLED:
            what = (tr("You have it already. It is cancelled here and stays so."),)
        elif changes := tuple(self._changes(one, known)):
            return Arrival(incoming=one, news=News.CHANGED, appointment=known, what=changes, over=over)
        else:
            what = (tr("You have it already."),)
        return Arrival(incoming=one, news=News.SAME, appointment=known, what=what, over=over)

    def _changes(self, one: Incoming, known: Appointment) -> Iterable[str]:
        """What the clinic changed; the title stays in the family's own words."""
        if one.cancelled:
            yield tr("It is cancelled in the file. It will be cancelled here too.")
            return
        before, after = self._when(known.day, known.clock), self._when(one.day, one.clock)
        if before != after:
            yield tr("It moves from {before} to {after}.").format(before=before, after=after)
        if one.minutes is not None and one.minutes != known.minutes:
            yield tr("It takes {length} now.").format(length=minutes_words(one.minutes))
        if (place := self._new_place(one, known)) is not None:
            yield tr("It is at {place} now.").format(place=place.name)

    def _new_place(self, one: Incoming, known: Appointment) -> Place | None:
        place = place_of(one.location, self._places)
        return place if place is not None and place.id != known.place_id and not self._is_at(one, known) else None

    def _is_at(self, one: Incoming, known: Appointment) -> bool:
        """Whether the family chose another name for the same place."""
        place = self._work.get(Place, known.place_id) if known.place_id is not None else None
        return place is not None and fits(place, one.location)

    def _when(self, day: date | None, clock: time | None) -> str:
        assert day is not None, "an event without a day was refused"
        if clock is None:
            return day_words(day)
        return tr("{day}, {time}").format(day=day_words(day), time=clock_words(clock, self._clock24))


def bring_in(work: UnitOfWork, *, chosen: Sequence[Arrival], rides: bool = False, now: datetime) -> None:
    """Make the new visits and change the known ones; with `rides`, each new one has a ride there and a ride home.

    Dates that repeat in step become one series.
    """
    bringing = _Bringing(work, rides, now)
    for arrival in chosen:
        if arrival.news is News.CHANGED and arrival.appointment is not None:
            bringing.change(arrival.incoming, arrival.appointment)
    groups: dict[str, list[Incoming]] = {}
    for arrival in chosen:
        if arrival.news is News.NEW:
            one = arrival.incoming
            groups.setdefault(one.series or one.uid, []).append(one)
    for group in groups.values():
        bringing.add(group)


class _Bringing:
    """One step in which visits come in; a new place is made once."""

    def __init__(self, work: UnitOfWork, rides: bool, now: datetime) -> None:
        self._work = work
        self._rides = rides
        self._now = now
        self._places = care_places.places(work)
        self._clinicians = care_places.clinicians(work)

    def add(self, group: Sequence[Incoming]) -> None:
        """New visits: one, or the dates of a repeating event."""
        group = sorted(group, key=_by_day)
        repeat = repeat_of([each.day for each in group if each.day is not None]) if _are_alike(group) else None
        if repeat is None:
            for one in group:
                self._add(one, None)
            return
        made = self._add(group[0], repeat)
        for visit, one in zip(made, group, strict=True):
            self._work.put(replace(visit, calendar_uid=one.uid))

    def _add(self, one: Incoming, repeat: Repeat | None) -> list[Appointment]:
        assert one.day is not None, "an event without a day was refused"
        place, new = self._place(one)
        kind, early = guess_appointment(one.title) or AppointmentKind.VISIT, guess_early(one.description)
        visit = Appointment(
            title=one.title,
            day=one.day,
            clock=one.clock,
            kind=kind,
            clinician_id=_clinician_in(one.title, self._clinicians),
            place_id=place.id if place is not None else None,
            minutes=one.minutes or kind.minutes,
            early=USUAL_EARLY if early is None else early,
            notes=_notes(one, place),
            calendar_uid=one.uid,
        )
        legs = self._legs(visit) if self._rides else []
        return appointments.add(
            self._work, appointment=visit, repeat=repeat, rides=legs, place=place if new else None, now=self._now
        )

    def _legs(self, visit: Appointment) -> list[Ride]:
        """Both ways, with what the last rides to that place needed."""
        known = {each.leg: each for each in appointments.defaults(self._work, place_id=visit.place_id).rides}
        return [known[leg].of(visit) if leg in known else Ride(appointment_id=visit.id, leg=leg) for leg in Leg]

    def change(self, one: Incoming, known: Appointment) -> None:
        """What the clinic changed; a ride's typed time that can't be any more is worked out anew."""
        if one.cancelled:
            appointments.cancel(self._work, appointment=known, scope=Scope.ONE, now=self._now)
            return
        assert one.day is not None, "an event without a day was refused"
        place, new = self._place(one)
        stays = place is None or any(fits(each, one.location) for each in self._places if each.id == known.place_id)
        after = replace(
            known,
            day=one.day,
            clock=one.clock,
            minutes=one.minutes or known.minutes,
            place_id=known.place_id if stays or place is None else place.id,
        )
        rides = [_workable(trip.ride, after) for trip in one_visit(self._work, known).trips]
        added = place if new and not stays else None
        appointments.save(
            self._work, before=known, after=after, scope=Scope.ONE, rides=rides, place=added, now=self._now
        )

    def _place(self, one: Incoming) -> tuple[Place | None, bool]:
        """Where it is, and whether that place is a new one."""
        place = place_of(one.location, self._places)
        new = place is not None and all(each.id != place.id for each in self._places)
        if place is not None and new:
            self._places.append(place)
        return place, new


def _workable(ride: Ride, visit: Appointment) -> Ride:
    with suppress(InvalidEntry):
        check_times(ride, visit)
        return ride
    return replace(ride, pick_up=None)


def _clinician_in(title: str, known: Iterable[Clinician]) -> UUID | None:
    words = title.casefold()
    return next((each.id for each in known if each.name.strip().casefold() in words), None)


def _notes(one: Incoming, place: Place | None) -> str:
    """What the clinic wrote, with a location that is no place to go to."""
    parts = (one.location if place is None else "", one.description)
    return "\n".join(part for part in parts if part)[:LONGEST_NOTE]


def _by_day(one: Incoming) -> tuple[date, time]:
    return (one.day or date.max, one.clock or time.min)


def _are_alike(group: Sequence[Incoming]) -> bool:
    """Whether the dates differ in their day alone."""
    return len({(each.title, each.clock, each.minutes, each.location, each.description) for each in group}) == 1
