"""People > Care team: whom visits are with, and which number to call by day and by night."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.places import Place
from caregiver_app.domain.records import Record
from caregiver_app.services import care_places
from caregiver_app.ui.directory import Directory, DirectoryWords
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.record_form import read_record, tidy
from caregiver_app.ui.rides.places import removed_words
from caregiver_app.ui.rides.rows import row
from caregiver_app.ui.widgets.entry_list import Entry
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit, TextArea
from caregiver_app.words import tr

UNNAMED = "?"


class CareTeamDialog(Directory):
    """Everybody on the care team, by name, with numbers large enough to dial."""

    KIND = Clinician

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        words = DirectoryWords(
            title=tr("Care team"),
            find=tr("Find a name"),
            example=tr("Name, role or number"),
            new=tr("New name"),
            none_fits=tr("No name fits these words."),
            icon="phone",
            empty=tr("Who is on the care team?"),
            why=tr("Doctors, nurses, the front desk: keep their numbers for day and night in one place."),
        )
        super().__init__(parts, words, parent)

    def entries(self) -> list[Entry]:
        actions = self.parts.actions
        places = {place.id: place.name for place in actions.read(care_places.places)}
        return [clinician_entry(each, places) for each in actions.read(care_places.clinicians)]

    def form(self, record: Record | None) -> ClinicianEditor:
        assert record is None or isinstance(record, Clinician), "only the care team is listed"
        return ClinicianEditor(self.parts, record, self)

    def take_off(self, record: Record) -> str:
        assert isinstance(record, Clinician), "only the care team is listed"
        actions = self.parts.actions
        visits = actions.read(partial(care_places.uses, clinician=record))
        label = tr("Remove {name}").format(name=record.name)
        if not actions.run(label, partial(care_places.remove_clinician, clinician=record), silent=True):
            return ""
        return removed_words(record.name, visits)


def clinician_entry(clinician: Clinician, places: dict[UUID, str]) -> Entry:
    """Somebody as the list tells of them."""
    place = places.get(clinician.place_id, "") if clinician.place_id else ""
    about = tr(" · ").join(part for part in (clinician.role, place) if part)
    day = tr("Day {phone}").format(phone=clinician.phone_day) if clinician.phone_day else ""
    night = tr("Nights and weekends {phone}").format(phone=clinician.phone_night) if clinician.phone_night else ""
    lines = ((about, "caption", "text2"), (day, "h2", "text"), (night, "h2", "text"))
    shown = tuple(line for line in lines if line[0])
    return Entry(record=clinician, name=clinician.name, lines=shown, also=clinician.notes)


class ClinicianEditor(Editor):
    """Adds or changes somebody on the care team. `saved` brings them as kept."""

    WIDTH = 640
    saved = Signal(object)  # Clinician

    def __init__(self, parts: Parts, clinician: Clinician | None = None, parent: QWidget | None = None) -> None:
        self._known = clinician is not None
        self._clinician = clinician or Clinician(name=UNNAMED)
        title = tr("Edit {name}").format(name=self._clinician.name) if clinician else tr("New on the care team")
        super().__init__(parts, title, tr("Save name"), parent)
        self._fill(parts.actions.read(care_places.places))
        self.name.setFocus()

    def values(self) -> object:
        lines = (self.name, self.role, self.phone_day, self.phone_night)
        return [each.text() for each in lines], self.place.value(), self.notes.toPlainText()

    def save(self) -> bool:
        clinician = read_record(self._clinician, self._readers(), self.fields)
        label = tr("Change {name}") if self._known else tr("Add {name}")
        keep = partial(care_places.save_clinician, clinician=clinician)
        saved = self.parts.actions.run(label.format(name=clinician.name), keep)
        if saved:
            self.saved.emit(clinician)
        return saved

    def _fill(self, places: list[Place]) -> None:
        theme, kept = self.theme, self._clinician
        self.name, self.role = LineEdit(kept.name if self._known else ""), LineEdit(kept.role)
        self.phone_day, self.phone_night = LineEdit(kept.phone_day), LineEdit(kept.phone_night)
        self.place, self.notes = ComboBox(theme), TextArea(theme, kept.notes, lines=2)
        self.name.setPlaceholderText(tr("Dr. Lee"))
        self.role.setPlaceholderText(tr("Oncologist"))
        self.place.add(tr("No place"), None)
        for place in places:
            self.place.add(place.name, place.id)
        self.place.choose(kept.place_id)
        self.add_field("name", Field(theme, tr("Name"), self.name))
        self.fields |= {
            "role": Field(theme, tr("Role"), self.role, optional=True),
            "place_id": Field(theme, tr("Place"), self.place, optional=True),
            "phone_day": Field(theme, tr("Phone by day"), self.phone_day, optional=True),
            "phone_night": Field(theme, tr("Nights and weekends"), self.phone_night, optional=True),
        }
        for names in (("role", "place_id"), ("phone_day", "phone_night")):
            self.body.addWidget(row(theme, 26, [self.fields[name] for name in names]))
        self.add_field("notes", Field(theme, tr("Notes"), self.notes, optional=True))
        self.body.addStretch(1)

    def _readers(self) -> dict[str, Callable[[], object]]:
        kept = self._clinician.place_id
        return {
            **{name: partial(tidy, getattr(self, name)) for name in ("name", "role", "phone_day", "phone_night")},
            "place_id": partial(_chosen, self.place, kept),
            "notes": self.notes.toPlainText,
        }


def _chosen(box: ComboBox, kept: UUID | None) -> object:
    """What is chosen; a place that is offered no more stays until another one is."""
    offered = any(getattr(box.itemData(n), "value", None) == kept for n in range(box.count()))
    return box.value() if offered or box.value() is not None else kept
