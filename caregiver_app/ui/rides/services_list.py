"""People > Ride services: whom to call when nobody can drive, such as a taxi, a hospital van, a volunteer program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.records import Record
from caregiver_app.services import care_places, people
from caregiver_app.ui.directory import Directory, DirectoryWords
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.record_form import read_record, tidy
from caregiver_app.ui.rides.rows import column
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.empty_state import EmptyState
from caregiver_app.ui.widgets.entry_list import Entry
from caregiver_app.ui.widgets.fields import Field, LineEdit, TextArea
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.words import ntr, tr

DAYS_AHEAD = 366
UNNAMED = "?"


def first_service() -> Person:
    """One that most families in the United States can call: a first entry for an empty list."""
    return Person(
        name=tr("American Cancer Society rides"),
        role=Role.SERVICE,
        phone="1-800-227-2345",
        notes=tr("Ask about 4 business days ahead"),
    )


class RideServicesDialog(Directory):
    """All services of today, by name."""

    KIND = Person

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        words = DirectoryWords(
            title=tr("Ride services"),
            find=tr("Find a ride service"),
            example=tr("Name or number"),
            new=tr("New ride service"),
            none_fits=tr("No ride service fits these words."),
            icon="phone",
            empty=tr("Who drives when nobody can?"),
            why=tr(
                "A taxi, a hospital van, a group that drives for free. The American Cancer Society helps to find "
                "drivers: 1-800-227-2345. Ask about 4 business days ahead."
            ),
        )
        super().__init__(parts, words, parent)
        parts.actions.told.connect(self.notices.tell)  # the window's own notice is behind this one
        parts.actions.problem.connect(self.notices.warn)

    def entries(self) -> list[Entry]:
        return [service_entry(person) for person in self.parts.actions.read(care_places.ride_services)]

    def form(self, record: Record | None) -> ServiceEditor:
        assert record is None or isinstance(record, Person), "only services are listed"
        return ServiceEditor(self.parts, record, self)

    def take_off(self, record: Record) -> str:
        assert isinstance(record, Person), "only services are listed"
        actions = self.parts.actions
        today = actions.clock.today()
        span = Span(today, today + timedelta(DAYS_AHEAD))
        freed = actions.read(partial(people.promised, person=record, span=span))
        label = tr("Remove {name}").format(name=record.first_name)
        if not actions.run(label, partial(people.remove, person=record), silent=True):
            return ""
        kept = actions.read(partial(people.is_kept, person=record))
        return removed_words(record, freed, kept=kept)

    def save_calendar(self) -> None:
        """A calendar file of all rides of the chosen service, for a place where it keeps them."""
        from caregiver_app.ui.calendars.saving import save_calendar_file

        service = self.list.record()
        if isinstance(service, Person):
            save_calendar_file(self.parts, self, person=service)

    def below_list(self, found: QWidget) -> QWidget:
        theme = self.theme
        self.calendar_button = Button(theme, tr("Save calendar file…"), kind=QUIET, icon="file-down")
        self.calendar_button.setToolTip(tr("All rides of the chosen service, and what is off since the last file"))
        self.calendar_button.clicked.connect(self.save_calendar)
        return column(theme, [found, Flow(theme.px(12), [self.calendar_button])])

    def add_first(self) -> None:
        """Put the line of the American Cancer Society into the list."""
        service = first_service()
        label = tr("Add {name}").format(name=service.first_name)
        if self.parts.actions.run(label, partial(people.save, person=service)):
            self.list.choose(service)
            self.list.setFocus()

    def _build_empty(self) -> QWidget:
        words = self._words
        add_first, add = tr("Add the American Cancer Society"), tr("Type another one…")
        empty = EmptyState(self.theme, words.icon, words.empty, words.why, button=add_first, link=add)
        assert empty.button is not None, "it was asked for"
        assert empty.link is not None, "so was this"
        self.first_button, self.other_button = empty.button, empty.link
        self.first_button.clicked.connect(self.add_first)
        self.other_button.clicked.connect(self.add)
        return empty


def service_entry(person: Person) -> Entry:
    """A service as the list tells of it: the number is large enough to dial from."""
    lines = ((person.phone, "h3", "text"), (person.email, "body", "text"), (person.notes.strip(), "caption", "text2"))
    return Entry(record=person, name=person.first_name, lines=tuple(line for line in lines if line[0]))


def removed_words(person: Person, freed: int, *, kept: bool) -> str:
    """What is told of a service that was removed: what is open again, and that past rides keep it."""
    said = [tr("{name} is no longer in the list.").format(name=person.first_name)]
    if freed:
        said.append(ntr("{n} ride needs a driver again.", "{n} rides need a driver again.", freed).format(n=freed))
    if kept:
        said.append(tr("Past rides keep the name."))
    return " ".join(said)


class ServiceEditor(Editor):
    """Adds or changes a ride service. `saved` brings it as kept."""

    WIDTH = 560
    saved = Signal(object)  # Person

    def __init__(self, parts: Parts, service: Person | None = None, parent: QWidget | None = None) -> None:
        self._known = service
        self._service = service or Person(name=UNNAMED, role=Role.SERVICE)
        title = tr("Edit {name}").format(name=service.first_name) if service else tr("New ride service")
        super().__init__(parts, title, tr("Save ride service"), parent)
        theme = self.theme
        self.name, self.phone = LineEdit(service.name if service else ""), LineEdit(self._service.phone)
        self.email = LineEdit(self._service.email)
        self.notes = TextArea(theme, self._service.notes, lines=3)
        self.name.setPlaceholderText(tr("Lakeside hospital van"))
        self.phone.setPlaceholderText(tr("555-0155"))
        self.notes.setPlaceholderText(tr("Ask about 4 business days ahead"))
        self.add_field("name", Field(theme, tr("Name"), self.name))
        self.add_field("phone", Field(theme, tr("Phone"), self.phone))
        self.add_field("email", Field(theme, tr("Email"), self.email, optional=True))
        self.add_field("notes", Field(theme, tr("Good to know"), self.notes, optional=True))
        self.body.addStretch(1)
        self.name.setFocus()

    def values(self) -> object:
        return [self.name.text(), self.phone.text(), self.email.text(), self.notes.toPlainText()]

    def save(self) -> bool:
        """Keep the service; every field that can't be read says so at once."""
        service = read_record(self._service, self._readers(), self.fields)
        label = tr("Change {name}") if self._known else tr("Add {name}")
        keep = partial(people.save, person=service)
        if self._known is not None:
            keep = partial(people.change, before=self._known, after=service)
        saved = self.parts.actions.run(label.format(name=service.first_name), keep)
        if saved:
            self.saved.emit(service)
        return saved

    def _readers(self) -> dict[str, Callable[[], object]]:
        return {
            "name": partial(tidy, self.name),
            "phone": partial(_phone, self.phone, self.email),
            "email": partial(tidy, self.email),
            "notes": partial(TextArea.toPlainText, self.notes),
        }


def _phone(phone: LineEdit, email: LineEdit) -> str:
    """The number; without one, and without an email, nobody could be reached in a hurry."""
    number = tidy(phone)
    if not number and not tidy(email):
        raise InvalidEntry("phone", tr("Type the number to call, like 555-0155."))
    return number
