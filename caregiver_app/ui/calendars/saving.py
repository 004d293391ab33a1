"""Saves visits, rides and all that a helper does as calendar files, and says who has one that is no longer so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.people import Person
from caregiver_app.domain.rides import Trip
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.calendars.zone import computer_zone
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.save_file import FOLDER, SaveFile
from caregiver_app.ui.settings import Settings
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.services.calendar_versions import CalendarFile
    from caregiver_app.storage.unit_of_work import UnitOfWork
    from caregiver_app.ui.questions import Question

    Make = Callable[[UnitOfWork], CalendarFile]



class SaveCalendar(SaveFile):
    """Asks where a calendar file goes."""

    def __init__(self, settings: Settings, name: str, parent: QWidget | None = None) -> None:
        super().__init__(settings, tr("Save calendar file"), name, tr("Calendar files (*.ics)"), parent)


def save_calendar_file(
    parts: Parts,
    parent: QWidget,
    *,
    visit: Visit | None = None,
    trip: Trip | None = None,
    person: Person | None = None,
) -> SaveCalendar | None:
    """Ask where to, and save: a visit for the caregiver, a ride for its driver, or all that a person does.

    Afterwards, drivers who have an old ride of the visit in their calendars are named one by one. None when there is
    nothing for a file, which is told.
    """
    if trip is None and person is not None and not _has_any(parts, person):
        words = tr("{name} has not said yes to anything from today on. There is nothing for a calendar yet.")
        parts.actions.told.emit(words.format(name=person.first_name))
        return None
    visit_id = visit.id if visit is not None else trip.appointment.id if trip is not None else None
    if visit is not None and not visit.appointment.is_planned and not _is_in_own(parts, visit.id):
        if offer_to_take_out(parts, parent, visit.id) is None:
            parts.actions.told.emit(tr("This visit is not planned any more, and is in nobody’s calendar."))
        return None
    name, make = _what(parts, visit, trip, person)
    return _ask_where(parts, parent, name, make, visit_id)


def save_for_driver(parts: Parts, parent: QWidget, trip: Trip, driver: Person) -> SaveCalendar:
    """Ask where to, and save one ride for one of its drivers."""
    name, make = _what(parts, None, trip, driver)
    return _ask_where(parts, parent, name, make, trip.appointment.id)


def offer_to_take_out(parts: Parts, parent: QWidget, visit_id: UUID) -> Question | None:
    """Ask about the first driver who has an old ride of this visit in a calendar; None when nobody has."""
    from caregiver_app.services.calendar_files import person_name, still_have
    from caregiver_app.ui.questions import Question

    people = parts.actions.read(partial(still_have, appointment_id=visit_id))
    if not people:
        return None
    person = people[0]
    question = Question(
        parts,
        tr("{name} has an old ride").format(name=person.first_name),
        tr("It is still in a calendar, from a file you saved before. A new file takes it out there."),
        yes=tr("Not now"),
        no=tr("Save a file for {name}…").format(name=person.first_name),
        parent=parent,
    )
    _name, make = _what(parts, None, None, person)
    question.rejected.connect(partial(_ask_where, parts, parent, person_name(person), make, visit_id))
    question.open()
    return question


def _ask_where(parts: Parts, parent: QWidget, name: str, make: Make, visit_id: UUID | None) -> SaveCalendar:
    dialog = SaveCalendar(parts.settings, name, parent)
    dialog.picked.connect(partial(save_to, parts, parent, make, visit_id))
    dialog.open()
    return dialog


def _has_any(parts: Parts, person: Person) -> bool:
    from caregiver_app.services.calendar_files import has_any

    return parts.actions.read(partial(has_any, person_id=person.id, today=parts.actions.clock.today()))


def _is_in_own(parts: Parts, visit_id: UUID) -> bool:
    from caregiver_app.services.calendar_files import is_in_own

    return parts.actions.read(partial(is_in_own, appointment_id=visit_id))


def _what(parts: Parts, visit: Visit | None, trip: Trip | None, person: Person | None) -> tuple[str, Make]:
    """The name to offer, and what makes the file."""
    from caregiver_app.services import calendar_files as files

    clock, zone = parts.actions.clock, computer_zone()
    if visit is not None:
        make: Make = partial(files.for_visit, id=visit.id, zone=zone, now=clock.now())
        return files.visit_name(visit.appointment.day), make
    if trip is not None:
        driver = person or parts.actions.read(partial(_first_driver, trip=trip))
        driver_id = driver.id if driver is not None else None
        make = partial(files.for_ride, ride_id=trip.ride.id, person_id=driver_id, zone=zone, now=clock.now())
        return files.ride_name(trip.appointment.day, trip, driver), make
    assert person is not None, "one of the three is what the file is about"
    make = partial(files.for_person, person_id=person.id, today=clock.today(), zone=zone, now=clock.now())
    return files.person_name(person), make


def _first_driver(work: UnitOfWork, *, trip: Trip) -> Person | None:
    return next((person for each in trip.drivers if (person := work.get(Person, each)) is not None), None)


def save_to(parts: Parts, parent: QWidget, make: Make, visit_id: UUID | None, path: Path) -> None:
    """Make the file and save it at a place; trouble is told by the window."""
    from caregiver_app.services.saving import save_file

    made: list[CalendarFile] = []
    if parts.actions.note(lambda work: made.append(make(work))):
        saved = partial(_saved, parts, parent, made[0], visit_id, path)
        failed = parts.actions.problem.emit
        parts.background.run(partial(save_file, path, made[0].data), done=saved, failed=failed)


def _saved(
    parts: Parts, parent: QWidget, file: CalendarFile, visit_id: UUID | None, path: Path, _nothing: object = None
) -> None:
    parts.settings.keep(FOLDER, str(path.parent))
    parts.actions.told.emit(_saved_words(file, path))
    if visit_id is not None:
        offer_to_take_out(parts, parent, visit_id)


def _saved_words(file: CalendarFile, path: Path) -> str:
    said = tr("Saved “{name}” in {folder}.").format(name=path.name, folder=path.parent.name or str(path.parent))
    if file.cancelled and not file.events:
        said = tr("Saved “{name}.” It takes the event out of the calendar.").format(name=path.name)
    return " ".join((said, *file.left_out))
