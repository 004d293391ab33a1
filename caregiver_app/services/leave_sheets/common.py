"""What the sheets of leave have in common: which job they are for, names and lengths as they print."""

from __future__ import annotations

from fractions import Fraction
from uuid import UUID

from caregiver_app.documents.lettering import can_draw
from caregiver_app.documents.pages import Stamp
from caregiver_app.domain.leave.records import LeaveJob
from caregiver_app.domain.leave_words import hours_number, hours_words, is_short
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.spoken import minutes_words
from caregiver_app.services import leave
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services.household import household, person_in_role
from caregiver_app.services.sheet_rules import Made, Request
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


def job_names(work: UnitOfWork) -> list[tuple[UUID, str]]:
    """The jobs, the caregiver's own first, each as “Sam, Northwind Paper”."""
    names = {person.id: person.first_name for person in work.all(Person)}
    return [(job.id, _job_name(names.get(job.person_id, ""), job.employer)) for job in leave.jobs(work)]


def _job_name(name: str, employer: str) -> str:
    return tr(", ").join(part for part in (name, employer.strip()) if part)


def job_of(work: UnitOfWork, request: Request) -> LeaveJob | None:
    """The job that a sheet is for; None while there is none."""
    if request.job_id is not None and (job := work.get(LeaveJob, request.job_id)) is not None:
        return job
    return next(iter(leave.jobs(work)), None)


def nothing_words() -> str:
    """Why an empty form prints."""
    return tr("No job is set up on the Leave tab yet.")


def stamp(work: UnitOfWork, request: Request, made: Made, person: Person | None) -> Stamp:
    """What the foot says; whoever works answers questions, with their number if that may be printed."""
    asked = person or person_in_role(work, Role.CAREGIVER)
    person_id = person.id if person is not None else None
    return contents.stamp(work, request, made, asked, clock24=household(work).clock24, person_id=person_id)


def full_name(person: Person) -> str:
    """The whole name as it prints; empty when it has to be written by hand."""
    name = person.name if can_draw(person.name) else person.latin_name
    return name.strip() if can_draw(name) else ""


def name_and_employer(person: Person, employer: str) -> str:
    """Whose leave it is: “Sam Rivers, Northwind Paper”."""
    return _job_name(full_name(person), employer)


def to_write(person: Person) -> tuple[Person, ...]:
    """The person, when the name has to be written by hand."""
    return () if full_name(person) else (person,)


def exact_hours(minutes: int) -> str:
    """Minutes as a number of hours where a hundredth holds them, else in hours and minutes: nothing is rounded."""
    return hours_number(Fraction(minutes)) if is_short(Fraction(minutes)) else minutes_words(minutes)


def exact_hours_words(minutes: int) -> str:
    """The same with the word: “7.5 hours”, “50 min”."""
    return hours_words(Fraction(minutes))
