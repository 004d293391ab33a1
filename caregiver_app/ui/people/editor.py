"""The form of one helper: only the name is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.away import away_words, parse_away
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.people import Person, Reach
from caregiver_app.domain.person_words import reach_words
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words
from caregiver_app.services import household, people
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.people.alike_note import AlikeNote
from caregiver_app.ui.people.free_grid import FreeGrid
from caregiver_app.ui.people.kind_checks import KindChecks
from caregiver_app.ui.people.offer_draft import UNNAMED
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit, TextArea
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class PersonEditor(Editor):
    """Adds or changes a helper. `saved` brings the person as kept."""

    WIDTH = 640
    saved = Signal(object)

    def __init__(self, parts: Parts, person: Person | None = None, parent: QWidget | None = None) -> None:
        """A person with an empty notebook is a new one; one that was read from a line is new as well."""
        self._today = parts.actions.clock.today()
        self._known = parts.actions.read(partial(people.is_kept, person=person)) if person else False
        self._person = person or Person(name=UNNAMED, offered_on=self._today)
        title = tr("Edit {name}").format(name=self._person.first_name) if self._known else tr("New helper")
        super().__init__(parts, title, tr("Save helper"), parent)
        self._who(name=self._person.name.removeprefix(UNNAMED))
        self._help()
        self._when()
        self._paper()
        self.notes = TextArea(self.theme, self._person.notes, lines=3)
        self.add_field("notes", Field(self.theme, tr("Notes"), self.notes, optional=True, help_text=_only_you()))
        self.name.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._known and self._person.name != UNNAMED:
            self._first = None  # it was typed already, in one line: Cancel asks before it is lost

    def values(self) -> object:
        """All that can be typed or ticked."""
        typed = (self.name, self.latin, self.phone, self.email, self.away, self.cold, self.at_most, self.seats)
        boxes = (self.drives, self.phone_on_paper, self.family_circle)
        return (
            [field.text() for field in typed],
            [box.isChecked() for box in boxes],
            (self.reach.value(), self.kinds.kinds(), self.free.free(), self.notes.toPlainText()),
        )

    def save(self) -> bool:
        """Keep the person; every field that can't be read says so at once."""
        person = self._read()
        if person.name != self._person.name:
            self._refuse_alike(person)
        label = tr("Change {name}") if self._known else tr("Add {name}")
        keep = partial(people.save, person=person)
        if self._known:
            keep = partial(people.change, before=self._person, after=person)
        saved = self.parts.actions.run(label.format(name=person.first_name), keep)
        if saved:
            self.saved.emit(person)
        return saved

    # The parts of the form

    def _who(self, name: str) -> None:
        theme, person = self.theme, self._person
        self.name, self.latin = LineEdit(name), LineEdit(person.latin_name)
        self.phone, self.email = LineEdit(person.phone), LineEdit(person.email)
        self.reach = ComboBox(theme)
        for reach in Reach:
            self.reach.add(reach_words(reach), reach)
        self.reach.choose(person.reach)
        self.add_field("name", Field(theme, tr("Name"), self.name))
        latin = Field(theme, tr("Name in Latin letters, for paper"), self.latin, optional=True, help_text=_latin_help())
        self.add_field("latin_name", latin)
        self.there = AlikeNote(self.parts)
        self.there.changed.connect(self.accept)
        self.body.addWidget(self.there)
        self.name.textChanged.connect(self._name_changed)
        self._name_changed(name)
        self.fields["phone"] = Field(theme, tr("Phone"), self.phone, optional=True)
        self.fields["email"] = Field(theme, tr("Email"), self.email, optional=True)
        self._side_by_side("phone", "email")
        for line in (self.name, self.phone):
            line.textChanged.connect(self._tell_alike)
        self._tell_alike()
        self.add_field("reach", Field(theme, tr("How they like to be reached"), self.reach))

    def _help(self) -> None:
        theme, person = self.theme, self._person
        self._section(tr("What they are glad to do"))
        self.kinds = KindChecks(theme, person.glad_to)
        self.body.addWidget(self.kinds)
        self.drives = self._check(tr("Drives a car"), on=person.drives)
        self.seats = LineEdit(str(person.seats or ""))
        self.seats.setMaximumWidth(theme.px(120))
        self.add_field("seats", Field(theme, tr("Seats beside the driver"), self.seats, optional=True))
        self.drives.toggled.connect(self._drives_changed)
        self._drives_changed(on=person.drives)
        self.at_most = LineEdit(str(person.at_most or ""))
        self.at_most.setMaximumWidth(theme.px(120))
        most = Field(theme, tr("At most this many times a month"), self.at_most, optional=True)
        self.add_field("at_most", most)

    def _when(self) -> None:
        theme, person = self.theme, self._person
        self._section(tr("When they can help"))
        family = self.parts.actions.read(household.household)
        self.free = FreeGrid(theme, family.week_start, person.free)
        free = Field(theme, tr("Free as a rule"), self.free, help_text=tr("Leave it empty if you do not know."))
        self.add_field("free", free)
        coming = [span for span in person.away if span.last >= self._today]
        cold = person.cold_until if person.cold_until and person.cold_until >= self._today else None
        self.away, self.cold = LineEdit(away_words(coming, self._today)), LineEdit(day_words(cold) if cold else "")
        self.away.setPlaceholderText(tr("Dec 1 to Dec 8"))
        self.cold.setPlaceholderText(tr("Friday"))
        self.fields["away"] = Field(theme, tr("Away"), self.away, optional=True, help_text=_away_help())
        self.fields["cold_until"] = Field(
            theme, tr("Has a cold until"), self.cold, optional=True, help_text=_cold_help()
        )
        self._side_by_side("away", "cold_until")

    def _paper(self) -> None:
        self._section(tr("On paper"))
        self.phone_on_paper = self._check(tr("The phone number may be printed"), on=self._person.phone_on_paper)
        self.family_circle = self._check(tr("Belongs to the family circle"), on=self._person.family_circle)
        circle = tr("The family circle may see on its own sheets what you keep for “Family.”")
        self.body.addWidget(Text(self.theme, circle, "caption", ink="text2"))

    def _side_by_side(self, *names: str) -> None:
        self.body.addWidget(Beside(self.theme, 30, [self.fields[name] for name in names]))

    def _section(self, words: str) -> None:
        self.body.addSpacing(self.theme.px(8))
        self.body.addWidget(Text(self.theme, words, "h3"))

    def _check(self, words: str, *, on: bool) -> CheckBox:
        box = CheckBox(words)
        box.setChecked(on)
        self.body.addWidget(box)
        return box

    def _drives_changed(self, on: bool) -> None:
        """Seats are asked for only of somebody with a car, or where a number is there already."""
        self.fields["seats"].setVisible(on or bool(self.seats.text()))

    def _name_changed(self, name: str) -> None:
        """The Latin spelling is asked for only where the sheets can't draw the name."""
        self.fields["latin_name"].setVisible(bool(self.latin.text()) or not people.prints(name))

    def _tell_alike(self) -> None:
        """Somebody who is there already is told before they are added twice; one who is edited, when they change."""
        name, phone = " ".join(self.name.text().split()), self.phone.text().strip()
        found = None
        if (name, phone) != (self._person.name, self._person.phone) or not self._known:
            try:
                typed = replace(self._person, name=name or UNNAMED, phone=phone)
            except InvalidEntry:  # told when it is saved
                typed = self._person
            found = self.parts.actions.read(partial(people.alike, typed=typed))
        self.there.tell(found)

    def _refuse_alike(self, person: Person) -> None:
        try:
            self.parts.actions.read(partial(people.refuse_alike, typed=person))
        except InvalidEntry:
            self.there.words.hide()  # it stands at the name now
            raise

    # Reading it

    def _read(self) -> Person:
        """The person as typed. What can't be read is said at each field at once; the first one is raised."""
        person = self._person
        wrong: list[InvalidEntry] = []
        for name, read in self._readers().items():
            value: dict[str, Any] = {}
            try:
                value[name] = read()
                person = replace(person, **value)
            except InvalidEntry as problem:
                wrong.append(InvalidEntry(name, problem.message))
        for entry in wrong[1:]:
            self.fields[entry.field].set_error(entry.message)
        if wrong:
            raise wrong[0]
        return person

    def _readers(self) -> dict[str, Callable[[], object]]:
        """How each field of the record is read from the form."""
        return {
            "name": lambda: " ".join(self.name.text().split()),
            "latin_name": self.latin.text().strip,
            "phone": self.phone.text().strip,
            "email": self.email.text().strip,
            "reach": self.reach.value,
            "glad_to": self.kinds.kinds,
            "drives": self.drives.isChecked,
            "seats": partial(read_seats, self.seats.text()),
            "at_most": partial(read_limit, self.at_most.text()),
            "free": self.free.free,
            "away": self._read_away,
            "cold_until": self._read_cold,
            "phone_on_paper": self.phone_on_paper.isChecked,
            "family_circle": self.family_circle.isChecked,
            "notes": self.notes.toPlainText,
        }

    def _read_away(self) -> tuple[Span, ...]:
        past = tuple(span for span in self._person.away if span.last < self._today)
        return (*past, *parse_away(self.away.text(), self._today))

    def _read_cold(self) -> date | None:
        text = self.cold.text().strip()
        return parse_day(text, self._today, "cold_until") if text else None


def read_limit(text: str) -> int | None:
    """A number of times a month, or None for no limit. Raises InvalidEntry at `at_most`."""
    return _number(text, "at_most", tr("Type a number from 1 to 99, or leave it empty."))


def read_seats(text: str) -> int | None:
    """How many people fit in beside the driver, or None when nobody told. Raises InvalidEntry at `seats`."""
    return _number(text, "seats", tr("Type how many people fit in beside the driver, from 1 to 60."))


def _number(text: str, field: str, refusal: str) -> int | None:
    words = text.strip()
    if not words:
        return None
    if not words.isdecimal() or len(words) > 3:
        raise InvalidEntry(field, refusal)
    return int(words)


def _only_you() -> str:
    return tr("Only you see these.")


def _latin_help() -> str:
    return tr("The sheets can’t draw these letters. Without a Latin spelling, they print a line to write on.")


def _away_help() -> str:
    return tr("Days or spans, with “;” between them.")


def _cold_help() -> str:
    return tr("Until then, others are offered first for help in the house.")
