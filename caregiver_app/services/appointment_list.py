"""The list of visits for the binder: finds them with all that the family needs on the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from caregiver_app.documents.appointment_list import AppointmentList, VisitRow, appointment_list
from caregiver_app.documents.paper import Look
from caregiver_app.domain.appointments import Appointment, AppointmentStatus
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.household import Household
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.spoken import clock_words
from caregiver_app.domain.visits import Visit
from caregiver_app.services import ride_contents as rides
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services.household import household, person_in_role
from caregiver_app.services.sheet_rules import Gathered, LeftOut, Made, Request, Sheet, Shown, Stretch
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# All that the list may show. A new field is private until it is listed here.
FIELDS: Mapping[type, frozenset[str]] = {
    Appointment: frozenset({"title", "day", "clock", "person_id", "prepare", "bring", "companion_id", "status"}),
    Place: frozenset({"name", "address", "building", "entrance", "department", "drop_off", "parking", "phone"}),
    Clinician: frozenset({"name", "role", "phone_day", "phone_night"}),
    Household: frozenset({"clock24"}),
}


def gather(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    """The visits of the span, for the family."""
    contact = person_in_role(work, Role.CAREGIVER)
    clock24 = Shown(household(work), FIELDS).clock24
    stamp = contents.stamp(work, request, made, contact, clock24=clock24)
    if request.blank:
        return Gathered(data=(AppointmentList(span=request.span, blank=True, stamp=stamp),))
    found, left_out = rides.visits_for(work, request, Audience.FAMILY)
    people = work.all(Person)
    names = contents.names_on_paper(people)
    data = AppointmentList(
        span=request.span,
        rows=tuple(_row(visit, names, people, clock24=clock24) for visit in found),
        stamp=stamp,
    )
    named = [visit.appointment.companion_id for visit in found if visit.appointment.companion_id]
    return Gathered(
        data=(data,),
        left_out=(*left_out, *_notes_left_out(found), *contents.number_left_out(contact)),
        to_write=contents.names_to_write(people, named),
    )


def _row(visit: Visit, names: Mapping[UUID, str], people: Sequence[Person], *, clock24: bool) -> VisitRow:
    appointment = Shown(visit.appointment, FIELDS)
    place = Shown(visit.place, FIELDS) if visit.place is not None else None
    clinician = Shown(visit.clinician, FIELDS) if visit.clinician is not None else None
    cared_for = {person.id for person in people if person.role is Role.CARED_FOR}
    whose = appointment.person_id if appointment.person_id not in cared_for else None
    return VisitRow(
        day=appointment.day,
        time=clock_words(appointment.clock, clock24) if appointment.clock is not None else "",
        what=appointment.title.strip(),
        whose=names.get(whose, "") if whose else "",
        with_whom=_words(clinician, "name", "role"),
        phone_day=_phone_by_day(clinician, place),
        phone_night=clinician.phone_night if clinician is not None else "",
        place=_words(place, "name", "department", "address"),
        way_in=_way_in(place),
        prepare=appointment.prepare,
        bring=appointment.bring,
        companion=names.get(appointment.companion_id, ""),
        done=appointment.status is AppointmentStatus.DONE,
    )


def _words(record: Shown | None, *fields: str) -> str:
    """Some fields of a record in a row."""
    words = (str(getattr(record, field)).strip() for field in fields) if record is not None else ()
    return tr(", ").join(word for word in words if word)


def _phone_by_day(clinician: Shown | None, place: Shown | None) -> str:
    """The clinician's own number, or the one of the place."""
    return _words(clinician, "phone_day") or _words(place, "phone")


def _way_in(place: Shown | None) -> str:
    """How to get in, part by part."""
    if place is None:
        return ""
    parts = [_words(place, "building", "entrance")]
    for field, words in (("drop_off", tr("Drop-off: {where}")), ("parking", tr("Parking: {where}"))):
        where = _words(place, field)
        parts.append(words.format(where=where) if where else "")
    return "\n".join(part for part in parts if part)


def _notes_left_out(visits: Sequence[Visit]) -> list[LeftOut]:
    return [
        LeftOut(what=rides.visit_words(visit), why=tr("Its notes stay in the program."))
        for visit in visits
        if visit.appointment.notes.strip()
    ]


def draw(data: Sequence[AppointmentList], look: Look) -> bytes:
    """The list as a PDF."""
    return appointment_list(data[0], look)


def title() -> str:
    """The sheet's name for people."""
    return tr("Visit list")


SHEET = Sheet(
    name="appointments",
    title=title,
    audience=Audience.FAMILY,
    stretches=(Stretch.AHEAD, Stretch.MONTH, Stretch.FOUR_WEEKS),
    gather=gather,
    draw=draw,
)
