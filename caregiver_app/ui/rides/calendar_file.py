"""Saves visits and rides as calendar files, and says which drivers have one that is no longer so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMimeData, QStandardPaths, QTimeZone, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_app.domain.people import Person
from caregiver_app.domain.rides import Trip
from caregiver_app.domain.spoken import list_words
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.settings import Settings
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.services.calendar_files import CalendarFile
    from caregiver_app.storage.unit_of_work import UnitOfWork

    Make = Callable[[UnitOfWork], CalendarFile]

FOLDER = "save folder"


class SaveCalendar(QFileDialog):
    """The computer's own dialog. `picked` brings the path; an existing file is asked about first."""

    picked = Signal(object)

    def __init__(self, settings: Settings, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Save calendar file"))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilter(tr("Calendar files (*.ics)"))
        self.setDefaultSuffix("ics")
        last = settings.text(FOLDER)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.setDirectory(last if last and Path(last).is_dir() else documents)
        self.selectFile(name)
        self.fileSelected.connect(self._selected)

    def _selected(self, path: str) -> None:
        self.picked.emit(Path(path))


def save_calendar_file(
    parts: Parts,
    parent: QWidget,
    *,
    visit: Visit | None = None,
    trip: Trip | None = None,
    person: Person | None = None,
) -> SaveCalendar:
    """Ask where to, and save: a visit for the caregiver, a ride for its driver, or all that a person does."""
    name, make = _what(parts, visit, trip, person)
    dialog = SaveCalendar(parts.settings, name, parent)
    dialog.picked.connect(partial(save_to, parts, make, visit.id if visit else trip.appointment.id if trip else None))
    dialog.open()
    return dialog


def _what(parts: Parts, visit: Visit | None, trip: Trip | None, person: Person | None) -> tuple[str, Make]:
    """The name to offer, and what makes the file."""
    from caregiver_app.services import calendar_files as files

    clock, zone = parts.actions.clock, computer_zone()
    if visit is not None:
        make: Make = partial(files.for_visit, id=visit.id, zone=zone, now=clock.now())
        return files.visit_name(visit.appointment.day), make
    if trip is not None:
        driver = person.id if person is not None else next(iter(trip.drivers), None)
        make = partial(files.for_ride, ride_id=trip.ride.id, person_id=driver, zone=zone, now=clock.now())
        return files.ride_name(trip.appointment.day), make
    assert person is not None, "one of the three is what the file is about"
    make = partial(files.for_person, person_id=person.id, today=clock.today(), zone=zone, now=clock.now())
    return files.person_name(person), make


def save_to(parts: Parts, make: Make, visit_id: UUID | None, path: Path) -> None:
    """Make the file and save it at a place; trouble is told by the window."""
    from caregiver_app.services.saving import save_file

    made: list[CalendarFile] = []
    if parts.actions.note(lambda work: made.append(make(work))):
        saved = partial(_saved, parts, made[0], visit_id, path)
        failed = parts.actions.problem.emit
        parts.background.run(partial(save_file, path, made[0].data), done=saved, failed=failed)


def _saved(parts: Parts, file: CalendarFile, visit_id: UUID | None, path: Path, _nothing: object = None) -> None:
    parts.settings.keep(FOLDER, str(path.parent))
    said = [_saved_words(file, path)]
    if visit_id is not None:
        from caregiver_app.services.calendar_files import still_have

        said.append(still_words(parts.actions.read(partial(still_have, appointment_id=visit_id))))
    parts.actions.told.emit(" ".join(each for each in said if each))


def _saved_words(file: CalendarFile, path: Path) -> str:
    if file.cancelled and not file.events:
        return tr("Saved “{name}.” It takes the event out of the calendar.").format(name=path.name)
    return tr("Saved “{name}” in {folder}.").format(name=path.name, folder=path.parent.name or str(path.parent))


def still_words(people: list[Person]) -> str:
    """Who still has a ride in a calendar that somebody else drives now, or nobody; empty when nobody has."""
    if not people:
        return ""
    names = list_words(person.first_name for person in people)
    sentence = ntr(
        "{names} still has an old ride in a calendar: a new file takes it out.",
        "{names} still have an old ride in a calendar: new files take it out.",
        len(people),
    )
    return sentence.format(names=names)


def computer_zone() -> str:
    """The time zone of this computer, such as America/New_York."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode()


def ics_path_of(mime: QMimeData) -> Path | None:
    """The calendar file that is dragged here, if it is one."""
    for url in mime.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.casefold() in (".ics", ".ical", ".ifb", ".vcs"):
            return path
    return None


def choose_file(parts: Parts, parent: QWidget) -> QFileDialog:
    """Ask for a calendar file and show what it would bring."""
    downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    dialog = QFileDialog(parent, tr("Bring in a calendar file"), downloads, tr("Calendar files (*.ics *.vcs)"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(partial(open_file, parts, parent))
    dialog.open()
    return dialog


def open_file(parts: Parts, parent: QWidget, path: str | Path) -> None:
    """Show what a calendar file would bring."""
    from caregiver_app.ui.rides.incoming import IncomingDialog

    IncomingDialog(parts, Path(path), parent).open()
