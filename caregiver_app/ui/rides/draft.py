"""A visit as it is typed into its form, and the visit with its rides that is meant by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import TypeVar
from uuid import UUID, uuid4

from caregiver_app.domain.appointment_guess import guess_appointment
from caregiver_app.domain.appointments import USUAL_EARLY, Appointment, AppointmentKind
from caregiver_app.domain.calendar import Repeat, When
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.entries import parse_day, parse_minutes, parse_time
from caregiver_app.domain.entries.series import parse_series
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.places import LONGEST_DRIVE, Place
from caregiver_app.domain.problems import InvalidEntry, Refused
from caregiver_app.domain.rides import Leg, Need, Ride, check_times
from caregiver_app.domain.spoken import clock_words, minutes_words, shown_day
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.rides.typed_pick_up import read_pick_up, typed_pick_up
from caregiver_app.words import tr

T = TypeVar("T")
R = TypeVar("R", Place, Clinician)


@dataclass(frozen=True, kw_only=True)
class LegDraft:
    """What stands in the fields of one way. Texts are kept as they were typed."""

    wanted: bool = False
    pick_up: str = ""
    will_call: bool = False
    driver_id: UUID | None = None
    backup_id: UUID | None = None
    seats: str = "1"
    needs: frozenset[Need] = frozenset()
    companion: bool = False
    bring: str = ""
    notes: str = ""
    show_address: bool = False
    show_department: bool = False
    booking: str = ""


@dataclass(frozen=True, kw_only=True)
class VisitDraft:
    """What stands in the form. `kind` None is as the title says; `place` and `clinician` are names."""

    title: str = ""
    place: str = ""
    drive: str = ""
    day: str = ""
    clock: str = ""
    repeat: str = ""
    kind: AppointmentKind | None = None
    clinician: str = ""
    person_id: UUID | None = None
    length: str = ""
    early: str = ""
    prepare: str = ""
    bring: str = ""
    companion_id: UUID | None = None
    public_title: str = ""
    audience: Audience = Audience.HELPER
    notes: str = ""
    legs: Mapping[Leg, LegDraft] = field(default_factory=lambda: {leg: LegDraft() for leg in Leg})


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the form looks names and days up in."""

    today: date
    clock24: bool = False
    places: tuple[Place, ...] = ()
    clinicians: tuple[Clinician, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Meant:
    """The visit that is meant, what it brings along, and what is new or told anew: a place, somebody it is with."""

    appointment: Appointment
    repeat: Repeat | None = None
    rides: tuple[Ride, ...] = ()
    drivers: Mapping[Leg, UUID] = field(default_factory=dict)
    place: Place | None = None
    place_to_keep: Place | None = None
    clinician_to_keep: Clinician | None = None


def fresh_draft(day: date, today: date) -> VisitDraft:
    """The empty form."""
    return VisitDraft(day=shown_day(day, today), early=minutes_words(USUAL_EARLY))


def draft_of(visit: Visit, today: date, *, clock24: bool) -> VisitDraft:
    """The form filled in with a visit."""
    kept = visit.appointment
    return VisitDraft(
        title=kept.title,
        place=visit.place.name if visit.place else "",
        drive=drive_words(visit.place),
        day=shown_day(kept.day, today),
        clock=clock_words(kept.clock, clock24) if kept.clock is not None else "",
        kind=None if kept.kind is guess_appointment(kept.title) else kept.kind,
        clinician=visit.clinician.name if visit.clinician else "",
        person_id=kept.person_id,
        length="" if kept.minutes == kept.kind.minutes else minutes_words(kept.minutes),
        early=minutes_words(kept.early),
        prepare=kept.prepare,
        bring=kept.bring,
        companion_id=kept.companion_id,
        public_title=kept.public_title,
        audience=kept.audience,
        notes=kept.notes,
        legs={leg: _leg_of(visit, leg, clock24) for leg in Leg},
    )


def _leg_of(visit: Visit, leg: Leg, clock24: bool) -> LegDraft:
    trip = visit.trip(leg)
    if trip is None:
        return LegDraft()
    driver_id, draft = next(iter(trip.drivers), None), leg_draft(trip.ride, clock24)
    return replace(draft, driver_id=driver_id, backup_id=None if draft.backup_id == driver_id else draft.backup_id)


def leg_draft(ride: Ride, clock24: bool) -> LegDraft:
    """The fields of one way, filled in with a ride."""
    return LegDraft(
        wanted=True,
        pick_up=typed_pick_up(ride.pick_up, clock24, before=ride.pick_up_before),
        will_call=ride.will_call,
        backup_id=ride.backup_id,
        seats=str(ride.seats),
        needs=ride.needs,
        companion=ride.companion,
        bring=ride.bring,
        notes=ride.notes,
        show_address=ride.show_address,
        show_department=ride.show_department,
        booking=ride.booking,
    )


def drive_words(place: Place | None) -> str:
    """The length of the drive as a field shows it."""
    if place is None or place.travel_minutes is None:
        return ""
    return minutes_words(place.travel_minutes)


def kind_of(draft: VisitDraft) -> AppointmentKind:
    """The kind that was chosen, else the one that the title speaks of."""
    return draft.kind or guess_appointment(draft.title) or AppointmentKind.VISIT


def named(records: tuple[R, ...], name: str) -> R | None:
    """The one that is called so, whatever its capitals."""
    wanted = " ".join(name.casefold().split())
    return next((each for each in records if each.name.casefold() == wanted), None) if wanted else None


def read_draft(draft: VisitDraft, known: Known, base: Visit | None = None) -> Meant:
    """The visit that is meant. `base` is the visit as it was. Raises Refused with a sentence for each wrong field."""
    reading = _Reading()
    day = reading.take(_day, draft.day, known.today) or known.today
    place = reading.take(_place, draft, known, base)
    clinician = reading.take(_clinician, draft, known, base)
    values: dict[str, object] = {"day": day, "place_id": place and place.id, "clinician_id": clinician and clinician.id}
    values |= _details(draft, reading)
    repeat = reading.take(parse_series, draft.repeat, day, known.today) if base is None or base.may_repeat else None
    appointment = reading.take(_appointment, base, values)
    rides = [reading.ride(leg, draft.legs[leg], appointment, base) for leg in Leg if draft.legs[leg].wanted]
    if reading.problems or appointment is None:
        raise Refused(reading.problems)
    return Meant(
        appointment=appointment,
        repeat=repeat,
        rides=tuple(ride for ride in rides if ride is not None),
        drivers={leg: each.driver_id for leg, each in draft.legs.items() if each.wanted and each.driver_id},
        place=place,
        place_to_keep=place if place and place not in (*known.places, base.place if base else None) else None,
        clinician_to_keep=clinician if clinician and not _is_kept(clinician, known, base) else None,
    )


def _details(draft: VisitDraft, reading: _Reading) -> dict[str, object]:
    """What the visit is, and what to know of it, beside its day and whom and what it names."""
    kind = kind_of(draft)
    early = reading.take(_early, draft.early)
    return {
        "title": draft.title.strip(),
        "clock": reading.take(_clock, draft.clock, "clock"),
        "kind": kind,
        "person_id": draft.person_id,
        "minutes": reading.take(parse_minutes, draft.length) or kind.minutes,
        "early": USUAL_EARLY if early is None else early,
        "companion_id": draft.companion_id,
        "audience": draft.audience,
        **{name: getattr(draft, name).strip() for name in ("prepare", "bring", "public_title", "notes")},
    }


def _is_kept(clinician: Clinician, known: Known, base: Visit | None) -> bool:
    return clinician in known.clinicians or (base is not None and clinician == base.clinician)


class _Reading:
    """Reads field after field and collects what can't be read."""

    def __init__(self) -> None:
        self.problems: list[InvalidEntry] = []

    def take(self, reader: Callable[..., T], *values: object) -> T | None:
        """The value of a field; None and one more problem when it can't be read."""
        try:
            return reader(*values)
        except InvalidEntry as problem:
            if problem.field not in {each.field for each in self.problems}:
                self.problems.append(problem)
            return None

    def ride(self, leg: Leg, typed: LegDraft, appointment: Appointment | None, base: Visit | None) -> Ride | None:
        """One way; what is wrong with it is told at the field of that way."""
        try:
            return _ride(leg, typed, appointment, base.trip(leg).ride if base and base.trip(leg) else None)  # type: ignore[union-attr]
        except InvalidEntry as problem:
            self.problems.append(InvalidEntry(leg_field(leg, problem.field), problem.message))
            return None


def leg_field(leg: Leg, name: str) -> str:
    """What a field of one way is called among all fields of the form."""
    return f"{leg} {name}"


def _ride(leg: Leg, typed: LegDraft, appointment: Appointment | None, base: Ride | None) -> Ride:
    pick_up, before = read_pick_up(typed.pick_up, leg, appointment.day if appointment is not None else None)
    values: dict[str, object] = {
        "pick_up": pick_up,
        "pick_up_before": before,
        "will_call": typed.will_call,
        "seats": read_seats(typed.seats),
        "needs": typed.needs,
        "companion": typed.companion,
        "backup_id": typed.backup_id,
        "show_address": typed.show_address,
        "show_department": typed.show_department,
        **{name: getattr(typed, name).strip() for name in ("bring", "notes", "booking")},
    }
    if typed.backup_id is not None and typed.backup_id == typed.driver_id:
        words = tr("The driver is the backup, too. Choose somebody else as the backup, or nobody.")
        raise InvalidEntry("backup", words)
    owner = appointment.id if appointment is not None else uuid4()
    ride = replace(base, **values) if base else Ride(appointment_id=owner, leg=leg, **values)  # type: ignore[arg-type]
    if appointment is not None:
        check_times(ride, appointment)
    return ride


def read_seats(text: str) -> int:
    """How many seats are needed; one when nothing is typed. Raises InvalidEntry at `seats`."""
    match = re.fullmatch(r"\s*([1-8])(?: seats?)?\s*", text or "1")
    if match is None:
        raise InvalidEntry("seats", tr("Type how many seats are needed, from 1 to 8."))
    return int(match[1])


def _appointment(base: Visit | None, values: dict[str, object]) -> Appointment:
    return replace(base.appointment, **values) if base is not None else Appointment(**values)  # type: ignore[arg-type]


def _day(text: str, today: date) -> date:
    return parse_day(text, today) if text.strip() else today


def _clock(text: str, name: str) -> time | None:
    when: When = parse_time(text, name)
    if when.part is not None:
        raise InvalidEntry(name, tr("Type a time, like “9:30 am.” If it is not known yet, leave this empty."))
    return when.clock


def _early(text: str) -> int:
    return 0 if text.strip() in ("0", "0 min") else _bare_minutes(text, "early") or 0


def _bare_minutes(text: str, name: str) -> int | None:
    """A length in minutes, where a small number alone means minutes."""
    return parse_minutes(f"{text} min" if re.fullmatch(r"\s*\d\s*", text) else text, name)


def _place(draft: VisitDraft, known: Known, base: Visit | None) -> Place | None:
    """The place of that name with its drive as typed; a new one when none is called so."""
    name = " ".join(draft.place.split())
    if not name:
        return None
    drive = read_drive(draft.drive)
    found = named(known.places, name) or (base.place if base and base.place and base.place.name == name else None)
    if found is None:
        return _new_place(name, drive)
    return found if drive is None or drive == found.travel_minutes else replace(found, travel_minutes=drive)


def _new_place(name: str, drive: int | None) -> Place:
    try:
        return Place(name=name, travel_minutes=drive)
    except InvalidEntry as problem:
        raise InvalidEntry("place", problem.message) from problem


def read_drive(text: str) -> int | None:
    """The minutes of a drive; None when not told. Raises InvalidEntry at `drive`."""
    minutes = _bare_minutes(text, "drive")
    if minutes is not None and minutes > LONGEST_DRIVE:
        raise InvalidEntry("drive", tr("Type how long the drive takes, up to 12 hours, like “25 min.”"))
    return minutes


def _clinician(draft: VisitDraft, known: Known, base: Visit | None) -> Clinician | None:
    name = " ".join(draft.clinician.split())
    if not name:
        return None
    kept = base.clinician if base is not None else None
    found = named(known.clinicians, name) or (kept if kept is not None and kept.name == name else None)
    return found or Clinician(name=name)
